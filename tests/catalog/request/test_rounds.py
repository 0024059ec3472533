"""Rounds told by their length, and lakes that one swims in."""

from __future__ import annotations

from typing import Final

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES: Final = PlaceNames(("Carmaux", "Albi"))

KILOMETRES: Final = (
    "un tour de 9 km avec le chien",
    "une boucle de 9 avec le chien",
    "a round of about 9 km with the dog",
    "a loop of 9 with the dog",
    "eine Schleife von 9 km mit dem Hund",
    "eine Runde von 9 mit dem Hund",
    "una vuelta de unos 9 km con el perro",
    "un anello di 9 con il cane",
    "een toertje van 9 km met de hond",
    "een lus van 9 met de hond",
    "far un torn de 9 km amb lo can",
    "fem una volta de 9 km amb el gos",
)
HOURS: Final = (
    "un tour de deux heures, plat",
    "a circuit of about two hours",
    "eine Schleife von zwei Stunden",
    "una vuelta de dos horas",
    "un giro di due ore",
    "een rondje van twee uur met de hond",
    "rondje van een uur of twee met de buggy",
    "un tomb de dues hores pel bosc",
)
AROUND: Final = (
    "balades à 9 km à la ronde",
    "une boucle à 9 km à la ronde",
    "wandelingen in een straal van 9 km",
    "Wanderungen im Umkreis von 9 km",
    "paseos en un radio de 9 km",
)
LAKES: Final = (
    "un lac de baignade",
    "plan d'eau baignable",
    "a swimming lake",
    "Badesee",
    "embalse para bañarse",
    "lago balneabile",
    "waar is een zwemmeer",
    "zwemplas",
    "lac de banhada",
    "llac de bany",
)


@pytest.mark.parametrize("text", KILOMETRES)
def test_the_length_of_a_round_is_how_far_one_goes(text: str) -> None:
    request = read(text, PLACES)
    assert Kind.ITINERARY in request.types
    assert Kind.ATTRACTION not in request.types
    assert (request.max_km, request.radius_km, request.party) == (9, None, ("dog",))


@pytest.mark.parametrize("text", HOURS)
def test_the_hours_of_a_round_are_its_length(text: str) -> None:
    request = read(text, PLACES)
    assert Kind.ITINERARY in request.types
    assert request.duration == "2h"


@pytest.mark.parametrize("text", AROUND)
def test_kilometres_around_are_no_length(text: str) -> None:
    request = read(text, PLACES)
    assert (request.max_km, request.radius_km) == (None, 9)


@pytest.mark.parametrize("text", LAKES)
def test_who_seeks_a_lake_to_swim_in_wants_to_swim(text: str) -> None:
    request = read(text, PLACES)
    assert Kind.ACTIVITY in request.types
    assert {"swimming", "lake"} <= set(request.themes)


def test_a_tower_is_one_where_no_round_is_measured() -> None:
    assert "tower" in read("une tour de 30 mètres à visiter", PLACES).themes
