"""Language maps as `Localized`, cleaned, with machine translations marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Localized, Text
from catalog.sources.datatourisme.jsonld import (
    Node,
    by_language,
    get,
    items,
    nodes,
    reference,
    texts,
)
from catalog.sources.texts import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.sources.datatourisme.notes import Notes

NAME: Final = 240
SUMMARY: Final = 2_000
DESCRIPTION: Final = 20_000
NOTE: Final = 1_000


def machine_translated(node: Node) -> dict[str, set[str]]:
    """The fields of this very object that are declared machine translations: field → languages.

    `hasTranslatedProperty` pairs languages with predicates; a predicate is a name or `{"@id"}`.
    """
    found: dict[str, set[str]] = {}
    for pair in nodes(node, "hasTranslatedProperty"):
        languages = {lang.lower().partition("-")[0] for lang in texts(pair, "language")}
        for predicate in items(pair, "predicate"):
            name = reference(predicate)
            if name is not None:
                found.setdefault(name, set()).update(languages)
    return found


Part = tuple[str, str, bool]
"""(language, wording, whether a machine translated it)"""


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
    if get(node, name) is None:
        return NOTHING
    parts = parts_of(node, name, machine_translated(node))
    return assemble(parts, notes, limit=limit, line=line, field=field or name)


def assemble(
    parts: Iterable[Part], notes: Notes, *, limit: int, line: bool, field: str
) -> Localized:
    """(language, wording, machine) parts as one text a language, in the order met."""
    found: dict[str, list[str]] = {}
    machine: dict[str, bool] = {}
    repairs: dict[str, str] = {}
    for lang, wording, by_machine in parts:
        tidied = tidy(wording, limit=limit, line=line)
        for repair in tidied.repairs:
            repairs.setdefault(repair, f"{lang}: {tidied.text}")
        if not tidied.text:
            continue
        kept = found.setdefault(lang, [])
        if any(tidied.text in other for other in kept):
            continue
        kept[:] = [other for other in kept if other not in tidied.text]
        kept.append(tidied.text)
        machine[lang] = machine.get(lang, False) or by_machine
    for repair, detail in repairs.items():
        notes.warn(repair, field, detail)
    between = " · " if line else "\n\n"
    return Localized(
        tuple(Text(lang, between.join(kept), machine[lang]) for lang, kept in found.items())
    )
