"""What decides between things that all answer: a label, the way, a door that has no hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import pytest

from catalog.advice import Adviser
from catalog.advice.by_train import goes_by_train
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind, Label, Listing, Period, Place, Price, Slot, TermId
from catalog.request import PlaceNames, Request, read
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_properties import build
from tests.catalog.making import make

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.advice import Advice

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)  # a Thursday
OPEN = (Period(slots=(Slot(time(10), time(19)),)),)


def at(km: float, id: str, name: str, *concepts: str, **fields: Any) -> Listing:
    """A listing so many kilometres north of here."""
    made = make(id, name, concepts=tuple(map(TermId, concepts)), **fields)
    return replace(made, place=Place(HERE.latitude + km / 111.2, HERE.longitude, commune=f"C{km}"))


LISTINGS = [
    at(6, "plain", "Petitbourg", "village"),
    at(14, "fair", "Beaubourg", "village", labels=(Label(TermId("plus_beaux_villages")),)),
    at(19.5, "edge", "Presque", "village"),
    at(23, "beyond", "Tropavant", "village"),
    at(17, "river", "Plage de la rivière", "swimming", "beach", kind=Kind.ACTIVITY),
    at(
        *(35, "pond", "Étang gardé", "swimming", "lake"),
        kind=Kind.ACTIVITY,
        openings=OPEN,
        prices=(Price(free=True),),
    ),
    at(0.4, "bridge", "Pont neuf", "bridge"),
    at(5, "falls", "Cascade", "waterfall"),
    at(0.05, "inn", "Auberge", "restaurant", kind=Kind.FOOD),
    at(0.08, "gr", "GR du pays", "long_distance_path", kind=Kind.ITINERARY),
    at(3, "museum", "Musée", "museum"),
    at(9, "castle", "Château", "castle"),
    at(
        *(2, "farm", "Ferme des oignons", "farm"),
        kind=Kind.PRODUCER,
        audience=(TermId("kids"),),
        amenities=(TermId("picnic_tables"),),
    ),
    at(1.3, "pitch", "Camping du bord", "campsite", kind=Kind.LODGING),
    at(8, "summit", "Observatoire du mont", "observatory", "museum"),
]


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("near") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def answer(adviser: Adviser, **asked: Any) -> Advice:
    return adviser.advise(Request(**asked), here=HERE, now=NOW)


def ids(advice: Advice) -> list[str]:
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


VILLAGES: dict[str, Any] = {"types": (Kind.ATTRACTION,), "themes": ("village",)}


def test_of_villages_the_labelled_one_comes_first_and_says_why(adviser: Adviser) -> None:
    told = answer(adviser, **VILLAGES).proposals
    assert told[0].listing.id == "test:fair"
    assert ("labels", "plus_beaux_villages") in {(r.field, r.value) for r in told[0].reasons}


@pytest.mark.parametrize(
    "text",
    [
        "quels villages à moins de 30 min en voiture ?",
        "villages within 30 minutes by car",
        "Dörfer, höchstens 30 Minuten mit dem Auto entfernt",
        "pueblos a menos de 30 minutos en coche",
        "borghi a meno di 30 minuti in auto",
        "dorpen op minder dan 30 minuten met de auto",
        "vilatges a mens de 30 minutas en veitura",
        "pobles a menys de 30 minuts amb cotxe",
    ],
)
def test_no_way_is_longer_than_the_minutes_that_were_said(adviser: Adviser, text: str) -> None:
    request = read(text, PlaceNames(()))
    assert request.radius_km == 25
    told = adviser.advise(request, here=HERE, now=NOW, text=text).proposals
    assert told
    assert all(each.way.minutes <= 30 for each in told)


def test_kilometres_that_were_said_are_kilometres(adviser: Adviser) -> None:
    kept = answer(adviser, **VILLAGES, radius_km=25.0).proposals
    assert {"test:fair", "test:plain"} <= {each.listing.id for each in kept}
    compared, _ = adviser.compared(Request(**VILLAGES, radius_km=25.0), here=HERE, now=NOW)
    assert "test:beyond" in {each.listing.id for each in compared}


def test_a_bank_near_by_comes_before_an_open_lake_twice_as_far(adviser: Adviser) -> None:
    hot = answer(adviser, types=(Kind.ACTIVITY,), themes=("swimming",), when="today", weather="hot")
    assert ids(hot)[:2] == ["river", "pond"]


def test_what_has_no_door_is_told_where_nothing_free_is_near(adviser: Adviser) -> None:
    free = answer(adviser, types=(Kind.ACTIVITY,), max_price=0.0)
    assert {"falls", "pond"} & set(ids(free)) == {"falls", "pond"}
    assert "museum" not in ids(free)


def test_nothing_lies_on_a_way_of_a_few_steps_nor_is_a_journey_of_days_on_any(
    adviser: Adviser,
) -> None:
    assert answer(adviser, types=(Kind.FOOD,), when="today:evening").on_the_way is None


def test_a_castle_is_no_near_miss_of_a_museum_that_leads_through(adviser: Adviser) -> None:
    told = answer(adviser, types=(Kind.ATTRACTION,), themes=("museum", "guided_tour"))
    assert "test:museum" in {each.listing.id for each in told.proposals}
    assert "test:castle" not in {each.listing.id for each in told.near_misses}


def test_who_grows_something_sells_local_products(adviser: Adviser) -> None:
    told = answer(adviser, types=(Kind.SHOP, Kind.PRODUCER), themes=("local_products",))
    assert ids(told) == ["farm"]
    assert ("concepts", "farm") in {(r.field, r.value) for r in told.proposals[0].reasons}


def test_a_table_under_the_sky_suits_no_child_in_the_rain(adviser: Adviser) -> None:
    for weather, told in ((None, True), ("rain", False)):
        request = Request(themes=("farm",), party=("kids",), weather=weather)
        fitting, _ = adviser.compared(request, here=HERE, now=NOW)
        values = {r.value for each in fitting for r in each.reasons}
        assert ("picnic_tables" in values) is told


def test_a_van_is_sent_to_the_campsite_next_door_with_the_doubt_said(adviser: Adviser) -> None:
    told = answer(adviser, types=(Kind.LODGING,), themes=("camper_site",), mobility=("camper_van",))
    assert ids(told) == ["pitch"]
    assert ("lacks", "camper_site") in {(c.field, c.value) for c in told.proposals[0].cautions}


def test_nobody_is_sent_up_to_an_observatory_in_a_thunderstorm(adviser: Adviser) -> None:
    told = answer(adviser, types=(Kind.ATTRACTION,), weather="storm")
    assert "summit" not in ids(told)
    assert "museum" in ids(told)


@pytest.mark.parametrize(
    ("asked", "has_a_day"),
    [
        ({"when": "tomorrow"}, True),
        ({"when": "sat"}, True),
        ({"duration": "day"}, True),
        ({"when": "today"}, False),
        ({"when": "tomorrow:evening"}, False),
        ({"when": "tomorrow", "duration": "2h"}, False),
        ({}, False),
    ],
)
def test_a_day_still_to_come_is_long_enough_for_a_train(
    asked: dict[str, Any], has_a_day: bool
) -> None:
    request = Request(types=(Kind.ATTRACTION,), mobility=("public_transport",), **asked)
    assert goes_by_train(request) is has_a_day
