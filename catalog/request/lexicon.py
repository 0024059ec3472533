"""Every phrase a question may hold, of asking and of concepts, and every word of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from catalog.model import LANGUAGES, TermId
from catalog.request.needed import needed_words
from catalog.request.tokens import phrase, tokenise
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import everyday, words
from catalog.vocabulary.asking import Meaning, phrases

MAX_PHRASE: Final = 7
SPEECH: Final = "speech"
_PLURALS: Final = ("s", "es", "n", "en", "e", "x")
_DIGIT: Final = re.compile(r"\d")
_COUNTED: Final = frozenset(
    {"per_hour", "per_day", "per_night", "per_week", "per_weekend", "per_half_day"}
)
"""Price terms that are an amount of time in a question: "an hour" says how long."""


class Entry(NamedTuple):
    """What a phrase may say: asking meanings, concepts with the language of each, and the
    languages in which anybody says it."""

    meanings: tuple[Meaning, ...]
    terms: tuple[tuple[TermId, str], ...]
    langs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`entries` by phrase; `longest`: how many words the phrases of a first word have at most;
    `words`: each single word of any phrase, and each everyday word, with the languages it
    occurs in."""

    entries: Mapping[str, Entry]
    longest: Mapping[str, int]
    words: Mapping[str, frozenset[str]]


def spelt(text: str) -> str:
    """A phrase as `tokenise` would cut it: "ce1" is two words."""
    tokens = tokenise(text)
    return phrase(tokens, 0, len(tokens))


@cache
def lexicon() -> Lexicon:
    """The words of the house, read once."""
    meanings = {_key(said): found for said, found in phrases().items() if said}
    small = (Meaning(SPEECH, SPEECH, LANGUAGES),)
    meanings.update((word, small) for word in FUNCTION_WORDS if word not in meanings)
    terms: dict[str, tuple[tuple[TermId, str], ...]] = {}
    for said, every in words().items():
        key = _key(said)
        found = tuple([hit for hit in every if hit[0] not in _COUNTED])
        terms[key] = tuple(dict.fromkeys((*terms[key], *found))) if key in terms else found
    for key in [key for key in meanings if " " not in key]:
        _as_its_stem(key, meanings[key], terms)
    entries: dict[str, Entry] = {}
    longest: dict[str, int] = {}
    single: dict[str, int] = dict.fromkeys(FUNCTION_WORDS, 0)
    for key in dict.fromkeys((*meanings, *terms)):
        asking, meant = meanings.get(key, ()), terms.get(key, ())
        langs = _bits(asking, meant)
        if not key or not langs:
            continue
        entries[key] = Entry(asking, meant, _langs(langs))
        parts = key.split(" ")
        first, size = parts[0], len(parts)
        if size > longest.get(first, 0):
            longest[first] = min(MAX_PHRASE, size)
        for part in parts:
            if not part or part.isdecimal():
                continue  # figures and signs are of no language: fr "7j/7"
            single[part] = single.get(part, 0) | langs
    for lang, common in everyday().items():
        for word in common:
            single[word] = single.get(word, 0) | _BIT[lang]
    for word, langs_of in needed_words().items():
        single[word] = single.get(word, 0) | sum(_BIT[lang] for lang in langs_of)
    return Lexicon(entries, longest, {word: _langs(langs) for word, langs in single.items()})


_BIT: Final = {lang: 1 << at for at, lang in enumerate(LANGUAGES)}


def _bits(asking: tuple[Meaning, ...], meant: tuple[tuple[TermId, str], ...]) -> int:
    """The languages of what a phrase says, as bits."""
    langs = 0
    for meaning in asking:
        for lang in meaning.langs:
            langs |= _BIT[lang]
    for _, lang in meant:
        langs |= _BIT[lang]
    return langs


@cache
def _langs(bits: int) -> frozenset[str]:
    """The languages of these bits; a word that nobody claims is of all."""
    return frozenset([lang for lang, bit in _BIT.items() if bits & bit or not bits])


def _as_its_stem(
    word: str, said: tuple[Meaning, ...], terms: dict[str, tuple[tuple[TermId, str], ...]]
) -> None:
    """Give a plural that asks for a kind the concepts of its singular: "museums"."""
    langs = {lang for meaning in said if meaning.group == "asks" for lang in meaning.langs}
    langs -= {lang for _, lang in terms.get(word, ())}
    for ending in _PLURALS if langs else ():
        stem = word.removesuffix(ending)
        found = tuple(hit for hit in terms.get(stem, ()) if hit[1] in langs)
        if stem != word and found:
            terms[word] = terms.get(word, ()) + found
            return


def _key(folded: str) -> str:
    return spelt(folded) if _DIGIT.search(folded) else folded
