"""The listings around a point, by R-tree: boxes that grow until they hold enough."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any, Final

from catalog.geo import EARTH_RADIUS_KM, Box, Point, distance_km
from catalog.model import Kind, ListingId, TermId

Rows = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]

_FIRST_KM: Final = 2.0
_WHOLE_EARTH_KM: Final = 20_100.0
_MARGIN_KM: Final = 0.001
"""Wider than any rounding between a box in degrees and a distance in kilometres."""
_KM_PER_DEGREE: Final = radians(1) * EARTH_RADIUS_KM
_FEW: Final = 2_000
"""A filter that leaves fewer than this is measured whole: cheaper than growing boxes."""


@dataclass(frozen=True, slots=True)
class _Filter:
    """A table of the listings that have something, and which of its rows are wanted."""

    table: str
    condition: str
    values: Sequence[object]


def nearest(
    rows: Rows,
    origin: Point,
    *,
    kinds: Collection[Kind],
    concepts: Collection[TermId],
    limit: int,
    within_km: float | None,
) -> list[tuple[ListingId, float]]:
    """See `Catalogue.nearest`."""
    reach = _WHOLE_EARTH_KM if within_km is None else min(within_km, _WHOLE_EARTH_KM)
    if limit <= 0 or not reach >= 0:  # a NaN reaches nothing either
        return []
    filters = _filters(kinds, concepts)
    rare = any(_is_rare(rows, each) for each in filters)
    condition, values = _condition(filters, scan=rare)
    radius = reach if rare else min(_FIRST_KM, reach)
    while True:
        found = rows(*_query(condition, values, None if rare else _box(origin, radius)))
        near = sorted(
            (distance_km(origin, Point(latitude, longitude)), id)
            for id, latitude, longitude in found
        )
        sure = [(ListingId(id), km) for km, id in near if km <= radius][:limit]
        if len(sure) >= limit or radius >= reach:
            return sure
        radius = min(radius * (2 if sure else 4), reach)


def _filters(kinds: Collection[Kind], concepts: Collection[TermId]) -> list[_Filter]:
    tables = (("listing_kind", "kind", kinds), ("listing_concept", "concept", concepts))
    return [
        _Filter(table, f"{column} IN ({','.join('?' * len(wanted))})", sorted(wanted))
        for table, column, wanted in tables
        if wanted
    ]


def _is_rare(rows: Rows, wanted: _Filter) -> bool:
    sql = f"SELECT 1 FROM {wanted.table} WHERE {wanted.condition} LIMIT ?"  # noqa: S608 - names of ours
    return len(rows(sql, [*wanted.values, _FEW])) < _FEW


def _condition(filters: list[_Filter], *, scan: bool) -> tuple[str, list[object]]:
    """An SQL condition on `listing` and its values. With `scan` the filters lead and are read
    whole; without, the box leads and each listing in it is looked up in the filters."""
    shape = (
        "listing.rowid IN (SELECT listing FROM {table} WHERE {condition})"
        if scan
        else "EXISTS (SELECT 1 FROM {table} AS f WHERE {condition} AND f.listing = listing.rowid)"
    )
    parts = [shape.format(table=each.table, condition=each.condition) for each in filters]
    return " AND ".join(parts) or "1", [value for each in filters for value in each.values]


def _query(condition: str, values: list[object], box: Box | None) -> tuple[str, list[object]]:
    wanted = "SELECT id, latitude, longitude FROM"
    if box is None:
        return f"{wanted} listing WHERE {condition}", values
    inside = "north >= ? AND south <= ? AND east >= ? AND west <= ?"
    joined = f"place JOIN listing ON listing.rowid = place.listing WHERE {inside}"
    return f"{wanted} {joined} AND {condition}", [
        box.south,
        box.north,
        box.west,
        box.east,
        *values,
    ]


def _box(origin: Point, radius_km: float) -> Box:
    """A box that holds the circle; all longitudes where it meets a pole or the 180th meridian."""
    height = (radius_km + _MARGIN_KM) / _KM_PER_DEGREE
    south, north = origin.latitude - height, origin.latitude + height
    if south <= -90 or north >= 90:
        return Box(south, -180.0, north, 180.0)
    # The circle is widest towards the pole; the latitude of its edge is on the safe side.
    width = height / cos(radians(max(abs(south), abs(north))))
    west, east = origin.longitude - width, origin.longitude + width
    if west < -180 or east > 180:
        return Box(south, -180.0, north, 180.0)
    return Box(south, west, north, east)
