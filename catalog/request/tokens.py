"""The words and figures of a question, folded, each with its place in the text."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.text import fold
from catalog.vocabulary.asking import shorthand

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LETTERS: Final = 2_000
"""What is read of a question; nobody types more, and a paste must not stop the kiosk."""
MAX_TOKENS: Final = 300

_PIECE: Final = re.compile(
    r"(?P<iso>\b\d{4}-[01]\d-[0-3]\d\b)"
    r"|(?P<full>\b[0-3]?\d-[01]?\d-(?:20)?[2-4]\d\b)"
    r"|(?P<span>\b[0-2]?\d(?:\s?[hH]\s?|[uU])[0-5]\d\b)"  # 1h30, 19 h 30: a length or a time of day
    r"|(?P<clock>\b[0-2]?\d:[0-5]\d(?=\b|[aph])|\b[0-2]?\d\.[0-5]\d(?=\s?(?:uhr|uur|[ap]\.?m)\b))"
    r"|(?P<half>\b1/2(?:\b(?!/)|(?=h\b))|½)"
    r"|(?P<first>\b1[°º](?=\s*[^\W\d_]{2}))"  # it "1° maggio"
    r"|(?P<date>\b[0-3]?\d(?:/\s?[0-3]?\d|\.\s?[01]?\d)\b(?:[/.]\s?(?:\d{4}|\d\d)\b)?\.?)"
    r"|(?P<dashed>\b[0-3]?\d-[01]?\d\b)"
    r"|(?P<decimal>\b\d{1,4}[.,]\d{1,2}(?!\d))"
    r"|(?P<through>\bt\s?/\s?m\b)"  # nl "tot en met"
    r"|(?P<chunk>(?:[^\W_]|·)+)"
    r"|(?P<sign>[€£$°])",
    re.IGNORECASE,
)
_ALWAYS: Final = "24/24"
_RUN: Final = re.compile(r"\d+|[^\W\d]+")
_LEAP_YEAR: Final = 2024
_ORDINAL: Final = re.compile(
    r"(\d{1,3})(?:st|nd|rd|th|er|ere|eme|ieme|e|de|te|ste|ten|o|a|esimo|en|vo|mo|to|ro)"
)
_SIGNS: Final = {"€": "eur", "£": "pounds", "$": "dollars", "°": "celsius"}


@dataclass(frozen=True, slots=True)
class Token:
    """One folded word or figure of `text[start:end]`. `clock` is HH:MM, `date` MM-DD; `span`
    tells that the clock may as well be a length ("1h30"). A date with a `number` is one unless
    something counted stands behind it ("2.5", "4/5"): of two numbers it is `tokens` long.
    `dashed`: only Dutch days are written so."""

    word: str
    start: int
    end: int
    number: float | None = None
    clock: str | None = None
    date: str | None = None
    span: bool = False
    tokens: int = 1
    dashed: bool = False


def tokenise(text: str) -> tuple[Token, ...]:
    """The words and figures of at most `MAX_LETTERS` letters of a question, in order."""
    found: list[Token] = []
    for match in _PIECE.finditer(text[:MAX_LETTERS]):
        found.extend(_tokens(match))
        if len(found) >= MAX_TOKENS:
            return tuple(found[:MAX_TOKENS])
    return tuple(found)


def _tokens(match: re.Match[str]) -> Iterator[Token]:
    start, end, said = match.start(), match.end(), match.group()
    match match.lastgroup:
        case "iso":
            yield Token("", start, end, date=said[5:])
        case "full":
            day, month = (int(part) for part in said.split("-")[:2])
            date = f"{month:02}-{day:02}" if possible(month, day) else None
            yield Token("", start, end, date=date)
        case "span" | "clock":
            hour, minute = (int(part) for part in re.findall(r"\d+", said))
            if hour <= 24:
                clock = f"{hour % 24:02}:{minute:02}"
                yield Token("", start, end, clock=clock, span=match.lastgroup == "span")
        case "first":
            yield Token("1", start, end, number=1.0)
        case "half":
            yield Token("", start, end, number=0.5)
        case "date":
            yield from _date(said, start, end)
        case "dashed":
            yield from _pair(said, "-", start, end)
        case "decimal":
            yield Token("", start, end, number=float(said.replace(",", ".")))
        case "through":
            yield from _chunk("tm", start, end)
        case "sign":
            yield Token(_SIGNS[said], start, end)
        case _:
            yield from _chunk(said, start, end)


def possible(month: int, day: int) -> bool:
    """Whether any year has this day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]


def _date(said: str, start: int, end: int) -> Iterator[Token]:
    """14/07, 14.7. – or numbers, where what is counted stands behind them: "2.5 km", "4/5 ans"."""
    figures = [int(part) for part in re.findall(r"\d+", said)]
    if "/" in said and len(figures) == 2:
        yield from _pair(said, "/", start, end)
        return
    day, month = figures[:2]
    if "/" in said and month > 12:
        month, day = day, month  # as Americans write
    date = f"{month:02}-{day:02}" if possible(month, day) else None
    decimal = said.count(".") == 1 and said[-1] != "." and not any(map(str.isspace, said))
    yield Token("", start, end, number=float(said) if decimal else None, date=date)


def _pair(said: str, link: str, start: int, end: int) -> Iterator[Token]:
    """Two numbers that may be a day and its month, in one piece."""
    first, second = said.split(link)
    day, month = int(first), int(second)
    if link == "/" and month > 12:
        month, day = day, month
    date = f"{month:02}-{day:02}" if possible(month, day) else None
    dashed = link == "-"
    if date is None and not dashed and said != _ALWAYS:
        yield Token("", start, end)  # "31/04"
        return
    cut = start + len(first)
    yield Token(first, start, cut, number=float(first), date=date, tokens=2, dashed=dashed)
    second = second.strip()
    yield Token(second, end - len(second), end, number=float(second))


def _chunk(said: str, start: int, end: int) -> Iterator[Token]:
    """Letters and digits in one piece: a word, a shorthand, a number with its unit."""
    folded = fold(said)
    meant = shorthand().get(folded)
    if meant is not None:
        for word in meant.split():
            yield Token(word, start, end)
    elif folded.isalpha():
        yield Token(folded, start, end)
    elif ordinal := _ORDINAL.fullmatch(folded):
        yield Token(ordinal[1], start, end, number=float(ordinal[1]))
    else:
        for run in _RUN.finditer(said):
            word = fold(run.group())
            at = start + run.start(), start + run.end()
            if word.isdecimal() and word.isascii():
                yield Token(word, *at, number=float(word[:9]))
            elif word:
                for part in word.split():
                    yield Token(part, *at)


def phrase(tokens: tuple[Token, ...], start: int, length: int) -> str:
    """The folded words from `start`, as the vocabulary writes them."""
    if length == 1:
        return tokens[start].word if 0 <= start < len(tokens) else ""
    return " ".join([token.word for token in tokens[start : start + length]])
