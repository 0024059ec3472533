"""What changed between the catalogue in use and the one just built."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.refresh.report import Gone
from catalog.store.faults import reading

if TYPE_CHECKING:
    from pathlib import Path

_NAMED: Final = 20
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


@dataclass(frozen=True, slots=True)
class Changes:
    """Counts of listings by id and digest, and the first of those gone."""

    new: int
    changed: int
    unchanged: int
    gone: int
    gone_listings: tuple[Gone, ...] = ()

    @property
    def none(self) -> bool:
        """Whether both catalogues hold the same listings saying the same."""
        return not (self.new or self.changed or self.gone)


def compare(built: Path, current: Path | None) -> Changes:
    """Compare a finished catalogue with the one in use; without one, everything is new.

    The two files are joined where they lie, so that the size of a catalogue does not matter.
    Raises CatalogueDamaged when either breaks under it.
    """
    with reading(built, _LIMIT_MS), closing(_open(built)) as connection:
        if current is None:
            (count,) = connection.execute("SELECT count(*) FROM listing").fetchone()
            return Changes(new=count, changed=0, unchanged=0, gone=0)
        connection.execute("ATTACH ? AS before", (_uri(current),))
        new, changed, unchanged = connection.execute(_COUNTS).fetchone()
        (gone,) = connection.execute(f"SELECT count(*) {_GONE}").fetchone()
        names = connection.execute(f"SELECT old.id, old.name {_GONE} ORDER BY 1 LIMIT {_NAMED}")
        return Changes(new, changed, unchanged, gone, tuple(Gone(*row) for row in names))


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(_uri(path), uri=True)


def _uri(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"
