"""Who says that they are on foot is proposed what one walks to; what a name tells of a place, and
what nobody goes far for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.advice.planning import is_wanted
from catalog.model import Kind, Localized, TermId, Text
from catalog.request import PlaceNames, read
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import HERE, NOW, advising, at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LISTINGS = (
    at(1.2, "walk", "walking_route", kind=Kind.ITINERARY),
    at(11.0, "far_walk", "walking_route", kind=Kind.ITINERARY),
    at(0.9, "table", "restaurant", kind=Kind.FOOD),
    at(4.0, "hour_table", "restaurant", kind=Kind.FOOD),
)
A_WALK = (
    ("fr", "on est à pied, une petite randonnée"),
    ("en", "we're on foot, a short hike please"),
    ("de", "wir sind zu Fuß unterwegs, eine kleine Wanderung"),
    ("es", "vamos a pie, una pequeña ruta de senderismo"),
    ("it", "siamo a piedi, una piccola escursione"),
    ("nl", "we zijn te voet, een kleine wandeling"),
    ("oc", "sèm a pè, una pichona randonada"),
    ("ca", "anem a peu, una petita excursió"),
)
A_TABLE = (
    ("fr", "on est à pied, où manger"),
    ("en", "we're on foot, where can we eat"),
    ("de", "wir sind zu Fuß, wo kann man essen"),
    ("es", "vamos a pie, dónde se puede comer"),
    ("it", "siamo a piedi, dove si mangia"),
    ("nl", "we zijn te voet, waar kunnen we eten"),
    ("oc", "sèm a pè, ont podèm manjar"),
    ("ca", "anem a peu, on podem menjar"),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("afoot") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def told(adviser: Adviser, text: str, lang: str | None = None) -> list[str]:
    advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


@pytest.mark.parametrize(("lang", "text"), A_WALK)
def test_a_walk_begins_where_they_walk_to(adviser: Adviser, lang: str, text: str) -> None:
    assert told(adviser, text, lang) == ["walk"]


def test_a_walk_may_be_driven_to_by_anybody_else(adviser: Adviser) -> None:
    assert told(adviser, "une petite randonnée à pied", "fr") == ["walk", "far_walk"]


@pytest.mark.parametrize(("lang", "text"), A_TABLE)
def test_a_table_is_no_path_and_no_hour_away(adviser: Adviser, lang: str, text: str) -> None:
    assert told(adviser, text, lang) == ["table"]


@pytest.mark.parametrize(
    ("name", "states"),
    [("Plage surveillée du Pin", True), ("Plage non surveillée du Pin", False)],
)
def test_a_name_tells_of_a_lifeguard(tmp_path: Path, name: str, states: bool) -> None:
    beach = replace(at(2.0, "beach", "beach"), name=Localized((Text("fr", name),)))
    with advising(tmp_path, beach) as asked:
        found = asked.ask("plage surveillée", here=HERE, now=NOW, lang="fr").proposals
    assert [each.listing.id for each in found] == ["test:beach"]
    assert ("lifeguard" in {each.value for each in found[0].reasons}) is states
    assert ("lifeguard" in {each.value for each in found[0].cautions}) is not states


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "remplir nos gourdes et changer bébé"),
        ("en", "drinking water and a baby changing table"),
        ("de", "Trinkwasser und ein Wickeltisch"),
        ("es", "agua potable y un cambiador de bebés"),
        ("it", "acqua potabile e un fasciatoio"),
        ("nl", "drinkwater en een verschoontafel"),
        ("oc", "aiga potabla e una taula de cambiar los nenons"),
        ("ca", "aigua potable i un canviador de nadons"),
    ],
)
def test_a_baby_is_changed_in_the_toilets_next_door(tmp_path: Path, lang: str, text: str) -> None:
    toilets = at(0.3, "toilets", "toilets", kind=Kind.SERVICE)
    water = at(29.0, "water", "drinking_water", kind=Kind.SERVICE)
    with advising(tmp_path, toilets, water) as asked:
        advice = asked.ask(text, here=HERE, now=NOW, lang=lang)
    found = advice.proposals
    assert [each.listing.id for each in found] == ["test:toilets"]
    assert advice.unmet == ("drinking_water",)
    assert "changing_table" in {each.value for each in found[0].cautions}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "louer un canoë pour une demi-journée"),
        ("en", "rent a canoe for half a day"),
        ("de", "ein Kanu für einen halben Tag mieten"),
        ("es", "alquilar una canoa medio día"),
        ("it", "noleggiare una canoa per mezza giornata"),
        ("nl", "een kano huren voor een halve dag"),
        ("oc", "logar un canoè per una mièja jornada"),
        ("ca", "llogar una canoa per mig dia"),
    ],
)
def test_a_canoe_for_half_a_day_is_the_half_day(lang: str, text: str) -> None:
    request = read(text, PlaceNames(["Carmaux"]), lang=lang, today=NOW.date())
    assert request.duration == "half_day"
    assert not is_wanted(request, text, NOW)


def test_a_bath_leaves_time_for_more() -> None:
    text = "une demi-journée baignade"
    request = read(text, PlaceNames(["Carmaux"]), lang="fr", today=NOW.date())
    assert is_wanted(request, text, NOW)


def test_what_lies_too_far_is_not_missing(tmp_path: Path) -> None:
    hall = at(120.0, "hall", "market", kind=Kind.MARKET)
    with advising(tmp_path, hall, at(1.0, "church", "church")) as asked:
        market = asked.ask("où y a-t-il un marché ?", here=HERE, now=NOW, lang="fr")
        laundry = asked.ask("une laverie", here=HERE, now=NOW, lang="fr")
    assert not market.proposals
    assert not market.near_misses
    assert not laundry.proposals
    assert market.far_away
    assert not laundry.far_away


def test_no_table_is_sought_half_an_hour_farther(tmp_path: Path) -> None:
    near = at(14.0, "near", "restaurant", kind=Kind.FOOD)
    far = at(33.0, "far", "restaurant", kind=Kind.FOOD)
    with advising(tmp_path, near, far) as asked:
        assert told(asked, "un restaurant ce midi", "fr") == ["near"]


def test_a_cave_by_its_name_suits_a_child_as_one_that_is_filed_as_one(tmp_path: Path) -> None:
    painted = [
        replace(
            at(km, f"painted{km:.0f}", "archaeological_site"),
            name=Localized((Text("fr", f"Grotte de {name}"),)),
            themes=(TermId("prehistory"),),
        )
        for km, name in ((1.0, "Roumégas"), (2.0, "Bournat"), (7.0, "Calhau"))
    ]
    with advising(tmp_path, *painted, at(1.5, "crystals", "cave")) as asked:
        text = "une grotte ornée préhistorique avec un enfant de 6 ans"
        assert told(asked, text, "fr") == ["painted1", "painted2", "painted7"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "une piscine couverte, il pleut"),
        ("en", "an indoor swimming pool, it's raining"),
        ("de", "ein überdachtes Schwimmbad, es regnet"),
        ("es", "una piscina cubierta, llueve"),
        ("it", "una piscina coperta, piove"),
        ("nl", "een overdekt zwembad, het regent"),
        ("oc", "una piscina cobèrta, plòu"),
        ("ca", "una piscina coberta, plou"),
    ],
)
def test_a_covered_pool_is_told_as_such_and_as_dry(tmp_path: Path, lang: str, text: str) -> None:
    covered = replace(
        at(2.0, "covered", "swimming_pool", kind=Kind.ACTIVITY),
        summary=Localized((Text("fr", "Piscine couverte de la ville."),)),
    )
    unknown = at(1.0, "unknown", "swimming_pool", kind=Kind.ACTIVITY)
    with advising(tmp_path, covered, unknown) as asked:
        found = asked.ask(text, here=HERE, now=NOW, lang=lang).proposals
    assert found[0].listing.id == "test:covered"
    assert ("summary", "indoor_pool") in {(each.field, each.value) for each in found[0].reasons}
    assert not {"weather", "lacks"} & {each.field for each in found[0].cautions}


A_RIDE = (
    ("fr", "une balade à vélo facile en famille"),
    ("en", "an easy bike ride with children"),
    ("de", "eine leichte Radtour mit Kindern"),
    ("es", "una ruta fácil en bici con niños"),
    ("it", "un giro facile in bici con bambini"),
    ("nl", "een makkelijke fietstocht met kinderen"),
    ("oc", "una passejada aisida a bicicleta amb los dròlles"),
    ("ca", "una ruta fàcil en bicicleta amb nens"),
)


@pytest.mark.parametrize(("lang", "text"), A_RIDE)
def test_a_ride_to_which_the_bicycles_are_brought_is_the_nearest_true_thing(
    tmp_path: Path, lang: str, text: str
) -> None:
    greenway = at(30.0, "greenway", "greenway", kind=Kind.ITINERARY)
    circuit = at(50.0, "circuit", "cycling_route", kind=Kind.ITINERARY)
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", (greenway, circuit))) as opened:
        advice = Adviser(opened).ask(text, here=HERE, now=NOW, lang=lang)
    assert not advice.proposals
    assert [each.listing.id for each in advice.near_misses] == [greenway.id]
    assert advice.relaxed == ("radius_km",)  # farther away, and no harder to get into
