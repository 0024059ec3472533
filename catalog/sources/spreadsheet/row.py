"""The cells of one row, found by what the mapping calls their columns; what cannot be read is
left out with a caution that names the column."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Contact, Localized, Period, Price, Slot
from catalog.sources.spreadsheet.cells import (
    dated,
    dates_of,
    day_of,
    is_error,
    parts_of,
    price_of,
    slots_of,
    yes_no,
)
from catalog.sources.spreadsheet.hours import Unclear, openings_of
from catalog.sources.spreadsheet.mapping import by_language, several
from catalog.sources.spreadsheet.sheets import Cell, SheetRow, text_of
from catalog.sources.values.addresses import business, web_address
from catalog.sources.values.languages import language_code
from catalog.sources.values.moments import Impossible
from catalog.sources.values.periods import gather
from catalog.sources.values.wordings import assemble
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping as Table

    from catalog.sources.spreadsheet.mapping import ColumnsTable, Several, Words
    from catalog.sources.values.notes import Notes
    from catalog.sources.values.wordings import Part

_REFERENCE: Final = re.compile(r"\S{1,200}")


class Cells:
    """One row. Every method takes the title that the mapping writes, or None for no column."""

    def __init__(self, row: SheetRow, titles: Table[str, str], notes: Notes) -> None:
        self._cells = row.cells
        self._titles = titles
        self._notes = notes
        self._seen: set[str] = set()

    def get(self, title: str | None) -> Cell | None:
        """The cell, None where it is empty or a formula failed in it."""
        if title is None:
            return None
        column = self._titles.get(title, title)
        cell = self._cells.get(column)
        if cell is None or not isinstance(cell, str):
            return cell
        if is_error(cell):
            self._once("cell_error", column, cell)
            return None
        if cell.startswith("="):
            self._once("formula_as_text", column, cell)
        return cell

    def _once(self, kind: str, column: str, cell: str) -> None:
        if column not in self._seen:
            self._seen.add(column)
            self._notes.warn(kind, column, cell)

    def text(self, title: str | None) -> str:
        """The cell as text; "" where it is empty."""
        cell = self.get(title)
        return "" if cell is None else text_of(cell).strip()

    def several(self, titles: Several) -> list[Cell]:
        """The cells of one or several columns that are not empty."""
        cells = (self.get(title) for title in several(titles))
        return [cell for cell in cells if cell is not None]

    def worded(self, columns: Words | None) -> list[Part]:
        """The wordings of a field in each language."""
        pairs = by_language(columns).items()
        return [(lang, self.text(title), False) for lang, title in pairs if self.text(title)]

    def words(self, columns: Words | None, limit: int) -> Localized:
        """The wordings of a field, cleaned."""
        if columns is None:
            return NOTHING
        field = ", ".join(by_language(columns).values())
        return assemble(self.worded(columns), self._notes, limit=limit, line=False, field=field)

    def answer(self, title: str | None, caution: str, otherwise: bool | None) -> bool | None:
        """Yes or no; unknown with a caution for any other word, `otherwise` for an empty cell."""
        cell = self.get(title)
        if title is None or cell is None:
            return otherwise
        answer = yes_no(cell)
        if answer is None:
            self._notes.warn(caution, title, text_of(cell))
        return answer

    def updated(self, title: str | None, retrieved: date) -> date | None:
        """The day of the last check; one in the future is a slip of the pen."""
        day = self._day(title)
        if day is not None and day > retrieved:
            self._notes.warn("updated_in_the_future", title or "", str(day))
            return None
        return day

    def openings(self, title: str | None) -> tuple[tuple[Period, ...], tuple[str, ...]]:
        """The periods of a cell with hours; or the cell's own words where they are not clear."""
        text = self.text(title)
        if title is None or not text:
            return (), ()
        try:
            return openings_of(text), ()
        except Unclear:
            self._notes.warn("hours_as_text", title, text)
            return (), (text,)

    def dates(self, columns: ColumnsTable) -> tuple[Period, ...]:
        """The days of an event, from ranges in one cell or a first and a last day in two, with
        the hours of a third."""
        slots, ranges = self._slots(columns.times), []
        cell, field = self.get(columns.dates), columns.dates or columns.start or ""
        if columns.dates and cell is not None:
            try:
                ranges = dates_of(cell)
            except Impossible as problem:
                self._notes.warn("impossible_date", columns.dates, str(problem))
            slots = slots or _hour(cell, None)
        start = self._day(columns.start)
        if start is not None:
            last = self._day(columns.end)
            ranges.append((start, last or start))
            if not slots:
                slots = _hour(self.get(columns.start), self.get(columns.end))
        elif columns.end and self.get(columns.end) is not None:
            self._notes.warn("end_without_start", columns.end, self.text(columns.end))
        return gather(dated(ranges, slots, self._notes, field))

    def _day(self, title: str | None) -> date | None:
        cell = self.get(title)
        if title is None or cell is None:
            return None
        try:
            return day_of(cell)
        except Impossible:
            self._notes.warn("impossible_date", title, text_of(cell))
            return None

    def _slots(self, title: str | None) -> tuple[Slot, ...]:
        cell = self.get(title)
        if title is None or cell is None:
            return ()
        try:
            return slots_of(cell)
        except Impossible:
            self._notes.warn("impossible_hour", title, text_of(cell))
            return ()

    def prices(self, price: str | None, free: str | None, *, always: bool) -> tuple[Price, ...]:
        """The tariff of a row. "Not free" alone says nothing of the price."""
        cell = self.get(price)
        paid = None
        if price is not None and cell is not None:
            paid = price_of(cell, self._notes, price)
        nothing = self.answer(free, "answer_unclear", always)
        if paid is None:
            return (Price(free=True),) if nothing else ()
        if nothing and not paid.free:
            self._notes.warn("free_with_price", free or price or "", self.text(price))
        return (paid,)

    def spoken(self, titles: Several, always: tuple[str, ...]) -> tuple[str, ...]:
        """The codes of the languages spoken."""
        found: dict[str, None] = {}
        for title in several(titles):
            cell = self.get(title)
            for part in () if cell is None else parts_of(cell):
                code = language_code(part) or language_code(part.lower())
                if code is None:
                    self._notes.warn("language_unknown", title, part)
                else:
                    found[code] = None
        codes = (language_code(word) for word in always)
        return tuple(found) or tuple(code for code in codes if code)

    def contacts(self, columns: ColumnsTable, department: str | None) -> tuple[Contact, ...]:
        """Phones, e-mail and web addresses of the business, as one contact."""
        phones: list[str] = []
        emails: list[str] = []
        websites: list[str] = []
        for kind, titles in (
            ("phones", columns.phone),
            ("emails", columns.email),
            ("websites", columns.website),
        ):
            for title in several(titles):
                raw = {kind: [self.text(title)]} if self.text(title) else {}
                found = business("info", self._notes, title, department=department, **raw)
                if found is not None:
                    phones += found.phones
                    emails += found.emails
                    websites += found.websites
        contact = Contact(phones=_once(phones), emails=_once(emails), websites=_once(websites))
        return () if contact == Contact() else (contact,)

    def references(self, titles: Several) -> tuple[str, ...]:
        """Other ids and addresses of the same thing."""
        found: dict[str, None] = {}
        for title in several(titles):
            for part in re.split(r"[\s;|,]+", self.text(title)):
                if not part:
                    continue
                reference = web_address(part) if "://" in part else clean_line(part)
                if reference is None or not _REFERENCE.fullmatch(reference):
                    self._notes.warn("same_as_unreadable", title, part)
                else:
                    found[reference] = None
        return tuple(found)


def _once(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _hour(first: Cell | None, last: Cell | None) -> tuple[Slot, ...]:
    """The hours that stand with the days in their cells."""
    if not isinstance(first, datetime) or (first.hour, first.minute) == (0, 0):
        return ()
    opens = first.time().replace(second=0, microsecond=0)
    if not isinstance(last, datetime) or last.date() != first.date() or last <= first:
        return (Slot(opens),)
    return (Slot(opens, last.time().replace(second=0, microsecond=0)),)
