"""Places that are left out by their name: seen already, than which another is sought, or of which
one thing is not wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.request.marks import Scan

_SEEN_REACH: Final = 5
"""How many words beside "seen" the place may stand."""
_OTHER_NEAR: Final = 7
"""How many words behind "another" the place may stand than which it is another."""
_AFTER: Final = particles("after_a_thing") | particles("after_a_thing_or_then")
_THAN: Final = particles("than")
_LESS: Final = particles("less_so")
_OF: Final = particles("of_a_place")
_STANDING: Final = frozenset(
    {Kind.ATTRACTION, Kind.ACTIVITY, Kind.MARKET, Kind.EVENT, Kind.FOOD, Kind.LODGING}
)
"""Kinds of what a place has one of."""
_VISITS: Final = particles("visits")


def seen_already(scan: Scan) -> Iterator[int]:
    """The places that the visitor knows already: the nearest beside "we have seen", and those
    joined to it."""
    for index, mark in enumerate(scan.marks):
        if mark.says("seen"):
            beside = (index + step * side for step in range(1, _SEEN_REACH) for side in (1, -1))
            place = next((at for at in beside if scan.at(at).place is not None), None)
            onward = 1 if place is None or place > index else -1
            while place is not None and scan.at(place).place is not None:
                yield place
                place += 2 * onward if scan.at(place + onward).says("joins") else onward
        yesterday = scan.at(index + 1).says("day") == "yesterday"
        if mark.place is not None and yesterday and scan.at(index - 1).word in _AFTER:
            scan.used.add(index + 1)  # "after Najac yesterday"
            yield index


def other_than(scan: Scan) -> Iterator[int]:
    """The places than which another is sought: "un autre village que Cordes", or one that is
    "less known than Chenonceau"; not "less than 20 km from it"."""
    for index, mark in enumerate(scan.marks):
        other = mark.says("another") or not _LESS.isdisjoint(mark.word.split()[:1])
        for at in scan.clause(range(index, index + _OTHER_NEAR)) if other else ():
            if scan.at(at).says("number"):
                break
            if scan.at(at).place is not None and scan.at(at - 1).word in _THAN:
                yield at


def thing_of(scan: Scan, index: int) -> TermId | None:
    """The thing that is told to belong to the place at `index`, None where the place is meant."""
    before = index - 1 - (scan.at(index - 1).word in _OF)
    return thing_at(scan, before) or thing_at(scan, index + 1)


def thing_at(scan: Scan, index: int) -> TermId | None:
    """What a mark says that a place has one of: "not the train from Albi" refuses the train."""
    known = concepts()
    things = (term for term in scan.at(index).terms if _STANDING & {*known[term].kinds[:1]})
    return next(things, None)


def only_visits(scan: Scan, index: int) -> bool:
    """Whether it is the verb of "without visiting the castle", which refuses what is visited."""
    if scan.at(index).word not in _VISITS:
        return False
    behind = index + 1 + (scan.at(index + 1).word in FUNCTION_WORDS)
    return bool(scan.at(behind).terms) or scan.at(behind).place is not None
