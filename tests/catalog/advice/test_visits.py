"""A visit and a meal, what a name says, what is on beside what there is, and a day made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.advice.holding import called
from catalog.advice.planning import plan
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind, Localized, Period, TermId, Text
from catalog.request import Request
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import TEN_TO_SEVEN, at
from tests.catalog.advice.test_properties import build
from tests.catalog.making import make

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.advice import Advice

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 9, 0, tzinfo=PARIS)
TODAY = (Period(start=date(2026, 7, 20), end=date(2026, 7, 30)),)
LISTINGS = (
    at(0.2, "table-here", "restaurant", kind=Kind.FOOD),
    at(14.0, "castle", "castle"),
    at(14.5, "table-there", "restaurant", kind=Kind.FOOD),
    at(15.0, "picnic", "picnic_area", kind=Kind.SERVICE),
    replace(at(0.4, "balloon", "ballooning", kind=Kind.ACTIVITY), openings=TEN_TO_SEVEN),
    replace(at(0.5, "hire", "equipment_hire", kind=Kind.ACTIVITY), openings=TEN_TO_SEVEN),
    replace(at(0.6, "pool", "swimming_pool", kind=Kind.ACTIVITY), openings=TEN_TO_SEVEN),
    replace(at(0.7, "museum", "museum"), openings=TEN_TO_SEVEN),
    replace(at(0.8, "church", "church"), openings=TEN_TO_SEVEN),
    *(
        replace(at(20.0 + n / 10, f"show-{n}", "exhibition", kind=Kind.EVENT), dates=TODAY)
        for n in range(20)
    ),
)
VISIT_AND_MEAL = {
    "fr": ("un château et un restaurant", "un château et un pique-nique"),
    "en": ("a castle and a restaurant", "a castle and a picnic"),
    "de": ("eine Burg und ein Restaurant", "eine Burg und ein Picknick"),
    "es": ("un castillo y un restaurante", "un castillo y un picnic"),
    "it": ("un castello e un ristorante", "un castello e un picnic"),
    "nl": ("een kasteel en een restaurant", "een kasteel en een picknick"),
    "oc": ("un castèl e un restaurant", "un castèl e un picnic"),
    "ca": ("un castell i un restaurant", "un castell i un pícnic"),
}
LUNCH = {
    "fr": ("une visite et un déjeuner", "une journée avec un déjeuner"),
    "en": ("a visit and lunch", "plan a day with lunch"),
    "it": ("una visita e un pranzo", "una giornata con pranzo"),
    "oc": ("una visita e un dinnar", "una jornada amb un dinnar"),
    "ca": ("una visita i dinar", "un dia amb dinar"),
}


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("visits") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def ids(advice: Advice) -> list[str]:
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


@pytest.mark.parametrize("lang", VISIT_AND_MEAL)
def test_the_meal_is_near_what_is_seen(adviser: Adviser, lang: str) -> None:
    for text, meal in zip(VISIT_AND_MEAL[lang], ("table-there", "picnic"), strict=True):
        advice = adviser.ask(text, here=HERE, now=NOW)
        assert ids(advice) == ["castle", meal], (text, ids(advice))


@pytest.mark.parametrize("lang", LUNCH)
def test_a_visit_beside_a_meal_is_sought_too(adviser: Adviser, lang: str) -> None:
    for text in LUNCH[lang]:
        found = ids(adviser.ask(text, here=HERE, now=NOW))
        assert found[-1] == "table-here", (text, found)
        assert {"museum", "church", "pool", "balloon", "hire"} & set(found), (text, found)


def test_what_is_on_does_not_crowd_out_what_else_there_is(adviser: Adviser) -> None:
    asked = Request(types=(Kind.ACTIVITY, Kind.ATTRACTION), when="today", rest="organisez")
    fitting, _ = adviser.compared(asked, here=HERE, now=NOW)
    assert "museum" in {each.listing.id.removeprefix("test:") for each in fitting}
    found = adviser.advise(asked, here=HERE, now=NOW).proposals
    assert sum(each.listing.kind is Kind.EVENT for each in found) <= 1


def test_nobody_is_put_into_a_balloon_before_lunch(adviser: Adviser) -> None:
    made = plan(adviser, Request(duration="day"), here=HERE, now=NOW)
    assert made is not None
    stops = {stop.proposal.listing.id.removeprefix("test:") for stop in made.days[0].stops}
    assert {"museum", "church"} <= stops
    assert not {"balloon", "hire", "pool"} & stops


@pytest.mark.parametrize(
    ("name", "kind", "term", "is_one"),
    [
        ("Visite guidée : Sur les pas de Balzac", Kind.EVENT, "guided_tour", True),
        ("Visites guidées en Segway", Kind.ACTIVITY, "guided_tour", True),
        ("Église Saint-Pierre", Kind.ATTRACTION, "church", True),
        ("Hôtel de ville", Kind.ATTRACTION, "hotel", False),
        ("Restaurant du Château", Kind.FOOD, "castle", False),
        ("Château Margaux", Kind.PRODUCER, "castle", False),
        ("Le Musée", Kind.ATTRACTION, "castle", False),
    ],
)
def test_a_name_says_what_it_begins_with(name: str, kind: Kind, term: str, is_one: bool) -> None:
    listing = replace(make("x", name, kind=kind), name=Localized((Text("fr", name),)))
    assert called(listing, TermId(term)) is is_one
