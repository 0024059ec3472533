"""Tracks written for a test, and what reading them gives."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

RETRIEVED = date(2026, 11, 21)
Spot = tuple[float, float] | tuple[float, float, float]
"""Degrees north and east, and metres where known."""
WAY: Sequence[Spot] = ((44.05, 2.15, 250.0), (44.06, 2.15, 300.0), (44.06, 2.16, 280.0))


def point(spot: Spot, tag: str = "trkpt") -> str:
    height = f"<ele>{spot[2]}</ele>" if len(spot) > 2 else ""
    return (
        f'<{tag} lat="{spot[0]}" lon="{spot[1]}">{height}<time>2026-07-30T12:00:00Z</time></{tag}>'
    )


def track(*segments: Iterable[Spot], inside: str = "") -> str:
    written = "".join(f"<trkseg>{''.join(map(point, spots))}</trkseg>" for spots in segments)
    return f"<trk>{inside}{written}</trk>"


def gpx(*inside: str, version: str = "1/1") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="By M. Dupont" '
        f'xmlns="http://www.topografix.com/GPX/{version}">{"".join(inside)}</gpx>'
    )


def kml(*inside: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" '
        'xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Circuits</name>'
        f"{''.join(inside)}</Document></kml>"
    )


def placemark(spots: Iterable[Spot], name: str = "", shape: str = "LineString") -> str:
    tuples = " ".join(",".join(map(str, (spot[1], spot[0], *spot[2:]))) for spot in spots)
    return (
        f"<Placemark><name>{name}</name><{shape}><coordinates>\n{tuples}\n</coordinates></{shape}>"
        "</Placemark>"
    )


def written(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def results(path: Path) -> list[Draft | Rejection]:
    found = list(open_source(path).read(RETRIEVED))
    assert all(isinstance(item, Draft | Rejection) for item in found)
    return found  # type: ignore[return-value]


def drafts(path: Path) -> list[Draft]:
    found = results(path)
    assert all(isinstance(item, Draft) for item in found), found
    return found  # type: ignore[return-value]


def cautions(draft: Draft) -> list[str]:
    return [caution.kind for caution in draft.warnings]
