"""Who goes without a car: it is being repaired ("mine is at the garage until four, what can we
do?"), a train or a bus takes them to a place, or they go by nothing else; or not long in one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.clauses import is_wish, marks_saying, rides, silence
from catalog.request.homeward import is_small
from catalog.request.model import HERE
from catalog.vocabulary.asking import Meaning
from catalog.vocabulary.particles import particles, particles_of

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

_STOPS: Final = {"train_station": particles_of("by_train"), "bus_stop": particles_of("by_bus")}
_BY_CAR: Final = (Meaning("here", "here", ()), Meaning("mobility", "car", ()))


def read_short_drive(scan: Scan) -> None:
    """Let "not too long in the car" say that it is near and by car: it refuses no car."""
    for stood in marks_saying(scan, "short_drive"):
        first, last = scan.at(stood[0]), scan.at(stood[-1])
        silence(scan, range(stood[0], stood[-1] + 1))
        marks = list(scan.marks)
        marks[stood[0]] = replace(first, terms=(), meanings=_BY_CAR, end=last.end)
        scan.marks = tuple(marks)
        scan.used.discard(stood[0])


def read_carless(scan: Scan, facts: Facts) -> None:
    """Take a car in repair and its garage out of the question, where something else is asked
    for, which is then reached without it."""
    for stood in marks_saying(scan, "in_repair"):
        told = range(stood[0], stood[-1] + 1)
        others = (mark for at, mark in enumerate(scan.marks) if at not in told)
        if any(is_wish(mark) or mark.says("duration") for mark in others):
            facts.mobility.setdefault("public_transport")
            facts.say("mobility", "public_transport", scan.at(told[0]), scan.at(told[-1]))
            silence(scan, stood)


def read_rides(scan: Scan, facts: Facts) -> None:
    """Take the train or the bus out of a question that seeks something else, which is reached by
    them: "bus or train only, a museum and a swim"."""
    index = 0
    while index < len(scan.marks):
        told = _rides_from(scan, index)
        index += max(1, len(told))
        by = any("public_transport" in scan.at(at).all("mobility") for at in told)
        beside = (told[0] - 1, told[0] - 2, told[-1] + 1) if told else ()
        only = [at for at in beside if _says_only(scan.at(at))]
        if not told or not (only or (by and len(told) > 1)):
            continue
        others = (mark for at, mark in enumerate(scan.marks) if at not in {*told, *only})
        if any(is_wish(mark) and not rides(mark) for mark in others):
            facts.mobility.setdefault("public_transport")
            facts.say("mobility", "public_transport", scan.at(told[0]), scan.at(told[-1]))
            silence(scan, (*told, *only))


def _rides_from(scan: Scan, first: int) -> list[int]:
    """The marks of the trains and buses named one behind the other from there."""
    found: list[int] = []
    at = first
    while _is_ride(scan.at(at)):
        found += range(found[-1] + 1 if found else at, at + 1)
        at = next((n for n in range(at + 1, at + 4) if not _links(scan.at(n))), at + 1)
    return found


def _is_ride(mark: Mark) -> bool:
    return bool(mark.word) and (rides(mark) or "public_transport" in mark.all("mobility"))


def _links(mark: Mark) -> bool:
    return bool(mark.word) and (bool(mark.says("or") or mark.says("joins")) or is_small(mark))


def _says_only(mark: Mark) -> bool:
    return not particles("nothing_but").isdisjoint(mark.word.split())


def read_stops(scan: Scan, facts: Facts) -> None:
    """Seek the station of the train, or the stop of the bus, by which somebody wants to go to a
    place: "how do I get to Toulouse by train"; neither where both will do."""
    if facts.types.keys() != {Kind.TRANSPORT} or facts.themes or not facts.places.keys() - {HERE}:
        return
    said = {
        stop: mark
        for mark in scan.marks
        if "public_transport" in mark.all("mobility")
        for stop, words in _STOPS.items()
        if not words[scan.lang].isdisjoint(mark.word.split())
    }
    if len(said) == 1:
        for stop, mark in said.items():
            facts.themes.setdefault(stop)
            facts.say("themes", stop, mark)
