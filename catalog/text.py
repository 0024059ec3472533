"""Text as data: cleaned once at import and again before it is shown, folded for search.

`clean` makes hostile or sloppy text harmless (control characters, terminal escapes, bidi
overrides); `fold` makes spellings comparable. Neither knows a language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Sequence

_ESCAPE_SEQUENCE: Final = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI (ECMA-48 5.4)
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    r"|\x9b[0-?]*[ -/]*[@-~]|\x9d[^\x07\x1b\x9c\x9d]*(?:\x07|\x1b\\|\x9c)"  # the same, C1 forms
    r"|\x1b[ -/]*[0-~]?",
    re.DOTALL,
)
_DROPPED: Final = re.compile(
    "["
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f"  # C0 but tab and line feed, DEL, C1
    "\\xad\\u061c\\u180e\\u200b-\\u200f"  # soft hyphen, zero width, direction marks
    "\\u202a-\\u202e\\u2060-\\u206f"  # bidi embeddings, overrides, isolates, invisible operators
    "\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff\\ue000-\\uf8ff"  # BOM, annotations, surrogates, private
    "\\U000e0000-\\U000e0fff\\U000f0000-\\U0010ffff"  # tags, variation supplement, private planes
    "]"
)
MAX_MARKS: Final = 3
"""Combining marks kept after one letter: more is an attack on the screen, not a language."""
_MARK: Final = (
    "[\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]"
)
_MARK_STACK: Final = re.compile(f"({_MARK * MAX_MARKS}){_MARK}+")
_BLANK_LINES: Final = re.compile(r"\n{3,}")


def clean(text: str, *, limit: int | None = None) -> str:
    """Text that is safe to store and show: NFC, no control or invisible characters, single
    spaces, at most two line ends in a row, no lone surrogates; cut at `limit` characters with
    an ellipsis."""
    if not (text.isascii() and text.isprintable()):  # most short values are
        text = _harmless(text)
    text = single_spaced(text)
    if limit is not None and len(text) > limit:
        text = text[: limit - 1].rstrip() + "…"
    return text


def _harmless(text: str) -> str:
    """Without escapes and what nobody sees, NFC, all line ends as one character."""
    if "\x1b" in text or "\x9b" in text or "\x9d" in text:
        text = _ESCAPE_SEQUENCE.sub("", text)
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    text = _DROPPED.sub("", text)
    if not text.isascii():
        text = _MARK_STACK.sub(r"\1", normalize("NFC", text))
    return text


def single_spaced(text: str) -> str:
    """Runs of spaces as one, none at the ends of lines, at most two line ends in a row and none
    at the ends of the text."""
    if "\n" not in text:
        return " ".join(text.split())
    text = "\n".join([" ".join(line.split()) for line in text.split("\n")])
    if "\n\n\n" in text:
        text = _BLANK_LINES.sub("\n\n", text)
    return text.strip("\n")


_HELD: Final = re.compile("(?<=\\S)[\u00a0\u202f](?=\\S)")


def clean_held(text: str) -> str:
    """`clean`, with the no-break spaces that hold two words together, as "6,50" and its "€":
    screen and paper break no line there. The narrow one becomes the usual one, which every font
    and printer has."""
    return "\u00a0".join(map(clean, _HELD.split(text)))


def clean_line(text: str, *, limit: int | None = None) -> str:
    """`clean`, on one line."""
    return clean(text, limit=limit).replace("\n", " ").replace("  ", " ")


_UNDECOMPOSED: Final = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "·": None,  # Catalan and Occitan middle dot: "col·legi" is typed "collegi"
        "’": " ",
        "'": " ",
    }
)
_NOT_WORD: Final = re.compile(r"[\W_]+")


_MOST_LETTERS: Final = 4_096
"""Letters remembered: far more than a catalogue of Europe has."""


class _Folding(dict[int, str]):
    """What becomes of each character, worked out when it is first met.

    Folding looks at one character at a time: decomposing orders marks, which all go.
    """

    def __missing__(self, code: int) -> str:
        opened = normalize("NFKD", chr(code).casefold().translate(_UNDECOMPOSED))
        base = "".join(
            char for char in opened if not combining(char) and not "\ud800" <= char <= "\udfff"
        )
        # Compatibility forms open into capitals: "℠" is "SM".
        folded = _NOT_WORD.sub(" ", base.casefold().translate(_UNDECOMPOSED))
        if len(self) < _MOST_LETTERS:
            self[code] = folded
        return folded


_FOLDING: Final = _Folding()
_LATIN: Final = bytes(
    ord(folded) if len(folded := _FOLDING[code]) == 1 and folded.isascii() else 0
    for code in range(256)
)
"""What becomes of the characters of ISO 8859-1, each in one byte: ten times as fast. 0: not one."""
_LATIN_NOTHING: Final = bytes(code for code in range(256) if not _FOLDING[code])
_LATIN_LINES: Final = _LATIN[:10] + b"\n" + _LATIN[11:]
_COMMON: Final = tuple((char, _FOLDING[ord(char)]) for char in "’œß")
"""Those of French and German that are none of these."""


def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened, everything but letters and digits a space.

    The one folding of index and query alike. "L’Œuvre d'Étienne" → "l oeuvre d etienne".
    """
    return " ".join(words(text))


def fold_lines(texts: Sequence[str]) -> list[str]:
    """`fold` of many short texts, each of one line, at once: five times as fast."""
    lines = "\n".join(texts)
    for char, opened in _COMMON:
        lines = lines.replace(char, opened)
    try:
        folded = lines.encode("latin-1").translate(_LATIN_LINES, _LATIN_NOTHING)
    except UnicodeEncodeError:
        return list(map(fold, texts))
    if b"\0" in folded or folded.count(b"\n") + 1 != len(texts):
        return list(map(fold, texts))
    spaced = folded.decode("ascii")
    while "  " in spaced:
        spaced = spaced.replace("  ", " ")
    return spaced.replace(" \n", "\n").replace("\n ", "\n").strip(" ").split("\n")


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    latin = text
    for char, opened in _COMMON:
        if char in latin:
            latin = latin.replace(char, opened)
    try:
        folded = latin.encode("latin-1").translate(_LATIN, _LATIN_NOTHING)
    except UnicodeEncodeError:
        return text.translate(_FOLDING).split()
    return text.translate(_FOLDING).split() if b"\0" in folded else folded.decode("ascii").split()


def fold_in_place(text: str) -> str:
    """`fold` before spaces are joined: what becomes of each character, one after the other."""
    return text.translate(_FOLDING)
