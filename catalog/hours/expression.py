"""Periods as one OpenStreetMap `opening_hours` expression.

Specification: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. Openings add
up (`, `), closures override (`; … off`), then come the periods that stand instead of those before
them (`; `), in their order. Two things are written so that no reader
takes them for more than we know: a day without hours is `unknown "hours not stated"` (a bare
`Mo` would mean all day long), and a slot without a closing time is `unknown "closing time not
stated"` after its opening (`10:00+` is read as open until midnight by most readers).
"""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Final

from catalog.hours.collapse import collapsed, parted
from catalog.model import Day, MonthDay, Period, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MONTHS: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
NO_HOURS: Final = 'unknown "hours not stated"'
NO_CLOSING: Final = 'unknown "closing time not stated"'

MIDNIGHT: Final = 24 * 60
FIRST_YEAR, LAST_YEAR = 1900, 9999
"""The years that the notation can hold; a date beyond them is an open end."""


def expression(periods: Sequence[Period]) -> str:
    """The `opening_hours` expression of the periods; "" when they say nothing."""
    tidy = collapsed(periods)
    together, in_order = parted(tidy)
    opens = [period for period in together if not period.closed]
    # What is stated comes after what is not, because a later rule outweighs an earlier one.
    rules = [f"{selector(p)} {NO_HOURS}" for p in opens if not p.slots]
    rules += [rule for period in opens for rule in _without_closing(period)]
    rules += [rule for period in opens for rule in _timed(period)]
    if tidy and all(period.closed for period in tidy):
        rules = [NO_HOURS]
    closures = [_closure(period) for period in together if period.closed]
    text = "; ".join([*filter(None, [", ".join(rules)]), *closures])
    for period in in_order:
        mark = "; " if period.instead or period.closed else ", "
        text += f"{mark if text else ''}{_rule(period)}"
    return text


def _rule(period: Period) -> str:
    """One period with all that it says of its days."""
    if period.closed:
        return _closure(period)
    if not period.slots:
        return f"{selector(period)} {NO_HOURS}"
    return ", ".join([*_without_closing(period), *_timed(period)])


def _closure(period: Period) -> str:
    return f"{selector(period)} {_closed_hours(period)}off"


def selector(period: Period) -> str:
    """The days of a period without its hours: `Apr 01-Oct 31 Tu-Su`.

    Every day is written `Mo-Su`: hours alone after a comma would belong to the rule before.
    """
    return " ".join(part for part in (_dates(period), _weekdays(period)) if part) or "Mo-Su"


def closing(slot: Slot) -> int | None:
    """Minutes from the opening day's midnight to the closing, None when it is not known.

    A slot that closes when it opens is an opening moment (feeds write one time twice), but
    00:00 to 00:00 is the whole day; 23:59 is how feeds write midnight.
    """
    if slot.closes is None:
        return None
    opens, closes = minutes(slot.opens), minutes(slot.closes)
    if closes == opens:
        return MIDNIGHT if opens == 0 else None
    if closes == MIDNIGHT - 1:
        return MIDNIGHT
    return closes if closes > opens else closes + MIDNIGHT


def minutes(moment: time) -> int:
    """Minutes since midnight; seconds are dropped, the notation has none."""
    return moment.hour * 60 + moment.minute


def _timed(period: Period) -> Iterator[str]:
    spans = [
        _range(minutes(slot.opens), end)
        for slot in period.slots
        if (end := closing(slot)) is not None
    ]
    if spans:
        yield f"{selector(period)} {','.join(spans)}"


def _closed_hours(period: Period) -> str:
    """The hours of a closure for part of a day and a space; "" for the whole day."""
    spans = [_range(minutes(s.opens), closing(s) or MIDNIGHT) for s in period.slots]
    return f"{','.join(spans)} " if spans else ""


def _without_closing(period: Period) -> Iterator[str]:
    """One rule for each such slot: unknown until the next slot opens, or until midnight."""
    for slot in period.slots:
        if closing(slot) is None:
            begin = minutes(slot.opens)
            later = [minutes(s.opens) for s in period.slots if minutes(s.opens) > begin]
            span = _range(begin, min(later, default=MIDNIGHT))
            yield f"{selector(period)} {span} {NO_CLOSING}"


def _range(begin: int, end: int) -> str:
    end = end if end <= MIDNIGHT else end - MIDNIGHT
    return f"{begin // 60:02d}:{begin % 60:02d}-{end // 60:02d}:{end % 60:02d}"


def _dates(period: Period) -> str:
    start, end = period.start, period.end
    if isinstance(start, MonthDay) or isinstance(end, MonthDay):
        first = start if isinstance(start, MonthDay) else MonthDay(1, 1)
        last = end if isinstance(end, MonthDay) else MonthDay(12, 31)
        return f"{_month_day(first)}-{_month_day(last)}"
    if start is None and end is None:
        return ""
    first_day = start if start and start.year >= FIRST_YEAR else date(FIRST_YEAR, 1, 1)
    last_day = end or date(LAST_YEAR, 12, 31)
    if first_day == last_day:
        return _date(first_day)
    return f"{_date(first_day)}-{_date(last_day)}"


def _month_day(day: MonthDay | date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day:02d}"


def _date(day: date) -> str:
    return f"{day.year:04d} {_month_day(day)}"


def _weekdays(period: Period) -> str:
    weekdays = [day for day in period.days if day not in (Day.PH, Day.SH)]
    holidays = [day for day in period.days if day in (Day.PH, Day.SH)]
    if period.nth and (weekdays or not holidays):
        numbers = ",".join(str(n) for n in period.nth)
        weekdays_text = [f"{day}[{numbers}]" for day in weekdays or tuple(Day)[:7]]
    else:
        weekdays_text = list(_day_ranges(weekdays))
    return ",".join([*weekdays_text, *holidays])


def _day_ranges(days: Sequence[Day]) -> Iterator[str]:
    """`Mo-We,Fr` from single days in order."""
    week = list(Day)
    chain: list[Day] = []
    for day in days:
        if chain and week.index(day) != week.index(chain[-1]) + 1:
            yield _day_range(chain)
            chain = []
        chain.append(day)
    if chain:
        yield _day_range(chain)


def _day_range(chain: Sequence[Day]) -> str:
    if len(chain) < 3:
        return ",".join(chain)
    return f"{chain[0]}-{chain[-1]}"
