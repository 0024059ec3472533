"""Every way to search, run in a process of its own and asked the same questions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final, Self

from tests.bench.answering import OURS
from tests.bench.peers import NODE_PEERS, PEERS
from tests.bench.stock import ROOT, Stock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.queries.query import Query

AT_ONCE: Final = 50
"""Questions a line: enough that waiting for the next line costs nothing."""
FIRST_QUESTION: Final = "chatau de brunikel"
TANTIVY: Final = "tantivy==0.27.0"
NODE: Final = ("minisearch@7.2.0", "flexsearch@0.8.212")


def install(folder: Path) -> list[str]:
    """The peers that can be had here, their libraries installed in a folder where they are not;
    a line on stderr for each that cannot."""
    found = [name for name in PEERS if name != "tantivy"]
    python = folder / "python"
    if not (python / "tantivy").is_dir():
        base = getattr(sys, "_base_executable", sys.executable)
        pip = [base, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        _run([*pip, "--only-binary", ":all:", "--no-deps", "--target", str(python), TANTIVY])
    if (python / "tantivy").is_dir():
        sys.path.append(str(python))
        found.append("tantivy")
    else:
        _skipped("tantivy", f"{TANTIVY} could not be installed")
    if shutil.which("node") is None:
        _skipped("minisearch, flexsearch", "there is no Node")
        return found
    missing = [name for name in NODE_PEERS if not (folder / "node_modules" / name).is_dir()]
    if missing and shutil.which("npm"):
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund"]
        _run([*npm, "--prefix", str(folder), *NODE])
    for name in NODE_PEERS:
        if (folder / "node_modules" / name).is_dir():
            found.append(name)
        else:
            _skipped(name, "the npm package could not be installed")
    return found


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _skipped(name: str, why: str) -> None:
    print(f"  {name}: left out, {why}", file=sys.stderr, flush=True)


@dataclass
class Answers:
    """What came back for a number of questions, in their order; milliseconds of processor and
    passed for each. Fewer than asked where the time for it was over."""

    found: list[list[int | str]] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)


class Way:
    """A process that answers. `opened`: milliseconds (processor, passed) from a file to a first
    answer. `memory`: MiB, as of the last answer."""

    def __init__(self, name: str, stock: Stock, libraries: Path) -> None:
        self.name = name
        if name in NODE_PEERS:
            script = Path(__file__).with_name("peers.mjs")
            command = ["node", "--max-old-space-size=8192", str(script), name]
            command += [str(stock.documents), str(libraries)]
        else:
            command = [sys.executable, "-m", "tests.bench.answering", name]
            command += [str(stock.catalogue), str(stock.folder)]
        paths = os.pathsep.join((str(ROOT), str(libraries / "python")))
        self._process = subprocess.Popen(
            [*command, FIRST_QUESTION],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": paths},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        first = self._read()
        self.opened = first["cpu"], first["wall"]
        self.memory: float = first["memory"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def ask(self, queries: Sequence[Query], budget: float = float("inf")) -> Answers:
        """Answers to as many questions as take `budget` seconds of processor, in order."""
        every = Answers()
        at_once = AT_ONCE if budget == float("inf") else 5
        for start in range(0, len(queries), at_once):
            some = [(q.text, q.lang, q.unfinished) for q in queries[start : start + at_once]]
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps(some) + "\n")
            self._process.stdin.flush()
            answer = self._read()
            every.found += answer["found"]
            every.cpu += answer["cpu"]
            every.wall += answer["wall"]
            self.memory = answer["memory"]
            if sum(every.cpu) > 1000 * budget:
                break
        return every

    def _read(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended with status {self._process.wait()}")
        return json.loads(line)


def opening(stock: Stock, libraries: Path, runs: int) -> tuple[float, float]:
    """Milliseconds from the catalogue's file to a first corrected answer of this engine, in a
    fresh process each time, imports not counted: (processor, passed), the median of the runs."""
    times = []
    for _ in range(runs):
        with Way(OURS, stock, libraries) as way:
            times.append(way.opened)
    return median(cpu for cpu, _ in times), median(wall for _, wall in times)
