"""What goes beside a proposal suits those who come too; what is no near miss is not told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from catalog.model import Kind, Period, TermId
from catalog.request import PlaceNames, Request, read
from tests.catalog.advice.test_boundaries import HERE, advising, at

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)


def test_children_are_not_sent_to_a_winery_when_it_rains(tmp_path: Path) -> None:
    playground = at(0.5, "playground", "playground", kind=Kind.ACTIVITY)
    winery = at(0.6, "winery", "winery", kind=Kind.PRODUCER)
    museum = at(1.5, "museum", "museum")
    asked = Request(types=(Kind.ACTIVITY,), themes=("playground",), party=("kids",))
    with advising(tmp_path, playground, winery, museum) as adviser:
        for request, best in ((asked, "museum"), (replace(asked, party=()), "winery")):
            fallback = adviser.advise(request, here=HERE, now=NOW).fallback
            assert fallback is not None
            assert fallback.proposal.listing.id == f"test:{best}"


def test_a_wheelchair_is_not_sent_where_nobody_knows_the_door(tmp_path: Path) -> None:
    known = at(0.5, "known", "castle")
    known = replace(known, access=replace(known.access, wheelchair=True))
    others = [at(2.0 + n, f"other{n}", "castle") for n in range(3)]
    asked = Request(types=(Kind.ATTRACTION,), themes=("castle",), mobility=("wheelchair",))
    with advising(tmp_path, known, *others) as adviser:
        fallback = adviser.advise(asked, here=HERE, now=NOW).fallback
        assert fallback is None or fallback.proposal.listing.access.wheelchair


def test_a_marsh_is_neither_an_island_nor_a_trip_in_a_boat(tmp_path: Path) -> None:
    marsh = at(5.0, "marsh", "natural_site")
    island = Request(types=(Kind.ATTRACTION,), themes=("island",))
    both = replace(island, types=(Kind.ATTRACTION, Kind.ACTIVITY), themes=("island", "boat_trip"))
    with advising(tmp_path, marsh) as adviser:
        assert adviser.advise(island, here=HERE, now=NOW).near_misses
        advice = adviser.advise(both, here=HERE, now=NOW)
        assert not advice.near_misses
        assert not advice.relaxed


def test_half_of_what_was_asked_an_hour_away_is_no_near_miss(tmp_path: Path) -> None:
    farm = at(55.0, "farm", "farm", kind=Kind.PRODUCER)
    asked = Request(types=(Kind.MARKET, Kind.PRODUCER), themes=("market", "farm"), where="Chere")
    with advising(tmp_path, farm, at(0.1, "here", "church")) as adviser:
        advice = adviser.advise(asked, here=HERE, now=NOW)
        assert "test:farm" not in {each.listing.id for each in advice.near_misses}
        assert not advice.relaxed or advice.near_misses


def test_duck_to_eat_is_no_museum_of_cooking(tmp_path: Path) -> None:
    museum = replace(at(2.0, "truffles", "museum"), themes=(TermId("gastronomy"),))
    asked = Request(types=(Kind.FOOD,), themes=("gastronomy", "foie_gras_producer"))
    with advising(tmp_path, museum) as adviser:
        advice = adviser.advise(asked, here=HERE, now=NOW)
        assert not (*advice.proposals, *advice.near_misses)


def test_three_museums_next_door_before_a_castle_when_it_rains(tmp_path: Path) -> None:
    museums = [at(0.2 * n + 0.1, f"museum{n}", "museum") for n in range(3)]
    asked = Request(types=(Kind.ATTRACTION,), weather="rain")
    with advising(tmp_path, *museums, at(6.0, "castle", "castle")) as adviser:
        proposals = adviser.advise(asked, here=HERE, now=NOW).proposals
        assert {each.listing.concepts[0] for each in proposals} == {"museum"}


def test_the_feast_of_every_town_is_told_of_the_nearest_towns(tmp_path: Path) -> None:
    days = (Period(start=date(2026, 9, 19), end=date(2026, 9, 20)),)
    name = "Journées européennes du patrimoine"
    events = [
        replace(at(km, f"e{km}", "fete", called, kind=Kind.EVENT), dates=days)
        for km, called in ((30.0, name), (6.0, f"{name} au moulin"), (1.0, f"{name} à l'abbaye"))
    ]
    asked = Request(types=(Kind.EVENT,), themes=(f"name:{name}",))
    with advising(tmp_path, *events) as adviser:
        told = [p.listing.id for p in adviser.advise(asked, here=HERE, now=NOW).proposals]
    assert told[:2] == ["test:e1.0", "test:e6.0"]


@pytest.mark.parametrize(
    ("lang", "text", "town"),
    [
        ("es", "museos en Bayona", "Bayonne"),
        ("ca", "museus a Baiona", "Bayonne"),
        ("es", "qué ver en Burdeos", "Bordeaux"),
        ("oc", "un musèu a Peireguers", "Périgueux"),
    ],
)
def test_a_town_of_the_catalogue_is_known_by_its_other_names(
    lang: str, text: str, town: str
) -> None:
    places = PlaceNames(["Bayonne", "Bordeaux", "Périgueux"])
    assert read(text, places, lang=lang).where == town
    assert read(text, PlaceNames(["Carmaux"]), lang=lang).where != town or town == "Bordeaux"


@pytest.mark.parametrize("name", ["Distillerie Famille Naud", "Distillerie du Château"])
def test_a_maker_filed_as_a_sight_is_told_by_the_first_word_of_its_name(
    tmp_path: Path, name: str
) -> None:
    maker = at(8.0, "maker", "rural_heritage", name)
    sights = [at(0.1 * n + 0.2, f"s{n}", "rural_heritage", f"Lavoir {n}") for n in range(9)]
    park = at(3.0, "park", "garden", "Domaine et parc de Campagnac")
    with advising(tmp_path, maker, park, *sights) as adviser:
        asked = Request(types=(Kind.PRODUCER,), themes=("distillery",))
        told = adviser.advise(asked, here=HERE, now=NOW).proposals
        assert [each.listing.id for each in told] == ["test:maker"]
        wine = adviser.advise(replace(asked, themes=("winery",)), here=HERE, now=NOW)
        assert not wine.proposals  # a "Domaine" may be anything
