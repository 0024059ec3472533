"""Which words have a form with letters left out: the forms are not stored, only their hashes.

An entry is 32 bits: eight of the form's hash, what the form is of, and the number of a word. The
other bits of the hash choose the bucket. One entry in some hundred found is another form's: whoever
asks compares the words anyhow.
"""

from __future__ import annotations

from array import array
from itertools import groupby
from sys import byteorder
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable

HEAD: Final = 0
"""Of the first letters of words: the number is that of the first word that begins so. Any other
kind is how many letters of the numbered word are a beginning, less `SHORTER`."""
SHORTER: Final = 2
_EACH: Final = 32
"""Entries of a bucket: fewer take more room, more take longer to look through."""
_KIND_AT: Final = 21
_HASH_AT: Final = 24
_WORDS: Final = 1 << _KIND_AT
"""Words that an entry can number; further ones are found as they are spelt."""

TABLE: Final = "CREATE TABLE search_form (bucket INTEGER PRIMARY KEY, entries BLOB NOT NULL)"


def write_forms(connection: sqlite3.Connection, forms: Iterable[tuple[str, int, int]]) -> None:
    """Fill the table of forms: of each the form, its kind and the number of the word."""
    every = [(crc32(form.encode()), kind, number) for form, kind, number in forms]
    buckets = len(every) // _EACH + 1
    ordered = sorted(
        {
            hashed % buckets << 32 | hashed >> _HASH_AT << _HASH_AT | kind << _KIND_AT | number
            for hashed, kind, number in every
            if number < _WORDS
        }
    )
    filled = {
        bucket: _packed(entry & 0xFFFFFFFF for entry in entries)
        for bucket, entries in groupby(ordered, key=lambda entry: entry >> 32)
    }
    filled.setdefault(buckets - 1, b"")  # the last tells how many there are
    connection.executemany("INSERT INTO search_form VALUES (?, ?)", filled.items())


class Forms:
    """The forms of one open catalogue."""

    def __init__(self, rows: Callable[..., list[tuple[Any, ...]]]) -> None:
        self._rows = rows
        self._buckets = 0

    def of(self, forms: Collection[str]) -> set[tuple[int, int]]:
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
            f"SELECT bucket, entries FROM search_form WHERE bucket IN ({marks})",  # noqa: S608
            (*wanted,),
        ):
            hashes = wanted[bucket]
            for entry in _unpacked(entries):
                if entry >> _HASH_AT in hashes:
                    found.add((entry >> _KIND_AT & 7, entry & _WORDS - 1))
        return found


def _packed(entries: Iterable[int]) -> bytes:
    return _little(array("I", entries)).tobytes()


def _unpacked(entries: bytes) -> array[int]:
    return _little(array("I", entries))


def _little(entries: array[int]) -> array[int]:
    if byteorder == "big":
        entries.byteswap()
    return entries
