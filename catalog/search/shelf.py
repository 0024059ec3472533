"""Sorted lines in a table of packed blocks: the dictionaries of the search, small on the disk and
quick to look into.

A line is a key, a tab, and what it says. A block holds sixty-four of them, compressed; block 0
holds the first key of each of the others. What a question looks at stays unpacked, so that the
next letter finds it without asking SQLite.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, Final
from zlib import compress, decompress

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

LINES: Final = 64
_LAST: Final = "\U0010ffff"
"""Sorts after every letter that a key can hold."""
_UNPACKED: Final = 1_024
"""Blocks kept unpacked: about four megabytes."""


def write_shelf(connection: sqlite3.Connection, table: str, lines: Iterable[str]) -> None:
    """Create a shelf of lines, each `key\\twhat it says`, of which no two have one key."""
    write_packed(connection, table, packed(lines))


def packed(lines: Iterable[str]) -> tuple[bytes, ...]:
    """The blocks of a shelf of these lines."""
    ordered = sorted(lines)
    blocks = [ordered[at : at + LINES] for at in range(0, len(ordered), LINES)]
    firsts = [block[0].partition("\t")[0] for block in blocks]
    return tuple(compress("\n".join(block).encode(), 9) for block in [firsts, *blocks])


def write_packed(connection: sqlite3.Connection, table: str, blocks: Sequence[bytes]) -> None:
    """Create a shelf of blocks that are packed already."""
    connection.execute(f"CREATE TABLE {table} (block INTEGER PRIMARY KEY, lines BLOB NOT NULL)")
    connection.executemany(
        f"INSERT INTO {table} VALUES (?, ?)",  # noqa: S608 # a name of ours
        enumerate(blocks),
    )


class Shelf:
    """The lines of one table. A line also has a number: its place among all."""

    def __init__(self, rows: Callable[..., list[tuple[Any, ...]]], table: str) -> None:
        self._rows = rows
        self._one = f"SELECT lines FROM {table} WHERE block = ?"  # noqa: S608 # a name of ours
        self._some = (
            f"SELECT block, lines FROM {table} "  # noqa: S608 - a name of ours
            "WHERE block IN (SELECT value FROM json_each(?))"
        )
        self._firsts: list[str] | None = None
        self._blocks: dict[int, list[str]] = {}

    def says(self, key: str) -> str | None:
        """What the line of a key says; None where there is none."""
        return _said(self._block(self._of(key)), key)

    def each(self, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The keys that have a line, with what it says."""
        blocks = [self._of(key) for key in keys]
        self._unpack(set(blocks))
        for key, block in zip(keys, blocks, strict=True):
            said = _said(self._block(block), key)
            if said is not None:
                yield key, said

    def begun(self, beginning: str) -> Iterator[tuple[str, str]]:
        """Every key that begins so, in order, with what it says."""
        block = self._of(beginning)
        at = bisect_left(self._block(block), beginning)
        while lines := self._block(block):
            after = bisect_left(lines, beginning + _LAST, at)
            for line in lines[at:after]:
                key, _, said = line.partition("\t")
                yield key, said
            if after < len(lines):
                return
            block, at = block + 1, 0

    def numbered(self, numbers: Iterable[int]) -> Iterator[tuple[int, str, str]]:
        """The lines of these numbers: number, key, what it says."""
        wanted = list(numbers)
        self._unpack({number // LINES + 1 for number in wanted})
        for number in wanted:
            lines = self._block(number // LINES + 1)
            if number % LINES < len(lines):
                key, _, said = lines[number % LINES].partition("\t")
                yield number, key, said

    def alike(self, numbers: Iterable[int], size: int) -> list[tuple[str, str]]:
        """The lines of these numbers, and those after each whose keys begin with the same `size`
        letters: key, what it says."""
        wanted = list(numbers)
        self._unpack({number // LINES + 1 for number in wanted})
        found: list[tuple[str, str]] = []
        for number in wanted:
            block, at = number // LINES + 1, number % LINES
            lines = self._block(block)
            beginning = ""
            while at < len(lines):
                key, _, said = lines[at].partition("\t")
                if not key.startswith(beginning):
                    break
                found.append((key, said))
                if len(key) < size:
                    break
                beginning = key[:size]
                at += 1
                if at == LINES:
                    block, at = block + 1, 0
                    lines = self._block(block)
        return found

    def _of(self, key: str) -> int:
        """The block in which a key stands, if anywhere."""
        if self._firsts is None:
            self._firsts = self._read(0)
        return bisect_right(self._firsts, key) or 1

    def _block(self, block: int) -> list[str]:
        lines = self._blocks.get(block)
        if lines is None:
            if len(self._blocks) >= _UNPACKED:
                self._blocks.clear()
            lines = self._blocks[block] = self._read(block)
        return lines

    def _read(self, block: int) -> list[str]:
        rows = self._rows(self._one, (block,))
        return _lines(rows[0][0]) if rows else []

    def _unpack(self, blocks: set[int]) -> None:
        """Read what is not unpacked yet, all at once."""
        missing = [block for block in blocks if block not in self._blocks]
        if len(missing) > 1:
            if len(self._blocks) + len(missing) > _UNPACKED:
                self._blocks.clear()
            for block, packed in self._rows(self._some, (str(missing),)):  # as JSON
                self._blocks[block] = _lines(packed)


def _said(lines: list[str], key: str) -> str | None:
    beginning = key + "\t"
    at = bisect_left(lines, beginning)
    if at < len(lines) and lines[at].startswith(beginning):
        return lines[at][len(beginning) :]
    return None


def _lines(packed: bytes) -> list[str]:
    return decompress(packed).decode().split("\n")
