"""One spelling for index and query: `catalog.text.fold` plus what only search needs."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from catalog.search.function_words import FUNCTION_WORDS
from catalog.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_CHARACTERS: Final = 256
"""A longer line is cut: no name is longer, and a held-down key must cost nothing."""
MAX_WORD: Final = 40

_ABBREVIATED: Final = {
    "st": "saint",
    "ste": "sainte",
    "sts": "saints",
    "stes": "saintes",
    "nd": "notre dame",
}
"""As the names of French places are cut short; the index and the question alike."""
_DIGIT: Final = re.compile(r"\d")
_LETTER_DIGIT: Final = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


def tokens(text: str, *, limit: int = MAX_CHARACTERS) -> list[str]:
    """The words of a name or a query as the index spells them.

    Folded; `st`/`ste` opened; letters and digits parted, so that "GR36" and "GR 36" are one.
    "N.-D." is Notre-Dame. Only the first `limit` characters are read.
    """
    return [word for written in text[:limit].split() for word in spelt(written)]


def distinct_tokens(texts: Iterable[str]) -> Iterable[str]:
    """The different words of whole texts; those that are not spelt as they fold come last."""
    found = dict.fromkeys(chain.from_iterable(map(words, texts)))
    odd = [word for word in found if not word.isalpha() or len(word) > MAX_WORD]
    odd += [word for word in _ABBREVIATED if word in found]
    for word in odd:
        del found[word]
    found.update(dict.fromkeys(part for word in odd for part in _parted(word)))
    return found


@lru_cache(maxsize=20_000)
def spelt(written: str) -> tuple[str, ...]:
    """What stands between two spaces, as words. Kept: names repeat theirs."""
    return _parted(fold(written))


def _parted(folded: str) -> tuple[str, ...]:
    if _DIGIT.search(folded):
        folded = _LETTER_DIGIT.sub(" ", folded)
    if folded == "n d":
        folded = "nd"
    words = " ".join([_ABBREVIATED.get(word, word) for word in folded.split()])
    return tuple(word[:MAX_WORD] for word in words.split())


def content(words: list[str]) -> list[str]:
    """The words without the function words of any language; all of them if nothing else is
    left ("Die" is also a town)."""
    return [word for word in words if word not in FUNCTION_WORDS] or words


def phrase(text: str) -> str:
    """The key of a label in the thesaurus: its content words. "aire de pique-nique" →
    "aire pique nique"."""
    return " ".join(content(tokens(text)))
