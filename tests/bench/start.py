"""From the command to the first screen, in a pseudo-terminal: seconds, and processor time.

    scripts/bench start                 the demonstration catalogue
    scripts/bench start --catalog FILE  another one
    scripts/bench start --times 10

The smallest of several runs is told: what a shared machine does beside only ever adds to it.
"""

from __future__ import annotations

import argparse
import os
import pty
import select
import signal
import sys
import tempfile
from pathlib import Path
from time import monotonic
from typing import Final

from catalog.store.folder import CATALOGUE_NAME

FIRST_SCREEN: Final = b"Nederlands"
"""A word of the first screen, in every language of the kiosk."""
PATIENCE_S: Final = 60.0


def main(arguments: list[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        prog="scripts/bench start",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--catalog", type=Path, metavar="FILE")
    parser.add_argument("--times", type=int, default=5, metavar="N")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        catalogue = wanted.catalog or _demonstration(Path(folder))
        runs = [_start(catalogue, Path(folder)) for _ in range(max(1, wanted.times))]
    seconds, busy = (min(column) for column in zip(*runs, strict=True))
    print(f"first screen after {seconds:.2f} s, of which {busy:.2f} s of processor time")
    return 0


def _demonstration(folder: Path) -> Path:
    from kiosk.cli import _build_demonstration

    _build_demonstration(folder)
    return folder / CATALOGUE_NAME


def _start(catalogue: Path, folder: Path) -> tuple[float, float]:
    """Seconds and processor seconds of one start."""
    began = monotonic()
    child, screen = pty.fork()
    if child == 0:
        size = {"COLUMNS": "120", "LINES": "40", "TERM": "xterm-256color"}
        words = ["-m", "kiosk", "--catalog", str(catalogue), "--data", str(folder)]
        os.execve(sys.executable, [sys.executable, *words], {**os.environ, **size})  # noqa: S606
    written = b""
    try:
        while FIRST_SCREEN not in written:
            if monotonic() - began > PATIENCE_S:
                raise SystemExit("the first screen did not come")
            if select.select([screen], [], [], 1.0)[0]:
                written += os.read(screen, 65536)
        return monotonic() - began, _busy(child)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(screen)


def _busy(process: int) -> float:
    """Processor seconds of a process until now (Linux: proc(5), fields utime and stime)."""
    facts = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(facts[11]) + int(facts[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
