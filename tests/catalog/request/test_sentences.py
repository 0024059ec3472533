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


TOLD = {
    "fr": "Hier on est venus en voiture, sept heures de route. Un restaurant pour ce soir ?",
    "en": "Yesterday we drove seven hours in the car. Is there a restaurant for tonight?",
    "de": "Gestern kamen wir mit dem Auto, sieben Stunden. Gibt es heute Abend ein Restaurant?",
    "es": "Ayer vinimos en coche, siete horas. ¿Hay un restaurante para esta noche?",
    "it": "Ieri siamo venuti in macchina, sette ore. C'è un ristorante per stasera?",
    "nl": "Gisteren zijn we met de auto gekomen, zeven uur. Is er vanavond een restaurant?",
    "oc": "Ièr venguèrem en veitura, sèt oras. I a un restaurant per aqueste ser?",
    "ca": "Ahir vam venir amb cotxe, set hores. Hi ha un restaurant per aquest vespre?",
}
LACKING = {
    "fr": "Nous sommes partis sans carte. Où est le musée ?",
    "en": "We left without a map. Where is the museum?",
    "de": "Wir sind ohne Karte losgefahren. Wo ist das Museum?",
    "es": "Salimos sin mapa. ¿Dónde está el museo?",
    "it": "Siamo partiti senza mappa. Dov'è il museo?",
    "nl": "We zijn zonder kaart vertrokken. Waar is het museum?",
    "oc": "Sèm partits sens mapa. Ont es lo musèu?",
    "ca": "Hem sortit sense mapa. On és el museu?",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_somebody_came_limits_nothing(lang: str) -> None:
    request = read(TOLD[lang], PLACES)
    assert (request.when or "").startswith("today:")
    assert (request.duration, request.radius_km, request.mobility) == (None, None, ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_somebody_is_without_is_told_and_not_refused(lang: str) -> None:
    request = read(LACKING[lang], PLACES)
    assert "museum" in request.themes
    assert not [theme for theme in request.themes if theme.startswith("-")]


def test_an_everyday_now_and_a_habit_ask_for_no_time() -> None:
    request = read("The children are tired now. We walk every evening. Is there a pool?", PLACES)
    assert request.when is None


def test_who_is_only_mentioned_does_not_come() -> None:
    request = read("That was the idea of my son. Is there a museum?", PLACES)
    assert request.party == ()
    request = read("My grandmother was queen of the fair in 1958. Is there a museum?", PLACES)
    assert request.party == ()


def test_another_lake_is_not_the_one_told_of() -> None:
    text = "We were told Najac is closed. Is there another castle?"
    assert read(text, PLACES).where is None


def test_a_point_of_an_abbreviation_ends_no_sentence() -> None:
    assert read("un concert le sam. 05/09, c'est où ?", PLACES).when == "date:09-05"


@pytest.mark.parametrize(
    "text", ["pharmacie nocturne", "farmacia nocturna", "guardia medica notturna"]
)
def test_what_serves_by_night_is_asked_for_the_night(text: str) -> None:
    assert read(text, PLACES).when == "any:night"
    assert read("visitas nocturnas al castillo", PLACES).when is None
