"""Figures and words of routes as sources write them: metres, hours, difficulty, shape."""

from __future__ import annotations

import re
from math import ceil, isfinite
from typing import TYPE_CHECKING, Final

from catalog.model import Shape
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from catalog.model import Difficulty
    from catalog.sources.values.notes import Notes

LONGEST_M: Final = 5_000_000
SHORTEST_M: Final = 100
CLIMB_M: Final = 60_000
SEA_M: Final = -20
SUMMIT_M: Final = 4_900
MOST_DAYS: Final = 365

_SHAPES: Final = {
    "loop": Shape.LOOP,
    "en boucle": Shape.LOOP,
    "boucle": Shape.LOOP,
    "circular": Shape.LOOP,
    "rundweg": Shape.LOOP,
    "circuito": Shape.LOOP,
    "anello": Shape.LOOP,
    "roundtrip": Shape.THERE_AND_BACK,
    "thereandback": Shape.THERE_AND_BACK,
    "outandback": Shape.THERE_AND_BACK,
    "return trip": Shape.THERE_AND_BACK,
    "round trip": Shape.THERE_AND_BACK,
    "there and back": Shape.THERE_AND_BACK,
    "aller retour": Shape.THERE_AND_BACK,
    "oneway": Shape.ONE_WAY,
    "one way": Shape.ONE_WAY,
    "onewaytrip": Shape.ONE_WAY,
    "crossing": Shape.ONE_WAY,
    "traverse": Shape.ONE_WAY,
    "traversee": Shape.ONE_WAY,
    "aller simple": Shape.ONE_WAY,
    "itinerance": Shape.ONE_WAY,
    "aller itinerance": Shape.ONE_WAY,
    "point a point": Shape.ONE_WAY,
}
_DIFFICULTY_WORDS: Final = """
very_easy = veryeasy, very easy, tres facile, niveau vert tres facile, muy facil, molto facile,
            sehr leicht, zeer gemakkelijk, molt facil
easy = easy, facile, niveau bleu facile, facil, leicht, gemakkelijk
medium = medium, intermediate, moderate, moyen, moyenne, intermediaire, media, medio, mittel,
         gemiddeld, mitja, mitjana
hard = hard, difficult, difficile, niveau rouge difficile, dificil, schwer, moeilijk
very_hard = veryhard, very hard, verydifficult, very difficult, tres difficile, expert, muy dificil,
            niveau noir tres difficile, molto difficile, sehr schwer, zeer moeilijk, molt dificil
"""
_LEVELS: Final[tuple[Difficulty, ...]] = ("very_easy", "easy", "medium", "hard", "very_hard")


def _difficulties() -> dict[str, Difficulty]:
    found: dict[str, Difficulty] = {}
    for level, line in zip(_LEVELS, re.split(r"\n(?=\w)", _DIFFICULTY_WORDS.strip()), strict=True):
        for word in line.partition("=")[2].replace("\n", " ").split(","):
            found[" ".join(word.split())] = level
    return found


_DIFFICULTIES: Final = _difficulties()

_HOURS: Final = re.compile(
    r"(\d{1,3})\s*(?:h|hr|hrs|heures?|hours?|horas?)\.?(?:\s*(\d{1,2})\s*(?:m|mn|min|minutes?)?\.?)?",
    re.IGNORECASE,
)
_MINUTES: Final = re.compile(r"(\d{1,4})\s*(?:m|mn|min|mins|minutes?|minutos?)\.?", re.IGNORECASE)
_DAYS: Final = re.compile(r"(\d{1,3})\s*(?:j|jours?|days?|d[ií]as?)\.?", re.IGNORECASE)
_BARE: Final = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")


def difficulty_of(*labels: str) -> Difficulty | None:
    """The level that a label means; of a bilingual one ("Fácil / Facile"), its first known."""
    for label in labels:
        for part in (label, *label.split("/")):
            level = _DIFFICULTIES.get(fold(part))
            if level is not None:
                return level
    return None


def shape_of(*labels: str) -> Shape | None:
    """The shape that a label means, in any language."""
    return next((shape for label in labels if (shape := _SHAPES.get(fold(label)))), None)


def _whole(
    raw: object, notes: Notes, field: str, *, lowest: int, highest: int, sign: bool = True
) -> int | None:
    """A number, or a text with one, to the whole; None with a caution where it is none or cannot
    be. `sign` False: down may be written below zero."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    value = number_of(raw)
    if value is None:
        notes.warn("tour_figure_unreadable", field, raw)
        return None
    whole = round(value if sign else abs(value))
    if not lowest <= whole <= highest:
        notes.warn("tour_figure_impossible", field, raw)
        return None
    return whole


def number_of(raw: object) -> float | None:
    """A finite number, or a text that is one (with a decimal comma too); None for anything else."""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return None
    try:
        value = float(raw[:40].replace(",", ".")) if isinstance(raw, str) else float(raw)
    except (ValueError, OverflowError):
        return None
    return value if isfinite(value) else None


def length(raw: object, notes: Notes, field: str) -> int | None:
    """Metres of a route's length."""
    return _whole(raw, notes, field, lowest=SHORTEST_M, highest=LONGEST_M)


def climb(raw: object, notes: Notes, field: str) -> int | None:
    """Metres up or down, added up; a descent may be written below zero."""
    return _whole(raw, notes, field, lowest=0, highest=CLIMB_M, sign=False)


def altitude(raw: object, notes: Notes, field: str) -> int | None:
    """Metres above the sea."""
    return _whole(raw, notes, field, lowest=SEA_M, highest=SUMMIT_M)


def days(raw: object, notes: Notes, field: str) -> int | None:
    """Whole days."""
    return _whole(raw, notes, field, lowest=1, highest=MOST_DAYS)


def altitudes(
    low: object, high: object, notes: Notes, low_field: str, high_field: str
) -> tuple[int | None, int | None]:
    """The lowest and the highest point; neither where they contradict."""
    lowest = altitude(low, notes, low_field)
    highest = altitude(high, notes, high_field)
    if lowest is not None and highest is not None and lowest > highest:
        notes.warn("tour_figure_impossible", low_field, f"{lowest} > {highest}")
        return None, None
    return lowest, highest


def hours(raw: object, notes: Notes, field: str) -> tuple[int | None, int | None]:
    """(minutes, days) of a number of hours, where the field is defined in hours.

    From 24 hours on it counts days, and a part of a day is one more day: that is how Geotrek,
    from which such figures come, shows them.
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None, None
    value = number_of(raw)
    if value is None:
        notes.warn("route_duration_unreadable", field, raw)
        return None, None
    if not 1 / 60 <= value <= 24 * MOST_DAYS:
        notes.warn("tour_figure_impossible", field, raw)
        return None, None
    return (None, ceil(value / 24)) if value >= 24 else (round(value * 60), None)


def written_duration(raw: str, notes: Notes, field: str) -> tuple[int | None, int | None]:
    """(minutes, days) of a duration in words: "1h30", "2 H", "45 mn", "1 jour".

    A bare number has no unit and is left out with a caution, as is what cannot be read.
    """
    text = clean_line(raw, limit=60)
    if not text:
        return None, None
    minutes: int | None = None
    if found := _HOURS.fullmatch(text):
        minutes = int(found[1]) * 60 + int(found[2] or 0)
    elif found := _MINUTES.fullmatch(text):
        minutes = int(found[1])
    elif found := _DAYS.fullmatch(text):
        if 1 <= int(found[1]) <= MOST_DAYS:
            return None, int(found[1])
    elif _BARE.fullmatch(text):
        notes.warn("duration_without_unit", field, text)
        return None, None
    else:
        notes.warn("route_duration_unreadable", field, text)
        return None, None
    if minutes is None or not 1 <= minutes <= 24 * 60 * MOST_DAYS:
        notes.warn("tour_figure_impossible", field, text)
        return None, None
    return minutes, None
