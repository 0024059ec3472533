"""What a file that is not ours seems to be, so that the refusal can say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

_BEGINNINGS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"BEGIN:VCALENDAR", "a calendar (iCalendar)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
)
_MENTIONS: Final[tuple[tuple[str, str], ...]] = (
    ("<gpx", "a GPX track"),
    ("<kml", "a KML map"),
    ("<!doctype html", "a web page (an expired link gives one instead of the file)"),
    ("<html", "a web page (an expired link gives one instead of the file)"),
    ("<?xml", "an XML file"),
    ('"featurecollection"', "a GeoJSON map"),
    ('"objetstouristiques"', "an answer of APIDAE"),
    ('"@context"', "a JSON-LD document"),
    ('"timings"', "an OpenAgenda export"),
)


def what_zip(names: Collection[str]) -> str:
    """What a zip file without a flux in it seems to be, from its names."""
    if any(name.rpartition("/")[0].endswith("objets_modifies") for name in names):
        return "an APIDAE export"
    if "[Content_Types].xml" in names:
        return "an Office document"
    if any(name.lower().endswith(".shp") for name in names):
        return "a shapefile"
    if any(name.startswith("objects/") or "/objects/" in name for name in names):
        return "a DATAtourisme flux without its index.json"
    return "a zip file without index.json" if names else "an empty zip file"


def what_file(head: bytes) -> str:
    """What a file seems to be, from its first few kilobytes."""
    for beginning, name in _BEGINNINGS:
        if head.startswith(beginning):
            return name
    if b"\x00" in head:
        return "a binary file"
    text = head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n").lower()
    for mention, name in _MENTIONS:
        if mention in text[:4096]:
            return name
    if text.startswith(("{", "[")):
        return "a JSON file"
    first = text.partition("\n")[0]
    if any(first.count(separator) >= 2 for separator in (";", ",", "\t", "|")):
        return "a table (CSV)"
    return "a text file"
