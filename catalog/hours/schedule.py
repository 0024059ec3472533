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
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Final

import opening_hours

from catalog.hours.collapse import collapsed, parted
from catalog.hours.expression import MIDNIGHT, closing, minutes, selector
from catalog.hours.region import ANYWHERE, Region
from catalog.model import NOTHING, Day, Localized, Period, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

COUNTRY: Final = "FR"
"""Whose public holidays PH is: the eleven of all France. Those of Alsace and Moselle, and school
holidays, are not the library's but the region's."""
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
    """The days on which the same hours, or the same closure, hold: `days` whatever the region,
    `school` and `public` (dates without weekdays) where they are holidays there."""

    days: opening_hours.OpeningHours | None
    school: opening_hours.OpeningHours | None
    public: opening_hours.OpeningHours | None
    slots: tuple[Slot, ...]
    closed: bool
    instead: bool
    note: Localized

    def holds(self, noon: datetime, *, school: bool, public: bool) -> bool:
        asked = (self.days, self.school if school else None, self.public if public else None)
        return any(days is not None and days.is_open(noon) for days in asked)


@dataclass(frozen=True, slots=True, eq=False)
class Schedule:
    """Periods ready to be asked. `last` is the last day they tell anything about, None when
    they are open-ended.

    `open_days` has every day on which they may be open. `doubtful`: some of these depend on
    holidays of the region or on closures for part of a day, and are looked at one by one.
    """

    rules: tuple[_Rule, ...]
    region: Region
    open_days: opening_hours.OpeningHours | None
    last: date | None
    past_midnight: bool
    schools: bool
    doubtful: bool

    def plan(self, day: date) -> DayPlan:
        """What is stated for one day."""
        plans = self._plans(day)
        return plans[0] if len(plans) == 1 else _common(plans)

    def perhaps_until(self, day: date) -> datetime | None:
        """When the last of a day's openings ends that perhaps hold; None where all are sure. It
        may be on the next day."""
        plans = self._plans(day)
        if len(plans) == 1:
            return None
        slots = tuple(slot for plan in plans for slot in plan.slots)
        return max((span.end for span in spans(DayPlan(State.UNKNOWN, slots), day)), default=None)

    def _plans(self, day: date) -> list[DayPlan]:
        """What is stated in each case that is possible: the day a school holiday or not, and
        closed or open where it is closed for a part: which part of which hours is not ours to
        guess."""
        noon = datetime.combine(day, NOON)
        public = self.region.own_public_holiday(day)
        known = self.region.school_holiday(day) if self.schools else False
        schools = (False, True) if known is None else (known,)
        plans = []
        for school in schools:
            holding = [
                rule for rule in self.rules if rule.holds(noon, school=school, public=public)
            ]
            plans.append(self._followed(holding, day))
            if any(rule.closed and rule.slots for rule in holding):
                plans.append(self._followed(holding, day, broken=True))
        return list(dict.fromkeys(plans))

    def _followed(self, holding: Sequence[_Rule], day: date, *, broken: bool = False) -> DayPlan:
        """The rules that hold, one after the other. `broken`: a closure for part of the day
        closes all of it, else nothing."""
        opens: list[_Rule] = []
        closure: _Rule | None = None
        for rule in holding:
            if rule.closed and rule.slots and not broken:
                continue
            if rule.closed:
                closure, opens = closure or rule, []
            else:
                closure, opens = None, [rule] if rule.instead else [*opens, rule]
        if opens:
            return _plan(opens)
        if closure is not None:
            return DayPlan(State.CLOSED, because=closure.note)
        return DayPlan(State.CLOSED if self._tells_about(day) else State.UNKNOWN)

    def _tells_about(self, day: date) -> bool:
        """Whether silence means closed: hours of past years say nothing about today."""
        if all(rule.closed for rule in self.rules):
            return False
        return self.last is None or day <= self.last

    def days_open(self, first: date, beyond: date) -> Iterator[date]:
        """The days surely open from `first` up to, not including, `beyond`, in order."""
        for day in self.days_perhaps_open(first, beyond):
            if not self.doubtful or self.plan(day).state is State.OPEN:
                yield day

    def days_perhaps_open(self, first: date, beyond: date) -> Iterator[date]:
        """The days of which it is not sure that they are closed, and a few that are."""
        if self.open_days is None or first >= beyond:
            return
        begin, end = datetime.combine(first, time()), datetime.combine(beyond, time())
        for start, stop, state, _ in self.open_days.intervals(begin, end):
            if state == opening_hours.State.OPEN:
                for offset in range((min(stop, end) - start).days):
                    yield start.date() + timedelta(days=offset)


@lru_cache(maxsize=1024)
def next_open_day(plans: Schedule, after: date) -> date | None:
    """The first day later than `after` on which it is surely open; None where it may be open
    before that.

    Kept: the library walks day by day through a closed season, and a post asks the same day's
    question all day long.
    """
    if plans.open_days is None or (plans.last is not None and after >= plans.last):
        return None
    tomorrow = after + timedelta(days=1)
    if plans.doubtful:
        beyond = tomorrow + timedelta(days=HORIZON_DAYS)
        days = ((day, plans.plan(day).state) for day in plans.days_perhaps_open(tomorrow, beyond))
        day, state = next((one for one in days if one[1] is not State.CLOSED), (None, None))
        return day if state is State.OPEN else None
    moment = datetime.combine(tomorrow, time())
    if plans.open_days.is_open(moment):
        return tomorrow
    change = plans.open_days.next_change(moment)
    return change.date() if change is not None else None


def _plan(rules: Sequence[_Rule]) -> DayPlan:
    slots = _in_order({slot for rule in rules for slot in rule.slots})
    return DayPlan(State.OPEN, slots, bool(slots) and any(not rule.slots for rule in rules))


def _common(plans: Sequence[DayPlan]) -> DayPlan:
    """What can be said of a day whatever is the case."""
    if all(plan.state is State.CLOSED for plan in plans):
        return DayPlan(State.CLOSED)  # each for a reason of its own
    slots = _in_order({slot for plan in plans for slot in plan.slots})
    if any(plan.state is not State.OPEN for plan in plans):
        return DayPlan(State.UNKNOWN, slots)
    if not all(plan.slots for plan in plans):
        return DayPlan(State.OPEN)
    sure = _in_order(set(slots).intersection(*(plan.slots for plan in plans)))
    return DayPlan(State.OPEN, sure, more=True) if sure else DayPlan(State.UNKNOWN, slots)


def _in_order(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    return tuple(sorted(slots, key=_in_the_day))


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
def schedule(periods: tuple[Period, ...], region: Region = ANYWHERE) -> Schedule:
    """The periods compiled, once for each distinct set of them."""
    tidy = collapsed(periods)
    together, in_order = parted(tidy)
    opens = [period for period in tidy if not period.closed]
    base = [period for period in together if not period.closed]
    off = [period for period in together if period.closed]
    whose = {day for period in tidy for day in period.days}
    schools, public = Day.SH in whose, region.alsace and Day.PH in whose
    return Schedule(
        rules=tuple(
            _rule(alike, public=public)
            for alike in (*_alike(base), *_alike(off), *_neighbours(in_order))
        ),
        region=region,
        open_days=_open_days(base, off, in_order, public=public) if opens else None,
        last=_last(opens),
        past_midnight=any((closing(s) or 0) > MIDNIGHT for p in opens for s in p.slots),
        schools=schools,
        doubtful=schools or public or any(period.closed and period.slots for period in tidy),
    )


def _alike(periods: Sequence[Period]) -> Iterable[list[Period]]:
    """The periods of the same hours together, and closures for the same reason."""
    groups: defaultdict[tuple[tuple[Slot, ...], Localized], list[Period]] = defaultdict(list)
    for period in periods:
        groups[period.slots, period.note if period.closed else NOTHING].append(period)
    return groups.values()


def _neighbours(periods: Sequence[Period]) -> Iterator[list[Period]]:
    """Periods that do the same to the days before them, where they follow each other."""
    for _, group in groupby(periods, key=attrgetter("slots", "closed", "instead", "note")):
        yield list(group)


def _rule(alike: Sequence[Period], *, public: bool) -> _Rule:
    first = alike[0]
    holidays = [_every_day(period) for period in alike if Day.PH in period.days]
    return _Rule(
        days=_days([known for period in alike if (known := _without_school(period))]),
        school=_days([_every_day(period) for period in alike if Day.SH in period.days]),
        public=_days(holidays if public else []),
        slots=first.slots,
        closed=first.closed,
        instead=first.instead,
        note=first.note,
    )


def _without_school(period: Period) -> Period | None:
    """The period without its school holidays, of which the library knows nothing."""
    days = tuple(day for day in period.days if day is not Day.SH)
    return replace(period, days=days) if days or not period.days else None


def _every_day(period: Period) -> Period:
    """The dates of the period: any day of them may be a holiday."""
    return replace(period, days=(), nth=())


def _open_days(
    base: Sequence[Period], off: Sequence[Period], in_order: Sequence[Period], *, public: bool
) -> opening_hours.OpeningHours:
    """Every day on which one of the periods may be open. Of a whole day the last rule that holds
    decides; one that may hold opens, or does not close."""
    rules = [_whole_days(_widened(base, public=public)), *map(_closure, off)]
    rules += [
        _closure(period) if period.closed else _whole_days(_widened([period], public=public))
        for period in in_order
    ]
    return _compiled("; ".join(filter(None, rules)))


def _widened(periods: Sequence[Period], *, public: bool) -> list[Period]:
    """With every day that may be a holiday of the region."""
    holidays = {Day.SH, Day.PH} if public else {Day.SH}
    return [_every_day(p) if holidays.intersection(p.days) else p for p in periods]


def _closure(period: Period) -> str:
    known = None if period.slots else _without_school(period)
    return f"{selector(known)} off" if known else ""


def _days(periods: Sequence[Period]) -> opening_hours.OpeningHours | None:
    """The days of the periods; None for no period."""
    return _compiled(_whole_days(periods)) if periods else None


def _whole_days(periods: Sequence[Period]) -> str:
    """The days of the periods as one rule, midnight to midnight; "" for no period."""
    only_dates = [p for p in periods if (p.start or p.end) and not p.days and not p.nth]
    # Dates in one rule: many times quicker to read and to ask than as many rules.
    days = [",".join(map(selector, only_dates))] if only_dates else []
    days += [selector(p) for p in periods if p.days or p.nth or not (p.start or p.end)]
    return ", ".join(f"{selected} 00:00-24:00" for selected in days)


def _compiled(text: str) -> opening_hours.OpeningHours:
    return opening_hours.OpeningHours(text, country=COUNTRY, max_interval_days=HORIZON_DAYS)


def _last(periods: Sequence[Period]) -> date | None:
    """The last day of periods that all have a last date."""
    ends = [period.end for period in periods if isinstance(period.end, date)]
    return max(ends) if ends and len(ends) == len(periods) else None
