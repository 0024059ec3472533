"""From the SOURCE words of the command line to files and folders that can be opened."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.errors import Refused, Unreadable
from catalog.sources.candidate import Candidate, is_companion
from catalog.sources.formats import open_source, recognised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.sources.formats import SourceReader

DEEPEST: Final = 3
"""Folders inside folders of an inbox."""
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def fetch(sources: Iterable[str]) -> list[tuple[Path, SourceReader]]:
    """A reader for each source, in the order given; a folder that is no source
    itself (an inbox) stands for everything that lies there, by name.

    Raises Refused for a web address, Unreadable for what is missing or of no known format: one
    source that cannot be read stops the refresh, since its listings would be gone.
    """
    return [opened for source in sources for opened in _open(source)]


def _open(source: str) -> list[tuple[Path, SourceReader]]:
    if _ADDRESS.match(source):
        raise Refused(
            "a refresh does not download in this version; nothing was changed",
            where=source,
            remedy="Download the file with a browser, then give its path: "
            "`catalog refresh flux.zip`.",
        )
    path = Path(source)
    if not path.exists():
        raise Unreadable(
            "there is no such file or folder",
            where=source,
            remedy="Check the path. A file on a USB stick needs the stick to be plugged in.",
        )
    if not (path.is_file() or path.is_dir()):
        raise Unreadable(
            "this is neither a file nor a folder",
            where=source,
            remedy="Give the zip file as downloaded, or the folder it was unpacked to.",
        )
    return list(_read(path, DEEPEST))


def _read(path: Path, deeper: int) -> Iterator[tuple[Path, SourceReader]]:
    """The reader of a file or folder; of a folder that is no source itself, those of all that
    lies in it, by name."""
    if path.is_dir() and recognised(Candidate(path)) is None:
        inside = [
            entry
            for entry in sorted(path.iterdir())
            if not entry.name.startswith(".") and not is_companion(entry)
        ]
        if inside and deeper:
            for entry in inside:
                yield from _read(entry, deeper - 1)
            return
    yield path, open_source(path)
