"""The columns of a record by what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from catalog.sources.tourinsoft.entries import Entry, entries, is_empty, key, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BEFORE: Final = re.compile(r"^(?:detailident|detail|ident|listing|multimedia|recherche)")
_LANGUAGES: Final = {
    name: lang
    for lang, names in {
        "en": ("gb", "uk", "en", "ang", "anglai", "anglaise"),
        "de": ("de", "all", "allemand"),
        "es": ("es", "esp", "espagnol"),
        "it": ("it", "ita", "italien"),
        "nl": ("nl", "ned", "neerlandai"),
        "ca": ("ca", "catalan"),
        "oc": ("oc", "occitan"),
        "eu": ("eu", "basque"),
        "br": ("br", "breton"),
        "pt": ("pt", "portugai"),
        "fr": ("fr", "francai"),
    }.items()
    for name in names
}
"""Languages at the end of a column's name (`DESCRIPTIFGB`), as `key` writes them."""
IN_LANGUAGES: Final = frozenset(("name", "description", "summary", "practical", "hours_text"))
UNREAD: Final = frozenset(("-", "person"))


@dataclass(frozen=True, slots=True)
class Column:
    """What a column means, in which language it is written, how early it is believed."""

    meaning: str
    rank: int = 0
    lang: str = "fr"


@cache
def synonyms() -> Mapping[str, Column]:
    """The table of `fields.txt`, by `key`."""
    found: dict[str, Column] = {}
    lines = resources.files(__package__).joinpath("fields.txt").read_text("utf-8").splitlines()
    for line in lines:
        meaning, _, names = line.partition(" = ")
        if line.startswith("#") or not names:
            continue
        for rank, name in enumerate(names.split()):
            found.setdefault(key(name), Column(meaning.strip(), rank))
    return found


@cache
def _of_key(name: str) -> Column | None:
    table = synonyms()
    column = table.get(name) or table.get(_BEFORE.sub("", name))
    if column is not None:
        return column
    if name.startswith("classification"):  # each kind of record has its own sub-category
        return Column("category", rank=50)
    for ending, lang in _LANGUAGES.items():
        if name.endswith(ending):
            column = table.get(name.removesuffix(ending).rstrip("s"))
            if column is not None and column.meaning in IN_LANGUAGES:
                return Column(column.meaning, column.rank, lang)
    return None


def column_of(name: str) -> Column | None:
    """What a column means; None if nobody knows."""
    return _of_key(key(name)) if len(name) <= 200 else None


class Fields:
    """The values of one record by their meaning; `unknown`: columns of which nobody knows what
    they say."""

    def __init__(self, raw: Mapping[str, object]) -> None:
        found: dict[str, list[tuple[int, str, object]]] = {}
        self.unknown: list[str] = []
        for name, value in raw.items():
            if is_empty(value):
                continue
            column = column_of(name)
            if column is None:
                self.unknown.append(name)
            elif column.meaning not in UNREAD:
                found.setdefault(column.meaning, []).append((column.rank, column.lang, value))
        self._found = {
            meaning: sorted(values, key=lambda ranked: ranked[0])
            for meaning, values in found.items()
        }

    def values(self, meaning: str) -> list[object]:
        """The raw values, those believed first in front."""
        return [value for _, _, value in self._found.get(meaning, ())]

    def first(self, meaning: str) -> str:
        """The first value as a text, "" if there is none."""
        texts = (scalar(value) for value in self.values(meaning))
        return next((text for text in texts if text), "")

    def entries(self, meaning: str) -> list[Entry]:
        """The items of all values."""
        return [entry for value in self.values(meaning) for entry in entries(value)]

    def wordings(self, meaning: str) -> Iterator[tuple[str, object]]:
        """(language, raw value) pairs."""
        for _, lang, value in self._found.get(meaning, ()):
            yield lang, value


def language_of(name: str, meaning: str) -> str | None:
    """The language of a field inside an object (`DescriptioncommercialeGB`), if it has the
    meaning at all."""
    column = column_of(name)
    return column.lang if column is not None and column.meaning == meaning else None
