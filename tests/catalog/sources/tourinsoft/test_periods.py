from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from catalog.model import Day, Period, Slot
from tests.catalog.sources.tourinsoft.records import draft, listing, record, term, warned

if TYPE_CHECKING:
    from collections.abc import Sequence


def openings(value: object, column: str = "PeriodeOuverture") -> Sequence[Period]:
    columns: dict[str, Any] = {column: value}
    return listing(record(**columns)).openings


def dates(value: object, column: str = "PeriodeOuverture") -> Sequence[Period]:
    columns: dict[str, Any] = {column: value}
    return listing(record("FMA", **columns)).dates


def slot(opens: str, closes: str | None = None) -> Slot:
    return Slot(time.fromisoformat(opens), time.fromisoformat(closes) if closes else None)


def summer(**more: Any) -> Period:
    return Period(date(2026, 7, 1), date(2026, 8, 31), **more)


def one_day(**more: Any) -> Period:
    return Period(date(2026, 12, 7), date(2026, 12, 7), **more)


@pytest.mark.parametrize(
    ("hours", "slots"),
    [
        ("10:00|12:00|14:00|18:00", (slot("10:00", "12:00"), slot("14:00", "18:00"))),
        ("10:00|||18:00", (slot("10:00", "18:00"),)),
        ("10:00|||", (slot("10:00"),)),
        ("||14:00|18:00", (slot("14:00", "18:00"),)),
        ("09:30||10:45|", (slot("09:30"), slot("10:45"))),
        ("20h30||  |", (slot("20:30"),)),
        ("|||", ()),
    ],
)
def test_hours_of_a_period(hours: str, slots: tuple[Slot, ...]) -> None:
    value = f"01/07/2026|31/08/2026|{hours}"
    assert openings(value) == (summer(slots=slots),)
    assert dates(value) == (summer(slots=slots),)


def test_every_layout_of_the_regions() -> None:
    day = one_day(slots=(slot("10:00", "12:00"),))
    other = Period(start=date(2026, 12, 9), end=date(2026, 12, 9))
    brittany = "07/12/2026|07/12/2026|10:00|12:00||##09/12/2026|09/12/2026||||"
    loire = "07/12/2026||07/12/2026||10:00||12:00||||,09/12/2026||09/12/2026||||||||"
    assert dates(brittany, "IDENTDATEMANIFESTATION") == (day, other)
    assert dates(loire, "DatesManifestation") == (day, other)
    assert dates("07/12/2026|07/12/2026|10:00|12:00||||", "DATESCOMPLET") == (day,)
    assert dates("07/12/2026 09/12/2026", "TRI") == (one_day(), other)
    written = (
        "<strong>Le 07/12/2026 De 10:00 &agrave; 12:00</strong><br />"
        "<strong>Le 09/12/2026</strong><br />"
    )
    both = listing(record("FMA", COMMUNDATE=written, TRI="07/12/2026 09/12/2026")).dates
    assert both == (day, other)


def test_objects_of_version_3() -> None:
    plain: dict[str, Any] = {
        "Datededebut": "2026-12-07T00:00:00",
        "Datedefin": "2026-12-07T00:00:00",
        "Heuredouverture1": "10:00:00",
        "Heuredefermeture1": None,
        "Heuredouverture2": None,
        "Heuredefermeture2": "12:00:00",
        "Joursdefermeture": [],
    }
    assert dates([plain], "PeriodeOuvertures") == (one_day(slots=(slot("10:00", "12:00"),)),)
    grid: dict[str, Any] = {"Datedebut": "2026-07-01", "Datefin": "2026-08-31"}
    for day in ("lundi", "mardi"):
        grid[f"{day}heuredebut1"], grid[f"{day}heurefin1"] = "09:00:00", "12:00:00"
    grid["mardiheuredebut2"], grid["mardiheurefin2"] = "14:00:00", "17:00:00"
    assert openings([grid], "OUVERTUREs") == (
        summer(days=(Day.MO,), slots=(slot("09:00", "12:00"),)),
        summer(days=(Day.TU,), slots=(slot("09:00", "12:00"), slot("14:00", "17:00"))),
    )
    closed = {
        "Datedebut": "2026-07-01",
        "Datefin": "2026-08-31",
        "Joursdefermeture": [
            term("Lundi"),
            term("Dimanche"),
        ],
    }
    assert openings([closed], "PeriodeOuvertures") == (
        summer(days=(Day.TU, Day.WE, Day.TH, Day.FR, Day.SA)),
    )


def test_a_grid_of_the_week() -> None:
    grid = "|".join(["01/07/2026", "31/08/2026", "09:00|12:00||", *["|||"] * 5, "10:00|||", ""])
    assert openings(grid, "OUVERTURECOMPLET") == (
        summer(days=(Day.MO,), slots=(slot("09:00", "12:00"),)),
        summer(days=(Day.SU,), slots=(slot("10:00"),)),
    )


@pytest.mark.parametrize(
    "words", ["Dimanche$Lundi", "Lundi-Dimanche", "lundi Dimanches", "Lundi, et Dimanche"]
)
def test_closed_days(words: str) -> None:
    (period,) = openings(f"01/07/2026|31/08/2026|10:00|12:00|||{words}")
    assert period.days == (Day.TU, Day.WE, Day.TH, Day.FR, Day.SA)
    assert period.slots == (slot("10:00", "12:00"),)


def test_closed_parts_of_days_and_holidays() -> None:
    raw = record(
        PeriodeOuverture="01/07/2026|31/08/2026|12:00|14:00|19:00|22:00|Mardi soir$Jours fériés"
    )
    found = listing(raw).openings
    assert summer(days=(Day.PH,), closed=True) in found
    assert summer(days=(Day.TU,), slots=(slot("12:00", "14:00"),)) in found
    every = tuple(day for day in Day if day not in (Day.TU, Day.PH, Day.SH))
    both = (slot("12:00", "14:00"), slot("19:00", "22:00"))
    assert summer(days=every, slots=both) in found
    assert warned(raw) == {}
    cut = record(PeriodeOuverture="01/07/2026|31/08/2026|08:00|22:00|||Mardi soir")
    assert summer(days=(Day.TU,)) in listing(cut).openings
    assert "closed_part_of_day" in warned(cut)


def test_two_lists_of_days_are_told_and_not_claimed() -> None:
    raw = record(PeriodeOuverture="01/07/2026|31/08/2026|10:00|12:00|||Mardi$Mercredi|Lundi")
    assert listing(raw).openings == ()
    assert listing(raw).practical.texts[0].text == (
        "Du 01/07/2026 au 31/08/2026 · 10:00–12:00 · Mardi, Mercredi ; Lundi"
    )
    assert "opening_days_unclear" in warned(raw)


@pytest.mark.parametrize(
    ("value", "kind", "kept"),
    [
        ("01/06/2100|02/06/2100||||||", "period_never", ()),
        ("01/06/2026|31/12/2100||||", "date_without_end", (Period(date(2026, 6, 1), None),)),
        ("31/02/2026|01/03/2026||||", "impossible_date", ()),
        (
            "05/06/2026|01/06/2026||||",
            "period_reversed",
            (Period(date(2026, 6, 5), date(2026, 6, 5)),),
        ),
        (
            "01/06/2026|01/06/2026|25:00|||",
            "impossible_hour",
            (Period(date(2026, 6, 1), date(2026, 6, 1)),),
        ),
        (
            "01/06/2026|01/06/2026||18:00||",
            "closing_without_opening",
            (Period(date(2026, 6, 1), date(2026, 6, 1)),),
        ),
        ("Tous les jeudis|en été", "dates_in_words", ()),
    ],
)
def test_what_is_wrong_with_dates(value: str, kind: str, kept: tuple[Period, ...]) -> None:
    raw = record("FMA", PeriodeOuverture=value)
    assert kind in warned(raw)
    assert listing(raw).dates == kept


def test_dates_in_words_stay_words() -> None:
    raw = record("FMA", COMMUNDATE="Tous les jeudis de juillet<br/>Le 07/12/2026 à 21:00")
    assert listing(raw).dates == (one_day(slots=(slot("21:00"),)),)
    assert draft(raw).listing.practical.texts[0].text == "Tous les jeudis de juillet"
    assert warned(raw) == {"dates_in_words": "Tous les jeudis de juillet"}


def test_720_periods_of_one_event() -> None:
    days = [date.fromordinal(date(2026, 1, 5).toordinal() + 7 * week) for week in range(720)]
    value = "##".join(f"{day:%d/%m/%Y}|{day:%d/%m/%Y}|09:00|12:00||" for day in days)
    (period,) = dates(value, "IDENTDATEMANIFESTATION")
    assert (period.start, period.end, period.days) == (days[0], days[-1], (Day.MO,))
