"""One refresh at a time in one data folder."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from catalog.errors import Refused
from catalog.store.faults import writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock file while the context lasts. Raises Refused at once, naming the process,
    when another holds it.

    The kernel lets go of it with the process, however that ends; the file itself stays, since
    removing it would let two refreshes hold two files of the same name.
    """
    with writing(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            owner = os.read(handle, 32).decode("ascii", "replace").strip()
            raise Refused(
                "another refresh or rollback is at work in this folder"
                + (f" (process {owner})" if owner else ""),
                where=str(path.parent),
                remedy="Wait until it has ended, then run the same command again.",
            ) from None
        with writing(path):
            os.truncate(handle, 0)
            os.pwrite(handle, f"{os.getpid()}\n".encode("ascii"), 0)
        yield
    finally:
        os.close(handle)
