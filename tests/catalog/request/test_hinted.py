"""What a few words hint at: the hour it is, a forecast without its degrees, days out by train."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi", "Carmaux", "Montpellier", "Rodez"], [])
NOW = (
    "il est 14h30 et tout est fermé, où manger ?",
    "it's half past two and everything is closed, where can we eat?",
    "es ist 14:30 und alles zu, wo essen?",
    "het is half drie en alles is dicht, waar eten?",
)
HOT = (
    "38 annoncés demain, une idée ?",
    "38 forecast tomorrow, any ideas?",
    "morgen sind 38 gemeldet, was tun?",
    "mañana 38 previstos, ¿qué hacer?",
    "domani 38 previsti, cosa fare?",
    "morgen 38 voorspeld, wat te doen?",
    "demà 38 previstos, què fem?",
)
BY_TRAIN = (
    "deux jours en train",
    "two days by train",
    "drei Tage mit dem Zug",
    "dos días en tren",
    "tre giorni in treno",
    "twee dagen met de trein",
    "dos dies amb tren",
)
ONWARD = (
    "où trouver du miel avant de repartir sur Montpellier",
    "a wine shop, tomorrow we push on towards Rodez",
    "gasolinera barata, vamos dirección Rodez",
    "een supermarkt, we rijden richting Rodez",
    "une boulangerie avant de reprendre la route vers Rodez",
)


@pytest.mark.parametrize("text", NOW)
def test_the_hour_that_it_is_asks_for_now(text: str) -> None:
    assert read(text, PLACES).when == "now"


@pytest.mark.parametrize("text", HOT)
def test_degrees_of_a_forecast_need_no_unit(text: str) -> None:
    assert read(text, PLACES).weather == "hot"


def test_another_number_is_no_forecast() -> None:
    assert read("38 personnes attendues demain", PLACES).weather is None
    assert read("on était 4 prévus demain, un restaurant", PLACES).weather is None


@pytest.mark.parametrize("text", BY_TRAIN)
def test_days_by_train_ask_for_something_to_see(text: str) -> None:
    request = read(text, PLACES)
    assert {"activity", "attraction"} <= set(request.types)
    assert request.mobility == ("public_transport",)


@pytest.mark.parametrize("text", ONWARD)
def test_a_town_one_drives_on_to_is_not_where(text: str) -> None:
    assert read(text, PLACES).where is None


def test_a_car_that_is_named_is_how_one_goes() -> None:
    assert read("un village à 30 min de voiture", PLACES).mobility == ("car",)
    assert read("un village à 30 min de route", PLACES).mobility == ()


def test_a_weekend_of_a_month_is_how_long() -> None:
    request = read("idée de week-end en amoureux en septembre", PLACES)
    assert (request.when, request.duration) == ("month:09", "weekend")
    assert read("quel week-end de septembre est la fête", PLACES).duration is None


def test_a_date_before_a_question_about_it_is_a_date() -> None:
    assert read("un concert le 5/9, c'est où ?", PLACES).when == "date:09-05"


def test_months_of_expecting_are_no_age() -> None:
    assert read("I'm 8 months pregnant, a chemist?", PLACES).party == ("pregnant",)
    assert "age:1" not in read("2 Erw. 3 Kinder 1 Hund", PLACES).party
