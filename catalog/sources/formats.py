"""Which reader reads a file: the format is found out, never asked."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final, Protocol

from catalog.errors import Unreadable
from catalog.sources.archive import Archive, Container, Folder
from catalog.sources.sniff import what_file, what_zip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from catalog.sources.draft import Draft, Rejection

EXPECTED: Final = (
    "Expected: a DATAtourisme flux (the zip file or its unpacked folder with index.json), "
    "or a catalogue in the house format (*.toml)."
)
_HEAD: Final = 16 * 1024


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

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every record, in the order of the source. Raises Unreadable if the container breaks."""


def open_source(path: Path) -> SourceReader:
    """The reader for a file or folder.

    Raises Unreadable, naming the file, what it seems to be and what was expected.
    """
    try:
        return _open_folder(path) if path.is_dir() else _open_file(path)
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


def _open_folder(path: Path) -> SourceReader:
    if any(path.glob("*.toml")) and not (path / "index.json").exists():
        return _house(path)
    folder = Folder(path)
    root = _flux_root(folder)
    if root is None:
        inside = [entry.name for entry in path.iterdir()]
        zips = [name for name in inside if name.lower().endswith(".zip")]
        seems = "an empty folder" if not inside else "a folder without a flux"
        raise Unreadable(
            f"this is {seems}",
            where=str(path),
            remedy=f"Name the file itself, for example {path / zips[0]}." if zips else EXPECTED,
        )
    return _flux(folder, root)


def _open_file(path: Path) -> SourceReader:
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head:
        raise Unreadable(
            "the file is empty", where=str(path), remedy="Download or copy the file again."
        )
    if path.suffix.lower() == ".toml":
        return _house(path)
    if not (head.startswith(b"PK") or zipfile.is_zipfile(path)):
        raise _foreign(path, what_file(head))
    archive = Archive(path)
    try:
        return _flux(archive, _flux_root(archive))
    except Unreadable:
        archive.close()
        raise


def _flux_root(container: Container) -> str | None:
    """The folder inside that holds `index.json`: the top, or one folder below it."""
    if "index.json" in container.names:
        return ""
    below = [
        name.removesuffix("index.json")
        for name in container.names
        if name.endswith("/index.json") and name.count("/") == 1
    ]
    return below[0] if len(below) == 1 else None


def _flux(container: Container, root: str | None) -> SourceReader:
    if root is None:
        raise _foreign(container.path, what_zip(container.names))
    from catalog.sources.datatourisme.flux import Flux  # only when there is one to read

    return Flux(container, root)


def _house(path: Path) -> SourceReader:
    from catalog.sources.house import HouseSource  # only when there is one to read

    return HouseSource(path)


def _foreign(path: Path, seems: str) -> Unreadable:
    return Unreadable(
        f"this seems to be {seems}, which this version does not read",
        where=str(path),
        remedy=EXPECTED,
    )
