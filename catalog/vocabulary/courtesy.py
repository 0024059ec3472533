"""What is said for courtesy at the edges of a question (`data/courtesy.ini`)."""

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
def courtesy() -> Mapping[tuple[str, str], frozenset[tuple[str, ...]]]:
    """By section (`opening`, `called`, `closing`) and language the phrases, each as its folded
    words. Raises Unreadable when the data file is broken."""
    return MappingProxyType(
        {
            (name, lang): frozenset(tuple(words(said)) for said in getattr(entry, lang))
            for name, entry in entries(DATA / "courtesy.ini", Phrases).items()
            for lang in LANGUAGES
        }
    )
