"""Small listings and catalogues for tests, made in one line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from catalog.clock import PARIS
from catalog.model import Kind, Listing, ListingId, Localized, Place, Source, Text
from catalog.search.index import IndexWriter
from catalog.store.writer import CatalogueWriter

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from catalog.model import TermId
    from catalog.vocabulary import Concept

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=PARIS)
VERSION = "2026-11-21T083000Z"


def make(
    record: str = "1",
    name: str = "Château de Penne",
    *,
    source: str = "test",
    kind: Kind = Kind.ATTRACTION,
    latitude: float = 44.08,
    longitude: float = 1.73,
    updated: date | None = date(2026, 5, 1),
    **more: Any,
) -> Listing:
    """A listing of the source "test"; `more` are fields of Listing."""
    listing = Listing(
        id=ListingId(f"{source}:{record}"),
        kinds=(kind,),
        name=Localized((Text("fr", name),)),
        place=Place(latitude, longitude, commune="Penne", insee="81206"),
        sources=(Source(source, record, retrieved=date(2026, 11, 21), updated=updated),),
    )
    return replace(listing, **more)


def write(path: Path, listings: Iterable[Listing], *, version: str = VERSION) -> Path:
    """A finished catalogue file, without a search index."""
    with CatalogueWriter(path) as writer:
        for listing in listings:
            writer.add(listing)
        writer.finish(version=version, built=NOW)
    return path


def write_index(
    connection: sqlite3.Connection,
    listings: Iterable[tuple[int, Listing]],
    *,
    concepts: Mapping[TermId, Concept] | None = None,
) -> None:
    """Create the search tables and fill them from (rowid, listing) pairs."""
    index = IndexWriter(connection, concepts)
    for rowid, listing in listings:
        index.add([(rowid, index.preparer.row(listing))])
    index.finish()
