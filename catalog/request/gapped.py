"""Phrases with gaps: "perdu … sac" stands in "perdu hier mon sac"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

GAP: Final = "…"
EITHER: Final = "~"
"""A gap between two parts that stand in any order."""
BETWEEN: Final = 5
"""How many words may stand in a gap."""

Parts = tuple[tuple[str, ...], ...]


def parts_of(phrase: str) -> tuple[Parts, ...]:
    """The folded words of each part of a phrase, in each order in which they may stand."""
    parts = tuple(tuple(fold(part).split()) for part in phrase.replace(EITHER, GAP).split(GAP))
    return (parts, parts[::-1]) if EITHER in phrase else (parts,)


def stands(words: Sequence[str], at: int, parts: Parts) -> int | None:
    """Where the parts end that begin at `at` and follow in order, a few words between; None
    when they do not stand there."""
    first, *others = parts
    if tuple(words[at : at + len(first)]) != first:
        return None
    at += len(first)
    for part in others:
        for start in range(at, min(at + BETWEEN, len(words)) + 1):
            if tuple(words[start : start + len(part)]) == part:
                at = start + len(part)
                break
        else:
            return None
    return at


def by_first(phrases: Iterable[str]) -> Mapping[str, tuple[Parts, ...]]:
    """First word → the phrases that begin with it, those of more words first."""
    found: dict[str, dict[Parts, None]] = {}
    for phrase in phrases:
        for parts in parts_of(phrase):
            found.setdefault(parts[0][0], {})[parts] = None
    return {word: tuple(sorted(each, key=length, reverse=True)) for word, each in found.items()}


def length(parts: Parts) -> int:
    """How many words a phrase has."""
    return sum(map(len, parts))
