from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Kind
from catalog.sources.datatourisme.kinds import classes, read_kinds
from catalog.sources.datatourisme.terms import (
    AMENITIES,
    AUDIENCE,
    LABELS,
    MODES,
    PAYMENT,
    POLICY,
    PRACTICES,
    PRICING,
    PRODUCTS,
    SCALES,
    TABLES,
    THEMES,
)
from catalog.vocabulary import concepts

ALL = sorted(classes())
TABLES_OF_TERMS = (
    AMENITIES,
    AUDIENCE,
    MODES,
    PAYMENT,
    POLICY,
    PRACTICES,
    PRICING,
    PRODUCTS,
    TABLES,
    THEMES,
)


def kinds_of(*names: str, tour_facts: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
    chain = set(names) | {up for name in names for up in classes()[name].ancestors}
    reading = read_kinds(chain, tour_facts=tour_facts)
    return tuple(reading.kinds), tuple(reading.concepts)


@pytest.mark.parametrize(
    ("names", "kinds", "concepts"),
    [
        (["Castle"], ("attraction",), ("castle",)),
        (["Lock"], ("attraction",), ("lock",)),
        (["FortifiedCastle", "Museum"], ("attraction",), ("castle", "museum")),
        (["HotelRestaurant"], ("lodging", "food"), ("hotel", "restaurant")),
        (["Restaurant"], ("food",), ("restaurant",)),
        (["Camping"], ("lodging",), ("campsite",)),
        (["LocalTouristOffice"], ("office",), ("tourist_office",)),
        (["Market"], ("market", "event"), ("market",)),
        (["CoveredMarket"], ("market", "attraction"), ("covered_market",)),
        (["Concert", "Festival"], ("event",), ("concert", "festival")),
        (["WineCellar", "Tasting"], ("producer", "activity"), ("winery", "tasting")),
        (["Farm"], ("producer", "attraction"), ("farm",)),
        (["AntiqueAndSecondhandGoodDealer"], ("shop",), ("antiques",)),
        (["PublicLavatories"], ("service",), ("toilets",)),
        (["TrainStation"], ("transport",), ("train_station",)),
        (["Pharmacy"], ("health",), ("pharmacy",)),
        (["WalkingTour"], ("itinerary",), ("walking_route",)),
        (
            ["Museum", "CraftsmanShop"],
            ("attraction", "producer", "shop"),
            ("museum", "craft_workshop"),
        ),
        (["Cuesta"], ("attraction",), ("natural_site",)),
        (["CulturalSite"], ("attraction",), ()),
    ],
)
def test_classes(names: list[str], kinds: tuple[str, ...], concepts: tuple[str, ...]) -> None:
    assert kinds_of(*names) == (kinds, concepts)


def test_a_library_typed_cycling_tour_is_a_library() -> None:
    names = {"CulturalSite", "Library", "CyclingTour", "Tour", "PlaceOfInterest"}
    reading = read_kinds(names, tour_facts=False)
    assert reading.kinds == (Kind.ATTRACTION,)
    assert reading.distrusted == ("CyclingTour",)
    believed = read_kinds(names, tour_facts=True)
    assert believed.kinds == (Kind.ITINERARY, Kind.ATTRACTION)
    assert believed.distrusted == ()


def test_a_tour_that_is_nothing_else_is_believed() -> None:
    assert kinds_of("CyclingTour") == (("itinerary",), ("cycling_route",))


def test_every_class_has_a_kind_and_every_kind_a_class() -> None:
    tree = classes()
    roots = {"PlaceOfInterest"}
    assert {name for name, meaning in tree.items() if not meaning.kinds} == roots
    assert {kind for meaning in tree.values() for kind in meaning.kinds[:1]} == set(Kind)
    assert len(tree) > 300


def test_every_concept_used_is_in_the_vocabulary() -> None:
    used = {concept for meaning in classes().values() for concept in meaning.concepts}
    for table in TABLES_OF_TERMS:
        used |= {concept for mapped in table.values() for concept in mapped}
    used |= {*LABELS.values(), *SCALES.values()}
    assert used - concepts().keys() == set()


@given(st.sets(st.sampled_from(ALL), min_size=1, max_size=6), st.booleans())
def test_order_of_classes_does_not_matter(names: set[str], tour_facts: bool) -> None:
    forwards = read_kinds(sorted(names), tour_facts=tour_facts)
    backwards = read_kinds(sorted(names, reverse=True), tour_facts=tour_facts)
    assert forwards == backwards
    assert len(set(forwards.kinds)) == len(forwards.kinds)
    assert forwards.kinds or names <= {"PlaceOfInterest"}
