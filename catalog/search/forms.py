"""Which words have a form with letters left out: the forms are not stored, only their hashes.

The hash of a form chooses a bucket. A bucket holds first one byte more of each of its hashes, then
for each of them three bytes: what the form is of, and the number of a word. One form in a few that
are asked for meets another's entry: whoever asks compares the words anyhow.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

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
_MEANT: Final = 8 * _WIDTH
_WORDS: Final = 1 << _KIND_AT
"""Words that an entry can number; further ones are found as they are spelt."""
_REMEMBERED: Final = 128
"""Words whose entries are kept: as it is typed, one is looked up in two or three ways."""

TABLE: Final = "CREATE TABLE search_form (bucket INTEGER PRIMARY KEY, entries BLOB NOT NULL)"


def hashed(forms: Iterable[str]) -> array[int]:
    """The hashes of forms, each once: they take less room than the forms."""
    return array("I", {crc32(form.encode()) for form in forms})


def write_forms(
    connection: sqlite3.Connection, every: Iterable[tuple[Sequence[int], int, int]]
) -> None:
    """Fill the table of forms: of those of a word the hashes, their kind and its number. No two
    have one kind and number."""
    entries = [
        (hashes, kind << _KIND_AT | number) for hashes, kind, number in every if number < _WORDS
    ]
    buckets = sum(len(hashes) for hashes, _ in entries) // _EACH + 1
    # One number an entry, bucket first: numbers are sorted and cut several times as fast as tuples.
    ordered = sorted(
        [each % buckets << 32 | each >> _HASH_AT << _MEANT | meant
         for hashes, meant in entries for each in hashes]
    )  # fmt: skip
    bounds = [bisect_left(ordered, bucket << 32) for bucket in range(buckets + 1)]
    eights = array("Q", ordered)
    if sys.byteorder == "little":
        eights.byteswap()
    packed = eights.tobytes()
    connection.executemany(
        "INSERT INTO search_form VALUES (?, ?)",
        (
            (bucket, _packed(packed[first * 8 : last * 8]))
            for bucket, (first, last) in enumerate(pairwise(bounds))
            if first < last or bucket == buckets - 1  # the last tells how many there are
        ),
    )


def _packed(eights: bytes) -> bytes:
    """A bucket of entries of eight bytes, of which the last four are told."""
    meant = bytearray(len(eights) // 8 * _WIDTH)
    for place in range(_WIDTH):
        meant[place::_WIDTH] = eights[8 - _WIDTH + place :: 8]
    return eights[7 - _WIDTH :: 8] + bytes(meant)


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
