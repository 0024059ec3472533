"""Language maps as `Localized`, cleaned, with machine translations marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Localized, Text
from catalog.sources.datatourisme.jsonld import (
    Node,
    by_language,
    get,
    items,
    local,
    nodes,
    reference,
    scalar,
)
from catalog.sources.texts import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.sources.datatourisme.notes import Notes

NAME: Final = 240
SUMMARY: Final = 2_000
DESCRIPTION: Final = 20_000
NOTE: Final = 1_000


def machine_languages(node: Node, name: str) -> frozenset[str]:
    """The languages in which a field of this very object is declared a machine translation.

    `hasTranslatedProperty` pairs languages with predicates; the predicate is a name or `{"@id"}`.
    """
    translated = node.get("hasTranslatedProperty")
    if not translated:
        return frozenset()
    return frozenset(
        lang.lower().partition("-")[0]
        for pair in nodes(node, "hasTranslatedProperty")
        if any(_names(predicate, name) for predicate in items(pair, "predicate"))
        for lang in map(scalar, items(pair, "language"))
        if lang is not None
    )


def _names(predicate: object, name: str) -> bool:
    found = reference(predicate)
    return found is not None and local(found) == name


def words(
    node: Node, name: str, notes: Notes, *, limit: int, line: bool = False, field: str = ""
) -> Localized:
    """One field of one object in all its languages. Several wordings of a language stand one after
    the other, unless one holds the other."""
    value = get(node, name)
    if value is None:
        return NOTHING
    parts = [
        (lang, wording, machine)
        for machine_in in (machine_languages(node, name),)
        for lang, wording in by_language(value)
        for machine in (lang in machine_in,)
    ]
    return assemble(parts, notes, limit=limit, line=line, field=field or name)


def assemble(
    parts: Iterable[tuple[str, str, bool]], notes: Notes, *, limit: int, line: bool, field: str
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
