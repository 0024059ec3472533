from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.errors import Unreadable
from catalog.model import Localized, Shape
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from catalog.sources.schema_randonnee.feature import read_feature

if TYPE_CHECKING:
    from pathlib import Path

RETRIEVED = date(2026, 11, 20)
LINE = {"type": "LineString", "coordinates": [[3.93, 44.28], [3.94, 44.29]]}
FULL: dict[str, Any] = {
    "id_local": "37959",
    "producteur": "Communauté de communes d'Exemple",
    "contact": "someone@example.org",
    "uuid": "123E4567-e89b-12d3-a456-426614174000",
    "url": "https://rando.example.org/sentier",
    "id_osm": 1913426,
    "nom_itineraire": "Sentier des Fées",
    "pratique": "pédestre",
    "type_itineraire": "boucle",
    "communes_nom": "Chamborigaud, Le Collet-de-Dèze",
    "communes_code": "30080, 48051",
    "depart": "Parking",
    "arrivee": "Mairie",
    "duree": 1.5,
    "balisage": "GR, PR jaune",
    "longueur": 2484,
    "difficulte": "Très facile",
    "altitude_max": 759,
    "altitude_min": 707,
    "denivele_positif": 107,
    "denivele_negatif": -108,
    "instructions": "<p>Prendre &agrave; droite</p>",
    "presentation": "<p>Un panorama&nbsp;!</p>",
    "presentation_courte": "<p>En bref</p>",
    "themes": "Géologie,Histoire et culture",
    "recommandations": "Glissant",
    "accessibilite": "Aménagements PMR",
    "acces_routier": "Par la D 35",
    "transports_commun": "Bus 12",
    "parking_info": "Au bord de la route",
    "parking_geometrie": "POINT(3.938733 44.288964)",
    "date_creation": "2015-10-23",
    "date_modification": "2021-06-03",
    "medias": [
        {"url": "https://x.org/film", "type_media": "video"},
        {
            "url": "https://x.org/a.JPG",
            "titre": "Le château",
            "auteur": "© Anne Onyme",
            "licence": "CC-BY-SA",
            "type_media": "image",
        },
        {"titre": "sans adresse"},
    ],
    "itineraire_parent": None,
    "type_sol": "bitume, terre",
    "pdipr_inscription": True,
    "pdipr_date_inscription": "2019-05-07",
}


def feature(geometry: object = LINE, **fields: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": FULL | fields}


def draft(**fields: Any) -> Draft:
    found = read_feature(feature(**fields), RETRIEVED)
    assert isinstance(found, Draft), found
    return found


def french(text: Localized) -> str:
    (only,) = text.texts
    assert only.lang == "fr"
    return only.text


def test_every_field_of_the_schema() -> None:
    found = draft()
    listing = found.listing
    assert listing.id == "randonnee:communaute-de-communes-d-exemple.37959"
    assert listing.kind == "itinerary"
    assert french(listing.name) == "Sentier des Fées"
    place = listing.place
    assert (place.longitude, place.latitude) == (3.93, 44.28)
    assert (place.insee, place.department, place.commune) == ("30080", "30", "Chamborigaud")
    assert place.street == ("Parking",)
    way = listing.itinerary
    assert way is not None
    assert (way.distance_m, way.ascent_m, way.descent_m) == (2484, 107, 108)
    assert (way.lowest_m, way.highest_m, way.duration_min) == (707, 759, 90)
    assert (way.difficulty, way.shape, way.modes) == ("very_easy", Shape.LOOP, ("walking",))
    assert french(way.marking) == "GR, PR jaune"
    assert french(way.surface) == "bitume, terre"
    assert listing.concepts == ("walking_route", "long_distance_path")
    assert listing.themes == ("geology", "randonnee:theme-histoire-et-culture")
    assert french(listing.summary) == "En bref"
    assert french(listing.description) == "Un panorama !\n\nPrendre à droite"
    assert french(listing.practical).split("\n\n") == [
        *("Parking → Mairie", "Par la D 35", "Au bord de la route", "Bus 12", "Glissant")
    ]
    assert french(listing.access.note) == "Aménagements PMR"
    assert listing.access.wheelchair is None
    film, picture = listing.media
    assert (film.main, picture.main, picture.mime) == (False, True, "image/jpeg")
    assert (picture.credit, picture.licence) == ("© Anne Onyme", "CC-BY-SA")
    (source,) = listing.sources
    assert (source.record, source.updated) == ("37959", date(2021, 6, 3))
    assert source.creator == "Communauté de communes d'Exemple"
    assert source.url == "https://rando.example.org/sentier"
    assert listing.same_as == (
        "123e4567-e89b-12d3-a456-426614174000",
        "https://www.openstreetmap.org/relation/1913426",
    )
    assert listing.contacts == ()
    assert {c.kind for c in found.warnings} == {
        *("markup_removed", "entities_decoded", "several_communes", "media_without_address")
    }


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ("aller-retour", Shape.THERE_AND_BACK),
        ("aller simple", Shape.ONE_WAY),
        ("itinérance", None),
        ("étape", None),
        (None, None),
    ],
)
def test_shapes(kind: str | None, shape: Shape | None) -> None:
    found = draft(type_itineraire=kind)
    assert found.listing.itinerary is not None
    assert found.listing.itinerary.shape == shape
    assert "tour_type_unknown" not in {c.kind for c in found.warnings}


@pytest.mark.parametrize(
    ("practice", "modes", "concept"),
    [
        ("VTT", ("mountain_biking",), "mtb_route"),
        ("cyclo", ("cycling",), "cycling_route"),
        ("gravel", ("cycling",), "cycling_route"),
        ("équestre", ("riding",), "horse_route"),
        ("trail", ("trail_running",), "trail_route"),
        ("ski de fond", (), "skiing"),
        ("raquettes", (), "randonnee:pratique-raquettes"),
    ],
)
def test_practices(practice: str, modes: tuple[str, ...], concept: str) -> None:
    listing = draft(pratique=practice).listing
    assert listing.itinerary is not None
    assert listing.itinerary.modes == modes
    assert listing.concepts[0] == concept


def test_the_field_of_older_versions() -> None:
    assert "Navette d'été" in french(draft(transports="Navette d'été").listing.practical)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"id_local": None}, "field id_local: the record has no identifier"),
        ({"nom_itineraire": " "}, "field nom_itineraire: the record has no name"),
        ({"geometry": None}, "field geometry: the record states no coordinates"),
    ],
)
def test_rejections(changed: dict[str, Any], reason: str) -> None:
    result = read_feature(feature(**changed), RETRIEVED, member="feature 3")
    assert isinstance(result, Rejection)
    assert result.reason == reason


def test_stages_name_their_parent(tmp_path: Path) -> None:
    rows = [
        feature(id_local="1", nom_itineraire="Le tour"),
        feature(id_local="2", nom_itineraire="Jour un", itineraire_parent="1"),
        feature(id_local="3", nom_itineraire="Jour deux", itineraire_parent="1"),
    ]
    path = tmp_path / "itineraires.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows}))
    reader = open_source(path)
    assert reader.label == "national hiking schema, 3 records"
    whole, *_ = reader.read(RETRIEVED)
    assert isinstance(whole, Draft)
    assert whole.listing.itinerary is not None
    assert french(whole.listing.itinerary.stages) == "1. Jour un – 2. Jour deux"


def test_other_coordinates_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    crs = {"type": "name", "properties": {"name": "EPSG:2154"}}
    path.write_text(json.dumps({"crs": crs, "features": [feature()]}))
    with pytest.raises(Unreadable, match="EPSG:2154"):
        open_source(path)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from([*FULL, "geometry"]), JSON, max_size=4))
def test_any_values(fields: dict[str, Any]) -> None:
    result = read_feature(feature(**fields), RETRIEVED, member="feature 1")
    assert isinstance(result, Draft | Rejection)
    assert repr(result) == repr(read_feature(feature(**fields), RETRIEVED, member="feature 1"))


@given(JSON | st.dictionaries(st.sampled_from(["properties", "geometry"]), JSON))
def test_any_json(value: object) -> None:
    result = read_feature(value, RETRIEVED, member="feature 1")
    assert isinstance(result, Rejection)
    assert result.id
