"""The values of one record, in the languages in which it is published.

A text is a map `{"fr": "…", "en": ""}` where "" means not translated, or, when the API was asked
in one language, a plain string.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import assemble, name_of
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Localized, TermId
    from catalog.sources.geotrek.answers import Raw
    from catalog.sources.geotrek.lists import Lists
    from catalog.sources.values.notes import Notes
    from catalog.sources.values.wordings import Part

PREFIX: Final = "geotrek"
_LANGUAGE: Final = re.compile(r"([a-zA-Z]{2})(?:[-_][a-zA-Z0-9]{1,8}){0,3}")
_LABELS: Final = ("label", "name", "type", "route", "network", "organism")
"""Under which key an entry has its label; it differs from list to list."""
SLUG: Final = 60


class NotPublished(Exception):
    """The producer publishes the record in no language."""


def by_language(value: object, language: str) -> Iterator[tuple[str, str]]:
    """(language, wording) pairs of a text; a plain string is in `language`."""
    if isinstance(value, str):
        if value.strip():
            yield language, value
    elif isinstance(value, dict):
        for key, wording in value.items():
            match = _LANGUAGE.fullmatch(key)
            if match and isinstance(wording, str) and wording.strip():
                yield match[1].lower(), wording


def labels_of(entry: Raw, language: str) -> list[tuple[str, str]]:
    """The label of an entry of a list, language by language."""
    for key in _LABELS:
        found = [(lang, tidy_line(word)) for lang, word in by_language(entry.get(key), language)]
        if found:
            return found
    return []


def published(raw: Raw) -> frozenset[str] | None:
    """The languages in which a record is published; None: all that it has.

    Raises NotPublished.
    """
    said = raw.get("published")
    if isinstance(said, dict):
        languages = (_LANGUAGE.fullmatch(key) for key, value in said.items() if value is True)
        found = frozenset(match[1].lower() for match in languages if match)
        if not found:
            raise NotPublished
        return found
    if said is False:
        raise NotPublished
    return None


class Record:
    """A record, the lists it points to, and what is noted about it. Raises NotPublished.

    `language`: that of its plain strings.
    """

    def __init__(self, raw: Raw, lists: Lists, language: str, notes: Notes) -> None:
        self.raw = raw
        self.lists = lists
        self.language = language
        self.notes = notes
        self.languages = published(raw)

    def spoken(self, value: object) -> list[tuple[str, str]]:
        """The wordings of a value in the published languages."""
        found = by_language(value, self.language)
        return [
            (lang, wording)
            for lang, wording in found
            if self.languages is None or lang in self.languages or isinstance(value, str)
        ]

    def parts(self, *names: str) -> list[Part]:
        """The wordings of fields, one field after the other."""
        return [
            (lang, wording, False)
            for name in names
            for lang, wording in self.spoken(self.raw.get(name))
        ]

    def words(self, *names: str, limit: int, line: bool = False) -> Localized:
        """Fields put together, one text a language."""
        parts = self.parts(*names)
        if not parts:
            return NOTHING
        return assemble(parts, self.notes, limit=limit, line=line, field=names[0])

    def name(self) -> Localized:
        """The record's own name."""
        return name_of(self.spoken(self.raw.get("name")), self.notes, "name")

    def text(self, name: str) -> str | None:
        """A value that is no text of a language: an address, a number, an id."""
        value = self.raw.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return None
        return clean_line(str(value)[:4_000]) or None

    def many(self, name: str) -> list[object]:
        """A field's values: a list, one value, or none."""
        value = self.raw.get(name)
        if value is None or value == "":
            return []
        return value if isinstance(value, list) else [value]

    def entries(self, name: str, known: str) -> list[Raw]:
        """The entries of the list `known` that a field means; a caution for an id without one."""
        found: list[Raw] = []
        for value in self.many(name):
            entry = self.lists.entry(known, value)
            if entry is not None:
                found.append(entry)
            elif isinstance(value, int | str):
                self.notes.warn("geotrek_id_unresolved", name, value)
        return found

    def labels(self, entry: Raw) -> list[tuple[str, str]]:
        """The labels of an entry, in all languages that it has: they are the instance's words,
        not the record's."""
        return labels_of(entry, self.language)

    def own_term(self, group: str, labels: list[tuple[str, str]]) -> TermId | None:
        """A word of this Geotrek without a house concept, named by its label: ids differ between
        instances. None for an entry without a label."""
        if not labels:
            return None
        chosen = dict(reversed(labels)).get("fr", labels[0][1])
        slug = fold(chosen).replace(" ", "-")[:SLUG].strip("-")
        return self.notes.term(PREFIX, f"{group}-{slug}", labels) if slug else None
