"""What SQLite and the disk can say, as errors of the house."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from catalog.errors import CatalogueDamaged, CatalogueError, HouseError, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CALLER: Final = (sqlite3.ProgrammingError, sqlite3.InterfaceError)
"""A closed connection, another thread, a wrong count of parameters: our own mistakes, which
must stay visible."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a full disk and every other failure to write `path` into Refused."""
    try:
        yield
    except _CALLER:
        raise
    except sqlite3.DatabaseError as error:
        raise _not_written(path, str(error), full=_code(error) == sqlite3.SQLITE_FULL) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise _not_written(path, reason, full=error.errno in _NO_ROOM) from error


@contextmanager
def reading(path: Path, limit_ms: int) -> Iterator[None]:
    """Turn what SQLite says while a catalogue is read into a CatalogueError."""
    try:
        yield
    except _CALLER:
        raise
    except sqlite3.DatabaseError as error:
        if _code(error) == sqlite3.SQLITE_INTERRUPT:
            raise CatalogueError(
                f"the question took longer than {limit_ms} ms and was stopped",
                where=str(path),
                remedy="Ask for less; if every question is slow, the disk or the machine is.",
            ) from error
        raise damaged(path, str(error)) from error


def damaged(path: Path, detail: str) -> CatalogueDamaged:
    """The error for a catalogue that is ours but broken."""
    return CatalogueDamaged(
        f"the catalogue is damaged ({detail})",
        where=str(path),
        remedy="Go back with `catalog rollback`, or run `catalog refresh` again.",
    )


def _not_written(path: Path, reason: str, *, full: bool) -> HouseError:
    if full:
        return Refused(
            "there is no room left on the disk; nothing was changed",
            where=str(path.parent),
            remedy="Free some space (a refresh needs about three times the catalogue's size), "
            "then run the same command again.",
        )
    return Refused(
        f"the file cannot be written ({reason}); nothing was changed",
        where=str(path),
        remedy="Check the rights on the folder and the state of the disk.",
    )


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where Python raised the error itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
