from __future__ import annotations

from datetime import date, datetime, time

import opening_hours
import pytest

from catalog.hours import collapsed, expression
from catalog.model import Day, MonthDay, Period, Slot

MORNING = Slot(time(10), time(12, 30))
AFTERNOON = Slot(time(14), time(18))


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(slots=(MORNING,)), "Mo-Su 10:00-12:30"),
        (Period(slots=(AFTERNOON, MORNING)), "Mo-Su 10:00-12:30,14:00-18:00"),
        (Period(days=(Day.MO, Day.WE), slots=(MORNING,)), "Mo,We 10:00-12:30"),
        (Period(days=tuple(Day)[1:8], slots=(MORNING,)), "Tu-Su,PH 10:00-12:30"),
        (Period(MonthDay(4, 1), MonthDay(10, 31)), 'Apr 01-Oct 31 unknown "hours not stated"'),
        (Period(MonthDay(11, 1), None, slots=(MORNING,)), "Nov 01-Dec 31 10:00-12:30"),
        (Period(None, MonthDay(3, 1), slots=(MORNING,)), "Jan 01-Mar 01 10:00-12:30"),
        (Period(date(2026, 8, 8), date(2026, 8, 8), slots=(MORNING,)), "2026 Aug 08 10:00-12:30"),
        (Period(date(2026, 8, 8), slots=(MORNING,)), "2026 Aug 08-9999 Dec 31 10:00-12:30"),
        (Period(None, date(2026, 8, 8), slots=(MORNING,)), "1900 Jan 01-2026 Aug 08 10:00-12:30"),
        (Period(days=(Day.SU,), nth=(3, -1, 1), slots=(MORNING,)), "Su[1,3,-1] 10:00-12:30"),
        (Period(nth=(1,), days=(Day.PH,), slots=(MORNING,)), "PH 10:00-12:30"),
        (Period(slots=(Slot(time(22), time(2)),)), "Mo-Su 22:00-02:00"),
        (Period(slots=(Slot(time(20), time(0)),)), "Mo-Su 20:00-24:00"),
        (Period(slots=(Slot(time(0), time(0)),)), "Mo-Su 00:00-24:00"),
        (Period(slots=(Slot(time(9), time(23, 59)),)), "Mo-Su 09:00-24:00"),
        (
            Period(slots=(Slot(time(9)), AFTERNOON)),
            'Mo-Su 09:00-14:00 unknown "closing time not stated", Mo-Su 14:00-18:00',
        ),
    ],
)
def test_one_period(period: Period, text: str) -> None:
    assert expression((period,)) == text
    assert opening_hours.validate(text)


def test_nothing_is_nothing() -> None:
    assert expression(()) == ""
    assert expression((Period(date(2026, 2, 2), date(2026, 2, 1)),)) == ""


def test_openings_first_then_closures() -> None:
    periods = (
        Period(days=(Day.PH,), closed=True),
        Period(slots=(MORNING,)),
        Period(days=(Day.TU,)),
    )
    assert expression(periods) == ('Tu unknown "hours not stated", Mo-Su 10:00-12:30; PH off')
    assert expression(periods[:1]) == 'unknown "hours not stated"; PH off'


def test_a_closure_for_part_of_a_day_closes_no_more() -> None:
    lunch = Period(days=(Day.TU,), slots=(Slot(time(12), time(14)), Slot(time(17))), closed=True)
    text = expression((Period(slots=(Slot(time(10), time(18)),)), lunch))
    assert text == "Mo-Su 10:00-18:00; Tu 12:00-14:00,17:00-24:00 off"
    library = opening_hours.OpeningHours(text)
    assert library.is_open(datetime(2026, 11, 24, 11))  # noqa: DTZ001 - local time
    assert library.is_closed(datetime(2026, 11, 24, 13))  # noqa: DTZ001


# What the library reads otherwise than we mean, and why expressions are written as they are.


def test_library_takes_hours_after_a_comma_for_the_rule_before() -> None:
    monday = opening_hours.OpeningHours("Mo 10:00-12:00, 14:00-18:00")
    assert monday.is_closed(datetime(2026, 11, 24, 15))  # noqa: DTZ001 - local time
    both = opening_hours.OpeningHours("Mo 10:00-12:00, Mo-Su 14:00-18:00")
    assert both.is_open(datetime(2026, 11, 24, 15))  # noqa: DTZ001


def test_library_takes_an_open_end_for_midnight() -> None:
    late = datetime(2026, 11, 24, 23)  # noqa: DTZ001
    assert opening_hours.OpeningHours("10:00+").is_open(late)
    assert opening_hours.OpeningHours(expression((Period(slots=(Slot(time(10)),)),))).is_unknown(
        late
    )


def test_library_cuts_the_night_before_a_closure() -> None:
    library = opening_hours.OpeningHours("22:00-02:00; 2026 Nov 21 off")
    assert library.is_closed(datetime(2026, 11, 21, 1))  # noqa: DTZ001


def test_library_knows_no_school_holidays() -> None:
    library = opening_hours.OpeningHours("SH 00:00-24:00", country="FR")
    assert library.is_closed(datetime(2026, 8, 8, 12))  # noqa: DTZ001


# Collapsing


def each(days: list[date], slot: Slot = MORNING) -> tuple[Period, ...]:
    return tuple(Period(day, day, slots=(slot,)) for day in days)


def test_one_object_a_weekday_becomes_one_period() -> None:
    periods = tuple(
        Period(MonthDay(4, 1), MonthDay(9, 30), (day,), (), (slot,))
        for day in tuple(Day)[:7]
        for slot in (MORNING, AFTERNOON)
    )
    assert collapsed(periods) == (
        Period(MonthDay(4, 1), MonthDay(9, 30), slots=(MORNING, AFTERNOON)),
    )


def test_days_in_a_row_become_a_range() -> None:
    periods = each([date(2026, 8, 8), date(2026, 8, 10), date(2026, 8, 9)])
    assert collapsed(periods) == (Period(date(2026, 8, 8), date(2026, 8, 10), slots=(MORNING,)),)


def test_saturdays_become_a_weekday_from_three_on() -> None:
    saturdays = [date(2026, 8, 1), date(2026, 8, 8), date(2026, 8, 15)]
    assert collapsed(each(saturdays)) == (
        Period(saturdays[0], saturdays[2], (Day.SA,), slots=(MORNING,)),
    )
    assert len(collapsed(each(saturdays[:2]))) == 2
    assert len(collapsed(each([*saturdays[:2], date(2026, 8, 29)]))) == 3


def test_weeks_without_mondays() -> None:
    days = [date(2026, 8, 4 + n) for n in range(20) if date(2026, 8, 4 + n).weekday() != 0]
    assert collapsed(each(days)) == (
        Period(date(2026, 8, 4), date(2026, 8, 23), tuple(Day)[1:7], slots=(MORNING,)),
    )


def test_all_second_weekdays_do_not_swallow_public_holidays() -> None:
    second = Period(nth=(2,), slots=(MORNING,))
    holidays = Period(nth=(2,), days=(Day.PH,), slots=(MORNING,))
    (both,) = collapsed((second, holidays))
    assert both.days == tuple(Day)[:8]


def test_unknown_hours_and_notes_are_not_merged_away() -> None:
    periods = (Period(slots=(MORNING,)), Period(), Period(closed=True))
    assert set(collapsed(periods)) == set(periods)
