"""Questions that a person must answer: an emergency, somebody or something lost, an insult."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.request.model import Concern
from catalog.text import fold
from catalog.vocabulary.asking import concerns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.request.tokens import Token

_BETWEEN: Final = 4
"""How many words may stand where a phrase has "…"."""
_BESIDE_CRY: Final = 2
"""How many words may stand beside a bare cry: "help me please"."""
_GRAVEST: Final = (
    Concern.LOST_PERSON, Concern.EMERGENCY, Concern.LOST_THING, Concern.COMPLAINT, Concern.INSULT,
)  # fmt: skip
"""Who lost a child asks for that child, whatever else the words say."""


def concern_of(tokens: tuple[Token, ...]) -> Concern | None:
    """The concern that the words of a question tell, the gravest first; None for most."""
    words = [token.word for token in tokens if token.word]
    found: set[str] = set()
    for at, word in enumerate(words):
        for concern, parts in _by_first().get(word, ()):
            if concern not in found and _stands(words, at, parts) and _cried(words, parts):
                found.add(concern)
    return next((concern for concern in _GRAVEST if concern in found), None)


def _cried(words: list[str], parts: tuple[tuple[str, ...], ...]) -> bool:
    """A bare "help" is a cry when next to nothing stands beside it: not "help us find a castle"."""
    said = " ".join(word for part in parts for word in part)
    return said not in _cries() or len(words) <= len(parts[0]) + _BESIDE_CRY


def _stands(words: list[str], at: int, parts: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the parts of a phrase stand from `at` on, in order, a few words between."""
    first, *others = parts
    if tuple(words[at : at + len(first)]) != first:
        return False
    at += len(first)
    for part in others:
        for start in range(at, min(at + _BETWEEN, len(words)) + 1):
            if tuple(words[start : start + len(part)]) == part:
                at = start + len(part)
                break
        else:
            return False
    return True


@cache
def _cries() -> frozenset[str]:
    """The folded phrases that are a cry only by themselves, written with a "!"."""
    return frozenset(
        fold(phrase.rstrip("! "))
        for phrases in concerns().values()
        for phrase in phrases
        if phrase.endswith("!")
    )


@cache
def _by_first() -> Mapping[str, tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]]:
    """Each phrase as its parts, by the word it starts with."""
    found: dict[str, list[tuple[str, tuple[tuple[str, ...], ...]]]] = {}
    for concern, phrases in concerns().items():
        for phrase in phrases:
            parts = tuple(tuple(fold(part).split()) for part in phrase.rstrip("! ").split("…"))
            found.setdefault(parts[0][0], []).append((concern, parts))
    return {word: tuple(dict.fromkeys(entries)) for word, entries in found.items()}
