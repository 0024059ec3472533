"""Other names of places, the departments, and what is written short."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.vocabulary.asking import named_places
from catalog.vocabulary.files import DATA, fault, sections

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_Names = MappingProxyType[str, tuple[str, ...]]
_SECTIONS: Final = ("departments", "aliases", "abbreviations", "saints")


class PlaceWords(NamedTuple):
    """`departments`: official number → names. `aliases`: a commune's name → the others it has.
    `abbreviations`: what is written short → what it may stand for. `saints`: the name of a saint
    in French → in other languages."""

    departments: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, tuple[str, ...]]
    abbreviations: Mapping[str, tuple[str, ...]]
    saints: Mapping[str, tuple[str, ...]]


def load(path: Path) -> PlaceWords:
    """The tables of one file. Raises Unreadable naming file and section."""
    found = dict(sections(path))
    for name in (*_SECTIONS, *found):
        if name not in found or name not in _SECTIONS:
            raise fault(path, name, f"the sections must be {', '.join(_SECTIONS)}")
    return PlaceWords(*(_table(path, name, found[name]) for name in _SECTIONS))


def _table(path: Path, section: str, written: Mapping[str, str]) -> _Names:
    table = {
        key: tuple(name for part in value.split(",") if (name := part.strip()))
        for key, value in written.items()
    }
    for key, names in table.items():
        if not names:
            raise fault(path, section, f"{key} has no other name")
    return MappingProxyType(table)


@cache
def place_words() -> PlaceWords:
    """The house's own, read once. Places of the gazetteer have their other names there."""
    known = load(DATA / "places.ini")
    named = {name: place.names() for name, place in named_places().items() if place.names()}
    return known._replace(aliases=MappingProxyType({**known.aliases, **named}))
