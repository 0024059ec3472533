from __future__ import annotations

from contextlib import suppress
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Day, MonthDay, Slot
from catalog.sources.house.notation import (
    WEEK,
    BadValue,
    at,
    parse_amount,
    parse_days,
    parse_duration,
    parse_hours,
    parse_on,
)

DATES = st.dates(date(1900, 1, 1), date(2200, 12, 31))
LEAP_YEAR_DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))


def month_day(day: date) -> MonthDay:
    return MonthDay(day.month, day.day)


@given(DATES, DATES)
def test_dates_with_their_year_are_read_back(a: date, b: date) -> None:
    first, last = sorted((a, b))
    assert parse_on(f"{first}..{last}") == (first, last)
    assert parse_on(f"{first}") == (first, first)
    assert parse_on(f"{first}..") == (first, None)
    assert parse_on(f".. {last}") == (None, last)


@given(LEAP_YEAR_DAYS, LEAP_YEAR_DAYS)
def test_days_of_every_year_may_cross_new_year(a: date, b: date) -> None:
    assert parse_on(f"{a:%m-%d}..{b:%m-%d}") == (month_day(a), month_day(b))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "25-12",
        "02-30",
        "13-01",
        "2026-02-29",
        "2026-12-31..2026-01-01",
        "04-01..2026-10-31",
        "2026-04-01..10-31",
        "04-01..",
        "..10-31",
        "1 mai",
        "0004-01-01",
        "2026-1-1",
        "٠٤-٠١",
    ],
)
def test_dates_that_are_refused(text: str) -> None:
    with pytest.raises(BadValue, match=r"[\w.]"):
        parse_on(text)


@given(st.sampled_from(WEEK), st.sampled_from(WEEK))
def test_a_range_of_days_is_walked_one_by_one(first: Day, last: Day) -> None:
    walked, day = {first}, first
    while day != last:
        day = WEEK[(WEEK.index(day) + 1) % 7]
        walked.add(day)
    days, ranks = parse_days(f"{first}-{last}")
    assert set(days) == walked
    assert ranks == ()
    assert list(days) == [day for day in Day if day in walked]


@given(st.sets(st.sampled_from(list(Day)), min_size=1))
def test_listed_days_come_out_in_the_order_of_the_week(days: set[Day]) -> None:
    assert parse_days(", ".join(days)) == (tuple(day for day in Day if day in days), ())


def test_ranked_days() -> None:
    assert parse_days("Sa[2]") == ((Day.SA,), (2,))
    assert parse_days("Su[-1]") == ((Day.SU,), (-1,))
    assert parse_days(" Fr [1, 3] ") == ((Day.FR,), (1, 3))


@pytest.mark.parametrize(
    "text",
    ["", "Lu", "mo", "Mo Tu", "Mo-", "-Mo", "PH-Mo", "Sa[0]", "Sa[6]", "Sa[1,1]", "Sa[2], Su"],
)
def test_days_that_are_refused(text: str) -> None:
    with pytest.raises(BadValue):
        parse_days(text)


@given(st.sets(st.integers(0, 1439), min_size=2, max_size=6).filter(lambda s: len(s) % 2 == 0))
def test_hours_in_order_are_read_back(edges: set[int]) -> None:
    clocks = [time(minute // 60, minute % 60) for minute in sorted(edges)]
    slots = [Slot(*pair) for pair in zip(clocks[::2], clocks[1::2], strict=True)]
    text = ", ".join(f"{slot.opens:%H:%M}-{slot.closes:%H:%M}" for slot in slots)
    assert list(parse_hours(text)) == slots
    if len(slots) > 1:
        backwards = ", ".join(reversed(text.split(", ")))
        with pytest.raises(BadValue, match="order"):
            parse_hours(backwards)


def test_hours_past_midnight_and_without_end() -> None:
    assert parse_hours("18:00-02:00") == (Slot(time(18), time(2)),)
    assert parse_hours("00:00-24:00") == (Slot(time(0), time(0)),)
    assert parse_hours("9:30-12:00, 14:00+") == (Slot(time(9, 30), time(12)), Slot(time(14)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10",
        "10h-12h",
        "10:00",
        "10-12:30",
        "25:00-26:00",
        "10:00-12:60",
        "24:30-01:00",
        "18:00-02:00, 20:00-21:00",
        "10:00-13:00, 12:00-14:00",
        "10:00+, 09:00-12:00",
    ],
)
def test_hours_that_are_refused(text: str) -> None:
    with pytest.raises(BadValue):
        parse_hours(text)


@given(st.decimals(Decimal("0.01"), Decimal("99999.99"), places=2))
def test_amounts_in_every_spelling(amount: Decimal) -> None:
    assert parse_amount(str(amount)) == amount
    assert parse_amount(f"{amount:f}".replace(".", ",")) == amount
    assert parse_amount(float(amount)) == amount


@pytest.mark.parametrize("value", [0, 0.0, "0,00", -1, "five", "NaN", "Infinity", 1e9, 1.999, ""])
def test_amounts_that_are_refused(value: float | str) -> None:
    with pytest.raises(BadValue):
        parse_amount(value)


@given(st.integers(1, 999 * 60 + 59))
def test_durations_are_read_back(minutes: int) -> None:
    assert parse_duration(f"{minutes // 60}:{minutes % 60:02}") == minutes


@pytest.mark.parametrize("text", ["0:00", "3h30", "3:60", "210", "-1:00", ""])
def test_durations_that_are_refused(text: str) -> None:
    with pytest.raises(BadValue):
        parse_duration(text)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_on, parse_days, parse_hours, parse_amount, parse_duration):
        with suppress(BadValue):
            assert parse(text)


def test_a_problem_knows_its_whole_path() -> None:
    with pytest.raises(BadValue) as caught, at("openings[2]"), at("hours"):
        raise BadValue("no")
    assert caught.value.field == "openings[2].hours"
