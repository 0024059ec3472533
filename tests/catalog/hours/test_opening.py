from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from catalog.clock import PARIS
from catalog.hours import DayPlan, State, coming_dates, last_day, on_day, opening, over
from catalog.model import Day, MonthDay, Period, Slot

MORNING = Slot(time(10), time(12, 30))
AFTERNOON = Slot(time(14), time(18))
SUMMER = (MonthDay(4, 1), MonthDay(10, 31))
TUESDAY_TO_SUNDAY = tuple(Day)[1:7]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


MUSEUM = (Period(*SUMMER, days=TUESDAY_TO_SUNDAY, slots=(MORNING, AFTERNOON)),)


def test_nothing_stated_is_unknown_not_closed() -> None:
    found = opening((), at("2026-11-21T11:00"))
    assert (found.state, found.until, found.next_open) == (State.UNKNOWN, None, None)
    assert on_day((), date(2026, 11, 21)) == DayPlan(State.UNKNOWN)


def test_open_until_the_slot_ends() -> None:
    found = opening(MUSEUM, at("2026-08-08T11:00"))
    assert found.state is State.OPEN
    assert found.until == at("2026-08-08T12:30")
    assert found.next_open == at("2026-08-08T14:00")


@pytest.mark.parametrize(
    ("moment", "next_open"),
    [
        ("2026-08-08T13:00", "2026-08-08T14:00"),  # the same day
        ("2026-08-08T18:00", "2026-08-09T10:00"),  # the minute of closing is closed
        ("2026-08-09T19:00", "2026-08-11T10:00"),  # over the closed Monday
        ("2026-10-31T19:00", "2027-04-01T10:00"),  # over the winter
        ("2026-12-31T23:59", "2027-04-01T10:00"),
    ],
)
def test_closed_until_the_next_opening(moment: str, next_open: str) -> None:
    found = opening(MUSEUM, at(moment))
    assert found.state is State.CLOSED
    assert found.until == found.next_open == at(next_open)


def test_open_that_day_hours_unknown() -> None:
    periods = (Period(days=(Day.SA,)),)
    found = opening(periods, at("2026-11-21T11:00"))
    assert (found.state, found.today) == (State.UNKNOWN, DayPlan(State.OPEN))
    sunday = opening(periods, at("2026-11-22T11:00"))
    assert (sunday.state, sunday.next_open) == (State.CLOSED, None)
    assert sunday.next_day == date(2026, 11, 28)


def test_hours_of_one_service_and_silence_on_another() -> None:
    periods = (Period(), Period(days=(Day.SA,), slots=(MORNING,)))
    assert on_day(periods, date(2026, 11, 21)) == DayPlan(State.OPEN, (MORNING,), more=True)
    assert opening(periods, at("2026-11-21T11:00")).state is State.OPEN
    assert opening(periods, at("2026-11-21T15:00")).state is State.UNKNOWN


@pytest.mark.parametrize("closes", [None, time(20, 30)])
def test_an_opening_moment_without_an_end(closes: time | None) -> None:
    concert = (Period(date(2026, 8, 8), date(2026, 8, 8), slots=(Slot(time(20, 30), closes),)),)
    before = opening(concert, at("2026-08-08T20:00"))
    assert (before.state, before.next_open) == (State.CLOSED, at("2026-08-08T20:30"))
    after = opening(concert, at("2026-08-08T21:00"))
    assert (after.state, after.since, after.until) == (
        State.UNKNOWN,
        at("2026-08-08T20:30"),
        None,
    )
    assert opening(concert, at("2026-08-09T00:00")).since is None


def test_an_unknown_closing_is_over_when_the_next_slot_opens() -> None:
    periods = (Period(slots=(Slot(time(9)), AFTERNOON)),)
    states = {hour: opening(periods, at(f"2026-11-21T{hour}:00")).state for hour in (10, 15, 19)}
    assert states == {10: State.UNKNOWN, 15: State.OPEN, 19: State.CLOSED}


def test_midnight_to_midnight_is_day_and_night() -> None:
    found = opening((Period(slots=(Slot(time(0), time(0)),)),), at("2026-11-21T03:00"))
    assert (found.state, found.until) == (State.OPEN, None)
    until_midnight = (Period(days=(Day.SA,), slots=(Slot(time(0), time(23, 59)),)),)
    assert opening(until_midnight, at("2026-11-21T03:00")).until == at("2026-11-22T00:00")


def test_past_midnight_belongs_to_the_day_it_began() -> None:
    bar = (
        Period(days=(Day.FR, Day.SA), slots=(Slot(time(22), time(2)),)),
        Period(date(2026, 11, 21), date(2026, 11, 21), closed=True),
    )
    night = opening(bar, at("2026-11-21T01:00"))
    assert (night.state, night.until) == (State.OPEN, at("2026-11-21T02:00"))
    assert opening(bar, at("2026-11-21T23:00")).state is State.CLOSED


def test_the_last_night_of_a_dated_season_goes_on() -> None:
    ball = (Period(date(2026, 8, 8), date(2026, 8, 8), slots=(Slot(time(22), time(2)),)),)
    assert opening(ball, at("2026-08-09T01:00")).state is State.OPEN
    assert opening(ball, at("2026-08-09T02:00")).state is State.UNKNOWN


def test_past_seasons_tell_nothing_of_today() -> None:
    old = (Period(date(2023, 4, 1), date(2023, 10, 31), slots=(AFTERNOON,)),)
    found = opening(old, at("2026-08-08T15:00"))
    assert (found.state, found.today) == (State.UNKNOWN, DayPlan(State.UNKNOWN))
    assert over(old, date(2026, 8, 8))
    assert last_day(old) == date(2023, 10, 31)


def test_between_two_dated_seasons_it_is_closed() -> None:
    periods = (
        Period(date(2026, 4, 1), date(2026, 10, 31), slots=(AFTERNOON,)),
        Period(date(2027, 4, 1), date(2027, 10, 31), slots=(AFTERNOON,)),
    )
    found = opening(periods, at("2026-12-01T15:00"))
    assert (found.state, found.next_open) == (State.CLOSED, at("2027-04-01T14:00"))


def test_only_closures_known() -> None:
    periods = (Period(date(2026, 12, 25), date(2026, 12, 25), closed=True),)
    assert opening(periods, at("2026-12-25T11:00")).state is State.CLOSED
    assert opening(periods, at("2026-12-26T11:00")).state is State.UNKNOWN
    assert not over(periods, date(2027, 1, 1))


def test_a_closure_outweighs_every_opening() -> None:
    periods = (*MUSEUM, Period(slots=(AFTERNOON,)), Period(days=(Day.PH,), closed=True))
    assert opening(periods, at("2026-07-14T15:00")).state is State.CLOSED
    assert opening(periods, at("2026-07-15T15:00")).state is State.OPEN


def test_openings_add_up() -> None:
    periods = (Period(slots=(MORNING,)), Period(slots=(Slot(time(12), time(15)),)))
    assert opening(periods, at("2026-11-21T11:00")).until == at("2026-11-21T15:00")


def test_season_over_new_year() -> None:
    winter = (Period(MonthDay(12, 20), MonthDay(1, 5), slots=(AFTERNOON,)),)
    assert opening(winter, at("2027-01-05T15:00")).state is State.OPEN
    assert opening(winter, at("2027-01-06T15:00")).next_open == at("2027-12-20T14:00")


@pytest.mark.parametrize(
    ("nth", "days"),
    [((1, 3), [6, 20]), ((-1,), [27]), ((5,), []), ((1, -1), [6, 27])],
)
def test_nth_sundays_of_december(nth: tuple[int, ...], days: list[int]) -> None:
    market = (Period(days=(Day.SU,), nth=nth, slots=(MORNING,)),)
    found = coming_dates(market, date(2026, 12, 1), limit=40, horizon_days=31)
    assert [day.day for day in found] == days


def test_public_holidays_of_france() -> None:
    periods = (Period(days=(Day.PH,), slots=(MORNING,)),)
    found = coming_dates(periods, date(2027, 1, 1), limit=20, horizon_days=365)
    named = {(day.month, day.day) for day in found}
    fixed = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
    easter = {(3, 29), (5, 6), (5, 17)}
    assert named == fixed | easter


def test_a_closure_for_part_of_a_day_is_a_doubt() -> None:
    week = Period(slots=(AFTERNOON,))
    evening = (week, Period(days=(Day.TU,), slots=(Slot(time(17), time(18)),), closed=True))
    assert opening(evening, at("2026-11-24T15:00")).state is State.UNKNOWN
    assert opening(evening, at("2026-11-25T15:00")).state is State.OPEN
    monday = opening(evening, at("2026-11-23T19:00"))  # who knows when it opens on Tuesday
    assert (monday.state, monday.next_open) == (State.CLOSED, None)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-10-25T01:30:00+02:00", "2026-10-25T05:00:00+01:00"),
        ("2026-10-25T02:30:00+01:00", "2026-10-25T05:00:00+01:00"),  # the hour that comes twice
        ("2027-03-28T01:30:00+01:00", "2027-03-28T05:00:00+02:00"),
    ],
)
def test_when_clocks_change(moment: str, until: str) -> None:
    night = (Period(slots=(Slot(time(1), time(5)),)),)
    found = opening(night, datetime.fromisoformat(moment))
    assert found.state is State.OPEN
    assert found.until is not None
    assert found.until.isoformat() == until


def test_any_zone_is_understood() -> None:
    found = opening(MUSEUM, datetime.fromisoformat("2026-08-08T09:00:00+00:00"))
    assert (found.state, found.until) == (State.OPEN, at("2026-08-08T12:30"))


def test_open_ends() -> None:
    began = (Period(date(2026, 6, 1), None, slots=(AFTERNOON,)),)
    ends = (Period(None, date(2026, 6, 1), slots=(AFTERNOON,)),)
    assert opening(began, at("2031-06-01T15:00")).state is State.OPEN
    assert opening(began, at("2026-05-31T15:00")).state is State.CLOSED
    assert opening(ends, at("2019-06-01T15:00")).state is State.OPEN
    assert not over(began, date(2090, 1, 1))
    assert over(ends, date(2026, 6, 2))


def test_an_end_before_its_start_says_nothing() -> None:
    wrong = (Period(date(2026, 6, 2), date(2026, 6, 1), slots=(AFTERNOON,)),)
    assert opening(wrong, at("2026-06-01T15:00")).state is State.UNKNOWN


def test_a_daily_exhibition_of_537_days_is_one_question() -> None:
    first = date(2026, 1, 1)
    days = [first + timedelta(days=n) for n in range(537)]
    periods = tuple(Period(day, day, slots=(AFTERNOON,)) for day in days)
    assert opening(periods, at("2026-08-08T15:00")).until == at("2026-08-08T18:00")
    assert coming_dates(periods, days[-2], limit=9) == tuple(days[-2:])


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-10-25T02:10:00+02:00", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T02:10:00+01:00", "2026-10-25T02:30:00+01:00"),  # the second time
        ("2027-03-28T01:50:00+01:00", "2027-03-28T03:00:00+02:00"),  # 2:30 never comes
    ],
)
def test_a_closing_time_in_the_hour_of_the_change(now: str, until: str) -> None:
    night = (Period(slots=(Slot(time(1), time(2, 30)),)),)
    found = opening(night, datetime.fromisoformat(now))
    assert found.state is State.OPEN
    assert found.until is not None
    assert found.until.isoformat() == until
