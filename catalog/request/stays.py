"""From the day somebody comes to the day they go: "on arrive le 1er et on repart le 9"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.model import Kind
from catalog.request.stretches import day_at
from catalog.request.tokens import possible
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary.beside import WEEKDAYS

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Scan
    from catalog.request.moments import Moment

_NEAR: Final = 6
"""Marks between coming or going and its day."""
_LONGEST: Final = 62
"""Days ahead in which each number is one of a day."""
_LEAP_YEAR: Final = 2024


class _Told(NamedTuple):
    day: date
    last: int


def read_bare_week(scan: Scan, facts: Facts) -> None:
    """A week without its article is how long a bed is wanted: "cottage week 4 people", nl "huisje
    week augustus"; not "the week", "per week" or nl "week 32"."""
    if Kind.LODGING not in facts.types or "duration" in facts.single:
        return
    for index, mark in scan.free():
        before, number, counted = (scan.at(index + step) for step in (-1, 1, 2))
        if "week" not in mark.all("unit") or mark.says("day") or not before.word:
            continue
        told = before.amount is not None or before.says("every") or before.says("speech")
        named = number.number is not None and not (counted.all("unit") or counted.all("party"))
        if not (told or named or before.word in FUNCTION_WORDS):
            facts.one("duration", "7d", mark)
            return


def read_stay(scan: Scan, moment: Moment, facts: Facts, today: date | None) -> None:
    """Read the days of a stay told by its first and its last. `today` tells those of a month
    that is not named."""
    for index in range(len(scan.marks)):
        if not scan.beside(index, "comes"):
            continue
        first = _day_behind(scan, index, today)
        if first is None:
            continue
        for later in range(first.last + 1, len(scan.marks)):
            last = _day_behind(scan, later, first.day) if scan.beside(later, "goes") else None
            if last is None or last.day <= first.day:
                continue
            said = f"date:{first.day:%m-%d}..{last.day:%m-%d}"
            moment.note("day", said)
            facts.say("when", said, scan.at(index), scan.at(last.last))
            scan.used |= set(range(index, last.last + 1))
            return


def _day_behind(scan: Scan, at: int, after: date | None) -> _Told | None:
    """The first day told behind a verb; of a month unnamed the next from `after` on."""
    for index in range(at + 1, at + 1 + _NEAR):
        weekday = scan.at(index - 1).says("day") in WEEKDAYS
        announced = weekday or scan.beside(index - 1, "day_number", ends=True)
        told = day_at(scan, index)
        if told is None or (told.month is None and (not announced or after is None)):
            continue
        if scan.at(told.last + 1).all("unit"):
            return None
        if told.month is not None and not possible(int(told.month), told.number):
            return None
        day = _coming(told.month, told.number, after)
        return None if day is None else _Told(day, told.last)
    return None


def _coming(month: str | None, number: int, after: date | None) -> date | None:
    if after is None:
        return date(_LEAP_YEAR, int(month), number) if month is not None else None
    days = (after + timedelta(days=ahead) for ahead in range(_LONGEST if month is None else 370))
    return next(
        (day for day in days if day.day == number and month in {None, f"{day.month:02}"}), None
    )
