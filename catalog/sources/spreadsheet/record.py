"""One row of a table, read by its mapping, into a draft, or the reason why there is none."""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from catalog.model import Access, Kind, Listing, ListingId, Place, Source
from catalog.sources.draft import Draft, Rejection
from catalog.sources.spreadsheet.cells import position_of
from catalog.sources.spreadsheet.mapping import (
    DEFAULT_SOURCE,
    by_language,
    kinds_of,
    several,
    words_of_kinds,
)
from catalog.sources.spreadsheet.meaning import read_kinds, read_labels
from catalog.sources.spreadsheet.row import Cells
from catalog.sources.spreadsheet.sheets import text_of
from catalog.sources.values.addresses import web_address
from catalog.sources.values.capitals import shouted, unshout
from catalog.sources.values.departments import department_of, near_department
from catalog.sources.values.notes import Notes
from catalog.sources.values.placing import NoPlace, insee_of, point_of, postcode_of
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import (
    DESCRIPTION,
    NOTE,
    SUMMARY,
    assemble,
    name_of,
    says_cancelled,
)
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Mapping as Table
    from datetime import date

    from catalog.geo import Point
    from catalog.model import Localized, TermId
    from catalog.sources.spreadsheet.mapping import Mapping
    from catalog.sources.spreadsheet.sheets import SheetRow

_SAFE: Final = re.compile(r"[A-Za-z0-9._:-]{1,80}")
_UNSAFE: Final = re.compile(r"[^a-z0-9]+")


def slug(text: str, limit: int = 60) -> str:
    """A text in small ASCII letters, digits and hyphens; "" if nothing of it is left."""
    return _UNSAFE.sub("-", fold(text[: 4 * limit]))[:limit].strip("-")


def record_id(raw: str) -> str:
    """A cell as the record's id: as it stands where every character may stand in an id, else
    made safe, with a mark that keeps two such cells apart."""
    text = clean_line(raw)
    if _SAFE.fullmatch(text):
        return text
    return f"{slug(text)}-{_mark(text)}".lstrip("-")


def made_id(name: str, place: Place) -> str:
    """An id for a row that has none: its folded name and commune, and a mark made of them and of
    the position to a thousandth of a degree (some 100 m). It stays when rows are sorted or any
    other cell is corrected; a new name is a new listing."""
    commune = place.commune or place.insee or ""
    where = f"{place.latitude:.3f} {place.longitude:.3f}"
    return f"{slug(name)}-{_mark(f'{fold(name)}|{fold(commune)}|{where}')}".lstrip("-")


def _mark(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=4).hexdigest()


class RowReader:
    """Reads the rows of one table. `titles`: the column of the table for each title that the
    mapping writes; `file`: its name, which keeps apart the ids of tables without a source name."""

    def __init__(self, mapping: Mapping, titles: Table[str, str], file: str) -> None:
        self.mapping = mapping
        self.titles = titles
        self.file = file
        self.kinds = words_of_kinds(mapping)

    def read(self, row: SheetRow, retrieved: date) -> Draft | Rejection:
        """The draft of a row. Pure; never raises, whatever the cells hold."""
        notes = Notes(f"row {row.number}")
        cells = Cells(row, self.titles, notes)
        columns, source = self.mapping.columns, self.mapping.source.name
        title = ", ".join(by_language(columns.name).values())
        name = name_of(((lang, raw) for lang, raw, _ in cells.worded(columns.name)), notes, title)
        if not name:
            return self._rejection(row, f"field {title}: the record has no name")
        try:
            place = self._place(cells, notes)
        except NoPlace as problem:
            return self._rejection(row, str(problem))
        stated = cells.text(columns.id)
        own = record_id(stated) if stated else made_id(name.texts[0].text, place)
        if stated and source == DEFAULT_SOURCE:
            own = f"{slug(PurePath(self.file).stem)}.{own}".lstrip(".")
        if row.surplus:
            notes.warn("row_too_long", title)
        listing = self._listing(cells, notes, retrieved, (own, stated), name, place)
        return Draft(
            listing,
            tuple(notes.labels.items()),
            tuple(notes.cautions),
            to_verify=self.mapping.table.to_verify,
        )

    def _listing(
        self,
        cells: Cells,
        notes: Notes,
        retrieved: date,
        record: tuple[str, str],
        name: Localized,
        place: Place,
    ) -> Listing:
        columns, every, source = self.mapping.columns, self.mapping.every_row, self.mapping.source
        kinds, concepts = self._kinds(cells, notes)
        openings, unclear = cells.openings(columns.hours)
        practical = [*cells.worded(columns.practical), *(("fr", raw, False) for raw in unclear)]
        own, stated = record
        return Listing(
            id=ListingId(f"{source.name}:{own}"),
            kinds=kinds,
            name=name,
            place=place,
            sources=(
                Source(
                    name=source.name,
                    record=clean_line(stated, limit=120) or own,
                    retrieved=retrieved,
                    updated=cells.updated(columns.updated, retrieved) or source.updated,
                    url=web_address(source.url) if source.url else None,
                    creator=_line(source.creator),
                    publisher=_line(source.publisher),
                    licence=_line(source.licence),
                ),
            ),
            concepts=concepts,
            summary=cells.words(columns.summary, SUMMARY),
            description=cells.words(columns.description, DESCRIPTION),
            practical=assemble(practical, notes, limit=NOTE, line=False, field="practical"),
            openings=openings,
            dates=cells.dates(columns),
            cancelled=says_cancelled(name),
            prices=cells.prices(columns.price, columns.free, always=every.free),
            access=Access(cells.answer(columns.wheelchair, "access_unclear", every.wheelchair)),
            labels=read_labels(
                [*cells.several(columns.labels), *several(every.labels)], source.name, notes
            ),
            pets=cells.answer(columns.pets, "answer_unclear", every.pets),
            spoken=cells.spoken(columns.spoken, several(every.spoken)),
            contacts=cells.contacts(columns, place.department),
            same_as=cells.references(columns.same_as),
        )

    def _place(self, cells: Cells, notes: Notes) -> Place:
        """Where the row is. Raises NoPlace."""
        columns, every = self.mapping.columns, self.mapping.every_row
        insee = insee_of(cells.text(columns.insee), notes, columns.insee or "") or every.insee
        department = department_of(insee)
        point = self._point(cells, notes, department)
        commune = tidy_line(cells.text(columns.commune) or every.commune or "")
        street = (tidy_line(text_of(cell)) for cell in cells.several(columns.street))
        return Place(
            latitude=point.latitude,
            longitude=point.longitude,
            street=tuple(dict.fromkeys(line for line in street if line)),
            postcode=_postcode(cells, columns.postcode, point, notes) or every.postcode,
            commune=(unshout(commune) if shouted(commune) else commune) or None,
            insee=insee,
            department=department,
        )

    def _point(self, cells: Cells, notes: Notes, department: str | None) -> Point:
        columns = self.mapping.columns
        if columns.position is None:
            title = f"{columns.latitude}, {columns.longitude}"
            pair: tuple[str, str] | None = (
                cells.text(columns.latitude),
                cells.text(columns.longitude),
            )
        else:
            title = columns.position
            cell = cells.get(title)
            pair = ("", "") if cell is None else position_of(cell)
            if pair is None:
                shown = cells.text(title)
                raise NoPlace(f"field {title}: {shown:.40} is not a pair of numbers")
        north, east = pair or ("", "")
        return point_of(north or None, east or None, notes, title, department=department)

    def _kinds(self, cells: Cells, notes: Notes) -> tuple[tuple[Kind, ...], tuple[TermId, ...]]:
        title = self.mapping.columns.kind
        cell = cells.get(title)
        always, meant = kinds_of(several(self.mapping.every_row.kind))
        if title is None or cell is None:
            kinds, concepts = always, meant
        else:
            source = self.mapping.source.name
            found, said = read_kinds(cell, self.kinds, source, notes, title)
            kinds, concepts = found or always, (*said, *(meant if not found else ()))
        if not kinds:
            notes.warn("class_unknown", title or "kind", "" if cell is None else text_of(cell))
        return kinds or (Kind.ATTRACTION,), concepts

    def twice(self, row: SheetRow, first: int) -> Rejection:
        """The rejection of a row whose id stands in an earlier one."""
        title = self.mapping.columns.id
        if title:
            return self._rejection(row, f"field {title}: the same id stands in row {first} already")
        return self._rejection(
            row, f"the same name, commune and position stand in row {first} already"
        )

    def _rejection(self, row: SheetRow, reason: str) -> Rejection:
        said = clean_line(f"in {self.file}: {reason}", limit=400)
        return Rejection(self.mapping.source.name, f"row {row.number}", said)


def _postcode(cells: Cells, title: str | None, point: Point, notes: Notes) -> str | None:
    """The postcode. Spreadsheet programs drop the zero in front: it is given back where the
    position lies in the department that it leads to."""
    raw = cells.text(title)
    if title and re.fullmatch(r"[1-9]\d{3}", raw) and near_department(point, f"0{raw[0]}"):
        notes.warn("postcode_lost_zero", title, raw)
        raw = f"0{raw}"
    return postcode_of(raw, notes, title or "")


def _line(text: str | None) -> str | None:
    return clean_line(text) or None if text else None
