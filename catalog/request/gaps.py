"""Phrases with gaps, found in a question: "fill … bottle" stands in "fill my old bottle".

How they are written is told at the head of `data/concerns.ini`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from catalog.text import words as folded_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")

Parts = tuple[tuple[frozenset[str], ...], ...]
"""The parts of a phrase, between which words may stand; of each word, the forms it may have."""
Forms = tuple[str, ...]
"""What a word of a question may be read as: itself, and its infinitive; () for nothing."""

_GAP: Final = "…"
_EITHER: Final = "~"
_OR: Final = "/"
_BETWEEN: Final = 5
"""How many words may stand in a gap."""


class Gapped(Generic[T]):
    """Phrases with gaps, by the words they begin with; each `T` is what its phrases tell."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._every = dict.fromkeys(
            (parts, told) for phrase, told in phrases for parts in parts_of(phrase)
        )
        self._by_first: dict[str, list[tuple[Parts, T]]] = {}
        for parts, told in sorted(self._every, key=lambda one: -sum(map(len, one[0]))):
            for form in parts[0][0]:
                self._by_first.setdefault(form, []).append((parts, told))

    def starting(self, words: Sequence[Forms], at: int) -> Iterator[tuple[T, tuple[int, ...]]]:
        """The phrases that stand in a question from `at` on, those of more words first: what
        each tells, and where its words stand. `words` may change between two of them."""
        for form in words[at]:
            for parts, told in self._by_first.get(form, ()):
                if stood := _stood(words, at, parts):
                    yield told, stood

    def begins(self, word: str) -> bool:
        """Whether any phrase begins with a word."""
        return word in self._by_first

    def words(self, *told: T) -> tuple[str, ...]:
        """Every word of the phrases that tell one of these, of all when none is given, in the
        order of the data."""
        every = (parts for parts, each in self._every if not told or each in told)
        words = (forms for parts in every for part in parts for forms in part)
        return tuple(dict.fromkeys(form for forms in words for form in sorted(forms)))


def parts_of(phrase: str) -> tuple[Parts, ...]:
    """The folded words of each part of a phrase, in each order in which they may stand."""
    parts = tuple(tuple(_words(part)) for part in phrase.replace(_EITHER, _GAP).split(_GAP))
    return (parts, parts[::-1]) if _EITHER in phrase else (parts,)


def _words(part: str) -> Iterator[frozenset[str]]:
    """The words of a part, each with its forms: "leave/lock" is one, "j'ai" two."""
    if _OR not in part:
        yield from (frozenset((word,)) for word in folded_words(part))
        return
    for piece in part.split():
        if _OR in piece:
            yield frozenset(folded_words(piece))
        else:
            yield from (frozenset((word,)) for word in folded_words(piece))


def _stood(words: Sequence[Forms], at: int, parts: Parts) -> tuple[int, ...]:
    """Where the words of a phrase stand that begins at `at`, in order; () where they do not."""
    found: list[int] = []
    last = at
    for part in parts:
        last = min(last, len(words) - len(part))
        while at <= last and any(map(frozenset.isdisjoint, part, words[at : at + len(part)])):
            at += 1
        if at > last:
            return ()
        found.extend(range(at, at + len(part)))
        at += len(part)
        last = at + _BETWEEN
    return tuple(found)
