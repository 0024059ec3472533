"""What a phrase says beside what it is as a whole: that a walk is a loop, of what age a village is,
in what water somebody bathes; and a feast that is only the day."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.request import Request
from catalog.request import read as read_request
from tests.bench.turns import PLACES

LOOPS = {
    "fr": ("une randonnée en boucle", "une boucle à pied de 6 km"),
    "en": ("a circular walk", "an easy loop walk"),
    "de": ("eine Rundwanderung", "ein Rundweg mit Schatten"),
    "es": ("una ruta circular", "un sendero circular"),
    "it": ("un percorso ad anello", "un sentiero ad anello"),
    "nl": ("een rondwandeling", "een ommetje met schaduw"),
    "oc": ("una passejada en bocla",),
    "ca": ("una ruta circular",),
}
AGES = {
    "villages médiévaux": "medieval",
    "mittelalterliche Dörfer": "medieval",
    "pueblos medievales": "medieval",
    "borghi medievali": "medieval",
    "pobles medievals": "medieval",
    "medieval villages": "medieval",
    "middeleeuwse dorpen": "medieval",
    "vilatges medievals": "medieval",
    "une église romane": "romanesque",
    "una iglesia románica": "romanesque",
}
RIVERS = (
    "baignade en rivière",
    "river swimming",
    "bañarse en el río",
    "un bagno nel fiume",
    "banyar-se al riu",
    "se banhar dins la ribièra",
)
FEASTS = {
    "Easter Monday: what is open?": "feast:easter_monday",
    "was hat Ostermontag offen": "feast:easter_monday",
    "qu'est-ce qui est ouvert le lundi de Pâques": "feast:easter_monday",
    "qué está abierto el lunes de Pascua": "feast:easter_monday",
    "cosa è aperto a Pasquetta": "feast:easter_monday",
    "wat is er open op tweede paasdag": "feast:easter_monday",
    "què hi ha obert dilluns de Pasqua": "feast:easter_monday",
    "qué i a de dobèrt lo diluns de Pascas": "feast:easter_monday",
}


def read(text: str) -> Request:
    return read_request(text, PLACES, today=date(2026, 3, 23))


@pytest.mark.parametrize("text", [text for texts in LOOPS.values() for text in texts])
def test_a_round_is_a_walk_and_a_loop(text: str) -> None:
    request = read(text)
    assert "loop" in request.themes
    assert {"walking", "walking_route"} & {*request.themes}


@pytest.mark.parametrize(
    "text", ["boucles d'oreilles", "een kringloopwinkel", "une boucle magnétique"]
)
def test_other_loops_are_no_walks(text: str) -> None:
    assert "loop" not in read(text).themes


@pytest.mark.parametrize(("text", "age"), AGES.items())
def test_an_age_within_a_phrase_is_asked_for(text: str, age: str) -> None:
    assert age in read(text).themes


@pytest.mark.parametrize("text", RIVERS)
def test_who_bathes_in_a_river_wants_a_river(text: str) -> None:
    assert {"swimming", "river"} <= {*read(text).themes}


@pytest.mark.parametrize(("text", "when"), FEASTS.items())
def test_a_feast_that_is_the_day_is_no_event(text: str, when: str) -> None:
    request = read(text)
    assert request.when == when
    assert "easter" not in request.themes


def test_an_egg_hunt_is_one() -> None:
    assert read("chasse aux œufs lundi de Pâques").themes == ("easter",)


@pytest.mark.parametrize("text", ["un musèu sul veire", "lo musèu sus lo veire"])
def test_occitan_glass_is_no_seeing(text: str) -> None:
    assert "glass" in read(text).themes
    assert "glass" not in read("qué i a de veire ?").themes


@pytest.mark.parametrize(
    "text", ["il fait 38, où se mettre au frais", "es ist heiß, wo ist es kühl"]
)
def test_who_seeks_a_cool_place_asks_for_no_machine(text: str) -> None:
    assert "air_conditioning" not in read(text).themes
    assert read(text).weather == "hot"
