"""Places around the territories that a catalogue rarely has: `data/surroundings.ini`."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.model import LANGUAGES
from catalog.vocabulary.files import DATA, fault, sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_EVERYDAY: Final = "everyday"
_NAMES: Final = " names"
_HOLE: Final = "{}"


class Surroundings(NamedTuple):
    """`names`: each way to say a place → the name as the house writes it. `everyday`: those of
    these that are also an everyday word."""

    names: Mapping[str, str]
    everyday: frozenset[str]


def load(path: Path) -> Surroundings:
    """The places of one file. Raises Unreadable naming file and section."""
    found = dict(sections(path))
    everyday = frozenset(_list(found.get(_EVERYDAY, {}).get("names", "")))
    names: dict[str, str] = {}
    for section, places in found.items():
        if not section.endswith(_NAMES):
            continue
        kind = section.removesuffix(_NAMES)
        if set(found.get(kind, ())) != set(LANGUAGES):
            raise fault(path, section, f"the sections must be {kind}, {section}")
        ways = [way for lang in LANGUAGES for way in _list(found[kind][lang]) if _HOLE in way]
        for name, others in places.items():
            for said in _said(name, _list(others), ways):
                names.setdefault(said, name)
    return Surroundings(MappingProxyType(names), everyday)


def _said(name: str, others: list[str], ways: list[str]) -> Iterator[str]:
    """Every way to say one place."""
    if f"({name})" not in others:
        yield name
    for other in others:
        bare = other.strip("()")
        if bare == other:
            yield other
        for way in ways:
            yield way.replace(_HOLE, bare)


def _list(value: str) -> list[str]:
    return [word for part in value.replace("\n", ",").split(",") if (word := part.strip())]


@cache
def surroundings() -> Surroundings:
    """The house's own, read once."""
    return load(DATA / "surroundings.ini")
