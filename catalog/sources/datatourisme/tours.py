"""Facts of itineraries: distance, climb, difficulty, shape, ways of moving.

`duration` has no unit in the ontology and no sample has one: it is never guessed, but cautioned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Itinerary, Localized, TermId
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
from catalog.sources.values.routes import (
    altitude,
    climb,
    days,
    difficulty_of,
    length,
    shape_of,
)
from catalog.sources.values.wordings import NOTE, assemble

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from catalog.model import Difficulty, Shape
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


def has_tour_facts(obj: Node) -> bool:
    """Whether a record has any of the facts that only an itinerary has."""
    return any(get(obj, name) is not None for name in _FACTS)


def read_itinerary(
    obj: Node, class_names: Collection[str], track_url: str | None, notes: Notes
) -> Itinerary:
    """The facts of a tour. Heights may be stated under the names of v2 or of v3."""
    if get(obj, "duration") is not None:
        notes.warn("duration_without_unit", "duration", text(obj, "duration"))

    def figure(read: Callable[[object, Notes, str], int | None], name: str) -> int | None:
        return read(text(obj, name), notes, name)

    return Itinerary(
        modes=_modes(obj, class_names),
        distance_m=figure(length, "tourDistance"),
        ascent_m=figure(climb, "positiveCumulDifference") or figure(climb, "highDifference"),
        descent_m=figure(climb, "negativeCumulDifference"),
        lowest_m=figure(altitude, "minAltitude"),
        highest_m=figure(altitude, "maxAltitude"),
        days=figure(days, "durationDays"),
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


def _spellings(value: object) -> list[str]:
    """A term's own name and its French label."""
    found = [reference(value) or ""]
    if is_node(value):
        found.append(label_in_french(value))
    elif isinstance(value, str):
        found.append(value)
    return found


def _shape(obj: Node, notes: Notes) -> Shape | None:
    for value in items(obj, "hasTourType"):
        shape = shape_of(*_spellings(value))
        if shape is not None:
            return shape
        notes.warn("tour_type_unknown", "hasTourType", reference(value) or "")
    return None


def _difficulty(obj: Node, notes: Notes) -> Difficulty | None:
    for value in items(obj, "hasDifficultyLevel"):
        level = difficulty_of(*_spellings(value))
        if level is not None:
            return level
        notes.warn("difficulty_unknown", "hasDifficultyLevel", reference(value) or "")
    return None
