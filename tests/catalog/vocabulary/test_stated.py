"""The words around a figure in a listing's own text, as parts of a pattern."""

from __future__ import annotations

import re

import pytest

from catalog.vocabulary.stated import pattern_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dès l'âge de 6 ans", "6"),
        ("dès l’âge de 6 ans", "6"),
        ("à  partir\nde 6 ans", "6"),
        ("Ab 6 Jahren", "6"),
        ("cab 6 Jahren", None),
    ],
)
def test_a_phrase_begins_with_a_word_and_has_either_apostrophe_and_any_space(
    text: str, found: str | None
) -> None:
    matched = re.search(rf"{pattern_of('least_age')}\s+(\d+)\s*{pattern_of('years')}\b", text, re.I)
    assert (matched and matched[1]) == found


def test_a_figure_may_touch_it() -> None:
    assert re.search(rf"\d+\s*{pattern_of('years')}\b", "8-14ans")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Albi puis Cordes"),
        ("en", "Albi then Cordes"),
        ("de", "Albi danach Cordes"),
        ("es", "Albi después Cordes"),
        ("it", "Albi poi Cordes"),
        ("nl", "Albi daarna Cordes"),
        ("oc", "Albi puèi Cordes"),
        ("ca", "Albi després Cordes"),
    ],
)
def test_the_words_are_those_of_one_language_or_of_all(lang: str, text: str) -> None:
    assert re.search(pattern_of("then", lang), text)
    assert re.search(pattern_of("then"), text)
    other = "de" if lang != "de" else "fr"
    assert not re.search(pattern_of("then", other), text)
