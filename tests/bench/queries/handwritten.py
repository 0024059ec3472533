"""The questions of `handwritten.toml`, which people wrote, and what they would be content with."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.bench.queries.query import Query

if TYPE_CHECKING:
    from tests.bench.queries.query import Known

FILE: Final = Path(__file__).parent / "handwritten.toml"


@dataclass(frozen=True, slots=True)
class Written:
    """A line of the file. `wanted`: any of these is right, each a French name, `#concept` or
    `#concept @ Commune`. `hand`: who types so."""

    text: str
    lang: str
    hand: str
    wanted: tuple[str, ...]

    def query(self, known: Known) -> Query:
        """The question, judged on a catalogue."""
        right = frozenset[int]().union(*(answering(known, each) for each in self.wanted))
        name = not any(each.startswith("#") for each in self.wanted)
        group = f"{self.lang}, {self.hand.replace('_', ' ')}"
        return Query(self.text, group, right, self.lang, unfinished=True, name=name)


def answering(known: Known, wanted: str) -> frozenset[int]:
    """The listings that one wish of the file names; empty where the catalogue has none."""
    if not wanted.startswith("#"):
        return known.called(wanted)
    concept, _, commune = wanted[1:].partition("@")
    return known.being(concept.strip(), commune.strip() or None)


def read(path: Path = FILE) -> list[Written]:
    """Every line, in the order of the file."""
    tables = tomllib.loads(path.read_text("utf-8"))
    return [
        Written(text, lang, hand, (wanted,) if isinstance(wanted, str) else tuple(wanted))
        for lang, hands in tables.items()
        for hand, lines in hands.items()
        for text, wanted in lines.items()
    ]
