from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source

if TYPE_CHECKING:
    from pathlib import Path

RETRIEVED = date(2026, 11, 21)
TOILETS = {"amenity": "toilets"}


def node(number: int, **more: Any) -> dict[str, Any]:
    return {"type": "node", "id": number, "lat": 44.05, "lon": 2.16, "tags": TOILETS, **more}


def read(path: Path) -> list[Draft | Rejection]:
    source = open_source(path)
    assert source.name == "osm"
    found = [result for result in source.read(RETRIEVED) if isinstance(result, Draft | Rejection)]
    assert len(found) <= (source.total or len(found))
    return found


def overpass(tmp_path: Path, *elements: Any) -> list[Draft | Rejection]:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"version": 0.6, "elements": list(elements)}), encoding="utf-8")
    return read(path)


def test_positions_of_nodes_ways_and_relations(tmp_path: Path) -> None:
    corner = {"lat": 44.0, "lon": 2.0}
    found = overpass(
        tmp_path,
        node(1),
        {"type": "way", "id": 2, "center": {"lat": 44.1, "lon": 2.1}, "tags": TOILETS},
        {"type": "relation", "id": 3, "tags": TOILETS,
         "bounds": {"minlat": 44.0, "minlon": 2.0, "maxlat": 44.5, "maxlon": 2.5}},
        {"type": "way", "id": 4, "tags": TOILETS, "nodes": [1, 9],
         "geometry": [corner, {"lat": 44.2, "lon": 2.4}, corner]},
        {"type": "way", "id": 5, "tags": TOILETS},
    )  # fmt: skip
    places = {
        result.listing.id: (result.listing.place.latitude, result.listing.place.longitude)
        for result in found
        if isinstance(result, Draft)
    }
    assert places == {
        "osm:node-1": (44.05, 2.16),
        "osm:way-2": (44.1, 2.1),
        "osm:relation-3": (44.25, 2.25),
        "osm:way-4": (44.1, 2.2),
    }
    assert found[4] == Rejection("osm", "way/5", "field position: latitude or longitude is missing")


def test_corners_of_ways_are_passed_over_and_doubles_read_once(tmp_path: Path) -> None:
    bare = {"type": "node", "id": 9, "lat": 44.0, "lon": 2.0}
    found = overpass(tmp_path, node(1), bare, node(1), node(2, user="x", uid=1), 5)
    assert [type(result) for result in found] == [Draft, Rejection, Draft, Rejection]
    assert isinstance(found[1], Rejection)
    assert found[1].reason == "field id: the same element stands in the file already"
    assert found[3] == Rejection("osm", "#5", "the element is not a JSON object")


def test_who_edited_is_never_read(tmp_path: Path) -> None:
    (found,) = overpass(tmp_path, node(1, user="Jeanne Personne", timestamp="2026-01-02T03:04:05Z"))
    assert isinstance(found, Draft)
    assert "Personne" not in repr(found)
    assert found.listing.confirmed == date(2026, 1, 2)


@pytest.mark.parametrize(
    "properties", [{"@id": "way/7", **TOILETS}, {"id": "way/7", "tags": TOILETS}]
)
def test_geojson(tmp_path: Path, properties: dict[str, Any]) -> None:
    ring = [[2.0, 44.0], [2.2, 44.0], [2.2, 44.4], [2.0, 44.0]]
    feature = {"type": "Feature", "properties": properties,
               "geometry": {"type": "Polygon", "coordinates": [ring]}}  # fmt: skip
    path = tmp_path / "export.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    (found,) = read(path)
    assert isinstance(found, Draft)
    assert found.listing.id == "osm:way-7"
    assert (found.listing.place.latitude, found.listing.place.longitude) == (44.2, 2.1)


CSV = """X;Y;osm_id;type;name;wheelchair;opening_hours;fee;com_insee;com_nom
2.16;44.05;node/1;toilettes_publiques;;yes;Mar-Nov;no;"81060";Carmaux
2.17;44.06;way/2;toilettes_erp;Avia;;;;1004;Ambérieu
2.18;44.07;3;toilettes_publiques;;;;;81060;Carmaux
"""


def test_columns(tmp_path: Path) -> None:
    path = tmp_path / "toilettes.csv"
    path.write_text(CSV, encoding="utf-8")
    first, second, third = read(path)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.listing.place.commune, first.listing.place.insee) == ("Carmaux", "81060")
    assert first.listing.openings[0].start is not None
    assert first.listing.access.wheelchair is True
    assert second.listing.place.insee == "01004"
    assert [c.kind for c in second.warnings] == ["coordinates_far_from_department"]
    assert isinstance(third, Rejection)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"elements": []}'),
        ("a.json", '{"elements": [{"type": "area"}]}'),
        ("a.json", '{"elements": 5}'),
        ("a.geojson", '{"features": [{"id": 5, "properties": {"amenity": "toilets"}}]}'),
        ("a.csv", "id;amenity\n1;toilets\n"),
    ],
)
def test_what_is_somebody_elses(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(Unreadable):
        open_source(path)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(-200, 200) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["id", "type", "lat", "lon", "tags", "center", "bounds", "geometry",
                         "minlat", "amenity", "coordinates", "properties", "@id"]),
        inner, max_size=4),
    max_leaves=10,
)  # fmt: skip


@given(st.lists(values, max_size=4), st.sampled_from(["elements", "features"]))
@settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_json_is_read_or_rejected(tmp_path: Path, items: list[Any], key: str) -> None:
    first = node(1) if key == "elements" else {"id": "node/1", "properties": TOILETS}
    path = tmp_path / "any.json"
    path.write_text(json.dumps({key: [first, *items]}), encoding="utf-8")
    kinds = Counter(type(result) for result in read(path))
    assert sum(kinds.values()) <= len(items) + 1
