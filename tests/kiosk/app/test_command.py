"""The command line: what is checked, refused and printed without a screen."""

from __future__ import annotations

import json
import socket
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from catalog.errors import WrongUse
from catalog.hours import school
from catalog.journal import Desk
from catalog.store.header import APPLICATION_ID, SCHEMA_VERSION
from catalog.store.outdated import is_outdated_demonstration
from kiosk import check, cli
from kiosk.check import Verdict
from kiosk.config import Config, PathsConfig, PrinterConfig
from kiosk.i18n import translator
from kiosk.post import Post
from kiosk.terminal import Colours, Terminal
from tests.kiosk.app import stock
from tests.kiosk.app.harness import NOW, setting

if TYPE_CHECKING:
    from pathlib import Path

GOOD = Terminal("foot", Colours.TRUE, 120, 40, interactive=True, utf8=True)


def verdicts(
    tmp_path: Path, catalogue: Path, terminal: Terminal = GOOD, printer: PrinterConfig | None = None
) -> dict[str, Verdict]:
    config = Config(paths=PathsConfig(data=tmp_path), printer=printer)
    points = check.check(config, catalogue, terminal, now=NOW, t=translator("en"))
    assert check.table(points, translator("en"))
    return {point.id: point.verdict for point in points}


def test_a_good_post_is_fit(tmp_path: Path, catalogue: Path) -> None:
    found = verdicts(tmp_path, catalogue)
    assert set(found.values()) <= {Verdict.GOOD, Verdict.POOR}
    assert found["catalogue"] is found["outbox"] is found["clock"] is Verdict.GOOD
    assert list(tmp_path.iterdir()) == []


def test_it_says_when_the_school_calendar_ends_soon(tmp_path: Path, catalogue: Path) -> None:
    assert verdicts(tmp_path, catalogue)["school"] is Verdict.GOOD
    last = school.known_until()
    later = NOW.replace(year=last.year, month=last.month, day=last.day) - timedelta(days=180)
    points = check.check(
        Config(paths=PathsConfig(data=tmp_path)), catalogue, GOOD, now=later, t=translator("en")
    )
    (point,) = [point for point in points if point.id == "school"]
    assert point.verdict is Verdict.POOR
    assert str(last.year) in point.found
    assert point.remedy


def test_a_missing_catalogue_is_not(tmp_path: Path) -> None:
    assert verdicts(tmp_path, tmp_path / "none.sqlite")["catalogue"] is Verdict.BAD


def test_a_small_screen_is_not(tmp_path: Path, catalogue: Path) -> None:
    assert verdicts(tmp_path, catalogue, replace(GOOD, columns=55))["size"] is Verdict.BAD


def test_a_printer_is_tried(tmp_path: Path, catalogue: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        printer = PrinterConfig(host="127.0.0.1", port=server.getsockname()[1], timeout_s=0.5)
        assert verdicts(tmp_path, catalogue, printer=printer)["printer"] is Verdict.GOOD
    assert verdicts(tmp_path, catalogue, printer=printer)["printer"] is Verdict.POOR


def test_an_outbox_that_cannot_be_written(tmp_path: Path, catalogue: Path) -> None:
    (tmp_path / "outbox").write_text("a file, not a folder")
    assert verdicts(tmp_path, catalogue)["outbox"] is Verdict.BAD


def test_check_as_json(tmp_path: Path, catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["check", "--json", "--catalog", str(catalogue), "--config", _toml(tmp_path)])
    document = json.loads(capsys.readouterr().out)
    assert code == (0 if document["fit"] else 1)
    assert {point["id"] for point in document["points"]} >= {"terminal", "catalogue", "printer"}


def test_the_screen_needs_a_terminal(
    tmp_path: Path, catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--catalog", str(catalogue), "--config", _toml(tmp_path)]) == 2
    assert "terminal" in capsys.readouterr().err


@pytest.mark.parametrize("elsewhere", ["stdin", "stdout", "stderr"])
def test_a_screen_is_not_drawn_into_a_file(elsewhere: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual draws on stderr, reads stdin, and our last words go to stdout."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}.isatty", lambda: True)
    assert cli._terminal("utf-8").interactive
    monkeypatch.setattr(f"sys.{elsewhere}.isatty", lambda: False)
    assert not cli._terminal("utf-8").interactive


@pytest.mark.parametrize(
    "arguments", [["counter", "--lang", "zz"], ["check", "--config", "nowhere.toml"]], ids=str
)
def test_wrong_use_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    assert "→" in capsys.readouterr().err


def test_the_first_start_builds_the_demonstration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trying = ["--demonstration", "--data", str(tmp_path / "new")]
    assert cli.main([*trying, "check", "--json"]) == 1  # a check only looks
    assert list(tmp_path.iterdir()) == []
    capsys.readouterr()
    assert cli.main([*trying, "ask", "--json", "un office de tourisme"]) == 0
    assert json.loads(capsys.readouterr().out)["proposals"]
    assert cli.main([*trying, "check", "--json"]) in {0, 1}
    points = {point["id"]: point for point in json.loads(capsys.readouterr().out)["points"]}
    assert points["catalogue"]["verdict"] == "poor"


@pytest.mark.parametrize("demonstration", [True, False])
def test_a_demonstration_of_another_version_is_made_anew_and_no_other_catalogue(
    tmp_path: Path, demonstration: bool
) -> None:
    path = tmp_path / "catalogue.sqlite"
    with closing(sqlite3.connect(path)) as old:
        old.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        old.execute("INSERT INTO meta VALUES ('demonstration', ?)", (json.dumps(demonstration),))
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
        old.commit()
    before = path.read_bytes()
    assert is_outdated_demonstration(path) == demonstration
    done = cli.main(["--demonstration", "--data", str(tmp_path), "ask", "un office de tourisme"])
    assert (done == 0) == demonstration
    assert (path.read_bytes() == before) != demonstration
    assert not is_outdated_demonstration(path)


@pytest.mark.parametrize("command", [["check"], ["ask", "un office"], []], ids=str)
def test_a_configured_post_never_gets_the_demonstration(
    tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Its own catalogue is gone: it says so, and no other comes in its place."""
    toml = _toml(tmp_path)
    assert cli.main(["--demonstration", "--config", toml, *command]) in {1, 2}
    assert [each.name for each in tmp_path.iterdir()] == ["kiosk.toml"]
    assert capsys.readouterr() != ("", "")


def test_a_desk_that_cannot_be_used_keeps_the_post_shut(tmp_path: Path, catalogue: Path) -> None:
    """It would count nothing and not know what the staff has closed."""
    path = tmp_path / "desk.sqlite"
    assert verdicts(tmp_path, catalogue)["desk"] is Verdict.GOOD
    assert not path.exists()
    Desk.open(path).close()
    assert verdicts(tmp_path, catalogue)["desk"] is Verdict.GOOD
    whole = path.read_bytes()
    for broken in (
        b"garbage" * 100,
        whole[:100] + b"\xff" * 4000 + whole[4100:],
        whole[: len(whole) // 2],
    ):
        path.write_bytes(broken)
        assert verdicts(tmp_path, catalogue)["desk"] is Verdict.BAD
        assert path.read_bytes() == broken
    path.write_bytes(b"")
    assert verdicts(tmp_path, catalogue)["desk"] is Verdict.GOOD
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    assert verdicts(tmp_path, catalogue)["desk"] is Verdict.BAD


def test_a_check_changes_nothing(tmp_path: Path, catalogue: Path) -> None:
    data = tmp_path / "not" / "yet"
    assert verdicts(data, catalogue)["outbox"] is Verdict.GOOD
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("")
    found = verdicts(tmp_path / "file" / "data", catalogue)
    assert found["outbox"] is found["desk"] is Verdict.BAD


def test_a_question_without_a_screen(
    tmp_path: Path, catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shared = ["--catalog", str(catalogue), "--config", _toml(tmp_path), "--now", "2026-07-23T10:40"]
    assert cli.main(["ask", *shared, "château"]) == 0
    assert "Château de Penne" in capsys.readouterr().out
    assert cli.main(["ask", *shared]) == 2


def test_distances_start_at_a_name_or_at_degrees(tmp_path: Path) -> None:
    post = Post(setting(stock.build(tmp_path / "catalogue.sqlite")), clock=lambda: NOW)
    assert cli._origin("Penne", post) == post.setting.origin  # no catalogue: the screen says so
    assert cli._origin("44.5, 2.25", post).latitude == 44.5
    post.open()
    assert cli._origin("44.5, 2.25", post).latitude == 44.5
    assert cli._origin("Penne", post).longitude == pytest.approx(1.7316)
    for wrong in ("Nowhere", "99,2", "44,x"):
        with pytest.raises(WrongUse, match="no place"):
            cli._origin(wrong, post)
    post.close()


def _toml(folder: Path) -> str:
    path = folder / "kiosk.toml"
    path.write_text('[paths]\ndata = "."\n')
    return str(path)
