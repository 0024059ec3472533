"""What may be shown at all, beside the words: the facets of a search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from catalog import hours
from catalog.clock import PARIS
from catalog.geo import Point, distance_km
from catalog.hours.expression import closing, minutes
from catalog.model import WEEK, WHEELCHAIR, Day, Kind, MonthDay, TermId
from catalog.search import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Listing, Period, Slot
    from catalog.search.rows import Doc

_NIGHT_ENDS: Final = 12


@dataclass(frozen=True, slots=True)
class Filters:
    """What may be shown: any of these kinds, any of these concepts (narrower ones included), any
    of these labels, not farther than so many kilometres from the origin, all of these kinds of
    access (`model.ACCESS`), dogs welcome, free of charge, any of these languages spoken (ISO
    639-1), open at a moment or sometime on a day. Empty means no limit.

    Only what a source states counts: a listing of which it is not known stays out.
    """

    kinds: frozenset[Kind] = frozenset()
    concepts: frozenset[TermId] = frozenset()
    within_km: float | None = None
    labels: frozenset[TermId] = frozenset()
    access: frozenset[str] = frozenset()
    dogs: bool = False
    free: bool = False
    spoken: frozenset[str] = frozenset()
    open_at: datetime | date | None = None

    def __bool__(self) -> bool:
        return self.within_km is not None or self.open_at is not None or any(self.groups())

    def groups(self) -> Iterator[list[str]]:
        """Codes of which a row must carry one of each group."""
        yield sorted(map(codes.kind, self.kinds))
        yield sorted(map(codes.concept, self.concepts))
        yield sorted(map(codes.concept, self.labels))
        yield sorted(codes.fact(f"spoken_{lang}") for lang in self.spoken)
        for wanted in sorted(self.access):
            yield [codes.fact(wanted if wanted == WHEELCHAIR else f"access_{wanted}")]
        if self.dogs:
            yield [codes.fact("dogs")]
        if self.free:
            yield [codes.fact("free")]

    def seasons(self) -> Iterator[list[str]]:
        """Codes of which the season of a row that is open then carries one of each group, and some
        that are not."""
        if self.open_at is None:
            return
        days = [self.open_at]
        if isinstance(self.open_at, datetime):
            moment = self.open_at.astimezone(PARIS)
            days = [moment.date()]
            if moment.hour < _NIGHT_ENDS:  # the night before may not be over
                days.append(moment.date() - timedelta(days=1))
        yield sorted({_weekday(WEEK[day.weekday()]) for day in days})
        yield sorted(
            {code for day in days for code in (_month(day.month), _month_of(day), _date(day))}
        )
        if isinstance(self.open_at, datetime):
            yield [_hour(self.open_at.astimezone(PARIS).hour)]

    def opened(self, listing: Listing) -> bool:
        """Whether a listing is surely open then; True when that is not asked."""
        if self.open_at is None:
            return True
        if listing.cancelled:
            return False
        periods, region = listing.dates or listing.openings, hours.region_of(listing.place)
        if isinstance(self.open_at, datetime):
            return hours.opening(periods, self.open_at, region).state is hours.State.OPEN
        return hours.on_day(periods, self.open_at, region).state is hours.State.OPEN


NO_FILTERS: Final = Filters()
_REMEMBERED: Final = 16
"""Filters whose conditions are kept: a question is typed under the same ones."""


@lru_cache(maxsize=_REMEMBERED)
def condition(filters: Filters) -> str:
    """The FTS5 condition for all of the filters that the full-text index holds, or ""."""
    groups = (*filters.groups(), *filters.seasons())
    return " AND ".join([any_of(group) for group in groups if group])


@lru_cache(maxsize=_REMEMBERED)
def groups_of(filters: Filters) -> tuple[frozenset[str], ...]:
    """The groups of codes of which a row must carry one each."""
    return tuple(frozenset(group) for group in filters.groups() if group)


def any_of(terms: Iterable[str]) -> str:
    """The FTS5 condition that any of these terms satisfies."""
    return "(" + " OR ".join([f'"{term}"' for term in terms]) + ")"


MOST: Final = 80
"""Rows taken from one condition: the ranking sees a few hundred, whatever was typed."""


@dataclass(frozen=True)
class Limits:
    """What every row must satisfy, whatever is typed. `circles`: centres and kilometres, to lie
    within all of them; `most`: how many rows to take from one condition; `seasons`: one of which
    a row must have (`search_season`), None for any."""

    filters: Filters = NO_FILTERS
    origin: Point | None = None
    circles: tuple[tuple[Point, float], ...] = ()
    most: int = MOST
    seasons: frozenset[int] | None = None

    @property
    def expression(self) -> str:
        """The FTS5 condition for all that the index holds, or ""."""
        return condition(self.filters)

    @property
    def any(self) -> bool:
        """Whether there is anything to satisfy."""
        return bool(groups_of(self.filters) or self.circles or self.seasons is not None)

    @property
    def radius(self) -> float | None:
        """The smallest circle's; None without any."""
        return min((km for _, km in self.circles), default=None)

    def held(self, docs: list[Doc]) -> list[Doc]:
        """The rows that may be shown."""
        seasons = self.seasons
        if seasons is not None:
            docs = [doc for doc in docs if doc.season in seasons]
        if groups_of(self.filters) or self.circles:
            docs = [doc for doc in docs if self._hold(doc)]
        return docs

    def _hold(self, doc: Doc) -> bool:
        is_a, has = doc.sight.is_a, doc.sight.has
        for group in groups_of(self.filters):
            if group.isdisjoint(is_a) and group.isdisjoint(has):
                return False
        if not self.circles:
            return True
        here = doc.point
        return all(distance_km(centre, here) <= km for centre, km in self.circles)


def seasons(listing: Listing) -> list[str]:
    """Codes of the weekdays on which, of the months, or the very days, in which and of the hours at
    which a listing may be open: without a closing time none is sure. A month of one year is
    another than that of every year: most sources date what they tell, and last year's events and
    seasons are most of what is asked in vain."""
    periods = [period for period in (listing.dates or listing.openings) if not period.closed]
    days: set[Day] = set()
    when: set[str] = set()
    for period in periods:
        plain = set(period.days).intersection(WEEK)
        days |= plain if plain == set(period.days) and plain else set(WEEK)
        when |= _when(period)
    hours = sorted({hour for period in periods for slot in period.slots for hour in _hours(slot)})
    return [*map(_hour, hours), *(_weekday(day) for day in WEEK if day in days), *sorted(when)]


def _hours(slot: Slot) -> set[int]:
    """The hours of the clock of which some minute lies in a slot."""
    closes = closing(slot)
    if closes is None:
        return set()
    return {minute // 60 % 24 for minute in range(minutes(slot.opens) // 60 * 60, closes, 60)}


_MOST_DAYS: Final = 31
"""Days told one by one; a longer span is told by its months."""
_MOST_MONTHS: Final = 24
"""Months told one by one; a longer span is as good as every year."""


def _when(period: Period) -> set[str]:
    start, end = period.start, period.end
    if start is None or end is None:
        return set(map(_month, range(1, 13)))
    if isinstance(start, MonthDay) or isinstance(end, MonthDay):
        wraps = (end.month, end.day) < (start.month, start.day)
        spanned = range(start.month, min(end.month + 12 * wraps, start.month + 11) + 1)
        return {_month((month - 1) % 12 + 1) for month in spanned}
    if (end - start).days < _MOST_DAYS:
        spanned = range((end - start).days + 1)
        return {_date(start + timedelta(days=number)) for number in spanned}
    first, last = 12 * start.year + start.month - 1, 12 * end.year + end.month - 1
    if last - first >= _MOST_MONTHS:
        return set(map(_month, range(1, 13)))
    return {_month_of(date(month // 12, month % 12 + 1, 1)) for month in range(first, last + 1)}


def _weekday(day: Day) -> str:
    return codes.fact(f"day_{day.casefold()}")


def _hour(hour: int) -> str:
    return codes.fact(f"at_{hour}")


def _month(month: int) -> str:
    return codes.fact(f"month_{month}")


def _month_of(day: date) -> str:
    return codes.fact(f"month_{day.year}_{day.month}")


def _date(day: date) -> str:
    return codes.fact(f"on_{day.isoformat()}")
