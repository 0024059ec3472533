"""Words that say nothing in one language and name a thing in another (`data/everyday.ini`), and
words that look like a slip of one of ours (`data/real_words.ini`)."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from catalog.model import LANGUAGES
from catalog.text import fold
from catalog.vocabulary.files import DATA, Phrases, entries

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def everyday() -> Mapping[str, frozenset[str]]:
    """The folded everyday words by language. Raises Unreadable when the data file is broken."""
    return _by_language("everyday.ini")


@cache
def real_words() -> Mapping[str, frozenset[str]]:
    """The folded words by language that no one mistyped. Raises Unreadable likewise."""
    return _by_language("real_words.ini")


def _by_language(name: str) -> Mapping[str, frozenset[str]]:
    (entry,) = entries(DATA / name, Phrases).values()
    return MappingProxyType(
        {lang: frozenset(fold(word) for word in getattr(entry, lang)) for lang in LANGUAGES}
    )
