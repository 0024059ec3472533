"""A question without a person in it: what may be kept of one that found no answer.

No rule knows all names, so nothing is kept but what we know: phrases of the vocabulary, places of
the gazetteer that nobody is called, the words of asking. Never kept are digits, what stands
behind "my name is", and a known word that people are called by too where it stands beside a
dropped word or beside another of its kind ("pierre boulanger"). Letter case plays no part:
visitors of a kiosk type small letters. Better a word too few than a name too many.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from catalog import vocabulary
from catalog.text import clean_line, fold
from catalog.vocabulary.asking import losses, named_places, phrases
from catalog.vocabulary.persons import person_words
from catalog.vocabulary.turns import turn_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST: Final = 160
"""Characters kept of one question."""

_READ: Final = 400
_MOST: Final = 6
"""Words of the longest phrase that is looked for."""
_AFTER_CUE: Final = 3
"""How many words behind a phrase that names come after are taken for names."""
_UNKEPT: Final = re.compile(r"[\d@_]|https?:|www\.|[^\W_]\.[^\W_]", re.IGNORECASE)
"""A digit, an address, the name of a computer: all that is glued to it goes."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:·[^\W\d_]+)*")
_GONE: Final = ""
_JOINING: Final = 2
"""Small words between two parts of a name: "de la"."""


def scrubbed(text: str) -> str:
    """What we know of the question, in small letters; "" when nothing is left.

    The work is linear in the text, of which only the beginning is read.
    """
    words = list(_words(clean_line(text[:_READ], limit=_READ)))
    kept = _kept([fold(word) for word in words])
    left = " ".join(word.lower() for word, keep in zip(words, kept, strict=True) if keep)
    return left[:LONGEST].strip() if any(fold(left).split()) else ""


def _words(line: str) -> Iterator[str]:
    """The words of a line, `_GONE` for a piece that has an address or a digit in it."""
    for piece in line.split():
        if _UNKEPT.search(piece):
            yield _GONE
        else:
            yield from _WORD.findall(piece)


def _kept(words: Sequence[str]) -> list[bool]:
    """Which of these folded words may stay."""
    small, names = person_words()["small words"], person_words()["names too"]
    kept = [False] * len(words)
    doubted: set[int] = set()
    named = at = 0
    while at < len(words):
        known = _longest(words, at, _known()) or int(words[at] in small)
        cue = _longest(words, at, person_words()["named"])
        if words[at] in names and at < named:
            known = 0
        elif known == 1 and words[at] in names | _places():
            doubted.add(at)
        if cue:
            named = at + cue + _AFTER_CUE
        size = max(known, 1)
        kept[at : at + size] = [known > 0] * size
        at += size
    doubtful = [
        at
        for at in doubted
        if any(not kept[other] or other in doubted for other in _beside(words, at))
    ]
    return [keep and at not in doubtful for at, keep in enumerate(kept)]


def _beside(words: Sequence[str], at: int) -> Iterator[int]:
    """The neighbours on both sides, over the small words that join a name."""
    small = person_words()["small words"] - person_words()["names too"]
    for step in (-1, 1):
        for other in range(at + step, at + step * (_JOINING + 2), step):
            if not 0 <= other < len(words):
                break
            if words[other] not in small:
                yield other
                break


def _longest(words: Sequence[str], at: int, phrases: frozenset[str]) -> int:
    """How many words the longest of the phrases has that begins here; 0 for none."""
    sizes = range(min(_MOST, len(words) - at), 0, -1)
    return next((size for size in sizes if " ".join(words[at : at + size]) in phrases), 0)


@cache
def _places() -> frozenset[str]:
    """The places of the gazetteer, of one word and of many, folded."""
    return frozenset(
        fold(each) for name, place in named_places().items() for each in (name, *place.names())
    )


@cache
def _known() -> frozenset[str]:
    """Every phrase that tells a thing, a wish or a place, folded."""
    everyday = (word for words in vocabulary.everyday().values() for word in words)
    missed = (
        fold(phrase)
        for kinds in losses().values()
        for kind in ("kin", "thing", "lost", "gone")
        for phrase in kinds[kind]
    )
    told = (*vocabulary.words(), *phrases(), *turn_phrases(), *everyday, *missed)
    return (frozenset(told) | _places()) - {_GONE}
