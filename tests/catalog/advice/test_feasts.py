from __future__ import annotations

from datetime import date, datetime

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.advice import asked_time
from catalog.advice.feasts import public_holiday
from catalog.advice.timing import dated, in_one_day
from catalog.clock import PARIS

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
"""A Thursday."""


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("next_week", date(2026, 7, 27), date(2026, 8, 2)),
        ("next_weekend", date(2026, 8, 1), date(2026, 8, 2)),
        ("this_month", date(2026, 7, 23), date(2026, 7, 31)),
        ("next_month", date(2026, 8, 1), date(2026, 8, 31)),
        ("public_holiday", date(2026, 8, 15), date(2026, 8, 15)),
        ("feast:pentecost", date(2027, 5, 16), date(2027, 5, 16)),
        ("feast:easter", date(2027, 3, 28), date(2027, 3, 28)),
        ("date:08-03..08-08", date(2026, 8, 3), date(2026, 8, 8)),
        ("date:07-20..07-26", date(2026, 7, 23), date(2026, 7, 26)),
        ("season:summer", date(2026, 7, 23), date(2026, 8, 31)),
        ("season:winter", date(2026, 12, 1), date(2027, 2, 28)),
        ("+3:evening", date(2026, 7, 26), date(2026, 7, 26)),
    ],
)
def test_days_that_have_a_name_are_found(when: str, first: date, last: date) -> None:
    asked = asked_time(when, NOW)
    assert asked is not None
    assert (asked.days[0], asked.days[-1]) == (first, last)


def test_school_holidays_are_those_that_run() -> None:
    asked = asked_time("school_holidays", NOW)
    assert asked is not None
    assert asked.days[0] == NOW.date()


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_the_next_public_holiday_is_that_of_the_library(today: date) -> None:
    france = holidays.country_holidays("FR", years=(today.year, today.year + 1))
    assert public_holiday(today) == (min(day for day in france if day >= today),)


@pytest.mark.parametrize("when", ["feast:none", "season:", "date:99-99..08-03", "next_century"])
def test_what_is_no_time_asks_for_none(when: str) -> None:
    assert asked_time(when, NOW) is None


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("+2", "date:07-25"),
        ("+2:morning", "date:07-25:morning"),
        ("+10:evening@19:00+", "date:08-02:evening@19:00+"),
        ("fri+7", "date:07-31"),
        ("thu+7:night", "date:07-30:night"),
        ("next_week:tue", "date:07-28"),
        ("feast:easter_monday", "date:03-29"),
        ("public_holiday", "date:08-15"),
        ("this_month", "month:07"),
        ("next_month:morning", "month:08:morning"),
        *((kept, kept) for kept in ("now", "today:evening", "any:night", "sun", "any@10:00+")),
        *((kept, kept) for kept in ("next_week", "season:winter", "date:05-01..05-08", "month:12")),
    ],
)
def test_a_day_that_is_counted_is_told_as_a_date(when: str, told: str) -> None:
    assert dated(when, NOW) == told
    assert asked_time(when, NOW) == asked_time(told, NOW)


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("date:08-03..08-10", "date:08-03"),
        ("date:07-20..07-26:morning@09:00+", "date:07-23:morning@09:00+"),
        ("season:summer", "this_year"),
        ("+2:evening", "date:07-25:evening"),
        *((kept, kept) for kept in ("now", "sat:night", "any@10:00-", "next_week", "month:08")),
    ],
)
def test_the_interface_tells_several_days_by_their_first(when: str, told: str) -> None:
    assert in_one_day(when, NOW) == told
