"""Speed of the advice: questions read and advised, and days planned, on the processor's clock.

scripts/bench advice                 a generated catalogue of 5,000 listings
scripts/bench advice --size 50000    of another size (repeatable)
scripts/bench advice --catalog FILE  a real one
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import thread_time
from typing import TYPE_CHECKING

from catalog.advice import Adviser
from catalog.advice.planning import plan
from catalog.clock import PARIS
from catalog.request import Request, read
from catalog.store.reader import Catalogue
from tests.bench.stock import generated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
QUESTIONS = (
    *("où se baigner avec des enfants", "restaurant ouvert dimanche soir", "marché demain matin"),
    *("que faire quand il pleut", "randonnée facile avec un chien", "castle with wheelchair"),
    *("museum tomorrow afternoon", "wc", "hôtel", "fête ce week-end", "Wo kann man baden"),
    *("ados gratuit sans voiture cet aprem", "balade en amoureux point de vue", "cascade"),
    *("a church near here", "something to do with kids", "où manger ce soir", "voie verte à vélo"),
)
ASKED = 200
PLANNED = 40


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def timed(name: str, runs: Sequence[Callable[[], object]]) -> None:
    """The median, the 95th hundredth and the longest of so many runs, in milliseconds."""
    spent = []
    for run in runs:
        started = thread_time()
        run()
        spent.append(1000 * (thread_time() - started))
    spent.sort()
    half, most = spent[len(spent) // 2], spent[int(len(spent) * 0.95)]
    say(f"  {name:<24} p50 {half:6.1f} ms   p95 {most:6.1f} ms   max {spent[-1]:6.1f} ms")


def measure(path: Path) -> None:
    with Catalogue.open(path) as catalogue:
        say(f"{catalogue.meta.listings:,} listings")
        adviser = Adviser(catalogue)
        random = Random(1)
        places = [commune.point for commune in catalogue.communes()[:200]]
        adviser.ask("wc", here=places[0], now=NOW)
        names = adviser.place_names()
        asked = [QUESTIONS[n % len(QUESTIONS)] for n in range(ASKED)]

        def ask(text: str) -> Callable[[], object]:
            here = random.choice(places)
            return lambda: adviser.ask(text, here=here, now=NOW)

        def day(number: int) -> Callable[[], object]:
            here = random.choice(places)
            party = ("kids",) if number % 2 else ()
            request = Request(when="tomorrow", duration="day", party=party)
            return lambda: plan(adviser, request, here=here, now=NOW)

        timed("read", [lambda text=text: read(text, names) for text in asked])  # type: ignore[misc]
        timed("read and advised", [ask(text) for text in asked])
        timed("a day planned", [day(number) for number in range(PLANNED)])


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/bench advice", description=__doc__)
    parser.add_argument("--size", type=int, action="append", help="listings to generate")
    parser.add_argument("--catalog", type=Path, help="a catalogue instead")
    options = parser.parse_args()
    if options.catalog is not None:
        measure(options.catalog)
        return
    for size in options.size or [5_000]:
        with TemporaryDirectory() as folder:
            measure(generated(size, Path(folder), print).catalogue)


if __name__ == "__main__":
    main()
