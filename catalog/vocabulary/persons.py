"""What tells that a name comes, words that are names too, and the smallest words
(`data/persons.ini`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from catalog.model import LANGUAGES
from catalog.text import fold
from catalog.vocabulary.files import DATA, Phrases, entries

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def person_words() -> Mapping[str, frozenset[str]]:
    """The folded phrases of all languages by section: "named", "names too", "small words".

    Raises Unreadable when the data file is broken.
    """
    return {
        section: frozenset(fold(phrase) for lang in LANGUAGES for phrase in getattr(entry, lang))
        for section, entry in entries(DATA / "persons.ini", Phrases).items()
    }
