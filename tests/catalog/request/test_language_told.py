"""The language of a few words: by signs only one language writes, by the end of a compound."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

NOWHERE = PlaceNames([], [])


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("am Mo Markt in Carmaux", "de"),
        ("camping am piscina", "oc"),
        ("camping am gos", "oc"),
        ("museo historia natural tours", "es"),
        ("Freitagabendkonzert", "de"),
        ("Samstagabendprogramm Albi", "de"),
        ("Sonntagsfrühstück", "de"),
        ("Käsemarkt", "de"),
        ("zaterdagavondconcert", "nl"),
        ("kasteelbezoek", "nl"),
        ("¿abre el domaine gayrard?", "es"),
        ("España", "es"),
        ("parking gratis ¿?", "es"),
        ("Straße", "de"),
        ("I am here by car", "en"),
        ("bonjour", "fr"),
    ],
)
def test_few_words_tell_their_language(text: str, lang: str) -> None:
    assert read(text, NOWHERE).lang == lang
