"""An errand that one waits for and something to see meanwhile: both are told, the errand first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.model import Kind
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import HERE, NOW, advising, at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LISTINGS = (
    at(0.2, "charger", "charging_station", kind=Kind.SERVICE),
    at(0.3, "parking", "parking", kind=Kind.SERVICE),
    at(0.6, "museum", "museum"),
    at(6.0, "castle", "castle"),
)
SEEN = (
    ("fr", "recharger la voiture et visiter quelque chose"),
    ("en", "charge the electric car and things to see while it charges"),
    ("de", "das E-Auto laden und dabei etwas besichtigen"),
    ("es", "cargar el coche eléctrico y visitar algo mientras tanto"),
    ("it", "ricaricare la macchina elettrica e visitare qualcosa nel frattempo"),
    ("nl", "de elektrische auto opladen en ondertussen iets bezoeken"),
    ("oc", "cargar la veitura electrica e visitar quicòm"),
    ("ca", "carregar el cotxe elèctric i visitar alguna cosa mentrestant"),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("errands") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def _told(adviser: Adviser, text: str, lang: str) -> list[str]:
    advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


@pytest.mark.parametrize(("lang", "text"), SEEN)
def test_the_charger_and_then_what_is_seen_near_it(adviser: Adviser, lang: str, text: str) -> None:
    assert _told(adviser, text, lang) == ["charger", "museum"]


def test_who_charges_or_parks_wants_to_see_nothing(adviser: Adviser) -> None:
    assert _told(adviser, "où recharger la voiture", "fr") == ["charger"]
    assert _told(adviser, "un parking pour visiter la ville", "fr") == ["parking"]


def test_without_a_charger_no_sight_is_told_twice(tmp_path: Path) -> None:
    with advising(tmp_path, *LISTINGS[2:]) as without:
        told = _told(without, "recharger la voiture et visiter quelque chose", "fr")
    assert len(told) == len({*told})
