"""Answers of the API: the same ontology without prefixes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from catalog.errors import Unreadable
from catalog.model import Day, Handicap, Period
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from tests.catalog.sources.datatourisme.objects import (
    RETRIEVED,
    draft,
    listing,
    location,
    ref,
    thing,
    warned,
)

if TYPE_CHECKING:
    from pathlib import Path

URI = "https://data.datatourisme.fr/23/aaaaaaaa-0000-3000-8000-000000000001"


def key(name: str, **labels: str) -> dict[str, Any]:
    """A thesaurus term as the API gives it."""
    return {"key": name, "label": {f"@{lang}": label for lang, label in labels.items()}}


def poi(*classes: str, **fields: Any) -> dict[str, Any]:
    """An object of the API at the place of `thing()`; `None` takes a field away."""
    made: dict[str, Any] = {
        "uuid": URI.rpartition("/")[2],
        "uri": URI,
        "type": ["PointOfInterest", "PlaceOfInterest", *(classes or ("CulturalSite", "Museum"))],
        "identifier": "PCUMID081V500001",
        "label": {"@fr": "Maison du tisserand"},
        "isLocatedAt": [
            {
                "address": [
                    {
                        "addressLocality": "Montirat",
                        "postalCode": "81190",
                        "streetAddress": ["Le Bourg"],
                        "hasAddressCity": {
                            "insee": "81180",
                            "label": {"@fr": "Montirat"},
                            "isPartOfDepartment": {"insee": "81"},
                        },
                    }
                ],
                "geo": {"latitude": 44.1734, "longitude": 2.1519},
            }
        ],
        "hasBeenCreatedBy": {"legalName": "OT d'essai", "email": ["someone@example.org"]},
        "hasBeenPublishedBy": [{"legalName": "SIT d'essai"}],
        "lastUpdate": "2026-10-01",
    } | fields
    return {name: value for name, value in made.items() if value is not None}


def read(path: Path, content: object) -> list[Any]:
    path.write_text(json.dumps(content), encoding="utf-8")
    reader = open_source(path)
    assert reader.name == "datatourisme"
    return list(reader.read(RETRIEVED))


def test_the_same_object_in_both_shapes() -> None:
    assert listing(poi()) == listing(thing())


def detailed_flux() -> dict[str, Any]:
    return thing(
        hasDescription=[{"dc:description": {"fr": ["Long"], "en": ["Long in English"]}}],
        hasTheme=[ref("Wine"), ref("Lace", fr="Dentelle")],
        hasFeature=[{"features": [ref("Wifi")], "petsAllowed": False}],
        hasReview=[
            {"hasReviewValue": ref("ScaleRating_3etoiles")},
            {"hasReviewValue": ref("LabelRating_TourismeHandicapPictogrammeMoteur")},
        ],
        hasClientTarget=[ref("Families")],
        hasContact=[{"schema:telephone": ["05 63 36 63 65"], "foaf:homepage": ["https://x.org"]}],
        offers=[
            {
                "schema:acceptedPaymentMethod": [ref("Cash")],
                "schema:priceSpecification": [
                    {
                        "schema:minPrice": ["8"],
                        "schema:maxPrice": ["8.5"],
                        "schema:priceCurrency": "EUR",
                        "hasEligiblePolicy": [ref("ReducedRate")],
                        "hasPricingMode": [ref("PerPerson")],
                        "additionalInformation": {"fr": ["Étudiants"]},
                    }
                ],
            }
        ],
        hasRepresentation=[
            {
                "ebucore:hasRelatedResource": [
                    {"ebucore:locator": ["https://m.example.org/a.jpg"]}
                ],
                "ebucore:hasAnnotation": [{"credits": ["OT"], "rightsEndDate": "2027-01-01"}],
            }
        ],
        isLocatedAt=[
            location(
                **{
                    "schema:openingHoursSpecification": [
                        {
                            "schema:validFrom": "2026-07-01T00:00:00",
                            "schema:validThrough": "2026-08-31T23:59:59",
                            "schema:dayOfWeek": [{"@id": "schema:Monday"}],
                            "schema:opens": "10:00:00",
                            "schema:closes": "12:00:00",
                        }
                    ]
                }
            )
        ],
    )


def detailed_api() -> dict[str, Any]:
    where = poi()["isLocatedAt"][0]
    return poi(
        hasDescription=[{"description": {"@fr": "Long", "@en": "Long in English"}}],
        hasTheme=[key("Wine", fr="Vin"), key("Lace", fr="Dentelle")],
        hasFeature=[{"features": [key("Wifi", fr="Wifi")], "petsAllowed": False}],
        hasReview=[
            {"hasReviewValue": key("ScaleRating_3etoiles")},
            {"hasReviewValue": key("LabelRating_TourismeHandicapPictogrammeMoteur")},
        ],
        hasClientTarget=[key("Families", fr="Familles")],
        hasContact=[{"telephone": ["05 63 36 63 65"], "homepage": ["https://x.org"]}],
        offers=[
            {
                "acceptedPaymentMethod": [key("Cash", fr="Espèces")],
                "priceSpecification": [
                    {
                        "minPrice": 8,
                        "maxPrice": [8.5],
                        "priceCurrency": "EUR",
                        "hasEligiblePolicy": [key("ReducedRate")],
                        "hasPricingMode": [key("PerPerson")],
                        "additionalInformation": {"@fr": "Étudiants"},
                    }
                ],
            }
        ],
        hasRepresentation=[
            {
                "hasRelatedResource": [{"locator": ["https://m.example.org/a.jpg"]}],
                "hasAnnotation": [{"credits": ["OT"], "rightsEndDate": "2027-01-01"}],
            }
        ],
        isLocatedAt=[
            where
            | {
                "openingHoursSpecification": [
                    {
                        "validFrom": "2026-07-01T00:00:00",
                        "validThrough": "2026-08-31T23:59:59",
                        "dayOfWeek": [key("Monday", fr="lundi")],
                        "opens": "10:00:00",
                        "closes": "12:00:00",
                    }
                ]
            }
        ],
    )


def test_the_same_details_in_both_shapes() -> None:
    api, flux = detailed_api(), detailed_flux()
    assert listing(api) == listing(flux)
    assert draft(api).terms == draft(flux).terms
    assert listing(api).access.marks == (Handicap.MOTOR,)
    assert warned(api) == warned(flux) == set()


def test_people_and_reach_without_their_class() -> None:
    obj = poi(hasAudience=[key("Families", fr="Familles"), key("Regional", fr="Régional")])
    assert listing(obj).audience == ("families",)


def event(**period: Any) -> dict[str, Any]:
    base = {"startDate": "2026-01-05", "endDate": "2026-12-31"}
    return poi("EntertainmentAndEvent", "Concert", takesPlaceAt=[base | period])


def test_weeks_of_the_month() -> None:
    (second,) = listing(event(appliesOnDay=[key("Monday")], weekOfMonth=[2])).dates
    assert isinstance(second, Period)
    assert (second.days, second.nth) == ((Day.MO,), (2,))
    (every,) = listing(event(appliesOnDay=[key("Monday")])).dates
    assert (every.days, every.nth) == ((Day.MO,), ())
    odd = event(appliesOnDay=[key("Monday")], weekOfMonth=["paire"])
    assert listing(odd).dates == ()
    assert "recurrence_unclear" in warned(odd)


@pytest.mark.parametrize(
    ("shape", "label"),
    [
        (lambda o: {"objects": o, "meta": {"total": 9438}}, "DATAtourisme API, 1 of 9,438 records"),
        (lambda o: {"objects": o, "meta": {"total": 1}}, "DATAtourisme API, 1 records"),
        (lambda o: {"results": o}, "DATAtourisme API, 1 records"),
        (lambda o: o, "DATAtourisme API, 1 records"),
        (lambda o: o[0], "DATAtourisme API, 1 records"),
        (lambda o: thing() | {"n": len(o)}, "DATAtourisme API, 1 records"),
    ],
)
def test_every_shape_of_an_answer(tmp_path: Path, shape: Any, label: str) -> None:
    path = tmp_path / "a.json"
    (result,) = read(path, shape([poi()]))
    assert isinstance(result, Draft)
    assert result.listing == listing(thing())
    assert (open_source(path).label, open_source(path).total) == (label, 1)


def test_bad_and_withdrawn_objects_do_not_stop_the_others(tmp_path: Path) -> None:
    other = poi(uuid="b", uri=URI.replace("0001", "0002"))
    gone = poi(uuid="c", uri=URI.replace("0001", "0003"), isObsolete=True)
    bare = poi(uri=None)
    results = read(tmp_path / "a.json", {"objects": [poi(), 3, gone, poi(), bare, other]})
    assert [type(result) for result in results] == [
        *(Draft, Rejection, Rejection, Rejection, Rejection, Draft)
    ]
    assert results[2].reason == "field isObsolete: the platform has withdrawn the record"
    assert results[3].reason == "field uuid: the same record stands in record 1 already"
    assert results[4].reason == results[3].reason


def test_other_answers_are_not_taken(tmp_path: Path) -> None:
    for content in (
        {"objects": [{"isLocatedAt": 1}]},
        {"count": 1, "results": [{"uuid": "x", "name": {"fr": "isLocatedAt"}}]},
        {"note": "isLocatedAt"},
    ):
        path = tmp_path / "a.json"
        path.write_text(json.dumps(content))
        with pytest.raises(Unreadable):
            open_source(path)
