"""Who goes on, waits for a train or comes back; what is reached in minutes; what is gone by."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux", "Cordes-sur-Ciel", "Millau", "Penne", "Rodez"])


@pytest.mark.parametrize(
    "text",
    [
        "is the viaur bridge worth a detour, heading for Millau",
        "lohnt der Viadukt? sind auf dem Weg nach Millau",
        "merece la pena el viaducto, vamos camino de Millau",
        "vale la pena il viadotto? siamo diretti a Millau",
        "is het viaduct de moeite, onderweg naar Millau",
        "val la pena el viaducte, de camí a Millau",
    ],
)
def test_where_somebody_goes_on_to_is_not_asked_about(text: str) -> None:
    assert read(text, PLACES).where == "Viaduc du Viaur"


def test_doing_again_leads_nowhere() -> None:
    found = read("es pot tornar a nadar a la Roucarié", PLACES)
    assert (found.where, found.when) == ("Lac de la Roucarié", "now")


@pytest.mark.parametrize(
    "text",
    [
        "en attendant le train de 18h10, quoi voir",
        "while waiting for the 18:10 train, anything to see",
        "wir warten auf den Zug um 18:10, was kann man sehen",
        "mientras esperamos el tren de las 18:10 qué ver",
        "aspettando il treno delle 18.10, cosa vedere",
        "we wachten op de trein van 18:10, wat te zien",
        "en esperant lo tren de 18h10, qué veire",
        "mentre esperem el tren de les 18.10, què veure",
    ],
)
def test_who_waits_for_a_train_is_gone_by_then(text: str) -> None:
    found = read(text, PLACES)
    assert found.when == "any@18:10-"
    assert Kind.TRANSPORT not in found.types


def test_a_train_that_is_sought_has_its_hour() -> None:
    assert read("is there an 18:10 train to Rodez", PLACES).when == "any@18:10"


@pytest.mark.parametrize(
    "text",
    [
        "villages accessibles en une demi-heure",
        "villages reachable in half an hour",
        "Dörfer, die man in einer halben Stunde erreicht",
        "pueblos a los que se llega en media hora",
        "borghi raggiungibili in mezz'ora",
        "dorpjes die je in een half uur kunt bereiken",
        "vilatges que s'i arriba en mièja ora",
        "pobles accessibles en mitja hora",
    ],
)
def test_minutes_to_reach_something_are_a_way(text: str) -> None:
    found = read(text, PLACES)
    assert (found.radius_km, found.duration) == (25.0, None)


@pytest.mark.parametrize(
    "text",
    [
        "vendredi dernier il y avait un stand de pain, il revient demain ?",
        "the bread stall that was here last friday, is it back tomorrow",
        "letzten Freitag war hier ein Stand, kommt der morgen wieder",
        "el viernes pasado había un puesto de pan, vuelve mañana?",
        "venerdì scorso c'era un banco del pane, torna domani?",
        "vorige vrijdag stond hier een kraam, is die er morgen weer",
        "divendres passat i aviá un marchand de pan, tornarà deman ?",
        "divendres passat hi havia una parada de pa, torna demà?",
    ],
)
def test_a_weekday_gone_by_is_not_sought(text: str) -> None:
    assert read(text, PLACES).when == "tomorrow"


def test_a_weekday_gone_by_alone_tells_when_something_was_lost() -> None:
    assert read("j'ai perdu mon sac vendredi dernier", PLACES).when == "fri"


@pytest.mark.parametrize(
    "text",
    ["28 élèves, 2 profs, visite de la mine", "28 pupils, 2 teachers, mine visit",
     "28 Schüler, 2 Lehrer, Bergwerk", "28 leerlingen, 2 leraren, mijnmuseum"],
)  # fmt: skip
def test_who_comes_with_pupils_is_no_age(text: str) -> None:
    found = read(text, PLACES).party
    assert "n:28" in found
    assert "age:2" not in found


def test_ages_behind_a_comma_stay() -> None:
    assert "age:9" in read("my son, 9, wants to climb", PLACES).party


@pytest.mark.parametrize(
    "text",
    ["hará viento mañana? queremos hacer kayak", "ci sarà vento domani? vogliamo fare canoa",
     "gaat het morgen waaien? we willen kanoën", "i aurà de vent deman ? volèm far de canoè",
     "farà vent demà? volem fer caiac"],
)  # fmt: skip
def test_whether_there_will_be_wind(text: str) -> None:
    found = read(text, PLACES)
    assert (found.weather, found.when) == ("wind", "tomorrow")


@pytest.mark.parametrize(
    "text",
    ["non c'è niente di aperto il lunedì per mangiare?",
     "i a pas res de dubèrt lo diluns per manjar ?"],
)  # fmt: skip
def test_nothing_open_refuses_no_day(text: str) -> None:
    assert read(text, PLACES).when == "mon"


def test_small_words_of_one_language() -> None:
    assert read("restaurant amb trona", PLACES).weather is None  # a high chair, no thunder
    assert read("si trona què podem fer", PLACES).weather == "storm"
    assert read("e es bon pels mainats", PLACES).party == ("kids",)
    assert read("dove andare coi bimbi piccoli", PLACES).party == ("kids",)
    assert read("un truc à voir, on part à 17h, d'ici là ?", PLACES).where is None
    assert read("penne c'est loin ?", PLACES).where == "Penne"
    assert read("c'est moins cher avec la carte avantages ?", PLACES).max_price is None


@pytest.mark.parametrize(
    "text", ["itinerario btt fácil", "circuito mtb", "itinerari btt", "boucle vtt", "MTB-Runde"]
)
def test_rounds_for_mountain_bikes_are_ridden(text: str) -> None:
    assert read(text, PLACES).mobility == ("bike",)


@pytest.mark.parametrize(
    "text", ["se nos ha estropeado el coche, taller abierto", "s'ha espatllat el cotxe, un taller"]
)
def test_a_car_is_mended_in_its_workshop(text: str) -> None:
    assert Kind.SERVICE in read(text, PLACES).types


@pytest.mark.parametrize(
    "text",
    ["piste cyclable sans voiture", "car-free cycle route", "autofreie Radtour",
     "fietsroute vlak en autovrij", "ruta en bici con sillita", "ruta en bici amb cadireta"],
)  # fmt: skip
def test_a_way_without_cars_is_ridden(text: str) -> None:
    assert read(text, PLACES).mobility == ("bike",)


def test_who_has_no_car_goes_otherwise() -> None:
    assert "public_transport" in read("no car, where can we cycle", PLACES).mobility
    assert read("ruta con sillita", PLACES).mobility == ("stroller",)
