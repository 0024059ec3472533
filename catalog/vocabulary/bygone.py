"""What tells that something is over, or where somebody goes on to (`data/bygone.ini`)."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from catalog.model import LANGUAGES
from catalog.vocabulary.files import DATA, Phrases, entries

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def bygone() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """By section (`bygone`, `leaving`) and language the phrases, with gaps as the file writes
    them. Raises Unreadable when the data file is broken."""
    return MappingProxyType(
        {
            (name, lang): getattr(entry, lang)
            for name, entry in entries(DATA / "bygone.ini", Phrases).items()
            for lang in LANGUAGES
        }
    )
