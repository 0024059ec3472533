from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.model import Localized, TermId, Text
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from catalog.sources.routes.feature import read_walk

if TYPE_CHECKING:
    from pathlib import Path

RETRIEVED = date(2026, 11, 20)
POINT = {"type": "Point", "coordinates": [-0.53, 43.51]}
ROW: dict[str, Any] = {
    "id_unico": 1,
    "ID": "ITIAQU064V500001",
    "nombre": "Boucle du Moulin  ",
    "distancia_km": 12.4,
    "dificultad": "Media / Moyenne",
    "duracion": "2h45",
    "descripcion": "Un chemin de crête.\nDeux lacs.",
    "municipios_commune": "EAUX-BONNES",
    "fotos": "https://x.org/a.jpg, https://x.org/b,c.JPG, https://x.org/a.jpg",
    "tipo_itinerario": "Pédestre",
    "paisaje": "Bosque / Forêt, Urbano / Urbain",
    "nombre_acceso": "Gare de Pau",
    "tipo_acceso": "Gare ferroviaire",
    "url_gpx": "https://x.org/t.GPX",
    "url_kmz": None,
    "url_kml": "https://x.org/t.kml",
    "url_pdf": "https://x.org/t.pdf",
}


def row(geometry: object = POINT, **fields: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": ROW | fields}


def draft(*rows: dict[str, Any]) -> Draft:
    found = read_walk(rows or [row()], RETRIEVED, member="feature 1")
    assert isinstance(found, Draft), found
    return found


def file(path: Path, *rows: dict[str, Any], crs: str = "urn:ogc:def:crs:OGC:1.3:CRS84") -> Path:
    head = {"type": "FeatureCollection", "crs": {"properties": {"name": crs}}}
    path.write_text(json.dumps(head | {"features": rows}), encoding="utf-8")
    return path


def test_a_walk() -> None:
    found = draft()
    listing = found.listing
    assert listing.id == "routes:ITIAQU064V500001"
    assert listing.same_as == ("ITIAQU064V500001",)
    assert listing.name.texts == (Text("fr", "Boucle du Moulin"),)
    assert (listing.place.longitude, listing.place.latitude) == (-0.53, 43.51)
    assert (listing.place.commune, listing.place.insee) == ("Eaux-Bonnes", None)
    way = listing.itinerary
    assert way is not None
    assert (way.distance_m, way.duration_min, way.difficulty) == (12_400, 165, "medium")
    assert (way.modes, way.shape) == (("walking",), None)
    assert way.track_url == "https://x.org/t.GPX"
    assert [(m.url, m.main) for m in listing.media] == [
        ("https://x.org/a.jpg", True),
        ("https://x.org/b,c.JPG", False),
        ("https://x.org/t.GPX", False),
        ("https://x.org/t.kml", False),
        ("https://x.org/t.pdf", False),
    ]
    assert listing.practical.texts == (Text("fr", "Gare ferroviaire – Gare de Pau"),)
    assert listing.concepts == ("walking_route",)
    assert listing.themes == ("forest", "routes:landscape-urbain")
    assert found.terms == (
        (
            TermId("routes:landscape-urbain"),
            Localized((Text("es", "Urbano"), Text("fr", "Urbain"))),
        ),
    )


@pytest.mark.parametrize(
    ("written", "minutes", "days", "kind"),
    [
        ("2H", 120, None, None),
        ("45 mn", 45, None, None),
        ("1 jour", None, 1, None),
        ("2", None, None, "duration_without_unit"),
        ("1.5", None, None, "duration_without_unit"),
        (None, None, None, None),
    ],
)
def test_durations(
    written: str | None, minutes: int | None, days: int | None, kind: str | None
) -> None:
    found = draft(row(duracion=written))
    assert found.listing.itinerary is not None
    assert (found.listing.itinerary.duration_min, found.listing.itinerary.days) == (minutes, days)
    assert [c.kind for c in found.warnings if "duration" in c.kind] == ([kind] if kind else [])


def test_a_column_may_state_the_unit() -> None:
    bare = {key: value for key, value in ROW.items() if not key.startswith(("duracion", "distan"))}
    hours = bare | {"durée (h)": 1.5, "Longueur_m": "5 400".replace(" ", "")}
    found = read_walk([{"properties": hours, "geometry": POINT}], RETRIEVED)
    assert isinstance(found, Draft)
    assert found.listing.itinerary is not None
    assert found.listing.itinerary.duration_min == 90
    assert found.listing.itinerary.distance_m == 5400
    vague = read_walk([{"properties": bare | {"longueur": 5}, "geometry": POINT}], RETRIEVED)
    assert isinstance(vague, Draft)
    assert "distance_without_unit" in {c.kind for c in vague.warnings}


def test_rows_of_one_walk_are_one_listing(tmp_path: Path) -> None:
    rows = [
        row(),
        row(ID="ITIAQU064V500002"),
        row(id_unico=9, tipo_acceso="Transport en commun", nombre_acceso="Ligne 42"),
    ]
    reader = open_source(file(tmp_path / "walks.geojson", *rows))
    assert (reader.name, reader.label) == ("routes", "departmental walks, 3 records")
    first, second = reader.read(RETRIEVED)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert first.listing.practical.texts[0].text == (
        "Gare ferroviaire – Gare de Pau\n\nTransport en commun – Ligne 42"
    )
    assert [c.kind for c in first.warnings] == ["rows_of_one_record", "name_with_stray_spaces"]
    assert second.listing.id == "routes:ITIAQU064V500002"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"ID": None}, "field id: the record has no identifier"),
        ({"nombre": None}, "field name: the record has no name"),
        ({"geometry": None}, "field geometry: the record states no coordinates"),
    ],
)
def test_rejections(changed: dict[str, Any], reason: str) -> None:
    result = read_walk([row(**changed)], RETRIEVED, member="feature 1")
    assert isinstance(result, Rejection)
    assert result.reason == reason


def test_each_row_without_an_id_is_said(tmp_path: Path) -> None:
    path = file(tmp_path / "walks.geojson", row(), row(ID=None), row(ID=""))
    found = [one for one in open_source(path).read(RETRIEVED) if isinstance(one, Rejection)]
    assert [one.id for one in found] == ["feature 2", "feature 3"]


def test_other_maps_are_not_taken(tmp_path: Path) -> None:
    market = {"ID": "x", "nombre": "Marché", "horario": "08:00"}
    path = file(tmp_path / "x.geojson", {"type": "Feature", "properties": market})
    with pytest.raises(Unreadable, match="a GeoJSON map"):
        open_source(path)
    lambert = file(tmp_path / "y.geojson", row(), crs="urn:ogc:def:crs:EPSG::2154")
    with pytest.raises(Unreadable, match="EPSG:2154"):
        open_source(lambert)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from([*ROW, "geometry"]), JSON, max_size=4))
def test_any_values(fields: dict[str, Any]) -> None:
    result = read_walk([row(**fields)], RETRIEVED, member="feature 1")
    assert isinstance(result, Draft | Rejection)
    assert repr(result) == repr(read_walk([row(**fields)], RETRIEVED, member="feature 1"))


@given(st.lists(JSON | st.dictionaries(st.just("properties"), JSON), max_size=3))
def test_any_json(rows: list[object]) -> None:
    result = read_walk(rows, RETRIEVED, member="feature 1")
    assert isinstance(result, Rejection)
    assert result.id
