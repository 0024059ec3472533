"""One answer to "where is X", for every command that measures distances from a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.advice.origin import origin_of
from catalog.errors import WrongUse
from catalog.geo import Point
from catalog.store.reader import Catalogue
from catalog.text import fold
from tests.kiosk.app import stock

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = stock.build(tmp_path_factory.mktemp("origin") / "catalogue.sqlite")
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def test_every_commune_and_every_listing_is_found_by_its_names(adviser: Adviser) -> None:
    """As written, in small letters without accents, and a listing by its id."""
    for commune in adviser.catalogue.communes():
        for name in (commune.name, fold(commune.name), commune.name.upper()):
            assert origin_of(name, adviser, "--near") == commune.point
    for listing in adviser.catalogue.all():
        place = Point(listing.place.latitude, listing.place.longitude)
        assert origin_of(listing.id, adviser, "--near") == place


@pytest.mark.parametrize(
    ("said", "longitude"),
    [("44.05,2.16", 2.16), ("Pene", 1.7316), ("Château de Penne", 1.7316), ("carmau", 2.158)],
)
def test_degrees_slips_and_names_of_listings(adviser: Adviser, said: str, longitude: float) -> None:
    assert origin_of(said, adviser, "--here").longitude == pytest.approx(longitude, abs=0.01)


@pytest.mark.parametrize("said", ["95,2", "a,b", "nan,nan", "Ys", "", " ", "\ud800", "x" * 5000])
def test_what_is_nowhere_is_wrong_use_of_the_option(adviser: Adviser, said: str) -> None:
    with pytest.raises(WrongUse, match="no place") as caught:
        origin_of(said, adviser, "--near")
    assert caught.value.where == "--near"
