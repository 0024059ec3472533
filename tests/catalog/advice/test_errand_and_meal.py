"""An errand and a meal meanwhile: both are told, the errand first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.model import Kind
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import HERE, NOW, at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTINGS = (
    at(0.2, "charger", "charging_station", kind=Kind.SERVICE),
    at(0.6, "toilets", "toilets", kind=Kind.SERVICE),
    at(0.5, "table", "restaurant", kind=Kind.FOOD),
)
CHARGED = (
    ("fr", "recharger la voiture et déjeuner pendant ce temps"),
    ("en", "somewhere to plug in the electric car and have lunch while it charges?"),
    ("de", "das E-Auto laden und dabei etwas essen"),
    ("es", "cargar el coche eléctrico y comer algo mientras tanto"),
    ("it", "ricaricare la macchina elettrica e mangiare qualcosa nel frattempo"),
    ("nl", "de elektrische auto opladen en ondertussen lunchen"),
    ("oc", "cargar la veitura electrica e manjar quicòm"),
    ("ca", "carregar el cotxe elèctric i dinar mentrestant"),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("errands") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def _told(adviser: Adviser, text: str, lang: str) -> list[str]:
    advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


@pytest.mark.parametrize(("lang", "text"), CHARGED)
def test_the_charger_and_then_the_table_near_it(adviser: Adviser, lang: str, text: str) -> None:
    assert _told(adviser, text, lang) == ["charger", "table"]


def test_a_table_that_is_to_have_something_stays_first(adviser: Adviser) -> None:
    assert _told(adviser, "un resto avec parking", "fr")[0] == "table"
