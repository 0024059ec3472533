"""A file or folder that waits to be recognised, opened as little as is needed."""

from __future__ import annotations

import zipfile
from functools import cached_property
from pathlib import Path
from typing import Final

from catalog.errors import Unreadable
from catalog.sources.archive import Archive, Container, Folder
from catalog.sources.documents import Document
from catalog.sources.tables import Table
from catalog.text import clean_line

HEAD: Final = 64 * 1024
_SOURCES: Final = (".csv", ".tsv", ".xlsx", ".toml", ".zip", ".gpx", ".kml", ".kmz", ".ics", ".xml")
"""Endings of what is a source by itself, and part of no export."""
_TEXTUAL: Final = (".csv", ".tsv", ".txt")


def is_companion(path: Path) -> bool:
    """Whether a file only says how to read the table beside it (`toilets.mapping.toml`)."""
    return path.name.lower() == "mapping.toml" or path.name.lower().endswith(".mapping.toml")


class Candidate:
    """What readers look at to say "this one is mine". Raises OSError as the file does."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_folder = path.is_dir()
        self.suffix = "" if self.is_folder else path.suffix.lower()
        self.head = b""
        if not self.is_folder:
            with path.open("rb") as stream:
                self.head = stream.read(HEAD)

    @cached_property
    def text(self) -> str:
        """The head as text, without byte-order mark; "" for a binary file."""
        if b"\x00" in self.head:
            return ""
        try:
            return self.head.decode("utf-8-sig")
        except UnicodeDecodeError:
            return self.head.decode("cp1252", "replace").removeprefix("ï»¿")

    @cached_property
    def container(self) -> Container | None:
        """The folder, or the zip file; None for any other file. Raises Unreadable for a zip file
        that is damaged or a bomb. Closed by the reader that takes it, or by `close`."""
        if self.is_folder:
            return Folder(self.path)
        is_zip = self.head.startswith(b"PK") or zipfile.is_zipfile(self.path)
        return Archive(self.path) if is_zip else None

    @cached_property
    def names(self) -> frozenset[str]:
        """The files inside a folder or zip file."""
        return self.container.names if self.container else frozenset()

    def is_all_below(self, root: str) -> bool:
        """Whether a folder holds nothing beside what lies below `root`: else it is an inbox, and
        the rest would be lost. A zip file may hold other things: it was made to be one source.

        Raises Unreadable where other sources lie among the files of the one at the top.
        """
        if not self.is_folder:
            return True
        beside = (name for name in self.names if "/" not in name and not is_companion(Path(name)))
        strangers = [name for name in beside if name.lower().endswith(_SOURCES)]
        if not root and strangers:
            raise Unreadable(
                f"another source lies among the files of an export: {clean_line(min(strangers))}",
                where=str(self.path),
                remedy="Put the export into a folder of its own.",
            )
        return all(name.startswith(root) for name in self.names)

    @cached_property
    def document(self) -> Document | None:
        """The JSON document that the file is; None for any other file. Raises Unreadable for
        one that breaks off."""
        begins = "" if self.suffix == ".toml" else self.text.lstrip()[:1]  # a table is "[…]" too
        return Document(self.path) if begins and begins in "{[" else None

    @cached_property
    def table(self) -> Table | None:
        """The CSV table that the file is; None for any other file."""
        if self.suffix not in _TEXTUAL or not self.text or self.document is not None:
            return None
        try:
            return Table(self.path)
        except Unreadable:
            return None

    def close(self) -> None:
        """Give back what nobody took."""
        if "container" in self.__dict__ and self.container is not None:
            self.container.close()
