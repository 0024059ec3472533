"""Where a map object begins: GeoJSON (RFC 7946) geometries, and points in Well-Known Text.

GeoJSON is degrees, longitude first. Files of before 2016 may name another system in a `crs`
member; coordinates in metres of a projection are never taken for degrees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable
from catalog.sources.values.placing import NoPlace, point_of

if TYPE_CHECKING:
    from catalog.geo import Point
    from catalog.sources.values.notes import Notes

DEEPEST: Final = 8
"""Collections inside collections that are followed."""
_DEGREES: Final = frozenset(("4326", "4979"))
_EPSG: Final = re.compile(r"epsg[^a-z]{0,20}?(\d{4,6})(?!\d)", re.IGNORECASE)
_WKT: Final = re.compile(
    r"(?:SRID=(\d{1,6});)?\s*POINT\s*Z?M?\s*\(\s*(-?[\d.]{1,20})[\s,]+(-?[\d.]{1,20})[^)]{0,40}\)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Start:
    """Longitude and latitude as stated. `area`: the middle of an area, which has no start;
    `line`: the first point of a line."""

    longitude: float
    latitude: float
    area: bool = False
    line: bool = False


def foreign_crs(crs: object) -> str | None:
    """The EPSG code of a `crs` member that does not mean degrees; None for WGS84 or none."""
    found = _EPSG.search(repr(crs)[:500])
    return None if found is None or found[1] in _DEGREES else found[1]


def require_degrees(crs: object, where: str) -> None:
    """Raise Unreadable for a file whose `crs` member does not mean degrees."""
    code = foreign_crs(crs)
    if code is not None:
        raise Unreadable(
            f"the coordinates are in EPSG:{code}, not in degrees (WGS84, EPSG:4326)",
            where=where,
            remedy="Export the file again in WGS84 (EPSG:4326).",
        )


def start_of(geometry: object) -> Start | None:
    """The first point of a geometry, whatever its type; None where there is none.

    Raises NoPlace for Well-Known Text in another system than WGS84.
    """
    if isinstance(geometry, str):
        return _point_in_text(geometry)
    return _start(geometry, DEEPEST)


def placed(start: Start | None, notes: Notes, field: str, *, department: str | None) -> Point:
    """The start as a point of France. Raises NoPlace."""
    if start is None:
        raise NoPlace(f"field {field}: the record states no coordinates")
    if abs(start.longitude) > 180 or abs(start.latitude) > 180:
        shown = f"{start.longitude:.10g}, {start.latitude:.10g}"
        raise NoPlace(f"field {field}: {shown} are metres of a projection, not degrees (WGS84)")
    if start.area:
        notes.warn("place_is_middle_of_area", field)
    return point_of(start.latitude, start.longitude, notes, field, department=department)


def _start(geometry: object, deeper: int) -> Start | None:
    if not isinstance(geometry, dict) or not deeper:
        return None
    if geometry.get("type") == "GeometryCollection":
        inside = geometry.get("geometries")
        found = [_start(one, deeper - 1) for one in inside] if isinstance(inside, list) else []
        starts = [one for one in found if one is not None]
        return next((one for one in starts if not one.area), starts[0] if starts else None)
    coordinates = geometry.get("coordinates")
    if geometry.get("type") in ("Polygon", "MultiPolygon"):
        return _middle(coordinates)
    depth = 0
    while isinstance(coordinates, list) and coordinates and isinstance(coordinates[0], list):
        coordinates = coordinates[0]
        depth += 1
        if depth > DEEPEST:
            return None
    pair = _pair(coordinates)
    line = geometry.get("type") in ("LineString", "MultiLineString")
    return None if pair is None else Start(*pair, line=line)


def _middle(rings: object) -> Start | None:
    """The middle of the box around an area's outer ring."""
    while isinstance(rings, list) and rings and _pair(rings[0]) is None:
        rings = rings[0]
    pairs = [pair for one in rings if (pair := _pair(one))] if isinstance(rings, list) else []
    if not pairs:
        return None
    east, north = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return Start((min(east) + max(east)) / 2, (min(north) + max(north)) / 2, area=True)


def _pair(value: object) -> tuple[float, float] | None:
    if not isinstance(value, list) or len(value) < 2:
        return None
    longitude, latitude = value[0], value[1]
    if not (_is_number(longitude) and _is_number(latitude)):
        return None
    return float(longitude), float(latitude)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -1e9 < value < 1e9


def _point_in_text(text: str) -> Start | None:
    found = _WKT.fullmatch(text[:200].strip())
    if found is None:
        return None
    if found[1] is not None and found[1] not in _DEGREES:
        raise NoPlace(f"the coordinates are in EPSG:{found[1]}, not in degrees (WGS84, EPSG:4326)")
    try:
        return Start(float(found[2]), float(found[3]))
    except ValueError:
        return None
