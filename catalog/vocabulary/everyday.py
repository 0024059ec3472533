"""Words that say nothing in one language and name a thing in another. Data: `data/everyday.ini`."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from catalog.model import LANGUAGES
from catalog.text import fold
from catalog.vocabulary.files import DATA, entries

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Entry(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """The one section of the file."""

    fr: tuple[str, ...]
    en: tuple[str, ...]
    de: tuple[str, ...]
    es: tuple[str, ...]
    it: tuple[str, ...]
    nl: tuple[str, ...]
    oc: tuple[str, ...]
    ca: tuple[str, ...]


@cache
def everyday() -> Mapping[str, frozenset[str]]:
    """The folded everyday words by language. Raises Unreadable when the data file is broken."""
    (entry,) = entries(DATA / "everyday.ini", _Entry).values()
    return MappingProxyType(
        {lang: frozenset(fold(word) for word in getattr(entry, lang)) for lang in LANGUAGES}
    )
