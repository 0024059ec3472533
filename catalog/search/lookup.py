"""The readings of a typed word, looked up in the words and codes of many rows at once.

Rows share most of their words, and a misspelt word has dozens of readings: each reading is
compared once with every distinct word of all the rows, not once with every row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalog.search.question import Reading, Word

_SHORT_OF_WHOLE: Final = 0.05
"""What the beginning of a word is worth less than the word, times the share not typed."""


class Lookup:
    """The readings of one word. `terms`: every word and code of the rows to come."""

    def __init__(self, word: Word, terms: Iterable[str]) -> None:
        self.word = word
        self._of: dict[str, tuple[float, Reading]] = {}
        self._several: list[tuple[frozenset[str], Reading]] = []
        beginnings: dict[str, Reading] = {}
        for reading in word.readings.values():
            if reading.beginning:
                beginnings[reading.terms[0]] = reading
            elif len(reading.terms) > 1:
                self._several.append((frozenset(reading.terms), reading))
            else:
                self._of[reading.terms[0]] = reading.weight, reading
        self._add_begun(beginnings, terms)

    def _add_begun(self, beginnings: Mapping[str, Reading], terms: Iterable[str]) -> None:
        starts = tuple(beginnings)
        for term in terms:
            if not term.startswith(starts):
                continue
            for start, reading in beginnings.items():
                if term.startswith(start):
                    typed = len(start) / len(term)
                    weight = reading.weight * (1 - _SHORT_OF_WHOLE * (1 - typed))
                    if weight > self._of.get(term, (0.0,))[0]:
                        self._of[term] = weight, reading

    def best(self, terms: Mapping[str, float]) -> tuple[float, Reading | None]:
        """The best that the word finds among the terms of a row, each with what it is worth
        there, and by which reading."""
        worth, best = 0.0, None
        for term in self._of.keys() & terms.keys():
            weight, reading = self._of[term]
            here = weight * terms[term]
            if here > worth or (best and here == worth and reading.how > best.how):
                worth, best = here, reading
        for several, reading in self._several:
            if reading.weight > worth and several <= terms.keys():
                worth, best = reading.weight, reading
        return worth, best
