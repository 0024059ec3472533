"""Hours that depend on the region: school holidays, and the holidays of Alsace and Moselle."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.clock import PARIS
from catalog.hours import DayPlan, Region, State, coming_dates, on_day, opening, region_of
from catalog.hours.school import Zone, is_school_holiday
from catalog.model import Day, Localized, Period, Place, Slot, Text
from tests.catalog.hours import oracle
from tests.catalog.hours.strategies import dates, doubtful_periods

MORNING = Slot(time(10), time(12, 30))
AFTERNOON = Slot(time(14), time(18))
OVERSEAS = Region(overseas=True)
TARN = Region(Zone.C)
ALSACE = Region(Zone.B, alsace=True)
WINTER_OF_C = date(2027, 2, 9)  # a Tuesday; zones A, B and Corsica are at school
EVERYWHERE = date(2026, 12, 22)  # a Tuesday of the Christmas holidays
AT_SCHOOL = date(2026, 11, 24)  # a Tuesday
NOT_YET_SET = date(2029, 2, 13)

WEEK = Period(days=tuple(Day)[:5], slots=(MORNING,))
SATURDAYS_AND_SCHOOL = (
    Period(days=(Day.SA,), slots=(MORNING,)),
    Period(days=(Day.SH,), slots=(AFTERNOON,)),
)


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), PARIS)


@pytest.mark.parametrize(
    ("day", "region", "state"),
    [
        (WINTER_OF_C, TARN, State.OPEN),
        (WINTER_OF_C, Region(Zone.A), State.CLOSED),
        (WINTER_OF_C, Region(), State.UNKNOWN),  # somewhere in France: the zones do not agree
        (WINTER_OF_C, OVERSEAS, State.UNKNOWN),
        (EVERYWHERE, TARN, State.OPEN),
        (EVERYWHERE, Region(), State.OPEN),
        (EVERYWHERE, OVERSEAS, State.UNKNOWN),
        (AT_SCHOOL, TARN, State.CLOSED),
        (AT_SCHOOL, Region(), State.CLOSED),
        (NOT_YET_SET, TARN, State.UNKNOWN),
        (date(2027, 5, 7), TARN, State.UNKNOWN),  # the bridge after Ascension
    ],
)
def test_open_in_school_holidays(day: date, region: Region, state: State) -> None:
    assert opening(SATURDAYS_AND_SCHOOL, at(day, 15), region).state is state
    assert on_day(SATURDAYS_AND_SCHOOL, day, region).state is state
    assert (day in coming_dates(SATURDAYS_AND_SCHOOL, day, region, limit=1)) == (
        state is State.OPEN
    )


def test_the_next_day_is_the_first_of_the_holidays() -> None:
    only_school = SATURDAYS_AND_SCHOOL[1:]
    assert opening(only_school, at(AT_SCHOOL, 15), TARN).next_open == at(date(2026, 12, 19), 14)
    assert opening(only_school, at(date(2027, 1, 4), 15), TARN).next_day == date(2027, 2, 6)
    assert opening(only_school, at(date(2026, 12, 1), 15)).next_day == date(2026, 12, 19)
    # without a zone: the first winter holidays are not everybody's
    anywhere = opening(only_school, at(date(2027, 1, 4), 15))
    assert (anywhere.state, anywhere.next_day, anywhere.until) == (State.CLOSED, None, None)
    assert coming_dates(only_school, date(2027, 1, 4), limit=1) == (date(2027, 2, 20),)
    assert opening(only_school, at(AT_SCHOOL, 15), OVERSEAS).next_day is None


def test_other_hours_in_the_holidays() -> None:
    periods = (WEEK, Period(days=(Day.SH,), slots=(AFTERNOON,), instead=True))
    assert on_day(periods, WINTER_OF_C, TARN) == DayPlan(State.OPEN, (AFTERNOON,))
    assert on_day(periods, AT_SCHOOL, TARN) == DayPlan(State.OPEN, (MORNING,))
    # open in any case, but when depends on holidays that nobody knows
    assert on_day(periods, WINTER_OF_C) == DayPlan(State.UNKNOWN, (MORNING, AFTERNOON))
    longer = (WEEK, Period(days=(Day.SH,), slots=(MORNING, AFTERNOON), instead=True))
    assert on_day(longer, WINTER_OF_C) == DayPlan(State.OPEN, (MORNING,), more=True)
    assert opening(longer, at(WINTER_OF_C, 11)).state is State.OPEN
    assert opening(longer, at(WINTER_OF_C, 15)).state is State.UNKNOWN


def test_closed_in_the_holidays() -> None:
    periods = (WEEK, Period(days=(Day.SH,), closed=True))
    assert opening(periods, at(WINTER_OF_C, 11), TARN).state is State.CLOSED
    assert opening(periods, at(WINTER_OF_C, 11), Region(Zone.A)).state is State.OPEN
    assert opening(periods, at(WINTER_OF_C, 11)).state is State.UNKNOWN
    assert coming_dates(periods, WINTER_OF_C, TARN, limit=1) == (date(2027, 2, 22),)


def test_closed_for_one_reason_or_another_is_closed() -> None:
    why = Localized((Text("fr", "vacances"),))
    periods = (WEEK, Period(days=(Day.SH,), closed=True, note=why))
    saturday = date(2027, 2, 13)  # no weekday, and a holiday in some zones
    assert on_day(periods, saturday) == DayPlan(State.CLOSED)
    assert on_day(periods, saturday, TARN) == DayPlan(State.CLOSED, because=why)
    assert opening(periods, at(saturday, 11)).state is State.CLOSED


def test_in_holidays_that_change_nothing_there_is_no_doubt() -> None:
    periods = (WEEK, Period(days=(Day.SH,), slots=(MORNING,)))
    assert on_day(periods, WINTER_OF_C) == DayPlan(State.OPEN, (MORNING,))
    assert opening(periods, at(WINTER_OF_C, 15)).state is State.CLOSED


@pytest.mark.parametrize("day", [date(2026, 4, 3), date(2026, 12, 26)])
def test_two_holidays_more_in_alsace_and_moselle(day: date) -> None:
    closed = (Period(slots=(AFTERNOON,)), Period(days=(Day.PH,), closed=True))
    assert on_day(closed, day, ALSACE).state is State.CLOSED
    assert on_day(closed, day, TARN).state is State.OPEN
    assert on_day(closed, day).state is State.OPEN
    opens = (Period(days=(Day.PH,), slots=(AFTERNOON,)),)
    assert coming_dates(opens, day, ALSACE, limit=1) == (day,)
    assert coming_dates(opens, day, TARN, limit=1) != (day,)


@pytest.mark.parametrize(
    ("place", "region"),
    [
        (Place(44.0, 2.0, insee="81060"), TARN),
        (Place(44.0, 2.0, department="81"), TARN),
        (Place(42.5, 9.0, insee="2A004"), Region(Zone.CORSICA)),
        (Place(48.6, 7.7, insee="67482"), ALSACE),
        (Place(49.1, 6.2, department="57"), ALSACE),
        (Place(16.2, -61.5, insee="97105"), OVERSEAS),
        (Place(44.0, 2.0, postcode="81000"), Region()),  # a postcode is no department
        (Place(42.5, 1.5, insee="AD500"), Region()),
        (Place(44.0, 2.0, insee="81", department="Tarn"), Region()),
    ],
)
def test_the_region_of_a_place(place: Place, region: Region) -> None:
    assert region_of(place) == region


@given(doubtful_periods(), dates, st.sampled_from([TARN, ALSACE, Region(), OVERSEAS]))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_what_is_said_is_so_in_every_case_that_is_possible(
    periods: tuple[Period, ...], day: date, region: Region
) -> None:
    for hour in range(0, 24, 2):
        found = opening(periods, at(day, hour), region).state
        possible = oracle.possible_states(
            periods,
            datetime.combine(day, time(hour)),
            lambda each: None if region.overseas else is_school_holiday(each, region.zone),
            alsace=region.alsace,
        )
        assert found is State.UNKNOWN or possible == {found}, hour
