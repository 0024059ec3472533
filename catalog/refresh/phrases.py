"""English sentences of the program said in the staff's language, by the tables of `words/reasons`.

Readers and errors speak one stable English: scripts and logs count on it. A clerk reads French or
another of the eight, so each sentence is recognised by its pattern and said again with the values
found in it. What a table does not have in a language stays English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from catalog.refresh import figures
from catalog.refresh.words import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SPECIAL: Final = ("where", "label", "detail")
"""Sections for what is no sentence of a failure; each is looked up alone."""

_HOLE: Final = re.compile(r"\{(?P<value>\w+)(?P<number>:,)?\}|<(?P<inner>\w+)>")
_FILL: Final = re.compile(rf" \(<(?P<known>\w+)\?>\)|{_HOLE.pattern}")
_ALONE: Final = "fr"
"""The language of an entry that is one sentence, not a table by language."""

Entry = str | dict[str, str]


@dataclass(frozen=True, slots=True)
class _Phrase:
    pattern: re.Pattern[str]
    said: str


class Phrases:
    """The patterns of a table that it has in one language, the surest first."""

    def __init__(self, table: Mapping[str, Entry], lang: str = _ALONE) -> None:
        self._lang = lang
        said = {english: words for english in table if (words := _in(table[english], lang))}
        surest = sorted(said, key=_rank)
        self._phrases = tuple(_Phrase(_pattern(english), said[english]) for english in surest)

    def said(self, english: str) -> str | None:
        """The sentence in the language; None where the table does not have it. A part of it
        that the table does not have stays English."""
        for phrase in self._phrases:
            if match := phrase.pattern.fullmatch(english):
                return _FILL.sub(partial(self._fill, match.groupdict()), phrase.said)
        return None

    def _fill(self, values: Mapping[str, str], hole: re.Match[str]) -> str:
        if name := hole["known"]:
            said = self.said(values[name])
            return f" ({said})" if said else ""
        if name := hole["inner"]:
            return self.said(values[name]) or values[name]
        value = values[hole["value"]]
        return figures.localised(value, self._lang) if hole["number"] else value


@cache
def phrases(section: str, lang: str) -> Phrases:
    """The table of one of SPECIAL, or of all sentences of failures for ""; English says nothing
    anew."""
    document = tables("reasons") if lang != "en" else {}
    if section:
        return Phrases(document.get(section, {}), lang)
    joined: dict[str, Entry] = {}
    for name, entries in document.items():
        if name not in SPECIAL:
            joined |= entries
    return Phrases(joined, lang)


def _in(entry: Entry, lang: str) -> str | None:
    if isinstance(entry, str):
        return entry if lang == _ALONE else None
    return entry.get(lang)


def _rank(english: str) -> tuple[bool, int, bool, int]:
    """What stands after or before another sentence is taken off first, so that no value can
    swallow it; else a known beginning, then the number of known letters, tells patterns apart."""
    holes = list(_HOLE.finditer(english))
    first, last = (holes[0], holes[-1]) if holes else (None, None)
    begins = first.start() if first else len(english)
    outer = bool(first and first["inner"] and not begins)
    leads = bool(last and last["inner"] and last.end() == len(english))
    return not outer, -begins, not leads, -len(_HOLE.sub("", english))


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile("".join(_parts(english)), re.DOTALL)


def _parts(english: str) -> Iterator[str]:
    end = 0
    for hole in _HOLE.finditer(english):
        yield re.escape(english[end : hole.start()])
        wanted = r"[\d,]+(?:\.\d+)?" if hole["number"] else ".*?"
        yield f"(?P<{hole['value'] or hole['inner']}>{wanted})"
        end = hole.end()
    yield re.escape(english[end:])
