"""Language maps as `Localized`, cleaned, with machine translations marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.model import NOTHING
from catalog.sources.datatourisme.jsonld import (
    Node,
    by_language,
    get,
    items,
    nodes,
    reference,
    texts,
)
from catalog.sources.values.wordings import assemble

if TYPE_CHECKING:
    from catalog.model import Localized
    from catalog.sources.values.notes import Notes
    from catalog.sources.values.wordings import Part


def machine_translated(node: Node) -> dict[str, set[str]]:
    """The fields of this very object that are declared machine translations: field → languages.

    `hasTranslatedProperty` pairs languages with predicates; a predicate is a name or `{"@id"}`.
    """
    found: dict[str, set[str]] = {}
    if "hasTranslatedProperty" not in node:
        return found
    for pair in nodes(node, "hasTranslatedProperty"):
        languages = [lang.lower().partition("-")[0] for lang in texts(pair, "language")]
        for predicate in items(pair, "predicate"):
            name = reference(predicate)
            if name is not None:
                found.setdefault(name, set()).update(languages)
    return found


def parts_of(node: Node, name: str, machine: dict[str, set[str]]) -> list[Part]:
    """The wordings of one field; `machine` is what `machine_translated` found on the object."""
    value = get(node, name)
    if value is None:
        return []
    by_machine = machine.get(name, ())
    return [(lang, wording, lang in by_machine) for lang, wording in by_language(value)]


def words(
    node: Node, name: str, notes: Notes, *, limit: int, line: bool = False, field: str = ""
) -> Localized:
    """One field of one object in all its languages. Several wordings of a language stand one after
    the other, unless one holds the other."""
    parts = parts_of(node, name, machine_translated(node))
    return assemble(parts, notes, limit=limit, line=line, field=field or name) if parts else NOTHING
