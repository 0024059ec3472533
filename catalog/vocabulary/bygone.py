"""What tells that something was done and is over (`data/bygone.ini`)."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from catalog.model import LANGUAGES
from catalog.vocabulary.files import DATA, Phrases, entries

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def bygone() -> Mapping[str, tuple[str, ...]]:
    """By language the phrases, with gaps as the file writes them. Raises Unreadable when the
    data file is broken."""
    (entry,) = entries(DATA / "bygone.ini", Phrases).values()
    return MappingProxyType({lang: getattr(entry, lang) for lang in LANGUAGES})
