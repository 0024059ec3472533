"""What a reader found, made ready to be stored: everything that needs no database is done here,
so that other processes can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.refresh import glance
from catalog.refresh.merge.sight import Sight, sight_of
from catalog.sources.draft import (
    Caution,
    Correction,
    Decision,
    Draft,
    Hiding,
    Rejection,
    Withdrawal,
)
from catalog.store import record
from catalog.store.rows import Rows, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.model import Listing
    from catalog.search.index import Preparer, Row
    from catalog.sources.formats import SourceReader


class Ready(NamedTuple):
    """A listing as the tables will hold it, with what its draft said beside it."""

    rows: Rows
    searched: Row
    sight: Sight
    seen: bytes
    """Its `Glance`, encoded."""
    terms: tuple[tuple[str, bytes], ...] = ()
    warnings: tuple[Caution, ...] = ()


class Held(NamedTuple):
    """A record that waits for a person: its id and name."""

    id: str
    name: str


Item = Ready | Held | Rejection | Withdrawal | Correction | Hiding | Decision


def ready(listing: Listing, preparer: Preparer, today: date) -> Ready:
    """A listing ready for the tables. Raises ValueError when a text cannot be stored."""
    return Ready(
        rows_of(listing),
        preparer.row(listing),
        sight_of(listing),
        glance.encode(glance.glance_of(listing, today)),
    )


def items(reader: SourceReader, retrieved: date, preparer: Preparer) -> Iterator[Item]:
    """Everything that a reader finds, in its order. Raises what `reader.read` raises."""
    for found in reader.read(retrieved):
        if not isinstance(found, Draft):
            yield found
        elif found.to_verify:
            name = found.listing.name.best("fr")
            yield Held(found.listing.id, name.text if name else "")
        else:
            try:
                yield ready(found.listing, preparer, retrieved)._replace(
                    terms=tuple((term, record.encode_labels(each)) for term, each in found.terms),
                    warnings=found.warnings,
                )
            except ValueError as error:
                yield Rejection(reader.name, found.listing.id, f"cannot be stored: {error}")
