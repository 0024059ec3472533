"""The words of asking: when, where, who, how much. Data: phrases.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from catalog.errors import Unreadable
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_Table = dict[str, dict[str, dict[str, list[str]]]]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says: `Meaning("day", "tomorrow")`. `langs`: where it is said."""

    group: str
    value: str
    langs: tuple[str, ...]


@cache
def phrases() -> Mapping[str, tuple[Meaning, ...]]:
    """Every folded phrase with its meanings. Raises Unreadable when the data file is broken."""
    name = "catalog/vocabulary/asking/phrases.toml"
    try:
        raw = tomllib.loads(files(__package__).joinpath("phrases.toml").read_text("utf-8"))
        table = msgspec.convert(raw, _Table)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Unreadable(str(error), where=name, remedy="mend the line it names") from error
    spoken: dict[str, dict[tuple[str, str], list[str]]] = {}
    for group, values in table.items():
        for value, languages in values.items():
            for lang, listed in languages.items():
                for phrase in listed:
                    langs = spoken.setdefault(fold(phrase), {}).setdefault((group, value), [])
                    if lang not in langs:
                        langs.append(lang)
    return {
        phrase: tuple(Meaning(group, value, tuple(langs)) for (group, value), langs in found.items())
        for phrase, found in spoken.items()
    }
