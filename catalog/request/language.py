"""The language a question is in: how much each of the eight speaks in its words."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from catalog.model import LANGUAGES
from catalog.request.lexicon import lexicon
from catalog.text import fold_lines
from catalog.vocabulary.asking import accented

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.request.tokens import Token

_SIGNS: Final = (("¿", "es"), ("¡", "es"), ("ñ", "es"), ("ß", "de"), ("ä", "de"), ("ö", "de"))
"""Signs that one language alone writes."""
_COMPOUNDING: Final = frozenset({"de", "nl"})
NOUNS_LARGE: Final = "de"
"""The language that writes every noun with a capital: no name is told by one."""
_MIN_LEAD, _MIN_HEAD = 4, 5
"""Letters of the first and of the last part of a compound."""
_WORD: Final = 12.0
"""What a word weighs: half for itself, half for the phrase it is known in."""
_ELSEWHERE_SPELT: Final = 0.5
"""What a word typed without an accent still says of a language that writes one: many leave it."""
_WRONGLY_SPELT: Final = 0.1
"""What a word typed with an accent says of a language that writes another, or none."""


def languages(
    tokens: tuple[Token, ...], text: str, given: str | None = None
) -> Mapping[str, float]:
    """How much each language speaks in these words of `text`: a word of one tells more than one
    of five, and so does its accent. `given` weighs a little, as the language of the screen.
    """
    score = dict.fromkeys(LANGUAGES, 0.0)
    known = lexicon()
    words = [token.word for token in tokens]
    for at, token in enumerate(tokens):
        langs = known.words.get(token.word, frozenset())
        for lang, share in _shares(langs, (text[token.start : token.end],)):
            score[lang] += _WORD / 2 * share
        for length in range(min(known.longest.get(token.word, 0), len(tokens) - at), 0, -1):
            entry = known.entries.get(" ".join(words[at : at + length]))
            if entry is not None:
                typed = tuple([text[t.start : t.end] for t in tokens[at : at + length]])
                for lang, share in _shares(entry.langs, typed):
                    score[lang] += _WORD / 2 * length * share
                break
    for sign, lang in _SIGNS:
        if sign in text:
            score[lang] += _WORD
    if not any(score.values()):
        for token in tokens:
            for lang in _ending(token.word):
                score[lang] += _WORD / 2
    if given is not None and given in score:
        score[given] += _WORD / 2
    return score


@lru_cache(maxsize=8_000)
def _ending(word: str) -> frozenset[str]:
    """The languages of compounds that a long word nobody knows may be of, by the longest word
    that ends it: "Freitagabendkonzert"."""
    known = lexicon().words
    ends = (word[cut:] for cut in range(_MIN_LEAD, len(word) - _MIN_HEAD + 1))
    found = (known[end] & _COMPOUNDING for end in ends if end in known)
    return next((langs for langs in found if langs), frozenset())


def spoken(score: Mapping[str, float]) -> str:
    """The language most of whose words occur; ties keep the order of `score`, which is the
    house's, French if none. What Occitan and Catalan spell alike is Catalan, whose speakers come
    by the thousand, unless another word or the screen says Occitan."""
    best = max(score, key=score.__getitem__)
    if best == "oc" and score["ca"] == score["oc"]:
        return "ca"
    return best if score[best] else "fr"


@lru_cache(maxsize=8_000)
def _shares(langs: frozenset[str], typed: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """How much of a phrase is of each of its languages, by the accents it is typed with."""
    shares = dict.fromkeys(langs, 1.0)
    for word in typed:
        if word.isascii():
            key = word.lower()
            for lang in langs:
                if key in _bare()[lang]:
                    shares[lang] *= _ELSEWHERE_SPELT
            continue
        spelt = normalize("NFC", word).casefold()
        right = [lang for lang in langs if spelt in accented()[lang]]
        for lang in langs.difference(right) if right else ():
            shares[lang] *= _WRONGLY_SPELT
    whole = sum(shares.values())
    return tuple((lang, share / whole) for lang, share in shares.items())


@cache
def _bare() -> Mapping[str, frozenset[str]]:
    """By language the folded words that it writes with an accent."""
    return {lang: frozenset(fold_lines(sorted(words))) for lang, words in accented().items()}
