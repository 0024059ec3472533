"""Speed, quality, size and memory of the search beside its alternatives, in one run.

    scripts/bench                       the handwritten questions on the demonstration catalogue,
                                        then generated catalogues of 500 to 500,000 listings
    scripts/bench --size 50000          only these sizes (repeatable; 0: only the handwritten)
    scripts/bench --catalog FILE        a catalogue of yours instead; with --size N too: hidden
                                        among generated listings, which nobody asks for
    scripts/bench --half tuned --alone --misses     for whoever tunes the engine

Every way to search answers in a process of its own; milliseconds are those of its processor, or
that pass ("wall"). A keystroke is each beginning of questions of every class, in the order typed.
A question is answered when a listing that is right comes first, or among the first five; where
several are right (one name borne by many, any name that goes on from what is typed), each counts.
Half of the questions, chosen by a hash of their text, is held back from tuning. "~": only as many
as the time for a slow alternative allows, the same share of every class.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tests.bench import documents, stock, ways
from tests.bench.answering import AT_A_POST, OURS
from tests.bench.peers import PEERS
from tests.bench.queries import handwritten
from tests.bench.queries.drawn import draw
from tests.bench.queries.query import Known, Query
from tests.bench.tables import (
    INDEX_TARGET,
    at_least,
    at_most,
    quality,
    row,
    say,
    share,
    tally,
    target,
)
from tests.bench.ways import Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.stock import Stock

SIZES: Final = (500, 5_000, 50_000, 500_000)
TYPED: Final = 80
"""Questions typed letter by letter."""
RUNS: Final = 7
"""Fresh processes that open the catalogue."""


def keystrokes(queries: Sequence[Query]) -> list[Query]:
    """Every beginning of some questions."""
    some = Random(5).sample(queries, min(TYPED, len(queries)))
    return [
        Query(query.text[:end], "typed", frozenset(), query.lang, unfinished=True)
        for query in some
        for end in range(1, len(query.text) + 1)
    ]


@dataclass(frozen=True)
class Figures:
    """What one way to search came to. `cpu`, `wall`: milliseconds of each keystroke. `opened`:
    from file to first answer, of processor and passed. `memory`: MiB. `found`: for each
    question the places answered, None where the time was over."""

    cpu: list[float]
    wall: list[float]
    opened: tuple[float, float]
    memory: float
    found: list[list[int] | None]


def figures(
    name: str,
    where: Stock,
    known: Known,
    typed: Sequence[Query],
    queries: Sequence[Query],
    options: Options,
) -> Figures:
    """Ask one way everything; the alternatives in no order, as far as their time goes."""
    order = list(range(len(queries)))
    budget = float("inf")
    if name not in (OURS, AT_A_POST):
        typed = Random(6).sample(typed, len(typed))
        Random(7).shuffle(order)
        budget = options.budget
    with Way(name, where, options.libraries) as way:
        speed = way.ask(typed, budget)
        answers = way.ask([queries[at] for at in order], budget)
        memory, opened = way.memory, way.opened
    if name == OURS:
        opened = ways.opening(where, options.libraries, RUNS)
    found: list[list[int] | None] = [None] * len(queries)
    for at, places in zip(order, answers.found, strict=False):
        found[at] = [each if isinstance(each, int) else known.place_of[each] for each in places]
    return Figures(speed.cpu, speed.wall, opened, memory, found)


_PARTS: Final = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))


def measure(where: Stock, known: Known, queries: Sequence[Query], options: Options) -> None:
    """Ask every way everything, and tell."""
    typed = keystrokes(queries)
    every = {
        name: figures(name, where, known, typed, queries, options)
        for name in (OURS, AT_A_POST, *options.peers)
    }
    ours = every[OURS]
    counts = {name: tally(queries, each.found).percent for name, each in every.items()}
    sizes = stock.sizes(where)
    wanted = target(len(known.documents))
    say(
        f"\n  {len(known.documents):,} listings; text {sizes.text / 1e6:,.1f} MB, index "
        f"{sizes.index / 1e6:,.1f} MB, file {sizes.file / 1e6:,.1f} MB; {len(typed):,} keystrokes"
    )
    say(row("", [OURS, "target", AT_A_POST, *options.peers]))

    def line(label: str, values: Sequence[float], aim: str = "") -> None:
        cells = [f"{value:.1f}" if value >= 100 else f"{value:.2f}" for value in values]
        say(row(label, [cells[0], aim, *cells[1:]]))

    for mark, part in _PARTS:
        limit = {"p50": wanted.p50, "p95": wanted.p95}.get(mark)
        aim = at_most(share(ours.cpu, part), limit) if limit else ""
        line(f"keystroke {mark}, CPU ms", [share(each.cpu, part) for each in every.values()], aim)
    for mark, part in _PARTS:
        line(f"keystroke {mark}, wall ms", [share(each.wall, part) for each in every.values()])
    first, five = counts[OURS]
    cells = [f"{one:.1f}" for one, _ in counts.values()]
    say(row("right listing first, %", [cells[0], at_least(first, wanted.first), *cells[1:]]))
    cells = [f"{one:.1f}" for _, one in counts.values()]
    say(row("  among the first five, %", [cells[0], at_least(five, wanted.five), *cells[1:]]))
    aim = at_most(ours.opened[0], wanted.opened)
    line("file to first hit, CPU ms", [each.opened[0] for each in every.values()], aim)
    line("  wall ms", [each.opened[1] for each in every.values()])
    ratio = sizes.index / sizes.text
    say(row("index ÷ text", [f"{ratio:.2f}", at_most(ratio, INDEX_TARGET)]))
    line("memory of the process, MiB", [each.memory for each in every.values()])
    asked = [sum(places is not None for places in each.found) for each in every.values()]
    say(row("questions asked", [str(asked[0]), "", *map(str, asked[1:])]))
    quality(queries, {name: each.found for name, each in every.items()})
    ambiguous(known, queries, ours.found)
    if options.misses:
        tell_misses(known, queries, ours.found)
        told = {query for query, _ in _missed(queries, ours.found)}
        say("  and only at a post:")
        here = zip(queries, every[AT_A_POST].found, strict=True)
        others = [(query, places) for query, places in here if query not in told]
        tell_misses(known, [query for query, _ in others], [places for _, places in others])


def ambiguous(known: Known, queries: Sequence[Query], found: Sequence[list[int] | None]) -> None:
    """Tell how many of the questions missed could as well mean another name."""
    names = list(known.names())
    missed = [query for query, _ in _missed(queries, found) if query.name]
    count = 0
    for query in missed:
        text = documents.folded(query.text)
        own = {name for place in query.right for name in known.names_of(place)}
        nearest = max((OSA.normalized_similarity(text, name) for name in own), default=1.0)
        near = process.extract(
            text, names, scorer=OSA.normalized_similarity, score_cutoff=nearest, limit=len(own) + 1
        )
        count += any(name not in own for name, _, _ in near)
    say(
        f"\n  of {len(missed)} questions for a name not answered first, {count} are letter for "
        "letter as near to the name of another listing"
    )


def tell_misses(known: Known, queries: Sequence[Query], found: Sequence[list[int] | None]) -> None:
    """Every question not answered first, with what was found and what is right."""
    for query, places in _missed(queries, found):
        right = known.documents[min(query.right)].name if query.right else "?"
        at = next((at for at, place in enumerate(places, 1) if place in query.right), None)
        got = known.documents[places[0]].name if places else "nothing"
        rank = f"which is {at}." if at else "which is not among five"
        say(f"  [{query.group}] {query.text!r} ({query.lang}) → {got}; right: {right}, {rank}")


def _missed(
    queries: Sequence[Query], found: Sequence[list[int] | None]
) -> list[tuple[Query, list[int]]]:
    return [
        (query, places)
        for query, places in zip(queries, found, strict=True)
        if places is not None and not query.right & {*places[:1]}
    ]


@dataclass(frozen=True)
class Options:
    """What was asked of the benchmark."""

    sizes: tuple[int, ...]
    catalogue: Path | None
    each: int
    half: str
    peers: tuple[str, ...]
    libraries: Path
    keep: Path
    budget: float
    misses: bool

    def chosen(self, queries: Sequence[Query]) -> list[Query]:
        """The questions of the half asked for."""
        if self.half == "both":
            return list(queries)
        return [query for query in queries if query.held_back == (self.half == "held-back")]


def run(where: Stock, options: Options, by_hand: bool = False) -> None:
    """One catalogue: what the peers need is written, everything asked and told."""
    stock.prepare(where, [name for name in options.peers if name in PEERS], say)
    known = Known(documents.read(where.documents))
    if by_hand:
        queries = [each.query(known) for each in handwritten.read()]
    else:
        queries = draw(known, options.each)
    measure(where, known, options.chosen(queries), options)


def options() -> Options:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--size", type=int, action="append", metavar="N")
    add("--catalog", type=Path, metavar="FILE")
    add("--queries", type=int, default=60, metavar="N", help="of each class")
    add("--half", choices=("both", "tuned", "held-back"), default="both")
    add("--alone", action="store_true", help="without the alternatives")
    add("--misses", action="store_true", help="tell each question not answered first")
    add("--budget", type=float, default=30, metavar="S", help="of processor, each alternative")
    add("--peers", type=Path, metavar="DIR", help="where their libraries are, or go")
    add("--keep", type=Path, default=stock.DEFAULT, metavar="DIR", help="for built catalogues")
    asked = parser.parse_args()
    keep = asked.keep.resolve()
    libraries = asked.peers.resolve() if asked.peers else keep / "peers"
    return Options(
        sizes=tuple(asked.size or (() if asked.catalog else SIZES)),
        catalogue=asked.catalog.resolve() if asked.catalog else None,
        each=asked.queries,
        half=asked.half,
        peers=() if asked.alone else tuple(ways.install(libraries)),
        libraries=libraries,
        keep=keep,
        budget=asked.budget,
        misses=asked.misses,
    )


def main() -> int:
    wanted = options()
    if wanted.catalogue:
        say(f"{wanted.catalogue}")
        run(stock.real(wanted.catalogue, wanted.keep), wanted)
    else:
        say("The demonstration catalogue, asked by hand")
        run(stock.demonstration(wanted.keep), wanted, by_hand=True)
    for size in filter(None, wanted.sizes):
        if wanted.catalogue:
            say(f"\nThe same among {size:,} listings")
            run(stock.hidden(wanted.catalogue, size, wanted.keep, say), wanted)
        else:
            say(f"\n{size:,} generated listings")
            run(stock.generated(size, wanted.keep, say), wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
