"""The tables of desk.sqlite, as migrations.

Every column is an identifier, a code or a number, and a CHECK refuses anything else: a name, a
sentence or an e-mail address cannot be written even by mistake. The time is kept to the hour.
Two columns hold words: `unanswered.text`, scrubbed to small letters (`scrub`) and kept for thirty
days, and `notice.text`, which the staff writes for visitors to read; neither takes an address.
Records have random ids of their own, so that two posts' files merge by id, twice or once alike;
no id links two records of one visitor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES, Kind

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

VERSION: Final = 3
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


_LISTING: Final = (
    " listing TEXT NOT NULL"
    " CHECK (length(listing) BETWEEN 3 AND 120 AND listing GLOB '?*:?*'"
    " AND listing NOT GLOB '*[^-a-zA-Z0-9:._/]*')"
)
_DAY: Final = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"


def stamps(connection: sqlite3.Connection, within: str = "main") -> tuple[int, int]:
    """The application id and the version of the schema that a database file bears."""
    (application_id,) = connection.execute(f"PRAGMA {within}.application_id").fetchone()
    (version,) = connection.execute(f"PRAGMA {within}.user_version").fetchone()
    return application_id, version


def counts(db: Database) -> None:
    """What visitors were shown and took."""
    db.execute(
        f"CREATE TABLE visitor ({_RECORD},"
        " channel TEXT NOT NULL CHECK (channel IN ('kiosk', 'counter'))) WITHOUT ROWID"
    )
    db.execute(
        f"CREATE TABLE answer ({_RECORD},"
        f" kind TEXT NOT NULL CHECK (kind IN ({_KINDS})),"
        f"{_LISTING},"
        " outcome TEXT NOT NULL CHECK (outcome IN ('shown', 'taken', 'printed'))"
        ") WITHOUT ROWID"
    )
    db.execute("CREATE INDEX visitor_day ON visitor(day, post)")
    db.execute("CREATE INDEX answer_day ON answer(day, post)")


def notices_and_unanswered(db: Database) -> None:
    """The staff's notices, and the questions that found no answer."""
    db.execute(
        "CREATE TABLE notice ("
        "id TEXT PRIMARY KEY CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),"
        f"{_LISTING},"
        " kind TEXT NOT NULL CHECK (kind IN ('closed', 'cancelled', 'warning', 'favourite')),"
        f" since TEXT NOT NULL CHECK (since {_DAY}),"
        f" until TEXT NOT NULL CHECK (until {_DAY} AND until >= since),"
        " initials TEXT NOT NULL"
        " CHECK (length(initials) BETWEEN 2 AND 4 AND initials NOT GLOB '*[^A-Z]*'),"
        " text TEXT NOT NULL CHECK (length(text) <= 2000 AND json_valid(text)"
        " AND json_type(text) = 'object' AND text NOT GLOB '*@*')"
        ") WITHOUT ROWID"
    )
    db.execute(
        f"CREATE TABLE unanswered ({_RECORD},"
        " kinds TEXT NOT NULL CHECK (length(kinds) <= 120 AND kinds NOT GLOB '*[^a-z,]*'),"
        " themes TEXT NOT NULL"
        " CHECK (length(themes) <= 200 AND themes NOT GLOB '*[^a-z0-9_,-]*'),"
        " text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 160"
        " AND text NOT GLOB '*[A-Z@]*' AND text NOT GLOB '*[0-9][0-9][0-9]*'"
        " AND text NOT GLOB '*[0-9] [0-9]*')"
        ") WITHOUT ROWID"
    )


def demand(db: Database) -> None:
    """What was asked for, in codes."""
    db.execute(
        f"CREATE TABLE demand ({_RECORD},"
        " channel TEXT NOT NULL CHECK (channel IN ('kiosk', 'counter')),"
        " slots TEXT NOT NULL"
        " CHECK (length(slots) <= 200 AND slots NOT GLOB '*[^a-z0-9_,]*'),"
        " proposals INTEGER NOT NULL"
        " CHECK (typeof(proposals) = 'integer' AND proposals BETWEEN 0 AND 99)"
        ") WITHOUT ROWID"
    )
    db.execute("CREATE INDEX demand_day ON demand(day, post)")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a desk up to `VERSION`; each step is applied once, in a transaction.

    sqlite-utils is imported here only: a post that is up to date never loads it.
    """
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    desk = Migrations("desk")

    for step in (counts, notices_and_unanswered, demand):
        desk()(step)
    desk.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
