"""When a request means: the stretches of local time that opening hours are asked for."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from catalog.advice import feasts
from catalog.clock import PARIS

if TYPE_CHECKING:
    from catalog.request import Request

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS: Final = {
    "morning": (time(8), time(12)),
    "midday": (time(11, 30), time(14)),
    "afternoon": (time(14), time(18, 30)),
    "evening": (time(18, 30), time(23)),
    "night": (time(21), time(2)),
}
"""What a part of the day means on the clock; one that ends before it begins ends tomorrow."""
EVENING: Final = frozenset({"evening", "night"})
"""The parts of the day on which no sight is open as a rule."""

_COUNTED: Final = ("next_week:", "feast:")
"""Beginnings of days that are counted from today, beside those with a plus."""
MIDNIGHT: Final = time()
_MORNING: Final = time(6)
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})([+-]?)")
_MOST_DAYS: Final = 370
_SUNDAY: Final = 6


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of Paris wall time; `start == end` is a moment."""

    start: datetime
    end: datetime

    @property
    def moment(self) -> bool:
        """Whether one moment is meant, not a stretch."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Asked:
    """The days asked for and the hours of each: `start` None is from midnight, `end` None is to
    midnight, both alike is a moment."""

    days: tuple[date, ...]
    start: time | None = None
    end: time | None = None

    @property
    def whole_days(self) -> bool:
        """Whether no hour was asked for."""
        return self.start is None and self.end is None

    @property
    def late(self) -> bool:
        """Whether it is all in the evening or at night."""
        return self.start is not None and not _MORNING <= self.start < PARTS["evening"][0]

    def windows(self, now: datetime) -> tuple[Window, ...]:
        """One stretch a day, without what is past at `now`; all of them when all are past."""
        spans = [_window(day, self.start, self.end) for day in self.days]
        clock = wall(now)
        coming = tuple(
            Window(max(span.start, clock), span.end)
            for span in spans
            if span.end > clock or (span.moment and span.start >= clock)
        )
        return coming or tuple(spans)


def wall(moment: datetime) -> datetime:
    """The moment on a clock in Paris, without its zone: what opening hours are written in."""
    return moment.astimezone(PARIS).replace(tzinfo=None, second=0, microsecond=0)


def asked_time(when: str | None, now: datetime) -> Asked | None:
    """The days and hours that `Request.when` means at `now`; None when no time was asked, or
    one that is over ("yesterday").

    A weekday, a date or a month is the next one, today included, `fri+7` a week after it; of a
    month or a year, what is left. An hour or a part of the day without a day is today's,
    tomorrow's once it is past; so is a part of today.
    """
    if when is None:
        return None
    spoken, _, clock = when.partition("@")
    clock_now = wall(now)
    today = clock_now.date()
    if spoken == "now":
        return Asked((today,), clock_now.time(), clock_now.time())
    day, part = _split(spoken)
    start, end = _hours(part, clock)
    if day == "any":
        if start is None and end is None:
            return None
        past = _window(today, start, end).end < clock_now
        return Asked((today + timedelta(days=past),), start, end)
    days = _days(day, today)
    if day == "today" and part and not clock and _window(today, start, end).end < clock_now:
        days = (today + timedelta(days=1),)  # "this afternoon", at night
    return Asked(days, start, end) if days else None


def asked_by(request: Request, now: datetime) -> Asked | None:
    """`asked_time`; of the many days of a month or a season, for a class those of school."""
    asked = asked_time(request.when, now)
    if asked is None or "school" not in request.party or len(asked.days) <= _SUNDAY + 1:
        return asked
    days = tuple(day for day in asked.days if feasts.school_day(day))
    return replace(asked, days=days or asked.days)


def dated(when: str, now: datetime) -> str:
    """A time with its day as a date where the day is told by counting from `now`: "+2:morning"
    on 23 July is "date:07-25:morning", "next_month" is "month:08". Any other time as it is."""
    spoken, at, clock = when.partition("@")
    day, part = _split(spoken)
    today = wall(now).date()
    if day in ("this_month", "next_month"):
        named = f"month:{_FAR[day](today)[0]:%m}"
    elif day.startswith(_COUNTED) or "+" in day or day == "public_holiday":
        days = _days(day, today)
        named = f"date:{days[0]:%m-%d}" if len(days) == 1 else day
    else:
        return when
    return named + (f":{part}" if part else "") + at + clock


def in_one_day(when: str, now: datetime) -> str:
    """`dated`, as the thirteen keys tell a time: of several days the first that is not past, of a
    season this year."""
    spoken, at, clock = dated(when, now).partition("@")
    day, part = _split(spoken)
    if day.startswith("season:"):
        day = "this_year"
    elif ".." in day and (days := _days(day, wall(now).date())):
        day = f"date:{days[0]:%m-%d}"
    return day + (f":{part}" if part else "") + at + clock


def _window(day: date, start: time | None, end: time | None) -> Window:
    begins = datetime.combine(day, start or MIDNIGHT)
    if end is not None and end == start:
        return Window(begins, begins)
    ends = datetime.combine(day, end or MIDNIGHT)
    return Window(begins, ends if ends > begins else ends + timedelta(days=1))


def _hours(part: str, clock: str) -> tuple[time | None, time | None]:
    start, end = PARTS.get(part, (None, None))
    found = _CLOCK.fullmatch(clock)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return start, end
    at = time(int(found[1]), int(found[2]))
    if found[3] == "+":
        return at, end if end != at else None
    if found[3] == "-":
        return start if start != at else None, at
    return at, at


def _split(spoken: str) -> tuple[str, str]:
    head, _, tail = spoken.rpartition(":")
    return (head, tail) if tail in PARTS else (spoken, "")


def _days(day: str, today: date) -> tuple[date, ...]:
    name, _, value = day.partition(":")
    if name == "today":
        return (today,)
    if name == "tomorrow":
        return (today + timedelta(days=1),)
    if name.startswith("+") and name[1:].isdecimal() and int(name[1:]) <= _MOST_DAYS:
        return (today + timedelta(days=int(name[1:])),)
    weekday, _, later = name.partition("+")
    if weekday in _WEEKDAYS and (later or "0").isdecimal() and len(later) <= 2:
        ahead = (_WEEKDAYS.index(weekday) - today.weekday()) % 7
        return (today + timedelta(days=ahead + int(later or 0)),)
    if name == "next_week" and value in _WEEKDAYS:
        return (_next_week(today)[_WEEKDAYS.index(value)],)
    if name == "this_weekend":
        saturday = today + timedelta(days=max(0, 5 - today.weekday()))
        sunday = today + timedelta(days=6 - today.weekday())
        return (saturday, sunday) if saturday < sunday else (sunday,)
    if name == "this_week":
        return tuple(today + timedelta(days=n) for n in range(7 - today.weekday()))
    if name in _FAR:
        return _FAR[name](today)
    if name in _NAMED:
        return _NAMED[name](value, today)
    if name == "month" and value.isdecimal() and 1 <= int(value) <= 12:
        return _month(int(value), today)
    if name == "this_year":
        return _year(today.year, today)
    if name == "year" and value.isdecimal() and today.year <= int(value) <= today.year + 2:
        return _year(int(value), today)
    return ()


def _weekend(today: date) -> tuple[date, ...]:
    """The coming one: on a Sunday half of this one is over."""
    if today.weekday() == _SUNDAY:
        return _next_weekend(today)
    saturday = today + timedelta(days=max(0, 5 - today.weekday()))
    return (saturday, saturday + timedelta(days=1))


def _next_weekend(today: date) -> tuple[date, ...]:
    monday = today + timedelta(days=7 - today.weekday())
    return (monday + timedelta(days=5), monday + timedelta(days=6))


def _next_week(today: date) -> tuple[date, ...]:
    monday = today + timedelta(days=7 - today.weekday())
    return tuple(monday + timedelta(days=n) for n in range(7))


def _dates(value: str, today: date) -> tuple[date, ...]:
    """A date, or all days from one to another."""
    first, _, last = value.partition("..")
    days, ends = _date(first, today), _date(last, today) if last else ()
    if not days or not ends:
        return days
    if ends[0] < days[0]:  # it has begun
        days = (today,)
    return tuple(
        days[0] + timedelta(days=n) for n in range(min((ends[0] - days[0]).days + 1, _MOST_DAYS))
    )


def _date(value: str, today: date) -> tuple[date, ...]:
    month, _, number = value.partition("-")
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, int(month), int(number))
        except ValueError:  # 29 February, or a day that no year has
            continue
        if found >= today:
            return (found,)
    return ()


def _month(month: int, today: date) -> tuple[date, ...]:
    year = today.year if month >= today.month else today.year + 1
    first = today.day if (year, month) == (today.year, today.month) else 1
    return tuple(date(year, month, n) for n in range(first, monthrange(year, month)[1] + 1))


def _year(year: int, today: date) -> tuple[date, ...]:
    first = max(today, date(year, 1, 1))
    return tuple(first + timedelta(days=n) for n in range((date(year, 12, 31) - first).days + 1))


_FAR: Final = {
    "next_week": _next_week,
    "weekend": _weekend,
    "next_weekend": _next_weekend,
    "this_month": lambda today: _month(today.month, today),
    "next_month": lambda today: _month(today.month % 12 + 1, today),
    "public_holiday": feasts.public_holiday,
    "school_holidays": feasts.school_holidays,
}
_NAMED: Final = {"date": _dates, "feast": feasts.feast, "season": feasts.season}
