"""A sight that is named counts before what it is to be about; what nobody drives an hour for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from catalog.model import Kind, Localized, TermId, Text
from tests.catalog.advice.test_boundaries import HERE, NOW, advising, at, proposed

if TYPE_CHECKING:
    from pathlib import Path

SIGHTS = (Kind.ATTRACTION,)


def test_a_cave_comes_before_a_castle_of_the_same_age(tmp_path: Path) -> None:
    castle = replace(at(1.0, "keep", "castle"), themes=(TermId("prehistory"),))
    with advising(tmp_path, castle, at(12.0, "cave", "cave")) as adviser:
        assert proposed(adviser, types=SIGHTS, themes=("prehistory", "cave"))[0] == "cave"


@pytest.mark.parametrize("kind", [Kind.MARKET, Kind.SHOP, Kind.FOOD])
def test_nobody_is_sent_an_hour_away_for_a_market(tmp_path: Path, kind: Kind) -> None:
    sort = {Kind.MARKET: "market", Kind.SHOP: "bakery", Kind.FOOD: "restaurant"}[kind]
    with advising(tmp_path, at(55.0, "far", sort, kind=kind)) as adviser:
        assert proposed(adviser, types=(kind,), themes=(sort,)) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un aquarium ou un musée"),
        ("en", "an aquarium or a museum"),
        ("de", "ein Aquarium oder ein Museum"),
        ("es", "un acuario o un museo"),
        ("it", "un acquario o un museo"),
        ("nl", "een aquarium of een museum"),
        ("oc", "un aqüari o un musèu"),
        ("ca", "un aquari o un museu"),
    ],
)
def test_an_aquarium_that_nobody_has_is_told(tmp_path: Path, lang: str, text: str) -> None:
    with advising(tmp_path, at(1.0, "museum", "museum")) as adviser:
        advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    assert advice.proposals
    assert advice.unmet == ("aquarium",)


def test_a_tasting_at_a_castle_is_no_visit_of_one(tmp_path: Path) -> None:
    cellar = replace(at(5.0, "cellar", "castle"), amenities=(TermId("tasting"),))
    with advising(tmp_path, at(1.0, "keep", "castle"), cellar) as adviser:
        found = proposed(
            adviser, types=(Kind.ACTIVITY, Kind.ATTRACTION), themes=("tasting", "castle")
        )
    assert found[0] == "cellar"


def test_a_marsh_beside_oyster_beds_is_no_oyster_farm(tmp_path: Path) -> None:
    said = Localized((Text("fr", "Entre les parcs à huîtres et les cabanes d'ostréiculteur."),))
    marsh = replace(at(1.0, "marsh", "natural_site"), summary=said)
    house = replace(at(9.0, "house", "interpretation_centre"), summary=said)
    with advising(tmp_path, marsh, house) as adviser:
        found = proposed(
            adviser, types=(Kind.PRODUCER, Kind.ACTIVITY), themes=("oyster_farm", "tasting")
        )
    assert found == ["house"]
