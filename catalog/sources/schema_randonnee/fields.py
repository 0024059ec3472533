"""The fields of one route of the schema: texts in French, often HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from catalog.model import Localized
from catalog.sources.values.wordings import assemble
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from catalog.sources.values.notes import Notes

LANGUAGE: Final = "fr"
PREFIX: Final = "randonnee"

Properties = dict[str, Any]


def text_of(properties: Properties, name: str) -> str | None:
    """A short value on one line."""
    value = properties.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return clean_line(str(value)[:4_000]) or None


def parts_of(properties: Properties, name: str) -> list[tuple[str, str]]:
    """(language, wording) of a text."""
    value = properties.get(name)
    return [(LANGUAGE, value)] if isinstance(value, str) and value.strip() else []


def words_of(
    properties: Properties, notes: Notes, *names: str, limit: int, line: bool = False
) -> Localized:
    """Texts put together."""
    parts = [(lang, said, False) for name in names for lang, said in parts_of(properties, name)]
    return assemble(parts, notes, limit=limit, line=line, field=names[0]) if parts else Localized()


def term_name(label: str) -> str:
    """A label as the name of a term."""
    return fold(label).replace(" ", "-")[:60]
