"""The readings of a typed word, looked up in the words and codes of many rows at once.

Rows share most of their words, and a misspelt word has dozens of readings: each reading is
compared once with every distinct word of all the rows, not once with every row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from catalog.search.question import Reading, Word
    from catalog.search.rows import Sight

Standing = tuple[object, ...]
"""What of a question stands in a row, and what it is worth there."""
ONLY_CALLED: Final = 0.94
"""For the French word for a concept, in the name of what is not that: "playas Hendaya" are beaches
before a "Visite d'Hendaye Plage"."""
_FEW: Final = 16
"""Words and codes so few that it takes less to look for each of them in a row."""
_SHORT_OF_WHOLE: Final = 0.05
"""What the beginning of a word is worth less than the word, times the share not typed."""


def standing(word: Word) -> Callable[[Sight], bool]:
    """Tells whether any reading of a word stands in a row: what the full text tells of the word's
    expression."""
    alone: set[str] = set()
    several: list[frozenset[str]] = []
    begun: tuple[str, ...] = ()
    for reading in word.readings.values():
        if reading.among:
            alone.update(reading.among)
        elif reading.beginning:
            begun += reading.terms
        elif len(reading.terms) == 1:
            alone.update(reading.terms)
        else:
            several.append(frozenset(reading.terms))

    def stands(sight: Sight) -> bool:
        terms = sight.terms.keys()
        return bool(
            not terms.isdisjoint(alone)
            or (begun and any(each.startswith(begun) for each in sight.words))
            or any(each <= terms for each in several)
        )

    return stands


class Lookup:
    """The readings of one word. `spelt`: gives every word of the rows to come. `of`: what
    each of them is worth, and by which reading; `several`: readings of more than one word."""

    def __init__(self, word: Word, spelt: Callable[[], Iterable[str]]) -> None:
        self.word = word
        self.of: dict[str, tuple[float, Reading]] = {}
        self.several: list[tuple[frozenset[str], Reading]] = []
        beginnings: dict[str, Reading] = {}
        for reading in word.readings.values():
            if reading.beginning and reading.among is None:
                beginnings[reading.terms[0]] = reading
            elif reading.among is not None:
                for term in reading.among:
                    self._begin(term, reading)
            elif len(reading.terms) > 1:
                self.several.append((frozenset(reading.terms), reading))
            else:
                self._keep(reading.terms[0], reading.weight, reading)
        if beginnings:
            starts = tuple(beginnings)
            for term in spelt():
                if term.startswith(starts):
                    for start, reading in beginnings.items():
                        if term.startswith(start):
                            self._begin(term, reading)

    def _begin(self, term: str, reading: Reading) -> None:
        untyped = 1 - len(reading.terms[0]) / len(term)
        self._keep(term, reading.weight * (1 - _SHORT_OF_WHOLE * untyped), reading)

    def _keep(self, term: str, weight: float, reading: Reading) -> None:
        known = self.of.get(term)
        if known is None or (weight, reading.how) > (known[0], known[1].how):
            self.of[term] = weight, reading


class Lookups:
    """The readings of all words of a question."""

    def __init__(self, words: Sequence[Word], spelt: Callable[[], Iterable[str]]) -> None:
        """`spelt`: gives every word of the rows to come; asked only for beginnings."""
        self.words = tuple(words)
        self._asked: dict[str, list[tuple[int, float, Reading]]] = {}
        self._several: list[tuple[int, frozenset[str], Reading]] = []
        for at, word in enumerate(words):
            found = Lookup(word, spelt)
            for term, (weight, reading) in found.of.items():
                self._asked.setdefault(term, []).append((at, weight, reading))
            self._several += [(at, *each) for each in found.several]
        for _, several, _ in self._several:
            for term in several:
                self._asked.setdefault(term, [])
        self._few = tuple(self._asked) if len(self._asked) <= _FEW else None

    def standing(self, terms: Mapping[str, float]) -> Standing:
        """What of the question stands among the terms of a row: `best` is the same for rows that
        have the same."""
        if self._few is not None:
            return tuple(map(terms.get, self._few))
        here = terms.keys() & self._asked.keys()
        return (*here, *map(terms.get, here))

    def best(self, terms: Mapping[str, float]) -> tuple[list[float], list[Reading | None]]:
        """For each word, the best that it finds among the terms of a row, each with what it is
        worth there; and by which reading."""
        worths = [0.0] * len(self.words)
        by: list[Reading | None] = [None] * len(self.words)
        for term in terms.keys() & self._asked.keys():
            here = terms[term]
            for at, weight, reading in self._asked[term]:
                worth = weight * here
                if reading.code is not None and reading.code not in terms:
                    worth *= ONLY_CALLED
                known = by[at]
                if worth > worths[at] or (
                    known is not None and worth == worths[at] and _rank(reading) > _rank(known)
                ):
                    worths[at], by[at] = worth, reading
        for at, several, reading in self._several:
            if reading.weight > worths[at] and several <= terms.keys():
                worths[at], by[at] = reading.weight, reading
        return worths, by


def _rank(reading: Reading) -> tuple[str, tuple[str, ...]]:
    return reading.how, reading.terms
