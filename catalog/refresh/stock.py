"""The catalogue in the making: listings stored, indexed, sighted and looked at together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.refresh.glance import decode
from catalog.refresh.prepare import Ready, ready
from catalog.store.faults import writing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from catalog.model import Listing, ListingId
    from catalog.refresh.glance import Glance
    from catalog.search.index import IndexWriter
    from catalog.store.writer import CatalogueWriter

_SEEN = (
    "CREATE TABLE temp.sight (listing INTEGER PRIMARY KEY, rank INTEGER NOT NULL,"
    " core TEXT NOT NULL, insee TEXT, everywhere INTEGER NOT NULL)",
    "CREATE TABLE temp.sight_key (key TEXT NOT NULL, listing INTEGER NOT NULL,"
    " PRIMARY KEY (key, listing)) WITHOUT ROWID",
    "CREATE TABLE temp.glance (listing INTEGER PRIMARY KEY, seen BLOB NOT NULL)",
)


class Stock:
    """All their tables, kept in step. `today`: the day as of which listings are looked at.
    Raises Refused when the disk is full."""

    def __init__(self, writer: CatalogueWriter, index: IndexWriter, today: date) -> None:
        self._writer = writer
        self._index = index
        self._today = today
        self.connection: sqlite3.Connection = writer.connection
        for statement in _SEEN:
            self.connection.execute(statement)

    def add(self, many: Sequence[tuple[Ready, int]]) -> None:
        """Store listings that are not there yet, each with the rank of its source."""
        rowids = self._writer.add_rows([each.rows for each, _ in many])
        together = list(zip(rowids, many, strict=True))
        with writing(self._writer.path):
            self._index.add([(rowid, each.searched) for rowid, (each, _) in together])
            self.connection.executemany(
                "INSERT INTO temp.sight VALUES (?, ?, ?, ?, ?)",
                [(rowid, rank, *each.sight[:3]) for rowid, (each, rank) in together],
            )
            self.connection.executemany(
                "INSERT OR IGNORE INTO temp.sight_key VALUES (?, ?)",
                [(key, rowid) for rowid, (each, _) in together for key in each.sight.keys],
            )
            self.connection.executemany(
                "INSERT INTO temp.glance VALUES (?, ?)",
                [(rowid, each.seen) for rowid, (each, _) in together],
            )
        self._writer.add_terms(term for each, _ in many for term in each.terms)

    def put(self, listing: Listing, formerly: Iterable[ListingId] = ()) -> None:
        """Store another state of a listing that is there, in its place. What it was found under
        stays, with the ids that its parts had `formerly`: the overlay and the desk know them."""
        fresh = ready(listing, self._index.preparer, self._today)
        with writing(self._writer.path):
            known = self._writer.rowid(listing.id)
            referred = () if known is None else self._writer.referred(known)
            rowid = self._writer.add(listing)
            self._writer.refer(rowid, (*referred, *formerly))
            self._index.remove(rowid)
            self._index.add([(rowid, fresh.searched)])
            self.connection.execute(
                "INSERT OR REPLACE INTO temp.glance VALUES (?, ?)", (rowid, fresh.seen)
            )

    def withdraw(self, id: ListingId) -> None:
        """Take a listing out, if it is there."""
        rowid = self._writer.withdraw(id)
        if rowid is None:
            return
        with writing(self._writer.path):
            self._index.remove(rowid)
            for table in ("sight", "sight_key", "glance"):
                self.connection.execute(f"DELETE FROM temp.{table} WHERE listing = ?", (rowid,))  # noqa: S608 - a name of ours

    def glances(self) -> Iterator[Glance]:
        """Every listing at a glance, in the order of the rowids."""
        for (seen,) in self.connection.execute("SELECT seen FROM temp.glance ORDER BY listing"):
            yield decode(seen)

    def at(self, rowid: int) -> Listing:
        """The listing of a rowid. Raises KeyError when it is gone."""
        return self._writer.at(rowid)

    def find(self, reference: str) -> list[Listing]:
        """The listings of this id, or that a source knows under it."""
        return [self.at(rowid) for rowid in self.rowids(reference)]

    def rowids(self, reference: str) -> list[int]:
        """The rowids of what `find` finds."""
        rows = self.connection.execute(
            "SELECT rowid FROM listing WHERE id = ?1 UNION"
            " SELECT listing FROM listing_reference WHERE reference = ?1",
            (reference,),
        ).fetchall()
        return [rowid for (rowid,) in rows]

    def updated(self, id: str) -> tuple[str | None] | None:
        """The day (ISO) on which a listing that is there was confirmed, in a tuple; None if it
        is not there."""
        row: tuple[str | None] | None = self.connection.execute(
            "SELECT updated FROM listing WHERE id = ?", (id,)
        ).fetchone()
        return row
