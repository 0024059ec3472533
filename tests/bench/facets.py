"""Speed of the search under each facet beside the same letters without it, at a post.

scripts/bench facets                 generated catalogues of 5,000 and 50,000 listings
scripts/bench facets --size 500000   of another size (repeatable)
scripts/bench facets --catalog FILE  a real one

Asked are the beginnings of questions whose answer the facet lets through: what is not there takes
longer, with a facet as without. Each letter is asked both ways, one after the other in turn, of two
engines in one process; milliseconds are those of the processor.
"""

from __future__ import annotations

import argparse
import gc
import sys
from datetime import date, datetime
from pathlib import Path
from random import Random
from time import process_time
from typing import TYPE_CHECKING, Final

from catalog.clock import PARIS
from catalog.geo import Point, distance_km
from catalog.model import Kind, ListingId
from catalog.search.engine import NO_FILTERS, Filters, SearchEngine
from catalog.store.reader import Catalogue
from tests.bench import documents, stock
from tests.bench.peers import BEST
from tests.bench.queries.drawn import draw
from tests.bench.queries.query import Known
from tests.bench.tables import row, say, share

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from catalog.model import Listing
    from tests.bench.queries.query import Query
    from tests.bench.stock import Stock

SIZES: Final = (5_000, 50_000)
TYPED: Final = 80
"""Questions typed letter by letter under each facet."""
EACH: Final = 60
"""Questions of each class from which they are drawn."""
FACETS: Final = {
    "food": Filters(kinds=frozenset({Kind.FOOD})),
    "within 20 km": Filters(within_km=20.0),
    "open on 4 July": Filters(open_at=date(2026, 7, 4)),
    "open on 4 July at 15:00": Filters(open_at=datetime(2026, 7, 4, 15, tzinfo=PARIS)),
}
_HEADINGS: Final = (
    *("questions", "p50 without", "p50 with", "ratio"),
    *("p95 without", "p95 with", "ratio", "first %", "in five %"),
)


class Post:
    """A catalogue at its first listing, with one engine for each of the two ways to ask."""

    def __init__(self, path: Path, known: Known) -> None:
        self.catalogue = Catalogue.open(path, limit_ms=60_000)
        ((latitude, longitude),) = self.catalogue.rows(
            "SELECT latitude, longitude FROM listing LIMIT 1"
        )
        self.here = Point(latitude, longitude)
        self._known = known
        self._engine = SearchEngine(self.catalogue)
        self._engine.warm()

    def answered(self, queries: Sequence[Query], facet: Filters) -> list[Query]:
        """The questions of which a right listing may be shown."""
        right = {place for query in queries for place in query.right}
        ids = {at: ListingId(self._known.documents[at].id) for at in right}
        listings = {each.id: each for each in self.catalogue.get_many(ids.values())}
        shown = {at for at, id in ids.items() if _shows(facet, listings.get(id), self.here)}
        return [query for query in queries if shown & query.right]

    def ask(self, engine: SearchEngine, query: Query, text: str, facet: Filters) -> list[str]:
        """The ids found for what is typed so far."""
        typed = len(text) < len(query.text) or query.unfinished
        hits = engine.search(
            text, lang=query.lang, prefix=typed, limit=BEST, filters=facet, origin=self.here
        )
        return [hit.id for hit in hits]

    def timed(self, queries: Sequence[Query], facet: Filters) -> tuple[list[float], list[float]]:
        """Milliseconds of each letter without and with a facet."""
        ways = [(SearchEngine(self.catalogue), NO_FILTERS), (SearchEngine(self.catalogue), facet)]
        spent: tuple[list[float], list[float]] = ([], [])
        letters = ((q, q.text[:end]) for q in queries for end in range(1, len(q.text) + 1))
        for number, (query, text) in enumerate(letters):
            for way in (0, 1) if number % 2 else (1, 0):
                engine, filters = ways[way]
                began = process_time()
                self.ask(engine, query, text, filters)
                spent[way].append(1000 * (process_time() - began))
        return spent

    def right(self, queries: Sequence[Query], facet: Filters) -> tuple[float, float]:
        """Percent of the questions answered first, and among the first five."""
        found = [
            [self._known.place_of[id] in query.right for id in answer]
            for query in queries
            for answer in [self.ask(self._engine, query, query.text, facet)]
        ]
        first = sum(any(answer[:1]) for answer in found)
        return 100 * first / len(found), 100 * sum(map(any, found)) / len(found)


def _shows(facet: Filters, listing: Listing | None, here: Point) -> bool:
    """The facet, said slowly."""
    if listing is None or (facet.kinds and facet.kinds.isdisjoint(listing.kinds)):
        return False
    there = Point(listing.place.latitude, listing.place.longitude)
    if facet.within_km is not None and distance_km(here, there) > facet.within_km:
        return False
    return facet.opened(listing)


def measure(where: Stock) -> None:
    """Every facet on one catalogue, a line each."""
    stock.prepare(where, [], say)
    known = Known(documents.read(where.documents))
    post, queries = Post(where.catalogue, known), draw(known, EACH)
    say(row("", _HEADINGS))
    gc.collect()
    gc.freeze()
    for name, facet in FACETS.items():
        answered = post.answered(queries, facet)
        if not answered:
            say(row(name, ["none"]))
            continue
        typed = Random(5).sample(answered, min(TYPED, len(answered)))
        say(row(name, _cells(*post.timed(typed, facet), *post.right(answered, facet), answered)))


def _cells(
    without: Sequence[float],
    under: Sequence[float],
    first: float,
    five: float,
    asked: Collection[Query],
) -> list[str]:
    cells = [str(len(asked))]
    for part in (0.5, 0.95):
        one, other = share(without, part), share(under, part)
        cells += [f"{one:.2f}", f"{other:.2f}", f"{other / one:.2f}"]
    return [*cells, f"{first:.1f}", f"{five:.1f}"]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, action="append", metavar="N")
    parser.add_argument("--catalog", type=Path, metavar="FILE")
    parser.add_argument("--keep", type=Path, default=stock.DEFAULT, metavar="DIR")
    asked = parser.parse_args()
    keep = asked.keep.resolve()
    if asked.catalog:
        say(f"{asked.catalog}")
        measure(stock.real(asked.catalog.resolve(), keep))
    for size in asked.size or (() if asked.catalog else SIZES):
        say(f"\n{size:,} generated listings")
        measure(stock.generated(size, keep, say))
    return 0


if __name__ == "__main__":
    sys.exit(main())
