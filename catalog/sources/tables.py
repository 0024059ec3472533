"""Delimited text (CSV) as rows by column name, whatever wrote it.

RFC 4180 as far as it is kept: any of `, ; tab |` between fields, quotes where they stand, UTF-8
with or without byte-order mark or else Windows-1252, line ends of all systems.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_FIELD: Final = 1 << 20
MAX_COLUMNS: Final = 2_000
_SEPARATORS: Final = ";,\t|"
_SAMPLE: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file on which it ends (the header is line 1), and the fields that
    are not empty, by column. `surplus`: more fields than the header has columns. `number`: the
    row as a spreadsheet program counts it, where a field may hold several lines."""

    line: int
    fields: dict[str, str]
    surplus: bool = False
    number: int = field(default=0, compare=False)


class Table:
    """A CSV file, its header read. A column whose name came before is `name (2)`.

    Raises Unreadable for what is no table; `rows` raises it where the file breaks midway.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._encoding = encoding_of(path)
        with path.open(encoding=self._encoding, newline="", errors="replace") as stream:
            sample = stream.read(_SAMPLE)
        self.separator = separator_of(sample)
        with path.open(encoding=self._encoding, newline="", errors="replace") as stream:
            header = next(iter(self._reader(stream)), (0, []))[1]
        if len(header) < 2 or len(header) > MAX_COLUMNS:
            raise Unreadable(
                "the file has no header line with column names",
                where=str(path),
                remedy="The first line must name the columns, with a comma, a semicolon or a tab "
                "between.",
            )
        self.columns = _named(header)

    def rows(self) -> Iterator[Row]:
        """Every row that is not empty."""
        with self.path.open(encoding=self._encoding, newline="", errors="replace") as stream:
            lines = self._reader(stream)
            next(lines, None)
            for number, (line, values) in enumerate(lines, start=2):
                fields = {
                    name: value
                    for name, value in zip(self.columns, values, strict=False)
                    if value.strip()
                }
                if fields:
                    yield Row(line, fields, len(values) > len(self.columns), number)

    def _reader(self, stream: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
        csv.field_size_limit(MAX_FIELD)
        reader = csv.reader((line.replace("\0", "") for line in stream), delimiter=self.separator)
        while True:
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise Unreadable(
                    f"line {reader.line_num}: {clean_line(str(error))}",
                    where=str(self.path),
                    remedy="A quotation mark is missing or too many near that line.",
                ) from None
            yield reader.line_num, values


def encoding_of(path: Path) -> str:
    """UTF-8 (or UTF-16 by its mark) where the whole file is that, else Windows-1252."""
    with path.open("rb") as stream:
        start = stream.read(2)
        if start in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
    try:
        with path.open(encoding="utf-8-sig", newline="") as text:
            while text.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def separator_of(sample: str) -> str:
    """What stands between the fields of the first line, quoted parts left aside."""
    first = sample.lstrip("\r\n").partition("\n")[0]
    bare = "".join(first.split('"')[::2])
    return max(_SEPARATORS, key=bare.count)


def _named(header: list[str]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for number, raw in enumerate(header, start=1):
        name = clean_line(raw, limit=120) or f"column {number}"
        again = 2
        unique = name
        while unique in names:
            unique, again = f"{name} ({again})", again + 1
        names[unique] = None
    return tuple(names)
