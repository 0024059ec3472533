"""Words that say nothing in one language and name a thing in another. Data: `data/everyday.ini`."""

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
    (entry,) = entries(DATA / "everyday.ini", Phrases).values()
    return MappingProxyType(
        {lang: frozenset(fold(word) for word in getattr(entry, lang)) for lang in LANGUAGES}
    )
