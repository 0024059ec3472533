"""Words of a language that nobody mistyped, however near they are to a word of a name: those that
look like a slip and are none, and the words of asking. They stand in the index, on a shelf of
their first letters: to read them from the vocabulary takes a fifth of a second."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES
from catalog.search.shelf import packed, write_packed
from catalog.vocabulary import real_words
from catalog.vocabulary.asking import phrases

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from catalog.search.shelf import Shelf

TABLE: Final = "search_ordinary"
_HEAD: Final = 2
_BIT: Final = {lang: 1 << at for at, lang in enumerate(LANGUAGES)}
_DIGITS: Final = 2
"""Of the languages of a word, as a hexadecimal number behind the rest of it."""


def write_ordinary(connection: sqlite3.Connection) -> None:
    """Fill the shelf: first letters → the rest of each word that begins so, and its languages."""
    write_packed(connection, TABLE, _packed())


@cache
def _packed() -> tuple[bytes, ...]:
    lines: dict[str, list[str]] = {}
    for word, langs in sorted(_words().items()):
        lines.setdefault(word[:_HEAD], []).append(f"{word[_HEAD:]}{langs:0{_DIGITS}x}")
    return packed(f"{head}\t{' '.join(rest)}" for head, rest in lines.items())


def is_ordinary(shelf: Shelf, word: str, lang: str) -> bool:
    """Whether a folded word stays as typed in a line of this language."""
    line, rest = f" {shelf.says(word[:_HEAD]) or ''} ", f" {word[_HEAD:]}"
    at = line.find(rest)
    while at >= 0:
        langs = at + len(rest)
        if line[langs + _DIGITS : langs + _DIGITS + 1] == " ":
            return bool(int(line[langs : langs + _DIGITS], 16) & _BIT.get(lang, 0))
        at = line.find(rest, at + 1)
    return False


def _words() -> dict[str, int]:
    found: dict[str, int] = {}
    for word, lang in _said():
        if word and " " not in word:
            found[word] = found.get(word, 0) | _BIT[lang]
    return found


def _said() -> Iterator[tuple[str, str]]:
    for lang, every in real_words().items():
        yield from ((word, lang) for word in every)
    for phrase, meanings in phrases().items():
        yield from ((phrase, lang) for meaning in meanings for lang in meaning.langs)
