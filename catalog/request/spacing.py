"""Words written apart or together otherwise than they are spelt: "super market", "busstop",
"dhote", nl "zwem bad"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.request.lexicon import SPEECH, lexicon
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary.particles import particles_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.request.tokens import Token

_MIN_PART: Final = 3
_MIN_WHOLE: Final = 7
_MIN_GLUED: Final = 6
_MIN_ELIDED: Final = 4
_MUTE: Final = frozenset("aeiouh")


def together(first: str, second: str, lang: str) -> str | None:
    """The one word of the language that two words are which are no phrase: "play ground"."""
    if len(first) < _MIN_PART or len(second) < _MIN_PART:
        return None
    whole = first + second
    if len(whole) < _MIN_WHOLE or first in FUNCTION_WORDS:
        return None
    entry = lexicon().entries.get(whole)
    if entry is None or lang not in entry.langs or f"{first} {second}" in lexicon().entries:
        return None
    counted = lexicon().entries.get(second)
    if counted is not None and any(m.group in {"unit", "number"} for m in counted.meanings):
        return None  # es "media hora", ca "llac una nit"
    return whole if _says(whole, lang) else None


def apart(word: str, lang: str) -> tuple[str, ...]:
    """The words of a phrase of the language that is written as one word: "busstop"."""
    if len(word) < _MIN_GLUED:
        return ()
    said = _glued().get(word)
    if said is None or lang not in lexicon().entries[said].langs:
        return ()
    return tuple(said.split(" "))


def elided(word: str, lang: str, known: Mapping[str, object]) -> tuple[str, ...]:
    """A short word that has lost its vowel, and the one behind it: "dhote", "lecole", it "dell".
    `known`: the words of places."""
    words = lexicon().words
    for first in _elisions().get(lang, ()):
        rest = word.removeprefix(first)
        if rest == word or rest[:1] not in _MUTE or len(rest) < _MIN_ELIDED:
            continue
        if lang in words.get(rest, ()) or rest in known:
            return first, rest
    return ()


def loses_vowel(word: str, behind: Token, lang: str) -> bool:
    """Whether a short word stands before a vowel that takes its own: "d" of "d'ici"."""
    if behind.word[:1] not in _MUTE:
        return False
    return word in _elisions().get(lang, ())


@cache
def _elisions() -> Mapping[str, tuple[str, ...]]:
    """By language its words that lose a vowel, the longest first."""
    return {
        lang: tuple(sorted(said, key=len, reverse=True))
        for lang, said in particles_of("elided").items()
    }


def _says(word: str, lang: str) -> bool:
    entry = lexicon().entries[word]
    return any(spoken == lang for _, spoken in entry.terms) or any(
        meaning.group != SPEECH and lang in meaning.langs for meaning in entry.meanings
    )


@cache
def _glued() -> Mapping[str, str]:
    """Phrases of two words or more by their letters alone; one that is a word, too, is that."""
    entries = lexicon().entries
    found: dict[str, str] = {}
    for said, entry in entries.items():
        if " " not in said or not (entry.terms or any(m.group != SPEECH for m in entry.meanings)):
            continue
        letters = said.replace(" ", "")
        if letters.isalpha() and letters not in entries:
            found.setdefault(letters, said)
    return found
