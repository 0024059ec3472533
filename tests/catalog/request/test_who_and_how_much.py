"""Classes of wordings, each in the eight languages: numbers in words, stories of kilometres, ages
without years, animals that are no dogs, the least it may cost."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, Request, read
from catalog.vocabulary.asking import Meaning, phrases

PLACES = PlaceNames(["Carmaux", "Najac", "Albi"])
EUROS = {
    "fr": "une chambre à {} euros maximum",
    "en": "a room under {} euros",
    "de": "ein Zimmer unter {} Euro",
    "es": "una habitación por menos de {} euros",
    "it": "una camera a meno di {} euro",
    "nl": "een kamer voor maximaal {} euro",
    "oc": "una cambra a mens de {} èuros",
    "ca": "una habitació per menys de {} euros",
}
LENGTH = {
    "fr": "une rando de {} km",
    "en": "a walk of {} km",
    "de": "eine Wanderung von {} km",
    "es": "una ruta a pie de {} km",
    "it": "un sentiero di {} km",
    "nl": "een wandeling van {} km",
    "oc": "una passejada de {} km",
    "ca": "una caminada de {} km",
}
PEOPLE = {
    "fr": "nous sommes {} personnes",
    "en": "we are {} people",
    "de": "wir sind {} Personen",
    "es": "somos {} personas",
    "it": "siamo {} persone",
    "nl": "we zijn met {} personen",
    "oc": "sèm {} personas",
    "ca": "som {} persones",
}


def ask(text: str) -> Request:
    return read(text, PLACES)


@cache
def spoken(lang: str) -> dict[int, list[str]]:
    """The whole numbers from 2 to 100 and their words in a language, but "a couple of"."""

    def number(meaning: Meaning) -> bool:
        return meaning.group == "number" and lang in meaning.langs

    found: dict[int, list[str]] = {}
    for phrase, meanings in phrases().items():
        for meaning in filter(number, meanings):
            value = float(meaning.value)
            if value == int(value) and 3 <= value <= 100 and not phrase.endswith((" de", " d")):
                found.setdefault(int(value), []).append(phrase)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_up_to_a_hundred_has_a_word(lang: str) -> None:
    assert set(range(3, 101)) <= spoken(lang).keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_number_in_words_is_a_price_a_length_and_a_count_of_people(lang: str) -> None:
    for number in range(11, 101, 3):
        word = spoken(lang)[number][0]
        assert ask(EUROS[lang].format(word)).max_price == number, word
        assert ask(LENGTH[lang].format(word)).max_km == number, word
        assert f"n:{number}" in ask(PEOPLE[lang].format(word)).party, word


STORIES = [
    *(
        "on a roulé 600 km, où dormir ?",
        "notre hôtel est à 12 km d'Albi",
        "on loge à 3 km de Najac",
    ),
    *("we've driven 900 miles, any beds?", "it's 30 km to Albi, is it worth it?"),
    *("wir haben 1200 km hinter uns, wo schlafen?", "unser Haus liegt 15 km von Albi entfernt"),
    *("hemos hecho 800 km, ¿dónde dormir?", "nuestra casa está a 8 km de Najac"),
    *("abbiamo fatto mille chilometri, dove dormire?", "il nostro hotel è a 8 km da Najac"),
    *("we hebben 1100 kilometer gereden, waar slapen?", "ons huisje ligt 8 km van Najac"),
    *("avèm fach 500 km, ont dormir?", "nòstre ostal es a 8 km de Najac"),
    *("hem fet 450 km, on dormim?", "la nostra casa és a 8 km de Najac"),
    *("mon camping-car fait 3m20 de haut", "our van is 3.1 m high", "Wohnmobil 3,30 m hoch"),
    *("una rando amb 300 m de desnivelada", "ruta con 400 m de desnivel", "400 m de dénivelé"),
]


@pytest.mark.parametrize("text", STORIES)
def test_kilometres_that_are_a_story_limit_nothing(text: str) -> None:
    said = ask(text)
    assert (said.radius_km, said.max_km) == (None, None)


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("un restaurant à moins de 5 km de notre camping", 5),
        ("a hotel within 10 km of Albi", 10),
        ("ein Hotel im Umkreis von 20 km", 20),
        ("un hotel che è a 8 km da Albi", 8),
    ],
)
def test_kilometres_that_limit_still_do(text: str, km: float) -> None:
    assert ask(text).radius_km == km


AGES = {
    "fr": ("nos enfants ({} et {})", "le plus petit a {}, l'aîné {}"),
    "en": ("our kids ({} and {})", "the youngest is {}, the oldest {}"),
    "de": ("unsere Kinder ({} und {})", "der Jüngste ist {}, die Älteste {}"),
    "es": ("los niños ({} y {})", "el más pequeño tiene {}, la mayor {}"),
    "it": ("i bambini ({} e {})", "il più piccolo ha {}, la più grande {}"),
    "nl": ("de kinderen ({} en {})", "de jongste is {}, de oudste {}"),
    "oc": ("los mainatges ({} e {})", "lo mai pichon a {}, l'ainat {}"),
    "ca": ("els nens ({} i {})", "el més petit té {}, la més gran {}"),
}


@pytest.mark.parametrize(("lang", "form"), [*product(LANGUAGES, range(2))])
def test_numbers_beside_children_are_their_ages(lang: str, form: int) -> None:
    assert {"age:6", "age:11"} <= set(ask(AGES[lang][form].format(6, 11)).party)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("ma fille de 16 mois", {"baby"}),
        ("our 8 month old daughter", {"baby"}),
        ("unser Sohn ist 20 Monate", {"toddler"}),
        ("mi hijo de 30 meses", {"toddler"}),
        ("three-week-old baby with us", {"baby"}),
        ("oma van negentig", {"seniors", "age:90"}),
        ("mon père de 78 ans", {"age:78", "seniors"}),
        ("two couples and three kids", {"couple", "kids", "n:7"}),
        ("viajamos con dos gatos", set()),
        ("we hebben twee katten bij ons", set()),
        ("io e il gatto, accettano animali?", set()),
        ("animaux acceptés ?", {"dog"}),
        ("allergique aux chiens", set()),
        ("quatre vélos à attacher", set()),
        ("trois châteaux à voir", set()),
        ("14 lads under 12", {"n:14"}),
    ],
)
def test_only_who_comes_is_company(text: str, party: set[str]) -> None:
    assert set(ask(text).party) == party


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("on est fauchés, un concert gratuit ?", 0.0),
        ("we're skint, anything free?", 0.0),
        ("krap bij kas, gratis uitje", 0.0),
        ("something not too dear for £60", 60.0),
        ("qui ne coûte pas un bras", "low"),
        ("che non sia un museo e che costi poco", "low"),
        ("plus un sou, où est le distributeur ?", None),
        ("we have the afternoon free", None),
        ("a beach for 14 lads under 12", None),
    ],
)
def test_the_least_it_may_cost(text: str, price: float | str | None) -> None:
    assert ask(text).max_price == price


@pytest.mark.parametrize(
    ("text", "mobility"),
    [
        ("on est à vélo", ("bike",)),
        ("we zijn met de fiets", ("bike",)),
        ("siamo in bici", ("bike",)),
        ("no tenemos coche", ("public_transport",)),
        ("non abbiamo la macchina", ("public_transport",)),
        ("52 élèves en mai, autocar", ("coach",)),
        ("un autocar pour Albi", ()),
    ],
)
def test_how_they_move_is_told_by_the_whole_phrase(text: str, mobility: tuple[str, ...]) -> None:
    assert ask(text).mobility == mobility


@pytest.mark.parametrize("text", ["Biomarkt", "biowinkel", "panadería ecológica", "marché bio"])
def test_a_label_inside_a_compound_is_kept(text: str) -> None:
    assert ask(text).labels == ("bio",)


@pytest.mark.parametrize("text", ["bioscoop", "biologie", "Biografie", "biosphère"])
def test_a_word_that_only_begins_like_a_label_is_none(text: str) -> None:
    assert ask(text).labels == ()
