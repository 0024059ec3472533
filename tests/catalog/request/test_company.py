"""Who comes, in many words of eight languages (`company.txt`), and the sentences in which the same
words bring nobody: the dog of a name, a grandmother's cake, friends who told of a market."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from catalog.model import LANGUAGES
from catalog.request import PlaceNames, read

TABLE: Final = Path(__file__).with_name("company.txt")
PLACES = PlaceNames(["Albi", "Carmaux", "Najac"])
WITH: Final = {
    "fr": ("que faire avec {} ?", "je viens avec {}, un resto à Albi"),
    "en": ("what can we do with {}?", "I'm coming with {}, a restaurant in Albi"),
    "de": ("was kann man mit {} machen?", "ich komme mit {}, ein Restaurant in Albi"),
    "es": ("¿qué hacer con {}?", "vengo con {}, un restaurante en Albi"),
    "it": ("cosa fare con {}?", "vengo con {}, un ristorante ad Albi"),
    "nl": ("wat te doen met {}?", "ik kom met {}, een restaurant in Albi"),
    "oc": ("de qué far amb {} ?", "veni amb {}, un restaurant a Albi"),
    "ca": ("què fer amb {}?", "vinc amb {}, un restaurant a Albi"),
}
ALONE: Final = ("{}, Najac", "Najac: {} ?")
SENTENCES: Final = frozenset({"pregnant", "age:80", "n:6"})
"""Values whose words are sentences: "we are six"."""


def rows() -> list[tuple[str, str, tuple[str, ...]]]:
    """Value, language and words of each row."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            value, lang, words = line.split(" | ")
            found.append((value, lang, tuple(words.split("; "))))
    return found


def test_the_table_speaks_every_language() -> None:
    values = {value for value, _, _ in rows()}
    assert {(value, lang) for value, lang, _ in rows()} == {
        (value, lang) for value in values for lang in LANGUAGES
    }


@pytest.mark.parametrize(("value", "lang", "words"), rows())
def test_who_comes_is_read_and_nobody_else(value: str, lang: str, words: tuple[str, ...]) -> None:
    for said in words:
        if value == "nobody":
            assert read(said, PLACES).party == (), said
            continue
        for wording in ALONE if value in SENTENCES else WITH[lang]:
            party = read(wording.format(said), PLACES, lang=lang).party
            if value == "nobody with":
                assert party == (), said
            else:
                assert set(value.split(",")) <= set(party), said


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "un enfant de 2 ans et un autre de 7"),
        ("fr", "un petit de 2 ans et un de 7 ans"),
        ("en", "a toddler of 2 and one of 7"),
        ("en", "a 2 year old and another of 7"),
        ("de", "ein Kind von 2 und eins von 7"),
        ("es", "un niño de 2 años y otro de 7"),
        ("it", "un bimbo di 2 anni e uno di 7"),
        ("nl", "een peuter van 2 en eentje van 7"),
        ("oc", "un enfant de 2 ans e un de 7"),
        ("ca", "un nen de 2 anys i un altre de 7"),
    ],
)
def test_one_more_child_has_an_age_too(lang: str, text: str) -> None:
    assert {"age:2", "age:7"} <= set(read(text, PLACES, lang=lang).party)


@pytest.mark.parametrize(
    "text", ["a walk of 2 km and another of 7", "un resto à 2 km, un autre à 7"]
)
def test_another_thing_has_none(text: str) -> None:
    assert read(text, PLACES).party == ()
