from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from catalog.hours import Region
from catalog.hours.school import Zone
from catalog.model import LANGUAGES, Day, MonthDay, Period
from kiosk.i18n import translator
from kiosk.present.hours import MAX_LINES, date_lines, hours_lines
from kiosk.present.words import Words
from tests.kiosk.present.samples import EN, said, slot

TODAY = date(2026, 11, 21)
MORNING = slot("10:00", "12:30")
AFTERNOON = slot("14:00", "18:00")
SEASON = (MonthDay(4, 1), MonthDay(10, 31))
EVERY_DAY = "Every day 14:00–18:00"


def lines(*periods: Period) -> tuple[str, ...]:
    return hours_lines(periods, words=Words(EN), today=TODAY)


def test_a_season_is_one_line_whatever_the_feed_made_of_it() -> None:
    days = [
        Period(*SEASON, (day,), (), (part,))
        for day in tuple(Day)[1:7]
        for part in (MORNING, AFTERNOON)
    ]
    monday = Period(*SEASON, (Day.MO,), (), (AFTERNOON,))
    assert lines(*days, monday) == (
        "1 April – 31 October: Monday 14:00–18:00; Tuesday–Sunday 10:00–12:30, 14:00–18:00",
    )


@pytest.mark.parametrize(
    ("period", "line"),
    [
        (Period(slots=(AFTERNOON,)), EVERY_DAY),
        (Period(MonthDay(1, 1), MonthDay(12, 31), slots=(AFTERNOON,)), EVERY_DAY),
        (
            Period(date(2026, 1, 1), date(2026, 12, 31), slots=(AFTERNOON,)),
            "In 2026: every day 14:00–18:00",
        ),
        (
            Period(date(2026, 12, 20), date(2027, 1, 5), slots=(AFTERNOON,)),
            "20 December 2026 – 5 January 2027: every day 14:00–18:00",
        ),
        (Period(date(2026, 12, 20)), "From 20 December 2026 on: every day, hours not stated"),
        (Period(None, MonthDay(6, 30)), "Until 30 June: every day, hours not stated"),
        (
            Period(date(2026, 12, 24), date(2026, 12, 24), slots=(MORNING,)),
            "Thursday 24 December 2026: 10:00–12:30",
        ),
        (Period(MonthDay(7, 14), MonthDay(7, 14)), "14 July"),
        (
            Period(days=(Day.MO, Day.WE, Day.TH, Day.FR, Day.PH), slots=(slot("20:30"),)),
            "Monday, Wednesday–Friday and public holidays from 20:30",
        ),
        (
            Period(days=(Day.SA,), nth=(1, 3), slots=(MORNING,)),
            "Saturday (1st and 3rd of the month) 10:00–12:30",
        ),
        (Period(days=(Day.SU,), nth=(-1,)), "Sunday (last of the month), hours not stated"),
        (Period(slots=(slot("00:00", "00:00"),)), "Every day 24 hours"),
        (Period(days=(Day.PH,), closed=True, slots=()), "Closed: public holidays"),
        (Period(*SEASON, days=(Day.MO,), closed=True), "Closed: 1 April – 31 October, Monday"),
        (Period(closed=True), "Closed"),
        (
            Period(slots=(AFTERNOON,), note=said(fr="Dernière entrée à 17 h")),
            EVERY_DAY + " (Dernière entrée à 17 h [French])",
        ),
    ],
)
def test_one_period(period: Period, line: str) -> None:
    assert lines(period) == (line,)


def test_hours_that_hold_instead_of_others_say_so() -> None:
    week = Period(days=tuple(Day)[:6], slots=(AFTERNOON,))
    holiday = Period(days=(Day.PH,), slots=(MORNING,), instead=True)
    christmas = Period(MonthDay(12, 25), MonthDay(12, 25), closed=True)
    assert lines(week, holiday, christmas) == (
        "Monday–Saturday 14:00–18:00",
        "Public holidays 10:00–12:30, instead of the above",
        "Closed: 25 December",
    )
    summer = Period(MonthDay(7, 1), MonthDay(8, 31), slots=(AFTERNOON,), instead=True)
    assert lines(Period(days=(Day.PH,), closed=True), week, summer)[1:] == (
        "Closed: public holidays",
        "1 July – 31 August: every day 14:00–18:00, instead of the above",
    )
    assert lines(holiday) == ("Public holidays 10:00–12:30",)  # there is nothing above


def test_the_next_school_holidays_of_the_place_are_told() -> None:
    week = Period(days=tuple(Day)[:6], slots=(AFTERNOON,))
    holidays = Period(days=(Day.SH,), slots=(MORNING,), instead=True)

    def last(*periods: Period, region: Region, today: date = TODAY) -> str:
        return hours_lines(periods, words=Words(EN), today=today, region=region)[-1]

    told = last(week, holidays, region=Region(Zone.C))
    assert told == (
        "School holidays here: 19 December 2026 – 3 January 2027 · 6 February – 21 February 2027"
    )
    during = last(week, holidays, region=Region(Zone.A), today=date(2027, 2, 28))
    assert during.startswith("School holidays here: 13 February – 28 February 2027")
    for unknown in (Region(), Region(overseas=True)):
        assert last(week, holidays, region=unknown).startswith("School holidays 10:00")
    assert last(week, holidays, region=Region(Zone.C), today=date(2029, 1, 1)).startswith(
        "School holidays 10:00"
    )
    assert last(week, region=Region(Zone.C)) == "Monday–Saturday 14:00–18:00"


def test_what_opens_again_after_a_closure_says_so() -> None:
    week = Period(days=tuple(Day)[:6], slots=(AFTERNOON,))
    holidays = Period(days=(Day.PH,), closed=True, instead=True)
    national = Period(date(2027, 7, 14), date(2027, 7, 14), slots=(MORNING,))
    assert lines(week, holidays, national)[1:] == (
        "Closed: public holidays",
        "Wednesday 14 July 2027: 10:00–12:30, even on the days closed above",
    )


def test_a_closure_of_part_of_a_day_names_its_hours() -> None:
    noon = slot("12:00", "14:00")
    assert lines(Period(days=(Day.MO,), slots=(noon,), closed=True)) == (
        "Closed: Monday 12:00–14:00",
    )
    assert lines(Period(slots=(noon,), closed=True)) == ("Closed: every day 12:00–14:00",)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_instead_is_said_in_every_language(lang: str) -> None:
    week = Period(days=tuple(Day)[:6], slots=(AFTERNOON,))
    holiday = Period(days=(Day.PH,), slots=(AFTERNOON,), instead=True)
    alone, both = (
        hours_lines(stated, words=Words(translator(lang)), today=TODAY)
        for stated in ([replace(holiday, instead=False)], [week, holiday])
    )
    assert both[1].startswith(f"{alone[0]}, ")
    assert len(both[1]) - len(alone[0]) < 40


def test_closures_come_last_and_past_ones_not_at_all() -> None:
    assert lines(
        Period(date(2026, 12, 25), date(2026, 12, 25), closed=True),
        Period(date(2026, 11, 11), date(2026, 11, 11), closed=True),
        Period(slots=(AFTERNOON,)),
    ) == (EVERY_DAY, "Closed: Friday 25 December 2026")


def test_past_seasons_are_silent_beside_a_present_one() -> None:
    past = Period(date(2025, 4, 1), date(2025, 10, 31), slots=(MORNING,))
    coming = Period(date(2027, 4, 1), date(2027, 10, 31), slots=(AFTERNOON,))
    assert lines(past, coming) == ("1 April – 31 October 2027: every day 14:00–18:00",)


def test_past_seasons_alone_are_told_as_past() -> None:
    assert lines(Period(date(2025, 4, 1), date(2025, 10, 31), slots=(MORNING,))) == (
        "Hours of an earlier season, not confirmed since:",
        "1 April – 31 October 2025: every day 10:00–12:30",
    )


def test_nothing_known_is_no_line() -> None:
    assert lines() == ()


def test_many_dates_are_cut_and_counted() -> None:
    days = [TODAY + timedelta(days=n * n) for n in range(2, 40)]
    found = date_lines(
        [Period(day, day, slots=(MORNING,)) for day in days], words=Words(EN), today=TODAY
    )
    assert len(found) == MAX_LINES
    assert found[0] == "Wednesday 25 November 2026: 10:00–12:30"
    assert found[-1] == "and 27 more dates"


def test_what_returns_also_names_its_next_dates() -> None:
    market = Period(days=(Day.FR,), slots=(slot("08:00", "12:00"),))
    assert date_lines([market], words=Words(EN), today=TODAY) == (
        "Friday 08:00–12:00",
        "Next dates: Friday 27 November · Friday 4 December · Friday 11 December "
        "· Friday 18 December",
    )


def test_next_dates_only_where_a_reader_would_have_to_work_them_out() -> None:
    yearly = Period(MonthDay(7, 14), MonthDay(7, 14))
    daily = Period(MonthDay(7, 1), MonthDay(8, 31), slots=(MORNING,))
    assert len(date_lines([daily], words=Words(EN), today=TODAY)) == 1
    assert date_lines([yearly], words=Words(EN), today=TODAY) == (
        "14 July",
        "Next date: Wednesday 14 July 2027",
    )


def test_past_dates_of_an_event_are_silent() -> None:
    past = Period(date(2026, 8, 8), date(2026, 8, 8))
    assert date_lines([past], words=Words(EN), today=TODAY) == ()


def test_days_are_in_the_readers_language() -> None:
    period = Period(MonthDay(4, 1), MonthDay(10, 31), tuple(Day)[1:7], (), (AFTERNOON,))
    (line,) = hours_lines([period], words=Words(translator("oc")), today=TODAY)
    assert "1èr d’abril" in line
    assert "dimenge" in line
