"""What an event is, where its title, a keyword or a category says so in plain words.

The words are in `event_words.toml`, French with the commonest English ones. An event of which no
word is certain is an event, and nothing more: a wrong concept would send a visitor to a "market"
that is a debate on the labour market.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PART: Final = re.compile(r"[:,;.!?()\[\]/|+&«»“”\"•*#]| [-–—] | et | and ", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+")
_LEADING_WORDS: Final = (
    "la le les l un une des du de d the a grand grande grands grandes petit petite super mini "
    "traditionnel traditionnelle premier première nouveau nouvelle"
)
_LEADING: Final = frozenset(_LEADING_WORDS.split())
_ORDINAL: Final = re.compile(r"\d+(?:e|è|er|ère|re|ème|eme|ième|nd|nde|st|th|rd|ers|ères)?")
_LONGEST: Final = 6
"""Words of the longest entry."""
_MOST_TEXT: Final = 400

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventReading:
    """Kinds, the main one first, and concepts in the order met; none where no word is certain."""

    kinds: tuple[Kind, ...] = (Kind.EVENT,)
    concepts: tuple[TermId, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    starts: dict[Words, TermId]
    anywhere: dict[Words, TermId]
    terms: dict[Words, TermId]
    kinds: dict[TermId, tuple[Kind, ...]]


_NOTHING: Final = TermId("none")
_MARKET: Final = TermId("market")


@cache
def _table() -> _Table:
    text = resources.files(__package__).joinpath("event_words.toml").read_text("utf-8")
    table = _Table({}, {}, {}, {})
    for name, entry in tomllib.loads(text).items():
        concept = TermId(name)
        table.kinds[concept] = tuple(Kind(kind) for kind in entry.get("kinds", ("event",)))
        for entries, key in (
            (table.starts, "starts"),
            (table.anywhere, "anywhere"),
            (table.terms, "terms"),
        ):
            entries.update((_words(phrase), concept) for phrase in entry.get(key, ()))
    return table


def read_event(titles: Iterable[str], terms: Iterable[str] = ()) -> EventReading:
    """What the titles (one a language) and the keywords or categories certainly say.

    A keyword counts only as a whole: "Spectacle - Concert" may be either.
    """
    table = _table()
    found = dict.fromkeys(
        concept for title in titles for concept in _of_title(title[:_MOST_TEXT], table)
    )
    found.update(dict.fromkeys(concept for term in terms if (concept := says(term)) is not None))
    found.pop(_NOTHING, None)
    if len([concept for concept in found if Kind.MARKET in table.kinds[concept]]) > 1:
        found.pop(_MARKET, None)  # a farmers' market says more
    if not found:
        return EventReading()
    kinds = dict.fromkeys(kind for concept in found for kind in table.kinds[concept])
    return EventReading(tuple(kinds), tuple(found))


def says(term: str) -> TermId | None:
    """What a keyword or category says as a whole; None where it needs a term of its own."""
    table, words = _table(), _words(term[:_MOST_TEXT])
    concept = table.terms.get(words) or table.starts.get(words)
    return None if concept == _NOTHING else concept


def _of_title(title: str, table: _Table) -> Iterator[TermId]:
    for part in _PART.split(title):
        words = _words(part)
        start = 0
        while start < len(words) and (words[start] in _LEADING or _ORDINAL.fullmatch(words[start])):
            start += 1
        yield from _longest(words, start, table.starts)
        for position in range(len(words)):
            yield from _longest(words, position, table.anywhere)


def _longest(words: Words, start: int, entries: dict[Words, TermId]) -> Iterator[TermId]:
    """The concept of the longest entry that stands at `start`."""
    for length in range(min(_LONGEST, len(words) - start), 0, -1):
        concept = entries.get(words[start : start + length])
        if concept is not None:
            yield concept
            return


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.casefold()))
