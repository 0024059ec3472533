from __future__ import annotations

import json
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.model import LANGUAGES, Day, Kind, Label, Listing, Period, Price, Slot, TermId
from catalog.sources.draft import Draft, Rejection
from catalog.sources.osm.kinds import OWN, keys, read_kinds, table
from catalog.sources.osm.record import CREDIT, LICENCE, SOURCE, Element, read_element
from catalog.vocabulary import concepts

RETRIEVED = date(2026, 11, 21)


def read(tags: dict[str, str], record: str = "node/7", edited: str = "") -> Draft | Rejection:
    return read_element(Element(record, 44.05, 2.16, tags, edited), RETRIEVED)


def draft(**tags: str) -> Draft:
    found = read({"amenity": "toilets"} | {key.replace("__", ":"): tags[key] for key in tags})
    assert isinstance(found, Draft), found
    return found


def listing(**tags: str) -> Listing:
    return draft(**tags).listing


def cautions(**tags: str) -> list[str]:
    return [caution.kind for caution in draft(**tags).warnings]


def test_nothing_but_a_tag() -> None:
    found = draft()
    toilets = found.listing
    assert toilets.id == "osm:node-7"
    assert (toilets.kinds, toilets.concepts) == ((Kind.SERVICE,), (TermId("toilets"),))
    assert [text.lang for text in toilets.name.texts] == list(LANGUAGES)
    french = toilets.name.get("fr")
    assert french is not None
    assert french.text == "Toilettes"
    (source,) = toilets.sources
    assert (source.name, source.record) == (SOURCE, "node/7")
    assert (source.creator, source.licence) == (CREDIT, LICENCE)
    assert source.url == "https://www.openstreetmap.org/node/7"
    assert source.updated is None
    assert (toilets.openings, toilets.prices, toilets.amenities) == ((), (), ())
    assert toilets.access.wheelchair is None
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("tags", "name"),
    [
        ({"name": "Halte du port"}, "Halte du port"),
        ({"name": "LE PETIT PORT"}, "Le Petit Port"),
        ({"name": "A", "name:fr": "Bé", "name:oc": "Cé"}, "Bé"),
        ({"operator": "Commune d'Anglet"}, "Toilettes (Commune d'Anglet)"),
        ({"operator": "X", "brand": "Y"}, "Toilettes (Y)"),
        ({"name": "Aire", "operator": "X"}, "Aire"),
    ],
)
def test_names(tags: dict[str, str], name: str) -> None:
    found = listing(**{key.replace(":", "__"): value for key, value in tags.items()})
    french = found.name.get("fr")
    assert french is not None
    assert french.text == name
    if "name:oc" in tags:
        assert [text.lang for text in found.name.texts] == ["fr", "oc"]


def test_a_practice_is_never_named_by_its_operator() -> None:
    found = read({"amenity": "veterinary", "operator": "Jeanne Personne"})
    assert isinstance(found, Draft)
    assert "Personne" not in repr(found)


@pytest.mark.parametrize(
    ("said", "wheelchair", "noted", "caution"),
    [
        ("yes", True, False, []),
        ("designated", True, False, []),
        ("no", False, False, []),
        ("limited", None, True, []),
        ("perhaps", None, False, ["access_unclear"]),
    ],
)
def test_wheelchairs(said: str, wheelchair: bool | None, noted: bool, caution: list[str]) -> None:
    access = listing(wheelchair=said).access
    assert access.wheelchair is wheelchair
    assert len(access.note.texts) == (len(LANGUAGES) if noted else 0)
    assert cautions(wheelchair=said) == caution


def test_hours() -> None:
    found = listing(opening_hours="Mo-Fr 09:00-12:00,14:00-18:00; PH off")
    week = tuple(Day)[:5]
    slots = (Slot(time(9), time(12)), Slot(time(14), time(18)))
    assert found.openings == (
        Period(days=week, slots=slots),
        Period(days=(Day.PH,), closed=True),
    )
    assert not found.practical
    assert listing(opening_hours="24/7").openings == (Period(slots=(Slot(time(), time()),)),)


def test_hours_that_are_not_held_stay_unknown_and_are_kept_word_for_word() -> None:
    found = draft(opening_hours="sunrise-sunset")
    assert found.listing.openings == ()
    words = found.listing.practical.get("fr")
    assert words is not None
    assert words.text == "sunrise-sunset"
    (caution,) = found.warnings
    assert (caution.kind, caution.detail) == ("hours_not_held", "sunrise-sunset")
    (caution,) = draft(opening_hours="Mo 10:00-12:00; easter off").warnings
    assert caution.detail == "Mo 10:00-12:00; easter off (easter off)"


@pytest.mark.parametrize(
    ("tags", "prices", "paid", "caution"),
    [
        ({"fee": "no"}, (Price(free=True),), False, []),
        ({"fee": "yes"}, (), True, []),
        ({"fee": "0,20€"}, (Price(Decimal("0.20"), Decimal("0.20")),), False, []),
        ({"fee": "yes", "charge": "0.50 EUR"}, (Price(Decimal("0.50"), Decimal("0.50")),), False,
         []),
        ({"fee": "0.2"}, (), True, ["price_without_unit"]),
        ({"fee": "no", "charge": "2 €"}, (Price(Decimal(2), Decimal(2)),), False,
         ["free_with_price"]),
        ({}, (), False, []),
    ],
)  # fmt: skip
def test_prices(
    tags: dict[str, str], prices: tuple[Price, ...], paid: bool, caution: list[str]
) -> None:
    assert listing(**tags).prices == prices
    assert (TermId("osm:fee=yes") in listing(**tags).amenities) is paid
    assert cautions(**tags) == caution


@pytest.mark.parametrize("access", ["private", "no", "restricted", "yes;private"])
def test_what_is_not_for_the_public_is_left_out(access: str) -> None:
    found = read({"amenity": "toilets", "access": access})
    assert isinstance(found, Rejection)
    assert found.reason.startswith("field access: not for the public (")


def test_for_customers_is_said_in_every_language() -> None:
    found = draft(access="customers")
    (term,) = found.listing.amenities
    assert term == "osm:access=customers"
    assert [text.lang for text in dict(found.terms)[term].texts] == list(LANGUAGES)
    assert cautions(access="key") == ["access_rule_unknown"]
    assert cautions(access="permissive") == []


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ({}, "field tags: they name nothing that the catalogue holds"),
        ({"amenity": "doctors"}, "field tags: they name nothing that the catalogue holds"),
        ({"disused:amenity": "toilets"}, "field tags: they name nothing that the catalogue holds"),
        ({"amenity": "toilets", "disused": "yes"}, "field disused: it does not exist any more"),
    ],
)
def test_what_is_nothing_to_go_to(tags: dict[str, str], reason: str) -> None:
    assert read(tags) == Rejection(SOURCE, "node/7", reason)


@pytest.mark.parametrize("record", ["", "7", "node/", "node/0", "area/7", "node/7;drop", "n/7\n"])
def test_what_is_no_identifier(record: str) -> None:
    found = read({"amenity": "toilets"}, record)
    assert isinstance(found, Rejection)
    assert found.reason == "field id: this is no identifier of OpenStreetMap"


def test_no_position() -> None:
    found = read_element(Element("way/7", None, None, {"amenity": "toilets"}), RETRIEVED)
    assert isinstance(found, Rejection)
    assert found.reason == "field position: latitude or longitude is missing"


def test_everything_else_that_is_stated() -> None:
    found = listing(
        name="Aire du Viaur",
        changing_table="yes",
        drinking_water="yes",
        internet_access="wlan",
        payment__coins="yes",
        payment__credit_cards="yes",
        payment__cash="no",
        dog="leashed",
        phone="05 63 36 63 65",
        contact__website="www.ot.fr",
        addr__housenumber="2",
        addr__street="rue du Port",
        addr__postcode="81400",
        addr__city="Carmaux",
        description="Derrière l&#39;office",
        wikidata="Q42",
        check_date="2026-05-02",
    )
    assert found.concepts == ("toilets", "drinking_water")
    assert found.amenities == ("changing_table", "wifi")
    assert found.payment == ("cash", "card")
    assert found.pets is True
    assert found.contacts[0].phones == ("+33563366365",)
    assert found.contacts[0].websites == ("http://www.ot.fr",)
    assert (found.place.street, found.place.postcode) == (("2 rue du Port",), "81400")
    assert (found.place.commune, found.place.insee) == ("Carmaux", None)
    assert found.description.texts[0].text == "Derrière l'office"
    assert found.same_as == ("http://www.wikidata.org/entity/Q42",)
    assert found.confirmed == date(2026, 5, 2)


def test_days_of_the_last_check() -> None:
    tags = {"amenity": "toilets"}
    edited = read(tags, edited="2026-03-01T10:00:00Z")
    assert isinstance(edited, Draft)
    assert edited.listing.confirmed == date(2026, 3, 1)
    assert listing(check_date="2027-01-01").confirmed is None
    assert cautions(check_date="2027-01-01") == ["updated_in_the_future"]
    assert cautions(check_date="last summer") == ["impossible_date"]


def test_stars() -> None:
    hotel = read({"tourism": "hotel", "stars": "3S"})
    assert isinstance(hotel, Draft)
    assert hotel.listing.labels == (Label(TermId("stars"), 3),)
    doubtful = read({"tourism": "hotel", "stars": "three"})
    assert isinstance(doubtful, Draft)
    assert [caution.kind for caution in doubtful.warnings] == ["stars_unreadable"]


# The table


def test_the_table_speaks_of_house_concepts_only() -> None:
    assert len(table()) > 100
    for line in table():
        assert line.kinds
        assert all(concept in concepts() for concept in line.concepts), line
        assert line.concepts or any(tag in OWN for tag in line.tags), line
    for labels in OWN.values():
        assert tuple(labels) == LANGUAGES


@pytest.mark.parametrize(
    ("tags", "kind", "meant"),
    [
        ({"amenity": "restaurant", "cuisine": "regional;pizza"}, "food",
         ("pizzeria", "restaurant")),
        ({"shop": "farm"}, "producer", ("farm", "local_products")),
        ({"tourism": "information", "information": "office"}, "office", ("tourist_office",)),
        ({"amenity": "fountain", "drinking_water": "yes"}, "attraction",
         ("fountain", "drinking_water")),
        ({"tourism": "camp_site", "amenity": "toilets"}, "lodging", ("campsite", "toilets")),
        ({"amenity": "place_of_worship", "religion": "christian", "building": "chapel"},
         "attraction", ("chapel", "church")),
        ({"emergency": "defibrillator"}, "health", ("defibrillator",)),
        ({"amenity": "bicycle_repair_station"}, "transport", ("bike_repair",)),
        ({"amenity": "charging_station"}, "service", ("charging_station",)),
    ],
)  # fmt: skip
def test_what_tags_mean(tags: dict[str, str], kind: str, meant: tuple[str, ...]) -> None:
    reading = read_kinds(tags)
    assert (reading.kinds[0], reading.concepts) == (kind, meant)


@pytest.mark.parametrize(
    "tags",
    [
        {"tourism": "information", "information": "board"},
        {"amenity": "shelter", "shelter_type": "public_transport"},
        {"building": "yes"},
        {"amenity": ";;"},
    ],
)
def test_what_tags_do_not_mean(tags: dict[str, str]) -> None:
    assert not read_kinds(tags).kinds


words = st.sampled_from(sorted({value for line in table() for _, value in line.tags})) | st.text(
    max_size=12
)
some_keys = st.sampled_from(
    [*sorted(keys()), "name", "name:en", "name:", "fee", "charge", "access", "opening_hours",
     "wheelchair", "stars", "dog", "phone", "email", "website", "check_date", "addr:street",
     "com_insee", "wikidata", "operator", "description", "cuisine", "\x00"]
)  # fmt: skip


@given(st.dictionaries(some_keys, words, max_size=8), st.sampled_from(["node/7", "way/8", "x"]),
       st.none() | st.floats() | st.text(max_size=6))  # fmt: skip
@settings(max_examples=250, deadline=None, derandomize=True)
def test_any_tags_give_a_draft_or_a_rejection(
    tags: dict[str, str], record: str, latitude: Any
) -> None:
    found = read_element(Element(record, latitude, 2.0, tags), RETRIEVED)
    assert found == read_element(Element(record, latitude, 2.0, tags), RETRIEVED)
    if isinstance(found, Draft):
        assert found.listing.name
        assert found.listing.kinds
        json.dumps([text.text for text in found.listing.name.texts])
    else:
        assert found.reason.startswith("field ")
