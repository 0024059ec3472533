from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from catalog.model import WEEK, Day, MonthDay, Period, Slot
from catalog.sources.values.periods import Statement, gather

MORNING = Slot(time(9), time(12))
EVENING = Slot(time(14), time(18))
START = date(2026, 1, 1)
DAYS = st.integers(0, 60).map(lambda n: START + timedelta(days=n))


def on(day: date, slot: Slot | None = MORNING) -> Statement:
    return Statement(start=day, end=day, slot=slot)


def said(statements: list[Statement]) -> set[tuple[date, Slot | None]]:
    """Oracle: every (day, slot) that the statements claim, counted day by day."""
    found: set[tuple[date, Slot | None]] = set()
    for statement in statements:
        assert isinstance(statement.start, date)
        assert isinstance(statement.end, date)
        day = statement.start
        while day <= statement.end:
            if not statement.days or WEEK[day.weekday()] in statement.days:
                found.add((day, statement.slot))
            day += timedelta(days=1)
    return found


def claimed(periods: tuple[Period, ...]) -> set[tuple[date, Slot | None]]:
    return said(
        [
            Statement(period.start, period.end, period.days, slot)
            for period in periods
            for slot in (period.slots or (None,))
        ]
    )


STATEMENTS = st.builds(
    lambda start, length, days, slot: Statement(
        start, start + timedelta(days=length), tuple(sorted(days, key=WEEK.index)), slot
    ),
    DAYS,
    st.sampled_from([0, 0, 0, 1, 6, 13, 40]),
    st.sets(st.sampled_from(WEEK), max_size=7),
    st.sampled_from([MORNING, EVENING, None]),
)


@given(st.lists(STATEMENTS, max_size=25))
def test_gathering_loses_and_adds_nothing(statements: list[Statement]) -> None:
    assert claimed(gather(statements)) == said(statements)


@given(st.sets(DAYS, max_size=60))
def test_single_days_lose_nothing(days: set[date]) -> None:
    statements = [on(day) for day in days]
    periods = gather(statements)
    assert claimed(periods) == said(statements)
    runs = sum(1 for day in days if day - timedelta(days=1) not in days)
    assert len(periods) <= runs


@given(st.lists(STATEMENTS, max_size=12), st.randoms())
def test_order_does_not_matter(statements: list[Statement], random: object) -> None:
    assert gather(statements) == gather(list(reversed(statements)))


def test_an_exhibition_of_537_days_is_one_period() -> None:
    days = [START + timedelta(days=n) for n in range(537)]
    assert gather(on(day) for day in days) == (
        Period(start=days[0], end=days[-1], slots=(MORNING,)),
    )


def test_an_exhibition_closed_on_mondays_is_one_period() -> None:
    days = [START + timedelta(days=n) for n in range(400)]
    shown = [day for day in days if day.weekday() != 0]
    assert gather(on(day) for day in shown) == (
        Period(start=shown[0], end=shown[-1], days=WEEK[1:], slots=(MORNING,)),
    )


def test_weekdays_and_slots_meet() -> None:
    end = date(2026, 8, 31)
    statements = [
        Statement(START, end, (day,), slot)
        for slot in (EVENING, MORNING)
        for day in (Day.SU, Day.TU)
    ]
    assert gather(statements) == (
        Period(start=START, end=end, days=(Day.TU, Day.SU), slots=(MORNING, EVENING)),
    )


def test_seven_days_are_every_day() -> None:
    statements = [Statement(days=(day,), slot=MORNING) for day in WEEK]
    assert gather(statements) == (Period(slots=(MORNING,)),)


def test_unknown_hours_stay_apart_from_known_ones() -> None:
    periods = gather([Statement(days=(Day.MO,)), Statement(days=(Day.MO,), slot=MORNING)])
    assert {period.slots for period in periods} == {(), (MORNING,)}


def test_seasons_are_kept() -> None:
    season = Statement(MonthDay(10, 1), MonthDay(3, 31), slot=MORNING)
    assert gather([season]) == (
        Period(start=MonthDay(10, 1), end=MonthDay(3, 31), slots=(MORNING,)),
    )


def test_touching_ranges_join() -> None:
    june = Statement(date(2026, 6, 1), date(2026, 6, 30), slot=MORNING)
    july = Statement(date(2026, 7, 1), date(2026, 7, 31), slot=MORNING)
    assert gather([july, june]) == (
        Period(start=date(2026, 6, 1), end=date(2026, 7, 31), slots=(MORNING,)),
    )
