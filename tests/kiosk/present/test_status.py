from __future__ import annotations

from datetime import date

import pytest

from catalog.model import Day, Kind, MonthDay, Period, TermId
from kiosk.i18n import translator
from kiosk.present import status
from kiosk.views import Openness
from tests.kiosk.present.samples import EN, NOW, at, listing, said, slot

MORNING = slot("10:00", "12:30")
AFTERNOON = slot("14:00", "18:00")
TO_SATURDAY = Period(days=tuple(Day)[1:6], slots=(MORNING, AFTERNOON))
SUMMER = Period(MonthDay(4, 1), MonthDay(10, 31), slots=(AFTERNOON,))


@pytest.mark.parametrize(
    ("period", "moment", "state", "sentence"),
    [
        (TO_SATURDAY, "2026-11-21T11:00", "open", "Open until 12:30, then from 14:00"),
        (TO_SATURDAY, "2026-11-21T13:00", "closed", "Closed: opens at 14:00"),
        (TO_SATURDAY, "2026-11-23T13:00", "closed", "Closed: opens tomorrow at 10:00"),
        (
            TO_SATURDAY,
            "2026-11-21T19:00",
            "closed",
            "Closed: opens on Tuesday 24 November at 10:00",
        ),
        (SUMMER, "2026-11-21T11:00", "closed", "Closed for now: opens again on 1 April"),
        (
            Period(date(2028, 4, 1), date(2028, 9, 1)),
            "2026-11-21T11:00",
            "closed",
            "Closed for now: opens again on 1 April 2028",
        ),
        (Period(), "2026-11-21T11:00", "unknown", "Open today, hours not stated"),
        (
            Period(days=(Day.SU,)),
            "2026-11-21T11:00",
            "closed",
            "Closed: open tomorrow, hours not stated",
        ),
        (
            Period(days=(Day.TU,)),
            "2026-11-21T11:00",
            "closed",
            "Closed: open on Tuesday 24 November, hours not stated",
        ),
        (
            Period(slots=(slot("10:00"),)),
            "2026-11-21T11:00",
            "unknown",
            "Opened at 10:00, closing time not stated",
        ),
        (Period(slots=(slot("10:00"),)), "2026-11-21T09:00", "closed", "Closed: opens at 10:00"),
        (Period(slots=(slot("00:00", "00:00"),)), "2026-11-21T11:00", "open", "Open day and night"),
        (Period(slots=(slot("22:00", "02:00"),)), "2026-11-21T01:00", "open", "Open until 02:00"),
        (
            Period(days=(Day.SA, Day.SU), slots=(slot("00:00", "23:59"),)),
            "2026-11-21T11:00",
            "open",
            "Open until Monday 23 November at 00:00",
        ),
        (
            Period(date(2023, 4, 1), date(2023, 10, 31), slots=(AFTERNOON,)),
            "2026-11-21T15:00",
            "unknown",
            "Hours known for 2023 only: please ask the office",
        ),
        (
            Period(days=(Day.SH,), slots=(AFTERNOON,)),
            "2029-11-24T15:00",  # in a school year that no order has set yet
            "unknown",
            "Hours depend on school holidays: please ask the office",
        ),
        (
            Period(days=(Day.SH,), slots=(AFTERNOON,)),
            "2026-12-21T15:00",
            "open",
            "Open until 18:00",
        ),
        (
            Period(date(2026, 12, 25), date(2026, 12, 25), closed=True),
            "2026-11-21T15:00",
            "unknown",
            "Hours not known: please ask the office",
        ),
        (
            Period(date(2026, 11, 21), date(2026, 11, 21), slots=(MORNING,)),
            "2026-11-21T15:00",
            "closed",
            "Closed",
        ),
    ],
)
def test_opening(period: Period, moment: str, state: str, sentence: str) -> None:
    found = status(listing(openings=(period,)), t=EN, now=at(moment))
    assert (found.state, found.sentence) == (Openness(state), sentence)


def test_closed_says_why_where_the_source_does() -> None:
    holiday = Period(
        date(2026, 11, 16), date(2026, 11, 22), closed=True, note=said(en="Winter break")
    )
    place = listing(openings=(TO_SATURDAY, holiday))
    assert status(place, t=EN, now=NOW).sentence == (
        "Closed: opens on Tuesday 24 November at 10:00 (Winter break)"
    )


def test_open_today_with_some_hours_stated() -> None:
    place = listing(openings=(Period(), Period(days=(Day.SA,), slots=(AFTERNOON,))))
    assert status(place, t=EN, now=NOW).sentence == (
        "Open today 14:00–18:00, and at hours not stated"
    )


@pytest.mark.parametrize(
    ("period", "moment", "state", "sentence"),
    [
        (
            Period(date(2026, 11, 21), date(2026, 11, 22), slots=(AFTERNOON,)),
            "2026-11-21T15:00",
            "open",
            "On now, until 18:00",
        ),
        (
            Period(date(2026, 11, 21), date(2026, 11, 22), slots=(AFTERNOON,)),
            "2026-11-21T11:00",
            "coming",
            "Today at 14:00",
        ),
        (
            Period(date(2026, 11, 21), date(2026, 11, 22), slots=(AFTERNOON,)),
            "2026-11-21T18:00",
            "coming",
            "Tomorrow at 14:00",
        ),
        (
            Period(date(2026, 11, 22), date(2026, 11, 22)),
            "2026-11-21T18:00",
            "coming",
            "Tomorrow, hours not stated",
        ),
        (
            Period(date(2026, 12, 5), date(2026, 12, 5), slots=(AFTERNOON,)),
            "2026-11-21T11:00",
            "coming",
            "Next date: Saturday 5 December at 14:00",
        ),
        (
            Period(date(2027, 8, 8), date(2027, 8, 8)),
            "2026-11-21T11:00",
            "coming",
            "Next date: Sunday 8 August 2027",
        ),
        (
            Period(date(2026, 11, 21), date(2026, 11, 21)),
            "2026-11-21T11:00",
            "open",
            "Today, hours not stated",
        ),
        (
            Period(date(2026, 11, 21), date(2026, 11, 21), slots=(slot("10:30"),)),
            "2026-11-21T11:00",
            "open",
            "Began today at 10:30",
        ),
        (
            Period(date(2026, 8, 7), date(2026, 8, 8)),
            "2026-11-21T11:00",
            "closed",
            "Ended on 8 August 2026",
        ),
        (
            Period(days=(Day.SU,), nth=(1,), slots=(MORNING,)),
            "2026-11-21T11:00",
            "coming",
            "Next date: Sunday 6 December at 10:00",
        ),
        (
            Period(date(2026, 12, 25), date(2026, 12, 25), closed=True),
            "2026-11-21T11:00",
            "unknown",
            "Dates not known: please ask the office",
        ),
    ],
)
def test_event(period: Period, moment: str, state: str, sentence: str) -> None:
    found = status(listing(Kind.EVENT, dates=(period,)), t=EN, now=at(moment))
    assert (found.state, found.sentence) == (Openness(state), sentence)


def test_a_cancelled_event_is_nothing_else() -> None:
    today = Period(date(2026, 11, 21), date(2026, 11, 21), slots=(MORNING,))
    found = status(listing(Kind.EVENT, dates=(today,), cancelled=True), t=EN, now=NOW)
    assert (found.state, found.sentence) == (Openness.CANCELLED, "Cancelled")


@pytest.mark.parametrize(
    ("kind", "concept", "sentence"),
    [
        (Kind.EVENT, "concert", "Dates not known: please ask the office"),
        (Kind.ITINERARY, "walking_route", "No opening hours stated"),
        (Kind.LODGING, "hotel", "No opening hours stated"),
        (Kind.SERVICE, "drinking_water", "No opening hours stated"),
        (Kind.ATTRACTION, "lake", "No opening hours stated"),
        (Kind.ATTRACTION, "museum", "Hours not known: please ask the office"),
    ],
)
def test_silence_is_never_closed(kind: Kind, concept: str, sentence: str) -> None:
    found = status(listing(kind, concepts=(TermId(concept),)), t=EN, now=NOW)
    assert (found.state, found.sentence) == (Openness.UNKNOWN, sentence)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Open until 12:00, then from 14:00"),
        ("fr", "Ouvert jusqu’à 12:00, puis à partir de 14:00"),
        ("de", "Geöffnet bis 12:00 Uhr, dann wieder ab 14:00 Uhr"),
        ("es", "Abierto hasta las 12:00 h y desde las 14:00 h"),
        ("it", "Aperto fino alle ore 12:00, poi dalle ore 14:00"),
        ("nl", "Geopend tot 12:00 uur, daarna vanaf 14:00 uur"),
        ("oc", "Dobèrt fins a 12:00, puèi a partir de 14:00"),
        ("ca", "Obert fins a les 12:00, i després a partir de les 14:00"),
    ],
)
def test_what_closes_at_noon_says_that_it_opens_again(lang: str, told: str) -> None:
    farm = listing(openings=(Period(slots=(slot("09:00", "12:00"), slot("14:00", "18:00"))),))
    assert status(farm, t=translator(lang), now=at("2026-11-21T11:00")).sentence == told
