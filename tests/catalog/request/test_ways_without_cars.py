"""A way on which no cars go, a table outside, a château of wine, a bad back: in every language."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux"])


@pytest.mark.parametrize(
    "text",
    [
        "balade à vélo sans voitures",
        "rouler loin des voitures avec les enfants",
        "is there a traffic-free bike path for the kids?",
        "car-free cycle path",
        "cycling away from traffic with children",
        "Radweg ohne Autos",
        "ein autofreier Radweg",
        "ruta en bici sin coches",
        "una ciclabile senza macchine",
        "een autovrij fietspad voor kinderen",
        "fietsen zonder auto's",
        "camin per bicicleta sens veituras",
        "ruta en bici sense cotxes",
    ],
)
def test_a_way_to_ride_without_cars_is_a_greenway(text: str) -> None:
    found = read(text, PLACES)
    assert Kind.ITINERARY in found.types
    assert "greenway" in found.themes
    assert not {"driving", "-driving"} & {*found.themes}
    assert not {"public_transport", "car"} & {*found.mobility}


@pytest.mark.parametrize("text", ["sans voiture, une piste cyclable", "we have no car, a museum?"])
def test_who_has_no_car_asks_for_no_greenway(text: str) -> None:
    found = read(text, PLACES)
    assert "greenway" not in found.themes
    assert "public_transport" in found.mobility


@pytest.mark.parametrize(
    "text",
    [
        "dîner dehors ce soir",
        "where can we dine outdoors",
        "im Freien essen",
        "cenar al aire libre",
        "dove si può mangiare vegetariano all'aperto",
        "vanavond buiten dineren",
        "manjar defòra",
        "sopar a l'aire lliure",
    ],
)
def test_a_meal_outside_is_on_a_terrace(text: str) -> None:
    found = read(text, PLACES)
    assert found.types == (Kind.FOOD,)
    assert "terrace" in found.themes


@pytest.mark.parametrize("text", ["mangiare fuori stasera", "sopar fora aquest vespre"])
def test_a_meal_out_need_be_on_none(text: str) -> None:
    assert "terrace" not in read(text, PLACES).themes


@pytest.mark.parametrize(
    "text",
    [
        "visiter des châteaux viticoles",
        "a wine château to visit",
        "Weinschloss besichtigen",
        "un castillo vinícola",
        "un castello del vino da visitare",
        "wijnkasteel bezoeken",
        "un castèl viticòla",
        "un castell vinícola",
    ],
)
def test_a_chateau_of_wine_is_a_winery(text: str) -> None:
    found = read(text, PLACES)
    assert Kind.PRODUCER in found.types
    assert "winery" in found.themes
    assert "castle" not in found.themes


@pytest.mark.parametrize(
    "text",
    [
        "mon mari a des problèmes de dos, que visiter",
        "my back is bad, something to see",
        "mein Mann hat Rückenprobleme, was kann man besichtigen",
        "tengo problemas de espalda, qué podemos ver",
        "ho problemi di schiena, cosa possiamo vedere",
        "ik heb een slechte rug, wat is er te zien",
        "ai de problèmas d'esquina, de qué visitar",
        "tinc problemes d'esquena, què podem veure",
    ],
)
def test_who_has_a_bad_back_moves_with_trouble(text: str) -> None:
    assert read(text, PLACES).mobility == ("reduced",)
