"""What is forbidden, what is broken or dirty, and what only the people of the office have."""

from __future__ import annotations

from typing import Final

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read
from catalog.request.model import Concern

PLACES: Final = PlaceNames(("Carmaux", "Albi"))

RULES: Final = (
    "les feux de camp sont interdits ?",
    "barbecues autorisés au lac ?",
    "are campfires banned at the lake?",
    "drones prohibited here?",
    "sind Drohnen verboten?",
    "¿están prohibidas las hogueras?",
    "¿están permitidas las barbacoas?",
    "i fuochi sono vietati?",
    "droni vietati sul viadotto?",
    "zijn kampvuren verboden?",
    "mag je bbqen bij het meer?",
    "los fuòcs son defenduts ?",
    "las grasilhadas son permesas ?",
    "els focs estan prohibits?",
    "són permeses les barbacoes?",
)
FIREWORKS: Final = (
    "dove si possono vedere i fuochi d'artificio",
    "où peut-on voir les feux d'artifice",
    "on es poden veure els focs artificials",
)
COMPLAINTS: Final = (
    "les toilettes de la place sont fermées et sales",
    "y a des déchets partout sur le chemin",
    "un arbre bloque le sentier",
    "the toilets on the square are shut and filthy",
    "rubbish all over the path",
    "a tree is lying across the path",
    "die Toiletten sind zu und dreckig",
    "überall Müll am Weg",
    "ein Baum liegt quer über dem Weg",
    "los baños de la plaza están cerrados y sucios",
    "hay basura por todo el camino",
    "un árbol corta el sendero",
    "i bagni sono chiusi e sporchi",
    "spazzatura ovunque sul sentiero",
    "un albero blocca il sentiero",
    "de wc's zijn dicht en smerig",
    "bordje op het pad staat verkeerd",
    "overal zwerfvuil",
    "er ligt een boom over het pad",
    "los comuns son tampats e brutes",
    "i a de bordilhas pertot",
    "un arbre barra lo camin",
    "els lavabos estan tancats i bruts",
    "hi ha escombraries pertot",
    "un arbre talla el camí",
)
ONLY_ASKED: Final = (
    "les toilettes sont fermées le dimanche ?",
    "are the toilets locked on Sunday?",
    "zijn de wc's dicht op zondag?",
    "where can I put the rubbish of my picnic",
    "waar kan ik mijn afval kwijt op de camping",
    "un gîte près d'un bel arbre",
)
OF_THE_OFFICE: Final = (
    "le code du wifi svp",
    "wifi password please",
    "WLAN Passwort bitte",
    "contraseña del wifi",
    "la password del wifi",
    "wifi-code aub",
    "lo còdi del wifi",
    "la contrasenya del wifi",
    "comment devenir bénévole",
    "how do I volunteer for the festival",
    "als freiwillige Helferin anmelden",
    "quiero ser voluntaria",
    "vorrei fare il volontario",
    "vrijwilliger worden",
    "èsser benevòl",
    "m'agradaria fer de voluntari",
    "wann habt ihr auf?",
    "toeristendienst open?",
    "lo libre d'aur",
)


@pytest.mark.parametrize("text", RULES)
def test_what_is_forbidden_is_asked_of_the_office(text: str) -> None:
    request = read(text, PLACES)
    assert request.types == (Kind.SERVICE, Kind.OFFICE)
    assert request.when is None


@pytest.mark.parametrize("text", FIREWORKS)
def test_fireworks_are_seen_not_allowed(text: str) -> None:
    assert read(text, PLACES).types == (Kind.EVENT,)


@pytest.mark.parametrize("text", COMPLAINTS)
def test_what_is_dirty_or_in_the_way_is_told_to_somebody(text: str) -> None:
    request = read(text, PLACES)
    assert request.concern is Concern.COMPLAINT
    assert Kind.OFFICE in request.types
    assert (request.when, request.max_km, request.radius_km) == (None, None, None)


@pytest.mark.parametrize("text", ONLY_ASKED)
def test_who_asks_complains_of_nothing(text: str) -> None:
    assert read(text, PLACES).concern is None


@pytest.mark.parametrize("text", OF_THE_OFFICE)
def test_what_the_office_has_or_knows(text: str) -> None:
    assert Kind.OFFICE in read(text, PLACES).types


def test_kilometres_more_are_not_of_may() -> None:
    request = read("avèm fach tres quilomètres de mai, lo panèl es fals", PLACES)
    assert (request.when, request.concern) == (None, Concern.COMPLAINT)
    assert read("los mercats de mai", PLACES).when == "month:05"
