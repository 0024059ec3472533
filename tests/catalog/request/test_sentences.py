"""Sentences that only tell, beside one that asks."""

from __future__ import annotations

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi", "Carmaux", "Cordes-sur-Ciel", "Najac"], [])

WEDDING = {
    "fr": "Ma sœur se marie samedi à Najac. Avez-vous une chambre à Albi pour demain ?",
    "en": "My sister marries on Saturday in Najac. Is there a room in Albi for tomorrow?",
    "de": "Meine Schwester heiratet am Samstag in Najac. Gibt es morgen ein Zimmer in Albi?",
    "es": "Mi hermana se casa el sábado en Najac. ¿Hay una habitación en Albi para mañana?",
    "it": "Mia sorella si sposa sabato a Najac. C'è una camera ad Albi per domani?",
    "nl": "Mijn zus trouwt zaterdag in Najac. Is er morgen een kamer in Albi?",
    "oc": "Ma sòrre se marida dissabte a Najac. I a una cambra a Albi per deman?",
    "ca": "La meva germana es casa dissabte a Najac. Hi ha una habitació a Albi per demà?",
}
ARRIVAL = {
    "fr": "on arrive vendredi soir, un marché samedi ?",
    "en": "we arrive on Friday and would like a market on Saturday",
    "de": "wir kommen am Freitag an und möchten am Samstag einen Markt",
    "es": "llegamos el viernes por la tarde y el sábado queremos un mercado",
    "it": "arriviamo venerdì e sabato vorremmo un mercato",
    "nl": "we komen vrijdag aan en willen zaterdag een markt",
    "oc": "arribam divendres e dissabte voldriam un mercat",
    "ca": "arribem divendres al vespre i dissabte volem un mercat",
}
GIVEN_UP = {
    "fr": "On voulait voir une grotte mais les enfants ont peur, y a-t-il une piscine ?",
    "en": "We wanted to see a cave but the children are afraid, is there a swimming pool?",
    "de": "Wir wollten eine Höhle sehen, aber die Kinder haben Angst, gibt es ein Schwimmbad?",
    "es": "Queríamos ver una cueva pero los niños tienen miedo, ¿hay una piscina?",
    "it": "Volevamo vedere una grotta ma i bambini hanno paura, c'è una piscina?",
    "nl": "We wilden een grot zien maar de kinderen zijn bang, is er een zwembad?",
    "oc": "Voliam veire una bauma mas los dròlles an paur, i a una piscina?",
    "ca": "Volíem veure una cova però els nens tenen por, hi ha una piscina?",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentence_that_asks_tells_when_and_where(lang: str) -> None:
    request = read(WEDDING[lang], PLACES)
    assert (request.when, request.where) == ("tomorrow", "Albi")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_day_of_arrival_is_none_asked_about_beside_another(lang: str) -> None:
    assert read(ARRIVAL[lang], PLACES).when == "sat"


def test_the_day_of_arrival_counts_where_it_is_the_only_one() -> None:
    assert read("on arrive vendredi soir, un resto ?", PLACES).when == "fri:evening"
    assert read("on arrive vendredi ou samedi, une chambre ?", PLACES).when == "fri"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_wanted_and_given_up_is_not_sought(lang: str) -> None:
    request = read(GIVEN_UP[lang], PLACES)
    assert "cave" not in request.themes
    assert "swimming_pool" in request.themes
    assert "kids" in request.party


def test_what_the_question_does_not_say_itself_is_taken_from_what_is_told() -> None:
    request = read("Nous sommes à Najac demain. Un bon restaurant ?", PLACES)
    assert (request.when, request.where) == ("tomorrow", "Najac")
    request = read("Nous sommes à Cordes. Y a-t-il un bus pour Albi ?", PLACES)
    assert request.where == ("Cordes-sur-Ciel", "Albi")


def test_what_was_recommended_may_be_asked_about() -> None:
    request = read("On nous a dit que le château de Najac était beau. Il ouvre quand ?", PLACES)
    assert request.where == "Najac"
    assert "castle" in request.themes
