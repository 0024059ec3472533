"""What marks a file as one of our catalogues, without opening a table."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x4B494F51
"""`PRAGMA application_id` of a finished catalogue ("KIOQ"); 0 while it is being built."""

SCHEMA_VERSION: Final = 1
"""`PRAGMA user_version`: the shape of the tables. A reader accepts exactly its own."""
