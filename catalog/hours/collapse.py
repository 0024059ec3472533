"""Fewer periods that say exactly the same.

Feeds expand: one object a weekday, one a slot, one a day (537 of them for one exhibition).
`collapsed` joins slots of the same days, weekdays of the same season and runs of dates, so that
a schedule is quick to evaluate and short to read. No day or minute changes its meaning.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields, replace
from datetime import date, time, timedelta
from functools import lru_cache
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from catalog.model import WEEK, Day, Period, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

"""The weekdays in the order of `date.weekday()`."""

WEEKS_FOR_A_HABIT: Final = 3
"""Dates that repeat weekly at least so often are told as a weekday, not one by one."""

_ONE_DAY: Final = timedelta(days=1)
_ONE_WEEK: Final = timedelta(days=7)
_DAY_ORDER: Final = {day: place for place, day in enumerate(Day)}


def collapsed(periods: Sequence[Period]) -> tuple[Period, ...]:
    """The same days and hours in as few periods as is simple; impossible ones (an end before
    its start) say nothing and are left out. Dated periods come in order, after the others; from
    the first that is `instead` of others on, the order stays."""
    return _collapsed(tuple(periods))


@lru_cache(maxsize=1024)
def _collapsed(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    possible = [_tidy(period) for period in periods if not impossible(period)]
    together, in_order = parted(possible)
    found = sorted(_join_dates(_join_days(_join_slots(dict.fromkeys(together)))), key=_place)
    for (_, closed), run in groupby(
        _with_what_is_added(in_order), key=attrgetter("instead", "closed")
    ):
        found += _join_runs(list(run), closed=closed)
    return tuple(found)


def parted(periods: Sequence[Period]) -> tuple[Sequence[Period], Sequence[Period]]:
    """The periods whose order does not matter, and those from the first `instead` on."""
    first = next((at for at, period in enumerate(periods) if period.instead), len(periods))
    return periods[:first], periods[first:]


def _with_what_is_added(periods: Iterable[Period]) -> Iterator[Period]:
    """Periods in order, each with the slots that the next ones add on the very same days."""
    current: Period | None = None
    for period in periods:
        if current is not None and _adds_slots(period, current):
            current = replace(current, slots=_tidy_slots((*current.slots, *period.slots)))
            continue
        if current is not None:
            yield current
        current = period
    if current is not None:
        yield current


def _adds_slots(period: Period, before: Period) -> bool:
    if period.instead or period.closed or not (period.slots and before.slots):
        return False
    return replace(period, slots=before.slots, instead=before.instead) == before


def _join_runs(periods: list[Period], *, closed: bool) -> list[Period]:
    """Neighbours that replace, or add, or close: joined where their order does not matter,
    because they have no day in common or none has hours that another has not."""
    runs = [run for period in periods if (run := _run(period)) is not None]
    apart = all(before.last < after.first for before, after in pairwise(sorted(runs)))
    if len(runs) == len(periods) and (apart or closed):
        return sorted(_join_dates(dict.fromkeys(periods)), key=_place)
    return periods


def impossible(period: Period) -> bool:
    """Whether the period ends before it starts (a `MonthDay` pair never does)."""
    start, end = period.start, period.end
    return isinstance(start, date) and isinstance(end, date) and end < start


def _tidy(period: Period) -> Period:
    """The period with its days, numbers and slots in order and once each."""
    days = _tidy_days(period.days)
    if not period.nth and days[:7] == WEEK:
        days = ()
    nth = tuple(sorted(set(period.nth), key=lambda n: (n < 0, n)))
    slots = _tidy_slots(period.slots)
    if (days, nth, slots) == (period.days, period.nth, period.slots):
        return period
    return replace(period, days=days, nth=nth, slots=slots)


def _tidy_days(days: Iterable[Day]) -> tuple[Day, ...]:
    return tuple(sorted(set(days), key=_DAY_ORDER.__getitem__))


def _tidy_slots(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    return tuple(sorted(set(slots), key=lambda slot: (slot.opens, slot.closes or time.max)))


def _groups(periods: Iterable[Period], but: str) -> list[list[Period]]:
    """The periods that are alike in everything but one field."""
    alike = attrgetter(*(item.name for item in fields(Period) if item.name != but))
    groups: defaultdict[object, list[Period]] = defaultdict(list)
    for period in periods:
        groups[alike(period)].append(period)
    return list(groups.values())


def _join_slots(periods: Iterable[Period]) -> list[Period]:
    """Periods of the same days become one with all their slots. One without slots stays apart:
    "open, hours unknown" is not another slot."""
    joined = []
    for group in _groups(periods, but="slots"):
        bare = [period for period in group if not period.slots]
        timed = [period for period in group if period.slots]
        joined += bare[:1]
        if len(timed) > 1:
            slots = _tidy_slots(slot for period in timed for slot in period.slots)
            timed = [replace(timed[0], slots=slots)]
        joined += timed
    return joined


def _join_days(periods: Iterable[Period]) -> list[Period]:
    """Periods that differ in their weekdays only become one."""
    joined = []
    for group in _groups(periods, but="days"):
        if len(group) == 1:
            joined += group
        else:
            days = tuple(day for period in group for day in period.days or WEEK)
            joined.append(_tidy(replace(group[0], days=days)))
    return joined


@dataclass(frozen=True, slots=True, order=True)
class _Run:
    """Dates without a gap, both ends included."""

    first: date
    last: date


def _run(period: Period) -> _Run | None:
    """The dates of a period that is nothing but dates, every day between them."""
    if period.days or period.nth:
        return None
    if isinstance(period.start, date) and isinstance(period.end, date):
        return _Run(period.start, period.end)
    return None


def _join_dates(periods: Iterable[Period]) -> list[Period]:
    """Dates that follow each other become a range, dates a week apart a weekday."""
    others: list[Period] = []
    groups: defaultdict[Period, list[_Run]] = defaultdict(list)
    for period in periods:
        run = _run(period)
        if run is None:
            others.append(period)
        else:
            groups[replace(period, start=None, end=None)].append(run)
    for alike, runs in groups.items():
        others += (
            replace(alike, start=run.first, end=run.last, days=days)
            for run, days in _habits(_unbroken(runs))
        )
    return others


def _unbroken(runs: Iterable[_Run]) -> Iterator[_Run]:
    """The same dates in the fewest runs, in order."""
    current: _Run | None = None
    for run in sorted(runs):
        if current is None:
            current = run
        elif run.first <= current.last or run.first - current.last == _ONE_DAY:
            current = _Run(current.first, max(current.last, run.last))
        else:
            yield current
            current = run
    if current is not None:
        yield current


def _habits(runs: Iterable[_Run]) -> Iterator[tuple[_Run, tuple[Day, ...]]]:
    """Runs as they are, but those that return every week told as one run with weekdays."""
    alike: defaultdict[tuple[int, timedelta], list[_Run]] = defaultdict(list)
    for run in runs:
        alike[run.first.weekday(), run.last - run.first].append(run)
    for (weekday, length), group in alike.items():
        for weekly in _weekly(group):
            if length < timedelta(days=6) and len(weekly) >= WEEKS_FOR_A_HABIT:
                days = tuple(WEEK[(weekday + n) % 7] for n in range(length.days + 1))
                yield _Run(weekly[0].first, weekly[-1].last), _tidy_days(days)
            else:
                yield from ((run, ()) for run in weekly)


def _weekly(runs: Sequence[_Run]) -> Iterator[list[_Run]]:
    """Runs cut where the next does not come exactly a week later."""
    chain: list[_Run] = []
    for run in runs:
        if chain and run.first - chain[-1].first != _ONE_WEEK:
            yield chain
            chain = []
        chain.append(run)
    if chain:
        yield chain


def _place(period: Period) -> tuple[int, date]:
    """Undated periods first, then by first date."""
    return (1, period.start) if isinstance(period.start, date) else (0, date.min)
