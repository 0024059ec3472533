"""The real export, the other real objects and the replies that Geotrek keeps, compared with what
their raw JSON says, counted here by other means than the reader's."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from catalog.model import WEEK, Day, MonthDay, Shape
from catalog.sources.apidae.record import read_object
from catalog.sources.draft import Draft, Rejection, Withdrawal
from catalog.sources.formats import open_source
from tests.catalog.sources.apidae.objects import RETRIEVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Period

DATA = Path(__file__).resolve().parents[5] / "shared" / "data"
EXPORT = DATA / "apidae" / "export" / "json_export.zip"
GEOTREK = DATA / "itineraries" / "geotrek-admin-fixtures" / "geotrek"
SINGLE = ("cos_winter", "equ_groups", "hot_fr_en", "structure")
PRIVATE = ("contacts", "donneesPrivees", "criteresInternes")

pytestmark = pytest.mark.skipif(
    not EXPORT.exists(), reason="the real APIDAE files are not in ../shared/data"
)


def raw_objects(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            names = [n for n in archive.namelist() if n.startswith("objets_modifies/obj")]
            return [obj for name in names for obj in json.loads(archive.read(name))]
    content = json.loads(path.read_bytes())
    found: list[dict[str, Any]] = (
        content.get("objetsTouristiques", []) if isinstance(content, dict) else content
    )
    return found


def replies() -> list[Path]:
    folders = ("tourism", "trekking", "infrastructure", "common")
    found = [path for one in folders for path in sorted((GEOTREK / one).rglob("*.json"))]
    return [path for path in found if b'"objetsTouristiques"' in path.read_bytes()]


def files() -> list[Path]:
    return [EXPORT, *(EXPORT.parent / f"{name}.json" for name in SINGLE), *replies()]


def pairs() -> Iterator[tuple[dict[str, Any], Draft]]:
    """Raw objects and their drafts, file by file, in the order of the numbers."""
    for path in files():
        drafts = {
            one.listing.id: one
            for one in open_source(path).read(RETRIEVED)
            if isinstance(one, Draft)
        }
        for obj in raw_objects(path):
            draft = drafts.get(f"apidae:{obj['id']}")  # type: ignore[call-overload]
            if draft is not None:
                yield obj, draft


def strings(value: object) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(strings, value.values()))
    if isinstance(value, list):
        return set().union(*map(strings, value))
    return {value} if isinstance(value, str) and value.strip() else set()


def test_every_object_is_read_or_rejected_with_a_reason() -> None:
    assert len(files()) > 35
    drafts = 0
    for path in files():
        found = list(open_source(path).read(RETRIEVED))
        objects = [one for one in found if not isinstance(one, Withdrawal)]
        assert len(objects) == len(raw_objects(path)), path.name
        drafts += sum(isinstance(one, Draft) for one in objects)
    assert drafts == 17


def test_the_export() -> None:
    found = list(open_source(EXPORT).read(RETRIEVED))
    assert [one.id for one in found if isinstance(one, Withdrawal)] == ["apidae:123"]
    assert len([one for one in found if isinstance(one, Draft)]) == 5
    assert not [one for one in found if isinstance(one, Rejection)]


def test_rejections_are_those_of_the_raw_files() -> None:
    for path in files():
        rejected = {
            one.id: one.reason
            for one in open_source(path).read(RETRIEVED)
            if isinstance(one, Rejection)
        }
        for obj in raw_objects(path):
            reason = rejected.get(str(obj["id"]), "")
            position = ((obj.get("localisation") or {}).get("geolocalisation") or {}).get("geoJson")
            pair = (position or {}).get("coordinates")
            if not obj.get("nom"):
                assert "field nom" in reason
            elif obj.get("type") == "STRUCTURE":
                assert "STRUCTURE" in reason
            elif not pair:
                assert "states no coordinates" in reason
            elif pair == [0, 0]:
                assert "not in France" in reason
            else:
                assert not reason


def test_names_texts_and_places() -> None:
    checked = 0
    for obj, draft in pairs():
        listing = draft.listing
        keys = {
            f"libelle{'PtBR' if t.lang == 'pt' else t.lang.title()}" for t in listing.name.texts
        }
        assert keys == {key for key, words in obj["nom"].items() if words}
        short = (obj.get("presentation") or {}).get("descriptifCourt") or {}
        assert len(listing.summary.texts) == len([words for words in short.values() if words])
        longitude, latitude = obj["localisation"]["geolocalisation"]["geoJson"]["coordinates"]
        assert (listing.place.latitude, listing.place.longitude) == (latitude, longitude)
        commune = (obj["localisation"].get("adresse") or {}).get("commune") or {}
        assert listing.place.insee == commune.get("code")
        owner = ((obj.get("gestion") or {}).get("membreProprietaire") or {}).get("nom")
        assert listing.sources[0].creator == owner
        identifier = obj.get("identifier")
        assert identifier is None or identifier in listing.same_as
        checked += 1
    assert checked == 17


def test_every_day_of_the_events() -> None:
    days = 0
    for obj, draft in pairs():
        if obj.get("type") != "FETE_ET_MANIFESTATION":
            continue
        for raw in (obj.get("ouverture") or {}).get("periodesOuvertures", ()):
            assert any(covers(one, raw) for one in draft.listing.dates), (obj["id"], raw)
            days += 1
        assert not draft.listing.openings
    assert days == 26


def covers(period: Period, raw: dict[str, Any]) -> bool:
    first, last = map(date.fromisoformat, (raw["dateDebut"], raw["dateFin"]))
    assert isinstance(period.start, date)
    assert isinstance(period.end, date)
    opens = raw.get("horaireOuverture")
    slots = {f"{slot.opens:%H:%M:%S}" for slot in period.slots}
    known = opens in slots if opens else not slots
    return period.start <= first and last <= period.end and known


def test_the_sundays_of_the_steam_train() -> None:
    (train,) = (d.listing for o, d in pairs() if o["id"] == 185789)
    (raw,) = (o for o, _ in pairs() if o["id"] == 185789)
    periods = raw["ouverture"]["periodesOuvertures"]
    seasons = [one for one in train.openings if isinstance(one.start, MonthDay)]
    assert [(one.start, one.end) for one in seasons] == [
        (month_day(one["dateDebut"]), month_day(one["dateFin"])) for one in periods
    ]
    assert {one.days for one in seasons} == {(Day.SU,)}
    exceptional = [
        e["dateOuverture"] for p in periods for e in p.get("ouverturesExceptionnelles", ())
    ]
    dated = [one for one in train.openings if isinstance(one.start, date)]
    for day in map(date.fromisoformat, exceptional):
        assert any(
            isinstance(one.start, date)
            and isinstance(one.end, date)
            and one.start <= day <= one.end
            and (not one.days or WEEK[day.weekday()] in one.days)
            for one in dated
        )
    assert len(exceptional) == 6


def month_day(raw: str) -> MonthDay:
    day = date.fromisoformat(raw)
    return MonthDay(day.month, day.day)


def test_a_real_route_once_it_has_a_position() -> None:
    path = GEOTREK / "trekking" / "tests" / "data" / "apidae_trek_parser" / "a_trek.json"
    (obj,) = raw_objects(path)
    obj["localisation"]["geolocalisation"]["geoJson"] = {"coordinates": [6.63, 45.94]}
    found = read_object(obj, RETRIEVED)
    assert isinstance(found, Draft)
    way = found.listing.itinerary
    assert way is not None
    assert (way.modes, way.shape, way.difficulty) == (("walking",), Shape.LOOP, "hard")
    assert (way.duration_min, way.track_url) == (150, "https://example.net/apidae_test_trek.gpx")
    assert [text.lang for text in way.stages.texts] == ["fr", "en"]
    assert [text.text for text in way.surface.texts] == [
        "Suitable for all terrain strollers · Rock · Ground",
        "Rocher · Terre",
    ]
    assert found.listing.amenities == ("in_countryside",)
    assert found.listing.themes == ("geology", "apidae:6158", "apidae:1599")
    assert found.listing.media[1].rights_end == date(2002, 8, 23)
    assert [label.id for label in found.listing.labels] == ["apidae:8607"]
    assert {one.kind for one in found.warnings} == {"contact_means_left_out"}


def test_pictures_prices_and_payment() -> None:
    for obj, draft in pairs():
        listing = draft.listing
        urls = {
            file["url"]
            for picture in obj.get("illustrations") or ()
            for file in (picture.get("traductionFichiers") or ())[:1]
        }
        pictures = {one.url for one in listing.media if (one.mime or "").startswith("image/")}
        assert len(pictures) == len(urls)
        about = obj.get("descriptionTarif") or {}
        tariffs = [t for p in about.get("periodes", ()) for t in p["tarifs"]]
        for tariff in tariffs:
            assert any(
                price.minimum == tariff.get("minimum") and price.maximum == tariff.get("maximum")
                for price in listing.prices
            )
        assert len(listing.payment) == len(about.get("modesPaiement", ()))
        assert not any(price.free for price in listing.prices)


def test_nothing_private_of_real_objects() -> None:
    secrets = 0
    for obj, draft in pairs():
        public = " ".join(strings({k: v for k, v in obj.items() if k not in PRIVATE}))
        hidden = strings({key: obj[key] for key in PRIVATE if key in obj})
        hidden |= set((obj.get("gestion") or {}).get("signalerUnProblemeMails") or ())
        encoded = msgspec.json.encode(draft).decode()
        # a photographer named in a copyright must be credited, whoever else he is
        for words in hidden - {w for w in hidden if w in public}:
            assert words not in encoded
            secrets += 1
        for agent in (obj.get("reservation") or {}).get("organismes") or ():
            name = agent.get("nom") or ""
            assert name not in encoded or name in str(obj["nom"])
    assert secrets > 8
