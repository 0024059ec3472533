"""The words of asking: when, where, who, how much. Data: `data/asking.ini`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from catalog.model import LANGUAGES
from catalog.text import fold
from catalog.vocabulary.files import DATA, entries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says: `Meaning("day", "tomorrow")`. `langs`: where it is said."""

    group: str
    value: str
    langs: tuple[str, ...]


class _Entry(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A section as it stands in the file."""

    fr: tuple[str, ...]
    en: tuple[str, ...]
    de: tuple[str, ...]
    es: tuple[str, ...]
    it: tuple[str, ...]
    nl: tuple[str, ...]
    oc: tuple[str, ...]
    ca: tuple[str, ...]


@cache
def phrases() -> Mapping[str, tuple[Meaning, ...]]:
    """Every folded phrase with its meanings: "hier" is yesterday in French, here in German.

    Raises Unreadable when the data file is broken.
    """
    return MappingProxyType(spoken(DATA / "asking.ini"))


def spoken(path: Path) -> dict[str, tuple[Meaning, ...]]:
    """The folded phrases of one file whose sections are `[group value]`, with their meanings.

    Raises Unreadable when the file is broken.
    """
    said: dict[str, dict[tuple[str, str], list[str]]] = {}
    for section, entry in entries(path, _Entry).items():
        group, _, value = section.partition(" ")
        for lang in LANGUAGES:
            for phrase in getattr(entry, lang):
                langs = said.setdefault(fold(phrase), {}).setdefault((group, value), [])
                if lang not in langs:
                    langs.append(lang)
    return {
        phrase: tuple(
            Meaning(group, value, tuple(langs)) for (group, value), langs in meanings.items()
        )
        for phrase, meanings in said.items()
    }


def first_wording(path: Path, section: str, lang: str) -> str:
    """The first phrase of a section in a language, as it is written: "autre chose".

    Raises KeyError when there is no such section, Unreadable when the file is broken.
    """
    phrase: str = getattr(entries(path, _Entry)[section], lang)[0]
    return phrase
