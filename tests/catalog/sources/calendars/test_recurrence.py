"""The rules against an oracle that walks through the calendar day by day."""

from __future__ import annotations

import calendar as months
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.sources.calendars.recurrence import MOST, Unfollowable, follow
from catalog.sources.values.moments import FAR_FUTURE

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2026, 11, 21)
START = datetime(2026, 9, 4, 8, 30)  # noqa: DTZ001 (a wall clock has no zone)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def until(raw: str) -> datetime | date:
    return datetime.strptime(raw, "%Y%m%d").date()  # noqa: DTZ007


def starts(rule: str, start: datetime = START) -> list[datetime]:
    return list(follow(rule, start, TODAY, until).starts)


def walk(start: datetime, last: date) -> Iterator[date]:
    day = start.date()
    while day <= last:
        yield day
        day += timedelta(days=1)


def nth(day: date) -> int:
    return (day.day - 1) // 7 + 1


def is_last(day: date) -> bool:
    return (day + timedelta(days=7)).month != day.month


@settings(max_examples=60)
@given(
    st.sets(st.sampled_from(DAYS), min_size=1),
    st.integers(1, 4),
    st.integers(0, 500),
)
def test_weekly(days: set[str], interval: int, length: int) -> None:
    last = START.date() + timedelta(days=length)
    rule = f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={','.join(sorted(days))};UNTIL={last:%Y%m%d}"
    monday = START.date() - timedelta(days=START.weekday())
    expected = [
        datetime.combine(day, START.time())
        for day in walk(START, last)
        if DAYS[day.weekday()] in days and (day - monday).days // 7 % interval == 0
    ]
    assert starts(rule) == expected


@settings(max_examples=60)
@given(st.sampled_from(DAYS), st.sampled_from([1, 2, 3, 4, 5, -1]), st.integers(1, 30))
def test_monthly_by_weekday(day: str, which: int, count: int) -> None:
    expected = [
        datetime.combine(one, START.time())
        for one in walk(START, date(2035, 1, 1))
        if DAYS[one.weekday()] == day and (is_last(one) if which < 0 else nth(one) == which)
    ]
    assert starts(f"FREQ=MONTHLY;BYDAY={which}{day};COUNT={count}") == expected[:count]


@settings(max_examples=60)
@given(st.integers(-31, 31).filter(bool), st.integers(1, 12))
def test_monthly_by_day(number: int, count: int) -> None:
    expected = [
        datetime.combine(one, START.time())
        for one in walk(START, date(2040, 1, 1))
        if one.day
        == (number if number > 0 else months.monthrange(one.year, one.month)[1] + 1 + number)
    ]
    assert starts(f"FREQ=MONTHLY;BYMONTHDAY={number};COUNT={count}") == expected[:count]


def test_yearly_and_daily() -> None:
    assert [day.year for day in starts("FREQ=YEARLY;COUNT=3")] == [2026, 2027, 2028]
    leap = datetime(2024, 2, 29, 10)  # noqa: DTZ001
    assert [day.year for day in starts("FREQ=YEARLY;COUNT=3", leap)] == [2024, 2028, 2032]
    assert starts("FREQ=DAILY;COUNT=4;INTERVAL=2")[-1] == START + timedelta(days=6)
    summer = starts("FREQ=DAILY;BYMONTH=7,8;UNTIL=20271231")
    assert (len(summer), summer[0].date()) == (62, date(2027, 7, 1))


def test_two_shows_a_day() -> None:
    found = starts("FREQ=DAILY;BYHOUR=14,17;BYMINUTE=0;COUNT=4")
    assert [f"{one:%d %H:%M}" for one in found] == ["04 14:00", "04 17:00", "05 14:00", "05 17:00"]


def test_weeks_have_their_53rd_and_years_their_shape() -> None:
    rule = "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;COUNT=3"
    weeks = [
        datetime.combine(day, START.time())
        for day in walk(START, date(2040, 1, 1))
        if day.isocalendar().week == 53 and day.weekday() == 6
    ]
    assert starts(rule) == weeks[:3]


def test_a_rule_without_end_stops_at_the_horizon() -> None:
    found = follow("FREQ=WEEKLY", START, TODAY, until)
    assert found.endless
    assert not found.cut
    assert found.starts[0] == START
    beyond = (TODAY + timedelta(days=400)) - found.starts[-1].date()
    assert timedelta(0) <= beyond < timedelta(days=7)
    assert not follow("FREQ=WEEKLY;COUNT=2", START, TODAY, until).endless
    assert follow("FREQ=WEEKLY;UNTIL=20991231", START, TODAY, until).endless
    later = datetime(2028, 1, 1, 8)  # noqa: DTZ001
    assert follow("FREQ=MONTHLY", later, TODAY, until).starts == (later,)


def test_the_last_dates_are_kept_of_too_many() -> None:
    old = datetime(1990, 1, 1, 8)  # noqa: DTZ001
    found = follow("FREQ=DAILY;COUNT=100000", old, TODAY, until)
    assert found.cut
    assert len(found.starts) == MOST
    assert found.starts[-1].year == FAR_FUTURE - 1


def test_tours_every_half_hour_by_plain_count() -> None:
    found = starts("FREQ=MINUTELY;INTERVAL=30;COUNT=5")
    assert found[-1] == START + timedelta(hours=2)
    assert len(starts("FREQ=HOURLY;INTERVAL=6;UNTIL=20260905")) == 7


@pytest.mark.parametrize(
    "rule",
    [
        *("", "FREQ=SECONDLY;COUNT=5", "FREQ=MINUTELY", "FREQ=HOURLY", "COUNT=5", "FREQ=SOMETIMES"),
        *("FREQ=HOURLY;COUNT=3;BYMONTH=2", "FREQ=DAILY;BYSECOND=0,30", "FREQ=DAILY;COUNT=0"),
        *("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=99999", "FREQ=DAILY;FREQ=WEEKLY"),
        *("FREQ=DAILY;X-OWN=1", "RSCALE=CHINESE;FREQ=YEARLY", "FREQ=YEARLY;BYEASTER=0"),
        *("FREQ=DAILY;UNTIL=soon", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=0MO"),
        *("FREQ=MONTHLY;BYDAY=6MO", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=YEARLY;BYMONTH=2;BYDAY=53SU"),
        *("FREQ=YEARLY;BYMONTH=13", "FREQ=DAILY;BYMONTHDAY=32", "FREQ=DAILY;BYMONTH=-1"),
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))),
        "FREQ=DAILY;BYMONTHDAY=" + ",".join(["1"] * 9_000),
    ],
)
def test_what_is_not_followed(rule: str) -> None:
    with pytest.raises(Unfollowable):
        starts(rule)


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3"),
        *(
            "FREQ=YEARLY;BYDAY=53TU;INTERVAL=400;COUNT=2",
            "FREQ=MONTHLY;BYSETPOS=366;BYDAY=MO;COUNT=2",
        ),
    ],
)
def test_what_never_happens_ends(rule: str) -> None:
    assert starts(rule) == []


NUMBERS = st.lists(st.integers(-12, 24), min_size=1, max_size=3).map(
    lambda numbers: ",".join(map(str, numbers))
)
RULES = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "SECONDLY"])},
    optional={
        "COUNT": st.integers(0, 10).map(str),
        "INTERVAL": st.integers(0, 60).map(str),
        "BYMONTH": NUMBERS,
        "BYMONTHDAY": NUMBERS,
        "BYSETPOS": NUMBERS,
        "BYHOUR": NUMBERS,
        "BYMINUTE": NUMBERS,
        "BYWEEKNO": NUMBERS,
        "BYDAY": st.sampled_from(["MO", "1MO,-1FR", "53SU", "9TU", ""]),
        "WKST": st.sampled_from(DAYS),
        "UNTIL": st.sampled_from(["20270101", "19000101", "x"]),
    },
)


@settings(max_examples=25, deadline=None)
@given(RULES)
def test_any_rule_gives_dates_in_order_or_is_refused(parts: dict[str, str]) -> None:
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        found = follow(rule, START, TODAY, until)
    except Unfollowable:
        return
    assert list(found.starts) == sorted(set(found.starts))
    assert all(one >= START for one in found.starts)
    assert len(found.starts) <= MOST
