from __future__ import annotations

from typing import Any

import pytest

from catalog.model import Kind
from catalog.sources.apidae.kinds import TYPES
from tests.catalog.sources.apidae.objects import draft, element, listing, rejected, thing, warned

E = element


@pytest.mark.parametrize(
    ("type_", "facts", "kinds", "concepts"),
    [
        ("FETE_ET_MANIFESTATION", {"categories": [E(2128)]}, ["event"], ["concert"]),
        ("FETE_ET_MANIFESTATION", {"categories": [E(2107)]}, ["market", "event"], ["market"]),
        ("FETE_ET_MANIFESTATION", {"typesManifestation": [E(1971)], "themes": [E(2337)]},
         ["event"], ["sports_event", "cycling"]),
        ("FETE_ET_MANIFESTATION", {"evenementGenerique": E(2388)}, ["event"], ["heritage_days"]),
        ("PATRIMOINE_CULTUREL", {"patrimoineCulturelType": E(3201)}, ["attraction"], ["museum"]),
        ("PATRIMOINE_CULTUREL", {"patrimoineCulturelType": E(3203), "themes": [E(3495)]},
         ["attraction"], ["castle"]),
        ("PATRIMOINE_CULTUREL", {"patrimoineCulturelType": E(3204)}, ["producer", "attraction"],
         ["company_visit"]),
        ("PATRIMOINE_NATUREL", {"categories": [E(2877), E(2901)]}, ["attraction"],
         ["waterfall", "viewpoint"]),
        ("EQUIPEMENT", {"activites": [E(3184), E(3333)]}, ["itinerary"], ["walking_route"]),
        ("EQUIPEMENT", {"activites": [E(3372), E(3298)]}, ["activity", "attraction", "service"],
         ["picnic_area", "beach", "swimming"]),
        ("EQUIPEMENT", {"activites": [E(3338)]}, ["attraction"], ["cinema"]),
        ("EQUIPEMENT", {"activites": [E(3295)]}, ["transport"], ["marina"]),
        ("EQUIPEMENT", {"activites": [], "itineraire": {"distance": 5}}, ["itinerary"], []),
        ("EQUIPEMENT", {"rubrique": E(2991)}, ["attraction"], []),
        ("ACTIVITE", {"activitesSportives": [E(1922)]}, ["activity"], ["canoeing"]),
        ("COMMERCE_ET_SERVICE", {"commerceEtServiceType": E(1874)}, ["shop"], []),
        ("COMMERCE_ET_SERVICE", {"typesDetailles": [E(2215)]}, ["shop"], ["bakery"]),
        ("COMMERCE_ET_SERVICE", {"typesDetailles": [E(2590)]}, ["health"], ["pharmacy"]),
        ("COMMERCE_ET_SERVICE", {"typesDetailles": [E(4035)]}, ["office"], ["tourist_office"]),
        ("COMMERCE_ET_SERVICE", {"typesDetailles": [E(2255)]}, ["producer"], ["wood_craft"]),
        ("DEGUSTATION", {"typesProduit": [E(3020)], "statutsExploitant": [E(3038)]}, ["producer"],
         ["winery"]),
        ("RESTAURATION", {"restaurationType": E(2866), "categories": [E(2886)]}, ["food"],
         ["pizzeria", "restaurant"]),
        ("RESTAURATION", {}, ["food"], ["restaurant"]),
        ("HOTELLERIE", {"hotellerieType": E(2736)}, ["lodging", "food"], ["hotel", "restaurant"]),
        ("HOTELLERIE_PLEIN_AIR", {"hotelleriePleinAirType": E(2418)}, ["lodging"], ["camper_site"]),
        ("HEBERGEMENT_LOCATIF", {"hebergementLocatifType": E(2619)}, ["lodging"], ["guesthouse"]),
        ("HEBERGEMENT_COLLECTIF", {"hebergementCollectifType": E(2647)}, ["lodging"],
         ["stage_shelter"]),
        ("SEJOUR_PACKAGE", {"activitesSportives": [E(2028)]}, ["activity"], ["walking"]),
        ("STRUCTURE", {"entiteType": E(3166)}, ["office"], ["tourist_office"]),
        ("DOMAINE_SKIABLE", {}, ["activity"], ["skiing"]),
    ],
)  # fmt: skip
def test_what_objects_are(type_: str, facts: Any, kinds: list[str], concepts: list[str]) -> None:
    found = listing(thing(type_, facts))
    assert [kind.value for kind in found.kinds] == kinds
    assert list(found.concepts) == concepts


def test_every_type_gives_a_listing_or_says_why_not() -> None:
    assert len(TYPES) == 16
    for name in TYPES:
        if name not in ("STRUCTURE", "TERRITOIRE"):
            assert listing(thing(name, {})).kinds == (TYPES[name].kind,)


def test_areas_and_organisations_are_no_places() -> None:
    assert rejected(thing("TERRITOIRE", {})) == (
        "field type: a TERRITOIRE is an area, not a place to visit"
    )
    association = thing("STRUCTURE", {"entiteType": element(4008, "Associations")})
    assert rejected(association).startswith("field type: a STRUCTURE is an organisation")
    assert rejected(thing("STRUCTURE", {})).startswith("field type: a STRUCTURE")


def test_a_type_that_is_left_out_or_unknown() -> None:
    by_facts = thing("EQUIPEMENT", {"activites": [element(3333)]}, type=None)
    assert listing(by_facts).kinds == (Kind.ITINERARY,)
    foreign = thing(type="BAR")
    assert listing(foreign).kinds == (Kind.ATTRACTION,)
    assert warned(foreign) == {"class_unknown"}


def test_what_the_house_has_no_word_for_keeps_its_labels() -> None:
    facts = {"activites": [element(999999, "Piste de soucoupes", libelleEn="Saucer run")]}
    found = draft(thing("EQUIPEMENT", facts))
    assert found.listing.concepts == ("apidae:999999",)
    labels = dict(found.terms)[found.listing.concepts[0]]
    assert [(one.lang, one.text) for one in labels.texts] == [
        ("fr", "Piste de soucoupes"),
        ("en", "Saucer run"),
    ]
    bare = thing("EQUIPEMENT", {"activites": [{"id": 999999}]})
    assert (listing(bare).concepts, warned(bare)) == ((), {"element_unknown"})


def test_themes_labels_and_diets_among_the_types() -> None:
    church = listing(
        thing(facts={"themes": [element(3535)], "categories": [element(3322), element(3264)]})
    )
    assert church.concepts == ("church",)
    assert church.themes == ("gothic",)
    assert [label.id for label in church.labels] == ["unesco"]
    table = listing(thing("RESTAURATION", {"specialites": [element(2995), element(4109)]}))
    assert table.amenities == ("vegetarian",)
    assert table.themes == ("apidae:4109",)


def test_what_is_done_there() -> None:
    sports = {"activitesSportives": [element(2028), element(1929)]}
    provider = thing(
        "COMMERCE_ET_SERVICE",
        {"commerceEtServiceType": element(4015)} | sports,
        informationsPrestataireActivites=sports,
    )
    assert listing(provider).kinds == (Kind.ACTIVITY,)
    assert listing(provider).concepts == ("walking",)
    assert listing(provider).themes == ("apidae:1929",)
    hotel = listing(thing("HOTELLERIE", {}, informationsPrestataireActivites=sports))
    assert hotel.concepts == ("hotel",)
    assert set(hotel.themes) == {"walking", "apidae:1929"}


def test_surroundings_are_themes() -> None:
    obj = thing()
    obj["localisation"]["environnements"] = [element(147)]
    found = draft(obj)
    assert found.listing.themes == ("apidae:147",)
    assert dict(found.terms)[found.listing.themes[0]].texts[0].text.startswith("Lac ou plan d'eau")
