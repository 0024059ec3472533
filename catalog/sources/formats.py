"""Which reader reads a file: the format is found out, never asked."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol

from catalog.errors import UnknownFormat, Unreadable
from catalog.sources.candidate import Candidate
from catalog.sources.sniff import what_file, what_zip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from catalog.sources.draft import Found

READERS: Final = (
    "catalog.sources.datatourisme.flux",
    "catalog.sources.apidae.export",
    "catalog.sources.overlay.reader",
    "catalog.sources.datatourisme.pages",
    "catalog.sources.datatourisme.table",
    "catalog.sources.tourinsoft.reader",
    "catalog.sources.lei.reader",
    "catalog.sources.calendars.reader",
    "catalog.sources.openagenda.reader",
    "catalog.sources.opendatasoft.reader",
    "catalog.sources.osm.reader",
    "catalog.sources.markets.reader",
    "catalog.sources.house.reader",
    "catalog.sources.geotrek.reader",
    "catalog.sources.schema_randonnee.reader",
    "catalog.sources.routes.reader",
    "catalog.sources.tracks.reader",
    "catalog.sources.spreadsheet.reader",
)
"""The modules that recognise a format, each with `recognise(candidate)`; the first that says yes
reads. What is sure from names and keys comes before what is guessed from columns."""

EXPECTED: Final = (
    "Expected: an export of APIDAE, DATAtourisme, Tourinsoft, LEI, OpenAgenda, Opendatasoft, "
    "Geotrek or OpenStreetMap, a calendar (.ics), a track (.gpx, .kml, .kmz), a table (.csv, "
    ".xlsx), or a file in the house format (.toml)."
)


class SourceReader(Protocol):
    """One source, ready to be read.

    `name` is the source's short name ("datatourisme", "house"), `label` what the staff reads
    ("DATAtourisme flux v3, 6,912 records"), `total` the number of records announced, if any.
    """

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def total(self) -> int | None: ...

    def read(self, retrieved: date) -> Iterator[Found]:
        """Every record, in the order of the source. Raises Unreadable if the container breaks."""


def open_source(path: Path) -> SourceReader:
    """The reader for a file or folder.

    Raises UnknownFormat, naming the file, what it seems to be and what was expected; Unreadable
    for a file of a known format that is broken, empty or not there.
    """
    try:
        candidate = Candidate(path)
        reader = recognised(candidate)
        if reader is None:
            raise _foreign(candidate)
    except FileNotFoundError:
        raise Unreadable(
            "there is no such file or folder", where=str(path), remedy="Check the name."
        ) from None
    except PermissionError:
        raise Unreadable(
            "the file may not be read",
            where=str(path),
            remedy="Give this user the right to read it, or copy it elsewhere.",
        ) from None
    except OSError as error:
        raise Unreadable(
            f"the file cannot be read ({error.strerror or error})", where=str(path), remedy=EXPECTED
        ) from None
    return reader


def recognised(candidate: Candidate) -> SourceReader | None:
    """The reader of the first format that recognises it; None where none does."""
    if not candidate.is_folder and not candidate.head:
        raise Unreadable(
            "the file is empty",
            where=str(candidate.path),
            remedy="Download or copy the file again.",
        )
    try:
        for module in READERS:
            reader: SourceReader | None = import_module(module).recognise(candidate)
            if reader is not None:
                return reader
    except Unreadable:
        candidate.close()
        raise
    return None


def _foreign(candidate: Candidate) -> UnknownFormat:
    if candidate.is_folder:
        return _foreign_folder(candidate.path)
    if candidate.container:
        candidate.close()
        return _foreign_file(candidate.path, what_zip(candidate.names))
    return _foreign_file(candidate.path, what_file(candidate.head))


def _foreign_folder(path: Path) -> UnknownFormat:
    seems = "a folder with nothing to read in it" if any(path.iterdir()) else "an empty folder"
    return UnknownFormat(f"this is {seems}", where=str(path), remedy=EXPECTED)


def _foreign_file(path: Path, seems: str) -> UnknownFormat:
    return UnknownFormat(
        f"this seems to be {seems}, which this version does not read",
        where=str(path),
        remedy=EXPECTED,
    )
