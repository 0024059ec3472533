from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from catalog.cli import main
from catalog.sources.spreadsheet.mapping import read_mapping
from catalog.sources.spreadsheet.proposal import propose
from catalog.sources.spreadsheet.sheets import CsvSheet
from catalog.sources.tables import Table
from tests.catalog.sources.spreadsheet.making import drafts, write_csv, write_mapping, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    ("Nom", "Name en", "Type", "Latitude", "Longitude", 'Titre "étrange" \\', "Responsable"),
    ("Lavoir", "Washhouse", "WC", "44.05", "2.15", "x", "M. Dupont"),
    ("Halle", "", "Boulodrome couvert", "44.06", "2.16", "", ""),
)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_printed_is_the_mapping_that_was_proposed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    table = write_csv(tmp_path / "a.csv", *ROWS)
    before = [draft.listing for draft in drafts(table)]
    assert main(["mapping", str(table), "--lang", lang]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    mapping = read_mapping(write_mapping(tmp_path / "a.mapping.toml", out))
    sheet = CsvSheet(Table(table))
    assert mapping.columns == propose(sheet.columns, list(sheet.rows())).mapping.columns
    assert mapping.kinds == {"WC": "toilets"}
    assert '# "Boulodrome couvert" = "…"' in out
    assert '# … = "Responsable"' in out
    assert [draft.listing for draft in drafts(table)] == before
    assert main(["mapping", str(table), "--lang", lang]) == 0
    assert "a.mapping.toml" in capsys.readouterr().out.splitlines()[1]


def test_what_is_missing_is_to_be_filled_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = write_xlsx(tmp_path / "a.xlsx", x=[("Truc", "X"), ("Lavoir", 652123)])
    assert main(["mapping", str(table)]) == 0
    out = capsys.readouterr().out
    assert all(f'# {field} = "…"' in out for field in ("name", "latitude", "longitude"))
    assert '# longitude = "X"' in out
    assert "652123" in out
    read_mapping(write_mapping(tmp_path / "a.mapping.toml", out))


@pytest.mark.parametrize("name", ["missing.csv", "folder", "a.txt", "a.ods.csv"])
def test_what_is_no_table(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.txt").write_text("bonjour")
    (tmp_path / "a.ods.csv").write_bytes(b"PK\x03\x04broken")
    assert main(["mapping", str(tmp_path / name), "--lang", "en"]) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert name in err
    assert "→" in err


def test_a_refresh_reads_the_table_and_leaves_its_mapping(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    table = write_csv(inbox / "a.csv", *ROWS)
    text = '[columns]\nname = "Nom"\nlatitude = "Latitude"\nlongitude = "Longitude"\n'
    write_mapping(inbox / "a.mapping.toml", text)
    assert main(["refresh", str(inbox), "--to", str(tmp_path / "data")]) == 0
    assert table.exists()


def test_a_mapping_that_is_there_is_told_but_not_the_one_being_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`catalog mapping a.csv > a.mapping.toml`: the shell makes the file before we look."""
    table = write_csv(tmp_path / "a.csv", *ROWS)
    own = tmp_path / "a.mapping.toml"
    for content, told in (("", False), ("[columns]\n", True)):
        own.write_text(content)
        assert main(["mapping", str(table), "--lang", "en"]) == 0
        assert ("is there already" in capsys.readouterr().out) is told


def test_a_pipe_is_no_table(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert main(["mapping", str(tmp_path / "pipe.csv")]) == 4
