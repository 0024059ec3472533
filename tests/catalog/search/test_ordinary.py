"""Words that are no slips: the shelf says what the vocabulary says."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from catalog.model import LANGUAGES
from catalog.search.ordinary import TABLE, is_ordinary, write_ordinary
from catalog.search.shelf import Shelf
from catalog.vocabulary import real_words
from catalog.vocabulary.asking import phrases


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    connection = sqlite3.connect(":memory:")
    write_ordinary(connection)

    def rows(query: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        return connection.execute(query, values).fetchall()

    return Shelf(rows, TABLE)


def test_each_word_is_ordinary_in_its_languages_and_in_no_other(shelf: Shelf) -> None:
    said = {
        (phrase, lang)
        for phrase, meanings in phrases().items()
        for meaning in meanings
        for lang in meaning.langs
        if phrase and " " not in phrase
    }
    said |= {(word, lang) for lang, words in real_words().items() for word in words}
    words = sorted({word for word, _ in said})
    assert len(words) > 10_000
    wrong = [
        (word, lang)
        for word in words
        for lang in LANGUAGES
        if is_ordinary(shelf, word, lang) != ((word, lang) in said)
    ]
    assert wrong == []


@pytest.mark.parametrize("word", ["", "zq", "xq", "cha", "chaff ff", "demai", "demain00", "ff"])
def test_a_part_of_a_word_or_no_word_is_not(shelf: Shelf, word: str) -> None:
    assert not is_ordinary(shelf, word, "fr")


def test_nothing_is_ordinary_in_a_language_that_is_none_of_ours(shelf: Shelf) -> None:
    assert not is_ordinary(shelf, "demain", "pt")
