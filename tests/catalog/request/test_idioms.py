"""What is told by an idiom: how hard a way is, the weather, an empty purse, how old somebody is.
By class and by language, each with the plain sentence that says something else."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, Request, read

PLACES = PlaceNames(["Carmaux", "Najac", "Albi"])

_GRADED = {
    "piste bleue en vtt": "easy", "VTT : une verte ou une bleue": "easy",
    "circuit VTT rouge": "hard", "rando rouge, 12 km": "hard", "circuit noir à pied": "hard",
    "a blue mtb trail": "easy", "a black run on mountain bikes": "hard", "red mtb route": "hard",
    "MTB-Strecke, blau": "easy", "rote Strecke mit dem Mountainbike": "hard",
    "schwarze Piste": "hard", "una pista azul de btt": "easy", "una ruta roja a pie": "hard",
    "pista nera in mtb": "hard", "percorso rosso in mtb": "hard",
    "pista blu in mountain bike": "easy", "blauwe mtb-route": "easy",
    "rode mtb-route, kan een beginner dat aan?": "hard",
    "pista roja de VTT": "hard", "circuit negre de BTT": "hard", "pista verda de VTT": "easy",
    "ruta BTT de les vermelles": "hard", "ruta BTT blava": "easy",
}  # fmt: skip
_UNGRADED = (
    "une balade verte", "le balisage rouge du sentier", "sentier du rouge-gorge",
    "j'ai perdu mon VTT rouge", "un vin rouge de pays", "pas de piste noire en vtt",
    "red squirrel trail", "blue route on foot", "walk to the black lion pub", "blaue Wanderung",
    "de blauwe route wandelen", "una ruta del vino negro", "una passeggiata nel verde",
)  # fmt: skip
_HARD = (
    "un parcours qui pique vraiment", "une rando casse-pattes", "a walk, not for the faint hearted",
    "Wanderung, aber nix für Weicheier", "eine Tour, die in die Waden geht", "una ruta durilla",
    "senderismo con buen desnivel", "un giro spaccagambe", "een wandeling, niks voor watjes",
    "een fietstocht met kuitenbijters", "una caminada que monte plan", "una ruta que pugi força",
)  # fmt: skip
_WEATHER = {
    "rain": (
        "il tombe des hallebardes", "it's hammering down", "es schüttet wie aus Kübeln",
        "está cayendo la del pulpo", "piove a secchiate", "het komt met bakken uit de lucht",
        "plòu a selhons", "plou a semalades",
    ),
    "wind": (
        "un vent à décorner les bœufs", "blowing a hooley", "es pfeift der Wind",
        "hace un viento de mil demonios", "tira un ventaccio", "het waait de pannen van het dak",
        "bufa que bufa", "fot un vent",
    ),
}  # fmt: skip
_CHEAP = (
    "manger sans y laisser sa chemise", "dinner, we don't want to spend a fortune",
    "essen, wir wollen kein Vermögen ausgeben", "cenar sin gastarnos un dineral",
    "mangiare, siamo al verde", "eten voor een habbekrats", "manjar per quatre sòus",
    "per sopar no volem gastar-nos un dineral", "un resto qui ne coûte pas une blinde",
    "una cena que no nos cueste un pastón", "een etentje zonder een vermogen te betalen",
)  # fmt: skip


def _read(text: str) -> Request:
    return read(text, PLACES)


def test_a_colour_grades_a_track_and_nothing_else() -> None:
    read_as = {text: _read(text) for text in _GRADED}
    assert {text: request.difficulty for text, request in read_as.items()} == _GRADED
    assert all(Kind.ITINERARY in request.types for request in read_as.values())
    assert {text: _read(text).difficulty for text in _UNGRADED} == dict.fromkeys(_UNGRADED)


def test_idioms_of_a_hard_way_of_weather_and_of_an_empty_purse() -> None:
    assert {text: _read(text).difficulty for text in _HARD} == dict.fromkeys(_HARD, "hard")
    for weather, said in _WEATHER.items():
        assert {text: _read(text).weather for text in said} == dict.fromkeys(said, weather)
    assert {text: _read(text).max_price for text in _CHEAP} == dict.fromkeys(_CHEAP, "low")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("something indoors, she's six", {"age:6", "kids"}),
        ("jongens van 15 en 17", {"age:15", "age:17", "teens"}),
        ("4 en 7 jaar oud", {"age:4", "age:7", "kids"}),
        ("9. Klasse, 22 Schüler", {"school", "kids", "n:22"}),
        ("27 élèves de CE2 et 4 parents", {"school", "kids", "n:31"}),
        ("club des aînés, 45 pers", {"seniors", "n:45"}),
    ],
)
def test_who_comes_by_ages_classes_and_clubs(text: str, party: set[str]) -> None:
    assert set(_read(text).party) == party
