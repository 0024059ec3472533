"""One refresh at a time in one data folder."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from catalog.clock import PARIS
from catalog.errors import Refused
from catalog.store.faults import writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextmanager
def held(path: Path, *, waiting: Callable[[str, str], None] | None = None) -> Iterator[bool]:
    """Hold the lock file while the context lasts; True if another was waited for.

    When another holds it: raises Refused at once, naming the process and since when; or, with
    `waiting`, tells that the same two and waits for its end.

    The kernel lets go of it with the process, however that ends; the file itself stays, since
    removing it would let two refreshes hold two files of the same name.
    """
    with writing(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        waited = not _taken(handle)
        if waited:
            process, since = _owner(handle)
            if waiting is None:
                raise Refused(
                    "another refresh or rollback is at work in this folder "
                    f"(process {process}, since {since})",
                    where=str(path.parent),
                    remedy="Wait until it has ended, then run the same command again; or run it "
                    "with --wait.",
                )
            waiting(process, since)
            fcntl.flock(handle, fcntl.LOCK_EX)
        with writing(path):
            os.truncate(handle, 0)
            os.pwrite(handle, f"{os.getpid()}\n".encode("ascii"), 0)
        yield waited
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _owner(handle: int) -> tuple[str, str]:
    """The process that holds the lock, and when it wrote so."""
    process = os.pread(handle, 32, 0).decode("ascii", "replace").strip() or "?"
    since = datetime.fromtimestamp(os.fstat(handle).st_mtime, PARIS)
    return process, f"{since:%Y-%m-%d %H:%M}"
