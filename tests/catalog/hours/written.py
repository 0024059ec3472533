"""Expressions made from parts, with what the specification says that they mean: slow and plain.

A rule is held as what was chosen for it, and the meaning worked out from that choice, day by day,
so that nothing of the reader under test is used.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time

from hypothesis import strategies as st

from tests.catalog.hours.oracle import public_holidays

WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Written:
    """One rule. `dates`: text, first and last (month, day) or (year, month, day)."""

    dates: tuple[str, tuple[int, ...], tuple[int, ...]] | None
    weekdays: tuple[tuple[str, tuple[int, ...], tuple[int, ...]], ...]
    holidays: bool
    slots: tuple[tuple[time, time], ...]
    closed: bool
    separator: str

    def __str__(self) -> str:
        days = [text for text, _, _ in self.weekdays] + ["PH"] * self.holidays
        hours = [f"{a:%H:%M}-{b:%H:%M}" for a, b in self.slots]
        parts = [self.dates[0] if self.dates else "", ",".join(days), ",".join(hours)]
        if self.closed:
            parts.append("off")
        return " ".join(part for part in parts if part) or "24/7"

    def holds(self, day: date) -> bool:
        return self._in_dates(day) and self._on_weekday(day)

    def _in_dates(self, day: date) -> bool:
        if self.dates is None:
            return True
        _, first, last = self.dates
        if len(first) == 3:
            return first <= (day.year, day.month, day.day) <= last
        today = (day.month, day.day)
        return first <= today <= last if first <= last else today >= first or today <= last

    def _on_weekday(self, day: date) -> bool:
        if self.holidays and day in public_holidays(day.year):
            return True
        if not self.weekdays:
            return not self.holidays
        place = (day.day - 1) // 7 + 1
        from_end = -((monthrange(day.year, day.month)[1] - day.day) // 7 + 1)
        return any(
            day.weekday() in days and (not ranks or place in ranks or from_end in ranks)
            for _, days, ranks in self.weekdays
        )


def text(rules: list[Written]) -> str:
    return "".join((rule.separator if n else "") + str(rule) for n, rule in enumerate(rules))


def minutes_open(rules: list[Written], day: date) -> set[int]:
    """The minutes after the midnight that begins `day` at which an opening of that day holds;
    those of a night go on beyond 1,440."""
    open_at: set[int] = set()
    for rule in rules:
        if not rule.holds(day):
            continue
        stretch = {m for a, b in rule.slots or [(time(), time())] for m in _minutes(a, b)}
        if rule.closed:
            open_at -= stretch if rule.slots else open_at.copy()
        elif rule.separator == ", ":
            open_at |= stretch
        else:
            open_at = stretch
    return open_at


def _minutes(opens: time, closes: time) -> range:
    begin, end = (moment.hour * 60 + moment.minute for moment in (opens, closes))
    return range(begin, end if end > begin else end + 1440, 30)


def _month_day(day: tuple[int, ...]) -> str:
    return f"{MONTHS[day[-2] - 1]} {day[-1]:02d}"


month_days = st.sampled_from([(1, 1), (2, 28), (2, 29), (3, 1), (5, 1), (7, 14), (11, 1), (12, 31)])
year_days = st.dates(date(2026, 1, 1), date(2027, 6, 30)).map(lambda d: (d.year, d.month, d.day))


def _season(
    bounds: tuple[tuple[int, ...], tuple[int, ...]],
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    first, last = bounds
    return f"{_month_day(first)}-{_month_day(last)}", first, last


def _months(bounds: tuple[int, int]) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    first, last = bounds
    wording = f"{MONTHS[first - 1]}-{MONTHS[last - 1]}" if first != last else MONTHS[first - 1]
    return wording, (first, 1), (last, 31)


def _calendar(
    bounds: tuple[tuple[int, ...], tuple[int, ...]],
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    first, last = sorted(bounds)
    if first == last:
        return f"{first[0]} {_month_day(first)}", first, last
    return f"{first[0]} {_month_day(first)}-{last[0]} {_month_day(last)}", first, last


dates = st.one_of(
    st.none(),
    st.none(),
    st.tuples(month_days, month_days).map(_season),
    st.tuples(st.integers(1, 12), st.integers(1, 12)).map(_months),
    st.tuples(year_days, year_days).map(_calendar),
)


@st.composite
def weekday(draw: st.DrawFn) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    first = draw(st.integers(0, 6))
    if draw(st.integers(0, 3)) == 0:
        ranks = tuple(
            draw(
                st.lists(st.sampled_from([1, 2, 3, 4, 5, -1]), min_size=1, max_size=2, unique=True)
            )
        )
        return f"{WEEK[first]}[{','.join(map(str, ranks))}]", (first,), ranks
    length = draw(st.integers(0, 6))
    days = tuple((first + step) % 7 for step in range(length + 1))
    return (f"{WEEK[first]}-{WEEK[days[-1]]}" if length else WEEK[first]), days, ()


def times(last_hour: int) -> st.SearchStrategy[tuple[time, time]]:
    halves = st.builds(time, st.integers(0, last_hour), st.sampled_from([0, 30]))
    pairs = st.tuples(halves, halves).filter(lambda pair: pair[0] != pair[1])
    return pairs if last_hour == 23 else pairs.map(lambda pair: (min(pair), max(pair)))


@st.composite
def rule(draw: st.DrawFn, *, nights: bool) -> Written:
    closed = draw(st.integers(0, 3)) == 0
    hours = st.lists(times(23 if nights else 22), min_size=0 if closed else 1, max_size=2)
    return Written(
        dates=draw(dates),
        weekdays=tuple(draw(st.lists(weekday(), max_size=2))),
        holidays=draw(st.integers(0, 4)) == 0,
        slots=tuple(draw(hours)) if not closed or draw(st.integers(0, 3)) == 0 else (),
        closed=closed,
        separator=draw(st.sampled_from(["; ", "; ", ", "])),
    )


def rules(*, nights: bool = False) -> st.SearchStrategy[list[Written]]:
    return st.lists(rule(nights=nights), min_size=1, max_size=4)
