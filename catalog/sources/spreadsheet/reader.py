"""Tables of an office, recognised last: any CSV or XLSX that no other format claims."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from catalog.errors import UnknownFormat, Unreadable
from catalog.sources.candidate import is_companion
from catalog.sources.draft import Caution, Draft, Rejection
from catalog.sources.spreadsheet.mapping import Mapping, beside, named_columns, read_mapping, titles
from catalog.sources.spreadsheet.proposal import SAMPLE, Proposal, is_known, propose
from catalog.sources.spreadsheet.record import RowReader
from catalog.sources.spreadsheet.sheets import CsvSheet
from catalog.sources.spreadsheet.workbook import WorkbookSheet
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from catalog.sources.candidate import Candidate

_WORKBOOK: Final = "xl/workbook.xml"
_OLE: Final = b"\xd0\xcf\x11\xe0"
AnySheet = CsvSheet | WorkbookSheet
_SAVE_AGAIN: Final = "Open it in a spreadsheet program and save it as .xlsx or as CSV."


def recognise(candidate: Candidate) -> TableSource | None:
    """A CSV or XLSX file with a mapping beside it, or whose titles say enough. Raises Unreadable
    for a table of which that is not true, naming what is missing."""
    if candidate.is_folder:
        return None
    mapping_file = beside(candidate.path)
    sheet = open_sheet(candidate, mapping_file)
    if sheet is None:
        return None
    if mapping_file is not None:
        return TableSource(sheet, read_mapping(mapping_file), mapping_file=mapping_file)
    proposal = proposal_for(sheet)
    if not proposal.missing:
        return TableSource(sheet, proposal.mapping, proposal=proposal)
    if candidate.suffix == ".txt":
        return None
    raise _not_enough(candidate.path, proposal)


def proposal_for(sheet: AnySheet) -> Proposal:
    """The mapping that a table's titles and first rows suggest."""
    return propose(sheet.columns, list(islice(sheet.rows(), SAMPLE)))


def open_sheet(candidate: Candidate, mapping_file: Path | None) -> AnySheet | None:
    """The table of a file; None for what is neither CSV nor XLSX. Raises Unreadable for a table
    in another format, and for one that is damaged."""
    _refuse_others(candidate)
    if _WORKBOOK in candidate.names:
        candidate.close()
        mapping = read_mapping(mapping_file) if mapping_file else Mapping()
        wanted = {fold(title) for _, title in named_columns(mapping)}
        known = (lambda title: fold(title) in wanted) if wanted else is_known
        return WorkbookSheet(candidate.path, known, mapping.table.sheet)
    return None if candidate.table is None else CsvSheet(candidate.table)


class TableSource:
    """A table, read row by row by its mapping, or by the `proposal` where it has none.

    Raises Unreadable at once where the mapping and the table do not fit.
    """

    total: int | None = None

    def __init__(
        self,
        sheet: AnySheet,
        mapping: Mapping,
        *,
        mapping_file: Path | None = None,
        proposal: Proposal | None = None,
    ) -> None:
        self.name = mapping.source.name
        self._sheet = sheet
        self._mapping = mapping
        self._titles = titles(mapping, sheet.columns, mapping_file or sheet.path)
        self._unread = _unread(sheet, proposal)
        used = len(set(self._titles.values()))
        if proposal is None:
            self.label = f"table with its mapping, {used} of {len(sheet.columns)} columns"
        else:
            self.label = f"table without a mapping, {used} of {len(sheet.columns)} columns known"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every row, as a draft or as the reason why it is none. What is not read of the table
        as a whole is a caution of the first draft."""
        reader = RowReader(self._mapping, self._titles, clean_line(self._sheet.path.name))
        seen: dict[str, int] = {}
        told = False
        for row in self._sheet.rows():
            result = reader.read(row, retrieved)
            if isinstance(result, Draft):
                first = seen.setdefault(result.listing.id, row.number)
                if first != row.number:
                    yield reader.twice(row, first)
                    continue
                if not told:
                    told = True
                    result = replace(result, warnings=(*self._unread, *result.warnings))
            yield result


def _unread(sheet: AnySheet, proposal: Proposal | None) -> tuple[Caution, ...]:
    """Columns and sheets that are left aside, for the clerk who expects them on the screen."""
    where = clean_line(sheet.path.name)
    found: list[Caution] = []
    if proposal is not None:
        columns = [*proposal.unused, *(doubt.column for doubt in proposal.doubts)]
        found += (Caution("column_unmapped", where, column, "") for column in columns)
    for other in sheet.others if isinstance(sheet, WorkbookSheet) else ():
        found.append(Caution("sheet_not_read", where, clean_line(other, limit=120), ""))
    return tuple(found)


def _not_enough(path: Path, proposal: Proposal) -> UnknownFormat:
    doubts = "".join(
        f"; column {doubt.column!r} holds no {doubt.field} ({doubt.example})"
        for doubt in proposal.doubts
        if doubt.field in ("name", "latitude", "longitude", "position")
    )
    return UnknownFormat(
        clean_line(
            f"the table has no mapping, and no title names the {' and '.join(proposal.missing)}"
            f"{doubts}",
            limit=600,
        ),
        where=str(path),
        remedy=f"Run `catalog mapping {path.name}`, save what it prints beside the table as "
        f"{path.stem}.mapping.toml, and write the titles of the missing columns there.",
    )


def _refuse_others(candidate: Candidate) -> None:
    """Raise Unreadable for tables in formats that are not read, and for a mapping alone."""
    if is_companion(candidate.path):
        raise Unreadable(
            "this is the mapping of a table, not a table",
            where=str(candidate.path),
            remedy="Name the table itself; the mapping beside it is found.",
        )
    if candidate.head.startswith(_OLE) and candidate.suffix in (".xls", ".xlsx", ".xlsm", ".xlt"):
        raise UnknownFormat(
            "this is a table of an old Excel, or one with a password",
            where=str(candidate.path),
            remedy=_SAVE_AGAIN,
        )
    if candidate.suffix == ".ods" and "content.xml" in candidate.names:
        candidate.close()
        raise UnknownFormat(
            "this is an OpenDocument table (.ods)", where=str(candidate.path), remedy=_SAVE_AGAIN
        )
