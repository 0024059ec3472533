"""The words that no rule has used: search takes them as they stand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.request.tokens import tokenise
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.marks import Mark, Scan

_OF: Final = particles("of_something")
_ORDER: Final = (
    *("before_that", "before_a_thing", "after_a_thing", "after_a_thing_or_then"),
    *("in_the_second_place", "in_the_first_place", "ends_at_a_place"),
)
"""Sections of the particles that put what is wished for in an order."""


def remaining(scan: Scan, things: int) -> str:
    """The words, in their order. Among several `things` that are sought, a word of order that
    stands alone is none of them: "first a castle, then a swim" asks for nothing called First."""
    left = {
        at: mark
        for at, mark in scan.free()
        if mark.unknown and mark.word.isalnum() and not _of_refused(scan, at)
    }
    return " ".join(
        mark.word
        for at, mark in left.items()
        if not (things > 1 and {at - 1, at + 1}.isdisjoint(left) and _orders(scan, mark))
    )


def _of_refused(scan: Scan, at: int) -> bool:
    """Whether it is the name of what is refused: "hors zoo de Beauval"."""
    return scan.at(at - 1).word in _OF and at - 2 in scan.denied


def _orders(scan: Scan, mark: Mark) -> bool:
    written = [token.word for token in tokenise(scan.text[mark.start : mark.end])]
    return _words_of_order().issuperset(written)


@cache
def _words_of_order() -> frozenset[str]:
    return frozenset(word for section in _ORDER for word in particles(section))
