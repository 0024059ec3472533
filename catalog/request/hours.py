"""Clock times written as such ("19:30", "7h30"), and those that are a length ("1h30")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.amounts import say_length
from catalog.request.clocks import LONGEST_RIDE, Spoken, halves
from catalog.request.dial import dial_at
from catalog.request.stories import was_long
from catalog.request.ways import say_way, way_mode
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Scan
    from catalog.request.moments import Moment

_IT_IS: Final = particles("it_is_so_late")
_RIDE_NEAR: Final = 6
"""How many words before an hour the ride may be asked for."""
_FROM_HOUR: Final = 7
"""From this hour on "8h30" alone is a time of day."""


def read_hour_it_is(scan: Scan, moment: Moment, facts: Facts) -> None:
    """ "Il est 14h30, où manger ?" asks for now."""
    for index, mark in enumerate(scan.marks):
        told = f"{scan.at(index - 1).word} {mark.word}"
        if mark.word not in _IT_IS and told not in _IT_IS:
            continue
        clock = dial_at(scan, index + 1)
        if clock is not None and (clock.unit or clock.told or scan.at(index + 1).clock):
            scan.used |= set(range(index, clock.last + 1))
            if not any(
                _tells_hour(scan, later) for later in range(clock.last + 1, len(scan.marks))
            ):
                moment.note("day", "now")
                facts.say("when", "now", mark, scan.at(clock.last))
            return


def _tells_hour(scan: Scan, index: int) -> bool:
    """Whether another hour is told, or a day: "il est 10h30, on a jusqu'à 13h"."""
    mark = scan.at(index)
    clock = mark.clock or {"h", "clock"}.intersection(scan.at(index + 1).all("unit"))
    return bool(clock or mark.says("day") or mark.says("moment") or mark.date)


def read_clocks(scan: Scan, moment: Moment, facts: Facts) -> None:
    """Fill the time, the duration or the radius from figures like "1h30"."""
    for index, mark in enumerate(scan.marks):
        if mark.date is not None and scan.at(index - 1).says("at_clock") == "at":
            _with_a_point(scan, index, moment)
        if mark.clock is None or index in scan.used:
            continue
        hour, minute = int(mark.clock[:2]), int(mark.clock[3:])
        before = scan.at(index - 1)
        announced = any(
            before.says(group)
            for group in ("after", "before", "day", "part", "moment", "at_clock", "joins")
        )
        if mark.span:
            way = way_mode(scan, index, index)
            if way is not None and (way[1] > index or hour < LONGEST_RIDE):
                say_way(scan, index, way, hour * 60 + minute, facts)
                continue
            apart = "," in scan.text[scan.at(index - 2).end : mark.start]
            leaves = "transport" in scan.at(index - 2).all("asks") and not apart  # "train de 6h12"
            leaves = leaves or (hour >= LONGEST_RIDE and _to_ride(scan, index))
            if hour < _FROM_HOUR and not leaves and (not announced or before.says("of_age")):
                if not was_long(scan, index, index):
                    say_length(facts, hour * 60 + minute, mark, mark)
                scan.used.add(index)
                continue
        if not any(moment.range_at(scan, first, index) for first in range(index - 4, index)):
            moment.clock_at(scan, index)


def _to_ride(scan: Scan, index: int) -> bool:
    """Whether a ride is asked for before a time: "taxi pour Albi 6h30 demain"."""
    before = scan.clause(range(index, max(-1, index - _RIDE_NEAR), -1))[1:]
    return any("transport" in scan.at(at).all("asks") for at in before) and not any(
        scan.at(at).says("of_age") for at in before[:1]
    )


def _with_a_point(scan: Scan, index: int, moment: Moment) -> None:
    """ "alle 9.10", "om 7.05": behind "at" what looks like a date is a time of day."""
    hour, point, minute = scan.typed(scan.at(index)).partition(".")
    if point and minute.isdecimal() and len(minute) == 2 and int(hour) < 24:
        minutes = int(hour) * 60 + int(minute)
        bound = "-" if index in scan.due else ""
        moment.take(scan, Spoken(minutes, index, bound, *halves(scan, index)), index)
