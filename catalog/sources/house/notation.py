"""The short notations inside a house file: days, hours, dates, amounts, durations.

    on     "12-25" · "04-01..10-31" (every year) · "2026-07-14" · "2026-04-01.." (that year)
    days   "Tu-Su" · "Mo, We, PH" · "Sa[2]" (second Saturday of the month) · "Su[-1]" (the last)
    hours  "10:00-12:30, 14:00-18:00" · "18:00-02:00" (past midnight) · "10:00+" (end unknown)
    time   "3:30" (three hours and a half)

Days are those of OpenStreetMap's `opening_hours`. Every function raises `BadValue`, whose
message quotes the text and shows what is accepted.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import date, time
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from catalog.model import Day, MonthDay, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.sources.house.shape import Amount

WEEK: Final = (Day.MO, Day.TU, Day.WE, Day.TH, Day.FR, Day.SA, Day.SU)
_DAYS_OF_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEARS: Final = range(1900, 2201)
_MAX_AMOUNT: Final = Decimal(100_000)

_MONTH_DAY: Final = re.compile(r"(\d\d)-(\d\d)", re.ASCII)
_FULL_DATE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_RANKED_DAY: Final = re.compile(r"(Mo|Tu|We|Th|Fr|Sa|Su)\s*\[([-\d,\s]+)\]", re.ASCII)
_CLOCK: Final = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)", re.ASCII)
_DURATION: Final = re.compile(r"(\d{1,3}):([0-5]\d)", re.ASCII)


class BadValue(ValueError):
    """A value that the format does not accept; the message is for the clerk."""

    field = ""
    """Where in the record, once known: `openings[2].hours`."""


@contextmanager
def at(field: str) -> Iterator[None]:
    """Name the field in every `BadValue` raised inside."""
    try:
        yield
    except BadValue as problem:
        inner = problem.field
        problem.field = f"{field}{'' if inner.startswith('[') or not inner else '.'}{inner}"
        raise


def parse_on(text: str) -> tuple[date | MonthDay | None, date | MonthDay | None]:
    """First and last day, inclusive; None is open-ended. Both carry a year or neither does."""
    first_text, dots, last_text = (part.strip() for part in text.partition(".."))
    if not dots:
        day = _parse_day(first_text)
        return day, day
    first = _parse_day(first_text) if first_text else None
    last = _parse_day(last_text) if last_text else None
    if first is None and last is None:
        raise BadValue(f"{text!r} names no day")
    if isinstance(first, MonthDay) or isinstance(last, MonthDay):
        if not (isinstance(first, MonthDay) and isinstance(last, MonthDay)):
            raise BadValue(f"{text!r}: write the year on both days, or on neither")
    elif first is not None and last is not None and last < first:
        raise BadValue(f"{text!r} ends before it begins")
    return first, last


def _parse_day(text: str) -> date | MonthDay:
    if match := _FULL_DATE.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        try:
            found = date(year, month, day)
        except ValueError:
            raise BadValue(f"{text!r} is not a day of the calendar") from None
        if year not in _YEARS:
            raise BadValue(f"{text!r}: the year is not plausible")
        return found
    if match := _MONTH_DAY.fullmatch(text):
        month, day = (int(part) for part in match.groups())
        if not (1 <= month <= 12 and 1 <= day <= _DAYS_OF_MONTH[month - 1]):
            raise BadValue(f"{text!r} is not a day of the calendar (month first: 12-25)")
        return MonthDay(month, day)
    raise BadValue(f"{text!r} is not a day; write 12-25 (every year) or 2026-12-25")


def parse_days(text: str) -> tuple[tuple[Day, ...], tuple[int, ...]]:
    """The weekdays in the order of the week, holidays last, and the ranks in the month."""
    if match := _RANKED_DAY.fullmatch(text.strip()):
        return (Day(match[1]),), _parse_ranks(match[2], text)
    found: set[Day] = set()
    for part in text.split(","):
        first_text, dash, last_text = (piece.strip() for piece in part.partition("-"))
        first = _parse_weekday(first_text, text)
        last = _parse_weekday(last_text, text) if dash else first
        if not dash:
            found.add(first)
            continue
        if first not in WEEK or last not in WEEK:
            raise BadValue(f"{text!r}: a range runs between two weekdays (Mo-Fr)")
        start = WEEK.index(first)
        length = (WEEK.index(last) - start) % 7 + 1
        found.update(WEEK[(start + step) % 7] for step in range(length))
    return tuple(day for day in Day if day in found), ()


def _parse_weekday(text: str, whole: str) -> Day:
    try:
        return Day(text)
    except ValueError:
        raise BadValue(
            f"{whole!r}: {text!r} is not a day; write Mo Tu We Th Fr Sa Su,"
            " PH (public holidays), SH (school holidays), or one ranked day: Sa[2]"
        ) from None


def _parse_ranks(text: str, whole: str) -> tuple[int, ...]:
    ranks = []
    for part in text.split(","):
        rank = int(part) if re.fullmatch(r"\s*-?\d\s*", part, re.ASCII) else 0
        if rank not in (-1, 1, 2, 3, 4, 5) or rank in ranks:
            raise BadValue(f"{whole!r}: a rank in the month is 1 to 5, or -1 for the last")
        ranks.append(rank)
    return tuple(ranks)


def parse_hours(text: str) -> tuple[Slot, ...]:
    """The slots of a day, in order and apart from each other."""
    slots: list[Slot] = []
    for part in text.split(","):
        opens_text, dash, closes_text = (piece.strip() for piece in part.partition("-"))
        if not dash and opens_text.endswith("+"):
            slots.append(Slot(_parse_clock(opens_text[:-1], text)))
        elif dash:
            slots.append(Slot(_parse_clock(opens_text, text), _parse_clock(closes_text, text)))
        else:
            raise BadValue(f"{text!r}: write 10:00-12:30, or 10:00+ when the end is not known")
    for earlier, later in pairwise(slots):
        past_midnight = earlier.closes is not None and earlier.closes <= earlier.opens
        if past_midnight or later.opens < (earlier.closes or earlier.opens):
            raise BadValue(f"{text!r}: the hours overlap or are not in order")
    return tuple(slots)


def _parse_clock(text: str, whole: str) -> time:
    match = _CLOCK.fullmatch(text)
    if not match or (match[1] == "24" and match[2] != "00"):
        raise BadValue(f"{whole!r}: {text!r} is not a time; write 09:30")
    return time(int(match[1]) % 24, int(match[2]))


def parse_amount(value: Amount) -> Decimal:
    """An amount of euros above zero, to the cent."""
    try:
        amount = Decimal(str(value).replace(",", "."))
    except InvalidOperation:
        raise BadValue(f"{value!r} is not an amount; write 5.50") from None
    if not amount.is_finite() or not 0 <= amount < _MAX_AMOUNT:
        raise BadValue(f"{value!r} is not a plausible amount of euros")
    if amount == 0:
        raise BadValue("0 is not a price; write free = true if entry is free")
    if amount != amount.quantize(Decimal("0.01")):
        raise BadValue(f"{value!r} has fractions of a cent")
    return amount.quantize(Decimal("0.01"))


def parse_duration(text: str) -> int:
    """Minutes."""
    match = _DURATION.fullmatch(text.strip())
    minutes = int(match[1]) * 60 + int(match[2]) if match else 0
    if not minutes:
        raise BadValue(f"{text!r} is not a duration; write 3:30 for three hours and a half")
    return minutes
