"""Read a catalogue: never written, never locked, never a question without a time limit.

The file is opened `immutable`: nobody writes a published catalogue, it is only ever replaced
by another file. A reader that must follow asks `changed_on_disk()` and opens again.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from math import cos, radians
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Self

from catalog.clock import parse_moment
from catalog.errors import CatalogueForeign, CatalogueMissing
from catalog.geo import Point
from catalog.model import NOTHING, Kind, Listing, ListingId, Localized, TermId
from catalog.store import record
from catalog.store.faults import damaged, reading
from catalog.store.header import APPLICATION_ID, SCHEMA_VERSION, read_header
from catalog.store.meta import Commune, Meta, SourceSummary
from catalog.store.nearest import nearest

if TYPE_CHECKING:
    import os
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

_STEPS_BETWEEN_LOOKS: Final = 10_000
"""Virtual-machine steps between two looks at the time: about a third of a millisecond."""
_MANY: Final = 500
_Identity = tuple[int, int, int, int]
"""Device, inode, time and size: enough to tell one published file from the next."""


class Catalogue:
    """An open catalogue, for the thread that opened it.

    Every question may raise CatalogueDamaged, or CatalogueError when it takes longer than the
    limit; nothing of sqlite3 gets out.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, limit_ms: int, identity: _Identity
    ) -> None:
        """Use `open`."""
        self.path = path
        self._connection = connection
        self._limit_ms = limit_ms
        self._deadline = 0.0
        self._identity = identity
        connection.set_progress_handler(self._too_late, _STEPS_BETWEEN_LOOKS)
        self.meta = self._read_meta()

    @classmethod
    def open(cls, path: Path, *, limit_ms: int = 2000) -> Self:
        """Open the catalogue at `path`; `limit_ms` bounds each later question.

        Raises CatalogueMissing, CatalogueForeign (not ours, unfinished, or of another schema
        version) or CatalogueDamaged (cut short or broken).
        """
        identity = _check_header(path)  # before opening: a swap in between is then seen later
        with reading(path, limit_ms):
            connection = _connect(path)
        try:
            return cls(path, connection, limit_ms, identity)
        except BaseException:
            connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; closing twice is fine."""
        self._connection.close()

    def changed_on_disk(self) -> bool:
        """Whether `path` now holds another file than the one that is open."""
        try:
            return _identity(self.path.stat()) != self._identity
        except OSError:
            return True

    def check(self) -> None:
        """Read the whole file and raise CatalogueDamaged if SQLite finds it broken."""
        self._deadline = float("inf")
        with reading(self.path, self._limit_ms):
            verdict = self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if verdict != "ok":
            raise damaged(self.path, str(verdict))

    def get(self, id: ListingId) -> Listing | None:
        """The listing of this id, or None."""
        found = self.get_many((id,))
        return found[0] if found else None

    def get_many(self, ids: Iterable[ListingId]) -> list[Listing]:
        """The listings of these ids, in the order asked; unknown ids are passed over."""
        wanted = [id for id in ids if _storable(id)]
        records: dict[str, bytes] = {}
        for start in range(0, len(wanted), _MANY):
            part = wanted[start : start + _MANY]
            marks = ",".join("?" * len(part))
            records.update(
                self.rows(f"SELECT id, record FROM listing WHERE id IN ({marks})", part)  # noqa: S608 - marks only
            )
        return [self._decode(id, records[id]) for id in wanted if id in records]

    def find(self, reference: str) -> Listing | None:
        """The listing that somebody knows under this name: its id, the id or address of its
        record at a source, or its Wikidata address. The oldest one where several share it."""
        reference = reference.strip()
        if not _storable(reference):
            return None
        found = self.rows(
            "SELECT id, record FROM listing WHERE id = ?1 "
            "UNION ALL SELECT id, record FROM listing_reference "
            "JOIN listing ON listing.rowid = listing_reference.listing "
            "WHERE reference = ?1 LIMIT 1",
            (reference,),
        )
        return self._decode(*found[0]) if found else None

    def all(self) -> Iterator[Listing]:
        """Every listing, in the order in which the sources gave them."""
        last = 0
        query = "SELECT rowid, id, record FROM listing WHERE rowid > ? ORDER BY rowid LIMIT ?"
        while rows := self.rows(query, (last, _MANY)):
            for _, id, body in rows:
                yield self._decode(id, body)
            last = rows[-1][0]

    def nearest(
        self,
        origin: Point,
        *,
        kinds: Collection[Kind] = (),
        concepts: Collection[TermId] = (),
        limit: int = 20,
        within_km: float | None = None,
    ) -> list[tuple[ListingId, float]]:
        """Ids and kilometres, nearest first (id order where equal).

        `kinds`, `concepts`: any of these, and of both where both are given; () does not limit.
        Concepts are compared as stated: a caller who means "any museum" passes the narrower
        ones too.
        """
        return nearest(
            self.rows, origin, kinds=kinds, concepts=concepts, limit=limit, within_km=within_km
        )

    def happening(
        self,
        first: date,
        last: date,
        *,
        kinds: Collection[Kind] = (),
        concepts: Collection[TermId] = (),
        near: Point | None = None,
        limit: int = -1,
    ) -> list[ListingId]:
        """Ids of the dated listings with a period that touches these days, inclusive; the
        nearest to `near` first. `kinds`, `concepts`: as for `nearest`; `limit`: -1 for all.

        Candidates: weekdays and cancelled days are for `catalog.hours` to settle.
        """
        spans = [(first.isoformat(), last.isoformat()), *_yearly_spans(first, last)]
        touching = " OR ".join("(first_day <= ? AND last_day >= ?)" for _ in spans)
        which = f" AND kind IN ({','.join('?' * len(kinds))})" if kinds else ""
        if concepts:
            which += (
                " AND EXISTS (SELECT 1 FROM listing_concept AS held WHERE held.listing ="  # noqa: S608 - marks only
                f" listing.rowid AND held.concept IN ({','.join('?' * len(concepts))}))"
            )
        order, at = "rowid", tuple[float, ...]()
        if near is not None:
            order = "(latitude - ?) * (latitude - ?) + (longitude - ?) * (longitude - ?) * ?, id"
            at = (*(near.latitude,) * 2, *(near.longitude,) * 2, cos(radians(near.latitude)) ** 2)
        rows = self.rows(
            "SELECT id FROM listing WHERE rowid IN (SELECT listing FROM occurrence"  # noqa: S608 - marks only
            f" WHERE {touching}){which} ORDER BY {order} LIMIT ?",
            (*(day for low, high in spans for day in (high, low)), *kinds, *concepts, *at, limit),
        )
        return [row[0] for row in rows]

    def communes(self) -> tuple[Commune, ...]:
        """The communes that have listings, those with most of them first."""
        return tuple(
            Commune(name, insee, Point(latitude, longitude), listings)
            for name, insee, latitude, longitude, listings in self.rows(
                "SELECT name, insee, latitude, longitude, listings FROM commune "
                "ORDER BY listings DESC, name"
            )
        )

    def thesaurus(self, term: TermId) -> Localized:
        """The labels that a source gave for its own term; NOTHING where there are none."""
        found = self.rows("SELECT labels FROM term WHERE id = ?", (term,))
        return record.decode_labels(found[0][0]) if found else NOTHING

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of one SELECT, within the time limit."""
        self._deadline = monotonic() + self._limit_ms / 1000
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.DatabaseError:  # asked a dozen times a letter: a context is only made now
            with reading(self.path, self._limit_ms):
                raise

    def _too_late(self) -> int:
        return monotonic() > self._deadline

    def _decode(self, id: str, body: bytes) -> Listing:
        try:
            return record.decode(body)
        except ValueError as error:
            raise damaged(self.path, f"record {id}: {error}") from error

    def _read_meta(self) -> Meta:
        facts = dict(self.rows("SELECT key, value FROM meta"))
        try:
            values = {key: json.loads(value) for key, value in facts.items()}
            return Meta(
                version=values["version"],
                built=parse_moment(values["built"]),
                demonstration=values["demonstration"],
                listings=values["listings"],
                by_kind={Kind(kind): count for kind, count in values["by_kind"].items()},
                sources=tuple(_summary(**source) for source in values["sources"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise damaged(self.path, f"what it says of itself is unreadable: {error}") from error


def _connect(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, to a file whose header is right."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, cached_statements=256
    )
    for setting in ("query_only = ON", "trusted_schema = OFF", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _check_header(path: Path) -> _Identity:
    """Which file lies at `path`, once sure that it carries our marks and has all its pages."""
    try:
        state = path.stat()
        header = read_header(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise CatalogueMissing(
            "there is no catalogue here",
            where=str(path),
            remedy="Make one with `catalog refresh SOURCE…`.",
        ) from error
    except OSError as error:
        raise _foreign(path, error.strerror or str(error)) from error
    size = state.st_size
    if size == 0:
        raise _foreign(path, "the file is empty")
    if header is None:
        raise _foreign(path, "it is not an SQLite file")
    if header.application_id != APPLICATION_ID:
        raise _foreign(path, "it does not carry our mark")
    if header.user_version != SCHEMA_VERSION:
        raise _foreign(
            path, f"it is of version {header.user_version}, this program reads {SCHEMA_VERSION}"
        )
    if size < header.size:
        raise damaged(path, f"the file is cut short: {size} of {header.size} bytes")
    return _identity(state)


def _foreign(path: Path, detail: str) -> CatalogueForeign:
    return CatalogueForeign(
        f"this is not a catalogue that this program can read ({detail})",
        where=str(path),
        remedy="Choose another file with --catalog, or make one with `catalog refresh SOURCE…`.",
    )


def _identity(state: os.stat_result) -> _Identity:
    return state.st_dev, state.st_ino, state.st_mtime_ns, state.st_size


def _summary(name: str, records: int, updated: str | None, licence: str | None) -> SourceSummary:
    return SourceSummary(name, records, date.fromisoformat(updated) if updated else None, licence)


def _yearly_spans(first: date, last: date) -> list[tuple[str, str]]:
    """The days of a range as `--MM-DD`, split where it crosses New Year."""
    if (last - first).days >= 365:
        return [("--01-01", "--12-31")]
    low, high = f"--{first:%m-%d}", f"--{last:%m-%d}"
    return [(low, high)] if low <= high else [(low, "--12-31"), ("--01-01", high)]


def _storable(text: str) -> bool:
    """Whether SQLite can hold the text: lone surrogates are in no catalogue."""
    return not any("\ud800" <= char <= "\udfff" for char in text)
