"""Wordings in several languages as `Localized`, cleaned, with machine translations marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Localized, Text
from catalog.sources.values.capitals import shouted, unshout
from catalog.sources.values.texts import tidy
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.sources.values.notes import Notes

NAME: Final = 240
SUMMARY: Final = 2_000
DESCRIPTION: Final = 20_000
NOTE: Final = 1_000

_SPACES: Final = re.compile(r"^\s|\s$|\s\s")
_CANCELLED: Final = frozenset(
    ("annule", "annulee", "annules", "annulees", "annulation", "cancelled", "canceled")
)

Part = tuple[str, str, bool]
"""(language, wording, whether a machine translated it)"""


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
        kept = found.get(lang)
        if kept is None:
            found[lang] = [tidied.text]
        elif any(tidied.text in other for other in kept):
            continue
        else:
            kept[:] = [other for other in kept if other not in tidied.text]
            kept.append(tidied.text)
        machine[lang] = machine.get(lang, False) or by_machine
    for repair, detail in repairs.items():
        notes.warn(repair, field, detail)
    between = " · " if line else "\n\n"
    return Localized(
        tuple(Text(lang, between.join(kept), machine[lang]) for lang, kept in found.items())
    )


def name_of(wordings: Iterable[tuple[str, str]], notes: Notes, field: str) -> Localized:
    """The first name of each language, without stray spaces and capitals."""
    found: dict[str, Text] = {}
    for lang, raw in wordings:
        tidied = tidy(raw, limit=NAME, line=True)
        if not tidied.text or lang in found:
            continue
        for repair in tidied.repairs:
            notes.warn(repair, field, tidied.text)
        if lang == "fr" and _SPACES.search(raw):
            notes.warn("name_with_stray_spaces", field, tidied.text)
        wording = tidied.text
        if shouted(wording):
            if lang == "fr":
                notes.warn("name_in_capitals", field, wording)
            wording = unshout(wording)
        found[lang] = Text(lang, wording)
    return Localized(tuple(found.values()))


def says_cancelled(name: Localized) -> bool:
    """Whether a name carries the word: « Fête du lac ANNULÉE »."""
    names = {wording.text for wording in name.texts}
    return any(not _CANCELLED.isdisjoint(fold(each).split()) for each in names)
