"""Questions that a person must answer: an emergency, somebody or something lost, an insult."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.request.gaps import Gapped, gapped, stands
from catalog.request.model import Concern
from catalog.vocabulary.asking import concerns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.request.tokens import Token

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
            if concern not in found and stands(words, at, parts) and _cried(words, parts):
                found.add(concern)
    return next((concern for concern in _GRAVEST if concern in found), None)


def _cried(words: list[str], parts: Gapped) -> bool:
    """A bare "help" is a cry when next to nothing stands beside it: not "help us find a castle"."""
    return parts not in _cries() or len(words) <= len(parts[0]) + _BESIDE_CRY


@cache
def _cries() -> frozenset[Gapped]:
    """The phrases that are a cry only by themselves, written with a "!"."""
    return frozenset(
        gapped(phrase.rstrip("! "))
        for phrases in concerns().values()
        for phrase in phrases
        if phrase.endswith("!")
    )


@cache
def _by_first() -> Mapping[str, tuple[tuple[str, Gapped], ...]]:
    """Each phrase as its parts, by the word it starts with."""
    found: dict[str, list[tuple[str, Gapped]]] = {}
    for concern, phrases in concerns().items():
        for phrase in phrases:
            parts = gapped(phrase.rstrip("! "))
            for word in parts[0][0]:
                found.setdefault(word, []).append((concern, parts))
    return {word: tuple(dict.fromkeys(entries)) for word, entries in found.items()}
