"""The phrases of needs (`data/needs/`), cut, by language and first word."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from catalog.model import LANGUAGES, TermId
from catalog.request.gaps import Gapped
from catalog.vocabulary.asking import needs

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def needed() -> Mapping[str, Gapped[tuple[TermId, ...]]]:
    """By language the phrases, each with the concepts that are meant."""
    return {
        lang: Gapped(
            (phrase, terms) for terms, spoken in needs().items() for phrase in spoken[lang]
        )
        for lang in LANGUAGES
    }


@cache
def needed_words() -> Mapping[str, frozenset[str]]:
    """Every word of these phrases with the languages it occurs in."""
    found: dict[str, set[str]] = {}
    for lang, phrases in needed().items():
        for word in phrases.words():
            found.setdefault(word, set()).add(lang)
    return {word: frozenset(langs) for word, langs in found.items()}
