"""What the survey of a refresh costs for each listing, and whether its memory stays flat:
`python -m tests.bench.survey [--size N]… [--source FILE]…` (a flux, or any other source)."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from time import perf_counter
from tracemalloc import get_traced_memory, start, stop
from typing import TYPE_CHECKING

from catalog.refresh.survey import Survey
from catalog.sources.draft import Draft
from catalog.sources.formats import open_source
from tests.bench.generated import listings as generate
from tests.catalog.making import NOW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Listing


def main() -> None:
    """Print one line a size or source."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, action="append")
    parser.add_argument("--source", type=Path, action="append", default=[])
    options = parser.parse_args()
    for size in options.size or ([] if options.source else [5_000, 50_000]):
        _measure(f"{size:,} generated", list(generate(size)))
    for path in options.source:
        drafts = open_source(path).read(NOW.date())
        _measure(path.name, [draft.listing for draft in drafts if isinstance(draft, Draft)])


def _measure(name: str, listings: Sequence[Listing]) -> None:
    each = min(_seconds(listings) for _ in range(3)) / len(listings) * 1e6
    start()
    _survey(listings)
    _, peak = get_traced_memory()
    stop()
    print(f"{name}: {len(listings):,} listings, {each:.1f} µs each, peak {peak / 2**20:.1f} MiB")


def _seconds(listings: Sequence[Listing]) -> float:
    began = perf_counter()
    _survey(listings)
    return perf_counter() - began


def _survey(listings: Sequence[Listing]) -> None:
    survey = Survey()
    for listing in listings:
        survey.add(listing, NOW)
    survey.facts()


if __name__ == "__main__":
    main()
