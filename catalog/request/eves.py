"""The day before another and the day after it: "la veille du 14 juillet", "the day after Friday".
The days up to one: "before Sunday", "d'ici dimanche". And those of a week that are no weekend.

What takes place on that day is not what is sought: "a room the night before the market".
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from catalog.request.clauses import asks, is_day
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary.beside import WEEKDAYS
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.marks import Mark, Scan
    from catalog.request.moments import Moment

_NOT_TODAY: Final = particles("not_today")
_WEEKDAY_NEAR: Final = (-1, 1, 2)
"""Where beside a weekday the word may stand that makes it the coming one."""
_NEAR: Final = 3
"""How many words behind it the day may stand."""
_DATE: Final = "date:"
_FEAST: Final = "feast:"
_LEAP_YEAR: Final = 2024
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FRIDAY: Final = 4
_AFTER_FEAST: Final = {
    "feast:easter": "feast:easter_monday",
    "feast:pentecost": "feast:whit_monday",
}


def read_eves(scan: Scan, moment: Moment, today: date | None) -> None:
    """Move the day that was read to the one before or after it, and settle what takes place on
    the one told, where something else is sought; a day told as the last is all days up to it."""
    _up_to(scan, moment, today)
    if today is not None and moment.day == _WEEK[today.weekday()]:
        _coming(scan, moment)
    if moment.day == "this_week" and today is not None and today.weekday() > _FRIDAY:
        _on_workdays(scan, moment, today)
    for index, mark in enumerate(scan.marks):
        said = mark.says("beside_day")
        if said is None or index in scan.denied:
            continue
        behind = _told(scan, index)
        if is_day(scan.at(behind)) or behind in scan.used:
            moment.day = _moved(moment.day, int(said))
        elif any(asks(other) for at, other in enumerate(scan.marks) if at != behind):
            scan.settled.add(behind)


def _coming(scan: Scan, moment: Moment) -> None:
    """Who says "next Saturday" on a Saturday does not mean today."""
    for index, mark in enumerate(scan.marks):
        near = (scan.at(index + step).word for step in _WEEKDAY_NEAR)
        if mark.says("day") == moment.day and not _NOT_TODAY.isdisjoint(near):
            moment.day = f"{moment.day}+{len(_WEEK)}"
            return


def _on_workdays(scan: Scan, moment: Moment, today: date) -> None:
    """Who asks on a Saturday or a Sunday what is open "on weekdays" asks of the next ones."""
    if any(mark.says("workdays") for mark in scan.marks):
        monday = today + timedelta(days=len(_WEEK) - today.weekday())
        moment.day = f"{_DATE}{monday:%m-%d}..{monday + timedelta(days=_FRIDAY):%m-%d}"


def _up_to(scan: Scan, moment: Moment, today: date | None) -> None:
    """Read the days up to a weekday: those of this week, for which `when` has a word, else dates.
    An hour behind it is the last itself: "bis Freitag 18 Uhr"."""
    if moment.day not in WEEKDAYS:
        return
    for index, mark in enumerate(scan.marks):
        if mark.says("day") != moment.day:
            continue
        if index in scan.denied or not _is_last(scan, index):
            return
        if moment.clock is None:
            moment.day, moment.part = _through(moment.day, today), None
        elif index + 1 in scan.used or index + 2 in scan.used:
            moment.bound = moment.bound or "-"
        return


def _is_last(scan: Scan, index: int) -> bool:
    """Whether a day is told to be the last: "until Sunday", it "da qui a domenica"; nl "voor" is
    "for", too, unless its accents tell."""
    led = next((at for at in range(index - 1, index - _NEAR, -1) if not _leads_in(scan.at(at))), -1)
    mark, before = scan.at(led), scan.at(led - 1)
    if mark.says("before"):
        return not mark.says("for_count") or "ó" in scan.typed(mark).casefold()
    return mark.says("joins") == "to" and before.says("here") is not None


def _leads_in(mark: Mark) -> bool:
    """Whether it only stands before a day: "the", de "kommenden"."""
    small = mark.unknown or mark.word in FUNCTION_WORDS or mark.says("speech") is not None
    return small and bool(mark.word) and not (mark.says("before") or mark.says("joins"))


def _through(day: str, today: date | None) -> str:
    """The days from today through a weekday; a day of the same name as today's stays."""
    if today is None:
        return "this_week"
    ahead = (_WEEK.index(day) - today.weekday()) % len(_WEEK)
    if ahead == 0:
        return day
    if today.weekday() + ahead < len(_WEEK):
        return "this_week"
    return f"{_DATE}{today:%m-%d}..{today + timedelta(days=ahead):%m-%d}"


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
