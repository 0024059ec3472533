"""Periods as feeds and people write them, dense enough to collide."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import strategies as st

from catalog.model import Day, MonthDay, Period, Slot

FIRST = date(2026, 1, 1)
dates = st.integers(0, 800).map(lambda n: FIRST + timedelta(days=n))
month_days = st.sampled_from(
    [
        MonthDay(*parts)
        for parts in [
            (1, 1),
            (2, 28),
            (2, 29),
            (3, 1),
            (4, 1),
            (7, 14),
            (10, 31),
            (11, 1),
            (12, 31),
        ]
    ]
)
times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 30])) | st.just(time(23, 59))
slots = st.builds(Slot, times, st.none() | times)
weekdays = st.sampled_from(list(Day)[:7])
days = st.lists(weekdays | st.just(Day.PH), max_size=4, unique=True).map(tuple)
nth = st.just(()) | st.lists(st.sampled_from([1, 2, 3, 4, 5, -1]), max_size=2, unique=True).map(
    tuple
)
rarely = st.integers(0, 4).map(lambda n: n == 0)
bounds = st.one_of(
    st.tuples(st.none(), st.none()),
    st.tuples(st.none() | dates, st.none() | dates),
    st.tuples(dates, st.integers(-1, 9)).map(lambda p: (p[0], p[0] + timedelta(days=p[1]))),
    st.tuples(st.none() | month_days, st.none() | month_days),
)


@st.composite
def period(draw: st.DrawFn) -> Period:
    start, end = draw(bounds)
    is_closed = draw(rarely)
    hours = () if is_closed else tuple(draw(st.lists(slots, max_size=3)))
    return Period(start, end, draw(days), draw(nth), hours, is_closed, instead=draw(rarely))


def periods(max_size: int = 5) -> st.SearchStrategy[tuple[Period, ...]]:
    """Mostly openings, some closures."""
    return st.lists(period(), max_size=max_size).map(tuple)


@st.composite
def doubtful_periods(draw: st.DrawFn) -> tuple[Period, ...]:
    """Periods of which nobody knows everything: ordinary ones, others for school holidays, and
    closures for these or for part of a day."""
    found = [*draw(periods(max_size=2)), Period(slots=(draw(slots),))]
    for _ in range(draw(st.integers(1, 2))):
        hours = draw(st.lists(slots, max_size=2).map(tuple))
        if draw(st.booleans()):
            found.append(
                Period(days=(*draw(days), Day.SH), slots=hours, instead=draw(st.booleans()))
            )
        else:
            school = (Day.SH,) if not hours else ()
            found.append(
                Period(days=(*draw(days), *school), slots=hours, closed=True, instead=draw(rarely))
            )
    return tuple(found)


small_hours = st.builds(time, st.integers(0, 4), st.sampled_from([0, 10, 20, 30, 40, 50]))
night_slots = st.builds(Slot, small_hours, small_hours)
"""In the hours in which clocks change."""


@st.composite
def seasons(draw: st.DrawFn) -> Period:
    """Winters: seasons over New Year with weekdays, the last of a month, holidays beside."""
    first = MonthDay(draw(st.integers(9, 12)), draw(st.integers(1, 30)))
    last = MonthDay(draw(st.integers(1, 4)), draw(st.integers(1, 28)))
    ranks = draw(st.sampled_from([(), (-1,), (1, -1), (5,)]))
    some = draw(st.lists(weekdays, min_size=1, max_size=3, unique=True))
    holidays = (Day.PH,) if draw(st.booleans()) else ()
    hours = draw(st.lists(slots, min_size=1, max_size=2).map(tuple))
    is_closed = draw(rarely)
    return Period(first, last, (*some, *holidays), ranks, () if is_closed else hours, is_closed)
