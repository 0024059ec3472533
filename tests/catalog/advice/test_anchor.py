"""A thing beside a kind of thing, in every language: the nearest such thing, and what is by it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
LISTINGS = (
    at(0.2, "parking-here", "parking", kind=Kind.SERVICE),
    at(6.0, "cathedral", "cathedral"),
    at(6.3, "parking-there", "parking", kind=Kind.SERVICE),
    at(6.4, "inn-there", "restaurant", kind=Kind.FOOD),
    at(1.0, "inn-here", "restaurant", kind=Kind.FOOD),
    at(18.0, "cathedral-far", "cathedral"),
    at(18.1, "parking-far", "parking", kind=Kind.SERVICE),
    at(3.0, "station", "train_station", kind=Kind.TRANSPORT),
    at(3.2, "castle", "castle"),
)
SAID = {
    "fr": ("un parking près de la cathédrale", "un restaurant à côté de la cathédrale"),
    "en": ("parking near the cathedral", "a restaurant next to the cathedral"),
    "de": ("Parkplatz in der Nähe der Kathedrale", "ein Restaurant bei der Kathedrale"),
    "es": ("un aparcamiento cerca de la catedral", "un restaurante junto a la catedral"),
    "it": ("un parcheggio vicino alla cattedrale", "un ristorante accanto alla cattedrale"),
    "nl": ("parkeren bij de kathedraal", "een restaurant in de buurt van de kathedraal"),
    "oc": ("un parcatge prèp de la catedrala", "un restaurant a costat de la catedrala"),
    "ca": ("un aparcament a prop de la catedral", "un restaurant al costat de la catedral"),
}
FROM_THE_STATION = {
    "fr": "que visiter demain depuis la gare",
    "en": "what to visit tomorrow from the station",
    "es": "qué visitar mañana desde la estación",
    "it": "cosa visitare domani partendo dalla stazione",
    "nl": "wat bezoeken morgen vanaf het station",
}


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("anchor") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


@pytest.mark.parametrize("lang", SAID)
@pytest.mark.parametrize(("number", "first"), [(0, "parking-there"), (1, "inn-there")])
def test_what_lies_beside_the_thing_named(
    adviser: Adviser, lang: str, number: int, first: str
) -> None:
    found = adviser.ask(SAID[lang][number], here=HERE, now=NOW, lang=lang)
    best = found.proposals[0]
    assert best.listing.id == f"test:{first}"
    assert best.beside is not None
    assert (best.beside[0].id, best.beside[1]) == ("test:cathedral", 0.3 if number == 0 else 0.4)
    # The way is told from where the visitor stands.
    assert best.way.straight_km > 6
    ids = [each.listing.id for each in found.proposals]
    assert not {"test:parking-here", "test:inn-here", "test:cathedral"} & set(ids)
    # What was asked for stays what was asked for.
    assert "cathedral" in found.request.themes


@pytest.mark.parametrize("lang", FROM_THE_STATION)
def test_who_starts_at_a_station_is_advised_from_there(adviser: Adviser, lang: str) -> None:
    found = adviser.ask(FROM_THE_STATION[lang], here=HERE, now=NOW, lang=lang)
    (castle,) = [each for each in found.proposals if each.listing.id == "test:castle"]
    assert castle.way.straight_km == pytest.approx(0.2, abs=0.01)
    assert "test:station" not in [each.listing.id for each in found.proposals]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("une cathédrale et un parking", "cathedral"),
        ("la cathédrale", "cathedral"),
        ("un parking", "parking-here"),
        ("près d'ici, un parking", "parking-here"),
        ("un parking près d'un aquarium", "parking-here"),
    ],
)
def test_two_wishes_are_two_and_what_nobody_knows_is_no_place(
    adviser: Adviser, text: str, first: str
) -> None:
    found = adviser.ask(text, here=HERE, now=NOW, lang="fr")
    assert f"test:{first}" in [each.listing.id for each in found.proposals]
    assert all(each.beside is None for each in found.proposals)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "y cerca un restaurante"),
        ("it", "e vicino un ristorante"),
        ("ca", "i a prop un restaurant"),
        ("en", "and near it a restaurant"),
        ("fr", "et pas loin un restaurant"),
    ],
)
def test_a_table_nearby_is_sought_and_nothing_beside_it(
    adviser: Adviser, lang: str, text: str
) -> None:
    found = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    assert [each.listing.id for each in found.proposals][:1] == ["test:inn-here"]
