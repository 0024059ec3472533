"""Text in terminal cells: how wide it is, and how it breaks into lines of so many columns."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def width(text: str) -> int:
    """Columns that `text` takes: two for a wide character (UAX 11), none for a combining one."""
    return sum(map(_cell, text))


def wrap(text: str, columns: int) -> list[str]:
    """The lines of `text`, each at most `columns` wide; at least one, perhaps empty.

    Lines break at plain spaces only, so that "6,50 €" with its no-break space stays whole. A
    word longer than a line is broken where the line is full.
    """
    lines = [""]
    for word in filter(None, text.replace("\n", " ").split(" ")):
        room = columns - width(lines[-1]) - (1 if lines[-1] else 0)
        pieces = [word] if width(word) <= columns else list(_pieces(word, columns))
        if width(pieces[0]) <= room:
            lines[-1] += f" {pieces[0]}" if lines[-1] else pieces[0]
            lines += pieces[1:]
        else:
            lines += pieces
    return lines if lines[0] or len(lines) == 1 else lines[1:]


def kept(text: str, columns: int, between: str = " · ") -> str:
    """As many of the parts of a line as fit, the first ones first: a part is left out rather than
    cut. The first always stands."""
    line, *parts = text.split(between)
    for part in parts:
        longer = line + between + part
        if width(longer) > columns:
            break
        line = longer
    return line


def kept_lines(text: str, columns: int, most: int, between: str = " · ") -> list[str]:
    """The lines of `text`, at most `most`: of parts for which there is no room the last line says
    how many they are, "+3". The first part always stands, what fits of it."""
    parts = text.split(between)
    told = (between.join((*parts[:-left], f"+{left}")) for left in range(1, len(parts)))
    for each in (text, *told):
        lines = wrap(each, columns)
        if len(lines) <= most:
            return lines
    return wrap(parts[0], columns)[:most]


def ended(text: str, columns: int) -> str:
    """`text`, or as much of it as fits before an ellipsis."""
    if width(text) <= columns:
        return text
    return next(_pieces(text, max(1, columns - 1))).rstrip() + "…"


def _pieces(word: str, columns: int) -> Iterator[str]:
    piece, used = "", 0
    for char in word:
        cell = _cell(char)
        if piece and used + cell > columns:
            yield piece
            piece, used = "", 0
        piece += char
        used += cell
    yield piece


def _cell(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
