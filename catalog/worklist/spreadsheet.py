"""Tables for spreadsheets: CSV that no cell of which a program executes.

RFC 4180 (quotes doubled, CRLF), in UTF-8 with a byte-order mark and `;` between cells: so a
French, German, Spanish or Italian Excel opens it by a double click, and LibreOffice asks.

A cell that begins with = + - @, their full-width forms, a tab or a line end is taken for a formula
(OWASP, "CSV Injection"); spaces before do not help. Such a cell gets an apostrophe in front, and
stays readable. Telephone numbers never need it: they are written as dialled in France
(`telling.dialled`), `05 63 …` or `00 376 …`, in groups so that no leading zero is lost.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FORMULA: Final = tuple("=+-@\uff1d\uff0b\uff0d\uff20\t\r\n|%")
"""`|` and `%` begin old macro calls of some programs."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
BOM: Final = "\ufeff"


def cell(text: str) -> str:
    """The text on one line, harmless as the cell of a spreadsheet. No-break spaces stay: they
    are how French is written."""
    tidy = "".join(map(_shown, text)).strip()
    return f"'{tidy}" if tidy.startswith(_FORMULA) else tidy


def _shown(char: str) -> str:
    """The character if it can be seen; a space for a tab or line end, nothing for other controls
    and direction marks."""
    kind = category(char)
    if char in "\t\r\n" or kind in ("Zl", "Zp"):
        return " "
    return "" if kind in _UNSEEN else char


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The whole file as text, to be written in UTF-8 without touching its line ends."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    for row in (head, *rows):
        writer.writerow([cell(text) for text in row])
    return BOM + stream.getvalue()
