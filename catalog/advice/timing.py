"""When a request means: the days and the hour that hours are asked for."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from catalog.clock import PARIS

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PARTS: Final = {
    "morning": time(10),
    "midday": time(12, 30),
    "afternoon": time(15),
    "evening": time(20),
    "night": time(23),
}
"""The hour that stands for a part of the day."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The days asked for, at most a month of them; `at` None: any time of those days."""

    days: tuple[date, ...]
    at: time | None = None

    def moments(self) -> tuple[datetime, ...]:
        """One Paris moment a day, where an hour was asked."""
        if self.at is None:
            return ()
        return tuple(datetime.combine(day, self.at, PARIS) for day in self.days)


def asked_time(when: str | None, now: datetime) -> Asked | None:
    """The days and hour that `Request.when` means at `now`; None when no time was asked.

    A weekday, a date or a month is the next one, today included. A month is what is left of it.
    """
    if when is None:
        return None
    spoken, _, clock = when.partition("@")
    today = now.astimezone(PARIS).date()
    if spoken == "now":
        return Asked((today,), now.astimezone(PARIS).time())
    day, part = _split(spoken)
    days = _days(day, today)
    if not days:
        return None
    at = _PARTS.get(part)
    if clock:
        hour, minute = clock.rstrip("+-").split(":")
        at = time(int(hour), int(minute))
    return Asked(days, at)


def _split(spoken: str) -> tuple[str, str]:
    head, _, tail = spoken.rpartition(":")
    return (head, tail) if tail in _PARTS else (spoken, "")


def _days(day: str, today: date) -> tuple[date, ...]:
    name, _, value = day.partition(":")
    if name in {"today", "any"}:
        return (today,)
    if name == "tomorrow":
        return (today + timedelta(days=1),)
    if name == "yesterday":
        return (today - timedelta(days=1),)
    if name.startswith("+") and name[1:].isdigit():
        return (today + timedelta(days=int(name[1:])),)
    if name in _WEEKDAYS:
        ahead = (_WEEKDAYS.index(name) - today.weekday()) % 7
        return (today + timedelta(days=ahead),)
    if name == "this_weekend":
        saturday = today + timedelta(days=max(0, 5 - today.weekday()))
        sunday = today + timedelta(days=6 - today.weekday())
        return (saturday, sunday) if saturday < sunday else (sunday,)
    if name == "this_week":
        return tuple(today + timedelta(days=n) for n in range(7 - today.weekday()))
    if name == "date":
        return _date(value, today)
    if name == "month" and value.isdigit():
        return _month(int(value), today)
    return ()


def _date(value: str, today: date) -> tuple[date, ...]:
    month, _, number = value.partition("-")
    for year in (today.year, today.year + 1, today.year + 2, today.year + 3):
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
