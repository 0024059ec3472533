from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.hours import State, on_day
from catalog.model import WEEK, Day, MonthDay, Period, Slot
from catalog.sources.apidae.feasts import easter, special_days
from tests.catalog.sources.apidae.objects import dates, days, draft, openings, period, thing, warned

NAMES = ("LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE")
JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 31)
NTH = {"D_1ER": 1, "D_2EME": 2, "D_3EME": 3, "D_4EME": 4, "D_DERNIER": -1}


def cautions(*periods: dict[str, Any], **fields: Any) -> set[str]:
    return warned(thing(ouverture={"periodesOuvertures": list(periods)} | fields))


def hours(opens: str | None, closes: str | None = None) -> dict[str, Any]:
    made = {"horaireOuverture": opens, "horaireFermeture": closes}
    return {key: value for key, value in made.items() if value}


# ---- the older style ---------------------------------------------------------------------------


def test_every_day_with_hours() -> None:
    (found,) = openings(period("2026-07-01", "2026-08-31", **hours("10:00:00", "18:30:00")))
    assert found == Period(JULY, AUGUST, slots=(Slot(time(10), time(18, 30)),))


def test_hours_that_are_missing_stay_unknown() -> None:
    assert openings(period("2026-07-01", "2026-08-31")) == (Period(JULY, AUGUST),)
    (found,) = openings(period("2026-07-01", "2026-08-31", **hours("15:30:00")))
    assert found.slots == (Slot(time(15, 30)),)
    only_closing = period("2026-07-01", "2026-08-31", **hours(None, "18:00:00"))
    assert openings(only_closing) == (Period(JULY, AUGUST),)
    assert cautions(only_closing) == {"closing_without_opening"}
    equal = period("2026-07-01", "2026-08-31", **hours("10:00:00", "10:00:00"))
    assert openings(equal) == (Period(JULY, AUGUST),)
    assert cautions(equal) == {"opening_equals_closing"}


def test_days_of_the_week_and_all_but_some() -> None:
    week = period("2026-07-01", "2026-08-31", "OUVERTURE_SEMAINE", **days("SAMEDI", "DIMANCHE"))
    assert openings(week)[0].days == (Day.SA, Day.SU)
    but = period("2026-07-01", "2026-08-31", "OUVERTURE_SAUF", **days("LUNDI"))
    assert openings(but)[0].days == (Day.TU, Day.WE, Day.TH, Day.FR, Day.SA, Day.SU)
    every = period("2026-07-01", "2026-08-31", "OUVERTURE_SEMAINE", **days("TOUS"))
    assert openings(every) == openings(period("2026-07-01", "2026-08-31"))


def test_days_that_cannot_be_made_out_claim_nothing() -> None:
    for broken in (
        period("2026-07-01", "2026-08-31", "OUVERTURE_SEMAINE"),
        period("2026-07-01", "2026-08-31", "OUVERTURE_SEMAINE", **days("FOO")),
        period("2026-07-01", "2026-08-31", "OUVERTURE_SAUF", **days("LUNDI", "FOO")),
        period("2026-07-01", "2026-08-31", "OUVERTURE_SAUF", **days("TOUS")),
        period("2026-07-01", "2026-08-31", "OUVERTURE_FUTURE"),
        period("2026-07-01", "2026-08-31", "OUVERTURE_MOIS"),
        {"dateDebut": "2026-07-01", "dateFin": "2026-08-31"},
    ):
        assert openings(broken) == ()
        assert "days_unreadable" in cautions(broken)
    assert openings(period("2026-07-14", "2026-07-14", "OUVERTURE_SEMAINE")) == (
        Period(date(2026, 7, 14), date(2026, 7, 14)),
    )


def test_days_of_the_month() -> None:
    monthly = period(
        "2026-01-01",
        "2026-12-31",
        "OUVERTURE_MOIS",
        ouverturesJourDuMois=[
            {"jour": "MARDI", "jourDuMois": "D_1ER"},
            {"jour": "MARDI", "jourDuMois": "D_DERNIER"},
            {"jour": "JEUDI", "jourDuMois": "D_3EME"},
            {"jour": "LUNDI", "jourDuMois": "D_3EME"},
        ],
        **hours("09:00:00", "12:00:00"),
    )
    found = openings(monthly)
    assert {(one.days, one.nth) for one in found} == {
        ((Day.TU,), (1, -1)),
        ((Day.MO, Day.TH), (3,)),
    }
    assert all(one.slots == (Slot(time(9), time(12)),) for one in found)


def test_notes_and_names_of_periods() -> None:
    (found,) = openings(
        period(
            "2026-01-01",
            "2026-06-30",
            nom="Hors vacances d'été",
            complementHoraire={"libelleFr": "Sur réservation.", "libelleEn": "On booking."},
        )
    )
    assert [(text.lang, text.text) for text in found.note.texts] == [
        ("fr", "Hors vacances d'été · Sur réservation."),
        ("en", "On booking."),
    ]


def test_school_holidays_that_only_a_name_tells() -> None:
    year = period("2026-01-01", "2026-12-31", nom="Vacances scolaires")
    assert openings(year) == ()
    assert cautions(year) == {"period_by_name_only"}
    christmas = period("2026-12-19", "2027-01-03", nom="Vacances de Noël")
    assert len(openings(christmas)) == 1


def test_every_year() -> None:
    season = period("2020-04-01", "2020-10-31", tousLesAns=True)
    assert openings(season) == (Period(MonthDay(4, 1), MonthDay(10, 31)),)
    winter = period("2020-12-15", "2021-03-31", tousLesAns=True)
    assert openings(winter) == (Period(MonthDay(12, 15), MonthDay(3, 31)),)
    assert openings(period("2017-01-01", "2017-12-31", tousLesAns=True)) == (Period(),)
    reversed_ = period("2020-12-15", "2020-03-31", tousLesAns=True)
    assert openings(reversed_) == openings(winter)
    assert cautions(reversed_) == {"season_over_new_year"}


def test_dates_that_are_none() -> None:
    assert cautions(period("2026-02-30", "2026-03-01")) == {"impossible_date"}
    assert cautions(period("2027-03-01", "2026-03-01")) == {"period_reversed"}
    assert cautions(period("2100-01-01", "2100-12-31")) == {"period_never"}
    assert openings(period("2026-01-01", "2099-12-31")) == (Period(date(2026, 1, 1)),)
    assert openings(period("1900-01-01", "2026-12-31")) == (Period(None, date(2026, 12, 31)),)
    assert openings({"type": "OUVERTURE_TOUS_LES_JOURS"}) == (Period(),)


def test_exceptional_openings_are_single_days_of_their_year() -> None:
    found = openings(
        period(
            "2020-05-01",
            "2020-06-30",
            "OUVERTURE_SEMAINE",
            tousLesAns=True,
            ouverturesExceptionnelles=[{"dateOuverture": "2020-05-21"}, {"dateOuverture": "x"}],
            **days("DIMANCHE"),
            **hours("15:30:00"),
        )
    )
    slot = (Slot(time(15, 30)),)
    assert found == (
        Period(MonthDay(5, 1), MonthDay(6, 30), days=(Day.SU,), slots=slot),
        Period(date(2020, 5, 21), date(2020, 5, 21), slots=slot),
    )


def test_closures() -> None:
    found = openings(
        period("2026-01-01", "2026-12-31"),
        fermeturesExceptionnelles=[
            {"dateFermeture": "2026-06-10"},
            {"dateSpeciale": "PREMIER_JANVIER"},
            {"dateSpeciale": "LUNDI_PAQUES"},
            {"dateSpeciale": "LUNDI_DU_JEUNE_FEDERAL"},
        ],
    )
    closed = [one for one in found if one.closed]
    assert [one.start for one in closed] == [
        date(2026, 6, 10),
        MonthDay(1, 1),
        date(2026, 4, 6),
        date(2027, 3, 29),
    ]
    assert all(one.start == one.end and not one.slots for one in closed)
    unknown = {"dateSpeciale": "LUNDI_DU_JEUNE_FEDERAL"}
    assert cautions(fermeturesExceptionnelles=[unknown]) == {"special_day_unknown"}


def test_all_year_closed_for_now_and_round_the_clock() -> None:
    assert openings(ouvertTouteLAnnee="OUVERT_TOUTE_L_ANNEE") == (Period(),)
    assert openings(ouvertTouteLAnnee="PAS_OUVERT_TOUTE_L_ANNEE") == ()
    assert openings(fermeTemporairement="FERME_TEMPORAIREMENT") == (Period(closed=True),)
    always = openings(period("2026-01-01", "2026-12-31"), ouverturesComplementaires=[{"id": 4186}])
    assert always[0].slots == (Slot(time(0), time(0)),)


@pytest.mark.parametrize("year", [1999, 2024, 2025, 2026, 2027, 2038])
def test_easter(year: int) -> None:
    known = {
        1999: date(1999, 4, 4),
        2024: date(2024, 3, 31),
        2025: date(2025, 4, 20),
        2026: date(2026, 4, 5),
        2027: date(2027, 3, 28),
        2038: date(2038, 4, 25),
    }
    assert easter(year) == known[year]
    assert special_days("ASCENSION", year)[0] == known[year] + timedelta(days=39)


# ---- a slow oracle -----------------------------------------------------------------------------

ENTRY = st.fixed_dictionaries(
    {
        "start": st.integers(0, 300),
        "length": st.integers(0, 60),
        "type": st.sampled_from(["OUVERTURE_TOUS_LES_JOURS", "OUVERTURE_SEMAINE",
                                 "OUVERTURE_SAUF", "OUVERTURE_MOIS"]),
        "days": st.sets(st.sampled_from(NAMES), min_size=1, max_size=6),
        "nth": st.sampled_from(list(NTH)),
        "opens": st.sampled_from(["09:00:00", "14:00:00"]),
    }
)  # fmt: skip


def raw(entry: dict[str, Any]) -> Any:
    start = date(2026, 1, 1) + timedelta(days=entry["start"])
    end = start + timedelta(days=entry["length"])
    return period(
        start.isoformat(),
        end.isoformat(),
        entry["type"],
        ouverturesJourDuMois=[{"jour": d, "jourDuMois": entry["nth"]} for d in entry["days"]],
        **days(*entry["days"]),
        **hours(entry["opens"], "18:00:00"),
    ) | ({"start": start, "end": end})


def is_nth(day: date, nth: int) -> bool:
    if nth < 0:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == nth


def naive(entry: dict[str, Any]) -> set[tuple[date, str]]:
    made = raw(entry)
    found = set()
    for step in range((made["end"] - made["start"]).days + 1):
        day = made["start"] + timedelta(days=step)
        named = NAMES[day.weekday()] in entry["days"]
        is_open = {
            "OUVERTURE_TOUS_LES_JOURS": True,
            "OUVERTURE_SEMAINE": named,
            "OUVERTURE_SAUF": not named,
            "OUVERTURE_MOIS": named and is_nth(day, NTH[entry["nth"]]),
        }[entry["type"]]
        if is_open or made["start"] == made["end"]:
            found.add((day, entry["opens"][:5]))
    return found


def said(found: Period) -> set[tuple[date, str]]:
    assert isinstance(found.start, date)
    assert isinstance(found.end, date)
    return {
        (day, f"{slot.opens:%H:%M}")
        for step in range((found.end - found.start).days + 1)
        for day in [found.start + timedelta(days=step)]
        if not found.days or WEEK[day.weekday()] in found.days
        if not found.nth or any(is_nth(day, nth) for nth in found.nth)
        for slot in found.slots
    }


@settings(max_examples=120, deadline=None)
@given(st.lists(ENTRY, min_size=1, max_size=4))
def test_exactly_the_days_that_are_stated(entries: list[dict[str, Any]]) -> None:
    found = openings(
        *({k: v for k, v in raw(e).items() if k not in ("start", "end")} for e in entries)
    )
    expected = set().union(*(naive(entry) for entry in entries))
    assert set().union(*(said(one) for one in found), set()) == expected


# ---- events ------------------------------------------------------------------------------------


def test_the_periods_of_an_event_are_its_dates() -> None:
    event = thing(
        "FETE_ET_MANIFESTATION",
        {},
        ouverture={"periodesOuvertures": [period("2026-07-14", "2026-07-14", **hours("17:00:00"))]},
    )
    found = draft(event).listing
    assert found.openings == ()
    day = date(2026, 7, 14)
    assert found.dates == (Period(day, day, slots=(Slot(time(17)),)),)


def test_one_evening_does_not_come_back_every_year() -> None:
    evening = period("2017-11-04", "2017-11-04", tousLesAns=True, **hours("17:00:00"))
    assert dates(evening)[0].start == date(2017, 11, 4)
    festival = period("2026-07-10", "2026-07-14", tousLesAns=True)
    assert dates(festival) == (Period(date(2026, 7, 10), date(2026, 7, 14)),)
    summer = period(
        "2026-06-01", "2026-08-31", "OUVERTURE_SEMAINE", tousLesAns=True, **days("MARDI")
    )
    assert dates(summer)[0].start == date(2026, 6, 1)


def test_a_market_does_come_back() -> None:
    summer = period(
        "2026-06-01", "2026-08-31", "OUVERTURE_SEMAINE", tousLesAns=True, **days("MARDI")
    )
    market = {"categories": [{"id": 2107}]}
    assert dates(summer, facts=market)[0].start == MonthDay(6, 1)
    year = period("2026-01-01", "2026-12-31", "OUVERTURE_SEMAINE", tousLesAns=True, **days("JEUDI"))
    assert dates(year) == (Period(days=(Day.TH,)),)
    one_day = period("2026-07-14", "2026-07-14", "OUVERTURE_SEMAINE", tousLesAns=True)
    assert dates(one_day, facts=market)[0].start == date(2026, 7, 14)


def test_an_event_with_one_bound_only() -> None:
    assert dates({"dateDebut": "2026-07-14", "type": "OUVERTURE_TOUS_LES_JOURS"}) == (
        Period(date(2026, 7, 14), date(2026, 7, 14)),
    )
    reversed_ = period("2026-07-14", "2026-07-01")
    assert dates(reversed_) == (Period(date(2026, 7, 14), date(2026, 7, 14)),)


# ---- since June 2025 ---------------------------------------------------------------------------


def scheduled(*entries: dict[str, Any], type_: int = 7457) -> dict[str, Any]:
    return {
        "type": {"elementReferenceType": "HoraireType", "id": type_},
        "timePeriods": list(entries),
    }


def frames(*pairs: tuple[str, str | None], **more: Any) -> dict[str, Any]:
    return {
        "timeFrames": [{"startTime": a, **({"endTime": b} if b else {}), **more} for a, b in pairs]
    }


def test_schedules() -> None:
    found = openings(
        period(
            "2026-07-01",
            "2026-08-31",
            "OUVERTURE_SEMAINE",
            horaires=[
                scheduled(
                    {
                        "closed": False,
                        "weekdays": ["THU", "WED", "FRI", "MON", "TUE"],
                        **frames(("10:00", "12:00"), ("14:00", "18:00")),
                    },
                    {"closed": False, "weekdays": ["SAT", "SUN"], **frames(("8:00", None))},
                    {"closed": True, "weekdays": ["HOL"]},
                )
            ],
            **days("LUNDI"),
        )
    )
    assert found == (
        Period(
            JULY,
            AUGUST,
            days=(Day.MO, Day.TU, Day.WE, Day.TH, Day.FR),
            slots=(Slot(time(10), time(12)), Slot(time(14), time(18))),
        ),
        Period(JULY, AUGUST, days=(Day.SA, Day.SU), slots=(Slot(time(8)),)),
        Period(JULY, AUGUST, days=(Day.PH,), closed=True),
    )


def test_an_exceptional_opening_opens_a_public_holiday() -> None:
    found = openings(
        period(
            "2026-07-01",
            "2026-08-31",
            horaires=[
                scheduled(
                    {"closed": False, **frames(("10:00", "12:00"))},
                    {"closed": True, "weekdays": ["TUE", "HOL"]},
                )
            ],
            ouverturesExceptionnelles=[{"dateOuverture": "2026-07-14"}],
            fermeturesExceptionnelles=[{"dateFermeture": "2026-08-04"}],
        )
    )
    national, tuesday, august = date(2026, 7, 14), date(2026, 7, 21), date(2026, 8, 15)
    states = {day: on_day(found, day).state for day in (national, tuesday, august, AUGUST)}
    assert states == {
        national: State.OPEN,
        tuesday: State.CLOSED,
        august: State.CLOSED,
        AUGUST: State.OPEN,
    }
    assert on_day(found, national).slots == ()  # which hours then nobody says
    again = openings(
        period("2026-07-01", "2026-07-31"),
        period(
            "2026-07-01",
            "2026-07-31",
            horaires=[scheduled({"closed": True, "weekdays": ["HOL"]})],
            ouverturesExceptionnelles=[{"dateOuverture": "2026-07-14"}],
            fermeturesExceptionnelles=[{"dateFermeture": "2026-07-14"}],
        ),
    )
    assert on_day(again, national).state is State.CLOSED  # the exception that closes is believed


def test_public_holidays_are_an_eighth_day() -> None:
    found = openings(
        period(
            "2026-07-01",
            "2026-08-31",
            horaires=[
                scheduled(
                    {"weekdays": ["MON", "TUE", "WED", "THU", "FRI"], **frames(("9:00", "19:00"))},
                    {"weekdays": ["SAT", "SUN", "HOL"], **frames(("10:00", "12:00"))},
                    {"weekdays": ["HOL"], **frames(("14:00", "16:00"))},
                    {"closed": True, "weekdays": ["TUE"]},
                )
            ],
        )
    )
    morning, afternoon = Slot(time(10), time(12)), Slot(time(14), time(16))
    assert on_day(found, date(2026, 7, 14)).slots == (morning, afternoon)  # a Tuesday
    assert on_day(found, date(2026, 7, 21)).state is State.CLOSED
    assert on_day(found, date(2026, 7, 18)).slots == (morning,)
    assert on_day(found, date(2026, 7, 15)).slots == (Slot(time(9), time(19)),)


def test_public_holidays_among_all_days_are_nothing_of_their_own() -> None:
    every = {"weekdays": ["MON", "TUE", "WED", "HOL"], **frames(("9:00", "19:00"))}
    (found,) = openings(period("2026-07-01", "2026-08-31", horaires=[scheduled(every)]))
    assert found.days == (Day.MO, Day.TU, Day.WE, Day.PH)
    assert not found.instead


def test_hours_of_something_inside_are_no_opening_hours() -> None:
    tours = {"closed": False, "weekdays": ["SAT"], **frames(("15:00", "17:00"), recurrence="00:30")}
    doors = {"closed": False, **frames(("9:00", "19:00"))}
    both = period(
        "2026-07-01", "2026-08-31", horaires=[scheduled(doors), scheduled(tours, type_=7460)]
    )
    assert openings(both) == (Period(JULY, AUGUST, slots=(Slot(time(9), time(19)),)),)
    assert cautions(both) == {"other_hours_left_out"}
    alone = period("2026-07-01", "2026-08-31", horaires=[scheduled(tours, type_=7460)])
    (found,) = openings(alone)
    assert found.note.texts[0].text == "Visite guidée"
    assert found.slots == (Slot(time(15), time(17)),)
    assert cautions(alone) == {"departure_interval_left_out"}


def test_the_writing_format_and_odd_schedules() -> None:
    written = {
        "timePeriods": [{"type": "opening", "weekdays": ["TUE"], **frames(("18:00", "22:00"))}]
    }
    found = openings(period("2026-07-01", "2026-08-31", "OUVERTURE_SAUF", **written))
    assert found == (Period(JULY, AUGUST, days=(Day.TU,), slots=(Slot(time(18), time(22)),)),)
    odd = period("2026-07-01", "2026-08-31", horaires=[scheduled({"weekdays": ["FOO"]})])
    assert (openings(odd), cautions(odd)) == ((), {"day_unknown"})
    week = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
    whole = period("2026-07-01", "2026-08-31", horaires=[scheduled({"weekdays": week})])
    assert openings(whole) == (Period(JULY, AUGUST),)
    empty = period("2026-07-01", "2026-08-31", horaires=[])
    assert openings(empty) == (Period(JULY, AUGUST),)
