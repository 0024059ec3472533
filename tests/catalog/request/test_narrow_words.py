"""Words that say more than the concept they are near to: an electric bicycle, a museum of one art,
a camper to empty."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux"])


@pytest.mark.parametrize(
    "text",
    [
        "où louer des vélos électriques",
        "where to rent electric bikes",
        "wo kann man Elektrofahrräder leihen",
        "dónde alquilar bicicletas eléctricas",
        "dove noleggiare biciclette elettriche",
        "waar elektrische fietsen huren",
        "ont logar de bicicletas electricas",
        "on llogar bicicletes elèctriques",
    ],
)
def test_an_electric_bicycle_is_hired_as_such(text: str) -> None:
    request = read(text, PLACES)
    assert "ebike_hire" in request.themes
    assert "electronic_music" not in request.themes
    assert "transport" in request.types


def test_an_electric_bicycle_that_is_ridden_is_not_hired() -> None:
    assert read("balade en vélo électrique", PLACES).types == ("itinerary",)


@pytest.mark.parametrize(
    "text",
    [
        "un musée d'art contemporain",
        "a contemporary art museum",
        "ein Museum für zeitgenössische Kunst",
        "un museo de arte contemporáneo",
        "un museo di arte contemporanea",
        "een museum voor hedendaagse kunst",
        "un musèu d'art contemporanèu",
        "un museu d'art contemporani",
    ],
)
def test_a_museum_of_the_art_of_today_is_none_of_fine_arts(text: str) -> None:
    themes = read(text, PLACES).themes
    assert {"museum", "contemporary_art"} <= {*themes}
    assert "fine_arts_museum" not in themes


@pytest.mark.parametrize(
    "text",
    [
        "un musée de la poupée",
        "a doll museum",
        "ein Puppenmuseum",
        "un museo de muñecas",
        "un museo delle bambole",
        "een poppenmuseum",
        "un musèu de monacas",
        "un museu de nines",
    ],
)
def test_a_museum_of_dolls_sells_no_toys(text: str) -> None:
    request = read(text, PLACES)
    assert {"museum", "dolls_toys"} <= {*request.themes}
    assert "toy_shop" not in request.themes
    assert "attraction" in request.types


@pytest.mark.parametrize(
    "text",
    [
        "où vider le camping-car",
        "where can we empty the motorhome",
        "wo können wir das Wohnmobil entsorgen und Wasser tanken",
        "dónde vaciar la autocaravana",
        "dove scaricare il camper",
        "waar kunnen we de camper legen en water tanken",
        "ont vojar las aigas grisas del campin-car",
        "on buidar l'autocaravana",
    ],
)
def test_who_empties_a_camper_seeks_no_filling_station(text: str) -> None:
    request = read(text, PLACES)
    assert "camper_service" in request.themes
    assert "fuel_station" not in request.themes


def test_who_eats_in_the_shade_is_not_stung() -> None:
    request = read("un luòc per pique-niquejar a l'ombra", PLACES)
    assert request.types == ("service",)
    assert request.themes == ("picnic_area", "shade")


@pytest.mark.parametrize(
    "text",
    [
        "chiens tenus en laisse acceptés dans le jardin",
        "Gärten besichtigen, Hund an der Leine erlaubt?",
        "jardín para visitar, perro con correa",
        "giardino da visitare, cane al guinzaglio",
        "tuin bezoeken, hond aan de lijn toegestaan",
        "un jardin de visitar, can estacat",
    ],
)
def test_a_lead_is_no_place_and_no_part_of_a_car(text: str) -> None:
    request = read(text, PLACES)
    assert request.party == ("dog",)
    assert request.types == ("attraction",)
    assert not request.unplaced


def test_the_animals_of_a_farm_come_with_nobody() -> None:
    assert read("Bauernhof mit Tieren für Kleinkinder", PLACES).party == ("toddler",)
    assert "dog" in read("Hotel, Tiere erlaubt", PLACES).party
