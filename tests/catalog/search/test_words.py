"""Spelling, sound, normalisation and codes, against slow obvious oracles."""

from __future__ import annotations

from itertools import chain
from types import SimpleNamespace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from catalog.geo import Point
from catalog.model import TermId
from catalog.search import codes, phonetic, reading, spelling
from catalog.search.known import Meaning
from catalog.search.normalise import (
    MAX_CHARACTERS,
    MAX_WORD,
    content,
    distinct_tokens,
    phrase,
    tokens,
)
from catalog.search.numerals import MOST, other_writing
from catalog.search.phonetic import heard, sound
from catalog.search.thesaurus import endings, stem, with_endings
from catalog.text import fold

LETTERS: Final = "abelos"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’Œuvre d'Étienne", ["l", "oeuvre", "d", "etienne"]),
        ("St-Antonin", ["saint", "antonin"]),
        ("Ste Cécile", ["sainte", "cecile"]),
        ("GR36", ["gr", "36"]),
        ("GR® 36", ["gr", "36"]),
        ("Straße 12bis", ["strasse", "12", "bis"]),
        ("col·legi", ["collegi"]),
        ("\x00 \ud800 🏰 «»", []),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(st.text(max_size=60))
def test_tokens_of_tokens_are_the_same(text: str) -> None:
    once = tokens(text)
    assert tokens(" ".join(once)) == once
    assert all(word and len(word) <= MAX_WORD and word.isalnum() for word in once)


@given(st.text(alphabet="abcé ' -œß·\u0301ñ", max_size=60))
def test_words_apart_fold_as_the_whole(text: str) -> None:
    assert tokens(text) == ["saint" if w == "st" else w for w in fold(text).split()]


@given(st.lists(st.text(alphabet="abcé1 '-œ\n", max_size=30), max_size=4))
def test_distinct_words(texts: list[str]) -> None:
    every = {word for text in texts for word in tokens(text)}
    assert sorted(distinct_tokens(texts)) == sorted(every)


def test_a_long_line_is_cut() -> None:
    assert len(" ".join(tokens("ab " * 10_000))) <= MAX_CHARACTERS
    assert tokens("x" * 10_000) == ["x" * MAX_WORD]


def test_function_words_go_unless_nothing_else_is_there() -> None:
    assert content(tokens("la grotte de la Die")) == ["grotte"]
    assert content(["die"]) == ["die"]
    assert phrase("aire de pique-nique") == "aire pique nique"


@given(
    st.text(alphabet=LETTERS, min_size=4, max_size=12),
    st.lists(st.text(alphabet=LETTERS, min_size=3, max_size=12), max_size=60),
)
def test_deletions_find_every_word_within_one_error(typed: str, words: list[str]) -> None:
    """For one error the tables must find all that comparing with every word finds."""
    asked = spelling.deletions(typed, 1)
    for word in words:
        if OSA.distance(typed, word) <= 1:
            assert asked & spelling.deletions(word, 1)


@given(st.text(alphabet=LETTERS, min_size=5, max_size=12), st.data())
def test_deletions_find_two_errors_in_long_words(word: str, data: st.DataObject) -> None:
    typed = word
    for _ in range(2):
        at = data.draw(st.integers(0, len(typed) - 1))
        typed = typed[:at] + data.draw(st.sampled_from(LETTERS)) + typed[at + 1 :]
    assert spelling.deletions(typed, 2) & spelling.deletions(
        word, spelling.reach(word, stands_somewhere=True)
    )


@given(
    st.text(alphabet=LETTERS, min_size=1, max_size=9),
    st.text(alphabet=LETTERS, min_size=1, max_size=12),
)
def test_prefix_distance_is_that_of_the_best_beginning(typed: str, word: str) -> None:
    beginnings = [word[:end] for end in range(len(word) + 1)]
    best = min(OSA.distance(typed, beginning) for beginning in beginnings)
    if len(word) > len(typed) and best <= 1:
        assert spelling.prefix_distance(typed, word, 1) == best


@pytest.mark.parametrize(
    ("word", "errors"), [("lac", 0), ("gr", 0), ("d600a", 0), ("albi", 1), ("bruniquel", 2)]
)
def test_budget(word: str, errors: int) -> None:
    assert spelling.budget(word) == errors


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("fame", "femme"),
        ("katedral", "cathedrale"),
        ("pedagojik", "pedagogique"),
        ("sessil", "cecile"),
        ("rok", "roc"),
        ("abei", "abbaye"),
        ("silvanes", "sylvanes"),
        ("valantre", "valentre"),
        ("pon", "pont"),
        ("farmasi", "pharmacie"),
        ("oto", "auto"),
        ("chato", "chateau"),
        ("mon", "mont"),
        ("rose", "roze"),
    ],
)
def test_sounds_alike(typed: str, written: str) -> None:
    assert sound(typed) == sound(written)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("fet", "fete"),
        ("domen", "domaine"),
        ("fonten", "fontaine"),
        ("conser", "concert"),
        ("couver", "couvert"),
        ("deser", "desert"),
        ("pom", "pomme"),
        ("monaster", "monastere"),
    ],
)
def test_a_silent_ending_that_nobody_writes(typed: str, written: str) -> None:
    assert sound(written) in heard(typed)


@pytest.mark.parametrize(
    ("one", "other"), [("guepe", "gepe"), ("cave", "chave"), ("pin", "pan"), ("bol", "boule")]
)
def test_sounds_apart(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize("word", ["", "a", "ab", "gr36", "замок", "城堡"])
def test_no_sound(word: str) -> None:
    assert sound(word) == ""


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_rule_changes_nothing_without_its_letters(word: str) -> None:
    for letters, pattern, _ in chain(phonetic._RULES, *phonetic._EARS):
        assert letters in word or not pattern.search(word)


@given(st.text(alphabet="abcdeghiklmnoprstuvxyz", min_size=3, max_size=20))
def test_a_sound_is_one_short_key(word: str) -> None:
    assert len(sound(word)) <= 2 * len(word)
    assert " " not in sound(word)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P"], max_codepoint=0x24F)))
def test_a_term_comes_back_from_its_code(name: str) -> None:
    code = codes.concept(TermId(name))
    assert codes.term(code) == name
    assert all(sign.isalnum() or not sign.isascii() for sign in code)


def test_the_neighbouring_squares_hold_what_is_near() -> None:
    here = Point(44.05, -0.001)
    for level, side in enumerate(codes.CELLS):
        around = codes.around(here, level)
        assert len(set(around)) == 9
        assert codes.cells(Point(44.05 + side * 0.9, -0.001 - side * 0.9))[level] in around
        assert codes.cells(Point(44.05 + side * 2.1, -0.001))[level] not in around


@pytest.mark.parametrize(
    ("lang", "one", "many"),
    [
        ("fr", "cascade", "cascades"),
        ("en", "castle", "castles"),
        ("de", "burg", "burgen"),
        ("es", "castillo", "castillos"),
        ("it", "castello", "castelli"),
        ("nl", "kasteel", "kastelen"),
        ("ca", "platja", "platges"),
    ],
)
def test_stems(lang: str, one: str, many: str) -> None:
    if lang in ("nl", "ca"):  # irregular: the thesaurus and the spelling must help
        assert stem(many, lang)
    else:
        assert stem(one, lang) == stem(many, lang)


@given(
    words=st.lists(st.text("abü", min_size=1, max_size=5), min_size=1, max_size=3),
    cut=st.integers(0, 4),
)
def test_endings_give_the_phrase_back(words: list[str], cut: int) -> None:
    phrase = " ".join(words)
    stems = " ".join(word[:cut].replace("ü", "u") for word in words)
    assert with_endings(stems, endings(stems, phrase)) == phrase


def test_numbers_and_numerals() -> None:
    written = [other_writing(str(n)) for n in range(1, MOST + 1)]
    assert written[:10] == ["ier", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    assert (written[13], written[18], written[-1]) == ("xiv", "xix", "xxxix")
    for n, numeral in enumerate(written, start=1):
        assert other_writing(numeral or "") == (None if len(numeral or "") == 1 else str(n))
    for word in ("", "0", "04", "40", "600", "i", "v", "x", "iiii", "vivi", "mix", "²", "٤"):
        assert other_writing(word) is None, word


def test_a_phrase_that_lost_its_small_words_gives_way_to_one_that_is_said_in_full() -> None:
    lighthouse, to_do, to_see = [
        Meaning(spelt.split()[-1], "oc", code, TermId(code), 1.0, spelt)
        for spelt, code in (("far", "lighthouse"), ("que far", "activity"), ("de veire", "sight"))
    ]
    every = [to_do, lighthouse, to_see]

    def left(meanings: list[Meaning], typed: str, listings: int = 1) -> set[Meaning]:
        lexicon = SimpleNamespace(frequency=lambda _: listings)
        return {*reading._in_full(lexicon, meanings, typed)}  # type: ignore[arg-type]

    assert left([to_do, to_see], "far") == {to_do, to_see}
    assert left(every, "lo far") == {lighthouse, to_see}
    assert left(every, "que far") == {*every}
    assert left(every, "lo far", listings=0) == {*every}
