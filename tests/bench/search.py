"""Speed and quality of the search beside two obvious alternatives, in one run.

    scripts/bench                       generated catalogues of 500 and 5,000 listings
    scripts/bench --size 50000          of another size (repeatable)
    scripts/bench --catalog FILE        a real one

Milliseconds are per keystroke (every beginning of some names, the last word unfinished); those
of the processor are the search's alone, those that pass depend on what else runs. A question is
answered when a listing of the wanted name is first, or among the first five. The alternatives
look at names only, so questions by concept or commune are ours alone.
"""

from __future__ import annotations

import argparse
import gc
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from catalog import vocabulary
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import LANGUAGES, TermId
from catalog.search.engine import SearchEngine
from catalog.search.index import write_index
from catalog.search.normalise import tokens
from catalog.store.reader import Catalogue
from catalog.store.writer import CatalogueWriter
from tests.bench.errors import CLASSES
from tests.bench.generated import listings
from tests.bench.peers import prefix_alone, ratio_over_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OURS, RATIO, PREFIX = "this engine", "rapidfuzz WRatio", "FTS5 prefix"


@dataclass(frozen=True)
class Row:
    """What a question is made from."""

    id: str
    name: str
    commune: str
    concepts: frozenset[str]

    @property
    def key(self) -> str:
        return " ".join(tokens(self.name))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def build(path: Path, size: int) -> None:
    with CatalogueWriter(path) as writer:
        pairs = [(writer.add(each), each) for each in listings(size)]
        started = perf_counter()
        write_index(writer.connection, pairs)
        seconds = perf_counter() - started
        writer.finish(version="bench", built=datetime(2026, 1, 1, tzinfo=PARIS))
    say(
        f"  indexed in {seconds:.1f} s ({size / seconds:,.0f} listings a second), "
        f"{path.stat().st_size / 1e6:.0f} MB"
    )


def rows_of(catalogue: Catalogue) -> list[Row]:
    concepts: dict[int, set[str]] = {}
    for concept, listing in catalogue.rows("SELECT concept, listing FROM listing_concept"):
        concepts.setdefault(listing, set()).add(concept)
    return [
        Row(id, title, town or "", frozenset(concepts.get(doc, ())))
        for doc, id, title, town in catalogue.rows(
            "SELECT id, listing, title, town FROM search_doc ORDER BY id"
        )
    ]


def spread(times: Sequence[float]) -> str:
    """Where seconds lie, in milliseconds."""
    ordered = sorted(1000 * each for each in times)
    shares = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)]
    marks = [(name, ordered[int(len(ordered) * share)]) for name, share in shares]
    return "  ".join(f"{name} {value:6.2f}" for name, value in [*marks, ("max", ordered[-1])])


def speed(name: str, ask: Callable[[str], object], typed: Sequence[str], base: float) -> float:
    """Tell the milliseconds of one way to search, passed and of processor; the median of those
    of the processor."""
    passed, worked = [], []
    for text in typed:
        began, began_work = perf_counter(), thread_time()
        ask(text)
        worked.append(thread_time() - began_work)
        passed.append(perf_counter() - began)
    half = 1000 * median(worked)
    ratio = f"{half / base:6.1f} × ours" if base else ""
    say(f"  {name:18} CPU  {spread(worked)} ms{ratio}")
    say(f"  {'':18} wall {spread(passed)} ms")
    return half


@dataclass
class Tally:
    """How often the wanted name came first, and among the first five."""

    first: int = 0
    five: int = 0
    asked: int = 0

    def add(self, first: bool, five: bool) -> None:
        self.first += first
        self.five += five
        self.asked += 1

    def __str__(self) -> str:
        asked = max(1, self.asked)
        return f"{100 * self.first / asked:13.1f} /{100 * self.five / asked:6.1f}"


def quality(
    engine: SearchEngine, peers: dict[str, Callable[[str], list[int]]], rows: list[Row], each: int
) -> None:
    """Tell how many questions of each class of error every way answers."""
    random = Random(777)
    usable = [row for row in rows if len(row.key) >= 6]
    totals = {name: Tally() for name in (OURS, *peers)}
    say(f"\n  {'right first / in five, %':28}" + "".join(f"{name:>21}" for name in totals))
    for label, change in CLASSES.items():
        some = random.sample(usable, min(each, len(usable)))
        changed = [(change(row.name, random), row) for row in some]
        asked = [(text, row.key) for text, row in changed if label == "exact" or text != row.name]
        cells = {name: Tally() for name in totals}
        for name, total in totals.items():
            for text, key in asked:
                if name == OURS:
                    hits = engine.search(text, limit=5, prefix=label.startswith("still"))
                    found = [" ".join(tokens(hit.name)) for hit in hits]
                else:
                    found = [rows[at].key for at in peers[name](text)]
                for tally in (cells[name], total):
                    tally.add(found[:1] == [key], key in found)
        say(f"  {f'{label} ({len(asked)})':28}" + "".join(map(str, cells.values())))
    say(f"  {'all':28}" + "".join(map(str, totals.values())))
    _by_concept(engine, rows, 5 * each, random)


def _by_concept(engine: SearchEngine, rows: list[Row], count: int, random: Random) -> None:
    """For "Burg Bruniquel": a concept in any language, and a commune that has one."""
    known = vocabulary.concepts()
    by_id = {row.id: row for row in rows}
    some = [row for row in rows if row.commune and row.concepts & known.keys()]
    tally = Tally()
    for row in random.sample(some, min(count, len(some))):
        term = TermId(random.choice(sorted(row.concepts & known.keys())))
        lang = random.choice(LANGUAGES)
        hits = engine.search(f"{known[term].labels[lang]} {row.commune}", lang=lang, limit=5)
        found = [by_id[hit.id] for hit in hits]
        right = [one.commune == row.commune and term in one.concepts for one in found]
        tally.add(right[:1] == [True], any(right))
    say(f"  {f'concept, commune ({tally.asked})':28}{tally}")


def run(path: Path, each: int) -> None:
    with Catalogue.open(path) as catalogue:
        rows = rows_of(catalogue)
        names = [row.name for row in rows]
        started = perf_counter()
        engine = SearchEngine(catalogue)
        engine.warm()
        warmed = perf_counter()
        engine.search("chateu")
        first = perf_counter() - warmed
        say(
            f"  {len(rows):,} listings; warm in {1000 * (warmed - started):.1f} ms, "
            f"then a first answer in {1000 * first:.1f} ms"
        )
        random = Random(5)
        sample = random.sample(names, min(60, len(names)))
        typed = [name[:end] for name in sample for end in range(1, len(name) + 1)]
        some = random.sample(typed, min(len(typed), max(40, 1_000_000 // len(names))))
        here = Point(*catalogue.rows("SELECT latitude, longitude FROM search_doc LIMIT 1")[0])
        peers = {RATIO: ratio_over_all(names), PREFIX: prefix_alone(names)}
        gc.collect()
        gc.freeze()  # what this script holds is not the search's to go through
        base = speed(OURS, engine.search, typed, 0)
        speed("  from a place", lambda text: engine.search(text, origin=here), typed, base)
        speed(RATIO, peers[RATIO], some, base)
        speed(PREFIX, peers[PREFIX], typed, base)
        quality(engine, peers, rows, each)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, action="append", metavar="N")
    parser.add_argument("--catalog", type=Path, metavar="FILE")
    parser.add_argument("--queries", type=int, default=40, metavar="N", help="of each class")
    wanted = parser.parse_args()
    if wanted.catalog:
        say(f"{wanted.catalog}")
        run(wanted.catalog, wanted.queries)
    for size in wanted.size or ([] if wanted.catalog else [500, 5_000]):
        say(f"\n{size:,} generated listings")
        with TemporaryDirectory() as folder:
            path = Path(folder) / "catalogue.sqlite"
            build(path, size)
            run(path, wanted.queries)
    return 0


if __name__ == "__main__":
    sys.exit(main())
