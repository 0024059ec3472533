"""The small words of the eight languages: they may be typed, missing or different.

They never decide which listings are looked at; they only count in the resemblance of whole
names, so that "Les Planques" stays before "Planques".
"""

from __future__ import annotations

from typing import Final

from catalog.vocabulary.small_words import small_words

_SAID: Final = small_words()


def _single(section: str) -> frozenset[str]:
    return frozenset(word for phrase in _SAID[section] for word in phrase)


def _longest_first(section: str) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(_SAID[section], key=lambda found: (-len(found), found)))


FUNCTION_WORDS: Final = _single("function")

NEAR_PHRASES: Final = _longest_first("near")
"""Word sequences that announce a place to be near of, longest first."""

HERE: Final = _SAID["here"]
"""What "near" is followed by when it means the post itself."""

NEAREST: Final = _longest_first("nearest")
"""Word sequences that ask for the nearest, as every answer to a concept is: they say no more."""

KILOMETRES: Final = _single("kilometres")
"""The word after a number of kilometres, in any of the languages."""
