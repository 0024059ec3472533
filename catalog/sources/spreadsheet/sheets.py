"""A table as rows of cells, whether CSV or XLSX wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.sources.tables import Table

MAX_ROWS: Final = 1_000_000

Cell = str | int | float | bool | date | time
"""What a cell holds; a `datetime` where a day has an hour."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that is not empty: its number as a spreadsheet program shows it, and its cells by
    column. `surplus`: more cells than the first row has titles."""

    number: int
    cells: dict[str, Cell]
    surplus: bool = False


class CsvSheet:
    """A CSV file: all its cells are text."""

    def __init__(self, table: Table) -> None:
        self.path = table.path
        self.columns = table.columns
        self._table = table

    def rows(self) -> Iterator[SheetRow]:
        """Every row that is not empty."""
        for count, row in enumerate(self._table.rows(), start=1):
            if count > MAX_ROWS:
                raise too_long(self.path)
            yield SheetRow(row.number, dict(row.fields), row.surplus)


def too_long(path: Path) -> Unreadable:
    """The refusal of a table without end."""
    return Unreadable(
        f"the table has more than {MAX_ROWS:,} rows",
        where=str(path),
        remedy="Split the table into several files.",
    )


def text_of(cell: Cell) -> str:
    """A cell as a person would type it: no `.0` behind a whole number, days as 2026-07-14."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}" if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
    return f"{cell:%H:%M}" if isinstance(cell, time) else str(cell)


def cell_of(value: object) -> Cell | None:
    """What a workbook's library gives for a cell, as a Cell; None where it is empty.

    A duration is a time of the day that a format shows with more than 24 hours.
    """
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, float):
        return value if abs(value) < 1e300 else None  # no inf, no nan
    if isinstance(value, bool | int | datetime | date | time):
        return value
    if isinstance(value, timedelta):
        return (datetime.combine(date.min, time()) + value % timedelta(days=1)).time()
    return None
