from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.geo import Point
from catalog.sources.values.geojson import Start, foreign_crs, placed, start_of
from catalog.sources.values.notes import Notes
from catalog.sources.values.placing import NoPlace

LINE = {"type": "LineString", "coordinates": [[1.4, 42.8, 1516.0], [1.5, 42.9, 1500.0]]}
AREA = {"type": "Polygon", "coordinates": [[[1.0, 43.0], [2.0, 43.0], [2.0, 44.0], [1.0, 43.0]]]}


@pytest.mark.parametrize(
    ("geometry", "start"),
    [
        ({"type": "Point", "coordinates": [1.4, 42.8]}, Start(1.4, 42.8)),
        (LINE, Start(1.4, 42.8, line=True)),
        (
            {"type": "MultiLineString", "coordinates": [LINE["coordinates"]]},
            Start(1.4, 42.8, line=True),
        ),
        (AREA, Start(1.5, 43.5, area=True)),
        (
            {"type": "MultiPolygon", "coordinates": [AREA["coordinates"]]},
            Start(1.5, 43.5, area=True),
        ),
        (
            {"type": "GeometryCollection", "geometries": [AREA, LINE]},
            Start(1.4, 42.8, line=True),
        ),
        ("POINT(3.938733 44.288964)", Start(3.938733, 44.288964)),
        ("POINT(3.71589, 44.22073)", Start(3.71589, 44.22073)),
        ("SRID=4326;POINT Z (3.7 44.2 12)", Start(3.7, 44.2)),
        ("LINESTRING(1 2, 3 4)", None),
        ({"type": "Point", "coordinates": []}, None),
        ({"type": "Point", "coordinates": [True, 44.0]}, None),
        (None, None),
    ],
)
def test_where_a_geometry_begins(geometry: object, start: Start | None) -> None:
    assert start_of(geometry) == start


def test_other_systems_are_never_taken_for_degrees() -> None:
    with pytest.raises(NoPlace, match="EPSG:2154"):
        start_of("SRID=2154;POINT(650000 6850000)")
    with pytest.raises(NoPlace, match="metres of a projection"):
        placed(Start(650000.0, 6850000.0), Notes("x"), "geometry", department=None)


@pytest.mark.parametrize(
    ("crs", "code"),
    [
        (None, None),
        ({"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}, None),
        ({"properties": {"href": "http://spatialreference.org/ref/epsg/4326/"}}, None),
        ({"properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}, "2154"),
        ({"properties": {"name": "EPSG:27572"}}, "27572"),
        ({"properties": {"name": "http://www.opengis.net/def/crs/EPSG/0/3857"}}, "3857"),
    ],
)
def test_coordinate_systems(crs: object, code: str | None) -> None:
    assert foreign_crs(crs) == code


def test_the_middle_of_an_area_is_cautioned() -> None:
    notes = Notes("x")
    assert placed(start_of(AREA), notes, "geometry", department=None) == Point(43.5, 1.5)
    assert [caution.kind for caution in notes.cautions] == ["place_is_middle_of_area"]


NUMBERS = st.floats() | st.integers() | st.none() | st.booleans() | st.text(max_size=3)
NESTED: Any = st.recursive(NUMBERS, lambda inner: st.lists(inner, max_size=3), max_leaves=10)


@given(
    st.sampled_from(
        ["Point", "LineString", "Polygon", "MultiPolygon", "MultiLineString", "x", None]
    ),
    NESTED,
)
def test_any_geometry_begins_somewhere_or_nowhere(kind: object, coordinates: object) -> None:
    start = start_of({"type": kind, "coordinates": coordinates})
    assert start is None or abs(start.longitude) <= 1e9


@given(st.text(alphabet="POINTZSRID=;(), 0123456789.-", max_size=60))
def test_any_text_is_a_point_or_none(text: str) -> None:
    with suppress(NoPlace):
        start = start_of(text)
        assert start is None or not start.line
