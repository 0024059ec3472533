"""Files and folders in the house format, read into drafts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from catalog.errors import Unreadable
from catalog.handwritten import explain, load, nearest
from catalog.sources.candidate import is_companion
from catalog.sources.draft import Draft, Rejection
from catalog.sources.house.notation import BadValue
from catalog.sources.house.record import Maker
from catalog.sources.house.shape import (
    INNER_TABLES,
    ListingTable,
    SourceTable,
)
from catalog.text import clean_line
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from catalog.sources.candidate import Candidate

FORMAT_KEY: Final = "house-catalogue"
VERSION: Final = 1
DEMONSTRATION: Final = "demonstration"

_ROOT_KEYS: Final = (FORMAT_KEY, "source", "listing")
_SOURCE_NAME: Final = re.compile(r"[a-z][a-z0-9_]{1,30}", re.ASCII)


_BESIDE: Final = (".toml", ".md", ".py", ".pyc")
_PAPERS: Final = ("readme", "lisezmoi", "licence", "license")
"""What may lie beside house files in a folder of theirs: by ending, and by name."""


def recognise(candidate: Candidate) -> HouseSource | None:
    """A TOML file, or a folder of them and of nothing else that could be a source."""
    if candidate.is_folder:
        entries = [
            entry
            for entry in candidate.path.iterdir()
            if not entry.name.startswith((".", "~$", "__pycache__"))
        ]
        mine = any(entry.suffix == ".toml" and not is_companion(entry) for entry in entries)
        alone = all(entry.is_file() and _is_beside(entry) for entry in entries)
        return HouseSource(candidate.path) if mine and alone else None
    mine = candidate.suffix == ".toml" and not is_companion(candidate.path)
    return HouseSource(candidate.path) if mine else None


def _is_beside(path: Path) -> bool:
    return path.suffix.lower() in _BESIDE or path.stem.lower() in _PAPERS


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    source: SourceTable
    records: tuple[Any, ...]


class HouseSource:
    """One house file, or all the house files of a folder, in the order of their names.

    Raises Unreadable at once when a file is not TOML or its head is wrong; a wrong record is a
    Rejection while reading. `known` are the terms accepted and their groups: the house vocabulary.
    """

    name = "house"

    def __init__(self, path: Path, *, known: Mapping[str, str] | None = None) -> None:
        self._files = tuple(_open(file) for file in _files_of(path))
        words = {str(term): concept.group for term, concept in concepts().items()}
        self._known = words if known is None else known
        self.total: int | None = sum(len(file.records) for file in self._files)
        where = f" in {len(self._files)} files" if len(self._files) > 1 else ""
        self.label = f"house catalogue, {self.total:,} records{where}"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every record, as a draft or as the reason why it is none."""
        seen: dict[str, str] = {}
        for file in self._files:
            maker = Maker(file.source, self._known, retrieved)
            for number, record in enumerate(file.records, start=1):
                result = _read_record(file, number, record, maker)
                if isinstance(result, Draft):
                    first = seen.setdefault(result.listing.id, f"{file.path.name}, {number}")
                    if first != f"{file.path.name}, {number}":
                        reason = f"field id: the same id stands at {first} already"
                        result = _rejection(file, number, record, reason)
                yield result


def _files_of(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(file for file in path.glob("*.toml") if not is_companion(file))
        if files:
            return files
        raise Unreadable("the folder holds no .toml file", where=str(path))
    return [path]


def _open(path: Path) -> _File:
    document = load(path)
    if type(document.get(FORMAT_KEY)) is not int or document[FORMAT_KEY] != VERSION:
        raise Unreadable(
            f"the file does not say {FORMAT_KEY} = {VERSION}",
            where=str(path),
            remedy=f"A house file begins with the line: {FORMAT_KEY} = {VERSION}",
        )
    for key in document:
        if key not in _ROOT_KEYS:
            raise Unreadable(
                f"unknown key {clean_line(key, limit=60)!r}{nearest(key, _ROOT_KEYS)}",
                where=str(path),
                remedy="After the first line a house file holds [source] and [[listing]] only.",
            )
    try:
        source = msgspec.convert(document.get("source", {}), SourceTable)
    except msgspec.ValidationError as problem:
        raise Unreadable(
            explain(problem, SourceTable, INNER_TABLES), where=f"{path}, [source]"
        ) from None
    _check_source_name(source, path)
    records = document.get("listing", [])
    if not isinstance(records, list):
        raise Unreadable(
            "listing is not a list of records", where=str(path), remedy="Write [[listing]]."
        )
    return _File(path, source, tuple(records))


def _check_source_name(source: SourceTable, path: Path) -> None:
    where = f"{path}, [source], field name"
    if not _SOURCE_NAME.fullmatch(source.name):
        raise Unreadable(
            f"{clean_line(source.name, limit=60)!r} is not a name for a source",
            where=where,
            remedy="Write lower-case letters and digits, for example name = 'segala'.",
        )
    if (source.name == DEMONSTRATION) != source.demonstration:
        raise Unreadable(
            f"the name {DEMONSTRATION!r} and the line demonstration = true go together",
            where=where,
            remedy="Give your own catalogue another name, without demonstration = true.",
        )


def _read_record(file: _File, number: int, record: Any, maker: Maker) -> Draft | Rejection:
    try:
        return maker.draft(msgspec.convert(record, ListingTable))
    except msgspec.ValidationError as problem:
        reason = explain(problem, ListingTable, INNER_TABLES)
    except BadValue as problem:
        reason = f"field {problem.field}: {problem}"
    return _rejection(file, number, record, reason)


def _rejection(file: _File, number: int, record: Any, reason: str) -> Rejection:
    written = record.get("id") if isinstance(record, dict) else None
    id = clean_line(written, limit=80) if isinstance(written, str) else ""
    where = f"{file.path.name}, listing {number}"
    return Rejection(file.source.name, id or where, clean_line(f"{where}: {reason}", limit=400))
