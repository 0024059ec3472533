"""Whether a catalogue is a demonstration that another version of the program wrote."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from catalog.store.header import APPLICATION_ID, SCHEMA_VERSION, read_header

if TYPE_CHECKING:
    from pathlib import Path


def is_outdated_demonstration(path: Path) -> bool:
    """Whether the file holds nothing but the demonstration, in a shape that this program does not
    read: it can be made anew without a loss. Raises OSError."""
    header = read_header(path)
    if header is None or header.application_id != APPLICATION_ID:
        return False
    if header.user_version == SCHEMA_VERSION:
        return False
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as old:
            said = old.execute("SELECT value FROM meta WHERE key = 'demonstration'").fetchone()
    except sqlite3.Error:
        return False
    return said is not None and said[0] == "true"
