"""A schedule: which rule holds on which day, asked of `opening-hours-py`.

The library answers for days (dates, seasons, n-th weekdays, French public holidays); minutes
are added here, because a closure must not cut the night that began the day before, and because
an unknown closing time must stay unknown (both are read otherwise by the library).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import opening_hours

from catalog.hours.collapse import collapsed
from catalog.hours.expression import MIDNIGHT, closing, minutes, selector
from catalog.model import NOTHING, Day, Localized, Period, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COUNTRY: Final = "FR"
"""Whose public holidays PH is: the eleven of all France. The two more of Alsace and Moselle (Good
Friday, 26 December) and those of the overseas departments are not among them: a schedule does not
know its department. Nor does anybody know SH: the library has no school holidays, their three
zones are set anew by ministerial order for a few years only, and a wrong date closes a door."""
NOON: Final = time(12)

HORIZON_DAYS: Final = 800
"""How far ahead an opening is looked for. Without a limit the library walks to the year 9999
after a last season: seconds, for one question."""


class State(StrEnum):
    """What is known: open, closed, or neither."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day. OPEN with no slots: open, hours not stated. `more`: also open at hours that are
    not stated, or that hold in school holidays only, beside the slots. UNKNOWN with slots: open
    so if the school holidays allow. `because`: what the source says of the closure that holds."""

    state: State
    slots: tuple[Slot, ...] = ()
    more: bool = False
    because: Localized = NOTHING


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one day's opening, local wall time. Not `sure`: the day is doubtful, or it
    opens at `start` but when it closes is not stated (`end` is the next opening or midnight)."""

    start: datetime
    end: datetime
    sure: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    """The days on which the same hours, or the same closure, hold."""

    days: opening_hours.OpeningHours
    slots: tuple[Slot, ...]
    note: Localized

    def holds(self, noon: datetime) -> bool:
        return self.days.is_open(noon)


@dataclass(frozen=True, slots=True, eq=False)
class Schedule:
    """Periods ready to be asked. `last` is the last day they tell anything about, None when
    they are open-ended."""

    openings: tuple[_Rule, ...]
    perhaps: tuple[_Rule, ...]
    closures: tuple[_Rule, ...]
    closures_perhaps: tuple[_Rule, ...]
    open_days: opening_hours.OpeningHours | None
    last: date | None
    past_midnight: bool

    def plan(self, day: date) -> DayPlan:
        """What is stated for one day."""
        noon = datetime.combine(day, NOON)
        for rule in self.closures:
            if rule.holds(noon):
                return DayPlan(State.CLOSED, because=rule.note)
        doubtful = any(rule.holds(noon) for rule in self.closures_perhaps)
        holding = [rule for rule in self.openings if rule.holds(noon)]
        perhaps = [rule for rule in self.perhaps if rule.holds(noon)]
        if holding:
            plan = _plan(holding, State.UNKNOWN if doubtful else State.OPEN)
            if any(not rule.slots or set(rule.slots) - set(plan.slots) for rule in perhaps):
                plan = replace(plan, more=bool(plan.slots))
            return plan
        if perhaps:
            return _plan(perhaps, State.UNKNOWN)
        return DayPlan(State.CLOSED if self._tells_about(day) else State.UNKNOWN)

    def perhaps_until(self, day: date) -> datetime | None:
        """When the last of a day's openings ends that hold in school holidays only; None where
        there is none with hours. It may be on the next day."""
        noon = datetime.combine(day, NOON)
        if any(rule.holds(noon) for rule in self.closures):
            return None
        slots = tuple(slot for rule in self.perhaps if rule.holds(noon) for slot in rule.slots)
        return max((span.end for span in spans(DayPlan(State.UNKNOWN, slots), day)), default=None)

    def _tells_about(self, day: date) -> bool:
        """Whether silence means closed: hours of past years say nothing about today."""
        if not self.openings and not self.perhaps:
            return False
        return self.last is None or day <= self.last

    def days_open(self, first: date, beyond: date) -> Iterator[date]:
        """The days surely open from `first` up to, not including, `beyond`, in order."""
        if self.open_days is None or first >= beyond:
            return
        begin, end = datetime.combine(first, time()), datetime.combine(beyond, time())
        for start, stop, state, _ in self.open_days.intervals(begin, end):
            if state == opening_hours.State.OPEN:
                for offset in range((min(stop, end) - start).days):
                    yield start.date() + timedelta(days=offset)


@lru_cache(maxsize=1024)
def next_open_day(plans: Schedule, after: date) -> date | None:
    """The first day later than `after` on which it is surely open.

    Kept: the library walks day by day through a closed season, and a post asks the same day's
    question all day long.
    """
    if plans.open_days is None or (plans.last is not None and after >= plans.last):
        return None
    moment = datetime.combine(after + timedelta(days=1), time())
    if plans.open_days.is_open(moment):
        return moment.date()
    change = plans.open_days.next_change(moment)
    return change.date() if change is not None else None


def _plan(rules: Sequence[_Rule], state: State) -> DayPlan:
    slots = tuple(sorted({slot for rule in rules for slot in rule.slots}, key=_in_the_day))
    return DayPlan(state, slots, more=bool(slots) and any(not rule.slots for rule in rules))


def _in_the_day(slot: Slot) -> tuple[int, int]:
    """By opening; one whose closing is not stated before the others."""
    end = closing(slot)
    return minutes(slot.opens), -1 if end is None else end


def spans(plan: DayPlan, day: date) -> tuple[Span, ...]:
    """The stretches of a day's slots in order of opening; they may reach into the next day."""
    midnight = datetime.combine(day, time())
    begins = sorted({minutes(slot.opens) for slot in plan.slots})
    following = dict(pairwise([*begins, MIDNIGHT]))
    found = []
    for slot in plan.slots:
        end = closing(slot)
        begin = minutes(slot.opens)
        found.append(
            Span(
                midnight + timedelta(minutes=begin),
                midnight + timedelta(minutes=following[begin] if end is None else end),
                plan.state is State.OPEN and end is not None,
            )
        )
    return tuple(sorted(found, key=lambda span: span.start))


@lru_cache(maxsize=1024)
def schedule(periods: tuple[Period, ...]) -> Schedule:
    """The periods compiled, once for each distinct set of them."""
    tidy = collapsed(periods)
    opens = [period for period in tidy if not period.closed]
    sure, perhaps = _known_days(opens), _school_holidays(opens)
    closed = [period for period in tidy if period.closed]
    whole_days = [period for period in closed if not period.slots]
    off = _known_days(whole_days)
    # Closed for part of a day: which part of which hours is not ours to guess.
    off_perhaps = _school_holidays(whole_days) + [period for period in closed if period.slots]
    return Schedule(
        openings=_rules(sure),
        perhaps=_rules(perhaps),
        closures=_rules(off),
        closures_perhaps=_rules(off_perhaps),
        open_days=_days(sure, but=[*off, *off_perhaps]),
        last=_last(opens),
        past_midnight=any((closing(s) or 0) > MIDNIGHT for p in opens for s in p.slots),
    )


def _known_days(periods: Sequence[Period]) -> list[Period]:
    """The periods without their school holidays."""
    return [
        replace(period, days=days) if days else period
        for period in periods
        if (days := tuple(day for day in period.days if day is not Day.SH)) or not period.days
    ]


def _school_holidays(periods: Sequence[Period]) -> list[Period]:
    """The days on which a rule for school holidays may hold: neither we nor the library know
    their dates, which differ by zone and year."""
    return [replace(p, days=(), nth=()) for p in periods if Day.SH in p.days]


def _rules(periods: Sequence[Period]) -> tuple[_Rule, ...]:
    """One rule for all periods of the same hours, or closures for the same reason."""
    groups: defaultdict[tuple[tuple[Slot, ...], Localized], list[Period]] = defaultdict(list)
    for period in periods:
        groups[period.slots, period.note if period.closed else NOTHING].append(period)
    return tuple(
        _Rule(days, slots, note)
        for (slots, note), group in groups.items()
        if (days := _days(group)) is not None
    )


def _days(
    periods: Sequence[Period], *, but: Sequence[Period] = ()
) -> opening_hours.OpeningHours | None:
    """The days of the periods, whole, without those of `but`; None for no period."""
    if not periods:
        return None
    only_dates = [p for p in periods if (p.start or p.end) and not p.days and not p.nth]
    # Dates in one rule: many times quicker to read and to ask than as many rules.
    days = [",".join(map(selector, only_dates))] if only_dates else []
    days += [selector(p) for p in periods if p.days or p.nth or not (p.start or p.end)]
    rules = ", ".join(f"{selected} 00:00-24:00" for selected in days)
    closures = (f"{selector(period)} off" for period in but)
    return opening_hours.OpeningHours(
        "; ".join([rules, *closures]), country=COUNTRY, max_interval_days=HORIZON_DAYS
    )


def _last(periods: Sequence[Period]) -> date | None:
    """The last day of periods that all have a last date."""
    ends = [period.end for period in periods if isinstance(period.end, date)]
    return max(ends) if ends and len(ends) == len(periods) else None
