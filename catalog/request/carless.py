"""Who goes without a car: it is being repaired ("mine is at the garage until four, what can we
do?"), or a train or a bus takes them to a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.clauses import is_wish, marks_saying, silence
from catalog.request.model import HERE
from catalog.vocabulary.particles import particles_of

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Scan

_STOPS: Final = {"train_station": particles_of("by_train"), "bus_stop": particles_of("by_bus")}


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
