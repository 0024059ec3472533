"""GPX (https://www.topografix.com/GPX/1/1/) and KML (OGC 07-147r2) as raw tracks, read in a stream.

The parser refuses document types, so no entity is ever declared or expanded, and nesting beyond
MAX_DEPTH. Only what is named here is looked at: not authors, times, way points or extensions.
gpxpy is not used to read: it takes time square in the number of `xmlns` in a hostile file, and
refuses a whole file for one odd time stamp of a recorder.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable
from catalog.geo import Point
from catalog.sources.tracks.measure import Vertex
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

MAX_BYTES: Final = 128 << 20
MAX_DEPTH: Final = 64
MAX_POINTS: Final = 300_000
"""Of one track: a point a second for three days and a half."""
MAX_TRACKS: Final = 10_000
_LINKS: Final = 20
_CHUNK: Final = 64 * 1024
_TEXT: Final = 25_000
_TOKEN: Final = 200
_HEIGHTS: Final = (-500.0, 9_000.0)
_TRACKS: Final = frozenset(("trk", "rte", "Placemark"))
_LEGS: Final = ("trkseg", "LineString", "Track")
_POINTS: Final = ("trkpt", "rtept")
_TEXTS: Final = ("name", "type", "desc", "description", "url", "license", "coord")
_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.-]{1,40})[\"']")


@dataclass(slots=True)
class RawTrack:
    """One track, route or line as the file has it. `legs`: its segments. `broken`: points without
    a readable position; `odd`: heights that are none; `excess`: it has more than MAX_POINTS."""

    name: str = ""
    kind: str = ""
    description: str = ""
    links: list[str] = field(default_factory=list)
    legs: list[list[Vertex]] = field(default_factory=list)
    broken: int = 0
    odd: int = 0
    excess: bool = False
    points: int = 0

    @property
    def ends(self) -> tuple[Point, Point] | None:
        """The first and the last point."""
        held = [leg for leg in (self.legs[:1] + self.legs[-1:]) if leg]
        return (held[0][0].point, held[-1][-1].point) if held else None

    def begin_leg(self) -> None:
        """What follows does not go on from the last point."""
        if not self.legs or self.legs[-1]:
            self.legs.append([])

    def go_on(self, other: RawTrack) -> None:
        """Make a later track of the file part of this one."""
        self.name = self.name or other.name
        self.kind = self.kind or other.kind
        self.description = self.description or other.description
        self.links += other.links
        self.legs += other.legs
        self.points += other.points
        self.broken += other.broken
        self.odd += other.odd
        self.excess = self.excess or other.excess or self.points > MAX_POINTS

    def add(self, latitude: str, longitude: str) -> None:
        """A point at the end of the leg at hand; its height may follow."""
        self.points += 1
        if self.points > MAX_POINTS:
            self.excess = True
            return
        north, east = _number(latitude), _number(longitude)
        if north is None or east is None or abs(north) > 180 or abs(east) > 180:
            self.broken += 1
            return
        self.legs[-1].append(Vertex(Point(north, east)))

    def raise_to(self, height: str) -> None:
        """The height of the last point."""
        if not self.legs or not self.legs[-1] or self.excess:
            return
        metres = _number(height)
        if metres is None or not _HEIGHTS[0] <= metres <= _HEIGHTS[1]:
            self.odd += 1
        else:
            self.legs[-1][-1] = Vertex(self.legs[-1][-1].point, metres)


@dataclass(slots=True)
class RawFile:
    """What a file says of itself, as far as read."""

    name: str = ""
    licence: str = ""
    links: list[str] = field(default_factory=list)
    repaired: bool = False


def tracks(stream: IO[bytes], where: str) -> Iterator[tuple[RawFile, RawTrack]]:
    """Every track of a GPX or KML file, each as soon as it ends.

    Raises Unreadable, naming `where`, for what is not well-formed, too large or too deep, or
    declares a document type.
    """
    # Deferred: only a refresh that meets tracks needs the parser.
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import XMLParser

    if stream.seek(0, 2) > MAX_BYTES:
        raise _refusal(where, f"the file is larger than {MAX_BYTES >> 20} MiB")
    encoding = _wrong_encoding(stream)
    target = _Target(where, repaired=encoding is not None)
    parser = XMLParser(target=target, encoding=encoding, forbid_dtd=True)
    stream.seek(0)
    try:
        while chunk := stream.read(_CHUNK):
            parser.feed(chunk)
            yield from target.take()
        parser.close()
    except DefusedXmlException:
        raise _refusal(where, "the file declares a document type or entities") from None
    except (ParseError, LookupError, ValueError) as error:
        reason = clean_line(str(error), limit=120)
        raise _refusal(where, f"the file is not well-formed XML ({reason})") from None
    yield from target.take()


class _Target:
    """Takes the parser's events. `path` are the local names of the elements that are open."""

    def __init__(self, where: str, *, repaired: bool) -> None:
        self.file = RawFile(repaired=repaired)
        self._where = where
        self._path: list[str] = []
        self._track: RawTrack | None = None
        self._done: list[RawTrack] = []
        self._count = 0
        self._text: list[str] | None = None
        self._room = 0
        self._rest: str | None = None

    def take(self) -> Iterator[tuple[RawFile, RawTrack]]:
        """The tracks that have ended since the last time."""
        done, self._done = self._done, []
        self._count += len(done)
        if self._count > MAX_TRACKS:
            raise _refusal(self._where, f"the file holds more than {MAX_TRACKS:,} tracks")
        for track in done:
            yield self.file, track

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition("}")[2]
        path = self._path
        path.append(name)
        if len(path) > MAX_DEPTH:
            raise _refusal(self._where, "the elements are nested too deeply")
        track = self._track
        if name in _TRACKS and track is None:
            self._track = RawTrack()
            if name == "rte":
                self._track.begin_leg()
        elif track is None:
            if name == "link" and path[-2:-1] in (["gpx"], ["metadata"]):
                self._link(self.file.links, attributes)
        elif name in _LEGS:
            track.begin_leg()
        elif name in _POINTS and path[-2] in ("trkseg", "rte") and track.legs:
            track.add(attributes.get("lat", ""), attributes.get("lon", ""))
        elif name == "link" and path[-2] in _TRACKS:
            self._link(track.links, attributes)
        if name == "coordinates":
            self._rest = "" if track is not None and path[-2] == "LineString" else None
        elif name in _TEXTS or (name == "ele" and path[-2] in _POINTS):
            self._text, self._room = [], _TEXT

    def data(self, text: str) -> None:
        """Text inside an element. Coordinates are read as they come: there may be megabytes."""
        if self._rest is not None:
            self._coordinates(self._rest + text)
        elif self._text is not None and self._room > 0:
            self._text.append(text[: self._room])
            self._room -= len(text)

    def end(self, _tag: str) -> None:
        """An element ends."""
        path = self._path
        name = path.pop()
        if name == "coordinates" and self._rest is not None:
            self._coordinates(self._rest + " ")
            self._rest = None
        elif self._text is not None:
            self._said(name, path[-1] if path else "", "".join(self._text).strip())
            self._text = None
        if name in _TRACKS and self._track is not None and _TRACKS.isdisjoint(path):
            if name != "Placemark" or self._track.legs:  # else it is a place or an area
                self._done.append(self._track)
            self._track = None

    def close(self) -> None:
        """The document has ended."""

    def _said(self, name: str, parent: str, text: str) -> None:
        track = self._track
        if track is None:
            if name == "name" and parent in ("gpx", "metadata", "Document", "Folder", "kml"):
                self.file.name = self.file.name or text
            elif name == "license" and parent == "copyright":
                self.file.licence = text
            elif name == "url" and parent == "gpx":
                self._link(self.file.links, {"href": text})
        elif name == "ele":
            track.raise_to(text)
        elif name == "coord":
            east, north, *height = [*text[:_TOKEN].split(), "", ""]
            track.add(north, east)
            if height[0]:
                track.raise_to(height[0])
        elif parent not in _TRACKS:
            return
        elif name == "name":
            track.name = track.name or text
        elif name == "type":
            track.kind = track.kind or text
        elif name in ("desc", "description"):
            track.description = track.description or text
        elif name == "url":
            self._link(track.links, {"href": text})

    def _coordinates(self, text: str) -> None:
        """Tuples "lon,lat[,height]" with white space between; the last may go on."""
        tokens = text.split()
        self._rest = tokens.pop() if tokens and not text[-1].isspace() else ""
        if len(self._rest) > _TOKEN:
            self._rest = self._rest[:_TOKEN]  # no number is so long: what follows is broken too
        for token in tokens:
            east, north, *height = [*token[:_TOKEN].split(","), "", ""]
            if self._track is not None:
                self._track.add(north, east)
                if height[0]:
                    self._track.raise_to(height[0])

    @staticmethod
    def _link(links: list[str], attributes: dict[str, str]) -> None:
        address = attributes.get("href", "").strip()
        if address and len(links) < _LINKS:
            links.append(address[:2_000])


def _number(text: str) -> float | None:
    try:
        value = float(text[:_TOKEN])
    except ValueError:
        return None
    return value if isfinite(value) else None


def _wrong_encoding(stream: IO[bytes]) -> str | None:
    """Windows-1252, where a file that says UTF-8, or says nothing, is not; else what it says."""
    stream.seek(0)
    head = stream.read(_CHUNK)
    declared = _ENCODING.search(head[:400])
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or (
        declared is not None and declared[1].lower() not in (b"utf-8", b"utf8")
    ):
        return None
    decoder = getincrementaldecoder("utf-8")()
    try:
        while head:
            decoder.decode(head)
            head = stream.read(_CHUNK)
    except UnicodeDecodeError:
        return "windows-1252"
    return None


def _refusal(where: str, message: str) -> Unreadable:
    return Unreadable(
        message,
        where=where,
        remedy="Export the track again as GPX, from the program it was drawn or recorded with.",
    )
