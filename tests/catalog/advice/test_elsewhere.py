"""What is named and lies elsewhere, far away or here under its own name."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind, Localized, Text
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Listing

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)


def named(listing: Listing, **names: str) -> Listing:
    return replace(listing, name=Localized(tuple(Text(*each) for each in names.items())))


LISTINGS = (
    at(1.0, "hill", "mountain"),
    at(1.5, "tower", "tower"),
    at(2.0, "park", "park"),
    at(3.0, "museum", "museum"),
    named(at(9.0, "soulages", "museum"), fr="Musée Soulages", en="Soulages Museum"),
    named(at(4.0, "lake", "lake"), fr="Lac de la Roucarié"),
    named(at(110.0, "cave", "cave"), fr="Grotte des Demoiselles"),
    named(at(1.2, "greenway", "greenway", kind=Kind.ITINERARY), fr="Le chemin des mineurs"),
)
ELSEWHERE = (
    ("on voudrait aller au Puy du Fou", "Puy du Fou"),
    ("on aimerait visiter la Tour Eiffel", "Tour Eiffel"),
    ("we would like to visit the Eiffel Tower", "Eiffel Tower"),
    ("volem anar al Parc Güell", "Parc Güell"),
    ("queremos ir al Parque Warner", "Parque Warner"),
    ("vorremmo vedere la Torre Velasca", "Torre Velasca"),
    ("we willen naar het Museum Boijmans", "Museum Boijmans"),
    ("volèm veire lo Musèu Guimet", "Musèu Guimet"),
)
HERE_AFTER_ALL = (
    ("où est le Musée Soulages", "soulages"),
    ("is the Soulages Museum open", "soulages"),
    ("le Lac de la Roucarié", "lake"),
    ("la voie verte Chemin des Mineurs", "greenway"),
    ("un Musée avec Enfants", "museum"),
    ("Bonjour, un Parc SVP", "park"),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("elsewhere") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


@pytest.mark.parametrize(("text", "name"), ELSEWHERE)
def test_a_sight_elsewhere_is_no_sight_of_that_sort_here(
    adviser: Adviser, text: str, name: str
) -> None:
    advice = adviser.ask(text, here=HERE, now=NOW)
    assert advice.unplaced == (name,)
    assert advice.unanswered is not None


@pytest.mark.parametrize(("text", "first"), HERE_AFTER_ALL)
def test_what_the_catalogue_has_is_not_elsewhere(adviser: Adviser, text: str, first: str) -> None:
    advice = adviser.ask(text, here=HERE, now=NOW)
    assert advice.unplaced == ()
    assert advice.proposals[0].listing.id == f"test:{first}"


def test_what_is_named_and_lies_far_away_is_told_to(adviser: Adviser) -> None:
    advice = adviser.ask("la Grotte des Demoiselles est ouverte ?", here=HERE, now=NOW)
    assert advice.unplaced == ()
    assert advice.about is not None
    assert advice.about.listing.id == "test:cave"
    assert {caution.field for caution in advice.about.against} == {"place"}
