"""What changed between two catalogues: counted, and told field by field.

The two files are joined where they lie, one record of each in memory at a time: the size of a
catalogue does not matter.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from catalog.refresh.fields import differences
from catalog.refresh.report import Changed, Gone
from catalog.store import record
from catalog.store.faults import damaged, reading
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMED: Final = 20
"""Listings gone that the report names."""
TOLD: Final = 200
"""Listings changed whose fields the report tells."""
_LIMIT_MS: Final = 600_000

_COUNTS: Final = """
    SELECT
        coalesce(sum(old.id IS NULL), 0),
        coalesce(sum(old.digest <> new.digest), 0),
        coalesce(sum(old.digest = new.digest), 0)
    FROM main.listing AS new LEFT JOIN before.listing AS old ON old.id = new.id"""
_GONE: Final = """
    FROM before.listing AS old
    WHERE NOT EXISTS (SELECT 1 FROM main.listing AS new WHERE new.id = old.id)"""
_NEW: Final = """
    FROM main.listing AS new
    WHERE NOT EXISTS (SELECT 1 FROM before.listing AS old WHERE new.id = old.id)"""
_CHANGED: Final = """
    SELECT new.id, old.record, new.record
    FROM main.listing AS new CROSS JOIN before.listing AS old ON old.id = new.id
    WHERE old.digest <> new.digest ORDER BY new.id"""


@dataclass(frozen=True, slots=True)
class Changes:
    """Counts of listings by id and digest, and the first of those gone or changed, by id."""

    new: int
    changed: int
    unchanged: int
    gone: int
    gone_listings: tuple[Gone, ...] = ()
    changed_listings: tuple[Changed, ...] = ()

    @property
    def none(self) -> bool:
        """Whether both catalogues hold the same listings saying the same."""
        return not (self.new or self.changed or self.gone)


class Comparison:
    """Two open catalogues. Every question raises CatalogueDamaged when either breaks under it."""

    def __init__(self, connection: sqlite3.Connection, after: Path) -> None:
        """Use `comparing`."""
        self._connection = connection
        self._after = after

    def counts(self) -> Changes:
        """How many listings are new, changed, unchanged, gone."""
        new, changed, unchanged = self._connection.execute(_COUNTS).fetchone()
        (gone,) = self._connection.execute(f"SELECT count(*) {_GONE}").fetchone()
        return Changes(new, changed, unchanged, gone)

    def new(self) -> Iterator[tuple[str, str]]:
        """Id and name of the listings that only the later one has, by id."""
        yield from self._connection.execute(f"SELECT new.id, new.name {_NEW} ORDER BY 1")

    def gone(self) -> Iterator[tuple[str, str]]:
        """Id and name of the listings that only the earlier one has, by id."""
        yield from self._connection.execute(f"SELECT old.id, old.name {_GONE} ORDER BY 1")

    def changed(self) -> Iterator[Changed]:
        """The listings that say something else, by id, field by field."""
        for id, old, new in self._connection.execute(_CHANGED):
            try:
                before, after = record.decode(old), record.decode(new)
            except ValueError as error:
                raise damaged(self._after, f"record {id}: {error}") from error
            name = after.name.best("fr")
            told = clean_line(name.text) if name else ""
            yield Changed(id, told, differences(before, after))


@contextmanager
def comparing(before: Path, after: Path) -> Iterator[Comparison]:
    """Open two finished catalogues beside each other.

    Raises CatalogueDamaged, from the context too, when either cannot be read.
    """
    with reading(after, _LIMIT_MS), closing(_open(after)) as connection:
        connection.execute("ATTACH ? AS before", (_uri(before),))
        yield Comparison(connection, after)


def compare(built: Path, current: Path | None) -> Changes:
    """Compare a finished catalogue with the one in use; without one, everything is new.

    Raises CatalogueDamaged when either breaks under it.
    """
    if current is None:
        with reading(built, _LIMIT_MS), closing(_open(built)) as connection:
            (count,) = connection.execute("SELECT count(*) FROM listing").fetchone()
            return Changes(new=count, changed=0, unchanged=0, gone=0)
    with comparing(current, built) as both:
        counts = both.counts()
        return Changes(
            counts.new,
            counts.changed,
            counts.unchanged,
            counts.gone,
            tuple(Gone(*row) for row in islice(both.gone(), NAMED)),
            tuple(islice(both.changed(), TOLD)),
        )


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(_uri(path), uri=True)


def _uri(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"
