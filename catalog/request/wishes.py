"""What is sought: concepts with their kinds, labels, names, languages, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.request.added import is_added
from catalog.request.company import is_nobody
from catalog.request.double_meanings import (
    are_steps,
    days_on_foot,
    grades_nothing,
    is_walk,
    limits_nothing,
    no_thing,
    spare_time,
    sporty,
    too_much_for,
)
from catalog.request.left_out import thing_of
from catalog.request.outdone import outdone
from catalog.request.rolling import hired_kinds, rides
from catalog.request.tracks import read_tracks
from catalog.request.unnamed import BESIDE_TYPES, done_before, of_labels, read_unnamed
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan
    from catalog.request.moments import Moment

_LIKED_NEAR: Final = 5
_HIRED: Final = frozenset({"cycling", "mountain_biking", "bike_hire", "driving", "car_hire"})
_HIRES: Final = frozenset({"bike_hire", "car_hire"})
_RATINGS: Final = frozenset({"stars", "keys", "ears"})
"""Labels only behind a number: lost keys are no rating."""
_FEW_LETTERS: Final = 4
_DRIVE: Final = particles("drive_or_ferry")
_FOR: Final = particles("for_or_path")
_MORE: Final = particles("more_or_lake")
_REFUSED_NEAR: Final = 4
_CLOSED: Final = particles("closed_or_farm")
_IS_CLOSED: Final = particles("is_closed")
_GRAVE: Final = particles("grave_or_fallen")
_HAS_FALLEN: Final = particles("has_fallen")
_WALKING: Final = TermId("walking")
_LOOSE_HEADS: Final = frozenset(
    {"activity", "itinerary", "producer", "workshop", "guided_tour", "tasting"}
)
"""What a compound may end in and be of the kind of its first part as well: a boat tour."""
_CARDS: Final = frozenset({"occygene", "carte_avantages"})
"""Labels that are cards, which an office sells."""
_BROUGHT: Final = {"bike_charging": "bike", "coach_park": "coach", "dog_beach": "dog"}
"""What tells how those move who ask for it, or with whom."""
AUDIENCE: Final = {
    "families": "family",
    "kids": "kids",
    "toddlers": "toddler",
    "teens": "teens",
    "adults": "adults",
    "couples": "couple",
    "seniors": "seniors",
    "groups": "group",
    "schools": "school",
}
"""Concepts that say who comes rather than what is sought: `data/asking` has their words too."""


def read_wishes(scan: Scan, facts: Facts, *, timed: bool) -> None:
    """Fill themes, types, labels and the keys that one word fills. `timed`: a time was told."""
    weak: dict[Kind, None] = {}
    stopped: dict[Kind, None] = {}
    for index, mark in scan.free():
        if _is_no_more(scan, index) or no_thing(scan, index):
            continue
        if too_much_for(scan, index):
            stopped.update(dict.fromkeys(kind for t in mark.terms for kind in concepts()[t].kinds))
            continue
        if is_walk(scan, index) or days_on_foot(scan, index, facts):
            if index in scan.denied:
                _refuse(_WALKING, mark, facts)
                continue
            facts.themes.setdefault(_WALKING)
            facts.types.setdefault(Kind.ITINERARY)
            facts.say("types", Kind.ITINERARY, mark)
            continue
        if are_steps(scan, index):
            facts.steps = True
            continue
        for term in () if _is_silent(scan, index, mark) else mark.terms:
            _concept(term, mark, facts, weak, scan, index)
        _words(mark, facts, weak, scan, index)
    _asked_differently(scan, facts)
    _brought_along(facts)
    read_tracks(scan, facts)
    outdone(scan, facts)
    if Kind.ITINERARY in facts.types and not facts.difficulty:
        for value, mark in facts.of_way.items():
            facts.difficulty.setdefault(value)
            facts.say("difficulty", value, mark)
    done_before(scan, facts)
    if not facts.types:
        read_unnamed(
            scan, facts, weak, timed=timed, added=any(is_added(scan, i) for i, _ in scan.free())
        )
    facts.types.update({} if facts.types else stopped)  # "is it too windy for kayaking?"


def _is_silent(scan: Scan, index: int, mark: Mark) -> bool:
    """Whether what a mark names is not sought: it is told of, small, closed, or another word."""
    if index in scan.settled or _small(mark) or _is_closed(scan, index, mark):
        return True
    expecting = "pregnant" in mark.all("party") and not is_nobody(scan, index, ("pregnant",))
    if expecting or (mark.says("day") or "").startswith("feast:"):  # fr "enceinte" is a wall, too
        return True
    driven = mark.word in _DRIVE and "ä" not in scan.typed(mark).casefold()
    behind = mark.word in _FOR and not _in_capitals(scan, mark)
    return driven or behind or _is_level(scan, index) or _is_fallen(scan, index)


def _brought_along(facts: Facts) -> None:
    """Fill what a theme or a label says besides: how one moves, what kind of thing bears it."""
    for theme, value in _BROUGHT.items():
        if theme in facts.themes:
            (facts.party if value == "dog" else facts.mobility).setdefault(value)
    if facts.labels and facts.types.keys() == {Kind.ACTIVITY} and not facts.themes:
        facts.types.update(of_labels(facts.labels))  # "un grand site à faire"


def read_refused_places(scan: Scan, facts: Facts) -> None:
    """Fill the places that are not wanted: seen already, or named behind a "no"; of one that is
    named with a thing only that: `-name:castle:Najac`."""
    for index in sorted(scan.denied):
        mark = scan.at(index)
        if mark.place is not None:
            thing = thing_of(scan, index)
            theme = f"-name:{thing}:{mark.place}" if thing else f"-name:{mark.place}"
            facts.themes.setdefault(theme)
            facts.say("themes", theme, mark)


def read_plan(scan: Scan, facts: Facts, moment: Moment) -> None:
    """A plan of a day, or a programme for so long, asks for a day put together: neither for a map
    nor for what takes place."""
    for index, mark in enumerate(scan.marks):
        said = mark.says("plan")
        if said is None or index in scan.denied:
            continue
        if said == "plan" and "duration" not in facts.single and moment.whole_day():
            lasts = "weekend" if str(moment.day).endswith("weekend") else "day"
            facts.one("duration", lasts, mark)
        if "duration" not in facts.single:
            continue
        meant = {Kind(kind) for kind in mark.all("asks")} - {Kind.ITINERARY}
        wished = {theme for theme in facts.themes if not theme.startswith("-")}
        if not wished - {kind.value for kind in meant}:
            facts.types = {kind: None for kind in facts.types if kind not in meant}
        if facts.types.keys() <= {Kind.ITINERARY} and not wished:
            for kind in (Kind.ACTIVITY, Kind.ATTRACTION):
                facts.types.setdefault(kind)
                facts.say("types", kind, mark)
        return


def _small(mark: Mark) -> bool:
    """Whether a short word is of everyday speech before it is a thing: nl "mijn", oc "far"."""
    return len(mark.word) <= _FEW_LETTERS and bool(
        mark.says("idea") or (mark.says("speech") and not mark.says("asks"))
    )


def _is_closed(scan: Scan, index: int, mark: Mark) -> bool:
    """Whether fr "ferme" is "closed" or "closes", not a farm: by its accent, or a time near."""
    if mark.word not in _CLOSED:
        return False
    near = [scan.at(index + step) for step in (1, 2)]
    timed = any(near_mark.says(group) for near_mark in near for group in ("day", "part", "moment"))
    told = _IS_CLOSED & set(scan.at(index - 1).word.split())
    return (
        "é" in scan.typed(mark)
        or bool(told)
        or timed
        or any(m.says("ask_when") for m in scan.marks)
    )


def _is_level(scan: Scan, index: int) -> bool:
    """Whether en "flat" stands before a way and is no place to sleep: "a flat bike ride"."""
    behind = scan.at(index + 1)
    ways = bool(behind.says("travel")) or Kind.ITINERARY in behind.all("asks")
    return ways and scan.at(index).says("difficulty_of_way") is not None


def _is_fallen(scan: Scan, index: int) -> bool:
    """Whether fr "tombé" has fallen and is no grave, with its accent or without: "est tombe"."""
    if scan.at(index).word not in _GRAVE:
        return False
    fallen = bool(_HAS_FALLEN & set(scan.at(index - 1).word.split()))
    fallen = fallen or any(scan.at(index + step).says("day") for step in (1, 2))
    return fallen or "é" in scan.typed(scan.at(index)).casefold()


def _is_no_more(scan: Scan, index: int) -> bool:
    """Whether nl "meer" closes a "no", and is no lake: "geen kastelen meer"."""
    before = range(max(0, index - _REFUSED_NEAR), index)
    return scan.at(index).word in _MORE and any(scan.at(at).says("no") for at in before)


def _asked_differently(scan: Scan, facts: Facts) -> None:
    """Types told by two words together: what is hired, repaired or allowed."""
    marks = [(index, mark) for index, mark in enumerate(scan.marks) if index not in scan.denied]
    hire = any(mark.says("hire") or _HIRES & set(mark.terms) for _, mark in marks)
    hired = [
        mark
        for _, mark in marks
        if _HIRED & set(mark.terms) or "bike_trailer" in mark.all("mobility")
    ]
    if hire and hired:
        facts.types = hired_kinds(scan, facts)
        facts.mobility.pop("bike", None)
        facts.say("types", Kind.TRANSPORT, hired[0])
    if hired and any(mark.says("repair") for _, mark in marks):
        facts.types = dict.fromkeys((Kind.TRANSPORT, Kind.SHOP))
        if not rides(scan):
            facts.mobility.pop("bike", None)
        facts.say("types", Kind.TRANSPORT, hired[0])
    if facts.types.keys() <= {Kind.SHOP, Kind.SERVICE} and _CARDS & facts.labels.keys():
        facts.types = {Kind.OFFICE: None}  # "where do I buy the Carte Avantages"
    may = {mark.says("may") for _, mark in marks} - {None, "possible" if facts.types else None}
    if may and (rule := next((mark for _, mark in marks if mark.says("rule")), None)) is not None:
        facts.types = {Kind.SERVICE: None}
        facts.rule = True
        facts.say("types", Kind.SERVICE, rule)


def _concept(
    term: TermId, mark: Mark, facts: Facts, weak: dict[Kind, None], scan: Scan, index: int
) -> None:
    concept = concepts()[term]
    if term in AUDIENCE:
        said = AUDIENCE[term]
        nobody = _is_who(mark) or index in scan.denied or is_nobody(scan, index, (said,))
        if not nobody:
            facts.party.setdefault(said)
            facts.say("party", said, mark)
        return
    if index in scan.denied:
        _refuse(term, mark, facts)
        return
    if term in _RATINGS and scan.at(index - 1).amount is None:
        return
    if term == "wheelchair_friendly":
        return  # an "accessible path" does not say who comes; a wheelchair is a word of asking
    if concept.group == "labels":
        facts.labels.setdefault(term)
        facts.say("labels", term, mark)
        return
    if concept.group == "kinds" and mark.says("mobility"):
        return  # "sans voiture" says how, not that a bus is sought
    beside = concept.group in BESIDE_TYPES
    if concept.group == "prices" or (beside and _is_who(mark)):
        return
    if concept.group != "kinds":
        facts.themes.setdefault(term)
        facts.say("themes", term, mark)
    if beside:
        return
    bare = term == "driving" and not mark.says("mobility")  # it may as well be parked or mended
    if bare or (term == "walking" and mark.says("travel")):
        if not any(other.says("idea") == "idea" for other in scan.marks):
            weak.setdefault(Kind.ITINERARY)  # but "what can we see on foot"
        return
    _ask_for(concept.kinds, facts, weak, scan, index)


def _refuse(term: TermId, mark: Mark, facts: Facts) -> None:
    """Leave out what a "no" denies; "no children" leaves out no price of a child."""
    if concepts()[term].group != "prices" and not _is_who(mark):
        facts.themes.setdefault(f"-{term}")
        facts.say("themes", f"-{term}", mark)


def _ask_for(
    kinds: Iterable[Kind], facts: Facts, weak: dict[Kind, None], scan: Scan, index: int
) -> None:
    """Fill the types with what a mark asks for; `weak` when it only stands beside."""
    if index in scan.settled or _modifies(scan, index):
        return
    found = weak if is_added(scan, index) else facts.types
    for kind in kinds:
        if kind is Kind.TRANSPORT and _is_liked(scan, index):
            continue
        found.setdefault(kind)
        facts.say("types", kind, scan.at(index))


def _came_by(scan: Scan, mark: Mark, value: str) -> bool:
    """Whether a bus only says how one moves who asks for anything to see: "on est venus en bus,
    que voir ?"; not "a trip by train from Carmaux"."""
    return (
        value == Kind.TRANSPORT
        and mark.says("mobility") is not None
        and any(other.says("idea") == "idea" for other in scan.marks)
        and all(other.place is None for other in scan.marks)
    )


def _in_capitals(scan: Scan, mark: Mark) -> bool:
    """Whether it is written as initials are, and not because all is shouted: "PR 3"."""
    return scan.typed(mark).isupper() and not scan.text.isupper()


def _modifies(scan: Scan, index: int) -> bool:
    """Whether a mark is the first part of a compound: de "Burgcafé" is a café, "Käsemarkt" a
    market, nl "fietshotel" a hotel. Where both come from one word, the last says what it is."""
    mark, head = scan.at(index), scan.at(index + 1)
    return mark.start == head.start < head.end and any(
        concepts()[term].kinds and term not in _LOOSE_HEADS for term in head.terms
    )


def _is_liked(scan: Scan, index: int) -> bool:
    """Whether a train is a pleasure, not a way to go: "my son loves trains"."""
    return any(scan.at(index - back).says("likes") for back in range(1, _LIKED_NEAR + 1))


def _is_who(mark: Mark) -> bool:
    """Whether a word that is also a concept says who comes: "child" is a price, too."""
    return bool(mark.all("party"))


def _words(mark: Mark, facts: Facts, weak: dict[Kind, None], scan: Scan, index: int) -> None:
    denied = index in scan.denied
    tongue = mark.says("tongue")
    if tongue is not None and _spoken(scan, index):
        facts.themes.setdefault(f"lang:{tongue}")
        facts.say("themes", f"lang:{tongue}", mark)
    for meaning in mark.meanings:
        group, value = meaning.group, meaning.value
        if group == "name":
            facts.themes.setdefault(f"{'-' if denied else ''}name:{value}")
            facts.say("themes", f"name:{value}", mark)
            if not denied:
                facts.types.setdefault(Kind.EVENT)
        elif denied:
            continue
        elif group == "asks" and not (_is_closed(scan, index, mark) or _came_by(scan, mark, value)):
            _ask_for((Kind(value),), facts, weak, scan, index)
        elif group == "asks_alone" and index not in scan.settled:
            weak.setdefault(Kind(value))  # a river is where one eats, unless nothing else is asked
        elif (value == "0" and spare_time(scan, index)) or limits_nothing(scan, index, group):
            continue
        elif group in {"weather", "duration", "max_price"}:
            facts.one(group, value, mark)
        elif group == "difficulty_of_way" and (value == "easy" or not sporty(scan, index)):
            facts.of_way.setdefault(value, mark)
        elif group == "difficulty" and not grades_nothing(scan, index, value):
            facts.difficulty.setdefault(value)
            facts.say(group, value, mark)
        elif group == "radius" and facts.radius_km is None:
            facts.radius_km = float(value)
            facts.say("radius_km", value, mark)


def _spoken(scan: Scan, index: int) -> bool:
    """Whether a language is the one to be spoken: "in English", "parle anglais", "English or
    Dutch spoken"."""
    for joined, other in ((index - 1, index - 2), (index + 1, index + 2)):
        if scan.at(joined).says("joins") and scan.at(other).says("tongue"):
            return _beside_speech(scan, index) or _beside_speech(scan, other)
    return _beside_speech(scan, index)


def _beside_speech(scan: Scan, index: int) -> bool:
    before = [scan.at(index - 1), scan.at(index - 2)]
    return bool(
        before[0].says("speaks")
        or scan.at(index + 1).says("speaks")
        or any(mark.says("tour") for mark in before)
    )
