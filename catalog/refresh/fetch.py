"""From the SOURCE words of the command line to files and folders that can be opened."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.errors import Refused, Unreadable
from catalog.sources.formats import open_source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.sources.formats import SourceReader

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def fetch(sources: Iterable[str]) -> list[tuple[Path, SourceReader]]:
    """A reader for each source, in the order given; a folder with zip files in it (an inbox)
    stands for everything that lies there, by name.

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
    if path.is_dir() and any(path.glob("*.zip")):
        return [(file, open_source(file)) for file in _visible(path)]
    return [(path, open_source(path))]


def _visible(inbox: Path) -> list[Path]:
    return [file for file in sorted(inbox.iterdir()) if not file.name.startswith(".")]
