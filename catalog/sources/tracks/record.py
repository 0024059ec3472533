"""One raw track → one draft of an itinerary, or the reason why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import PurePath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from catalog.geo import Point
from catalog.model import Itinerary, Kind, Listing, ListingId, Localized, Place, Source, TermId
from catalog.sources.draft import Draft, Rejection
from catalog.sources.tracks.line import Line, line_of, near
from catalog.sources.tracks.measure import Vertex, measure
from catalog.sources.tracks.modes import MODES, ROUTES
from catalog.sources.values.addresses import web_address
from catalog.sources.values.notes import Notes
from catalog.sources.values.placing import NoPlace, point_of
from catalog.sources.values.wordings import DESCRIPTION, assemble, name_of
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from datetime import date

    from catalog.sources.tracks.parsing import RawFile, RawTrack

SOURCE: Final = "track"
_UNSAFE: Final = re.compile(r"[^a-z0-9]+")
_IDS: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    r"[A-Z]{6}\d{3}[A-Z0-9]{6,8}"  # Tourinsoft: ITILAR034V50ABCD
    r"|SITRA2_[A-Z]{3}_\d{3,9}"  # APIDAE
    r"|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"  # DATAtourisme, Geotrek
    r")(?![A-Za-z0-9])"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a track stands: the name of its file, its place there from 1, and whether it is the
    only one: what the file is called by elsewhere then means this track."""

    file: str
    number: int = 1
    alone: bool = True

    @property
    def stem(self) -> str:
        """The name of the file without its ending."""
        return PurePath(self.file).stem or self.file

    @property
    def label(self) -> str:
        """The track, for the report."""
        which = f", track {self.number}" if self.number > 1 else ""
        return clean_line(f"{clean_line(self.stem, limit=100)}{which}")


def read_track(
    file: RawFile, track: RawTrack, origin: Origin, retrieved: date
) -> Draft | Rejection:
    """The draft of a track. Pure; never raises."""
    label = origin.label
    if track.excess:
        return Rejection(SOURCE, label, "the track has more points than a route can have")
    line = line_of(track.legs)
    if not line.legs:
        return Rejection(SOURCE, label, "the track has no two different points")
    notes = Notes(label)
    name = _name(file, track, origin.stem, notes)
    if not name:
        return Rejection(SOURCE, label, "field name: the track and its file have no name")
    try:
        start = point_of(line.start.latitude, line.start.longitude, notes, "trkpt")
    except NoPlace as problem:
        return Rejection(SOURCE, label, str(problem))
    if start != line.start:
        line = replace(line, legs=_exchanged(line))
    _warn(file, track, line, notes)
    listing = _listing(file, track, line, origin, name, retrieved, notes)
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))


def _listing(
    file: RawFile,
    track: RawTrack,
    line: Line,
    origin: Origin,
    name: Localized,
    retrieved: date,
    notes: Notes,
) -> Listing:
    ids = _ids(track.name, *track.links, *((origin.stem, *file.links) if origin.alone else ()))
    modes = _modes(track, notes)
    texts = [] if ids else [("fr", track.description, False)]
    return Listing(
        id=ListingId(f"{SOURCE}:{_record_id(origin, line.start)}"),
        kinds=(Kind.ITINERARY,),
        name=name,
        place=Place(latitude=line.start.latitude, longitude=line.start.longitude),
        sources=(
            Source(
                name=SOURCE,
                record=clean_line(origin.stem, limit=120),
                retrieved=retrieved,
                licence=clean_line(file.licence, limit=200) or None,
            ),
        ),
        concepts=tuple(ROUTES[mode] for mode in modes if mode in ROUTES),
        description=assemble(texts, notes, limit=DESCRIPTION, line=False, field="desc"),
        itinerary=replace(_facts(line), modes=modes),
        same_as=tuple(dict.fromkeys((*ids, *_references(origin, file, track)))),
    )


def _facts(line: Line) -> Itinerary:
    """What the line measures. A file whose heights are all 0 has none."""
    legs = line.legs
    if not any(vertex.height for leg in legs for vertex in leg):
        legs = tuple(tuple(Vertex(vertex.point) for vertex in leg) for leg in legs)
    return measure(legs)


def _record_id(origin: Origin, start: Point) -> str:
    """The name of the file and a mark of where the track begins (to a hundredth of a degree, for
    two folders may each hold a "trace.gpx"); a later track of a file has its number too."""
    slug = _UNSAFE.sub("-", fold(origin.stem[:240]))[:60].strip("-")
    where = f"{origin.stem}|{start.latitude:.2f} {start.longitude:.2f}"
    mark = blake2b(where.encode("utf-8", "replace"), digest_size=3).hexdigest()
    return f"{slug}-{mark}".lstrip("-") + (f".{origin.number}" if origin.number > 1 else "")


def _name(file: RawFile, track: RawTrack, stem: str, notes: Notes) -> Localized:
    """The track's own name, else that of the file's text, else the file's."""
    for field, raw in (("name", track.name), ("metadata/name", file.name)):
        name = name_of([("fr", raw)], notes, field)
        if name:
            return name
    notes.warn("name_from_file", "name", stem)
    return name_of([("fr", " ".join(stem.replace("_", " ").split()))], notes, "file name")


def _modes(track: RawTrack, notes: Notes) -> tuple[TermId, ...]:
    """The way of moving that the file states; nothing is told from speed or shape."""
    if not track.kind:
        return ()
    mode = MODES.get(fold(track.kind[:80]).replace(" ", "_"))
    if mode is None:
        notes.warn("unknown_term", "type", track.kind)
        return ()
    return (mode,)


def _ids(*texts: str) -> list[str]:
    """Producers' ids of a listing, where a name or a link holds one."""
    return list(dict.fromkeys(found for text in texts for found in _IDS.findall(text[:2_000])))


def _references(origin: Origin, file: RawFile, track: RawTrack) -> list[str]:
    """What another source may call this track by: the links that it holds and their last parts,
    and the name of its file with and without the ending. A link to a site as a whole is an
    advertisement of the recorder's maker."""
    found: list[str] = []
    if origin.alone:
        found += (clean_line(origin.stem, limit=200), clean_line(origin.file, limit=200))
    for raw in (*track.links, *(file.links if origin.alone else ())):
        address = web_address(raw)
        path = urlsplit(address).path if address else ""
        if address is None or not path.strip("/"):
            continue
        last = clean_line(unquote(path.rstrip("/").rpartition("/")[2]), limit=200)
        found += (address, last)
    return [reference for reference in found if reference]


def _exchanged(line: Line) -> tuple[tuple[Vertex, ...], ...]:
    """The legs with latitude and longitude changed over."""
    return tuple(
        tuple(
            Vertex(Point(vertex.point.longitude, vertex.point.latitude), vertex.height)
            for vertex in leg
        )
        for leg in line.legs
    )


def _warn(file: RawFile, track: RawTrack, line: Line, notes: Notes) -> None:
    if file.repaired:
        notes.warn("encoding_repaired", "encoding", "windows-1252")
    if track.broken or line.slips:
        notes.warn("track_points_left_out", "points", track.broken + line.slips)
    if track.odd:
        notes.warn("track_heights_left_out", "ele", track.odd)
    if line.gaps:
        notes.warn("track_with_gaps", "segments", line.gaps)


def joins(before: RawTrack, after: RawTrack) -> bool:
    """Whether a track only goes on with the one before it in the file: it begins where that ended,
    neither comes back to its own start, and the two have no names of their own."""
    if before.name and after.name and before.name != after.name:
        return False
    one, other = before.ends, after.ends
    if one is None or other is None or not near(one[1], other[0]):
        return False
    return not near(*one) and not near(*other)
