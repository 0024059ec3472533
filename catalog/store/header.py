"""What marks a file as one of our catalogues, readable before SQLite is asked anything."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID: Final = 0x4B494F51
"""`PRAGMA application_id` of a finished catalogue ("KIOQ"); 0 while it is being built."""

SCHEMA_VERSION: Final = 5
"""`PRAGMA user_version`: the shape of the tables. A reader accepts exactly its own."""

_MAGIC: Final = b"SQLite format 3\0"
_LENGTH: Final = 100
_LARGEST_PAGE: Final = 65536


@dataclass(frozen=True, slots=True)
class Header:
    """The first 100 bytes of an SQLite file (https://www.sqlite.org/fileformat.html, 1.3).
    `size`: how many bytes the file must have."""

    application_id: int
    user_version: int
    size: int


def read_header(path: Path) -> Header | None:
    """The header of a file; None if it is not an SQLite file. Raises OSError."""
    with path.open("rb") as stream:
        head = stream.read(_LENGTH)
    if len(head) < _LENGTH or not head.startswith(_MAGIC):
        return None
    (page,) = struct.unpack_from(">H", head, 16)
    (pages,) = struct.unpack_from(">I", head, 28)
    (user_version,) = struct.unpack_from(">I", head, 60)
    (application_id,) = struct.unpack_from(">I", head, 68)
    return Header(application_id, user_version, pages * (_LARGEST_PAGE if page == 1 else page))
