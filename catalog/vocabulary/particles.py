"""Small words that are told apart by what stands beside them (`data/particles.ini`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from catalog.model import LANGUAGES
from catalog.text import fold
from catalog.vocabulary.files import DATA, entries

if TYPE_CHECKING:
    from collections.abc import Mapping

_Spoken = msgspec.defstruct(
    "_Spoken", [(lang, tuple[str, ...], ()) for lang in LANGUAGES], forbid_unknown_fields=True
)


def particles(section: str) -> frozenset[str]:
    """The words of a section in all languages, folded.

    Raises KeyError when there is no such section, Unreadable when the data file is broken.
    """
    return frozenset[str]().union(*_read()[section].values())


def particles_of(section: str) -> Mapping[str, frozenset[str]]:
    """The words of a section by language, folded; raises as `particles` does."""
    return _read()[section]


@cache
def _read() -> Mapping[str, Mapping[str, frozenset[str]]]:
    return {
        name: {lang: frozenset(map(fold, getattr(entry, lang))) for lang in LANGUAGES}
        for name, entry in entries(DATA / "particles.ini", _Spoken).items()
    }
