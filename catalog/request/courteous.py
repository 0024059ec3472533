"""The courtesy around a question: how many of its words greet, thank and take leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.lexicon import lexicon
from catalog.vocabulary.courtesy import courtesy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.request.tokens import Token

_LONGEST: Final = 6
"""Words of the longest phrase of courtesy."""
_CALLING: Final = frozenset(",;:!.?")


def courteous(tokens: Sequence[Token], text: str, lang: str) -> tuple[int, int]:
    """How many of the first and of the last words are courtesy in `lang`."""
    greets = _greeting(tokens, text, lang)
    return greets, _thanking(tokens[greets:], lang)


def _greeting(tokens: Sequence[Token], text: str, lang: str) -> int:
    opening, called, at = courtesy()["opening", lang], courtesy()["called", lang], 0
    while length := _first(tokens, at, opening) or _first_called(tokens, at, called, text):
        at += length
    return at


def _first(tokens: Sequence[Token], at: int, phrases: frozenset[tuple[str, ...]]) -> int:
    """How many words the longest of these phrases has that starts here."""
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        if tuple([token.word for token in tokens[at : at + length]]) in phrases:
            return length
    return 0


def _first_called(
    tokens: Sequence[Token], at: int, phrases: frozenset[tuple[str, ...]], text: str
) -> int:
    """The same, for what needs a comma behind it."""
    length = _first(tokens, at, phrases)
    if not length or at + length >= len(tokens):
        return 0
    gap = text[tokens[at + length - 1].end : tokens[at + length].start]
    return length if _CALLING & set(gap) else 0


def _thanking(tokens: Sequence[Token], lang: str) -> int:
    closing, end = courtesy()["closing", lang], len(tokens)
    while length := _last(tokens, end, closing):
        end -= length
    return len(tokens) - end


def _last(tokens: Sequence[Token], end: int, phrases: frozenset[tuple[str, ...]]) -> int:
    for length in range(min(_LONGEST, end), 0, -1):
        said = [token.word for token in tokens[max(0, end - length - 1) : end]]
        if tuple(said[-length:]) in phrases:
            return 0 if " ".join(said) in lexicon().entries and len(said) > length else length
    return 0
