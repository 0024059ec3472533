"""One thing refused by where it stands, or because it is full: "des châteaux, mais pas le château
de Najac", "the campsite La Prade is full, anywhere else?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.clauses import marks_saying
from catalog.request.left_out import thing_at
from catalog.vocabulary.particles import particles, particles_of

if TYPE_CHECKING:
    from catalog.model import Kind
    from catalog.request.facts import Facts
    from catalog.request.marks import Scan
    from catalog.request.places import PlaceNames

_BESIDE: Final = 5
"""How many words beside "is full" the house may stand."""
_THE: Final = particles_of("the_one")
_OF: Final = particles("of_a_place")
_MANY: Final = particles_of("ends_of_many")


def one_refused(scan: Scan, denied: frozenset[int], places: PlaceNames) -> frozenset[int]:
    """What is refused, the place instead of the sort of thing where one of that place is: it
    leaves the others of its sort. What it is called then says nothing else."""
    found = set(denied)
    for index in sorted(denied):
        place = _where(scan, index)
        if place is not None and _only_there(scan, place):
            found = found - {index} | {place}
            scan.used |= set(range(index, place))
        elif _is_named_first(scan, index) and _only_there(scan, index):
            scan.used.add(index + 1)
    return frozenset(found) | _full(scan, places)


def read_another(scan: Scan, facts: Facts, places: PlaceNames) -> None:
    """Fill what is sought instead of a house that is full, where nothing else tells it: another of
    its kind."""
    for index in sorted(scan.denied) if not facts.types else ():
        if name := scan.at(index).place:
            facts.types.update(dict.fromkeys(_kinds(name, places)))


def _kinds(name: str, places: PlaceNames) -> tuple[Kind, ...]:
    return places.listed_as(name) or places.kinds(name)


def _is_house(scan: Scan, at: int, places: PlaceNames) -> bool:
    """Whether it is a site and no town: "the car park in Cordes is full"."""
    name = scan.at(at).place
    return name is not None and bool(_kinds(name, places))


def _full(scan: Scan, places: PlaceNames) -> frozenset[int]:
    """The houses told to be full or closed, where another is asked for."""
    found = set[int]()
    for stood in marks_saying(scan, "full_up"):
        near = scan.clause(range(stood[0], max(-1, stood[0] - _BESIDE), -1))
        near += scan.clause(range(stood[-1], stood[-1] + _BESIDE))
        houses = {at for at in near if _is_house(scan, at, places)}
        if houses and any(not houses & {*other} for other in marks_saying(scan, "another_one")):
            found |= houses
    return frozenset(found)


def _where(scan: Scan, index: int) -> int | None:
    """The index of the place behind "the castle of", de "die Burg"."""
    if thing_at(scan, index) is None or not _is_one(scan, index):
        return None
    behind = index + 1
    if scan.at(behind).word in _OF:
        behind += 1
    gap = scan.text[scan.at(index).end : scan.at(behind).start]
    return behind if scan.at(behind).place is not None and "," not in gap else None


def _is_named_first(scan: Scan, index: int) -> bool:
    """Whether the thing stands behind its place: "Najac castle"."""
    gap = scan.text[scan.at(index).end : scan.at(index + 1).start]
    return scan.at(index).place is not None and not gap.strip() and bool(thing_at(scan, index + 1))


def _is_one(scan: Scan, index: int) -> bool:
    """Whether an article stands before it and it is not of many: "the castle", not "castles"."""
    words = f"{scan.at(index - 1).word} {scan.at(index).word}".split()
    many = tuple(_MANY[scan.lang])
    articles = words[: -1 if len(words) > 1 else 0]
    return not _THE[scan.lang].isdisjoint(articles) and not (many and words[-1].endswith(many))


def _only_there(scan: Scan, place: int) -> bool:
    name = scan.at(place).place
    return sum(mark.place == name for mark in scan.marks) == 1
