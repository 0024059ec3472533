"""Is the catalogue just built fit to serve? Asked as the posts will ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.errors import CatalogueError, Refused
from catalog.geo import Point
from catalog.search.engine import SearchEngine
from catalog.search.normalise import tokens
from catalog.store.reader import Catalogue
from catalog.text import fold

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Listing
    from catalog.store.meta import Meta

_DECODED: Final = 200
_SEARCHED: Final = 40
_MAY_MISS: Final = 0.05
"""An odd name may hide behind others; a broken index finds none at all."""
_SAME_SPOT_KM: Final = 0.05
_LIMIT_MS: Final = 60_000


def verify(built: Path, expected: int) -> Meta:
    """Check a finished file: whole, complete, readable, found by name and by place.

    Raises Refused saying what failed.
    """
    try:
        with Catalogue.open(built, limit_ms=_LIMIT_MS) as catalogue:
            catalogue.check()
            _check_counts(catalogue, expected)
            sample = _sample(catalogue)
            _check_places(catalogue, sample)
            _check_names(catalogue, sample[:: max(1, len(sample) // _SEARCHED)])
            return catalogue.meta
    except CatalogueError as error:
        raise _unfit(error.message) from error


def _check_counts(catalogue: Catalogue, expected: int) -> None:
    for table in ("listing", "place", "search_doc"):
        (count,) = catalogue.rows(f"SELECT count(*) FROM {table}")[0]  # noqa: S608 - a name of ours
        if count != expected:
            raise _unfit(f"{table} holds {count} rows, {expected} listings were read")


def _sample(catalogue: Catalogue) -> list[Listing]:
    """Listings at even distances through the file; decoding them is part of the check."""
    step = max(1, catalogue.meta.listings // _DECODED)
    ids = catalogue.rows("SELECT id FROM listing WHERE rowid % ? = 0 OR rowid = 1", (step,))
    return catalogue.get_many(id for (id,) in ids)


def _check_places(catalogue: Catalogue, sample: list[Listing]) -> None:
    for listing in sample:
        found = catalogue.nearest(_point(listing), limit=1)
        if not found or found[0][1] > _SAME_SPOT_KM:
            raise _unfit(f"{listing.id} is not found at its own place")


def _check_names(catalogue: Catalogue, sample: list[Listing]) -> None:
    engine = SearchEngine(catalogue)
    missed = [listing.id for listing in sample if not _found(engine, listing)]
    if len(missed) > _MAY_MISS * len(sample):
        raise _unfit(f"{len(missed)} of {len(sample)} are not found by name, such as {missed[0]}")


def _found(engine: SearchEngine, listing: Listing) -> bool:
    """Whether its name leads to it, or to namesakes that stand before it."""
    name = listing.name.best("fr")
    if name is None:
        return False
    if not tokens(name.text):  # no word in it: nobody could ask for it
        return True
    hits = engine.search(name.text, prefix=False, origin=_point(listing))
    return any(hit.id == listing.id or fold(hit.name) == fold(name.text) for hit in hits)


def _point(listing: Listing) -> Point:
    return Point(listing.place.latitude, listing.place.longitude)


def _unfit(detail: str) -> Refused:
    return Refused(
        f"the new catalogue failed its checks ({detail}); nothing was changed",
        remedy="Run the same command again; if it fails again, keep the source file and report it.",
    )
