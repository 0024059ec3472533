"""Languages spoken, as ISO 639 codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.sources.datatourisme.jsonld import Node, texts
from catalog.sources.values.languages import language_code

if TYPE_CHECKING:
    from catalog.sources.datatourisme.notes import Notes

FIELD: Final = "availableLanguage"


def read_languages(obj: Node, notes: Notes) -> tuple[str, ...]:
    """The codes, each once, in the order of the record; every word not known is left out with a
    caution."""
    found: dict[str, None] = {}
    for raw in texts(obj, FIELD):
        code = language_code(raw)
        if code is None:
            notes.warn("language_unknown", FIELD, raw)
        else:
            found[code] = None
    return tuple(found)
