"""One spelling for index and query: `catalog.text.fold` plus what only search needs."""

from __future__ import annotations

import re
from typing import Final

from catalog.search.function_words import FUNCTION_WORDS
from catalog.text import fold

MAX_CHARACTERS: Final = 256
"""A longer line is cut: no name is longer, and a held-down key must cost nothing."""
MAX_WORD: Final = 40

_ABBREVIATED: Final = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_LETTER_DIGIT: Final = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


def tokens(text: str) -> list[str]:
    """The words of a name or a query as the index spells them.

    Folded; `st`/`ste` opened; letters and digits parted, so that "GR36" and "GR 36" are one.
    """
    folded = fold(text[:MAX_CHARACTERS])
    if not folded.isalpha():
        folded = _LETTER_DIGIT.sub(" ", folded)
    return [_ABBREVIATED.get(word, word)[:MAX_WORD] for word in folded.split()]


def content(words: list[str]) -> list[str]:
    """The words without the function words of any language; all of them if nothing else is
    left ("Die" is also a town)."""
    return [word for word in words if word not in FUNCTION_WORDS] or words


def phrase(text: str) -> str:
    """The key of a label in the thesaurus: its content words. "aire de pique-nique" →
    "aire pique nique"."""
    return " ".join(content(tokens(text)))
