"""XLSX workbooks (ECMA-376), read row by row and under limits.

Values are the ones that the spreadsheet program saved last: formulas are neither seen nor
evaluated. Merged cells count once, at their upper left corner.
"""

from __future__ import annotations

import warnings
import zipfile
from contextlib import closing, contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Final

from catalog.errors import HouseError, Unreadable
from catalog.handwritten import nearest
from catalog.sources.archive import MEBIBYTE
from catalog.sources.spreadsheet.sheets import (
    MAX_ROWS,
    Cell,
    SheetRow,
    cell_of,
    text_of,
    too_long,
)
from catalog.sources.tables import MAX_COLUMNS, MAX_FIELD, titled
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path
    from typing import IO

    from openpyxl import Workbook

MAX_UNPACKED: Final = 1024 * MEBIBYTE
MAX_TEXTS: Final = 128 * MEBIBYTE
"""The texts of all cells are one part of the file, which is read whole."""
MAX_STYLES: Final = 2 * MEBIBYTE
"""Those of every cell are built before the first: 1 MiB takes six seconds and 70 MiB of memory."""
_TEXTS: Final = "xl/sharedStrings.xml"
_STYLES: Final = "xl/styles.xml"
_ABOVE: Final = 30
"""A title and a few remarks may stand above the row with the names of the columns."""
_AT_ONCE: Final = 500

_Values = tuple[object, ...]


class WorkbookSheet:
    """One sheet of a workbook: the one named, or else the first visible one with a table.

    The row with the names of the columns is, of the first 30, the one with the most `known`
    titles. `others` are the visible sheets with something in them that are not read. Raises
    Unreadable for what is no workbook or has no such sheet; `rows` raises it where the file
    breaks midway.
    """

    def __init__(self, path: Path, known: Callable[[str], bool], name: str | None = None) -> None:
        self.path = path
        heads = self._heads()
        if name is not None and name not in heads:
            raise Unreadable(
                f"the workbook has no sheet {clean_line(name, limit=60)!r} with a table"
                f"{nearest(name, heads)}",
                where=str(path),
                remedy="Name a sheet of the workbook in the mapping: [table], key sheet.",
            )
        tables = {
            title: found
            for title, rows in heads.items()
            if name in (None, title) and (found := _header(rows, known)) is not None
        }
        if not tables:
            raise Unreadable(
                "the workbook has no sheet with a table",
                where=str(path),
                remedy="One row must name the columns, and the rows below it hold the records.",
            )
        self.name, (self._first, header) = next(iter(tables.items()))
        self.columns = titled(header)
        self.others = tuple(title for title in heads if title != self.name)

    def rows(self) -> Iterator[SheetRow]:
        """Every row below the titles that is not empty."""
        width = len(self.columns)
        with closing(self._values(self.name, width + 1)) as rows:
            for number, values in enumerate(rows, start=1):
                if number > MAX_ROWS:
                    raise too_long(self.path)
                if number <= self._first:
                    continue
                cells: dict[str, Cell] = {}
                for column, value in zip(self.columns, values, strict=False):
                    cell = cell_of(value)
                    if cell is not None:
                        cells[column] = cell[:MAX_FIELD] if isinstance(cell, str) else cell
                if cells:
                    surplus = any(cell_of(value) is not None for value in values[width:])
                    yield SheetRow(number, cells, surplus)

    def _heads(self) -> dict[str, list[_Values]]:
        """The first rows of every visible sheet that has any."""
        with self.path.open("rb") as stream, _told(self.path), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # features that do not matter here
            book = _open(stream, self.path)
            found: dict[str, list[_Values]] = {}
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what the file says of its own size may be wrong
                rows = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)
                with closing(rows):
                    head: list[_Values] = [tuple(row) for row in islice(rows, _ABOVE)]
                if sheet.sheet_state == "visible" and any(any(row) for row in head):
                    found[sheet.title] = head
            return found

    def _values(self, name: str, width: int) -> Generator[_Values, None, None]:
        with self.path.open("rb") as stream, _told(self.path):
            rows = None
            while True:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    if rows is None:
                        sheet = _open(stream, self.path)[name]
                        sheet.reset_dimensions()
                        rows = sheet.iter_rows(max_col=width, values_only=True)
                    batch = list(islice(rows, _AT_ONCE))
                if not batch:
                    return
                yield from batch


def _open(stream: IO[bytes], path: Path) -> Workbook:
    # Deferred: openpyxl takes a fifth of a second, and few sources are workbooks. It refuses
    # entities and document types through defusedxml.
    from openpyxl import load_workbook

    with zipfile.ZipFile(stream) as archive:
        sizes = {member.filename: member.file_size for member in archive.infolist()}
    if sizes.get(_STYLES, 0) > MAX_STYLES:
        raise Unreadable(
            "the workbook has too many different formats of cells",
            where=str(path),
            remedy="Save the table as CSV (UTF-8).",
        )
    if sum(sizes.values()) > MAX_UNPACKED or sizes.get(_TEXTS, 0) > MAX_TEXTS:
        raise Unreadable(
            f"the workbook would unpack to {sum(sizes.values()) // MEBIBYTE:,} MiB",
            where=str(path),
            remedy="Split the table into several files, or save it as CSV.",
        )
    return load_workbook(stream, read_only=True, data_only=True, keep_links=False)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Make a refusal of whatever openpyxl raises: it has no error of its own for most of what
    can be wrong inside a workbook."""
    try:
        yield
    except HouseError:
        raise
    except Exception as error:  # noqa: BLE001 - openpyxl raises anything on a broken file
        raise Unreadable(
            f"the workbook is damaged ({_words(error)})",
            where=str(path),
            remedy="Open it in a spreadsheet program, save it again as .xlsx, then repeat.",
        ) from None


def _words(error: Exception) -> str:
    return clean_line(str(error), limit=120) or type(error).__name__


def _header(rows: Sequence[_Values], known: Callable[[str], bool]) -> tuple[int, list[str]] | None:
    """The number of the row with the names of the columns, and these; None where there is none."""
    best: tuple[int, int, list[str]] | None = None
    for number, values in enumerate(rows, start=1):
        cells = [cell_of(value) for value in values]
        while cells and cells[-1] is None:
            cells.pop()
        titles = ["" if cell is None else text_of(cell) for cell in cells]
        if sum(bool(title) for title in titles) < 2:
            continue
        score = sum(known(title) for title in titles)
        if best is None or score > best[0]:
            best = score, number, titles
    return None if best is None else (best[1], best[2])
