from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import opening_hours
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.clock import PARIS
from catalog.hours import (
    DayPlan,
    Region,
    State,
    collapsed,
    coming_dates,
    expression,
    on_day,
    opening,
    over,
)
from catalog.model import Period, Slot
from tests.catalog.hours import oracle
from tests.catalog.hours.strategies import (
    dates,
    doubtful_periods,
    night_slots,
    period,
    periods,
    seasons,
)

OVERSEAS = Region(overseas=True)
"""Where nobody knows a school holiday."""
HALF_HOUR = timedelta(minutes=30)
few = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],  # the machine may be busy
)


def half_hours(day: date, count: int) -> list[datetime]:
    first = datetime.combine(day, datetime.min.time())
    return [first + n * HALF_HOUR for n in range(count)]


@given(periods(), dates)
@few
def test_state_is_the_oracles_all_day_long(periods: tuple[Period, ...], day: date) -> None:
    for moment in half_hours(day, 49):
        found = opening(periods, moment.replace(tzinfo=PARIS))
        assert found.state == oracle.state(periods, moment), moment


@given(periods(), dates, st.integers(0, 47))
@few
def test_an_opening_ends_when_the_oracle_says(
    periods: tuple[Period, ...], day: date, step: int
) -> None:
    moment = half_hours(day, 48)[step]
    found = opening(periods, moment.replace(tzinfo=PARIS))
    if found.state is not State.OPEN:
        return
    minute = timedelta(minutes=1)
    limit = moment + timedelta(days=2)
    end = moment
    while end < limit and oracle.state(periods, end) is State.OPEN:
        end += minute
    if end < limit:
        assert found.until == end.replace(tzinfo=PARIS)
    else:
        assert found.until is None or found.until >= limit.replace(tzinfo=PARIS)
    assert found.since is not None
    assert oracle.state(periods, found.since.replace(tzinfo=None)) is State.OPEN


@given(periods(), dates, st.integers(0, 47))
@few
def test_the_next_opening_is_the_oracles(periods: tuple[Period, ...], day: date, step: int) -> None:
    moment = half_hours(day, 48)[step]
    found = opening(periods, moment.replace(tzinfo=PARIS))
    next_day, next_open = oracle.next_open(periods, moment, days=60)
    if next_day is None:
        assert found.next_day is None or found.next_day - day >= timedelta(days=60)
    else:
        assert found.next_day == next_day
        assert found.next_open == (next_open and next_open.replace(tzinfo=PARIS))


@given(periods(), dates)
@few
def test_a_days_plan_is_the_oracles(periods: tuple[Period, ...], day: date) -> None:
    holding = oracle.holding(periods, day)
    plan = on_day(periods, day)
    if holding:
        slots = {slot for p in holding for slot in p.slots}
        assert plan.state is State.OPEN
        assert set(plan.slots) == slots
        assert plan.more == (bool(slots) and any(not p.slots for p in holding))
    else:
        tells = oracle.tells_about(periods, day)
        assert plan == DayPlan(State.CLOSED if tells else State.UNKNOWN)


@given(periods(), dates)
@few
def test_coming_dates_are_the_oracles(periods: tuple[Period, ...], day: date) -> None:
    horizon = [day + timedelta(days=n) for n in range(90)]
    wanted = [d for d in horizon if oracle.holding(periods, d)]
    assert list(coming_dates(periods, day, limit=30, horizon_days=90)) == wanted[:30]


@given(periods(max_size=8), dates)
@few
def test_collapsing_changes_no_day(periods: tuple[Period, ...], day: date) -> None:
    fewer = collapsed(periods)
    assert len(fewer) <= max(len(periods), len(set(periods)))
    assert len(collapsed(fewer)) <= len(fewer)
    for n in range(30):
        d = day + timedelta(days=n)
        assert {s for p in oracle.holding(periods, d) for s in p.slots} == {
            s for p in oracle.holding(fewer, d) for s in p.slots
        }
        assert bool(oracle.holding(periods, d)) == bool(oracle.holding(fewer, d))


@given(periods(), dates)
@few
def test_the_library_reads_the_expression_as_meant(periods: tuple[Period, ...], day: date) -> None:
    """But for a night that a closure cuts, a closing time unknown in two rules, and hours not
    stated that are added after one rule took the place of another: it forgets the others."""
    first = next((at for at, p in enumerate(collapsed(periods)) if p.instead), len(periods))
    added = [p for p in collapsed(periods)[first:] if not p.instead and not p.closed]
    if any(not p.slots or any(s.closes in (None, s.opens) for s in p.slots) for p in added):
        return
    text = expression(periods)
    if not text:
        return
    nights = any(s.closes and s.closes < s.opens for p in periods for s in p.slots)
    if nights and any(p.closed for p in periods):
        return
    library = opening_hours.OpeningHours(text, country="FR")
    assert not library.warnings
    for moment in half_hours(day, 48):
        read = State(str(library.state(moment)[0]))
        meant = oracle.state(periods, moment)
        if not oracle.tells_about(periods, day):
            assert read in (meant, State.CLOSED)
        else:
            assert read == meant or (read, meant) == (State.UNKNOWN, State.CLOSED), moment


@given(periods(), dates)
@few
def test_what_is_over_has_nothing_to_come(periods: tuple[Period, ...], day: date) -> None:
    if over(periods, day):
        assert coming_dates(periods, day) == ()
        assert not any(oracle.holding(periods, day + timedelta(days=n)) for n in range(30))


@given(st.lists(period(), max_size=3).map(tuple), st.dates(date(1950, 1, 1), date(9000, 1, 1)))
@few
def test_no_moment_raises(periods: tuple[Period, ...], day: date) -> None:
    moment = datetime.combine(day, datetime.min.time())
    assert opening(periods, moment.replace(tzinfo=PARIS)).state in State


@given(doubtful_periods(), dates)
@few
def test_in_doubt_nothing_is_said_that_may_be_wrong(periods: tuple[Period, ...], day: date) -> None:
    for moment in half_hours(day, 48)[day.day % 2 :: 2]:
        found = opening(periods, moment.replace(tzinfo=PARIS), OVERSEAS).state
        possible = oracle.possible_states(periods, moment)
        assert found is State.UNKNOWN or possible == {found}, moment


@given(st.lists(seasons(), min_size=1, max_size=3).map(tuple), st.integers(0, 240))
@few
def test_winters_are_the_oracles(periods: tuple[Period, ...], offset: int) -> None:
    day = date(2026, 9, 1) + timedelta(days=offset)
    for moment in half_hours(day, 48):
        found = opening(periods, moment.replace(tzinfo=PARIS))
        assert found.state == oracle.state(periods, moment), moment
    horizon = [day + timedelta(days=n) for n in range(120)]
    wanted = [each for each in horizon if oracle.holding(periods, each)]
    assert list(coming_dates(periods, day, limit=120, horizon_days=120)) == wanted


@given(
    st.lists(night_slots, min_size=1, max_size=2),
    st.sampled_from([date(2026, 10, 25), date(2027, 3, 28)]),
    st.integers(0, 40),
)
@few
def test_when_clocks_change_moments_stay_in_order(
    hours: list[Slot], night: date, steps: int
) -> None:
    periods = (Period(slots=tuple(hours)),)
    evening = datetime.combine(night, time(), UTC) - timedelta(hours=2)
    now = evening + steps * timedelta(minutes=10)
    found = opening(periods, now)
    assert found.state == oracle.state(periods, now.astimezone(PARIS).replace(tzinfo=None))
    later = [moment for moment in (found.until, found.next_open) if moment is not None]
    assert all(moment.astimezone(UTC) >= now for moment in later)
    assert found.since is None or found.since.astimezone(UTC) <= now
    for moment in later:  # a time that a clock in Paris shows
        assert moment.astimezone(UTC).astimezone(PARIS).replace(tzinfo=None) == moment.replace(
            tzinfo=None
        )
    if found.until is not None:
        at_end = found.until.astimezone(UTC)
        if at_end - now < timedelta(hours=6):
            assert opening(periods, at_end - timedelta(minutes=1)).state is found.state
