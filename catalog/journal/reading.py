"""A desk read by another program than its post: by a report, or by an answer without a screen.

It is opened to be read only, whatever its version: nothing is made, migrated or counted, and a
desk on a protected disk or stick serves as well.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable
from catalog.journal import schema
from catalog.journal.desk import notice_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from catalog.journal.notices import Notice

WITH_NOTICES: Final = 2
"""The version of a desk that keeps notices, and questions without an answer."""
WITH_DEMAND: Final = 3
"""The version of a desk that counts what is asked of the adviser."""


def notices_at(path: Path, day: date) -> tuple[Notice, ...]:
    """What the staff says in the desk at `path` and is not over on a day, oldest first; ()
    where the post has no desk yet. Raises Unreadable for a file that is no desk."""
    if not path.is_file():
        return ()
    with closing(sqlite3.connect("", uri=True)) as beside, attached(beside, path) as version:
        if version < WITH_NOTICES:
            return ()
        rows = beside.execute(
            "SELECT id, listing, kind, since, until, initials, text FROM desk.notice"
            " WHERE until >= ? ORDER BY since, id",
            (day.isoformat(),),
        ).fetchall()
        try:
            return tuple(notice_of(*row) for row in rows)
        except (AttributeError, TypeError, ValueError) as error:
            raise _broken(path, error) from error


@contextmanager
def attached(connection: sqlite3.Connection, path: Path) -> Iterator[int]:
    """The desk at `path` as the schema "desk" of a connection opened with `uri`; its version.

    What the block did not commit is taken back. Raises Unreadable for a file that is no desk, is
    broken, or of a newer version, also where the block finds it so.
    """
    if not path.is_file():
        raise Unreadable(
            "there is no such file or folder", where=str(path), remedy="Check the path."
        )
    try:
        _attach(connection, path)
        try:
            yield _version(connection, path)
        finally:
            connection.rollback()
            connection.execute("DETACH desk")
    except sqlite3.Error as error:
        raise _broken(path, error) from error


def _attach(connection: sqlite3.Connection, path: Path) -> None:
    """Read-only. A desk that no post has open (none of its small files lies beside it) is read
    as a file that nobody changes, which makes no such files; so is one in a folder that does not
    take them, a protected stick."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    if path.with_name(f"{path.name}-wal").exists():
        try:
            connection.execute("ATTACH ? AS desk", (address,))
            connection.execute("SELECT 1 FROM desk.sqlite_master LIMIT 1").fetchone()
        except sqlite3.OperationalError:
            if "desk" in {name for _, name, _ in connection.execute("PRAGMA database_list")}:
                connection.execute("DETACH desk")
        else:
            return
    connection.execute("ATTACH ? AS desk", (f"{address}&immutable=1",))


def _version(connection: sqlite3.Connection, path: Path) -> int:
    mark, version = schema.stamps(connection, "desk")
    if mark != schema.APPLICATION_ID:
        raise Unreadable(
            "this file holds no counts of a post",
            where=str(path),
            remedy="Name the desk.sqlite of a post.",
        )
    if version > schema.VERSION:
        raise Unreadable(
            f"the counts are of a newer version ({version}, this program reads {schema.VERSION})",
            where=str(path),
            remedy="Update this program first.",
        )
    return int(version)


def _broken(path: Path, error: Exception) -> Unreadable:
    return Unreadable(
        f"the counts of the post cannot be read ({error})",
        where=str(path),
        remedy="Copy desk.sqlite again from the post, while its kiosk is closed.",
    )
