"""What is on, and what is open: "what is there" asks for a programme, with "open" for doors."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES = PlaceNames(("Carmaux", "Albi"))
SATURDAY = date(2026, 7, 25)

OPEN = {
    "fr": ("qu'est-ce qu'il y a d'ouvert lundi", "qu'y a-t-il d'ouvert le 1er novembre"),
    "en": ("what is there open on Monday", "what's there that is open on Monday"),
    "es": ("¿qué hay abierto el lunes?", "qué hay abierto hoy"),
    "it": ("cosa c'è di aperto lunedì", "che cosa c'è aperto domani"),
    "nl": ("wat is er maandag open", "wat is er open op maandag"),
    "oc": ("de qué i a de dobèrt diluns", "de qué i a de dobèrt uèi"),
    "ca": ("què hi ha obert el 14 de juliol?", "què hi ha obert dilluns"),
}
ON = {
    "fr": "qu'est-ce qu'il y a lundi",
    "en": "what is there on Monday",
    "de": "was gibt es am Montag",
    "es": "qué hay el lunes",
    "it": "cosa c'è lunedì",
    "nl": "wat is er maandag",
    "oc": "de qué i a diluns",
    "ca": "què hi ha dilluns",
}


@pytest.mark.parametrize("lang", OPEN)
def test_what_is_open_is_no_programme(lang: str) -> None:
    for text in OPEN[lang]:
        assert Kind.EVENT not in read(text, PLACES, lang=lang, today=SATURDAY).types, text


@pytest.mark.parametrize("lang", ON)
def test_what_is_on_is_one(lang: str) -> None:
    assert read(ON[lang], PLACES, lang=lang, today=SATURDAY).types == (Kind.EVENT,)
