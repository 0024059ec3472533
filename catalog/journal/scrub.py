"""A question without a person in it: what may be kept of one that found no answer.

No rule knows all names. So everything that may be one goes: what has digits or an "@", what
follows "my name is", and words with a capital that are neither a word of our vocabulary nor the
first of the sentence (unless the second has one too). Better a word too few than a name too many.
"""

from __future__ import annotations

import re
from typing import Final

from catalog import vocabulary
from catalog.text import clean_line, fold

LONGEST: Final = 160
"""Characters kept of one question."""

_READ: Final = 400
_ADDRESS: Final = re.compile(r"\S*(?:@|https?:|www\.)\S*", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\+?\d[\d .,/:()-]{3,}\d|\w*\d{3,}\w*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
_NAMED: Final = frozenset(
    fold(phrase)
    for phrase in (
        *("je m'appelle", "je suis", "mon nom est", "s'appelle", "madame", "monsieur", "mme"),
        *("mlle", "my name is", "name is", "i am", "called", "named", "mr", "mrs", "ms", "miss"),
        *("ich heiße", "mein name ist", "ich bin", "heißt", "frau", "herr", "me llamo", "soy"),
        *("se llama", "señor", "señora", "mi nombre es", "mi chiamo", "sono", "si chiama"),
        *("signor", "signora", "mijn naam is", "ik heet", "ik ben", "heet", "meneer", "mevrouw"),
        *("me sòni", "s'apèla", "sénher", "dòna", "em dic", "es diu", "senyor", "senyora"),
    )
)
"""After these words a name comes."""
_ARTICLES: Final = frozenset(
    {
        *("ein", "eine", "einen", "einem", "einer", "kein", "keine", "keinen"),
        *("der", "die", "das", "den", "dem", "im", "am", "zum", "zur", "ins"),
    }
)
"""Before a German noun; without one of these a capital may be a name's."""
_AFTER_CUE: Final = 3


def scrubbed(text: str, lang: str) -> str:
    """The question in small letters, without what may tell who asked; "" when nothing is left.

    The work is linear in the text, of which only the beginning is read.
    """
    line = clean_line(text[:_READ], limit=_READ)
    line = _DIGITS.sub(" ", _ADDRESS.sub(" ", line))
    words = [found[0] for found in _WORD.finditer(line)]
    kept: list[str] = []
    dropping = 0
    for at, word in enumerate(words):
        if _cue(words, at):
            dropping = _AFTER_CUE
            continue
        if dropping:
            dropping -= 1
            if word[:1].isupper() or dropping == _AFTER_CUE - 1:
                continue
            dropping = 0
        full_name = len(words) > 1 and words[1][:1].isupper()
        if (at or full_name) and word[:1].isupper() and not _harmless(words, at, lang):
            continue
        if word[0].isdigit() and kept and kept[-1][0].isdigit():
            continue  # two figures in a row may be a telephone number
        kept.append(word.lower())
    return " ".join(kept)[:LONGEST].strip()


def _cue(words: list[str], at: int) -> bool:
    """Whether a phrase that comes before names ends here."""
    return any(fold(" ".join(words[max(0, at - n) : at + 1])) in _NAMED for n in range(3))


def _harmless(words: list[str], at: int, lang: str) -> bool:
    """Whether a word with a capital is surely no name: one that we know, or a German noun."""
    if fold(words[at]) in vocabulary.words():
        return True
    return lang == "de" and at > 0 and words[at - 1] in _ARTICLES
