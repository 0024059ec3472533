"""The meaning of periods, minute by minute: slow, obvious, and without the library."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

import holidays

from catalog.hours import State
from catalog.model import Day, MonthDay, Period, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

WEEK = list(Day)[:7]
DAY = timedelta(days=1)
LONG_PAST = date(1950, 1, 1)


@cache
def public_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("FR", years=year))


def covers(period: Period, day: date) -> bool:
    return _in_dates(period, day) and _on_weekday(period, day)


def _in_dates(period: Period, day: date) -> bool:
    start, end = period.start, period.end
    if isinstance(start, MonthDay) or isinstance(end, MonthDay):
        first = (start.month, start.day) if start else (1, 1)
        last = (end.month, end.day) if end else (12, 31)
        today = (day.month, day.day)
        return first <= today <= last if first <= last else today >= first or today <= last
    return (start is None or start <= day) and (end is None or day <= end)


def _on_weekday(period: Period, day: date) -> bool:
    if Day.PH in period.days and day in public_holidays(day.year):
        return True
    weekdays = [d for d in period.days if d in WEEK]
    if period.days and WEEK[day.weekday()] not in weekdays:
        return False
    if not period.nth:
        return True
    number = (day.day - 1) // 7 + 1
    from_end = -((monthrange(day.year, day.month)[1] - day.day) // 7 + 1)
    return number in period.nth or from_end in period.nth


@lru_cache(maxsize=10_000)
def holding(periods: tuple[Period, ...], day: date) -> list[Period]:
    """The openings that hold on a day. A closure leaves none, wherever it stands; from the first
    period that is instead of others on, each that holds changes what those before it left."""
    sane = [p for p in periods if not (isinstance(p.end, date) and _starts_after_end(p))]
    places = [at for at, period in enumerate(sane) if period.instead]
    split = places[0] if places else len(sane)
    held = [p for p in sane[:split] if not p.closed and covers(p, day)]
    if any(p.closed and covers(p, day) for p in sane[:split]):
        held = []
    for period in sane[split:]:
        if covers(period, day):
            if period.closed or period.instead:
                held = []
            if not period.closed:
                held = [*held, period]
    return held


def _starts_after_end(period: Period) -> bool:
    return (
        isinstance(period.start, date)
        and isinstance(period.end, date)
        and (period.start > period.end)
    )


def stretch(slot: Slot, day: date, all_slots: set[Slot]) -> tuple[datetime, datetime, bool]:
    """From when to when a slot holds, and whether its end is known."""
    midnight = datetime.combine(day, datetime.min.time())
    opens = datetime.combine(day, slot.opens)
    all_day = slot.closes == slot.opens and opens == midnight
    if all_day:
        return opens, midnight + DAY, True
    if slot.closes is None or slot.closes == slot.opens:
        later = [s.opens for s in all_slots if s.opens > slot.opens]
        return opens, (datetime.combine(day, min(later)) if later else midnight + DAY), False
    closes = datetime.combine(day, slot.closes)
    if (slot.closes.hour, slot.closes.minute) == (23, 59):
        closes = midnight + DAY
    return opens, (closes if closes > opens else closes + DAY), True


@lru_cache(maxsize=10_000)
def stretches(periods: tuple[Period, ...], day: date) -> list[tuple[datetime, datetime, bool]]:
    slots = {slot for period in holding(periods, day) for slot in period.slots}
    return sorted(stretch(slot, day, slots) for slot in slots)


def state(periods: tuple[Period, ...], moment: datetime) -> State:
    today = moment.date()
    around = stretches(periods, today - DAY) + stretches(periods, today)
    here = [known for start, end, known in around if start <= moment < end]
    if any(here):
        return State.OPEN
    if here or any(not period.slots for period in holding(periods, today)):
        return State.UNKNOWN
    return State.CLOSED if tells_about(periods, today) else State.UNKNOWN


def tells_about(periods: tuple[Period, ...], day: date) -> bool:
    """Whether a day without an opening is a closed day, rather than one nobody wrote about."""
    if any(p.closed and covers(p, day) and not _starts_after_end(p) for p in periods):
        return True
    opens = [p for p in periods if not p.closed and not _starts_after_end(p)]
    return any(not isinstance(p.end, date) or day <= p.end for p in opens)


def next_open(
    periods: tuple[Period, ...], moment: datetime, days: int
) -> tuple[date | None, datetime | None]:
    """The next opening after a moment, looked for on so many days."""
    for offset in range(days):
        day = moment.date() + offset * DAY
        coming = [start for start, _, _ in stretches(periods, day) if start > moment]
        if coming:
            return day, coming[0]
        if offset and holding(periods, day):
            return day, None
    return None, None


def possible_states(
    periods: tuple[Period, ...],
    moment: datetime,
    school: Callable[[date], bool | None] = lambda _: None,
    *,
    alsace: bool = False,
) -> set[State]:
    """The state in every world that the periods allow: today and yesterday may each be a school
    holiday or not where `school` does not know, and a closure for part of a day may hold for all
    of it or for none."""
    today = moment.date()
    found = set()
    for choice in product((False, True), repeat=4):
        worlds = {today - DAY: choice[:2], today: choice[2:]}
        if any(school(day) not in (None, world[0]) for day, world in worlds.items()):
            continue
        told = {
            day: _in_world(periods, day, *world, public=alsace and of_alsace(day))
            for day, world in worlds.items()
        }
        around = [span for day, world in told.items() for span in stretches(world, day)]
        here = [known for start, end, known in around if start <= moment < end]
        if any(here):
            found.add(State.OPEN)
        elif here or any(not period.slots for period in holding(told[today], today)):
            found.add(State.UNKNOWN)
        else:
            silent = not tells_about(told[today], today) and not tells_about(periods, today)
            found.add(State.UNKNOWN if silent else State.CLOSED)
    return found


def of_alsace(day: date) -> bool:
    return day in holidays.country_holidays("FR", subdiv="57", years=day.year)


def _in_world(
    periods: tuple[Period, ...],
    day: date,
    school_holiday: bool,
    partly_closed: bool,
    *,
    public: bool = False,
) -> tuple[Period, ...]:
    """The periods with their doubts decided for one day; those that do not hold stay in their
    place, for a day long past."""
    told = []
    for each in periods:
        period = replace(each, slots=()) if each.closed else each
        if each.closed and each.slots and not partly_closed:
            told.append(replace(period, start=LONG_PAST, end=LONG_PAST))
        elif (Day.SH in period.days and school_holiday) or (Day.PH in period.days and public):
            told.append(replace(period, days=(), nth=()))
        elif Day.SH not in period.days:
            told.append(period)
        elif days := tuple(d for d in period.days if d is not Day.SH):
            told.append(replace(period, days=days))
        else:
            told.append(replace(period, start=LONG_PAST, end=LONG_PAST))
    return tuple(told)
