"""GPX, KML and KMZ files, and zip files of them."""

from __future__ import annotations

import io
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable
from catalog.sources.archive import BadMember
from catalog.sources.draft import Rejection
from catalog.sources.tracks.parsing import MAX_BYTES, RawFile, RawTrack, tracks
from catalog.sources.tracks.record import SOURCE, Origin, joins, read_track
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path
    from typing import IO

    from catalog.sources.archive import Container
    from catalog.sources.candidate import Candidate
    from catalog.sources.draft import Draft

_ROOT: Final = re.compile(r"<(?:[\w.-]{1,40}:)?(gpx|kml)[\s>/]")
_ENDINGS: Final = (".gpx", ".kml")
_BESIDE: Final = (*_ENDINGS, ".txt", ".md", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".dae")
"""What may lie beside the tracks of a zip file."""


def recognise(candidate: Candidate) -> TrackSource | None:
    """A file that begins as GPX or KML does, a KMZ, or a zip file of nothing but such files."""
    if candidate.is_folder:
        return None
    if candidate.container is not None:
        members = sorted(name for name in candidate.names if name.lower().endswith(_ENDINGS))
        alone = all(name.lower().endswith(_BESIDE) for name in candidate.names)
        if not members or not (candidate.suffix == ".kmz" or alone):
            return None
        return TrackSource(candidate.path, candidate.container, tuple(members))
    root = _ROOT.search(_head(candidate))
    return TrackSource(candidate.path) if root else None


def _head(candidate: Candidate) -> str:
    """The beginning of the file as text; UTF-16 by its mark too."""
    if candidate.head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return candidate.head.decode("utf-16", "replace")
    return candidate.text if candidate.text.lstrip().startswith("<") else ""


class TrackSource:
    """The tracks of one file, or of all the `members` of an archive that it then closes."""

    name = SOURCE
    total: int | None = None

    def __init__(
        self, path: Path, container: Container | None = None, members: tuple[str, ...] = ()
    ) -> None:
        self._path = path
        self._container = container
        self._members = members
        self.label = f"track file ({path.suffix.lstrip('.').lower()})"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every track. Of an archive, a member that cannot be read is one rejection."""
        if self._container is None:
            with self._path.open("rb") as stream:
                yield from _read(stream, str(self._path), self._path.name, retrieved)
            return
        with self._container as container:
            for member in self._members:
                name = clean_line(member, limit=200)
                own = self._path if len(self._members) == 1 else PurePosixPath(member)
                try:
                    content = container.read(member, limit=MAX_BYTES)
                    yield from _read(io.BytesIO(content), name, own.name, retrieved)
                except BadMember as problem:
                    yield Rejection(SOURCE, name, str(problem))
                except Unreadable as problem:
                    yield Rejection(SOURCE, name, problem.message)


def _read(
    stream: IO[bytes], where: str, file_name: str, retrieved: date
) -> Iterator[Draft | Rejection]:
    """The tracks of one file; those that only go on with the one before are one with it."""
    held: tuple[RawFile, RawTrack] | None = None
    first = last = 0
    for last, (file, track) in enumerate(tracks(stream, where), start=1):
        if held is None:
            held, first = (file, track), last
        elif not track.points:
            yield read_track(file, track, Origin(file_name, last, alone=False), retrieved)
        elif joins(held[1], track):
            held[1].go_on(track)
        else:
            yield read_track(*held, Origin(file_name, first, alone=False), retrieved)
            held, first = (file, track), last
    if held is not None:
        yield read_track(*held, Origin(file_name, first, alone=first == 1), retrieved)
    else:
        label = Origin(file_name).label
        yield Rejection(SOURCE, label, "the file holds no track and no route")
