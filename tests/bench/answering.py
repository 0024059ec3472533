"""One way to search, in a process of its own, asked by JSON lines.

    python -m tests.bench.answering WAY CATALOGUE FOLDER FIRST_QUESTION

Says first what opening and answering the first question took, then answers each line: a list of
[text, language, unfinished]. All milliseconds are this process's own: of the processor, and
passed.
"""

from __future__ import annotations

import gc
import json
import sys
from importlib import import_module
from pathlib import Path
from resource import getpagesize
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Final

from catalog.geo import Point
from catalog.search.engine import SearchEngine
from catalog.store.reader import Catalogue
from tests.bench.peers import BEST, PEERS, Ask

if TYPE_CHECKING:
    from collections.abc import Sequence

OURS: Final = "this engine"
AT_A_POST: Final = "at a post"
"""This engine, knowing where it stands: distances are measured and the near comes first."""


def ours(path: Path, *, at_a_post: bool) -> Ask:
    """The engine of the house over a catalogue; the post stands at its first listing."""
    catalogue = Catalogue.open(path)
    engine = SearchEngine(catalogue)
    origin = None
    if at_a_post:
        origin = Point(*catalogue.rows("SELECT latitude, longitude FROM listing LIMIT 1")[0])

    def ask(text: str, lang: str, unfinished: bool) -> Sequence[str]:
        hits = engine.search(text, lang=lang, prefix=unfinished, limit=BEST, origin=origin)
        return [hit.id for hit in hits]

    return ask


def memory() -> float:
    """MiB of this process that are in memory, mapped files included."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize() / 2**20


def say(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main() -> int:
    way, catalogue, folder, first = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
    if way == "tantivy":
        import_module(way)  # before the clock, as everything else that is imported
    worked, passed = process_time(), perf_counter()
    if way in PEERS:
        ask = PEERS[way].open(folder / "documents.jsonl", folder)
    else:
        ask = ours(catalogue, at_a_post=way == AT_A_POST)
    ask(first, "fr", True)
    say(
        {
            "cpu": 1000 * (process_time() - worked),
            "wall": 1000 * (perf_counter() - passed),
            "memory": memory(),
        }
    )
    gc.freeze()  # as the kiosk does, and `catalog search --batch`
    for line in sys.stdin:
        found, cpu, wall = [], [], []
        for text, lang, unfinished in json.loads(line):
            worked, passed = process_time(), perf_counter()
            found.append(ask(text, lang, unfinished))
            cpu.append(1000 * (process_time() - worked))
            wall.append(1000 * (perf_counter() - passed))
        say({"found": found, "cpu": cpu, "wall": wall, "memory": memory()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
