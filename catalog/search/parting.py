"""Words written as one, parted: "capdecouverte", "labbaye", "chapelledetutiac"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Callable


_LINKING: Final = particles("run_together")
_LINK: Final = 0.2
_AFTER_LINK: Final = 3
_MOST_PIECES: Final = 6
_SPLITS: Final = 3


def best_splits(word: str, listings: Callable[[str], int | None]) -> tuple[tuple[str, ...], ...]:
    """The fewest, longest known pieces that make up the word, the best first, with the small
    words before them; these cost little. `listings`: in how many a word stands."""
    size = len(word)
    best: list[list[tuple[float, tuple[str, ...]]]] = [[] for _ in range(size + 1)]
    best[0] = [(0.0, ())]
    for end in range(1, size + 1):
        ways: list[tuple[float, tuple[str, ...]]] = []
        for start in range(end):
            if not best[start]:
                continue
            piece = word[start:end]
            if piece in _LINKING:
                if size - end < _AFTER_LINK:
                    continue
                cost = _LINK
            elif 1 < len(piece) < size and (found := listings(piece)):
                # A rare or short piece is more often a coincidence than a word.
                cost = 1 + 2 / len(piece) + 0.5 / found
            else:
                continue
            for before, pieces in best[start]:
                if len(pieces) < _MOST_PIECES:
                    ways.append((before + cost, (*pieces, piece)))
        best[end] = sorted(ways)[:_SPLITS]
    return tuple(pieces for _, pieces in best[size])
