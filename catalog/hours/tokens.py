"""The words and signs of an `opening_hours` expression, read once from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from catalog.hours.notheld import NotHeld

_TOKEN: Final = re.compile(
    r"""\s*(?:
        (?P<comment>"[^"]*")
      | (?P<always>24/7)
      | (?P<hour>\d{1,2}:\d\d)
      | (?P<year>\d{4})
      | (?P<number>\d{1,3})
      | (?P<word>[A-Za-z]+)
      | (?P<sign>\|\||[-–—;,+:\[\]])
      | (?P<other>.)
    )""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign; `kind` is its group in the pattern, `place` where it begins."""

    kind: str
    text: str
    place: int


class Tokens:
    """The tokens of a text and the place of the next; never going back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [
            Token(kind, match[kind], match.start(kind))
            for match in _TOKEN.finditer(text.rstrip())
            if (kind := match.lastgroup)
        ]
        self.at = 0

    def next(self) -> Token:
        """The next token, which is then done with. Raises NotHeld at the end."""
        if self.at == len(self.tokens):
            raise self.not_held()
        self.at += 1
        return self.tokens[self.at - 1]

    def take(self, kind: str) -> bool:
        """Whether the next token is of a kind, which is then done with."""
        if not self.peek(kind):
            return False
        self.at += 1
        return True

    def peek(self, kind: str, *, ahead: int = 0) -> bool:
        """Whether the next token, or one further ahead, is of a kind."""
        place = self.at + ahead
        return place < len(self.tokens) and self.tokens[place].kind == kind

    def word(self, *, ahead: int = 0) -> str:
        """The word that stands next, in small letters; "" for none."""
        return self.tokens[self.at + ahead].text.lower() if self.peek("word", ahead=ahead) else ""

    def is_(self, sign: str) -> bool:
        """Whether a sign stands next; any dash is one."""
        if not self.peek("sign"):
            return False
        found = self.tokens[self.at].text
        return found == sign or (sign == "-" and found in "–—")

    def not_held(self, token: Token | None = None) -> NotHeld:
        """The refusal of a token, or of what stands next."""
        if token is None:
            token = self.tokens[min(self.at, len(self.tokens) - 1)] if self.tokens else None
        return NotHeld(self.text[token.place :].partition(";")[0].strip() if token else self.text)
