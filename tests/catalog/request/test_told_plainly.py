"""Fun things and sporty ones, ways back, and what Dutch and Occitan visitors type every day."""

from __future__ import annotations

from typing import Final

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES: Final = PlaceNames(("Carmaux", "Albi", "Cordes-sur-Ciel"))

FUN_THINGS: Final = (
    "trucs sympas pour ados",
    "des choses rigolotes pour les enfants",
    "cool stuff for teens",
    "coole Sachen für Teenies",
    "cosas chulas para adolescentes",
    "cose divertenti per bambini",
    "leuke dingen voor pubers",
    "plezante dingen voor kindjes",
    "causas polidas pels mainatges",
    "coses xules per adolescents",
    "rien de culturel pour nos ados",
    "nothing cultural for our teens",
    "nichts Kulturelles für Teenager",
    "nada cultural para los adolescentes",
    "niente di culturale per i ragazzi",
    "niks cultureels voor pubers",
    "res de cultural pels adolescents",
)
SPORTY: Final = (
    "une activité sportive samedi",
    "quelque chose de sportif samedi",
    "eine sportliche Aktivität am Samstag",
    "una actividad deportiva el sábado",
    "un'attività sportiva sabato",
    "iets sportiefs zaterdag",
    "una activitat esportiva dissabte",
    "alguna cosa esportiva dissabte",
)
SPORTY_WALKS: Final = (
    "une rando sportive samedi",
    "eine sportliche Wanderung am Samstag",
    "una caminata deportiva el sábado",
    "una passeggiata sportiva sabato",
    "een sportieve wandeling zaterdag",
    "una caminada esportiva dissabte",
)
BACK: Final = (
    "dernier train pour rentrer à Albi de Carmaux",
    "último tren para volver a Albi de Carmaux",
    "darrièr tren per tornar a Albi de Carmaus",
    "últim tren per tornar a Albi de Carmaux",
    "ultimo treno per tornare ad Albi da Carmaux",
    "last train back to Albi from Carmaux",
    "letzter Zug nach Albi von Carmaux",
    "laatste trein naar Albi van Carmaux",
)
EVERYDAY: Final = (
    ("drinkbussen bijvullen", "types", (Kind.SERVICE,)),
    ("slaapplek, budget", "max_price", "low"),
    ("ne regenachtige namiddag", "weather", "rain"),
    ("qué far amé la calou", "weather", "hot"),
    ("balado amé lous pichous", "party", ("kids",)),
    ("balada amé la poussetto", "mobility", ("stroller",)),
    ("hotèl, me desplaci mal", "mobility", ("reduced",)),
    ("una cambra per aquesta nuèit", "when", "today:night"),
    ("dourmi aquesto neit", "when", "today:night"),
    ("lou marcat de Carmaus", "types", (Kind.MARKET,)),
    ("una langasta a picat lo drollet", "types", (Kind.HEALTH,)),
    ("una marcha pas tròp longa", "types", (Kind.ITINERARY,)),
    ("hebde gij een plan van 't stad", "types", (Kind.OFFICE,)),
    ("apothekerwacht zondag", "types", (Kind.HEALTH,)),
    ("van de namiddag iets te doen", "when", "today:afternoon"),
    ("ne pint gaan drinken", "types", (Kind.FOOD,)),
    ("hondenlosloopweide", "types", (Kind.SERVICE,)),
    ("bosklassen met het vierde leerjaar", "party", ("school",)),
    ("ont i a un farmacia de gardo", "where", None),
    ("un passejat de dos ouros", "duration", "2h"),
    ("un restaurant pas tro car", "max_price", "low"),
    ("una chambro", "types", (Kind.LODGING,)),
)
TOO_HARD: Final = (
    "la balade est-elle trop dure pour ma mère",
    "is the walk too hard for my mum",
    "ist die Wanderung zu schwer für meine Mutter",
    "es demasiado difícil la ruta para mi madre",
    "è troppo difficile il sentiero per mia madre",
    "is de wandeling te zwaar voor mijn moeder",
    "es tròp dura la caminada per ma maire",
    "és massa difícil la ruta per a la meva mare",
)
NIGHTS: Final = (
    "deux nuits avec petit déj dans un château",
    "two nights in a castle with breakfast",
    "zwei Nächte mit Frühstück im Schloss",
    "dos noches en un castillo con desayuno",
    "due notti in un castello con colazione",
    "twee nachtjes met ontbijt in een kasteel",
)
SEATS: Final = (
    "picknickmand bestellen voor 2",
    "fietsen huren voor 2",
    "kaartjes voor 2",
)
EMPTY: Final = (
    "la batterie du vélo électrique est vide, où recharger",
    "e-bike battery empty, where can we charge it",
    "E-Bike-Akku leer, wo laden",
    "batteria dell'e-bike scarica, dove ricarico",
    "accu van de e-bike leeg, waar laden",
)


@pytest.mark.parametrize("text", FUN_THINGS)
def test_fun_things_are_something_to_do(text: str) -> None:
    assert Kind.ACTIVITY in read(text, PLACES).types


@pytest.mark.parametrize("text", SPORTY)
def test_sport_is_as_hard_as_one_likes(text: str) -> None:
    request = read(text, PLACES)
    assert Kind.ACTIVITY in request.types
    assert (request.difficulty, request.when) == (None, "sat")


@pytest.mark.parametrize("text", SPORTY_WALKS)
def test_a_sporty_walk_is_hard(text: str) -> None:
    request = read(text, PLACES)
    assert Kind.ITINERARY in request.types
    assert (request.difficulty, request.when) == ("hard", "sat")


@pytest.mark.parametrize("text", BACK)
def test_who_goes_back_starts_where_the_last_word_says(text: str) -> None:
    assert read(text, PLACES).where == ("Carmaux", "Albi")


@pytest.mark.parametrize(("text", "key", "value"), EVERYDAY)
def test_words_of_every_day(text: str, key: str, value: object) -> None:
    assert getattr(read(text, PLACES), key) == value


@pytest.mark.parametrize("text", TOO_HARD)
def test_who_fears_that_it_is_too_hard_wants_nothing_hard(text: str) -> None:
    request = read(text, PLACES)
    assert Kind.ITINERARY in request.types
    assert request.difficulty is None


@pytest.mark.parametrize("text", NIGHTS)
def test_nights_with_breakfast_are_slept(text: str) -> None:
    request = read(text, PLACES)
    assert Kind.LODGING in request.types
    assert request.duration == "2n"


@pytest.mark.parametrize("text", SEATS)
def test_what_is_booked_for_two_is_no_hour(text: str) -> None:
    request = read(text, PLACES)
    assert (request.when, request.party) == (None, ("n:2",))


def test_an_hour_stays_one_before_which_something_ends() -> None:
    assert read("het zwembad voor 9 uur", PLACES).when == "any@09:00-"


@pytest.mark.parametrize("text", EMPTY)
def test_who_charges_an_electric_bike_rides_it(text: str) -> None:
    request = read(text, PLACES)
    assert Kind.SERVICE in request.types
    assert request.mobility == ("bike",)


@pytest.mark.parametrize(("text", "day"), [("zondagmarkt", "sun"), ("zaterdagmarkt", "sat")])
def test_the_day_of_a_market_is_told_in_its_name(text: str, day: str) -> None:
    assert read(f"{text} in de buurt", PLACES).when == day
