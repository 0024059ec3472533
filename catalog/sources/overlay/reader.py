"""Overlay files, recognised and read entry by entry."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from catalog.errors import Unreadable
from catalog.handwritten import load, nearest
from catalog.sources.draft import Rejection
from catalog.sources.house.notation import BadValue
from catalog.sources.overlay.entries import SOURCE, Entries
from catalog.sources.overlay.rows import Gathered, gather, is_overlay
from catalog.sources.overlay.shape import TABLES
from catalog.text import clean_line
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from catalog.sources.candidate import Candidate
    from catalog.sources.draft import Correction, Decision, Draft, Hiding
    from catalog.sources.tables import Table

FORMAT_KEY: Final = "house-overlay"
VERSION: Final = 1
_ROOT_KEYS: Final = (FORMAT_KEY, *TABLES)


def recognise(candidate: Candidate) -> Overlay | None:
    """A TOML file that says so in its first lines, or a table with the columns of one."""
    if candidate.suffix == ".toml" and FORMAT_KEY in candidate.text:
        return Overlay(candidate.path, _toml(candidate.path))
    if candidate.table is not None and is_overlay(candidate.table.columns):
        return Overlay(candidate.path, _csv(candidate.table))
    return None


class Overlay:
    """One overlay file; a wrong entry is a Rejection, the others hold."""

    name = SOURCE

    def __init__(self, path: Path, entries: list[Gathered]) -> None:
        self._path = path
        self._entries = entries
        self.total: int | None = len(entries)
        self.label = f"local overlay, {self.total:,} entries"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection | Correction | Hiding | Decision]:
        """Every entry, in the order of the file."""
        reader = Entries(clean_line(self._path.name), self._known, retrieved)
        for number, entry in enumerate(self._entries, start=1):
            where = f"{self._path.name}, {entry.action} {number}"
            if entry.fault:
                yield Rejection(SOURCE, where, clean_line(entry.fault, limit=400))
                continue
            try:
                yield reader.read(entry.action, entry.document, number)
            except BadValue as problem:
                field = f"field {problem.field}: " if problem.field else ""
                yield Rejection(SOURCE, where, clean_line(f"{field}{problem}", limit=400))

    @cached_property
    def _known(self) -> dict[str, str]:
        return {str(term): concept.group for term, concept in concepts().items()}


def _toml(path: Path) -> list[Gathered]:
    document = load(path)
    if type(document.get(FORMAT_KEY)) is not int or document[FORMAT_KEY] != VERSION:
        raise Unreadable(
            f"the file does not say {FORMAT_KEY} = {VERSION}",
            where=str(path),
            remedy=f"An overlay begins with the line: {FORMAT_KEY} = {VERSION}",
        )
    entries: list[Gathered] = []
    for key, tables in document.items():
        if key == FORMAT_KEY:
            continue
        if key not in TABLES:
            raise Unreadable(
                f"unknown key {clean_line(key, limit=60)!r}{nearest(key, _ROOT_KEYS)}",
                where=str(path),
                remedy="An overlay holds [[add]], [[correct]], [[hide]], [[same]] and "
                "[[different]] only.",
            )
        entries += [Gathered(key, 0, table) for table in _list(tables)]
    return entries


def _list(tables: Any) -> list[Any]:
    return tables if isinstance(tables, list) else [tables]


def _csv(table: Table) -> list[Gathered]:
    return list(gather(table.rows()))
