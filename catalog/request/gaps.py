"""Phrases with a few words between: "leave … bike", told by their words in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

Gapped = tuple[tuple[frozenset[str], ...], ...]
"""The parts of a phrase, between which words may stand; of each word, the forms it may have."""

_BETWEEN: Final = 5
"""How many words may stand where a phrase has "…"."""


def gapped(phrase: str) -> Gapped:
    """A phrase of the data files cut: "leave/lock … bike" has two parts of one word each."""
    return tuple(
        tuple(form for piece in part.split() for form in _forms(piece))
        for part in phrase.split("…")
    )


def _forms(piece: str) -> list[frozenset[str]]:
    """The words of one piece, "leave/lock" as two forms of one word, "j'ai" as two words."""
    forms = [fold(form) for form in piece.split("/")]
    if len(forms) > 1:
        return [frozenset(forms)]
    return [frozenset({word}) for word in forms[0].split()]


def stands(words: Sequence[Collection[str]], at: int, parts: Gapped) -> tuple[int, ...]:
    """Where the words of a phrase stand from `at` on, in order; () where they do not. Of each
    word of the question any of its forms may."""
    found: list[int] = []
    for number, part in enumerate(parts):
        last = at if number == 0 else min(at + _BETWEEN, len(words))
        start = next((start for start in range(at, last + 1) if _here(words, start, part)), None)
        if start is None:
            return ()
        at = start + len(part)
        found.extend(range(start, at))
    return tuple(found)


def _here(words: Sequence[Collection[str]], start: int, part: tuple[frozenset[str], ...]) -> bool:
    return start + len(part) <= len(words) and all(
        not forms.isdisjoint(words[start + step]) for step, forms in enumerate(part)
    )
