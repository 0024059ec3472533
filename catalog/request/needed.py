"""The phrases of needs (`data/needs/`), cut, by language and first word."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from catalog.model import LANGUAGES, TermId
from catalog.request.gaps import Gapped, gapped
from catalog.vocabulary.asking import needs

if TYPE_CHECKING:
    from collections.abc import Mapping

_ByWord = dict[str, tuple[tuple[Gapped, tuple[TermId, ...]], ...]]


@cache
def needed() -> Mapping[str, _ByWord]:
    """By language and first word the phrases that start so, the longest first."""
    found: dict[str, dict[str, list[tuple[Gapped, tuple[TermId, ...]]]]] = {
        lang: {} for lang in LANGUAGES
    }
    for terms, spoken in needs().items():
        for lang, phrases in spoken.items():
            for phrase in phrases:
                parts = gapped(phrase)
                for word in parts[0][0]:
                    found[lang].setdefault(word, []).append((parts, terms))
    return {
        lang: {
            word: tuple(sorted(every, key=lambda one: -sum(map(len, one[0]))))
            for word, every in by_word.items()
        }
        for lang, by_word in found.items()
    }


@cache
def needed_words() -> Mapping[str, frozenset[str]]:
    """Every word of these phrases with the languages it occurs in."""
    found: dict[str, set[str]] = {}
    for spoken in needs().values():
        for lang, phrases in spoken.items():
            for phrase in phrases:
                for part in gapped(phrase):
                    for word in frozenset().union(*part):
                        found.setdefault(word, set()).add(lang)
    return {word: frozenset(langs) for word, langs in found.items()}
