"""The exposure report: true sums and shares, in every language and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.advice.exposure import MOST, exposure
from catalog.cli import main
from catalog.clock import PARIS, machine_now
from catalog.model import LANGUAGES, ListingId, Place
from catalog.store.reader import Catalogue
from tests.catalog.making import make, write
from tests.catalog.worklist.making import desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = machine_now()
"""The command asks the machine for the day: its desks are counted now."""
COMMUNES = ("Carmaux", "Carmaux", "Monestiés", "Tanus")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exposure")
    found = [
        replace(make(str(n)), place=Place(44.05, 2.16 + n / 100, commune=name, insee=f"8100{n}"))
        for n, name in enumerate(COMMUNES)
    ]
    write(folder / "catalogue.sqlite", found)
    return folder


@pytest.fixture(scope="module")
def catalogue(data: Path) -> Iterator[Catalogue]:
    with Catalogue.open(data / "catalogue.sqlite") as opened:
        yield opened


shown_often = st.dictionaries(
    st.sampled_from([ListingId(f"test:{n}") for n in range(6)]), st.integers(0, 500)
)


@given(shown_often)
def test_the_sums_are_those_of_the_counts(
    catalogue: Catalogue, shown: dict[ListingId, int]
) -> None:
    found = exposure(catalogue, shown)
    known = {id: times for id, times in shown.items() if id < "test:4"}
    assert found.shown == sum(known.values())
    assert found.gone == sum(shown.values()) - found.shown
    assert found.seen == sum(times > 0 for times in known.values())
    assert sum(each.listings for each in found.communes) == found.listings == len(COMMUNES)
    assert sum(each.shown for each in found.communes) == found.shown
    for each in found.communes:
        ids = [n for n, name in enumerate(COMMUNES) if name == each.commune]
        assert each.shown == sum(known.get(ListingId(f"test:{n}"), 0) for n in ids)
        assert each.share_of_listings == pytest.approx(len(ids) / len(COMMUNES))
        assert (each.commune in found.never) == (each.shown == 0)
    if found.shown:
        assert sum(each.share_of_shown for each in found.places) == pytest.approx(1)
        most = sum(sorted(known.values(), reverse=True)[:MOST])
        assert found.share_of_most == pytest.approx(most / found.shown)
    counts = [each.shown for each in found.places]
    assert counts == sorted(counts, reverse=True)


def ask(data: Path, *words: str) -> int:
    return main(["exposure", "--data", str(data), *words])


def test_the_report_on_the_screen(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counted = desk(tmp_path / "a.sqlite", ("test:0", 3), ("test:2", 1), ("gone:1", 2), day=TODAY)
    assert ask(data, "--desk", str(counted), "--lang", "en") == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "Answers shown: 4. Listings shown at least once: 2 of 4." in out
    assert "no longer in the catalogue, outside the shares: 2" in out
    rows = [line.split() for line in out.splitlines()]
    assert ["Carmaux", "2", "50.0", "%", "3", "75.0", "%"] in rows
    assert ["Monestiés", "1", "25.0", "%", "1", "25.0", "%"] in rows
    assert "nothing was shown: 1\n  Tanus" in out
    assert "(3 points of 100)" in out


def test_json_has_every_row_and_a_desk_given_twice_counts_once(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counted = desk(tmp_path / "a.sqlite", ("test:0", 3), day=TODAY)
    twice = ("--desk", str(counted), "--desk", str(counted))
    assert ask(data, *twice, "--json", "--limit", "1") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["shown"] == 3
    assert found["spread_weight"] == 3
    assert [row["commune"] for row in found["communes"]] == ["Carmaux", "Monestiés", "Tanus"]
    assert found["places"] == [
        {"id": "test:0", "name": found["places"][0]["name"], "commune": "Carmaux", "shown": 3,
         "share_of_shown": 1.0}
    ]  # fmt: skip


def test_days_long_past_do_not_count(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = desk(tmp_path / "a.sqlite", ("test:0", 3), day=datetime(2020, 8, 1, 10, tzinfo=PARIS))
    assert ask(data, "--desk", str(old), "--days", "30", "--json") == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["shown"] == 0
    assert "il n'y a rien à comparer" in err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_and_no_desk(
    data: Path, tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    counted = desk(tmp_path / "a.sqlite", ("test:0", 1200), ("test:1", 1), day=TODAY)
    assert ask(data, "--desk", str(counted), "--lang", lang) == 0
    out = capsys.readouterr().out
    assert "{" not in out
    assert "Carmaux" in out
    assert ask(data, "--lang", lang) == 1
    assert "desk.sqlite" in capsys.readouterr().err


def test_a_file_that_is_no_desk_is_named(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.sqlite").write_text("no desk", "utf-8")
    assert ask(data, "--desk", str(tmp_path / "x.sqlite")) == 4
    assert "x.sqlite" in capsys.readouterr().err
