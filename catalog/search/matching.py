"""Where the words of a question stand in what is shown: spans to underline, and why."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from msgspec import Struct

from catalog.search import codes
from catalog.search.normalise import spelt
from catalog.search.question import How, Reading
from catalog.text import fold_in_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.search.question import Word
    from catalog.search.rows import Doc

Field = Literal["name", "commune", "other_name", "concept", "facet", "department", "text"]


class Match(Struct, frozen=True, gc=False):
    """One word found. `start`, `end`: the letters in the name or commune as the hit shows them,
    None where the field is not shown. `typed` was read as `understood` (a word, or the id of a
    concept); `how` is a way of `question.How`; `lang` the language of a concept's word."""

    field: Field
    start: int | None
    end: int | None
    how: str
    typed: str
    understood: str
    lang: str | None = None


class Shown(NamedTuple):
    """A text as it is shown. `words`: each as the index spells it, with its first and last
    letter among the folded ones; `starts`, `ends`: where each folded letter stands in the text."""

    words: tuple[tuple[str, int, int], ...]
    starts: Sequence[int]
    ends: Sequence[int]


_CODES: Final = frozenset({How.CONCEPT, How.DEPARTMENT})
_RUN: Final = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=2_048)
def shown(text: str) -> Shown:
    """The words of a text with their letters' places. "Œuvre" is "oeuvre": its first two letters
    end where Œ does."""
    folded = fold_in_place(text)
    starts: Sequence[int] = range(len(text))
    ends: Sequence[int] = range(1, len(text) + 1)
    if not text.isascii():  # a letter may become two, or none
        starts, ends = _places(text)
    words = []
    for run in _RUN.finditer(folded):
        first, after = run.span()
        words += [(word, first, after - 1) for word in spelt(run[0])]
    return Shown(tuple(words), starts, ends)


def _places(text: str) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for at, char in enumerate(text):
        folded = fold_in_place(char)
        if not folded and ends:
            ends[-1] = at + 1  # an accent by itself goes with its letter
        starts += [at] * len(folded)
        ends += [at + 1] * len(folded)
    return starts, ends


def as_concepts(by: Sequence[Reading | None], doc: Doc) -> list[Reading | None]:
    """The readings, with the concept in the place of its French word where the row is it."""
    is_a = doc.sight.is_a
    return [
        Reading(How.CONCEPT, (reading.code,), reading.weight, lang=reading.lang)
        if reading is not None and reading.code is not None and reading.code in is_a
        else reading
        for reading in by
    ]


def matches(
    words: Sequence[Word], by: Sequence[Reading | None], doc: Doc, name: str
) -> tuple[Match, ...]:
    """The words found in a row that is shown under `name`, in the order of the question."""
    texts: tuple[tuple[Field, Shown], ...] = (
        ("name", shown(name)),
        ("commune", shown(doc.town or "")),
    )
    found: list[Match] = []
    for word, reading in zip(words, by, strict=False):
        if reading is not None:
            found += _of(word.text, reading, doc, texts)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _of(
    typed: str, reading: Reading, doc: Doc, texts: Sequence[tuple[Field, Shown]]
) -> list[Match]:
    how, terms = reading.how._value_, reading.terms
    if how in _CODES:
        field: Field = "department"
        if how == How.CONCEPT:
            field = "concept" if terms[0] in doc.sight.is_a else "facet"
        return [Match(field, None, None, how, typed, codes.term(terms[0]), reading.lang)]
    for field, text in texts:
        found: list[Match] = []
        if reading.beginning:
            beginning, size = terms[0], len(terms[0]) - 1
            for other, first, last in text.words:
                if other.startswith(beginning):
                    end = text.ends[min(last, first + size)]
                    found.append(Match(field, text.starts[first], end, how, typed, other))
        else:
            for other, first, last in text.words:
                if other in terms:
                    place = text.starts[first], text.ends[last]
                    found.append(Match(field, *place, how, typed, other))
        if found:
            return found
    return [Match("other_name", None, None, how, typed, " ".join(terms))]
