"""Which words have a form with letters left out: the forms are not stored, only their hashes.

The hash of a form chooses a bucket. A bucket holds first one byte more of each of its hashes, then
for each of them three bytes: what the form is of, and the number of a word. One form in a few that
are asked for meets another's entry: whoever asks compares the words anyhow.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

HEAD: Final = 0
"""Of the first letters of words: the number is that of the first word that begins so. Any other
kind is how many letters of the numbered word are a beginning, less `SHORTER`."""
SHORTER: Final = 2
_EACH: Final = 48
"""Entries of a bucket, on average: fewer take more room, more take longer to look through."""
_HASH_AT: Final = 24
"""Where the byte of a hash begins that stands in the bucket."""
_KIND_AT: Final = 21
_WIDTH: Final = 3
_WORDS: Final = 1 << _KIND_AT
"""Words that an entry can number; further ones are found as they are spelt."""
_REMEMBERED: Final = 128
"""Words whose entries are kept: as it is typed, one is looked up in two or three ways."""

TABLE: Final = "CREATE TABLE search_form (bucket INTEGER PRIMARY KEY, entries BLOB NOT NULL)"


def write_forms(connection: sqlite3.Connection, forms: Iterable[tuple[str, int, int]]) -> None:
    """Fill the table of forms: of each the form, its kind and the number of the word."""
    every = {
        (crc32(form.encode()), kind << _KIND_AT | number)
        for form, kind, number in forms
        if number < _WORDS
    }
    buckets = len(every) // _EACH + 1
    ordered = sorted([(hashed % buckets, hashed >> _HASH_AT, meant) for hashed, meant in every])
    filled = {
        bucket: _packed([(part, meant) for _, part, meant in entries])
        for bucket, entries in groupby(ordered, key=itemgetter(0))
    }
    filled.setdefault(buckets - 1, b"")  # the last tells how many there are
    connection.executemany("INSERT INTO search_form VALUES (?, ?)", filled.items())


def _packed(entries: list[tuple[int, int]]) -> bytes:
    hashes = bytes([part for part, _ in entries])
    return hashes + b"".join([meant.to_bytes(_WIDTH, "big") for _, meant in entries])


class Forms:
    """The forms of one open catalogue."""

    def __init__(self, rows: Callable[..., list[tuple[Any, ...]]]) -> None:
        self._rows = rows
        self._buckets = 0
        self.of = lru_cache(maxsize=_REMEMBERED)(self._of)

    def _of(self, forms: frozenset[str]) -> frozenset[tuple[int, int]]:
        """Kind and number of every entry with one of these forms, and of a few with others."""
        if not self._buckets:
            self._buckets = self._rows("SELECT max(bucket) FROM search_form")[0][0] + 1
        wanted: dict[int, list[int]] = {}
        for form in forms:
            hashed = crc32(form.encode())
            wanted.setdefault(hashed % self._buckets, []).append(hashed >> _HASH_AT)
        marks = ",".join("?" * len(wanted))
        found: set[tuple[int, int]] = set()
        for bucket, entries in self._rows(
            f"SELECT bucket, entries FROM search_form WHERE bucket IN ({marks})",  # noqa: S608 - marks only
            (*wanted,),
        ):
            size = len(entries) // (1 + _WIDTH)
            for part in wanted[bucket]:
                at = entries.find(part, 0, size)
                while at >= 0:
                    start = size + _WIDTH * at
                    meant = int.from_bytes(entries[start : start + _WIDTH], "big")
                    found.add((meant >> _KIND_AT, meant & _WORDS - 1))
                    at = entries.find(part, at + 1, size)
        return frozenset(found)
