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
    return _read()[section]


@cache
def _read() -> Mapping[str, frozenset[str]]:
    return {
        name: frozenset(fold(said) for lang in LANGUAGES for said in getattr(entry, lang))
        for name, entry in entries(DATA / "particles.ini", _Spoken).items()
    }
