"""The media type of a file, by the ending of its name: what a source rarely states itself."""

from __future__ import annotations

from typing import Final

GPX: Final = "application/gpx+xml"
KML: Final = "application/vnd.google-earth.kml+xml"
KMZ: Final = "application/vnd.google-earth.kmz"
_TYPES: Final = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "pdf": "application/pdf",
    "gpx": GPX,
    "kml": KML,
    "kmz": KMZ,
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "mpeg": "video/mpeg",
    "mov": "video/quicktime",
}


def mime_named(ending: str) -> str | None:
    """The type of "jpg", ".JPG"; None of an ending that we do not know."""
    return _TYPES.get(ending.lower().lstrip("."))


def mime_of(url: str) -> str | None:
    """The type that an address ends on."""
    name = url.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return mime_named(name.rpartition(".")[2]) if "." in name else None
