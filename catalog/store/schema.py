"""The tables of `catalogue.sqlite`, as a named set of migrations.

A catalogue is always built from nothing, so every migration runs on every build; the set is
what tells a file of one schema version from the next. The search index adds its own tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

if TYPE_CHECKING:
    import sqlite3

CATALOGUE: Final = Migrations("catalogue")


@CATALOGUE()
def listings(db: Database) -> None:
    """One row a listing. The columns are for finding; `record` is the listing itself."""
    db.execute("""
        CREATE TABLE listing (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            commune TEXT,
            insee TEXT,
            latitude REAL NOT NULL,
            longitude REAL NOT NULL,
            updated TEXT,
            digest TEXT NOT NULL,
            record BLOB NOT NULL
        )""")


@CATALOGUE()
def filters(db: Database) -> None:
    """What a listing is, has or is for; and every name under which its sources know it."""
    for table, column in (
        ("listing_kind", "kind"),
        ("listing_concept", "concept"),
        ("listing_reference", "reference"),
    ):
        db.execute(f"""
            CREATE TABLE {table} (
                {column} TEXT NOT NULL,
                listing INTEGER NOT NULL,
                PRIMARY KEY ({column}, listing)
            ) WITHOUT ROWID""")


@CATALOGUE()
def occurrences(db: Database) -> None:
    """When dated listings take place: ISO days, or `--MM-DD` both for what returns yearly."""
    db.execute("""
        CREATE TABLE occurrence (
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL,
            listing INTEGER NOT NULL,
            PRIMARY KEY (first_day, last_day, listing)
        ) WITHOUT ROWID""")


@CATALOGUE()
def places(db: Database) -> None:
    """Where: an R-tree of the points (32-bit, rounded outwards), and the communes."""
    db.execute("CREATE VIRTUAL TABLE place USING rtree (listing, south, north, west, east)")
    db.execute("""
        CREATE TABLE commune (
            name TEXT NOT NULL,
            insee TEXT,
            latitude REAL NOT NULL,
            longitude REAL NOT NULL,
            listings INTEGER NOT NULL
        )""")


@CATALOGUE()
def words_of_sources(db: Database) -> None:
    """The labels that sources give to their own terms (`kb:Wifi`)."""
    db.execute("CREATE TABLE term (id TEXT PRIMARY KEY, labels BLOB NOT NULL) WITHOUT ROWID")


@CATALOGUE()
def meta(db: Database) -> None:
    """What the catalogue says of itself: version, date, counts, sources."""
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")


def create(connection: sqlite3.Connection) -> None:
    """Bring an empty database to the present schema."""
    CATALOGUE.apply(Database(connection))
