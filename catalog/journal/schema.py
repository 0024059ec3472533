"""The tables of desk.sqlite, as migrations.

Every column is an identifier, a code or a number, and a CHECK refuses anything else: a name, a
sentence or an e-mail address cannot be written even by mistake. The time is kept to the hour.
Records have random ids of their own, so that two posts' files merge by id, twice or once alike;
no id links two records of one visitor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES, Kind

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

VERSION: Final = 1
"""`PRAGMA user_version` of a desk this code can write to."""

APPLICATION_ID: Final = 0x4445534B
"""`PRAGMA application_id`: "DESK"."""

_LANGUAGES: Final = ", ".join(f"'{lang}'" for lang in LANGUAGES)
_KINDS: Final = ", ".join(f"'{kind}'" for kind in Kind)
_RECORD: Final = f"""
    id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    post TEXT NOT NULL CHECK (length(post) BETWEEN 1 AND 40 AND post NOT GLOB '*[^a-z0-9-]*'),
    day TEXT NOT NULL CHECK (day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    hour INTEGER NOT NULL CHECK (typeof(hour) = 'integer' AND hour BETWEEN 0 AND 23),
    lang TEXT CHECK (lang IN ({_LANGUAGES}))
"""  # lang NULL: not asked


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a desk up to `VERSION`; each step is applied once, in a transaction.

    sqlite-utils is imported here only: a post that is up to date never loads it.
    """
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    desk = Migrations("desk")

    @desk()
    def counts(db: Database) -> None:
        db.execute(
            f"CREATE TABLE visitor ({_RECORD},"
            " channel TEXT NOT NULL CHECK (channel IN ('kiosk', 'counter'))) WITHOUT ROWID"
        )
        db.execute(
            f"CREATE TABLE answer ({_RECORD},"
            f" kind TEXT NOT NULL CHECK (kind IN ({_KINDS})),"
            " listing TEXT NOT NULL"
            " CHECK (length(listing) BETWEEN 3 AND 120 AND listing GLOB '?*:?*'"
            " AND listing NOT GLOB '*[^-a-zA-Z0-9:._/]*'),"
            " outcome TEXT NOT NULL CHECK (outcome IN ('shown', 'taken', 'printed'))"
            ") WITHOUT ROWID"
        )
        db.execute("CREATE INDEX visitor_day ON visitor(day, post)")
        db.execute("CREATE INDEX answer_day ON answer(day, post)")

    desk.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
