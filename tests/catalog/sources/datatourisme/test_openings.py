from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from catalog.model import Day, MonthDay, Period, Slot
from tests.catalog.sources.datatourisme.objects import listing, location, thing, warned


def spec(
    start: str | None = "2026-06-01T00:00:00",
    end: str | None = "2026-09-30T23:59:59",
    day: str | list[str] | None = None,
    opens: str | None = None,
    closes: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    days: list[str] = [day] if isinstance(day, str) else day or []
    made = {
        "schema:validFrom": start,
        "schema:validThrough": end,
        "schema:dayOfWeek": [{"@id": f"schema:{name}"} for name in days] or None,
        "schema:opens": opens,
        "schema:closes": closes,
    } | more
    return {key: value for key, value in made.items() if value is not None}


def opened(*specs: dict[str, Any]) -> dict[str, Any]:
    return thing(isLocatedAt=[location(**{"schema:openingHoursSpecification": list(specs)})])


def dated(*periods: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return thing("EntertainmentAndEvent", takesPlaceAt=list(periods), **fields)


JUNE, SEPTEMBER = date(2026, 6, 1), date(2026, 9, 30)


def test_one_object_a_weekday_and_slot() -> None:
    obj = opened(
        *(
            spec(day=day, opens=opens, closes=closes)
            for opens, closes in (("14:00:00", "18:30:00"), ("09:30:00", "12:00:00"))
            for day in ("Sunday", "Wednesday")
        )
    )
    assert listing(obj).openings == (
        Period(
            start=JUNE,
            end=SEPTEMBER,
            days=(Day.WE, Day.SU),
            slots=(Slot(time(9, 30), time(12)), Slot(time(14), time(18, 30))),
        ),
    )
    assert warned(obj) == set()


def test_no_day_is_every_day_and_no_hours_are_unknown() -> None:
    assert listing(opened(spec())).openings == (Period(start=JUNE, end=SEPTEMBER),)


def test_the_note_is_kept_with_its_machine_translation() -> None:
    obj = opened(
        spec(
            additionalInformation={"fr": ["Plage surveillée"], "en": ["Supervised beach"]},
            hasTranslatedProperty=[
                {"rdf:language": ["en"], "rdf:predicate": ["additionalInformation"]}
            ],
        )
    )
    note = listing(obj).openings[0].note
    assert [(text.lang, text.text, text.machine) for text in note.texts] == [
        ("fr", "Plage surveillée", False),
        ("en", "Supervised beach", True),
    ]


def test_opens_without_closes_and_past_midnight() -> None:
    obj = opened(
        spec(day="Monday", opens="10:00:00"),
        spec(day="Friday", opens="19:00:00", closes="02:00:00"),
        spec(day="Saturday", opens="19:00:00", closes="24:00"),
    )
    assert [(period.days, period.slots) for period in listing(obj).openings] == [
        ((Day.MO,), (Slot(time(10)),)),
        ((Day.FR,), (Slot(time(19), time(2)),)),
        ((Day.SA,), (Slot(time(19), time(0)),)),
    ]
    assert warned(obj) == set()


@pytest.mark.parametrize("hour", ["00:00:00", "18:00:00"])
def test_opening_equal_to_closing_says_nothing(hour: str) -> None:
    obj = opened(spec(opens=hour, closes=hour))
    assert listing(obj).openings == (Period(start=JUNE, end=SEPTEMBER),)
    assert warned(obj) == {"opening_equals_closing"}


def test_an_event_that_ends_when_it_begins_keeps_its_beginning() -> None:
    obj = dated({"startDate": "2026-07-05", "startTime": "14:30:00", "endTime": "14:30:00"})
    assert listing(obj).dates[0].slots == (Slot(time(14, 30)),)
    assert warned(obj) == {"opening_equals_closing"}


def test_closing_without_opening() -> None:
    obj = opened(spec(closes="18:00:00"))
    assert listing(obj).openings == (Period(start=JUNE, end=SEPTEMBER),)
    assert warned(obj) == {"closing_without_opening"}


def test_a_season_over_new_year_comes_back() -> None:
    obj = opened(spec("2026-10-01T00:00:00", "2026-03-31T23:59:59", opens="08:00", closes="17:00"))
    assert listing(obj).openings == (
        Period(start=MonthDay(10, 1), end=MonthDay(3, 31), slots=(Slot(time(8), time(17)),)),
    )
    assert warned(obj) == {"season_over_new_year"}


@pytest.mark.parametrize(
    ("start", "end", "expected", "caution"),
    [
        (None, "2026-09-30", [(None, SEPTEMBER)], None),
        (None, None, [(None, None)], None),
        ("2026-06-01", "2050-01-01", [(JUNE, None)], "date_without_end"),
        ("2026-06-01", "9999-12-31", [(JUNE, None)], "date_without_end"),
        ("1900-01-01", "2026-09-30", [(None, SEPTEMBER)], "date_without_beginning"),
        ("2100-06-01", "2100-06-02", [], "period_never"),
        ("2026-06-01", "2024-03-31", [], "period_reversed"),
        ("2026-02-30", "2026-09-30", [], "impossible_date"),
        ("2026-06-01", "2026-02-30", [], "impossible_date"),
        ("2026-06-01", "0000-00-00", [], "impossible_date"),
        ("2026-06-01", "bientôt", [], "impossible_date"),
        ("2026-05-31T22:00:00Z", "2026-09-30T12:00:00+02:00", [(JUNE, SEPTEMBER)], None),
        ("01/06/2026", "30/09/2026", [(JUNE, SEPTEMBER)], None),
    ],
)
def test_bounds(
    start: str | None, end: str | None, expected: list[object], caution: str | None
) -> None:
    obj = opened(spec(start, end))
    assert [(period.start, period.end) for period in listing(obj).openings] == expected
    assert warned(obj) == ({caution} if caution else set())


def test_an_hour_that_does_not_exist() -> None:
    obj = opened(spec(opens="25:61:00", closes="18:00:00"))
    assert listing(obj).openings == (Period(start=JUNE, end=SEPTEMBER),)
    assert "impossible_hour" in warned(obj)


def test_public_holidays_and_unknown_days() -> None:
    obj = opened(spec(day=["PublicHolidays", "Sunday", "Someday"]))
    assert listing(obj).openings[0].days == (Day.SU, Day.PH)
    assert warned(obj) == {"day_unknown"}


def test_several_daily_slots_of_an_event() -> None:
    span = {"startDate": "2026-07-21", "endDate": "2026-09-30"}
    obj = dated(
        span | {"startTime": "14:00:00", "endTime": "18:00:00"},
        span | {"startTime": "10:00:00", "endTime": "12:00:00"},
    )
    assert listing(obj).dates == (
        Period(
            start=date(2026, 7, 21),
            end=SEPTEMBER,
            slots=(Slot(time(10), time(12)), Slot(time(14), time(18))),
        ),
    )


def test_537_days_of_one_exhibition() -> None:
    days = [date.fromordinal(JUNE.toordinal() + n).isoformat() for n in range(537)]
    obj = dated(
        *({"startDate": day, "endDate": day, "startTime": "10:00"} for day in reversed(days))
    )
    periods = listing(obj).dates
    assert [(period.start, period.end) for period in periods] == [
        (JUNE, date.fromisoformat(days[-1]))
    ]


@pytest.mark.parametrize(
    ("period", "expected", "caution"),
    [
        ({"startDate": "2026-07-05"}, ("2026-07-05", "2026-07-05"), None),
        ({"endDate": "2026-07-05"}, ("2026-07-05", "2026-07-05"), None),
        (
            {"startDate": "2026-07-05", "endDate": "2026-02-30"},
            ("2026-07-05", "2026-07-05"),
            "impossible_date",
        ),
        (
            {"startDate": "2026-12-05", "endDate": "2026-01-03"},
            ("2026-12-05", "2026-12-05"),
            "period_reversed",
        ),
        (
            {"startDate": "2026-12-05", "endDate": "2099-12-31"},
            ("2026-12-05", None),
            "date_without_end",
        ),
    ],
)
def test_an_event_keeps_the_day_that_is_certain(
    period: dict[str, str], expected: tuple[str, str | None], caution: str | None
) -> None:
    obj = dated(period)
    found = listing(obj).dates[0]
    assert found.start == date.fromisoformat(expected[0])
    assert found.end == (date.fromisoformat(expected[1]) if expected[1] else None)
    assert warned(obj) == ({caution} if caution else set())


def test_days_of_a_recurrence_in_the_api() -> None:
    obj = dated(
        {
            "startDate": "2026-06-01",
            "endDate": "2026-09-30",
            "appliesOnDay": [{"@id": "schema:Friday"}],
        }
    )
    assert listing(obj).dates[0].days == (Day.FR,)


def test_summary_dates_only_where_they_pair() -> None:
    one = thing(
        "EntertainmentAndEvent",
        **{"schema:startDate": ["2026-07-05"], "schema:endDate": ["2026-07-06"]},
    )
    assert listing(one).dates == (Period(start=date(2026, 7, 5), end=date(2026, 7, 6)),)
    several = thing(
        "EntertainmentAndEvent",
        **{"schema:startDate": ["2026-07-05", "2026-08-05"], "schema:endDate": ["2026-07-06"]},
    )
    assert listing(several).dates == ()
    assert warned(several) == {"dates_not_pairable"}


def _market(*specs: dict[str, Any], start: str = "2026-06-01") -> dict[str, Any]:
    made = opened(*specs)["isLocatedAt"]
    return dated({"startDate": start, "endDate": "2026-09-30"}, isLocatedAt=made)


def test_an_event_takes_place_on_the_weekdays_of_its_hours() -> None:
    wednesday = spec(day="Wednesday", opens="17:00:00", closes="20:00:00")
    assert listing(_market(wednesday)).dates == (
        Period(start=JUNE, end=SEPTEMBER, days=(Day.WE,), slots=(Slot(time(17), time(20)),)),
    )


def test_the_weekdays_of_its_seasons_together() -> None:
    weekends = spec(end="2026-08-31T23:59:59", day=["Saturday", "Sunday"])
    daily = spec(start="2026-09-01T00:00:00")
    found = listing(_market(weekends, daily)).dates
    assert [(each.start, each.days) for each in found] == [
        (JUNE, (Day.SA, Day.SU)),
        (date(2026, 9, 1), ()),
    ]


@pytest.mark.parametrize("start", ["2026-05-01", "2026-06-02"])
def test_hours_of_other_days_say_nothing_of_the_weekdays(start: str) -> None:
    wednesday = spec(day="Wednesday", opens="17:00:00")
    assert listing(_market(wednesday, start=start)).dates[0].days == ()
