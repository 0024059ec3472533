"""Where one sets out, and how far: a length is told from there, a way is told from a place."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(("Carmaux", "Albi", "Cordes-sur-Ciel"))


@pytest.mark.parametrize(
    "text",
    [
        "circuit vtt 25 km au départ de Carmaux",
        "une rando de 25 km depuis Carmaux",
        "a walk of 25 km from Carmaux",
        "25 km cycling route, leaving from Carmaux",
        "bike ride of about 25 km starting from Carmaux",
        "Radtour 25 km ab Carmaux",
        "Radtour 25 km von Carmaux aus",
        "ruta de 25 km saliendo de Carmaux",
        "giro in bici di 25 km da Carmaux",
        "fietstocht van 25 km vanuit Carmaux",
        "passejada de 25 km en partent de Carmauç",
        "ruta en bici d'uns 25 km sortint de Carmaux",
    ],
)
def test_a_length_from_where_one_sets_out_is_a_length(text: str) -> None:
    request = read(text, PLACES)
    assert (request.max_km, request.radius_km, request.where) == (25, None, "Carmaux")


@pytest.mark.parametrize(
    "text",
    [
        "une rando à 25 km de Carmaux",
        "a walk 25 km from Carmaux",
        "eine Wanderung 25 km von Carmaux",
        "una ruta a 25 km de Carmaux",
        "un sentiero a 25 km da Carmaux",
        "een wandeling op 25 km van Carmaux",
        "un sendièr a 25 km de Carmauç",
    ],
)
def test_so_far_from_a_place_is_a_way(text: str) -> None:
    request = read(text, PLACES)
    assert (request.max_km, request.radius_km, request.where) == (None, 25, "Carmaux")


@pytest.mark.parametrize(
    "text",
    [
        "balade 2h au départ de Carmaux",
        "a two hour walk from Carmaux",
        "zwei Stunden Wanderung ab Carmaux",
        "ruta 2 horas saliendo de Carmaux",
        "passeggiata di due ore da Carmaux",
        "wandeling van twee uur vanuit Carmaux",
        "passejada de 2 oras en partent de Carmauç",
        "ruta de 2 hores sortint de Carmaux",
    ],
)
def test_a_time_from_where_one_sets_out_is_how_long(text: str) -> None:
    request = read(text, PLACES)
    assert (request.duration, request.radius_km) == ("2h", None)
    assert "itinerary" in request.types


@pytest.mark.parametrize(
    "text",
    [
        "comment aller d'ici à Albi",
        "c'est loin d'ici à Albi ?",
        "how do I get from here to Albi",
        "how far is it from here to Albi",
        "wie komme ich von hier nach Albi",
        "cómo voy de aquí a Albi",
        "come si va da qui ad Albi",
        "hoe kom ik van hier naar Albi",
        "cossí anar d'aicí a Albi",
        "com es va d'aquí a Albi",
    ],
)
def test_from_here_to_a_place_is_a_journey(text: str) -> None:
    request = read(text, PLACES)
    assert request.types == ("transport",)
    assert request.where == ("here", "Albi")


@pytest.mark.parametrize(
    "text", ["un concert d'ici à dimanche", "un concierto de aquí a tres días"]
)
def test_from_now_to_a_day_is_not_from_here(text: str) -> None:
    assert read(text, PLACES).where is None
