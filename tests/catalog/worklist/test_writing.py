"""What is written: values in words, safe tables, sheets, questionnaires."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import (
    LANGUAGES,
    Access,
    Contact,
    Day,
    Kind,
    Listing,
    Localized,
    MonthDay,
    Period,
    Place,
    Price,
    Slot,
    Source,
    TermId,
    Text,
)
from catalog.refresh.report import Rejected, Report
from catalog.refresh.wording import Wording
from catalog.worklist import telling
from catalog.worklist.questionnaire import as_table, as_text, file_names
from catalog.worklist.sheet import WIDTH, call_sheet, call_table, document
from catalog.worklist.spreadsheet import BOM, cell, table
from catalog.worklist.tasks import task_of, worklist
from tests.catalog.hours.strategies import periods
from tests.catalog.making import make
from tests.catalog.worklist.making import TODAY, setting

GOLDENS = Path(__file__).parent / "goldens"
FR = Wording("fr")
FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%"
ATTACKS = (
    '=HYPERLINK("http://x")',
    "+33 5 63 76 76 67",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    " =1+1",
    "\u00a0=1",
    "\uff1d1",
    "\x1b]0;x\x07=1",
    "\u202e=1",
)


UNDATED = (Source("flux", "2", TODAY, publisher="Comité du tourisme"),)


def restaurant(record: str = "1", **more: Any) -> Listing:
    facts: dict[str, Any] = {
        "place": Place(44.05, 2.16, ("3, place Gambetta",), "81400", "Carmaux", "81060"),
        "openings": (
            Period(
                MonthDay(4, 1),
                MonthDay(10, 31),
                days=(Day.TU, Day.WE, Day.TH, Day.FR, Day.SU),
                slots=(Slot(time(12), time(14)), Slot(time(19))),
            ),
            Period(date(2026, 12, 25), date(2026, 12, 25), closed=True),
        ),
        "contacts": (Contact(phones=("+33563766767", "+376812345"), emails=("a@b.fr",)),),
        "description": Localized((Text("fr", "Cuisine du Ségala."), Text("en", "Cooking."))),
        "sources": (
            Source("flux", record, TODAY, date(2025, 9, 2), creator="OT du Ségala Tarnais"),
        ),
    }
    return replace(make(record, "Le Festin", kind=Kind.FOOD), **{**facts, **more})


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_cell_is_a_formula(attack: str) -> None:
    safe = cell(attack)
    assert safe.startswith("'") or not safe.startswith(tuple(FORMULA))
    assert cell(safe) == safe


@given(st.text(max_size=60) | st.sampled_from(FORMULA).flatmap(lambda c: st.text().map(c.__add__)))
def test_any_words_are_harmless_and_come_back(words: str) -> None:
    written = table(["a", "b"], [[words, "x"]])
    assert written.startswith(BOM)
    assert written.endswith("\r\n")
    head, row = csv.reader(io.StringIO(written[1:], newline=""), delimiter=";", strict=True)
    assert head == ["a", "b"]
    assert row[1] == "x"
    assert row[0] == cell(words)
    assert not row[0].lstrip().startswith(tuple(FORMULA))


def test_harmless_words_stay_as_they_are() -> None:
    for words in ("Château", "12", "L'œuvre; \"dite\" d'art", "05 63 76 76 67", "a=b", ""):
        assert cell(words) == words


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("+33563766767", "05 63 76 67 67"),
        ("+376812345", "00 376812345"),
        ("+ 44 20", "00 44 20"),
        ("3237", "3237"),
        ("+33062291654", "00 62 29 16 54"),
        ("+3356376676", "00 3356376676"),
        ("+33٣63766767", "00 33٣63766767"),
    ],
)
def test_telephones_are_dialled_as_they_are_read(stored: str, told: str) -> None:
    assert telling.dialled(stored) == told


@given(st.text(max_size=30))
def test_no_telephone_begins_as_a_formula(raw: str) -> None:
    assert not telling.dialled(f"+{raw}").startswith("+")
    assert cell(telling.dialled(f"+{raw}")) == telling.dialled(f"+{raw}")


def test_hours_in_words() -> None:
    stated = restaurant().openings
    assert telling.periods(stated, FR) == (
        "01/04 – 31/10 mar–ven, dim, 12:00–14:00, 19:00–?",
        "25/12/2026, fermé",
    )
    assert telling.periods(stated, Wording("en")) == (
        "1 Apr – 31 Oct Tue–Fri, Sun, 12:00–14:00, 19:00–?",
        "2026-12-25, closed",
    )
    ranked = Period(days=(Day.SA, Day.SU), nth=(1, -1), note=Localized((Text("fr", "sur rdv"),)))
    assert telling.periods((ranked,), FR) == (
        "sam, dim (rang dans le mois\u00a0: 1, dernier), heures non indiquées (sur rdv)",
    )
    holiday = Period(days=(Day.PH,), slots=stated[0].slots[:1], instead=True)
    assert telling.periods((ranked, holiday), FR)[1] == (
        "jours fériés, 12:00–14:00, à la place de ce qui précède"
    )
    assert telling.periods((Period(start=date(2026, 1, 1)),), Wording("de")) == (
        "01.01.2026 – …, Zeiten nicht angegeben",
    )


@given(st.sampled_from(LANGUAGES), periods(12))
def test_any_hours_can_be_told(lang: str, stated: tuple[Period, ...]) -> None:
    told = telling.periods(stated, Wording(lang))
    assert len(told) <= telling.MOST + 1
    assert all(line and "\n" not in line for line in told)


def test_prices_in_words() -> None:
    stated = (
        Price(Decimal("5.5"), Decimal(7), audience=(TermId("child"),)),
        Price(Decimal(1200)),
        Price(free=True),
        Price(note=Localized((Text("fr", "sur demande"),))),
        Price(Decimal(3), Decimal(3), currency="CHF", audience=(TermId("kb:X"),)),
    )
    assert telling.prices(stated, FR) == (
        "5,50–7 € (enfant)",
        "1\u202f200 €",
        "gratuit",
        "3 CHF",
    )
    assert telling.prices(stated[:2], Wording("en")) == ("5.50–7 € (child)", "1,200 €")


@pytest.mark.parametrize("lang", ["fr", "nl"])
def test_the_call_sheet_is_the_golden_one(lang: str) -> None:
    """After an intended change: KIOSK_GOLDENS=write, then read the difference as a clerk would."""
    report = Report(rejected=(Rejected("flux", "r-2", "field rdfs:label: the record has no name"),))
    judged = setting({"test:1": 31}, report, languages=("en", "de"))
    listings = [restaurant(), restaurant("2", openings=(), contacts=(), sources=UNDATED)]
    found = worklist(listings, judged, limit=9)
    told = call_sheet(found, judged, Wording(lang), explain=True)
    questions = as_text("OT du Ségala Tarnais", found.tasks[:1], TODAY, Wording(lang))
    for name, text in (("calls", told), ("questionnaire", questions)):
        golden = GOLDENS / f"{name}.{lang}.txt"
        if os.environ.get("KIOSK_GOLDENS") == "write":
            golden.write_text(text, encoding="utf-8")
        assert text == golden.read_text("utf-8")
        assert max(map(len, text.splitlines())) <= WIDTH


def test_the_questionnaire_asks_what_a_visitor_asks() -> None:
    task = task_of(restaurant(access=Access(wheelchair=False)), setting())
    assert task is not None
    rows = list(csv.reader(io.StringIO(as_table([task], FR)[1:], newline=""), delimiter=";"))
    asked = {row[3]: row[4] for row in rows[1:]}
    assert asked["Téléphone pour les visiteurs"] == "05 63 76 67 67 | 00 376812345"
    assert asked["Adresse"] == "3, place Gambetta, 81400 Carmaux"
    assert asked["Tarifs"] == ""
    assert asked["Accessible en fauteuil roulant\u00a0?"] == "non"
    assert "fermé" in asked["Jours et heures d'ouverture"]
    assert all(row[5] == "" for row in rows[1:])
    assert rows[0][4:] == ["Au catalogue\u00a0:", "Nouveau\u00a0:"]


CONTROLS = {chr(code) for code in (*range(10), *range(11, 32), *range(127, 160))}
HOSTILE = "=cmd|'/C calc'!A0\x1b[2J\u202e\n;\"<b>" + "x" * 300


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hostile_names_stay_words(lang: str) -> None:
    hostile = Localized((Text("fr", HOSTILE),))
    source = Source(HOSTILE, HOSTILE, TODAY, creator=HOSTILE)
    listing = restaurant(
        name=hostile,
        sources=(source,),
        place=Place(44, 2, (HOSTILE,), HOSTILE, HOSTILE),
        contacts=(Contact(phones=(HOSTILE,), emails=(HOSTILE,), websites=(HOSTILE,)),),
        openings=(Period(note=hostile),),
        prices=(Price(Decimal(1), currency=HOSTILE, note=hostile),),
    )
    report = Report(rejected=(Rejected(HOSTILE, HOSTILE, HOSTILE),))
    judged = setting(report=report)
    wording = Wording(lang)
    found = worklist([listing], judged, limit=9)
    texts = [call_sheet(found, judged, wording), as_text(HOSTILE, found.tasks, TODAY, wording)]
    for text in texts:
        assert not set(text) & {
            chr(code) for code in (*range(10), *range(11, 32), *range(127, 160))
        }
        assert "\u202e" not in text
        assert max(map(len, text.splitlines())) <= WIDTH
    for written in (call_table(found, wording), as_table(found.tasks, wording)):
        for row in csv.reader(io.StringIO(written[1:], newline=""), delimiter=";", strict=True):
            assert not any(one.lstrip().startswith(tuple(FORMULA)) for one in row)
    assert document(found, judged, wording)["unanswered"] == []


def test_files_are_named_by_their_office_whatever_its_name() -> None:
    owners = ["OT d'Albi", "ot d albi", "../../etc/passwd", "CON", "", "…", "日本", "x" * 500]
    names = file_names(owners)
    assert names["OT d'Albi"] == "questionnaire-ot-d-albi"
    assert names["ot d albi"] == "questionnaire-ot-d-albi-2"
    assert names["../../etc/passwd"] == "questionnaire-etc-passwd"
    assert len(set(names.values())) == len(owners)
    for name in names.values():
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert len(name) < 100
