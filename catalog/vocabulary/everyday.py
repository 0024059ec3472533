"""Words that say nothing in one language and name a thing in another (`data/everyday.ini`), words
that look like a slip of one of ours (`data/real_words.ini`), and last parts of compounds that
tell nothing by themselves (`data/bound_heads.ini`)."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from catalog.model import LANGUAGES
from catalog.text import fold_lines
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


@cache
def bound_heads() -> Mapping[str, frozenset[str]]:
    """The folded last parts of compounds by language that say nothing of the whole unless the
    first part is known, too: de "Hessen" is no "essen". Raises Unreadable likewise."""
    return _by_language("bound_heads.ini")


def _by_language(name: str) -> Mapping[str, frozenset[str]]:
    (entry,) = entries(DATA / name, Phrases).values()
    return MappingProxyType(
        {lang: frozenset(fold_lines(getattr(entry, lang))) for lang in LANGUAGES}
    )
