"""Where it is, said twice and in two orders: `geo_point_2d` has the latitude first (or names both),
`geo_shape` and the GeoJSON geometry the longitude.

Where both are given they must agree; where they do not, the one that lies near the department
counts, `geo_point_2d` if neither tells, and the record is marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from catalog.geo import Point, distance_km, in_france
from catalog.sources.values.departments import near_department
from catalog.sources.values.placing import NoPlace, degrees, point_of

if TYPE_CHECKING:
    from catalog.sources.opendatasoft.envelope import Enveloped
    from catalog.sources.values.notes import Notes

Pair = tuple[str, str]
"""Latitude, longitude."""

SAME_KM: Final = 0.1


def read_position(record: Enveloped, department: str | None, notes: Notes) -> Point:
    """The point of a record. Raises NoPlace."""
    stated: dict[str, Pair] = {}
    named = _named(record.fields.get("geo_point_2d"))
    if named is not None:
        stated["geo_point_2d"] = named
    for field, shape in (
        ("geo_shape", record.fields.get("geo_shape")),
        ("geometry", record.geometry),
    ):
        drawn = _drawn(shape)
        if drawn is not None:
            stated.setdefault(field, drawn)
    if not stated:
        raise NoPlace("field geo_point_2d: the record states no coordinates")
    field = _chosen(stated, department, notes)
    return point_of(*stated[field], notes, field, department=department)


def _chosen(stated: dict[str, Pair], department: str | None, notes: Notes) -> str:
    points = {
        field: Point(north, east)
        for field, (latitude, longitude) in stated.items()
        if (north := degrees(latitude)) is not None and (east := degrees(longitude)) is not None
    }
    first = next((field for field in stated if field in points), next(iter(stated)))
    if any(distance_km(points[first], point) > SAME_KM for point in points.values()):
        shown = " / ".join(f"{point.latitude}, {point.longitude}" for point in points.values())
        notes.warn("positions_disagree", first, shown)
        fitting = (
            field
            for field, point in points.items()
            if in_france(point)
            and (department is None or near_department(point, department) is not False)
        )
        return next(fitting, first)
    return first


def _named(value: Any) -> Pair | None:
    """`[lat, lon]`, `{"lat", "lon"}` or "lat,lon"."""
    if isinstance(value, str):
        value = value.split(",")
    if isinstance(value, dict):
        value = [value.get("lat"), value.get("lon")]
    return _pair(value[0], value[1]) if isinstance(value, list) and len(value) == 2 else None


def _drawn(shape: Any) -> Pair | None:
    """A GeoJSON point, or a feature that is one: `[lon, lat]`."""
    if isinstance(shape, dict) and isinstance(shape.get("geometry"), dict):
        shape = shape["geometry"]
    if not isinstance(shape, dict) or shape.get("type") != "Point":
        return None
    position = shape.get("coordinates")
    if not isinstance(position, list) or len(position) < 2:
        return None
    return _pair(position[1], position[0])


def _pair(latitude: object, longitude: object) -> Pair | None:
    if not isinstance(latitude, str | int | float) or not isinstance(longitude, str | int | float):
        return None
    return str(latitude), str(longitude)
