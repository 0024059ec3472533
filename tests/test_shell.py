"""How the commands end, in processes of their own: streams closed, full or of another encoding."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalog.errors import Refused, WrongUse
from catalog.shell import ended
from tests.kiosk.app import stock

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
MANY = 400
"""Questions whose answers are more than a pipe holds (64 KiB on Linux)."""
NOW = "2026-07-23T10:40"
ASKED = {"catalog": ("search", "q"), "kiosk": ("ask", "text")}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shell")
    stock.build(folder / "catalogue.sqlite")
    return folder


def run(command: str, data: Path, *words: str, redirected: str = "", **environment: str) -> Done:
    """The command by a shell, as a script calls it."""
    verb, _ = ASKED[command]
    if command == "kiosk":
        words = ("--now", NOW, *words)
    line = f'"$0" -m {command} {verb} --data "$1" "${{@:2}}" {redirected}'
    return subprocess.run(
        ["/bin/bash", "-c", line, sys.executable, str(data), *words],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=60,
    )


Done = subprocess.CompletedProcess[bytes]
BOTH = pytest.mark.parametrize("command", sorted(ASKED))


@BOTH
def test_output_is_utf8_in_every_locale(command: str, data: Path) -> None:
    done = run(command, data, "--json", "château", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))


@BOTH
def test_a_reader_that_has_seen_enough(command: str, data: Path) -> None:
    key = ASKED[command][1]
    questions = "\n".join(json.dumps({"id": n, key: "château"}) for n in range(MANY))
    (data / "questions").write_text(questions)
    status = data / "status"
    done = run(
        command, data, "--batch",
        redirected=f"< {data}/questions | head -c 400; echo ${{PIPESTATUS[0]}} > {status}",
    )  # fmt: skip
    assert done.stderr == b""
    assert len(done.stdout) == 400
    assert status.read_text() == "0\n"


@BOTH
@pytest.mark.parametrize(
    ("words", "redirected", "status"),
    [
        (["--batch"], "<&-", 0),
        (["château"], ">&- 2>&- <&-", 0),
        (["château"], "> /dev/full", 1),
    ],
    ids=str,
)
def test_a_stream_that_is_closed_or_full(
    command: str, data: Path, words: list[str], redirected: str, status: int
) -> None:
    done = run(command, data, *words, redirected=redirected)
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr


@BOTH
def test_the_version_is_said(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", command, "--version"], capture_output=True, check=True, cwd=ROOT
    )
    assert done.stdout.decode().split()[0] == command
    assert len(done.stdout.split()) > 1


def interrupted() -> int:
    raise KeyboardInterrupt


def refused() -> int:
    raise Refused("no", where="here", remedy="go")


def misused() -> int:
    raise WrongUse("no")


@pytest.mark.parametrize(
    ("command", "status"),
    [(interrupted, 130), (refused, 3), (misused, 2), (lambda: 0, 0), (lambda: sys.exit("x"), 2)],
)
def test_the_status_of_each_ending(command: Callable[[], int], status: int) -> None:
    assert ended(command) == status


def test_an_error_is_said_by_who_knows_the_reader(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(refused, lambda error: error.where.upper()) == 3
    assert capsys.readouterr() == ("", "HERE\n")
