from __future__ import annotations

import itertools
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, Request, read
from catalog.request.tokens import tokenise
from catalog.vocabulary import words
from catalog.vocabulary.asking import phrases
from catalog.vocabulary.beside import beside

PLACES = PlaceNames(
    [
        "Carmaux",
        "Monestiés",
        "Penne",
        "Cordes-sur-Ciel",
        "Albi",
        "Saint-Antonin-Noble-Val",
        "Najac",
    ],
    ["Cap Découverte", "Viaduc du Viaur", "Piscine"],
)
EXAMPLES = (
    Path(__file__).resolve().parents[3].parent / "shared" / "data" / "questions-examples.jsonl"
)


TODAY = date(2026, 7, 23)
NUMBERS = ("5", "15.", "30th", "1er", "29", "31", "29/2", "16:40", "0", "99")


def ask(text: str, lang: str | None = None) -> Request:
    return read(text, PLACES, lang=lang, today=TODAY)


def test_the_thirteen_keys_are_always_there() -> None:
    assert list(ask("").keys()) == [
        "types",
        "themes",
        "when",
        "where",
        "radius_km",
        "duration",
        "party",
        "weather",
        "mobility",
        "max_price",
        "difficulty",
        "max_km",
        "labels",
    ]
    assert all(value in (None, []) for value in ask("").keys().values())


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("demain matin", "tomorrow:morning"),
        ("hay mercado mañana por la mañana", "tomorrow:morning"),
        ("mañana", "tomorrow"),
        ("wo ist morgen Markt?", "tomorrow"),
        ("was ist heute Abend los", "today:evening"),
        ("stasera", "today:evening"),
        ("vanavond eten", "today:evening"),
        ("dimanche soir", "sun:evening"),
        ("ce week-end", "this_weekend"),
        ("dieses Wochenende", "this_weekend"),
        ("aprés-demain", "+2"),
        ("übermorgen", "+2"),
        ("le 14 juillet", "date:07-14"),
        ("on August 5th", "date:08-05"),
        ("el 5 de agosto", "date:08-05"),
        ("am 3. Oktober", "date:10-03"),
        ("le 05/08", "date:08-05"),
        ("2026-08-05", "date:08-05"),
        ("en septembre", "month:09"),
        ("demain à 19h30", "tomorrow@19:30"),
        ("tomorrow after 6pm", "tomorrow@18:00+"),
        ("samedi avant 10h30", "sat@10:30-"),
        ("ouvert maintenant", "now"),
        ("divendres al vespre", "fri:evening"),
        ("dissabte de matin", "sat:morning"),
        ("un château", None),
        ("a walk in the sun", None),
        ("we may come", None),
        ("6.5 km", None),
    ],
)
def test_times_are_read_and_none_is_invented(text: str, when: str | None) -> None:
    assert ask(text).when == when


@pytest.mark.parametrize(
    ("text", "lang", "when"),
    [("hier", "fr", "yesterday"), ("wo ist hier ein Markt", "de", None)],
)
def test_a_word_of_two_languages_means_what_it_means_in_the_one_spoken(
    text: str, lang: str, when: str | None
) -> None:
    assert ask(text, lang).when == when


def test_hier_is_here_in_a_german_question() -> None:
    assert ask("Wo kann man hier essen?").where == "here"


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("à moins de 30 km", "radius_km", 30),
        ("20 minutes en voiture", "radius_km", 16.7),
        ("within 10 miles", "radius_km", 16.09),
        ("max 25 euro a testa", "max_price", 25),
        ("gratuit", "max_price", 0),
        ("pas trop cher", "max_price", "low"),
        ("kostenlos", "max_price", 0),
        ("half a day", "duration", "half_day"),
        ("2 heures", "duration", "2h"),
        ("45 min", "duration", "45min"),
        ("un parelh, 3 oras", "duration", "3h"),
        ("s'il pleut", "weather", "rain"),
        ("bij slecht weer met pubers", "weather", "rain"),
        ("bij slecht weer met pubers", "party", ["teens"]),
        ("two adults no kids", "party", ["adults", "n:2"]),
        ("sans enfants", "party", []),
        ("with kids and a dog", "party", ["kids", "dog"]),
        ("mit dem Rollstuhl", "mobility", ["wheelchair"]),
        ("sans voiture", "mobility", ["public_transport"]),
        ("sentier joelette", "mobility", ["joelette"]),
        ("passeg aisit", "difficulty", "easy"),
    ],
)
def test_limits_and_company(text: str, key: str, value: object) -> None:
    assert ask(text).keys()[key] == value


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("marche carmaux quel jour", "Carmaux"),
        ("resto a monestier", "Monestiés"),
        ("st antonin noble val", "Saint-Antonin-Noble-Val"),
        ("à Penne", "Penne"),
        ("cap decouverte", "Cap Découverte"),
        ("letzter Bus von Cordes-sur-Ciel nach Albi", ["Cordes-sur-Ciel", "Albi"]),
        ("près d'ici", "here"),
        ("a prop d'aquí", "here"),
        ("une piscine", None),
        ("carmagnole", None),
    ],
)
def test_places_are_those_of_the_catalogue(text: str, where: object) -> None:
    assert ask(text).keys()["where"] == where


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("où peut-on se baigner avec des enfants", "fr"),
        ("is there anywhere we can swim", "en"),
        ("Wo kann man hier baden?", "de"),
        ("hay un mercado por la mañana", "es"),
        ("c'è un agriturismo dove si mangia bene", "it"),
        ("waar kunnen we zwemmen met kinderen", "nl"),
        ("Cercam un passeg aisit, amb de vistas", "oc"),
        ("on podem banyar-nos amb la canalla", "ca"),
        ("", "fr"),
        ("zzzz", "fr"),
    ],
)
def test_the_language_is_told_from_the_words(text: str, lang: str) -> None:
    assert ask(text).lang == lang


def test_spans_say_which_words_filled_what() -> None:
    text = "Gibt es morgen früh einen Markt in Carmaux?"
    request = ask(text)
    said = {span.key: text[span.start : span.end] for span in request.spans}
    assert said["when"] == "morgen früh"
    assert said["where"] == "Carmaux"


def test_a_small_word_is_no_thing_of_another_language() -> None:
    assert ask("wat te doen bij slecht weer met kinderen van acht").themes == ()
    assert "tea_room" in ask("un te", "oc").themes


@given(st.text(st.characters(), max_size=300), st.sampled_from([None, *LANGUAGES]))
def test_any_text_is_read(text: str, lang: str | None) -> None:
    request = ask(text, lang)
    assert request.lang in LANGUAGES
    for span in request.spans:
        assert 0 <= span.start < span.end <= len(text)
    json.dumps(request.keys())


@given(
    st.lists(
        st.sampled_from([*sorted(phrases()), *sorted(words()), *sorted(beside())])
        | st.sampled_from(NUMBERS),
        max_size=8,
    ).map(" ".join)
)
@settings(max_examples=200)
@example("15. 1 2 dag")
def test_any_pile_of_known_words_is_read(text: str) -> None:
    request = ask(text)
    assert json.loads(json.dumps(request.keys())).keys() == ask("").keys().keys()


@given(st.text(st.characters(), max_size=200))
def test_words_and_figures_lie_in_the_text_in_order(text: str) -> None:
    found = tokenise(text)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(a.start <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.skipif(not EXAMPLES.is_file(), reason="the folder of example questions is not here")
def test_the_example_questions_invent_no_limits() -> None:
    """Every key that an example leaves empty stays empty, but for the finer theme words."""
    for line in EXAMPLES.read_text("utf-8").splitlines():
        example = json.loads(line)
        keys = ask(example["text"]).keys()
        for key, expected in example["expect"].items():
            if key in {"types", "themes", "where"} or expected not in (None, []):
                continue
            assert keys[key] in (None, []), (example["id"], key, keys[key])


@pytest.mark.parametrize(
    ("text", "labels", "theme"),
    [
        ("le GR 36", [], "gr"),
        ("restaurant michelin", [], "michelin"),
        ("gîtes de France", [], "gites_de_france"),
        ("un restaurant bistrot de pays", ["bistrot_de_pays"], "restaurant"),
    ],
)
def test_only_the_labels_of_the_interface_leave_as_labels(
    text: str, labels: list[str], theme: str
) -> None:
    keys = read(text, PLACES).keys()
    assert keys["labels"] == labels
    themes = keys["themes"]
    assert isinstance(themes, list)
    assert theme in themes
