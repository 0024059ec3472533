"""A question cut at its stops, what a piece of it says, and taking words out of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.request.gaps import Gapped
from catalog.request.marks import Mark
from catalog.vocabulary import concepts
from catalog.vocabulary.bygone import bygone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from catalog.request.marks import Scan
    from catalog.request.tokens import Token

CLAUSE_END: Final = re.compile(r"[.,;:!?…()\n]+(?=\s|$)|\s[-–—]\s|\n")
"""What ends a clause; no point of "1.5 km" and no colon of "16:40"."""
_SENTENCE_END: Final = re.compile(r"[.!?…]+[\"»”)]*(?=\s|$)|\n")
_SHORT: Final = 4
"""Letters of a word cut short."""
_COUNTED: Final = frozenset({"party", "of_age", "offspring"})
_WHO: Final = _COUNTED | {"mobility", "we_are", "one_of", "age_is", "any_pet", "ourselves"}
"""Groups of asking that tell who comes along, how old they are and how they move."""
_ASKING: Final = frozenset({"asks", "asks_alone", "idea", "rule", "hire", "repair"})
"""Groups of asking that are a wish."""
_RATINGS: Final = frozenset(map(TermId, ("stars", "keys", "ears")))
"""How a house is rated asks for nothing by itself; most keys open a door."""


def clauses(scan: Scan) -> list[range]:
    """The indices of the marks of each clause."""
    return _pieces(scan, lambda at: CLAUSE_END.search(_behind(scan, at)) is not None)


def sentences(scan: Scan) -> list[range]:
    """The indices of the marks of each sentence; a point behind a short word before a figure or
    a small letter is that of an abbreviation: "sam. 5", "st. antonin"."""
    return _pieces(scan, lambda at: _ends_sentence(scan, at))


def _pieces(scan: Scan, ends: Callable[[int], bool]) -> list[range]:
    first, found = 0, []
    for index in range(len(scan.marks)):
        if index + 1 == len(scan.marks) or ends(index):
            found.append(range(first, index + 1))
            first = index + 1
    return found


def _behind(scan: Scan, at: int) -> str:
    return scan.text[scan.at(at).end : scan.at(at + 1).start]


def _ends_sentence(scan: Scan, at: int) -> bool:
    found = _SENTENCE_END.search(_behind(scan, at))
    if found is None:
        return False
    if scan.at(at).says("joins"):
        return False  # de "Sa u. So"
    word, following = scan.typed(scan.at(at)).split()[-1:], scan.text[scan.at(at + 1).start]
    short = found[0] == "." and word and len(word[0]) <= _SHORT and word[0].isalpha()
    return not (short and (following.isdigit() or following.islower()))


def said_in(scan: Scan, piece: range, section: str) -> int | None:
    """Where in the text the first phrase of a section of `data/bygone.ini` begins in a piece."""
    start, end = scan.at(piece[0]).start, scan.at(piece[-1]).end
    first = bisect_left(scan.tokens, start, key=_start)
    last = bisect_left(scan.tokens, end, first, key=_start)
    phrases = _phrases(section, scan.lang)
    forms = [(token.word,) for token in scan.tokens[first:last]]
    for at, (word,) in enumerate(forms):
        if phrases.begins(word) and next(phrases.starting(forms, at), None):
            return scan.tokens[first + at].start
    return None


def marks_saying(scan: Scan, section: str) -> Iterator[tuple[int, ...]]:
    """The marks that hold the words of each phrase of a section of `data/bygone.ini`."""
    phrases = _phrases(section, scan.lang)
    forms: list[tuple[str]] = []
    for at, token in enumerate(scan.tokens):
        if phrases.begins(token.word):
            forms = forms or [(each.word,) for each in scan.tokens]
            if stood := next(phrases.starting(forms, at), None):
                starts = {scan.tokens[step].start for step in stood[1]}
                said = (any(mark.start <= at < mark.end for at in starts) for mark in scan.marks)
                yield tuple(index for index, holds in enumerate(said) if holds)


def _start(token: Token) -> int:
    return token.start


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


def is_wish(mark: Mark) -> bool:
    """Whether it is a thing wished for, and not only where."""
    return mark.place is None and asks(mark)


def rides(mark: Mark) -> bool:
    """Whether it asks how to go somewhere: the place told before may be where from."""
    return Kind.TRANSPORT in mark.all("asks") or any(
        Kind.TRANSPORT in concepts()[term].kinds for term in mark.terms
    )


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
