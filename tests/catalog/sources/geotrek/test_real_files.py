"""Real files of routes, compared with a naive count of their raw JSON.

The counts on the right-hand sides are made here, from the files, by other means than the readers'.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pytest

from catalog.geo import METROPOLITAN_FRANCE, Point
from catalog.model import Kind
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from tests.catalog.sources.geotrek.answers import RETRIEVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Listing

DATA = Path(__file__).resolve().parents[5] / "shared" / "data" / "itineraries"
ADMIN = DATA / "geotrek-admin-fixtures" / "geotrek"
V2 = [ADMIN / room / "tests/data/geotrek_parser_v2" for room in ("trekking", "tourism", "outdoor")]
ECRINS = DATA / "geotrek-ecrins" / "trek.geojson"
SCHEMA = DATA / "schema_randonnee" / "exemple-valide.json"
WALKS = DATA / "routes-64-walking.geojson"

pytestmark = pytest.mark.skipif(
    not DATA.exists(), reason="the real routes are not in ../shared/data"
)

Raw = dict[str, Any]


def read(path: Path) -> tuple[list[Draft], list[Rejection]]:
    found = list(open_source(path).read(RETRIEVED))
    drafts = [one for one in found if isinstance(one, Draft)]
    return drafts, [one for one in found if isinstance(one, Rejection)]


def features(path: Path) -> list[Raw]:
    return [
        feature["properties"] | {"geometry": feature["geometry"]}
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]
    ]


def raw_records(folder: Path) -> Iterator[tuple[str, Raw]]:
    """(kind of list by its name, record) of the lists of records."""
    names = "trek|poi|service|touristiccontent|touristicevent|informationdesk|outdoor_(site|course)"
    wanted = re.compile(rf"({names})(_2|_2_after|_wrong_children|_(un)?published_step.*|_step.*)?")
    for path in sorted(folder.glob("*.json")):
        match = wanted.fullmatch(path.stem)
        if match:
            body = json.loads(path.read_text(encoding="utf-8"))
            for record in body.get("results", [body]):
                yield match[1], record


def listings(drafts: list[Draft]) -> dict[str, Listing]:
    return {draft.listing.id.partition(":")[2]: draft.listing for draft in drafts}


@pytest.mark.parametrize("folder", V2, ids=["trekking", "tourism", "outdoor"])
def test_api_v2_records_languages_and_coordinates(folder: Path) -> None:
    raws = list(raw_records(folder))
    drafts, rejections = read(folder)
    assert open_source(folder).total == len(raws)
    refused = [one for one in rejections if not one.id.endswith(".json")]
    assert len(drafts) + len(refused) == len(raws)
    silent = [
        record
        for _, record in raws
        if record.get("published", True) is False
        or (isinstance(record.get("published"), dict) and not any(record["published"].values()))
        or record.get("latitude", 1) is None
    ]
    assert Counter(one.id for one in refused) == Counter(record["uuid"] for record in silent)
    by_id = {record["uuid"]: (kind, record) for kind, record in raws}
    for draft in drafts:
        listing = draft.listing
        kind, record = by_id[listing.id.partition(":")[2]]
        published = record.get("published", True)
        if kind != "service":
            named = {
                lang
                for lang, name in record["name"].items()
                if name and (published is True or published[lang])
            }
            assert {text.lang for text in listing.name.texts} == named
        at = record.get("departure_geom") or record.get("geometry", {}).get("coordinates")
        if at and isinstance(at[0], float):
            assert (listing.place.longitude, listing.place.latitude) == tuple(at[:2])
        assert METROPOLITAN_FRANCE.holds(Point(listing.place.latitude, listing.place.longitude))
        codes = [code for code in record.get("cities", []) if len(code) == 5]
        assert listing.place.insee in (codes or [None])
        links = {one["url"] for one in record.get("attachments", []) if one["url"]}
        assert links <= {media.url for media in listing.media}


def test_api_v2_treks_exactly() -> None:
    drafts, _ = read(V2[0])
    found = listings(drafts)
    lists = {
        name: {
            entry["id"]: entry
            for entry in json.loads((V2[0] / f"trek_{name}.json").read_text("utf-8"))["results"]
        }
        for name in ("difficulty", "route", "practice")
    }
    levels = {"Très facile": "very_easy", "Facile": "easy", "Intermédiaire": "medium"}
    shapes = {"Boucle": "loop", "Aller-retour": "there_and_back", "Traversée": "one_way"}
    modes = {"VTT": "mountain_biking", "Cheval": "riding", "Pédestre": "walking"}
    checked = 0
    versions = Counter(record["uuid"] for _, record in raw_records(V2[0]))
    for kind, record in raw_records(V2[0]):
        listing = found.get(record["uuid"])
        if kind != "trek" or listing is None or versions[record["uuid"]] > 1:
            continue
        way = listing.itinerary
        assert way is not None
        assert way.distance_m == round(record["length_2d"])
        assert (way.ascent_m, way.descent_m) == (record["ascent"], -record["descent"])
        assert (way.lowest_m, way.highest_m) == (record["min_elevation"], record["max_elevation"])
        hours = (way.duration_min or 0) / 60 + 24 * (way.days or 0)
        assert hours == record["duration"]
        assert way.difficulty == levels[lists["difficulty"][record["difficulty"]]["label"]["fr"]]
        assert way.shape == shapes[lists["route"][record["route"]]["route"]["fr"]]
        assert way.modes == (modes[lists["practice"][record["practice"]]["name"]["fr"]],)
        assert way.track_url == record["gpx"]
        checked += 1
    assert checked >= 5


def test_api_v2_events_and_contacts() -> None:
    drafts, _ = read(V2[1])
    found = listings(drafts)
    for kind, record in raw_records(V2[1]):
        listing = found.get(record["uuid"])
        if listing is None:
            continue
        if kind == "touristicevent":
            (period,) = listing.dates
            assert (str(period.start), str(period.end)) == (
                record["begin_date"],
                record["end_date"],
            )
            assert [f"{slot.opens}" for slot in period.slots] == [
                time for time in [record["start_time"]] if time
            ]
        stated = {record.get("email")} - {None, ""}
        assert {mail for contact in listing.contacts for mail in contact.emails} == stated
        for private in ("organizer", "speaker"):
            if record.get(private):
                assert record[private] not in repr(listing)
    assert Counter(listing.kind for listing in found.values()) == {
        Kind.OFFICE: 2,
        Kind.ACTIVITY: 1,
        Kind.FOOD: 1,
        Kind.EVENT: 2,
    }


def test_the_first_api_exactly() -> None:
    raws = {f"trek-{raw['pk']}": raw for raw in features(ECRINS)}
    drafts, rejections = read(ECRINS)
    found = listings(drafts)
    assert not rejections
    assert found.keys() == raws.keys()
    assert len(raws) == 58
    for record, listing in found.items():
        raw = raws[record]
        way = listing.itinerary
        assert way is not None
        assert [(text.lang, text.text) for text in listing.name.texts] == [("fr", raw["name"])]
        start = raw["geometry"]["coordinates"][0]
        assert [listing.place.longitude, listing.place.latitude] == start
        assert way.distance_m == round(raw["length"])
        assert (way.ascent_m, way.descent_m) == (raw["ascent"], -raw["descent"])
        assert (way.lowest_m, way.highest_m) == (raw["min_elevation"], raw["max_elevation"])
        assert way.duration_min == raw["duration"] * 60
        assert len(way.modes) == len(raw["usages"])
        assert listing.place.commune == raw["cities"][0]["name"]
        assert listing.place.insee == raw["cities"][0]["code"]
        assert bool(way.marking) == bool(raw["networks"])
        assert bool(listing.themes) == bool(raw["themes"])
    levels = Counter(raw["difficulty"]["label"] for raw in raws.values())
    kept = Counter(one.itinerary.difficulty for one in found.values() if one.itinerary)
    assert sorted(levels.values()) == sorted(kept.values())
    loops = [one for one in found.values() if one.itinerary and one.itinerary.shape == "loop"]
    assert len(loops) == sum(raw["route"]["label"] == "Boucle" for raw in raws.values())


def bare(text: str) -> str:
    """Without spaces and marks of lists, which only lay a text out; accents composed."""
    return re.sub(r"[\s•]", "", normalize("NFC", text))


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_the_national_schema_exactly() -> None:
    raws = {raw["id_local"]: raw for raw in features(SCHEMA)}
    drafts, rejections = read(SCHEMA)
    assert not rejections
    assert {draft.listing.sources[0].record for draft in drafts} == raws.keys()
    for draft in drafts:
        listing = draft.listing
        raw = raws[listing.sources[0].record]
        way = listing.itinerary
        assert way is not None
        start = raw["geometry"]["coordinates"][0]
        assert [listing.place.longitude, listing.place.latitude] == start
        assert (way.distance_m, way.ascent_m) == (raw["longueur"], raw["denivele_positif"])
        assert way.descent_m == -raw["denivele_negatif"]
        assert (way.lowest_m, way.highest_m) == (raw["altitude_min"], raw["altitude_max"])
        assert way.duration_min == round(raw["duree"] * 60)
        assert way.shape == "loop"
        assert way.difficulty is not None
        assert listing.place.insee == raw["communes_code"][:5]
        assert raw["communes_nom"].startswith(listing.place.commune or "?")
        assert [media.url for media in listing.media] == [one["url"] for one in raw["medias"]]
        assert {media.licence for media in listing.media} == {"CC-BY-SA-ND"}
        letters = plain(raw["presentation"] + raw["instructions"])
        assert bare(listing.description.texts[0].text) == bare(letters)
        assert raw["contact"] not in repr(draft)
        assert len(listing.themes) >= 1


def test_the_walks_of_a_department_exactly() -> None:
    raws: dict[str, Raw] = {}
    for raw in features(WALKS):
        raws.setdefault(raw["ID"], raw)
    drafts, rejections = read(WALKS)
    found = listings(drafts)
    assert not rejections
    assert found.keys() == raws.keys()
    assert (open_source(WALKS).total, len(found)) == (498, 489)
    durations = {"2": None, "3": None, "5": None, "1.5": None, "45 mn": 45, "2H": 120, "1h30": 90}
    for own, listing in found.items():
        raw = raws[own]
        way = listing.itinerary
        assert way is not None
        at = raw["geometry"]["coordinates"]
        assert [listing.place.longitude, listing.place.latitude] == at[:2]
        assert way.distance_m == round(raw["distancia_km"] * 1000)
        assert way.duration_min == durations.get(raw["duracion"], way.duration_min)
        assert way.track_url == raw["url_gpx"]
        pictures = {url.strip() for url in (raw["fotos"] or "").split(", ") if url.strip()}
        assert pictures <= {media.url for media in listing.media}
        assert bool(listing.description) == bool(raw["descripcion"])
        assert (listing.place.commune or "").upper() == raw["municipios_commune"]
    timed = [one.itinerary for one in found.values() if one.itinerary]
    bare = {own for own, raw in raws.items() if re.fullmatch(r"[\d.]+", raw["duracion"])}
    assert sum(way.duration_min is None and way.days is None for way in timed) == len(bare)
    assert sum(way.days == 1 for way in timed) == sum(
        raw["duracion"] == "1 jour" for raw in raws.values()
    )
    assert all(way.difficulty for way in timed)
    stray = sum(raw["nombre"] != raw["nombre"].strip() for raw in raws.values())
    cautions = Counter(caution.kind for draft in drafts for caution in draft.warnings)
    assert cautions["duration_without_unit"] == len(bare)
    assert cautions["name_with_stray_spaces"] >= stray
