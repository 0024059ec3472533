"""Rounds that are told by their length: "un tour de 9 km", nl "een lus van 9", de "eine Schleife
von zwei Stunden"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Scan

_AROUND: Final = particles("all_around")
_WATER: Final = "lake"
_NEAR_WATER: Final = frozenset({Kind.ACTIVITY, Kind.ATTRACTION, Kind.ITINERARY})
_SMALL: Final = 2
"""How many marks before water may tell that one goes around it: "autour du lac"."""
_OF: Final = particles("of_a_name")
_LENGTHS: Final = frozenset({"km", "mile", "h", "quarter_h", "three_quarters_h", "min", "d"})
_FARTHEST: Final = 60
"""Kilometres up to which a round is told without their unit."""
_BEFORE_LENGTH: Final = ("around", "within", "speech", "qualifies")


def read_rounds(scan: Scan, facts: Facts) -> None:
    """Fill the types with a round whose length is told. Its word says no more: fr "tour" is no
    tower here, oc "tomb" no grave. A bare number behind it counts kilometres."""
    _around_water(scan, facts)
    for index in range(len(scan.marks) - 2):
        if scan.at(index + 1).word.partition(" ")[0] not in _OF or index in scan.denied:
            continue
        if not scan.beside(index, "round", ends=True):
            continue
        at = index + 2
        while any(scan.at(at).says(group) for group in _BEFORE_LENGTH) and _is_small(scan, at):
            at += 1
        mark, behind = scan.at(at), scan.at(at + 1)
        counted = bool(mark.says("duration")) or bool(_LENGTHS & {*mark.all("unit")})
        if mark.amount is not None:
            counted = bool(_LENGTHS & {*behind.all("unit"), *scan.at(at + 2).all("unit")})
        if not counted and not _counts_kilometres(scan, at):
            continue
        facts.types.setdefault(Kind.ITINERARY)
        facts.say("types", Kind.ITINERARY, scan.at(index))
        if not any(Kind.ITINERARY in concepts()[term].kinds for term in scan.at(index).terms):
            scan.settled.add(index)
        if not counted:
            facts.kilometres.append((mark.amount or 0.0, False, scan.at(index), mark))


def _around_water(scan: Scan, facts: Facts) -> None:
    """Kilometres around a lake are those of a way, where no more is asked for: de "um den See, 4
    km, mit Kinderwagen"; not "within 4 km around the lake"."""
    if not any(0 < km <= _FARTHEST and not away for km, away, *_ in facts.kilometres):
        return
    for index, mark in enumerate(scan.marks):
        if _WATER not in mark.terms:
            continue
        ahead = (scan.at(at) for at in range(index - 1, index - 1 - _SMALL, -1))
        if any(not _AROUND.isdisjoint(before.word.split()) for before in ahead) and not any(
            set(other.all("asks")) - _NEAR_WATER for other in scan.marks
        ):
            facts.types.setdefault(Kind.ITINERARY)
            facts.say("types", Kind.ITINERARY, mark)
            return


def _is_small(scan: Scan, at: int) -> bool:
    return scan.at(at).amount is None and not scan.at(at).all("unit")


def _counts_kilometres(scan: Scan, at: int) -> bool:
    """Whether a number in figures stands alone: nl "een lus van 9"; nothing is counted by it."""
    mark, behind = scan.at(at), scan.at(at + 1)
    if mark.number is None or not 1 < mark.number <= _FARTHEST:
        return False
    counted = behind.terms or behind.all("party") or behind.all("unit") or behind.amount
    apart = "," in scan.text[mark.end : behind.start]
    return apart or not (counted or (behind.unknown and behind.word))
