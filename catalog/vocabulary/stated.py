"""The words around a figure in a listing's own text (`data/stated.ini`), as parts of a pattern."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from catalog.model import LANGUAGES
from catalog.vocabulary.files import DATA, Phrases, entries

if TYPE_CHECKING:
    from collections.abc import Mapping


def pattern_of(section: str, lang: str | None = None) -> str:
    """What matches one of the phrases of a section, in one language or, for texts that mix them
    or do not say theirs, in all; to be compiled without regard to capitals.

    Raises KeyError when there is no such section, Unreadable when the data file is broken.
    """
    spoken = (lang,) if lang in LANGUAGES else LANGUAGES
    phrases = {phrase for each in spoken for phrase in getattr(_read()[section], each)}
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(_matching, longest_first))})"


def _matching(phrase: str) -> str:
    """A phrase that begins no later than a word does, though a figure may touch it ("15ans"), with
    either apostrophe and any space in it."""
    spelt = r"\s+".join(re.escape(word) for word in phrase.split()).replace("'", "['’]")
    return rf"(?<![^\W\d_]){spelt}" if phrase[0].isalpha() else spelt


@cache
def _read() -> Mapping[str, Phrases]:
    return entries(DATA / "stated.ini", Phrases)
