"""Small words for things, the desk's own hours, prices for a night, hours told by Catalan quarters,
noise and cars by their other names."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hay algún conciertillo en la calle", Kind.EVENT),
        ("busco un restaurantito con encanto", Kind.FOOD),
        ("hi ha algun concertet gratuït dissabte", Kind.EVENT),
        ("una platgeta per als nens", Kind.ACTIVITY),
        ("castells de focs el 14 d'agost", Kind.EVENT),
    ],
)
def test_a_diminutive_is_what_it_is_made_of(text: str, kind: Kind) -> None:
    assert kind in read(text, PLACES).types


@pytest.mark.parametrize(
    "text",
    [
        "vous êtes ouverts jusqu'à quelle heure",
        "how late are you open today",
        "bis wann haben Sie heute offen",
        "wie lange habt ihr heute auf",
        "hasta qué hora abrís hoy",
        "hasta qué hora están abiertos hoy ustedes",
        "fino a che ora siete aperti oggi",
        "tot hoe laat zijn jullie open",
        "fins a quina ora sètz dobèrts uèi",
        "fins a quina hora teniu obert avui",
    ],
)
def test_until_when_you_are_open_asks_the_desk(text: str) -> None:
    assert read(text, PLACES).types == (Kind.OFFICE,)


@pytest.mark.parametrize(
    "text",
    [
        "une yourte en octobre, 90 max la nuit",
        "eine Jurte im Oktober, höchstens 90 die Nacht",
        "dormir en una yurta en octubre, máximo 90 la noche",
        "una iurta a l'octubre, màxim 90 la nit",
    ],
)
def test_a_price_for_a_night_is_no_time(text: str) -> None:
    request = read(text, PLACES)
    assert (request.when, request.max_price) == ("month:10", 90)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("berenar a quarts de sis", "any@17:30"),
        ("sopar a quarts de deu", "any@21:30"),
        ("un gelat passat les deu de la nit", "any@22:00+"),
    ],
)
def test_hours_are_told_by_their_quarters(text: str, when: str) -> None:
    assert read(text, PLACES).when == when


@pytest.mark.parametrize(
    "text", ["cómo vamos a Albi sin carro", "no tenemos auto, ¿hay tren a Albi?"]
)
def test_who_has_no_car_by_any_name_goes_by_bus(text: str) -> None:
    assert read(text, PLACES).mobility == ("public_transport",)


@pytest.mark.parametrize(
    "text",
    [
        "a-t-on le droit de faire du bruit après minuit",
        "can we play loud music at the campsite",
        "darf man nach zehn noch laute Musik machen",
        "hasta qué hora se puede hacer ruido",
        "fino a che ora si può fare rumore",
        "tot hoe laat mag je lawaai maken",
        "es pot fer soroll fins a mitjanit",
    ],
)
def test_noise_is_a_matter_of_rules(text: str) -> None:
    assert Kind.SERVICE in read(text, PLACES).types
