"""What a visitor asks of a schedule: open now, until when, when next, on which dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from catalog.clock import PARIS
from catalog.hours.region import ANYWHERE, Region
from catalog.hours.schedule import DayPlan, Schedule, Span, State, next_open_day, schedule, spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Period

ALWAYS_OPEN_DAYS: Final = 8
"""Open without a break for so many days is open without an end worth saying."""

_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """The state at one moment; moments are Paris time.

    `since`: when the present stretch began, where that is known. `until`: its known end (OPEN
    and CLOSED only). `next_day`: the next day (today included) with an opening still to come,
    and `next_open` its hour where the hour is known; None where a day before it is in doubt.
    `today`: the day's plan.

    UNKNOWN has five causes: `today.state` UNKNOWN (nothing is stated for today); `today` OPEN
    without slots (open today, hours not stated) or with `more`; `since` set (it opened then,
    when it closes is not stated); a night that began yesterday, if that was a school holiday.
    """

    state: State
    until: datetime | None = None
    next_open: datetime | None = None
    since: datetime | None = None
    next_day: date | None = None
    today: DayPlan = DayPlan(State.UNKNOWN)  # noqa: RUF009 - frozen


NOTHING_KNOWN: Final = Opening(State.UNKNOWN)


def opening(periods: Sequence[Period], now: datetime, region: Region = ANYWHERE) -> Opening:
    """Whether a place in `region` is open at `now` (any aware moment), and what comes next."""
    if not periods:
        return NOTHING_KNOWN
    plans = schedule(tuple(periods), region)
    wall = now.astimezone(PARIS).replace(tzinfo=None)
    day = wall.date()
    today = plans.plan(day)
    todays = spans(today, day)
    current = _current(plans, todays, wall)
    next_open, next_day = _next(plans, todays, wall)
    if current is not None and current.sure:
        end = _end_of_opening(plans, current.end)
        return Opening(
            State.OPEN,
            until=_paris(end, now),
            next_open=_paris(next_open, now),
            since=_paris(current.start),
            next_day=next_day,
            today=today,
        )
    state = State.CLOSED
    doubtful = today.state is State.UNKNOWN or _open_sometime(today)
    if current is not None or doubtful or _night_in_doubt(plans, wall):
        state = State.UNKNOWN
    return Opening(
        state,
        until=_paris(next_open, now) if state is State.CLOSED else None,
        next_open=_paris(next_open, now),
        since=_paris(current.start) if current is not None else None,
        next_day=next_day,
        today=today,
    )


def on_day(periods: Sequence[Period], day: date, region: Region = ANYWHERE) -> DayPlan:
    """What is stated for one day; UNKNOWN when nothing is."""
    return schedule(tuple(periods), region).plan(day)


def coming_dates(
    periods: Sequence[Period],
    after: date,
    region: Region = ANYWHERE,
    *,
    limit: int = 10,
    horizon_days: int = 400,
) -> tuple[date, ...]:
    """The first `limit` days on or after `after`, within the horizon, that are surely open."""
    found: list[date] = []
    plans = schedule(tuple(periods), region)
    for day in plans.days_open(after, after + timedelta(days=horizon_days)):
        if len(found) == limit:
            break
        found.append(day)
    return tuple(found)


def last_day(periods: Sequence[Period]) -> date | None:
    """The last day of which the periods tell; None when they are open-ended or silent."""
    return schedule(tuple(periods)).last


def over(periods: Sequence[Period], today: date) -> bool:
    """Whether all that is stated lies before `today`; periods without an end never are over."""
    last = last_day(periods)
    return last is not None and last < today


def _current(plans: Schedule, todays: Sequence[Span], wall: datetime) -> Span | None:
    """The stretch that `wall` lies in, a sure one before one that is not."""
    candidates = [span for span in todays if span.start <= wall < span.end]
    if plans.past_midnight:
        yesterday = wall.date() - _ONE_DAY
        candidates += (s for s in spans(plans.plan(yesterday), yesterday) if s.end > wall)
    return max(candidates, key=lambda span: (span.sure, span.end), default=None)


def _end_of_opening(plans: Schedule, end: datetime) -> datetime | None:
    """The end of an opening that goes on through stretches that touch or overlap."""
    day = end.date() - _ONE_DAY
    for _ in range(ALWAYS_OPEN_DAYS):
        for span in spans(plans.plan(day), day):
            if span.sure and span.start <= end < span.end:
                end = span.end
        if day > end.date():
            return end
        day += _ONE_DAY
    return None


def _next(
    plans: Schedule, todays: Sequence[Span], wall: datetime
) -> tuple[datetime | None, date | None]:
    """The next opening after `wall`: its moment where known, and its day."""
    for span in todays:
        if span.start > wall:
            return span.start, wall.date()
    day = next_open_day(plans, wall.date())
    if day is None:
        return None, None
    coming = spans(plans.plan(day), day)
    return (coming[0].start if coming else None), day


def _night_in_doubt(plans: Schedule, wall: datetime) -> bool:
    """Whether an opening of yesterday, if that was a school holiday, still goes on."""
    if not (plans.schools and plans.past_midnight):
        return False
    end = plans.perhaps_until(wall.date() - _ONE_DAY)
    return end is not None and wall < end


def _open_sometime(plan: DayPlan) -> bool:
    return plan.state is State.OPEN and (plan.more or not plan.slots)


def _paris(moment: datetime | None, now: datetime | None = None) -> datetime | None:
    """Wall time as a moment, not before `now` if that is given.

    On the two nights when clocks change: a time that is left out (2:30 in March) is the moment
    of the jump, and one that comes twice is the second when the first is past.
    """
    if moment is None:
        return None
    aware = moment.replace(tzinfo=PARIS)
    if aware.astimezone(UTC).astimezone(PARIS).replace(tzinfo=None) != moment:
        return (moment.replace(minute=0) + timedelta(hours=1)).replace(tzinfo=PARIS)
    if now is not None and aware.astimezone(UTC) < now:
        return aware.replace(fold=1)
    return aware
