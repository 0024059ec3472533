"""Greetings, thanks and farewells around a question ask for nothing."""

from __future__ import annotations

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, Request, read
from catalog.vocabulary.courtesy import courtesy

PLACES = PlaceNames(["Carmaux", "Albi"])
ASKED = {
    "fr": "une boulangerie ouverte à Carmaux",
    "en": "a bakery with a terrace in Carmaux",
    "de": "eine Bäckerei mit Terrasse in Carmaux",
    "es": "una panadería abierta en Carmaux",
    "it": "una panetteria aperta a Carmaux",
    "nl": "een bakkerij met een terras in Carmaux",
    "oc": "una fornariá dobèrta a Carmaus",
    "ca": "una fleca oberta a Carmaux",
}


def ask(text: str) -> Request:
    return read(text, PLACES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_courtesy_around_a_question_changes_nothing(lang: str) -> None:
    asked = ASKED[lang]
    keys = ask(asked).keys()
    assert keys["types"]
    assert keys["where"] == "Carmaux"
    said = courtesy()
    around = [
        *(f"{' '.join(words)}, {asked}" for words in said["opening", lang]),
        *(f"{' '.join(words)}! {asked}" for words in said["called", lang]),
        *(f"{asked}, {' '.join(words)}" for words in said["closing", lang]),
    ]
    assert [text for text in around if ask(text).keys() != keys] == []


@pytest.mark.parametrize(
    "text",
    [
        "Guten Morgen", "Good evening!", "bona tarda", "Bonsoir et merci", "goedemiddag allemaal",
        "Buon pomeriggio, signora", "Buenas noches, por favor", "bon vèspre, se vos plai",
    ],
)  # fmt: skip
def test_courtesy_alone_asks_for_nothing(text: str) -> None:
    keys = ask(text).keys()
    assert not any(keys.values())


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("a good evening out in Albi", "when", "any:evening"),
        ("morning market Albi", "when", "any:morning"),
        ("bon marché et bien mangé", "max_price", "low"),
        ("ein schönes Wochenende in Albi", "when", "this_weekend"),
        ("geöffnet bis morgen?", "when", "tomorrow"),
        ("on és el centre de salut", "types", ("health",)),
        ("une balade, pas de musées merci", "themes", ("walking", "-museum")),
        ("les musées, non merci", "themes", ("-museum",)),
        ("Wanderung am Abend", "when", "any:evening"),
    ],
)
def test_the_same_words_inside_a_question_ask(text: str, key: str, value: object) -> None:
    assert getattr(ask(text), key) == value


def test_three_dots_stand_for_no_word() -> None:
    assert ask("pranzo all'una…").keys() == ask("pranzo all'una").keys()
    assert ask("vanmiddag van drie tot vijf …").keys() == ask("vanmiddag van drie tot vijf").keys()
