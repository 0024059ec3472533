"""The small words of a line that is searched, and how a place is announced in one
(`data/small_words.ini`)."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from catalog.model import LANGUAGES
from catalog.text import words
from catalog.vocabulary.files import DATA, Phrases, entries

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def small_words() -> Mapping[str, frozenset[tuple[str, ...]]]:
    """By section the phrases of all languages, each as its folded words. Raises Unreadable when
    the data file is broken."""
    return MappingProxyType(
        {
            name: frozenset(
                tuple(words(said)) for lang in LANGUAGES for said in getattr(entry, lang)
            )
            for name, entry in entries(DATA / "small_words.ini", Phrases).items()
        }
    )
