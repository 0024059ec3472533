"""The two real fluxes, read whole and compared with a naive count of their raw JSON.

The counts on the right-hand sides are made here, from the files, by other means than the reader's.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from catalog.geo import METROPOLITAN_FRANCE, Point
from catalog.model import Kind
from catalog.sources.draft import Draft
from catalog.sources.formats import open_source
from catalog.text import clean_line
from tests.catalog.sources.datatourisme.objects import RETRIEVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Listing

DATA = Path(__file__).resolve().parents[5] / "shared" / "data" / "datatourisme"
V3 = DATA / "flux-nouvelle-aquitaine-2023-07-24.zip"
V2 = DATA / "flux-centre-val-de-loire-2020-09.zip"
EVERY = {V3: 8, V2: 3}
"""One record in eight of the large flux, one in three of the other: a pass of a few seconds."""

pytestmark = pytest.mark.skipif(
    not (V3.exists() and V2.exists()), reason="the real fluxes are not in ../shared/data"
)


@dataclass
class Sample:
    drafts: dict[str, Draft] = field(default_factory=dict)
    raw: dict[str, dict[str, Any]] = field(default_factory=dict)
    rejected: int = 0


def sampled(path: Path, folder: Path) -> Path:
    """A flux of every n-th record of a real one, its files copied byte by byte."""
    target = folder / path.name
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as archive:
        index = json.loads(source.read("index.json"))[:: EVERY[path]]
        archive.writestr("index.json", json.dumps(index))
        archive.writestr("context.jsonld", source.read("context.jsonld"))
        for entry in index:
            archive.writestr(f"objects/{entry['file']}", source.read(f"objects/{entry['file']}"))
    return target


@pytest.fixture(scope="module", params=[V3, V2], ids=["v3", "v2"])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    path = sampled(request.param, tmp_path_factory.mktemp("flux"))
    made = Sample()
    for result in open_source(path).read(RETRIEVED):
        if isinstance(result, Draft):
            made.drafts[result.listing.id.partition(":")[2]] = result
        else:
            made.rejected += 1
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("objects/"):
                obj = json.loads(archive.read(name))
                made.raw[obj["@id"].rpartition("/")[2]] = obj
    return made


def pairs(sample: Sample) -> Iterator[tuple[dict[str, Any], Listing]]:
    for record, obj in sample.raw.items():
        yield obj, sample.drafts[record].listing


def each(obj: dict[str, Any], *keys: str) -> list[Any]:
    """The values at the end of a path of keys, lists opened on the way."""
    found: list[Any] = [obj]
    for key in keys:
        found = [
            item
            for value in found
            if isinstance(value, dict) and value.get(key) is not None
            for item in (value[key] if isinstance(value[key], list) else [value[key]])
        ]
    return found


def test_all_records_are_read(sample: Sample) -> None:
    assert sample.rejected == 0
    assert sample.drafts.keys() == sample.raw.keys()
    assert len(sample.raw) > 800


def test_the_announced_totals() -> None:
    assert (open_source(V3).total, open_source(V2).total) == (6912, 2550)
    assert open_source(V3).label == "DATAtourisme flux v3, 6,912 records"
    assert open_source(V2).label == "DATAtourisme flux v2, 2,550 records"


def test_identifiers_places_and_credits(sample: Sample) -> None:
    for obj, listing in pairs(sample):
        (where,) = obj["isLocatedAt"]
        place = listing.place
        assert place.latitude == float(where["schema:geo"]["schema:latitude"])
        assert place.longitude == float(where["schema:geo"]["schema:longitude"])
        assert METROPOLITAN_FRANCE.holds(Point(place.latitude, place.longitude))
        assert place.insee in each(where, "schema:address", "hasAddressCity", "insee")
        assert place.postcode in each(where, "schema:address", "schema:postalCode")
        assert len(place.street) <= len(each(where, "schema:address", "schema:streetAddress"))
        (source,) = listing.sources
        assert source.record == obj["dc:identifier"]
        assert source.url == obj["@id"]
        assert source.updated == date.fromisoformat(obj["lastUpdate"])
        assert bool(source.creator) == bool(each(obj, "hasBeenCreatedBy", "schema:legalName"))


def test_languages_of_names_and_texts(sample: Sample) -> None:
    for obj, listing in pairs(sample):
        assert [text.lang for text in listing.name.texts] == list(obj["rdfs:label"])
        short = set().union(
            *each(obj, "hasDescription", "shortDescription"), obj.get("rdfs:comment", ())
        )
        assert {text.lang for text in listing.summary.texts} == short
        long = set().union(*each(obj, "hasDescription", "dc:description"))
        assert {text.lang for text in listing.description.texts} == long


def test_machine_translations(sample: Sample) -> None:
    declared = Counter(
        predicate["@id"] if isinstance(predicate, dict) else predicate
        for obj in sample.raw.values()
        for pair in each(obj, "hasDescription", "hasTranslatedProperty")
        for predicate in each(pair, "rdf:predicate")
        for _ in each(pair, "rdf:language")
    )
    listings = [draft.listing for draft in sample.drafts.values()]
    short = sum(text.machine for listing in listings for text in listing.summary.texts)
    long = sum(text.machine for listing in listings for text in listing.description.texts)
    assert (short, long) == (declared["shortDescription"], declared["dc:description"])


def naive_days(obj: dict[str, Any]) -> set[tuple[Any, ...]]:
    """(from, to, weekday, opens, closes) as raw texts, where nothing is odd about them."""
    found = set()
    for spec in each(obj, "isLocatedAt", "schema:openingHoursSpecification"):
        start, end = spec.get("schema:validFrom"), spec.get("schema:validThrough")
        opens, closes = spec.get("schema:opens"), spec.get("schema:closes")
        if not start or not end or start[:10] > end[:10] or end > "2050" or opens == closes:
            continue
        for day in each(spec, "schema:dayOfWeek", "@id") or ["schema:*"]:
            found.add((start[:10], end[:10], day[7:9], opens[:5], closes and closes[:5]))
    return found


def holds(listing: Listing, said: tuple[Any, ...]) -> bool:
    start, end, day, opens, closes = said
    return any(
        isinstance(period.start, date)
        and isinstance(period.end, date)
        and period.start.isoformat() <= start
        and end <= period.end.isoformat()
        and (not period.days or day in [weekday.value for weekday in period.days])
        and any(
            f"{slot.opens:%H:%M}" == opens
            and (f"{slot.closes:%H:%M}" if slot.closes else None) == closes
            for slot in period.slots
        )
        for period in listing.openings
    )


def test_every_opening_slot_is_kept(sample: Sample) -> None:
    checked = 0
    for obj, listing in pairs(sample):
        for said in naive_days(obj):
            assert holds(listing, said), (listing.id, said)
            checked += 1
    assert checked > 800


def test_openings_are_neither_lost_nor_made_up(sample: Sample) -> None:
    for obj, listing in pairs(sample):
        stated = each(obj, "isLocatedAt", "schema:openingHoursSpecification")
        assert bool(listing.openings) == bool(stated)
        assert len(listing.openings) <= len(stated)
        hours = {spec["schema:opens"][:5] for spec in stated if "schema:opens" in spec}
        kept = {f"{slot.opens:%H:%M}" for period in listing.openings for slot in period.slots}
        assert kept <= hours
        assert not any(period.closed for period in listing.openings)


def test_event_dates(sample: Sample) -> None:
    for obj, listing in pairs(sample):
        stated = each(obj, "takesPlaceAt")
        assert bool(listing.dates) == bool(stated)
        for period in stated:
            day = date.fromisoformat(period["startDate"])
            assert any(
                isinstance(kept.start, date)
                and kept.start <= day
                and (not kept.end or day <= kept.end)  # type: ignore[operator]
                for kept in listing.dates
            )


def test_labels_marks_access_and_languages(sample: Sample) -> None:
    marks = "kb:LabelRating_TourismeHandicapPictogramme"
    for obj, listing in pairs(sample):
        names = set(each(obj, "hasReview", "hasReviewValue", "@id")) - {
            "kb:COVID19ProtocolsCommitted"
        }
        handicap = {name for name in names if name.startswith(marks)}
        assert len(listing.access.marks) == len(handicap)
        assert len(listing.labels) == len(names - handicap) + bool(handicap)
        assert listing.access.wheelchair is obj.get("reducedMobilityAccess")
        codes = {
            code for code in each(obj, "availableLanguage") if len(code) == 2 and code.islower()
        }
        assert codes <= set(listing.spoken)


def test_prices(sample: Sample) -> None:
    for obj, listing in pairs(sample):
        specs = each(obj, "offers", "schema:priceSpecification")
        free = "kb:Free" in each(
            obj, "offers", "schema:priceSpecification", "hasEligiblePolicy", "@id"
        )
        zero = any(
            each(spec, "schema:minPrice") == ["0"] == each(spec, "schema:maxPrice")
            for spec in specs
        )
        assert not any(price.free for price in listing.prices) or free or zero
        amounts = {
            float(raw)
            for key in ("schema:minPrice", "schema:maxPrice", "schema:price")
            for spec in specs
            for raw in each(spec, key)
        }
        kept = {
            float(amount)
            for price in listing.prices
            for amount in (price.minimum, price.maximum)
            if amount is not None
        }
        assert kept <= amounts
        single = {
            float(each(spec, "schema:minPrice")[0])
            for spec in specs
            if len(each(spec, "schema:minPrice")) == 1 and len(each(spec, "schema:maxPrice")) <= 1
        }
        assert {amount for amount in single if amount > 0} <= kept


def test_media(sample: Sample) -> None:
    for obj, listing in pairs(sample):
        links = {
            link
            for key in ("hasMainRepresentation", "hasRepresentation")
            for link in each(obj, key, "ebucore:hasRelatedResource", "ebucore:locator")
        }
        assert len(listing.media) <= len(links)
        assert len(listing.media) >= len({link.lower() for link in links}) - 2
        ends = each(obj, "hasRepresentation", "ebucore:hasAnnotation", "rightsEndDate")
        assert bool(ends) <= any(media.rights_end for media in listing.media)


def test_tours(sample: Sample) -> None:
    for obj, listing in pairs(sample):
        if listing.kind is Kind.ITINERARY:
            assert listing.itinerary is not None
            distance = listing.itinerary.distance_m
            assert (distance and float(distance)) == (
                float(obj["tourDistance"]) if "tourDistance" in obj else None
            )
        if set(obj["@type"]) >= {"Tour", "PlaceOfInterest"} and "tourDistance" not in obj:
            assert listing.kind is not Kind.ITINERARY


def test_no_owner_and_no_creator_mail(sample: Sample) -> None:
    for obj, listing in pairs(sample):
        public = {
            address.lower()
            for key in ("hasContact", "hasBookingContact")
            for raw in each(obj, key, "schema:email")
            for address in re.split(r"[\s,;<]+", clean_line(raw))
        }
        mails = {mail.lower() for contact in listing.contacts for mail in contact.emails}
        assert mails <= {address.removeprefix("mailto:") for address in public}


def test_kinds_as_the_classes_say(sample: Sample) -> None:
    expected = {
        "EntertainmentAndEvent": (Kind.EVENT, Kind.MARKET),
        "Accommodation": (Kind.LODGING,),
        "TouristInformationCenter": (Kind.OFFICE,),
        "TastingProvider": (Kind.PRODUCER, Kind.ATTRACTION),
    }
    for obj, listing in pairs(sample):
        for name, kinds in expected.items():
            if name in obj["@type"]:
                assert listing.kind in kinds
        if "Restaurant" in obj["@type"]:
            assert Kind.FOOD in listing.kinds
