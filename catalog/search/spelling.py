"""Misspellings through symmetric deletes (Wolf Garbe's SymSpell), kept in tables, not in memory.

Two words within a distance share a form left after deleting as many letters from each. The
index stores those forms of every word it knows; a query asks for its own. `distance` then
decides, by optimal string alignment (a swap of neighbours is one error).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import Final

from rapidfuzz.distance import OSA

REACH: Final = 7
"""Letters of a word whose deletions are stored; what follows is compared, not looked up."""
SHORTEST: Final = 3
PREFIXES: Final = range(3, REACH + 1)
"""Lengths of word beginnings stored for words that are still being typed."""


def budget(word: str) -> int:
    """Errors forgiven: none up to three letters or with a digit, one up to seven, then two."""
    if len(word) <= SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < 8 else 2


def wide_budget(word: str) -> int:
    """Errors forgiven when nothing else is found: one more, and one in three letters."""
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < 5 else budget(word) + 1


def is_correctable(word: str) -> bool:
    """Whether a misspelling may stand for a word of the catalogue."""
    return len(word) >= SHORTEST and word.isalpha()


def reach(word: str, stands_somewhere: bool) -> int:
    """Letters left out of a word that the index knows: two where two errors are forgiven, at once
    or when nothing else is found. The vocabulary is the same in every catalogue, however small:
    for its words one letter is enough."""
    return 2 if stands_somewhere and wide_budget(word) > 1 else 1


@lru_cache(maxsize=32_768)
def deletions(word: str, count: int) -> frozenset[str]:
    """The first `REACH` letters of a word with up to `count` of them left out."""
    head = word[:REACH]
    forms = {head}
    for left_out in range(1, min(count, len(head) - 1) + 1):
        forms.update("".join(kept) for kept in combinations(head, len(head) - left_out))
    return frozenset(forms)


def distance(typed: str, word: str, allowed: int) -> int | None:
    """Errors between two words, or None when more than `allowed`."""
    found = OSA.distance(typed, word, score_cutoff=allowed)
    return found if found <= allowed else None


def prefix_distance(typed: str, word: str, allowed: int) -> int | None:
    """Errors between what is typed and the best beginning of a word, or None."""
    if len(word) <= len(typed):
        return distance(typed, word, allowed)
    size = len(typed)
    found = min(
        OSA.distance(typed, word[:end], score_cutoff=allowed)
        for end in range(max(1, size - 1), min(len(word), size + 1) + 1)
    )
    return found if found <= allowed else None
