"""The words of a question, folded, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from catalog.text import fold

# The Catalan and Occitan middle dot joins: "col·legi" is one word.
_WORD: Final = re.compile(r"(?:[^\W_]|·)+")
MAX_LETTERS: Final = 2_000
"""What is read of a question; nobody types more, and a paste must not stop the kiosk."""


@dataclass(frozen=True, slots=True)
class Token:
    """One folded word of `text[start:end]`."""

    word: str
    start: int
    end: int


def tokenise(text: str) -> tuple[Token, ...]:
    """The words of at most `MAX_LETTERS` letters of a question, in order."""
    return tuple(
        Token(folded, match.start(), match.end())
        for match in _WORD.finditer(text[:MAX_LETTERS])
        if (folded := fold(match.group()))
    )


def phrase(tokens: tuple[Token, ...], start: int, length: int) -> str:
    """The folded words from `start`, as the vocabulary writes them."""
    return " ".join(token.word for token in tokens[start : start + length])
