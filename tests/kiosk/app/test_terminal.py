"""The real program in a real (pseudo) terminal: how it ends, and what it leaves on the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest

from tests.kiosk.app.test_hostile import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RUN = "import sys; from kiosk.cli import main; sys.exit(main(sys.argv[1:]))"
BREAK = f"""
import kiosk.screens.find as find
def broken(self): raise RuntimeError("a secret of the machine")
find.FindScreen.say = broken
{RUN}
"""
ENVIRONMENT = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_PRESS": "q"}
PATIENCE_S = 30.0
RESTORED = (b"\x1b[?1049l", b"\x1b[?1000l")
"""The main screen is back; mouse reports are off."""


class Screen:
    """One run of the kiosk; everything it wrote."""

    def __init__(self, program: str, arguments: list[str]) -> None:
        self.written = b""
        self._line, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdin=other,
            stdout=other,
            stderr=other,
            cwd=ROOT,
            env={**os.environ, **ENVIRONMENT},
            start_new_session=True,
        )
        os.close(other)

    def wait_for(self, met: Callable[[bytes], bool] | None) -> None:
        """Read until `met`, or with None until the program ends."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            if met is not None and met(self.written):
                return
            if select.select([self._line], [], [], 1.0)[0]:
                try:
                    self.written += os.read(self._line, 65536)
                except OSError:  # Linux's way to say that the other end is closed
                    return
        raise AssertionError(self.written[-2000:])

    def press(self, keys: bytes) -> None:
        os.write(self._line, keys)

    def end(self) -> int:
        """Everything up to the end, then the exit status."""
        self.wait_for(None)
        os.close(self._line)
        return self.process.wait(PATIENCE_S)


def started(program: str, catalogue: Path, folder: Path) -> Screen:
    config = folder / "kiosk.toml"
    config.write_text('[paths]\ndata = "."\n')
    screen = Screen(program, ["--catalog", str(catalogue), "--config", str(config)])
    screen.wait_for(lambda written: b"Nederlands" in written)
    return screen


def test_a_supervisor_ends_it_and_the_terminal_is_whole(catalogue: Path, tmp_path: Path) -> None:
    screen = started(RUN, catalogue, tmp_path)
    screen.press(b"\x11\x03\x1a")  # ctrl+q, ctrl+c, ctrl+z: nothing
    screen.press(b"2")
    screen.wait_for(lambda written: b"What are you looking for?" in written)
    screen.process.terminate()
    assert screen.end() == 0
    assert all(code in screen.written for code in RESTORED)
    assert b"\x1b]52" not in screen.written


def test_a_crash_leaves_calm_words_and_a_log(catalogue: Path, tmp_path: Path) -> None:
    screen = started(BREAK, catalogue, tmp_path)
    screen.press(b"2")
    assert screen.end() == 1
    last = screen.written.rpartition(RESTORED[0])[2]
    assert b"05 63 76 76 67" in last
    assert b"Traceback" not in screen.written
    assert b"secret" not in screen.written
    log = (tmp_path / "kiosk.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "secret" not in log  # a message may be made of what was typed
    assert all(code in screen.written for code in RESTORED)


@pytest.mark.parametrize("arguments", [["ask", "château"], ["check"]], ids=str)
def test_no_colours_and_no_screen_without_one(
    catalogue: Path, tmp_path: Path, arguments: list[str]
) -> None:
    screen = Screen(RUN, [*arguments, "--catalog", str(catalogue), "--data", str(tmp_path)])
    assert screen.end() in {0, 1}
    assert b"\x1b" not in screen.written
