from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.hours import expression
from catalog.hours.answers import on_day
from catalog.sources.spreadsheet.hours import Unclear, openings_of

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@pytest.mark.parametrize(
    ("cell", "osm"),
    [
        ("Tu-Su 10:00-12:30,14:00-18:00; PH off", "Tu-Su 10:00-12:30,14:00-18:00; PH off"),
        ("24/7", "Mo-Su 00:00-24:00"),
        ("24h/24", "Mo-Su 00:00-24:00"),
        ("Mar-Oct 10:00-18:00", "Mar 01-Oct 31 10:00-18:00"),
        ("04-01..10-31 Tu-Su 10:00-18:00", "Apr 01-Oct 31 Tu-Su 10:00-18:00"),
        ("2026-04-01..2026-10-31 Sa 9h-12h", "2026 Apr 01-2026 Oct 31 Sa 09:00-12:00"),
        ("mar-dim 9h-12h", "Tu-Su 09:00-12:00"),
        ("lun. au ven. 9h-17h", "Mo-Fr 09:00-17:00"),
        ("9h30-12h", "Mo-Su 09:30-12:00"),
        ("9 h 30 - 12 h", "Mo-Su 09:30-12:00"),
        ("lun-ven 9h-12h 14h-18h, sam 9h-12h", "Mo-Fr 09:00-12:00,14:00-18:00, Sa 09:00-12:00"),
        ("lun-dim 9h-12h; lun-dim 14h-18h", "Mo-Su 09:00-12:00,14:00-18:00"),
        ("lundi, mardi et jeudi de 9h à 12h", "Mo,Tu,Th 09:00-12:00"),
        ("Lundi au vendredi : 9h00 - 12h30 / 14h00 - 17h30", "Mo-Fr 09:00-12:30,14:00-17:30"),
        ("tlj 8h-20h", "Mo-Su 08:00-20:00"),
        ("de mai à septembre, tlj 10h-19h", "May 01-Sep 30 10:00-19:00"),
        ("du 1er avril au 31 octobre : mar-dim 9h30-12h", "Apr 01-Oct 31 Tu-Su 09:30-12:00"),
        ("15/06-15/09 10h-19h", "Jun 15-Sep 15 10:00-19:00"),
        ("lun-sam 9h-12h, fermé dimanche", "Mo-Sa 09:00-12:00; Su off"),
        ("lun-sam 9h-12h ; dim et jours fériés fermé", "Mo-Sa 09:00-12:00; Su,PH off"),
        # a public holiday with hours of its own has no others
        (
            "lun-sam 8h-19h ; dimanche et jours fériés 9h-12h",
            "Mo-Sa 08:00-19:00, Su 09:00-12:00; PH 09:00-12:00",
        ),
        (
            "jours fériés 9h-12h ; lun-sam 8h-19h ; jours fériés 14h-16h",
            "Mo-Sa 08:00-19:00; PH 09:00-12:00,14:00-16:00",
        ),
        ("lun-sam et jours fériés 9h-12h", "Mo-Sa,PH 09:00-12:00"),
        ("mercredi 14h", 'We 14:00-24:00 unknown "closing time not stated"'),
        ("22h-2h", "Mo-Su 22:00-02:00"),
        ("Montag-Freitag 09:00-12:00", "Mo-Fr 09:00-12:00"),
        ("lunes a viernes 9:00-14:00", "Mo-Fr 09:00-14:00"),
    ],
)
def test_hours(cell: str, osm: str) -> None:
    assert expression(openings_of(cell)) == osm


@pytest.mark.parametrize(
    "cell",
    [
        *("sur rendez-vous", "samedi matin", "lun", "10-18h", "9h-", "9h-12h lun-ven", "-", ";"),
        *("mar 10:00-12:00", "Mar 10h-12h", "jusqu'au 31 octobre 9h-12h", "9h-12h sauf mardi"),
        *("lun-ven 9h-12h (juillet et août seulement)", "25h-26h", "lun - 9h", "31 9h-12h"),
        "lun-ven 9h-12h ou sur rendez-vous",
    ],
)
def test_hours_that_are_not_clear_are_not_read_at_all(cell: str) -> None:
    with pytest.raises(Unclear):
        openings_of(cell)


@given(
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(6, 11),
    st.integers(12, 13),
    st.booleans(),
)
def test_days_and_hours_in_words_are_those_days_and_hours(
    days: set[int], opens: int, closes: int, ands: bool
) -> None:
    words = [DAYS[day] for day in sorted(days)]
    text = f"{', '.join(words)} de {opens}h à {closes}h{30 if ands else ''}"
    periods = openings_of(text)
    for day in range(7):
        plan = on_day(periods, date(2026, 6, 1 + day))
        spans = [(slot.opens.hour, slot.closes and slot.closes.hour) for slot in plan.slots]
        assert spans == ([(opens, closes)] if day in days else [])


ALPHABET = st.sampled_from(
    (
        *(*DAYS, "lun", "mar", "-", "9h", "12:30", "/", ",", ";", " ", "au", "fermé", "1er", "mai"),
        *("15", "2026-07-01", "04-01", "..", "\n", "é", "(", "24/7", "tlj", "Mo", "off", "+", "PH"),
    )
)


@given(st.lists(ALPHABET, max_size=12).map(" ".join) | st.text(max_size=30))
def test_any_text_is_hours_or_unclear(text: str) -> None:
    with suppress(Unclear):
        assert openings_of(text) is not None


@pytest.mark.parametrize("piece", ["9h", "lun ", "1", "-", "h", "04-", "mar,", "au "])
def test_long_texts_are_refused_before_they_are_read(piece: str) -> None:
    with pytest.raises(Unclear):
        openings_of(piece * 5_000)
