"""Write a catalogue from nothing into a file that nobody reads yet."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import suppress
from statistics import median
from typing import TYPE_CHECKING, Final, Self

import msgspec

from catalog.store import record
from catalog.store.faults import writing
from catalog.store.header import APPLICATION_ID, SCHEMA_VERSION
from catalog.store.meta import DEMONSTRATION, SourceSummary
from catalog.store.rows import Rows, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from catalog.model import Listing, ListingId

_BATCH: Final = 500


class CatalogueWriter:
    """A catalogue being built. The file counts as a catalogue only after `finish()`; leaving
    the context earlier just closes it, and whoever made it removes it.

    Every method raises Refused when the disk is full or the file cannot be written. There is
    no journal on disk: a build that dies is begun again, never repaired.
    """

    def __init__(self, path: Path) -> None:
        from catalog.store.schema import create  # sqlite-utils: 60 ms that readers never pay

        self.path = path
        with writing(path):
            self.connection = sqlite3.connect(path, cached_statements=256)
            self.connection.execute("PRAGMA journal_mode = MEMORY")
            self.connection.execute("PRAGMA synchronous = OFF")
            self.connection.execute("PRAGMA cache_size = -65536")
            create(self.connection)
        self._sources: dict[str, _SourceTally] = {}
        self._last = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self.connection.rollback()
        self.connection.close()

    def add(self, listing: Listing) -> int:
        """Store a listing and return its rowid.

        One whose id is already there is replaced and keeps its rowid; ask `get` first where
        it matters which one stays. Raises ValueError when a text cannot be stored as UTF-8.
        """
        rows = rows_of(listing)
        with writing(self.path):
            known = self.rowid(rows.id)
            if known is not None:
                self._remove(known)
        (rowid,) = self.add_rows([rows], [known])
        return rowid

    def add_rows(self, many: Sequence[Rows], at: Sequence[int | None] = ()) -> list[int]:
        """Store the rows of listings whose ids are not there yet; their rowids.

        `at`: the rowids to take, where one is wanted.
        """
        with writing(self.path):
            rowids = [wanted or 0 for wanted in at] or [0] * len(many)
            for place, rowid in enumerate(rowids):
                if not rowid:
                    self._last += 1
                    rowids[place] = self._last
            rows = list(zip(rowids, many, strict=True))
            insert = self.connection.executemany
            insert(
                "INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(rowid, *row.listing) for rowid, row in rows],
            )
            insert(
                "INSERT INTO place VALUES (?, ?, ?, ?, ?)",
                [
                    (rowid, north, north, east, east)
                    for rowid, row in rows
                    for north, east in (row.point,)
                ],
            )
            for table, column in (
                ("listing_kind", "kinds"),
                ("listing_concept", "concepts"),
                ("listing_reference", "references"),
            ):
                insert(
                    f"INSERT INTO {table} VALUES (?, ?)",  # noqa: S608 - a name of ours
                    [(value, rowid) for rowid, row in rows for value in getattr(row, column)],
                )
            insert(
                "INSERT INTO occurrence VALUES (?, ?, ?)",
                [(*days, rowid) for rowid, row in rows for days in row.occurrences],
            )
        for row in many:
            for name, licence, updated in row.sources:
                self._sources.setdefault(name, _SourceTally()).add(licence, updated)
        return rowids

    def refer(self, rowid: int, references: Iterable[str]) -> None:
        """Let a listing that is there be found under these too, until it is replaced."""
        with writing(self.path):
            self.connection.executemany(
                "INSERT OR IGNORE INTO listing_reference VALUES (?, ?)",
                [(reference, rowid) for reference in references],
            )

    def referred(self, rowid: int) -> tuple[str, ...]:
        """Everything that a listing is found under."""
        rows = self.connection.execute(
            "SELECT reference FROM listing_reference WHERE listing = ?", (rowid,)
        )
        return tuple(reference for (reference,) in rows)

    def withdraw(self, id: ListingId) -> int | None:
        """Take a listing out again and return the rowid that it had; None if it is not there."""
        with writing(self.path):
            rowid = self.rowid(id)
            if rowid is not None:
                self._remove(rowid)
        return rowid

    def at(self, rowid: int) -> Listing:
        """The listing of a rowid that `add` gave. Raises KeyError when it is gone."""
        row = self.connection.execute(
            "SELECT record FROM listing WHERE rowid = ?", (rowid,)
        ).fetchone()
        if row is None:
            raise KeyError(rowid)
        return record.decode(row[0])

    def add_terms(self, terms: Iterable[tuple[str, bytes]]) -> None:
        """Store sources' own terms with their labels (`record.encode_labels`); the first labels
        of a term stay."""
        with writing(self.path):
            self.connection.executemany("INSERT OR IGNORE INTO term VALUES (?, ?)", terms)

    def get(self, id: ListingId) -> Listing | None:
        """A listing already added under this id, or None."""
        row = self.connection.execute("SELECT record FROM listing WHERE id = ?", (id,)).fetchone()
        return None if row is None else record.decode(row[0])

    def listings(self) -> Iterator[tuple[int, Listing]]:
        """Everything added so far, by rowid; safe to write other tables while it runs."""
        last = 0
        query = "SELECT rowid, record FROM listing WHERE rowid > ? ORDER BY rowid LIMIT ?"
        while rows := self.connection.execute(query, (last, _BATCH)).fetchall():
            for rowid, body in rows:
                yield rowid, record.decode(body)
            last = rows[-1][0]

    def finish(self, *, version: str, built: datetime) -> None:
        """Add the sums and the marks that make the file a catalogue, and write it out whole."""
        with writing(self.path):
            self._insert_communes()
            self._insert_meta(version, built)
            self.connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self.connection.commit()
            self.connection.execute("ANALYZE")
            self.connection.commit()
            self.connection.execute("PRAGMA journal_mode = DELETE")
            self.connection.close()

    def rowid(self, id: str) -> int | None:
        """The rowid of a listing already added under this id, or None."""
        row = self.connection.execute("SELECT rowid FROM listing WHERE id = ?", (id,)).fetchone()
        return None if row is None else int(row[0])

    def _remove(self, rowid: int) -> None:
        (body,) = self.connection.execute(
            "SELECT record FROM listing WHERE rowid = ?", (rowid,)
        ).fetchone()
        for source in record.decode(body).sources:
            self._sources[source.name].remove(source.licence)
        for table in ("listing_kind", "listing_concept", "listing_reference", "occurrence"):
            self.connection.execute(f"DELETE FROM {table} WHERE listing = ?", (rowid,))  # noqa: S608 - a name of ours
        self.connection.execute("DELETE FROM place WHERE listing = ?", (rowid,))
        self.connection.execute("DELETE FROM listing WHERE rowid = ?", (rowid,))

    def _insert_communes(self) -> None:
        groups: dict[str, list[tuple[str, str | None, float, float]]] = {}
        for row in self.connection.execute(
            "SELECT commune, insee, latitude, longitude FROM listing WHERE commune IS NOT NULL"
        ):
            groups.setdefault(row[1] or row[0], []).append(row)
        self.connection.executemany(
            "INSERT INTO commune VALUES (?, ?, ?, ?, ?)",
            [
                (
                    Counter(name for name, *_ in rows).most_common(1)[0][0],
                    rows[0][1],
                    median(latitude for *_, latitude, _ in rows),
                    median(longitude for *_, longitude in rows),
                    len(rows),
                )
                for rows in groups.values()
            ],
        )

    def _insert_meta(self, version: str, built: datetime) -> None:
        kinds = dict(
            self.connection.execute("SELECT kind, count(*) FROM listing GROUP BY kind ORDER BY 1")
        )
        sources = [
            tally.summary(name) for name, tally in sorted(self._sources.items()) if tally.records
        ]
        facts = {
            "schema": SCHEMA_VERSION,
            "version": version,
            "built": built.isoformat(),
            "demonstration": any(source.name == DEMONSTRATION for source in sources),
            "listings": sum(kinds.values()),
            "by_kind": kinds,
            "sources": sources,
        }
        self.connection.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [(key, msgspec.json.encode(value).decode()) for key, value in facts.items()],
        )


class _SourceTally:
    """Running sums for one source, kept so that a build never reads its records twice."""

    def __init__(self) -> None:
        self.records = 0
        self._licences: Counter[str] = Counter()
        self._updated: date | None = None

    def add(self, licence: str | None, updated: date | None) -> None:
        self.records += 1
        if licence:
            self._licences[licence] += 1
        if updated and (self._updated is None or updated > self._updated):
            self._updated = updated

    def remove(self, licence: str | None) -> None:
        self.records -= 1
        if licence:
            self._licences[licence] -= 1

    def summary(self, name: str) -> SourceSummary:
        (licence, _), *_ = [*(+self._licences).most_common(1), (None, 0)]
        return SourceSummary(name, self.records, self._updated, licence)
