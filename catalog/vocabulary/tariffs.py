"""Whose price a remark beside it says it is (`data/tariffs.ini`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from catalog.model import LANGUAGES
from catalog.text import words
from catalog.vocabulary.files import DATA, Phrases, entries

if TYPE_CHECKING:
    from collections.abc import Mapping


class TariffWords(NamedTuple):
    """By language the single words of the ordinary price, of one not everybody is asked, of a
    family's, and of what is paid for beside the thing itself."""

    full: Mapping[str, frozenset[str]]
    reduced: Mapping[str, frozenset[str]]
    family: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[str]]


@cache
def tariff_words() -> TariffWords:
    """Raises Unreadable when the data file is broken."""
    found = entries(DATA / "tariffs.ini", Phrases)
    return TariffWords(*(_folded(found[name]) for name in TariffWords._fields))


def _folded(entry: Phrases) -> Mapping[str, frozenset[str]]:
    return {
        lang: frozenset(word for said in getattr(entry, lang) for word in words(said))
        for lang in LANGUAGES
    }
