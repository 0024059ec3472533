"""From the many small statements of a source to few `Period`s that say exactly the same.

Sources write one statement per weekday and per daily slot, or one per day: an exhibition of a year
and a half comes as 537 one-day periods. `gather` puts slots of a day together, then days of a week,
then days that follow each other. Nothing is rounded: the set of (day, slots, note) is the same
before and after.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, WEEK, Day, Localized, MonthDay, Period, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_POSITION: Final = {day: position for position, day in enumerate(Day)}


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source object says: open from `start` to `end`, on `days` (() is every day), in
    `slot` (None: hours unknown)."""

    start: date | MonthDay | None = None
    end: date | MonthDay | None = None
    days: tuple[Day, ...] = ()
    slot: Slot | None = None
    note: Localized = NOTHING


_Span = tuple[date | MonthDay | None, date | MonthDay | None]
_Slots = tuple[Slot, ...]


def gather(statements: Iterable[Statement]) -> tuple[Period, ...]:
    """The fewest periods that say what the statements say, in order of time."""
    slots_of: defaultdict[tuple[_Span, Localized, Day | None, bool], set[Slot]] = defaultdict(set)
    for said in statements:
        for day in said.days or (None,):
            slots = slots_of[(said.start, said.end), said.note, day, said.slot is not None]
            if said.slot is not None:
                slots.add(said.slot)
    days_of: defaultdict[tuple[_Span, Localized, _Slots], set[Day | None]] = defaultdict(set)
    for (span, note, day, _), slots in slots_of.items():
        days_of[span, note, _in_order(slots)].add(day)
    spans_of: defaultdict[tuple[tuple[Day, ...], Localized, _Slots], list[_Span]] = defaultdict(
        list
    )
    for (span, note, day_slots), days in days_of.items():
        spans_of[_weekdays(span, days), note, day_slots].append(span)
    periods = [
        Period(start=start, end=end, days=days, slots=slots, note=note)
        for (weekdays, note, slots), spans in spans_of.items()
        for start, end, days in _joined(spans, weekdays)
    ]
    return tuple(sorted(periods, key=_in_time))


def _in_order(slots: Iterable[Slot]) -> _Slots:
    return tuple(sorted(slots, key=lambda slot: (slot.opens, slot.closes or slot.opens)))


def _weekdays(span: _Span, days: set[Day | None]) -> tuple[Day, ...]:
    """The days in the order of the week; () when they are all days of the span."""
    if None in days or days.issuperset(WEEK):
        return ()
    start, end = span
    if isinstance(start, date) and start == end and days == {WEEK[start.weekday()]}:
        return ()
    return tuple(sorted((day for day in days if day is not None), key=_POSITION.__getitem__))


_Joined = tuple[date | MonthDay | None, date | MonthDay | None, tuple[Day, ...]]


def _joined(spans: Sequence[_Span], weekdays: tuple[Day, ...]) -> list[_Joined]:
    """Spans that touch or overlap as one; lone days as weekly patterns where that is shorter."""
    whole: list[_Joined] = []
    dated: list[tuple[date, date]] = []
    for start, end in spans:
        if isinstance(start, date) and isinstance(end, date) and start <= end:
            dated.append((start, end))
        else:
            whole.append((start, end, weekdays))
    runs: list[tuple[date, date]] = []
    for start, end in sorted(dated):
        if runs and start <= _after(runs[-1][1]):
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    if weekdays or len(runs) < 3:
        return whole + [(start, end, weekdays) for start, end in runs]
    lone = [run for run in runs if (run[1] - run[0]).days < 7]
    weekly = _weekly(lone)
    if len(weekly) >= len(lone):
        return whole + [(start, end, ()) for start, end in runs]
    long = [(start, end, ()) for start, end in runs if (end - start).days >= 7]
    return whole + long + weekly


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _weekly(runs: Sequence[tuple[date, date]]) -> list[_Joined]:
    """The days of short runs as spans of weeks with the same weekdays open.

    A week that is cut at the beginning or the end of a span belongs to it when it has exactly the
    pattern's days on its side of the cut.
    """
    weeks: dict[int, set[int]] = {}
    for start, end in runs:
        for day in range(start.toordinal(), end.toordinal() + 1):
            weeks.setdefault((day - 1) // 7, set()).add((day - 1) % 7)  # ordinal 1 is a Monday
    spans: list[_Weeks] = []
    for week, days in sorted(weeks.items()):
        if spans and spans[-1].takes(week, frozenset(days)):
            continue
        spans.append(_Weeks(frozenset(days), week, min(days), week, max(days)))
    return [span.joined() for span in spans]


class _Weeks:
    """A span of weeks under construction, from one weekday to another."""

    def __init__(self, days: frozenset[int], week: int, opens: int, until: int, ends: int) -> None:
        self.days = days
        self.first = (week, opens)
        self.last = (until, ends)

    def takes(self, week: int, days: frozenset[int]) -> bool:
        """Whether the next week continues the span; if so it is now part of it."""
        until, ends = self.last
        if week != until + 1 or ends != max(self.days):
            return False
        if days == frozenset(day for day in self.days if day <= max(days)):
            self.last = (week, max(days))
            return True
        one_week = self.first[0] == until
        if one_week and self.days == frozenset(day for day in days if day >= min(self.days)):
            self.days = days
            self.last = (week, max(days))
            return True
        return False

    def joined(self) -> _Joined:
        start, end = (date.fromordinal(week * 7 + day + 1) for week, day in (self.first, self.last))
        every_day = len(self.days) == 7 or (
            self.first[0] == self.last[0] and len(self.days) == (end - start).days + 1
        )
        return start, end, () if every_day else tuple(WEEK[day] for day in sorted(self.days))


def _in_time(period: Period) -> tuple[object, ...]:
    """Undated first, then yearly seasons, then by date; then weekday and hour."""
    return (
        *_bound(period.start),
        *_bound(period.end),
        tuple(_POSITION[day] for day in period.days),
        tuple(
            (slot.opens, slot.closes is None, slot.closes or slot.opens) for slot in period.slots
        ),
        tuple((text.lang, text.text) for text in period.note.texts),
    )


def _bound(bound: date | MonthDay | None) -> tuple[int, int]:
    if bound is None:
        return (0, 0)
    if isinstance(bound, MonthDay):
        return (1, bound.month * 100 + bound.day)
    return (2, bound.toordinal())
