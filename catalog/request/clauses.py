"""A question cut at its stops, what a piece of it says, and taking words out of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.model import TermId
from catalog.request.gaps import Gapped
from catalog.request.marks import Mark
from catalog.request.tokens import tokenise
from catalog.vocabulary.bygone import bygone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.request.marks import Scan

CLAUSE_END: Final = re.compile(r"[.,;:!?…()\n]+(?=\s|$)|\s[-–—]\s|\n")
"""What ends a clause; no point of "1.5 km" and no colon of "16:40"."""
SENTENCE_END: Final = re.compile(r"[.!?…]+[\"»”)]*(?=\s|$)|\n")
_COUNTED: Final = frozenset({"party", "of_age", "offspring"})
_WHO: Final = _COUNTED | {"mobility", "we_are", "one_of", "age_is", "any_pet", "ourselves"}
"""Groups of asking that tell who comes along, how old they are and how they move."""
_ASKING: Final = frozenset({"asks", "asks_alone", "idea", "rule", "hire", "repair"})
"""Groups of asking that are a wish."""
_RATINGS: Final = frozenset(map(TermId, ("stars", "keys", "ears")))
"""How a house is rated asks for nothing by itself; most keys open a door."""


def pieces(scan: Scan, end: re.Pattern[str]) -> Iterator[range]:
    """The indices of the marks of each clause or sentence."""
    first = 0
    for index in range(len(scan.marks)):
        behind = scan.text[scan.at(index).end : scan.at(index + 1).start or None]
        if index + 1 == len(scan.marks) or end.search(behind):
            yield range(first, index + 1)
            first = index + 1


def said_in(scan: Scan, piece: range, section: str) -> int | None:
    """Where in the text the first phrase of a section of `data/bygone.ini` begins in a piece."""
    start = scan.at(piece[0]).start
    tokens = tokenise(scan.text[start : scan.at(piece[-1]).end])
    forms = [(token.word,) for token in tokens]
    phrases = _phrases(section, scan.lang)
    for at, token in enumerate(tokens):
        if next(phrases.starting(forms, at), None):
            return start + token.start
    return None


def silence(scan: Scan, indices: Iterable[int]) -> None:
    """Take marks out of the question: what they meant is not asked for."""
    marks = list(scan.marks)
    for index in indices:
        marks[index] = Mark("", scan.at(index).start, scan.at(index).end)
        scan.used.add(index)
    scan.marks = tuple(marks)


def asks(mark: Mark) -> bool:
    """Whether a mark is a wish: a thing, a place or a word for one; a day alone is none."""
    wishes = any(meaning.group in _ASKING for meaning in mark.meanings)
    return wishes or bool(mark.place) or any(term not in _RATINGS for term in mark.terms)


def is_day(mark: Mark) -> bool:
    """Whether it names a day, or a moment of one."""
    return bool(mark.date or mark.says("day") or mark.says("moment"))


def is_timed(mark: Mark) -> bool:
    """Whether it names a day, a part of it or an hour."""
    return is_day(mark) or bool(mark.clock or mark.says("part"))


def tells_who(scan: Scan, index: int) -> bool:
    """Whether a mark tells who comes along or how, or how many of them or how old."""
    mark = scan.at(index)
    if mark.place or mark.date or mark.clock:
        return False
    if mark.amount is not None:
        return any(meaning.group in _COUNTED for meaning in scan.at(index + 1).meanings)
    return any(meaning.group in _WHO for meaning in mark.meanings)


@cache
def _phrases(section: str, lang: str) -> Gapped[bool]:
    return Gapped((phrase, True) for phrase in bygone()[section, lang])
