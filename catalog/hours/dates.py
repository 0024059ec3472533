"""Sets of dates: spans of the calendar, and days that return every year.

A set is a line of stretches of the calendar. Inside one, the same days of the year belong to the
set: all of them, or those of a season. So "Apr-Oct" is one endless stretch with a season, "2026
Apr 01-2026 Oct 31" one stretch with every day. Joining, cutting and comparing are exact.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import MAXYEAR, date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from catalog.hours.notheld import NotHeld
from catalog.model import MonthDay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Bound = date | MonthDay | None

MONTH_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
YEAR_DAYS: Final = 366
WHOLE_YEAR: Final = (1 << YEAR_DAYS) - 1
MOST_YEARS: Final = 60
"""A season of a longer stretch of years is not written out day by day."""

_SINCE_EVER: Final = 0
_FOR_EVER: Final = date(MAXYEAR, 12, 31).toordinal() + 1
_DAYS_OF_YEAR: Final = tuple(
    MonthDay(month, day)
    for month, length in enumerate(MONTH_LENGTHS, start=1)
    for day in range(1, length + 1)
)
_POSITION: Final = {day: place for place, day in enumerate(_DAYS_OF_YEAR)}

Stretch = tuple[int, int, int]
"""First day and day after the last (ordinals), and the days of the year in it (bit 0: 1 January,
bit 59: 29 February)."""


@dataclass(frozen=True, slots=True)
class Dates:
    """A set of dates; `stretches` in order, apart from each other, none without a day of the
    year."""

    stretches: tuple[Stretch, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stretches)

    def __or__(self, other: Dates) -> Dates:
        return _union(self, other)

    def __and__(self, other: Dates) -> Dates:
        return _intersection(self, other)

    def __sub__(self, other: Dates) -> Dates:
        return _difference(self, other)

    def bounds(self) -> Iterator[tuple[Bound, Bound]]:
        """The set as first and last days of periods. Raises NotHeld for a season that returns
        from, or up to, a certain year."""
        for first, beyond, season in self.stretches:
            if season == WHOLE_YEAR:
                start = None if first == _SINCE_EVER else date.fromordinal(first)
                end = None if beyond == _FOR_EVER else date.fromordinal(beyond - 1)
                yield start, end
            elif first == _SINCE_EVER and beyond == _FOR_EVER:
                yield from _seasons(season)
            else:
                year = date.fromordinal(max(first, 1) if beyond == _FOR_EVER else beyond - 1).year
                raise NotHeld(f"{year}+" if beyond == _FOR_EVER else f"…-{year}")


EVER: Final = Dates(((_SINCE_EVER, _FOR_EVER, WHOLE_YEAR),))
NEVER: Final = Dates()


def between(first: date | None, last: date | None) -> Dates:
    """The dates from `first` to `last`, both included; None is open-ended."""
    start = _SINCE_EVER if first is None else first.toordinal()
    beyond = _FOR_EVER if last is None else last.toordinal() + 1
    return Dates(((start, beyond, WHOLE_YEAR),)) if start < beyond else NEVER


def every_year(first: MonthDay, last: MonthDay) -> Dates:
    """The days from `first` to `last` of every year, over New Year where `last` is earlier."""
    start, end = _POSITION[first], _POSITION[last]
    season = _bits(start, end + 1) if start <= end else WHOLE_YEAR ^ _bits(end + 1, start)
    return Dates(((_SINCE_EVER, _FOR_EVER, season),))


def _bits(start: int, beyond: int) -> int:
    return (1 << beyond) - (1 << start)


@lru_cache(maxsize=4096)
def _union(a: Dates, b: Dates) -> Dates:
    return _combined(a, b, lambda x, y: x | y)


@lru_cache(maxsize=4096)
def _intersection(a: Dates, b: Dates) -> Dates:
    return _combined(a, b, lambda x, y: x & y)


@lru_cache(maxsize=4096)
def _difference(a: Dates, b: Dates) -> Dates:
    return _combined(a, b, lambda x, y: x & ~y)


def _combined(a: Dates, b: Dates, rule: Callable[[int, int], int]) -> Dates:
    """The two lines laid over each other, cut wherever either changes."""
    cuts = sorted(
        {cut for line in (a, b) for first, beyond, _ in line.stretches for cut in (first, beyond)}
    )
    of_a, of_b = _Season(a), _Season(b)
    found: list[Stretch] = []
    for first, beyond in pairwise(cuts):
        season = rule(of_a(first), of_b(first))
        if not season:
            continue
        for stretch in _written_out(first, beyond, season):
            if found and found[-1][1] == stretch[0] and found[-1][2] == stretch[2]:
                found[-1] = (found[-1][0], *stretch[1:])
            else:
                found.append(stretch)
    return Dates(tuple(found))


class _Season:
    """Which days of the year belong to a set around a date."""

    def __init__(self, dates: Dates) -> None:
        self.stretches = dates.stretches
        self.firsts = [first for first, _, _ in dates.stretches]

    def __call__(self, day: int) -> int:
        place = bisect_right(self.firsts, day) - 1
        if place < 0 or day >= self.stretches[place][1]:
            return 0
        return self.stretches[place][2]


def _written_out(first: int, beyond: int, season: int) -> Iterator[Stretch]:
    """A season inside a few years as the dates themselves; anything else as it is."""
    endless = first == _SINCE_EVER or beyond == _FOR_EVER
    if season == WHOLE_YEAR or endless:
        yield first, beyond, season
        return
    years = range(date.fromordinal(first).year, date.fromordinal(beyond - 1).year + 1)
    if len(years) > MOST_YEARS:
        raise NotHeld(f"{years[0]}-{years[-1]}")
    for year in years:
        for start, end in _runs(season):
            run_first = max(first, _ordinal(year, start))
            run_beyond = min(beyond, _ordinal(year, end))
            if run_first < run_beyond:
                yield run_first, run_beyond, WHOLE_YEAR


def _ordinal(year: int, position: int) -> int:
    """The first day of a year at or after a position in the leap year."""
    if position == YEAR_DAYS:
        return date(year, 12, 31).toordinal() + 1
    day = _DAYS_OF_YEAR[position]
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if (day.month, day.day) == (2, 29) and not leap:
        day = MonthDay(3, 1)
    return date(year, day.month, day.day).toordinal()


def _runs(season: int) -> Iterator[tuple[int, int]]:
    """Positions of the first day and beyond the last of days of the year in a row."""
    while season:
        start = (season & -season).bit_length() - 1
        filled = season + (1 << start)
        beyond = (filled & -filled).bit_length() - 1
        yield start, beyond
        season &= ~_bits(start, beyond)


def _seasons(season: int) -> Iterator[tuple[MonthDay, MonthDay]]:
    """The runs as seasons; one that goes on after New Year is told once."""
    runs = list(_runs(season))
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][1] == YEAR_DAYS:
        runs[-1] = (runs[-1][0], runs[0][1])
        del runs[0]
    for start, beyond in runs:
        yield _DAYS_OF_YEAR[start], _DAYS_OF_YEAR[beyond - 1]
