"""A club is a place to dance, and of many who come together it is they."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read
from tests.bench.requests import COMMUNES

PLACES = PlaceNames(COMMUNES)


@pytest.mark.parametrize(
    "text",
    [
        "club de 3e âge, 50 personnes en autocar, une visite et un repas",
        "club photo de 20 personnes, une visite",
        "Kegel-Club, 18 Personen, sucht ein Museum",
        "fotografie club van 20 personen, een museum",
    ],
)
def test_many_of_a_club_do_not_dance(text: str) -> None:
    assert "nightclub" not in read(text, PLACES).themes


@pytest.mark.parametrize(
    "text",
    ["on est 20, une boîte de nuit ?", "we are 15, a nightclub for tonight", "un club ce soir ?"],
)
def test_who_wants_to_dance_still_does(text: str) -> None:
    assert "nightclub" in read(text, PLACES).themes


@pytest.mark.parametrize(
    "text",
    [
        "vendez-vous des topo-guides ?",
        "do you sell hiking maps?",
        "verkaufen Sie Wanderkarten?",
        "¿venden mapas de senderismo?",
        "vendete la carta dei sentieri?",
        "kunnen we de fietskaart bij jullie kopen?",
        "vendètz una mapa de randonada ?",
        "veneu mapes excursionistes?",
    ],
)
def test_a_map_of_walks_is_had_at_the_office(text: str) -> None:
    found = read(text, PLACES)
    assert Kind.OFFICE in found.types
    assert "tourist_map" in found.themes
