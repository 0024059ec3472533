from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.model import Day, MonthDay, Period, Slot
from catalog.sources.draft import Correction, Decision, Draft, Hiding, Rejection
from catalog.sources.formats import open_source

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.sources.draft import Found

DAY = date(2026, 11, 21)
TOML = """
house-overlay = 1

[[add]]
date = 2026-11-16
by = "MC"
[add.listing]
id = "laverie"
kinds = ["service"]
concepts = ["laundry"]
name = "Laverie du marché"
place = { lat = 44.05, lon = 2.16, commune = "Carmaux" }

[[correct]]
id = "apidae:4833997"
date = 2026-11-16
by = "MC"
why = "téléphone du 16"
clear = ["prices"]
[correct.set]
pets = false
summary = { de = "Glasmuseum" }
openings = [{ on = "04-01..10-31", days = "Tu-Su", hours = "10:00-12:30" }]

[[hide]]
id = "PCUAQU047FS0004T"
date = 2026-11-17
by = "JB"
until = 2026-12-31
"""
CSV = """action;id;champ;valeur;date;par;pourquoi;jusqu'au
ajouter;laverie;kinds;service;16/11/2026;MC
ajouter;laverie;concepts;laundry;16/11/2026;MC
ajouter;laverie;name.fr;Laverie du marché;16/11/2026;MC
ajouter;laverie;lat;44,05;16/11/2026;MC
ajouter;laverie;lon;2,16;16/11/2026;MC
ajouter;laverie;commune;Carmaux;16/11/2026;MC
corriger;apidae:4833997;pets;non;16/11/2026;MC;téléphone du 16
corriger;apidae:4833997;summary.de;Glasmuseum;16/11/2026;MC
corriger;apidae:4833997;openings;04-01..10-31 | Tu-Su | 10:00-12:30;16/11/2026;MC
effacer;apidae:4833997;prices;;16/11/2026;MC
masquer;PCUAQU047FS0004T;;;17/11/2026;JB;;31/12/2026
"""


def read(folder: Path, text: str, name: str = "overlay.toml") -> list[Found]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    reader = open_source(path)
    assert reader.name == "overlay"
    return list(reader.read(DAY))


@pytest.mark.parametrize(("text", "name"), [(TOML, "a.toml"), (CSV, "a.csv")])
def test_the_three_things_an_office_can_say(tmp_path: Path, text: str, name: str) -> None:
    added, corrected, hidden = read(tmp_path, text, name)
    assert isinstance(added, Draft)
    assert (added.listing.id, added.listing.place.commune) == ("overlay:laverie", "Carmaux")
    assert added.listing.sources[0].creator == "MC"
    assert added.listing.confirmed == date(2026, 11, 16)
    assert isinstance(corrected, Correction)
    assert corrected.reference == "apidae:4833997"
    assert set(corrected.fields) == {"pets", "summary", "openings", "prices"}
    assert corrected.listing.openings == (
        Period(
            MonthDay(4, 1),
            MonthDay(10, 31),
            (Day.TU, Day.WE, Day.TH, Day.FR, Day.SA, Day.SU),
            slots=(Slot(time(10), time(12, 30)),),
        ),
    )
    assert (corrected.listing.pets, corrected.listing.prices) == (False, ())
    assert isinstance(hidden, Hiding)
    assert (hidden.reference, hidden.source.creator) == ("PCUAQU047FS0004T", "JB")


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('[[correct]]\nid = "a:1"\ndate = 2026-01-01\nby = "MC"', "corrects nothing"),
        ('[[hide]]\nid = "a:1"\ndate = 2026-01-01\nby = "Marie Curie"', "never a name"),
        ('[[hide]]\nid = "a:1"\ndate = 2026-12-01\nby = "MC"', "in the future"),
        ('[[hide]]\nid = " "\ndate = 2026-01-01\nby = "MC"', "names no listing"),
        ('[[hide]]\nid = "a:1"\nby = "MC"', "date"),
        (
            '[[hide]]\nid = "a:1"\ndate = 2026-01-01\nby = "MC"\nuntil = 2026-02-01',
            "ended on 2026-02-01",
        ),
        (
            '[[correct]]\nid = "a:1"\ndate = 2026-01-01\nby = "MC"\nset = { pet = true }',
            "'pet' is not a field, did you mean 'pets'",
        ),
        (
            '[[correct]]\nid = "a:1"\ndate = 2026-01-01\nby = "MC"\nset = { pets = "si" }',
            "pets",
        ),
        (
            '[[correct]]\nid = "a:1"\ndate = 2026-01-01\nby = "MC"\nclear = ["name"]',
            "cannot be cleared",
        ),
    ],
)
def test_a_wrong_entry_is_told_and_the_others_hold(tmp_path: Path, entry: str, says: str) -> None:
    wrong, right = read(tmp_path, f"house-overlay = 1\n{entry}\n{TOML[TOML.index('[[hide') :]}")
    if isinstance(right, Rejection):
        wrong, right = right, wrong
    assert isinstance(wrong, Rejection)
    assert says in wrong.reason
    assert isinstance(right, Hiding)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("detruire;a:1;;;16/11/2026;MC", "line 2: field action: 'detruire' is not an action"),
        ("corriger;a:1;pets;peut-être;16/11/2026;MC", "neither yes nor no"),
        ("corriger;a:1;animaux;oui;16/11/2026;MC", "'animaux' is not a field"),
        ("corriger;a:1;openings;a|b|c|d;16/11/2026;MC", "days of the year"),
        ("corriger;a:1;openings;Mardi;16/11/2026;MC", "openings[0].on"),
        ("masquer;a:1;;;31/02/2026;MC", "is not a day"),
        ("ajouter;a;lat;nord;16/11/2026;MC", "not a number of degrees"),
        ("masquer;a:1;;;16/11/2026;", "by"),
    ],
)
def test_a_wrong_row_is_told(tmp_path: Path, row: str, says: str) -> None:
    (found,) = read(tmp_path, f"{CSV.splitlines()[0]}\n{row}\n", "a.csv")
    assert isinstance(found, Rejection)
    assert says in found.reason


def test_what_a_pair_in_doubt_is(tmp_path: Path) -> None:
    toml = '[[same]]\nids = ["a:1", "b:1"]\ndate = 2026-11-16\nby = "MC"\n'
    toml += '[[different]]\nids = ["a:1", "b:2"]\ndate = 2026-11-16\nby = "MC"\n'
    rows = "même;a:1;;b:1;16/11/2026;MC\ndifférent;a:1;;b:2;16/11/2026;MC\n"
    by_toml = read(tmp_path, f"house-overlay = 1\n{toml}")
    by_rows = read(tmp_path, f"{CSV.splitlines()[0]}\n{rows}", "a.csv")
    for found in (by_toml, by_rows):
        assert [type(one) for one in found] == [Decision, Decision]
        told = [(one.first, one.second, one.same) for one in found if isinstance(one, Decision)]
        assert told == [("a:1", "b:1", True), ("a:1", "b:2", False)]


def test_files_that_are_no_overlay(tmp_path: Path) -> None:
    for text, says in (
        ("house-overlay = 2", "house-overlay = 1"),
        ("house-overlay = 1\n[[corect]]\nid = 1", "did you mean 'correct'"),
        ("house-overlay = 1\nx = ", "is not TOML"),
    ):
        with pytest.raises(Unreadable, match=says):
            read(tmp_path, text)


WORDS = st.sampled_from(
    ["correct", "hide", "ajouter", "effacer", "a:1", "pets", "oui", "lat", "1", "", "openings", "|"]
)


@given(st.lists(st.lists(WORDS | st.text(max_size=8), max_size=9), max_size=6))
def test_any_rows_are_entries_or_rejections(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    head = CSV.splitlines()[0]
    lines = (";".join(cell.replace('"', "").replace(";", "") for cell in row) for row in rows)
    text = "\n".join([head, *lines]).replace("\0", "").encode("utf-8", "replace").decode()
    for found in read(tmp_path_factory.mktemp("any"), text, "a.csv"):
        assert isinstance(found, Draft | Correction | Hiding | Decision | Rejection)
