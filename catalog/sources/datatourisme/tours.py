"""Facts of itineraries: distance, climb, difficulty, shape, ways of moving.

`duration` has no unit in the ontology and no sample has one: it is never guessed, but cautioned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Itinerary, Localized, Shape, TermId
from catalog.sources.datatourisme.jsonld import (
    Node,
    by_language,
    get,
    is_node,
    items,
    reference,
    text,
    types,
)
from catalog.sources.datatourisme.notes import label_in_french
from catalog.sources.datatourisme.terms import MODES
from catalog.sources.datatourisme.words import machine_translated, parts_of
from catalog.sources.values.wordings import NOTE, assemble
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from catalog.model import Difficulty
    from catalog.sources.datatourisme.notes import Notes

_FACTS: Final = (
    "tourDistance",
    "highDifference",
    "positiveCumulDifference",
    "negativeCumulDifference",
    "hasDifficultyLevel",
    "hasTourType",
    "durationDays",
)
_CLASS_MODES: Final = {
    "WalkingTour": TermId("walking"),
    "CyclingTour": TermId("cycling"),
    "HorseTour": TermId("riding"),
    "RoadTour": TermId("driving"),
}
_SHAPES: Final = {
    "loop": Shape.LOOP,
    "en boucle": Shape.LOOP,
    "boucle": Shape.LOOP,
    "roundtrip": Shape.THERE_AND_BACK,
    "thereandback": Shape.THERE_AND_BACK,
    "outandback": Shape.THERE_AND_BACK,
    "aller retour": Shape.THERE_AND_BACK,
    "oneway": Shape.ONE_WAY,
    "onewaytrip": Shape.ONE_WAY,
    "traverse": Shape.ONE_WAY,
    "aller simple": Shape.ONE_WAY,
    "itinerance": Shape.ONE_WAY,
    "aller itinerance": Shape.ONE_WAY,
    "point a point": Shape.ONE_WAY,
}
_DIFFICULTIES: Final[dict[str, Difficulty]] = {
    "veryeasy": "very_easy",
    "tres facile": "very_easy",
    "niveau vert tres facile": "very_easy",
    "easy": "easy",
    "facile": "easy",
    "niveau bleu facile": "easy",
    "medium": "medium",
    "intermediate": "medium",
    "moderate": "medium",
    "moyen": "medium",
    "moyenne": "medium",
    "intermediaire": "medium",
    "hard": "hard",
    "difficult": "hard",
    "difficile": "hard",
    "niveau rouge difficile": "hard",
    "veryhard": "very_hard",
    "verydifficult": "very_hard",
    "tres difficile": "very_hard",
    "expert": "very_hard",
    "niveau noir tres difficile": "very_hard",
}
_LONGEST_M: Final = 5_000_000
_HIGHEST_M: Final = 60_000


def has_tour_facts(obj: Node) -> bool:
    """Whether a record has any of the facts that only an itinerary has."""
    return any(get(obj, name) is not None for name in _FACTS)


def read_itinerary(
    obj: Node, class_names: Collection[str], track_url: str | None, notes: Notes
) -> Itinerary:
    """The facts of a tour. Heights may be stated under the names of v2 or of v3."""
    if get(obj, "duration") is not None:
        notes.warn("duration_without_unit", "duration", text(obj, "duration"))
    return Itinerary(
        modes=_modes(obj, class_names),
        distance_m=_metres(obj, "tourDistance", notes, lowest=100, highest=_LONGEST_M),
        ascent_m=_height(obj, "positiveCumulDifference", notes)
        or _height(obj, "highDifference", notes),
        descent_m=_height(obj, "negativeCumulDifference", notes),
        lowest_m=_metres(obj, "minAltitude", notes, lowest=-20, highest=4_900),
        highest_m=_metres(obj, "maxAltitude", notes, lowest=-20, highest=4_900),
        days=_metres(obj, "durationDays", notes, lowest=1, highest=365),
        difficulty=_difficulty(obj, notes),
        shape=_shape(obj, notes),
        track_url=track_url,
    )


def read_practical(obj: Node, notes: Notes) -> Localized:
    """Tips for the way and conditions of practice, in words."""
    parts = (
        parts_of(obj, "practicalTips", machine_translated(obj)) if "practicalTips" in obj else []
    )
    for condition in items(obj, "hasPracticeCondition"):
        said = get(condition, "label") if is_node(condition) and get(condition, "id") else condition
        parts += ((lang, wording, False) for lang, wording in by_language(said))
    return assemble(parts, notes, limit=NOTE, line=False, field="practicalTips")


def _modes(obj: Node, class_names: Collection[str]) -> tuple[TermId, ...]:
    found = {mode: None for name, mode in _CLASS_MODES.items() if name in class_names}
    for name in obj:
        if name.endswith("LocomotionMode"):
            for value in items(obj, name):
                for kind in sorted(types(value)) if is_node(value) else ():
                    found.update(dict.fromkeys(MODES.get(kind, ())))
    if any(reference(value) == "ATV" for value in items(obj, "hasTheme")):
        found[TermId("mountain_biking")] = None
    return tuple(found)


def _height(obj: Node, name: str, notes: Notes) -> int | None:
    """Metres up or down; a descent may be written below zero."""
    return _metres(obj, name, notes, lowest=0, highest=_HIGHEST_M, sign=False)


def _metres(
    obj: Node, name: str, notes: Notes, *, lowest: int, highest: int, sign: bool = True
) -> int | None:
    raw = text(obj, name)
    if raw is None:
        return None
    try:
        value = float(raw[:40].replace(",", "."))
        metres = round(value if sign else abs(value))
    except (ValueError, OverflowError):
        notes.warn("tour_figure_unreadable", name, raw)
        return None
    if not lowest <= metres <= highest:
        notes.warn("tour_figure_impossible", name, raw)
        return None
    return metres


def _spellings(value: object) -> list[str]:
    """A term's own name and its French label, folded."""
    found = [fold(reference(value) or "")]
    if is_node(value):
        found.append(fold(label_in_french(value)))
    elif isinstance(value, str):
        found.append(fold(value))
    return found


def _shape(obj: Node, notes: Notes) -> Shape | None:
    for value in items(obj, "hasTourType"):
        for spelling in _spellings(value):
            if spelling in _SHAPES:
                return _SHAPES[spelling]
        notes.warn("tour_type_unknown", "hasTourType", reference(value) or "")
    return None


def _difficulty(obj: Node, notes: Notes) -> Difficulty | None:
    for value in items(obj, "hasDifficultyLevel"):
        for spelling in _spellings(value):
            if spelling in _DIFFICULTIES:
                return _DIFFICULTIES[spelling]
        notes.warn("difficulty_unknown", "hasDifficultyLevel", reference(value) or "")
    return None
