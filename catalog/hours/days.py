"""Sets of days as `opening_hours` selects them: weekdays, n-th weekdays, holidays, within dates.

A weekday of a month is told by its place: the fourth of four and the fourth of five differ, for
the first is the last. With these nine places, `Sa[2]`, `Sa[-1]` and "all Saturdays but the
first" are plain sets, and cutting one from another is exact. Public and school holidays fall on
weekdays that nobody can list for all years: what would need that is `NotHeld`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import and_, or_, sub
from typing import TYPE_CHECKING, Final, TypeVar

from catalog.hours.dates import NEVER, Dates
from catalog.hours.notheld import NotHeld
from catalog.model import WEEK, Day, MonthDay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    Bound = date | MonthDay | None

HOLIDAYS: Final = (Day.PH, Day.SH)

Place = tuple[int, int]
"""The n-th of so many in its month."""
PLACES: Final = tuple((n, total) for total in (4, 5) for n in range(1, total + 1))
_EVERY_PLACE: Final = frozenset(PLACES)
_OF_RANK: Final = {
    rank: frozenset((n, total) for n, total in PLACES if rank in (n, n - total - 1))
    for rank in (1, 2, 3, 4, 5, -1, -2, -3, -4, -5)
}
RANKS_HELD: Final = (1, 2, 3, 4, 5, -1)
"""The numbers that `Period.nth` knows."""

Cell = tuple[Day, Place]
_Key = TypeVar("_Key")
EVERY_CELL: Final = tuple((day, place) for day in WEEK for place in PLACES)


@dataclass(frozen=True, slots=True)
class Days:
    """A set of days: the dates on which each weekday at its place in the month belongs to it, and
    those within which public (PH) and school holidays (SH) do."""

    weekdays: Mapping[Cell, Dates] = field(default_factory=dict)
    holidays: Mapping[Day, Dates] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.weekdays or self.holidays)

    def __or__(self, other: Days) -> Days:
        return Days(_joined(self.weekdays, other.weekdays), _joined(self.holidays, other.holidays))

    def __sub__(self, other: Days) -> Days:
        """Without the other's days. Only exact where `entangled` says no."""
        everyday = other.everyday()
        return Days(
            _cut(self.weekdays, other.weekdays),
            _cut(_cut(self.holidays, other.holidays), dict.fromkeys(self.holidays, everyday)),
        )

    def __and__(self, other: Days) -> Days:
        """The days of both. Only exact where `entangled` says no."""
        everyday, mine = other.everyday(), self.everyday()
        holidays = {
            day: self.holidays.get(day, NEVER) & (other.holidays.get(day, NEVER) | everyday)
            | (other.holidays.get(day, NEVER) & mine)
            for day in HOLIDAYS
        }
        return Days(
            _each(self.weekdays, self.weekdays, other.weekdays, and_),
            {day: dates for day, dates in holidays.items() if dates},
        )

    def everyday(self) -> Dates:
        """The dates on which every weekday belongs to the set, and so every holiday."""
        if len(self.weekdays) < len(EVERY_CELL):
            return NEVER
        dates: Dates | None = None
        for other in set(self.weekdays.values()):
            dates = other if dates is None else dates & other
        return dates or NEVER

    def entangled(self, other: Days) -> bool:
        """Whether a holiday of one may fall on a day of the other that only the other selects:
        then neither their difference nor what they share can be written."""
        rest = self - other
        return any(
            dates & against
            for holiday, dates in rest.holidays.items()
            for against in {*other.weekdays.values(), other.holidays.get(_other(holiday), NEVER)}
        ) or any(
            dates & against
            for dates in set(rest.weekdays.values())
            for against in other.holidays.values()
        )

    def selectors(self) -> Iterator[tuple[Bound, Bound, tuple[Day, ...], tuple[int, ...]]]:
        """The set as bounds, days and n-th of periods. Raises NotHeld."""
        groups: defaultdict[tuple[Dates, tuple[int, ...]], list[Day]] = defaultdict(list)
        for day in WEEK:
            places: defaultdict[Dates, set[Place]] = defaultdict(set)
            for place in PLACES:
                if dates := self.weekdays.get((day, place)):
                    places[dates].add(place)
            for dates, found in places.items():
                groups[dates, _ranks(day, found)].append(day)
        for day, dates in self.holidays.items():
            groups[dates, ()].append(day)
        for (dates, ranks), days in groups.items():
            every_day = not ranks and set(WEEK) <= set(days)
            for start, end in dates.bounds():
                yield start, end, () if every_day else tuple(days), ranks


def days_of(dates: Dates, selected: Iterable[tuple[Day, tuple[int, ...]]] = ()) -> Days:
    """Within dates, the days selected with their ranks in the month (() is each of them); no day
    selected is every day."""
    weekdays: dict[Cell, Dates] = {}
    holidays: dict[Day, Dates] = {}
    for day, ranks in tuple(selected) or tuple((day, ()) for day in WEEK):
        if day in HOLIDAYS:
            holidays[day] = dates
            continue
        places = _places(ranks) if ranks else _EVERY_PLACE
        for place in places:
            weekdays[day, place] = dates
    return Days(weekdays, holidays)


def _other(holiday: Day) -> Day:
    return Day.SH if holiday is Day.PH else Day.PH


def _ranks(day: Day, places: set[Place]) -> tuple[int, ...]:
    """The n-th that say exactly these places; () for all of them."""
    if places == _EVERY_PLACE:
        return ()
    ranks = [rank for rank in RANKS_HELD if _OF_RANK[rank] <= places]
    if _places(ranks) != places:
        raise NotHeld(f"{day}[…]")
    for rank in (-1, 5):  # the fifth is always the last
        if rank in ranks and _places(others := [r for r in ranks if r != rank]) == places:
            ranks = others
    return tuple(ranks)


def _places(ranks: Iterable[int]) -> frozenset[Place]:
    return frozenset[Place]().union(*(_OF_RANK[rank] for rank in ranks))


def _joined(a: Mapping[_Key, Dates], b: Mapping[_Key, Dates]) -> dict[_Key, Dates]:
    return _each({**a, **b}, a, b, or_)


def _cut(a: Mapping[_Key, Dates], b: Mapping[_Key, Dates]) -> dict[_Key, Dates]:
    return _each(a, a, b, sub)


def _each(
    keys: Iterable[_Key],
    a: Mapping[_Key, Dates],
    b: Mapping[_Key, Dates],
    rule: Callable[[Dates, Dates], Dates],
) -> dict[_Key, Dates]:
    """The rule applied key by key, once for each pair of values: most keys share one."""
    known: dict[tuple[int, int], Dates] = {}
    found: dict[_Key, Dates] = {}
    for key in keys:
        mine, others = a.get(key, NEVER), b.get(key, NEVER)
        pair = id(mine), id(others)
        if pair not in known:
            known[pair] = rule(mine, others)
        if known[pair]:
            found[key] = known[pair]
    return found
