from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from catalog.cli import main
from catalog.model import LANGUAGES
from catalog.refresh.report import Rejected, Report
from tests.catalog.making import make, write
from tests.catalog.worklist.making import desk
from tests.catalog.worklist.test_writing import restaurant

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    write(folder / "catalogue.sqlite", [restaurant(), make("2"), restaurant("3", prices=())])
    report = Report(rejected=(Rejected("flux", "r-2", "the record has no name"),))
    (folder / "last-report.json").write_bytes(report.to_json())
    desk(folder / "desk.sqlite", ("test:3", 40))
    return folder


def ask(data: Path, *words: str) -> int:
    return main(["worklist", "--data", str(data), *words])


def test_the_sheet_on_the_screen(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(data, "--limit", "2", "--explain") == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "[ ]  1. Le Festin, Carmaux, restauration" in out
    assert "demandée 40 × en un an" in out
    assert "pas de texte en\u00a0: allemand" in out  # what the visitors of the post speak
    assert "= demandes 41 ×" in out
    assert "Suite non montrée\u00a0: 2" in out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_form_in_every_language(
    data: Path, tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(data, "--lang", lang, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["total"] == 4
    assert found["answers"] == 40
    assert found["unanswered"] == []
    assert found["tasks"][0]["id"] == "test:3"
    assert found["tasks"][0]["priority"]["asked"] == 41
    assert found["tasks"][0]["phones"][0] == "05 63 76 67 67"
    calls, sheet = tmp_path / "calls.csv", tmp_path / "calls.txt"
    assert ask(data, "--lang", lang, "--csv", str(calls)) == 0
    assert ask(data, "--lang", lang, "--text", str(sheet)) == 0
    assert capsys.readouterr().out == ""
    assert calls.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(calls.read_text("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == 5
    assert {len(row) for row in rows} == {12}
    assert sheet.read_text("utf-8").count("[ ]  ") == 4


def test_questionnaires_for_each_office(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "new" / "folder"
    assert ask(data, "--split", str(target)) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "fichiers\u00a0: 4" in err
    assert {path.name for path in target.iterdir()} == {
        *("questionnaire-ot-du-segala-tarnais.csv", "questionnaire-ot-du-segala-tarnais.txt"),
        *("questionnaire-test.csv", "questionnaire-test.txt"),
    }
    text = (target / "questionnaire-ot-du-segala-tarnais.txt").read_text("utf-8")
    assert text.index("(test:3)") < text.index("(test:1)")
    table = (target / "questionnaire-test.csv").read_bytes()
    assert b"\r\n" in table
    assert b"\r\r\n" not in table


def test_one_office(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(data, "--office", "segala", "--json") == 0
    assert json.loads(capsys.readouterr().out)["total"] == 2
    for words in ([], ["--split", str(tmp_path / "none")]):
        assert ask(data, "--office", "Albi", *words) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert "Rien à appeler pour «\u00a0Albi\u00a0»" in err
        assert "  OT du Ségala Tarnais" in err
    assert not (tmp_path / "none").exists()


def test_other_desks_count_and_the_same_one_once(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stand = desk(tmp_path / "stand.sqlite", ("test:1", 7))
    own = str(data / "desk.sqlite")
    assert ask(data, "--json", "--desk", str(stand), "--desk", own, "--desk", own) == 0
    assert json.loads(capsys.readouterr().out)["answers"] == 47
    (tmp_path / "no.sqlite").write_bytes(b"x" * 2000)
    assert ask(data, "--desk", str(tmp_path / "no.sqlite")) == 4
    assert "no.sqlite\u00a0: les comptages du poste sont illisibles" in capsys.readouterr().err


def test_another_catalogue_is_asked_with_the_counts_of_the_post(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A catalogue on a protected disk, the post's own data folder in kiosk.toml: as `kiosk`."""
    (tmp_path / "elsewhere").mkdir()
    catalogue = (data / "catalogue.sqlite").rename(tmp_path / "elsewhere" / "catalogue.sqlite")
    config = tmp_path / "kiosk.toml"
    config.write_text('[paths]\ndata = "data"\n', "utf-8")
    for words in (["--data", str(data)], ["--config", str(config)]):
        assert main(["worklist", "--catalog", str(catalogue), "--json", *words]) == 0
        assert json.loads(capsys.readouterr().out)["answers"] == 40


def test_the_doubts_are_those_of_the_catalogue_asked_about(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = str(data / "catalogue.sqlite")
    assert main(["worklist", "--catalog", catalogue, "--data", str(tmp_path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["answers"], found["total"]) == (0, 4)


def test_without_counts_or_report(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "desk.sqlite").unlink()
    (data / "last-report.json").write_bytes(b"{")
    assert ask(data, "--lang", "en") == 0
    out, err = capsys.readouterr()
    assert "No post has counted answers yet" in out
    assert "--desk FILE" in err
    assert "The report of the last refresh cannot be read" in err
    assert not (data / "desk.sqlite").exists()


def test_nothing_to_call_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "empty"
    data.mkdir()
    write(data / "catalogue.sqlite", [])
    assert ask(data) == 1
    assert "le catalogue est vide" in capsys.readouterr().err
    assert ask(tmp_path / "none") == 1
    assert "il n'y a pas de catalogue ici" in capsys.readouterr().err


def test_a_catalogue_with_nothing_to_ask(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from catalog.model import Kind

    write(tmp_path / "catalogue.sqlite", [make(kind=Kind.ITINERARY)])
    for words in ([], ["--json"], ["--split", str(tmp_path / "out")]):
        assert ask(tmp_path, *words) == 1
        out, err = capsys.readouterr()
        assert "Rien à appeler\u00a0: chaque fiche" in err
        assert not out or json.loads(out)["tasks"] == []


def test_where_nothing_can_be_written(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert ask(data, "--split", str(tmp_path / "file")) == 2
    assert ask(data, "--csv", str(tmp_path / "none" / "x.csv")) == 3
    assert "Traceback" not in capsys.readouterr().err
