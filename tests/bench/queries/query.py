"""One question of the benchmark, and the catalogue it is judged by."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from tests.bench.documents import Document, folded
from tests.bench.generated import GENERATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, in a screen of which language; `unfinished`: the last word may go on.
    `right`: the places in the catalogue of all listings that answer it. `group`: the class of
    error, or who typed it. `name`: it asks for a name, not for what a listing is."""

    text: str
    group: str
    right: frozenset[int]
    lang: str = "fr"
    unfinished: bool = False
    name: bool = True

    @property
    def held_back(self) -> bool:
        """Whether it is of the half that nobody tunes the engine with."""
        return held_back(self.text)


def held_back(text: str) -> bool:
    """Odd SHA-256 of the text: the same everywhere and always, and about every other one."""
    return sha256(text.encode()).digest()[-1] % 2 == 1


class Known:
    """The documents of a catalogue, found by name and by what they are. `targets`: the places of
    those that questions are drawn from; the real ones, if there are any."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents: Sequence[Document] = list(documents)
        real = [at for at, each in enumerate(self.documents) if not each.id.startswith(GENERATED)]
        self.targets: Sequence[int] = real or range(len(self.documents))
        self.place_of = {each.id: place for place, each in enumerate(self.documents)}
        named: defaultdict[str, list[int]] = defaultdict(list)
        being: defaultdict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(self.documents):
            for name in {each.key, *each.others} - {""}:
                named[name].append(place)
            for concept in each.concepts:
                being[concept].append(place)
        self._named, self._being = dict(named), dict(being)

    def called(self, name: str) -> frozenset[int]:
        """The listings of this name, in any language."""
        return frozenset(self._named.get(folded(name), ()))

    def beginning(self, start: str) -> frozenset[int]:
        """The listings with a name that goes on from these letters."""
        return frozenset(
            place for name in self._named if name.startswith(start) for place in self._named[name]
        )

    def being(self, concept: str, commune: str | None = None) -> frozenset[int]:
        """The listings that are this, or something narrower, in a commune or anywhere."""
        places = self._being.get(concept, ())
        if commune is None:
            return frozenset(places)
        return self.within(places, commune)

    def within(self, places: Iterable[int], commune: str) -> frozenset[int]:
        """Those that stand in this commune."""
        town = folded(commune)
        return frozenset(place for place in places if self.documents[place].town == town)

    def names_of(self, place: int) -> tuple[str, ...]:
        """The folded names of one listing."""
        return (self.documents[place].key, *self.documents[place].others)

    def names(self) -> Iterable[str]:
        """Every folded name."""
        return self._named
