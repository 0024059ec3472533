"""What generated listings say of when they are open, as often as those of a regional flux do
(Centre-Val de Loire, September 2020: four in ten, every event, hardly any walk)."""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random
from typing import Final

from catalog.model import Day, Kind, MonthDay, Period, Slot

_STATED: Final = {
    Kind.ATTRACTION: 0.4,
    Kind.ACTIVITY: 0.3,
    Kind.FOOD: 0.5,
    Kind.HEALTH: 0.5,
    Kind.LODGING: 0.14,
    Kind.OFFICE: 0.6,
    Kind.PRODUCER: 0.5,
    Kind.SERVICE: 0.25,
}
"""Share of the listings of a kind that state openings."""
_SEASONS: Final = (
    (None, None),
    (MonthDay(4, 1), MonthDay(10, 31)),
    (MonthDay(5, 15), MonthDay(9, 15)),
    (MonthDay(7, 1), MonthDay(8, 31)),
)
_WEEK: Final = tuple(Day)[:7]
_DAYS: Final = ((), _WEEK[:5], _WEEK[:6], _WEEK[1:], _WEEK[2:], _WEEK[5:])
_SLOTS: Final = (
    (),
    (Slot(time(9), time(12)), Slot(time(14), time(18))),
    (Slot(time(10), time(18, 30)),),
    (Slot(time(14), time(19)),),
    (Slot(time(12), time(14)), Slot(time(19), time(21, 30))),
    (Slot(time(9)),),
)


def openings(kind: Kind, number: int) -> tuple[Period, ...]:
    """The openings of a listing; () where it states none."""
    random = Random(number)
    if random.random() >= _STATED.get(kind, 0.0):
        return ()
    start, end = random.choice(_SEASONS)
    days, slots = random.choice(_DAYS), random.choice(_SLOTS)
    found = [Period(start=start, end=end, days=days, slots=slots)]
    if start is not None and random.random() < 0.3:  # fewer days out of season
        found.append(Period(days=_WEEK[5:], slots=slots))
    if random.random() < 0.2:
        found.append(Period(start=MonthDay(12, 20), end=MonthDay(1, 10), closed=True))
    return tuple(found)


def dates(kind: Kind, number: int) -> tuple[Period, ...]:
    """The dates of an event or a market; () of anything else."""
    random = Random(number)
    if kind is Kind.MARKET:
        return (Period(days=(random.choice(_WEEK),), slots=(Slot(time(8), time(12, 30)),)),)
    if kind is not Kind.EVENT:
        return ()
    first = date(2026, 1, 1) + timedelta(days=random.randrange(365))
    last = first + timedelta(days=random.choice((0, 0, 0, 1, 2, 9, 60)))
    return (Period(start=first, end=last, slots=random.choice(_SLOTS)),)
