"""What somebody did before asks for nothing: "we did Albi on Tuesday" beside a wish."""

from __future__ import annotations

from itertools import product

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read
from catalog.vocabulary.bygone import bygone

PLACES = PlaceNames(["Albi", "Carmaux", "Cordes-sur-Ciel", "Najac", "Penne"], ["Cap Découverte"])

STORIES = {
    "fr": (
        "Mardi on a fait le musée d'Albi",
        "Hier nous avons visité trois châteaux à Najac pour 12 euros",
        "Nous sommes allés à Cap Découverte dimanche après-midi",
    ),
    "en": (
        "We did Albi on Tuesday and the museum nearly finished us off",
        "Yesterday we walked 20 km around Najac",
        "We went up to the castle at Najac on Sunday afternoon",
    ),
    "de": (
        "Gestern haben wir die Burg in Najac besichtigt",
        "Am Dienstag waren wir drei Stunden im Museum in Albi",
        "Wir sind am Sonntag nach Najac gewandert",
    ),
    "es": (
        "Ayer fuimos al castillo de Najac por 12 euros",
        "El martes hicimos 20 km cerca de Albi",
        "Salimos de Albi a las cinco",
    ),
    "it": (
        "Ieri abbiamo fatto il giro del lago di Najac in due ore",
        "Martedì siamo stati al museo di Albi",
        "Domenica pomeriggio abbiamo camminato 20 km",
    ),
    "nl": (
        "Gisteren zijn we naar het kasteel van Najac geweest",
        "Dinsdag hebben we drie uur in Albi gewandeld",
        "We hebben zondag het museum van Albi bezocht",
    ),
    "oc": (
        "Ièr anèrem al castèl de Najac",
        "Dimars faguèrem 20 km a l'entorn d'Albi",
        "Avèm visitat lo musèu d'Albi dimenge",
    ),
    "ca": (
        "Ahir vam fer vint quilòmetres prop de Najac",
        "Dimarts vam anar al museu d'Albi per 12 euros",
        "Vam visitar el castell de Najac diumenge a la tarda",
    ),
}
WISHES = {
    "fr": ("Où se baigner demain ?", "une pizzeria à Penne ce soir", "et un marché ?"),
    "en": ("Where can we swim tomorrow?", "a pizzeria in Penne tonight", "is there a market?"),
    "de": ("Wo kann man morgen baden?", "eine Pizzeria in Penne heute Abend", "und ein Markt?"),
    "es": ("¿Dónde bañarse mañana?", "una pizzería en Penne esta noche", "¿hay un mercado?"),
    "it": ("Dove fare il bagno domani?", "una pizzeria a Penne stasera", "c'è un mercato?"),
    "nl": ("Waar kun je morgen zwemmen?", "een pizzeria in Penne vanavond", "en een markt?"),
    "oc": ("Ont se banhar deman ?", "una pizzariá a Penne anuèch", "i a un mercat ?"),
    "ca": ("On ens podem banyar demà?", "una pizzeria a Penne aquest vespre", "hi ha un mercat?"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_story_beside_a_wish_asks_for_nothing(lang: str) -> None:
    differ = []
    for story, wish in product(STORIES[lang], WISHES[lang]):
        alone = read(wish, PLACES, lang=lang).keys()
        assert alone["types"], wish
        for text in (f"{story}. {wish}", f"{wish}. {story}", f"{story}, {wish}"):
            keys = read(text, PLACES, lang=lang).keys()
            if keys != alone:
                told = {key: value for key, value in keys.items() if value != alone[key]}
                differ.append((text, told))
    assert differ == []


def test_a_story_alone_is_what_is_asked_about() -> None:
    assert read("on a visité le château de Najac hier", PLACES).where == "Najac"
    keyless = read("Anèrem a la capèla de Najac e èra barrada. Ont es la clau ?", PLACES)
    assert (keyless.where, "chapel" in keyless.themes) == ("Najac", True)


def test_who_came_along_still_counts() -> None:
    request = read("Hier on a fait Albi avec nos 2 enfants. Une pizzeria à Penne ?", PLACES)
    assert request.where == "Penne"
    assert "kids" in request.party


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On repart dimanche pour Albi. Où manger ce soir ?", "today:evening"),
        ("We're moving on to Albi on Sunday, where can we eat tonight?", "today:evening"),
        ("Am Sonntag fahren wir weiter nach Albi. Wo kann man heute essen?", "today"),
        ("El domingo nos vamos a Albi, ¿dónde comer mañana?", "tomorrow"),
        ("Domenica ripartiamo per Albi, dove mangiare domani?", "tomorrow"),
        ("Zondag rijden we verder naar Albi. Waar kunnen we morgen eten?", "tomorrow"),
        ("Partirem dimenge cap a Albi. Ont manjar deman ?", "tomorrow"),
        ("Diumenge marxem cap a Albi. On podem menjar demà?", "tomorrow"),
        ("On repart dimanche, que faire avant ?", "sun"),
        ("Nous sommes là jusqu'à dimanche, samedi matin on peut manger où ?", "sat:morning"),
        ("Een tafeltje voor acht vrijdag om half acht", "fri@19:30"),
    ],
)
def test_the_day_somebody_leaves_is_not_the_day_that_is_asked_about(text: str, when: str) -> None:
    request = read(text, PLACES)
    assert (request.when, request.where) == (when, None)


def test_every_language_tells_what_was_and_where_one_goes() -> None:
    assert all(len(phrases) >= 4 for phrases in bygone().values())
    assert {lang for _, lang in bygone()} == set(LANGUAGES)


@pytest.mark.parametrize(
    "text",
    ["goûter un Gaillac", "a glass of Gaillac", "einen Gaillac trinken", "una copa de Gaillac",
     "un bicchiere di Gaillac", "een glas Gaillac", "un veire de Galhac", "una ampolla de Gaillac"],
)  # fmt: skip
def test_a_glass_of_a_town_is_its_wine(text: str) -> None:
    request = read(text, PlaceNames(["Gaillac", "Carmaux"], []))
    assert (request.where, "wine" in request.themes) == (None, True)
    assert read("un restaurant à Gaillac", PlaceNames(["Gaillac"], [])).where == "Gaillac"


@pytest.mark.parametrize(
    "text",
    ["on a payé 9 euros le parking", "we paid 9 euros for parking", "wir mussten 9 € zahlen",
     "nos cobraron 9 euros por aparcar", "abbiamo pagato 9 euro di parcheggio",
     "we moesten 9 euro betalen om te parkeren", "avèm pagat 9 èuros lo parcatge",
     "ens van cobrar 9 euros per aparcar"],
)  # fmt: skip
def test_what_was_paid_is_no_limit(text: str) -> None:
    assert read(text, PLACES).max_price is None
    assert read("une chambre à 60 euros maximum", PLACES).max_price == 60


@pytest.mark.parametrize(
    "text",
    ["pas un chemin comme hier", "not like yesterday", "nicht so ein Weg wie gestern",
     "no como ayer", "non come ieri", "niet zoals gisteren", "pas coma ièr", "no com ahir"],
)  # fmt: skip
def test_what_was_yesterday_is_only_compared_with(text: str) -> None:
    assert read(text, PLACES).when is None
