"""What a name tells of a place beside its sort: whom a museum remembers, the castle of a town."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice.corridor import Corridor
from catalog.advice.fitting import fit
from catalog.advice.holding import called, holdings
from catalog.advice.travel import Mode
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind, Localized, TermId, Text
from catalog.request import Request
from tests.catalog.advice.test_boundaries import advising, at

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.advice import Adviser
    from catalog.model import Listing

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)


def sight(km: float, id: str, concept: str, name: str) -> Listing:
    made = replace(
        at(km, id, concept or "museum"),
        name=Localized((Text("fr", name),)),
        kinds=(Kind.ATTRACTION,),
    )
    return made if concept else replace(made, concepts=())


def first(adviser: Adviser, text: str, lang: str) -> str:
    told = adviser.ask(text, here=HERE, now=NOW, lang=lang).proposals
    return told[0].listing.id.removeprefix("test:") if told else ""


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un musée de la Résistance"),
        ("en", "a museum of the Resistance"),
        ("de", "ein Museum über die Résistance"),
        ("es", "un museo de la Resistencia"),
        ("it", "un museo della Resistenza"),
        ("nl", "een museum over het verzet"),
        ("oc", "un musèu de la Resisténcia"),
        ("ca", "un museu de la Resistència"),
    ],
)
def test_of_what_a_museum_is_stands_in_its_name(tmp_path: Path, lang: str, text: str) -> None:
    there = (
        sight(0.3, "arts", "museum", "Musée des Beaux-Arts"),
        sight(1.5, "maquis", "museum", "Musée de la Résistance"),
        sight(0.2, "street", "", "Place de la Mairie"),
    )
    with advising(tmp_path, *there) as adviser:
        assert first(adviser, text, lang) == "maquis"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un musée du vin"),
        ("en", "a wine museum"),
        ("de", "ein Weinmuseum"),
        ("es", "un museo del vino"),
        ("it", "un museo del vino"),
        ("nl", "een wijnmuseum"),
        ("ca", "un museu del vi"),
    ],
)
def test_a_house_that_shows_it_does_for_a_museum(tmp_path: Path, lang: str, text: str) -> None:
    there = (
        sight(0.3, "customs", "museum", "Musée des Douanes"),
        sight(1.5, "city", "interpretation_centre", "La Cité du Vin"),
    )
    with advising(tmp_path, *there) as adviser:
        assert first(adviser, text, lang) == "city"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "des monuments romains"),
        ("en", "Roman monuments"),
        ("de", "römische Denkmäler"),
        ("es", "monumentos romanos"),
        ("it", "monumenti romani"),
        ("nl", "Romeinse monumenten"),
        ("oc", "de monuments galloromans"),
        ("ca", "monuments romans"),
    ],
)
def test_an_age_in_a_name_is_the_age_of_a_sight(tmp_path: Path, lang: str, text: str) -> None:
    there = (
        sight(0.2, "church", "church", "Église Saint-Vivien"),
        sight(1.0, "arena", "", "Amphithéâtre gallo-romain"),
    )
    with advising(tmp_path, *there) as adviser:
        assert first(adviser, text, lang) == "arena"


def test_what_a_name_says_is_what_is_more_general_too() -> None:
    arena = sight(1.0, "arena", "", "Amphithéâtre antique")
    assert called(arena, TermId("arena"))
    assert called(arena, TermId("monument"))
    assert not called(arena, TermId("castle"))


@pytest.mark.parametrize(
    ("name", "castle"),
    [
        ("Domaine national du Château de Ctown", True),
        ("Parc du Château de Ctown", False),
        ("Domaine national du Château de Versailles", False),
    ],
)
def test_the_castle_of_the_town_may_have_a_longer_name(name: str, *, castle: bool) -> None:
    assert called(sight(1.0, "town", "garden", name), TermId("castle")) is castle


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un camping avec piscine"),
        ("en", "a campsite with a swimming pool"),
        ("de", "ein Campingplatz mit Schwimmbad"),
        ("es", "un camping con piscina"),
        ("it", "un campeggio con piscina"),
        ("nl", "een camping met zwembad"),
        ("oc", "un campatge amb piscina"),
        ("ca", "un càmping amb piscina"),
    ],
)
def test_a_swimming_pool_beside_a_bed_is_its_own(tmp_path: Path, lang: str, text: str) -> None:
    def camp(km: float, id: str) -> Listing:
        return replace(at(km, id, "campsite"), kinds=(Kind.LODGING,))

    pool = replace(camp(3.0, "pool"), amenities=(TermId("heated_pool"),))
    assert holdings(pool)[TermId("swimming_pool")] == ("amenities", "heated_pool")
    assert TermId("swimming_pool") not in holdings(camp(3.0, "none"))
    with advising(tmp_path, camp(0.2, "none"), pool) as adviser:
        assert first(adviser, text, lang) == "pool"


def test_of_the_town_named_several_are_told_before_its_neighbours(tmp_path: Path) -> None:
    def cellar(km: float, id: str, town: str) -> Listing:
        made = replace(at(km, id, "winery"), kinds=(Kind.PRODUCER,))
        return replace(made, place=replace(made.place, commune=town, insee=town))

    there = (
        cellar(0.9, "one", "Vouvray"),
        cellar(1.0, "two", "Vouvray"),
        cellar(1.1, "three", "Vouvray"),
        cellar(1.6, "beyond", "Rochecorbon"),
    )
    asked = Request(types=(Kind.PRODUCER,), themes=("winery",), where="Vouvray")
    with advising(tmp_path, *there) as adviser:
        told = adviser.advise(asked, here=HERE, now=NOW).proposals
    assert {each.listing.place.commune for each in told} == {"Vouvray"}


def test_between_two_towns_nothing_on_the_way_is_far() -> None:
    road = Corridor(Point(44.0, 2.16), Point(45.0, 2.16), "", Mode.CAR)
    ruin = sight(-4.0, "ruin", "ruins", "Ruines")
    point = Point(ruin.place.latitude, ruin.place.longitude)
    assert road.detour_km(point) < 5
    asked = Request(types=(Kind.ATTRACTION,), themes=("ruins",))
    near = fit(ruin, asked, None, NOW, distance_km=road.detour_km(point))
    assert not any(each.field == "place" for each in near.cautions)
