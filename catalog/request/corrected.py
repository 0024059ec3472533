"""The words of a question as they were meant: what is typed in a hurry, apart, by ear or by a slip
of the finger becomes the words of the house; all others stay as typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.request.lexicon import lexicon
from catalog.request.sounds import spoken_as
from catalog.request.spacing import loses_vowel, together
from catalog.request.tokens import phrase
from catalog.request.verbs import infinitive
from catalog.vocabulary import real_words
from catalog.vocabulary.asking import accented, shorthand_of
from catalog.vocabulary.beside import opening
from catalog.vocabulary.particles import particles_of
from catalog.vocabulary.tracks import tracks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.request.places import PlaceNames
    from catalog.request.tokens import Token

_MOST_CORRECTED: Final = 40
"""Unknown words of one question that are looked up: more are no question."""
_HEARD_AS: Final = (
    (2.0, "to", "two_is_to"),
    (2.0, "too", "two_is_too"),
    (4.0, "for", "four_is_for"),
)
"""Figures that English types for a word, told by the word behind them."""


def corrected(
    tokens: Sequence[Token], places: PlaceNames, text: str, lang: str, heard: frozenset[str]
) -> Iterator[Token]:
    """The words of a question in `lang` as they were meant. `heard`: the languages that may be
    spoken in it."""
    budget, real = _MOST_CORRECTED, real_words()[lang]
    words, speller, joined = lexicon().words, places.speller, False
    for at, token in enumerate(tokens):
        word = token.word
        if joined:
            joined = False
            continue
        if whole := _whole(tokens, at, text, lang):
            joined = True
            yield replace(token, word=whole, end=tokens[at + 1].end)
            continue
        if said := _typed_for(tokens, at, text, lang):
            yield from [replace(token, word=right, number=None) for right in said.split()]
            continue
        known = lang in words.get(word, ()) or places.half_named(word) is not None
        if not budget or not word.isalpha() or known:
            yield token
            continue
        kept = word in real
        verb = None if kept else infinitive(word, lang)
        if verb is not None and not _in_name(tokens, at, places):
            yield replace(token, word=verb)
            continue
        if kept or word in opening() or word in tracks() or _in_name(tokens, at, places):
            yield token
            continue
        if speller.knows(word):
            abroad = heard.isdisjoint(words.get(word, heard)) and not speller.names(word)
            yield replace(token, word=(abroad and spoken_as(word, lang)) or word)
            continue
        budget -= 1
        meant = speller.correct(word, lang, heard)
        for right in meant or (word,):
            yield replace(token, word=right)


def _whole(tokens: Sequence[Token], at: int, text: str, lang: str) -> str | None:
    """The one word that this and the next are, with a space between: "super market"."""
    if not _before_space(tokens, at, text):
        return None
    return together(tokens[at].word, tokens[at + 1].word, lang)


def _typed_for(tokens: Sequence[Token], at: int, text: str, lang: str) -> str | None:
    """The words that one stands for among its neighbours: a shorthand of the language, an English
    figure, a French participle."""
    meant = shorthand_of(lang).get(tokens[at].word)
    if meant is not None and _in_haste(tokens, at, text, lang):
        return meant
    return _small_word(tokens, at, text, lang) or _sounding_infinitive(tokens, at, text, lang)


def _before_space(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether only a space stands between this word and the next."""
    return at + 1 < len(tokens) and text[tokens[at].end : tokens[at + 1].start] == " "


def _in_haste(tokens: Sequence[Token], at: int, text: str, lang: str) -> bool:
    """Whether a letter is a word: no unit ("500 m"), no name's ("cap d"), none of "d'ici"."""
    if len(tokens[at].word) > 1:
        return True
    if at and tokens[at - 1].number is not None:
        return False
    behind = text[tokens[at].end :]
    if not behind.startswith((" ", "/")) or at + 1 == len(tokens):
        return False
    return not loses_vowel(tokens[at].word, tokens[at + 1], lang)


def _small_word(tokens: Sequence[Token], at: int, text: str, lang: str) -> str | None:
    """The word that a figure stands for: "what 2 do", "a dog 4 my kids"."""
    token = tokens[at]
    if token.number is None or token.end - token.start > 1 or not _before_space(tokens, at, text):
        return None
    for number, word, section in _HEARD_AS:
        if token.number == number and tokens[at + 1].word in particles_of(section)[lang]:
            return word
    return None


def _sounding_infinitive(tokens: Sequence[Token], at: int, text: str, lang: str) -> str | None:
    """The infinitive that a French participle stands for behind a word that wants one: "où
    loué un vélo"."""
    token = tokens[at]
    if at == 0 or text[token.end - 1 : token.end] not in {"é", "É"}:
        return None
    if tokens[at - 1].word not in particles_of("before_infinitive")[lang]:
        return None
    meant, typed = f"{token.word}r", text[token.start : token.end].lower()
    if any(spoken == "fr" for _, spoken in _terms(token.word)) and typed in accented()["fr"]:
        return None  # "jours de marché"
    return meant if lang in lexicon().words.get(meant, ()) else None


def _terms(word: str) -> tuple[tuple[str, str], ...]:
    """The concepts of a word, with the language of each."""
    entry = lexicon().entries.get(word)
    return entry.terms if entry is not None else ()


def _in_name(tokens: Sequence[Token], at: int, places: PlaceNames) -> bool:
    """Whether a word belongs to the name of a site, written right."""
    for first in range(at, max(-1, at - 5), -1):
        for length in range(places.starting(tokens[first].word), at - first, -1):
            if first + length <= len(tokens) and places.named(phrase(tuple(tokens), first, length)):
                return True
    return False
