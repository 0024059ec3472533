"""The day before another and the day after it: "la veille du 14 juillet", "the day after Friday".

What takes place on that day is not what is sought: "a room the night before the market".
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from catalog.request.clauses import asks, is_day
from catalog.search.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from catalog.request.marks import Scan
    from catalog.request.moments import Moment

_NEAR: Final = 3
"""How many words behind it the day may stand."""
_DATE: Final = "date:"
_FEAST: Final = "feast:"
_LEAP_YEAR: Final = 2024
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AFTER_FEAST: Final = {
    "feast:easter": "feast:easter_monday",
    "feast:pentecost": "feast:whit_monday",
}


def read_eves(scan: Scan, moment: Moment) -> None:
    """Move the day that was read to the one before or after it, and settle what takes place on
    the one told, where something else is sought."""
    for index, mark in enumerate(scan.marks):
        said = mark.says("beside_day")
        if said is None or index in scan.denied:
            continue
        behind = _told(scan, index)
        if is_day(scan.at(behind)) or behind in scan.used:
            moment.day = _moved(moment.day, int(said))
        elif any(asks(other) for at, other in enumerate(scan.marks) if at != behind):
            scan.settled.add(behind)


def _told(scan: Scan, index: int) -> int:
    """The mark behind that says which day it is beside."""
    for at in range(index + 1, index + _NEAR):
        if scan.at(at).word not in FUNCTION_WORDS:
            return at
    return index + _NEAR


def _moved(day: str | None, step: int) -> str | None:
    """A day so many days on; None for a feast, which is on another one each year."""
    if day in _WEEK:
        return _WEEK[(_WEEK.index(day) + step) % len(_WEEK)]
    if day is None or day.startswith(_FEAST):
        return _AFTER_FEAST.get(str(day)) if step == 1 else None
    if not day.startswith(_DATE) or ".." in day:
        return day
    month, number = map(int, day.removeprefix(_DATE).split("-"))
    return f"{_DATE}{date(_LEAP_YEAR, month, number) + timedelta(days=step):%m-%d}"
