"""Days that have a name instead of a date: moving feasts, public and school holidays, seasons."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from catalog.hours.school import is_school_holiday

if TYPE_CHECKING:
    from collections.abc import Iterator

_AFTER_EASTER: Final = {
    "good_friday": -2,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit_monday": 50,
}
_MOVING_HOLIDAYS: Final = ("easter_monday", "ascension", "whit_monday")
_FIXED_HOLIDAYS: Final = (
    (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25),
)  # fmt: skip
"""Public holidays of France as month and day (Code du travail, L3133-1)."""
_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The first of three months, as the weather services count."""
_FAR: Final = 370
_SATURDAY: Final = 5


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's rule)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, four = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    quarter, left = divmod(rest, 4)
    week = (32 + 2 * four + 2 * quarter - epact - left) % 7
    shift = (golden + 11 * epact + 22 * week) // 451
    month, day = divmod(epact + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def feast(name: str, today: date) -> tuple[date, ...]:
    """The next day of a moving feast, today included; () when it is none of ours."""
    days = _AFTER_EASTER.get(name)
    if days is None:
        return ()
    found = (easter(year) + timedelta(days=days) for year in (today.year, today.year + 1))
    return (next(day for day in found if day >= today),)


def public_holiday(today: date) -> tuple[date, ...]:
    """The next public holiday, today included."""
    for year in (today.year, today.year + 1):
        coming = [day for day in _holidays(year) if day >= today]
        if coming:
            return (coming[0],)
    return ()


def school_day(day: date) -> bool:
    """Whether classes are out on visits on such a day: no weekend and no holiday of all zones."""
    free = day in _holidays(day.year) or bool(is_school_holiday(day, None))
    return day.weekday() < _SATURDAY and not free


@lru_cache(maxsize=4)
def _holidays(year: int) -> tuple[date, ...]:
    """The public holidays of a year, in their order."""
    fixed = [date(year, month, day) for month, day in _FIXED_HOLIDAYS]
    moving = [easter(year) + timedelta(days=_AFTER_EASTER[name]) for name in _MOVING_HOLIDAYS]
    return tuple(sorted(fixed + moving))


def school_holidays(today: date) -> tuple[date, ...]:
    """What is left of the school holidays, or the next ones: days on which all zones are free;
    () where the calendar does not tell."""
    found: list[date] = []
    for ahead in range(_FAR):
        day = today + timedelta(days=ahead)
        if is_school_holiday(day, None):
            found.append(day)
        elif found:
            break
    return tuple(found)


def season(name: str, today: date) -> tuple[date, ...]:
    """What is left of a season, or the next one; () when it is none."""
    first = _SEASONS.get(name)
    if first is None:
        return ()
    months = {(first + step - 1) % 12 + 1 for step in range(3)}
    return tuple(_stretch(today, months))


def _stretch(today: date, months: set[int]) -> Iterator[date]:
    started = False
    for ahead in range(_FAR):
        day = today + timedelta(days=ahead)
        if day.month in months:
            started = True
            yield day
        elif started:
            return
