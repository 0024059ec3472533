"""Facts of itineraries: `à pied|2h|Facile`, lengths with their unit, climbs, stages.

A length is read where its column or the value names the unit; a bare `12,5` is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Itinerary, Localized, TermId, Text
from catalog.sources.tourinsoft.entries import scalar
from catalog.sources.values.routes import (
    climb,
    difficulty_of,
    length,
    number_of,
    shape_of,
    written_duration,
)
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import DESCRIPTION, NOTE, assemble
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.sources.tourinsoft.entries import Entry
    from catalog.sources.tourinsoft.fields import Fields
    from catalog.sources.values.notes import Notes

_LENGTH: Final = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?) ?(km|kilom[eè]tres?|m|m[eè]tres?)", re.I)
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_UNIT: Final = re.compile(r" ?(?:m|m[eè]tres?)\.?$", re.I)
_MODES: Final = (
    ("mountain_biking", re.compile(r"\bvtt\b")),
    ("trail_running", re.compile(r"\b(?:trail|course a pied)\b")),
    ("walking", re.compile(r"\b(?:pied|pedestre|marche|randonnee|raquettes?)\b")),
    ("cycling", re.compile(r"\b(?:velo|vae|cyclo\w{0,12}|cyclables?|vtc)\b")),
    ("riding", re.compile(r"\b(?:cheval|equestre)\b")),
    ("driving", re.compile(r"\b(?:voiture|automobile|auto|moto)\b")),
    ("paddling", re.compile(r"\b(?:canoe|kayak|fluvial|nautique)\b")),
    ("skating", re.compile(r"\broller\b")),
)


def read_itinerary(
    fields: Fields, labels: tuple[str, ...], track_url: str | None, notes: Notes
) -> Itinerary:
    """The facts of a tour; `labels` are its categories, which name ways of moving too.

    Where several ways of moving take a different time or have another difficulty, neither is
    said: a walker's two hours are no rider's.
    """
    routes = fields.entries("route")
    times = [_part(entry, 1, "Tempsdeparcours", "Duree") for entry in routes]
    levels = [_part(entry, 2, "Difficulte") for entry in routes]
    minutes, days = _durations((*times, fields.first("duration")), notes)
    difficulties = set()
    for raw in (*levels, fields.first("difficulty")):
        level = difficulty_of(raw) if raw else None
        if raw and level is None:
            notes.warn("difficulty_unknown", "Difficulte", raw)
        elif level is not None:
            difficulties.add(level)
    shape = fields.first("shape")
    return Itinerary(
        modes=_modes((*(_part(entry, 0, "Modedelocomotion") for entry in routes), *labels)),
        distance_m=_distance(fields, notes),
        ascent_m=climb(_UNIT.sub("", fields.first("ascent_m")[:40]), notes, "Denivele"),
        duration_min=minutes,
        days=days,
        difficulty=difficulties.pop() if len(difficulties) == 1 else None,
        shape=shape_of(shape) if shape else None,
        marking=_text(fields.first("marking")),
        stages=_stages(fields, notes),
        track_url=track_url,
    )


def _part(entry: Entry, position: int, *names: str) -> str:
    return entry.text(*names) if entry.named else entry.part(position)


def _modes(words: Iterable[str]) -> tuple[TermId, ...]:
    found: dict[TermId, None] = {}
    for word in words:
        folded = fold(word[:80])
        mode = next((mode for mode, pattern in _MODES if pattern.search(folded)), None)
        if mode is not None:
            found[TermId(mode)] = None
    return tuple(found)


def _durations(raws: Iterable[str], notes: Notes) -> tuple[int | None, int | None]:
    """Minutes and days, where all that is stated agrees."""
    found: set[tuple[int | None, int | None]] = set()
    for raw in raws:
        clock = _CLOCK.fullmatch(raw.strip()[:20])
        if clock is not None:
            found.add((int(clock[1]) * 60 + int(clock[2]) or None, None))
        elif raw.strip():
            found.add(written_duration(raw, notes, "Duree"))
    found.discard((None, None))
    return found.pop() if len(found) == 1 else (None, None)


def _distance(fields: Fields, notes: Notes) -> int | None:
    """Metres, from the first value that has a unit."""
    for meaning, factor in (("distance_km", 1_000), ("distance_m", 1)):
        raw = fields.first(meaning)
        if raw:
            return _metres(raw, factor, notes)
    for entry in fields.entries("distance"):
        inner = entry.text("Distanceenkm", "Distancekm")
        if inner:
            return _metres(inner, 1_000, notes)
        match = _LENGTH.fullmatch(entry.label.strip()[:40])
        if match is not None:
            return _metres(match[1], 1_000 if match[2].lower().startswith("k") else 1, notes)
        if entry.label:
            notes.warn("route_length_without_unit", "Distance", entry.label)
    return None


def _metres(raw: str, factor: int, notes: Notes) -> int | None:
    number = number_of(raw)
    return length(raw if number is None else number * factor, notes, "Distance")


def _stages(fields: Fields, notes: Notes) -> Localized:
    """The names and texts of the stages, one after the other."""
    parts = []
    for entry in fields.entries("stage"):
        if entry.named:
            words = [entry.text("NomEtape", "Nom"), entry.text("Descriptif", "Description")]
        else:
            words = [entry.part(1), entry.part(2)]
        said = "\n".join(word for word in words if word)
        if said:
            parts.append(("fr", said, False))
    return assemble(parts, notes, limit=DESCRIPTION, line=False, field="ETAPE")


def _text(raw: str) -> Localized:
    wording = tidy_line(scalar(raw), NOTE)
    return Localized((Text("fr", wording),)) if wording else Localized()
