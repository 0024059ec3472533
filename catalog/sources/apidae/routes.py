"""Itineraries inside EQUIPEMENT: `informationsEquipement.itineraire`.

Distances are kilometres, `dureeJournaliere` minutes, `dureeItinerance` days, heights metres. The
difficulty stands among the audiences (`prestations.typesClientele`).
"""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, Final

from catalog.model import Itinerary, Shape, TermId
from catalog.sources.apidae.fields import Node, localized, merged, node, nodes, number, scalar, text
from catalog.sources.values.wordings import DESCRIPTION, NOTE, SUMMARY, assemble
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Difficulty, Localized
    from catalog.sources.apidae.notes import Notes
    from catalog.sources.apidae.reference import Found, Reference

_STEPS: Final = 6527
"""The theme of `descriptifsThematises` that is the way step by step."""
_MODES: Final = {
    "walking_route": "walking",
    "cycling_route": "cycling",
    "greenway": "cycling",
    "mtb_route": "mountain_biking",
    "horse_route": "riding",
    "driving_route": "driving",
    "trail_route": "trail_running",
    "water_route": "paddling",
    "wheelchair_friendly": "wheelchair_friendly",
}
_SHAPES: Final = {
    "BOUCLE": Shape.LOOP,
    "ALLER_RETOUR": Shape.THERE_AND_BACK,
    "ALLER_ITINERANCE": Shape.ONE_WAY,
    "ALLER": Shape.ONE_WAY,
    "ALLER_SIMPLE": Shape.ONE_WAY,
}
_LEVELS: Final = re.compile(r"niveau (?:vert|bleu|orange|rouge|noir) (.+)")
_EFFORT: Final[dict[str, Difficulty]] = {
    "tres facile": "very_easy",
    "facile": "easy",
    "modere": "medium",
    "assez difficile": "hard",
    "difficile": "hard",
    "tres difficile": "very_hard",
}
"""The words behind the five colours (587 green to 590 black, 6669 orange). They are believed, not
the rank of the colour: « bleu - Modéré » is no easy walk."""
_LONGEST_KM: Final = 5_000.0


def is_steps(text_of_theme: Node) -> bool:
    """Whether a themed text is the way step by step."""
    return number(node(text_of_theme, "theme").get("id")) == _STEPS


def is_level(element: Found) -> bool:
    """Whether an audience is a level of difficulty in truth: « Niveau bleu - Modéré »."""
    return _LEVELS.fullmatch(fold(element.french[:80])) is not None


def read_itinerary(
    obj: Node,
    terms: Iterable[TermId],
    track_url: str | None,
    reference: Reference,
    notes: Notes,
) -> Itinerary:
    """The facts of a route. `terms`: its concepts."""
    route = node(obj, "informationsEquipement", "itineraire")
    audience = reference.each(obj, "prestations", "typesClientele", section="TypeClientele")
    minutes = _whole(route, "dureeJournaliere", 1, 24 * 60, notes)
    if minutes is None:
        minutes = _whole(node(obj, "ouverture"), "dureeSeance", 1, 24 * 60, notes)
    return Itinerary(
        modes=tuple(dict.fromkeys(TermId(_MODES[term]) for term in terms if term in _MODES)),
        distance_m=_distance(route, notes),
        ascent_m=_height(route, "denivellationPositive", notes),
        descent_m=_height(route, "denivellationNegative", notes),
        lowest_m=_whole(route, "altitudeMinimum", -20, 4_900, notes),
        highest_m=_whole(route, "altitudeMaximum", -20, 4_900, notes),
        duration_min=minutes,
        days=_whole(route, "dureeItinerance", 1, 365, notes),
        difficulty=_difficulty(audience, notes),
        shape=_shape(route, notes),
        marking=localized(
            route.get("precisionsBalisage"), notes, limit=SUMMARY, field="precisionsBalisage"
        ),
        surface=_surface(route, reference, notes),
        stages=_steps(obj, notes),
        track_url=track_url,
    )


def _difficulty(audience: Iterable[Found], notes: Notes) -> Difficulty | None:
    for element in audience:
        match = _LEVELS.fullmatch(fold(element.french[:80]))
        if match is not None and match[1] in _EFFORT:
            return _EFFORT[match[1]]
        if match is not None:
            notes.warn("difficulty_unknown", "prestations.typesClientele", element.french)
    return None


def _distance(route: Node, notes: Notes) -> int | None:
    kilometres = _figure(route, "distance", notes)
    if kilometres is None:
        return None
    if not 0.1 <= kilometres <= _LONGEST_KM:
        notes.warn("tour_figure_impossible", "itineraire.distance", scalar(route.get("distance")))
        return None
    return round(kilometres * 1_000)


def _height(route: Node, name: str, notes: Notes) -> int | None:
    """Metres up or down; a descent may be written below zero."""
    metres = _figure(route, name, notes)
    return None if metres is None else _within(abs(metres), name, 0, 60_000, notes)


def _whole(about: Node, name: str, lowest: int, highest: int, notes: Notes) -> int | None:
    value = _figure(about, name, notes)
    return None if value is None else _within(value, name, lowest, highest, notes)


def _within(value: float, name: str, lowest: int, highest: int, notes: Notes) -> int | None:
    if not lowest <= value <= highest:
        notes.warn("tour_figure_impossible", name, f"{value:g}")
        return None
    return round(value)


def _figure(about: Node, name: str, notes: Notes) -> float | None:
    raw = scalar(about.get(name))
    if raw is None:
        return None
    try:
        value = float(raw[:40].replace(",", "."))
    except ValueError:
        notes.warn("tour_figure_unreadable", name, raw)
        return None
    return value if isfinite(value) else None


def _shape(route: Node, notes: Notes) -> Shape | None:
    stated = text(route, "itineraireType")
    if stated is None:
        return None
    if stated not in _SHAPES:
        notes.warn("tour_type_unknown", "itineraireType", stated)
    return _SHAPES.get(stated)


def _surface(route: Node, reference: Reference, notes: Notes) -> Localized:
    grounds = reference.each(route, "naturesTerrain", section="NatureTerrain")
    parts = ((lang, words, False) for ground in grounds for lang, words in ground.labels)
    return assemble(parts, notes, limit=NOTE, line=True, field="naturesTerrain")


def _steps(obj: Node, notes: Notes) -> Localized:
    steps = [
        themed.get("description")
        for themed in nodes(obj, "presentation", "descriptifsThematises")
        if is_steps(themed)
    ]
    return merged(steps, notes, limit=DESCRIPTION, field="descriptifsThematises")
