"""What is practical and a place states of itself; what is too far for who has no car."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import TermId
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
LISTINGS = (
    replace(at(0.8, "keep", "castle"), amenities=(TermId("car_park"),)),
    replace(at(6.0, "fort", "castle"), amenities=(TermId("car_park"), TermId("toilets"))),
    at(20.0, "near_cave", "cave"),
    at(30.0, "far_cave", "cave"),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("on_site") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "où se garer et où sont les toilettes près du château"),
        ("en", "where can I park and find toilets near the castle"),
        ("de", "Parkplatz und Toiletten in der Nähe der Burg"),
        ("es", "aparcamiento y aseos cerca del castillo"),
        ("it", "parcheggio e bagni vicino al castello"),
        ("nl", "parkeren en toiletten bij het kasteel"),
        ("oc", "parcatge e comuns prèp del castèl"),
        ("ca", "aparcament i lavabos a prop del castell"),
    ],
)
def test_the_castle_itself_states_where_to_park(adviser: Adviser, lang: str, text: str) -> None:
    advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    assert [each.listing.id for each in advice.proposals] == ["test:keep"]
    told = advice.proposals[0]
    assert ("amenities", "car_park") in {(each.field, each.value) for each in told.reasons}
    assert ("lacks", "toilets") in {(each.field, each.value) for each in told.cautions}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "sans voiture, une grotte à visiter"),
        ("en", "we have no car, a cave to visit"),
        ("de", "ohne Auto, eine Höhle zum Besichtigen"),
        ("es", "sin coche, una cueva para visitar"),
        ("it", "senza macchina, una grotta da visitare"),
        ("nl", "zonder auto, een grot om te bezoeken"),
        ("oc", "sens veitura, una cauna de visitar"),
        ("ca", "sense cotxe, una cova per visitar"),
    ],
)
def test_nobody_without_a_car_is_told_of_what_is_a_drive_away(
    adviser: Adviser, lang: str, text: str
) -> None:
    advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    told = [each.listing.id for each in (*advice.proposals, *advice.near_misses)]
    assert told == ["test:near_cave"]
