"""Clauses that tell what was: "We did Albi on Tuesday. Somewhere level for tomorrow?" """

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.model import TermId
from catalog.request.gaps import Gapped
from catalog.request.marks import Mark
from catalog.text import words as folded_words
from catalog.vocabulary.bygone import bygone
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.request.marks import Scan

_STOP: Final = re.compile(r"[.,;:!?…()\n]+(?=\s|$)|\s[-–—]\s|\n")
"""What ends a clause; no point of "1.5 km" and no colon of "16:40"."""
_COUNTED: Final = frozenset({"party", "of_age", "offspring"})
_WHO: Final = _COUNTED | {"mobility", "we_are", "one_of", "age_is", "any_pet", "ourselves"}
"""Groups of asking that tell who comes along, how old they are and how they move."""
_ASKING: Final = frozenset({"asks", "asks_alone", "idea", "rule", "hire", "repair"})
"""Groups of asking that are a wish."""
_LIKE: Final = particles("like")
_RATINGS: Final = frozenset(map(TermId, ("stars", "keys", "ears")))
"""How a house is rated asks for nothing by itself; most keys open a door."""


def read_bygone(scan: Scan) -> None:
    """Take all but who comes along, and how, and what is refused, out of clauses that tell what
    was, where another clause asks. "We went to the chapel, who has the key?" asks about what was
    told. Where somebody goes on to is no place asked about, nor when, where another clause has a
    day."""
    _silence(scan, (at for at, mark in enumerate(scan.marks) if _is_compared(scan, at, mark)))
    clauses = list(_clauses(scan))
    if len(clauses) < 2:
        return
    past = _telling(scan, clauses, "bygone")
    if past and any(_asks(scan.at(index)) for index in _others(clauses, past)):
        for clause in past:
            kept = scan.denied | {index for index in clause if _tells_who(scan, index)}
            _silence(scan, (index for index in clause if index not in kept))
            scan.settled |= set(clause) - scan.denied
    leaving = _telling(scan, clauses, "leaving")
    others = [scan.at(index) for index in _others(clauses, leaving)]
    if leaving and any(map(_asks, others)):
        left = [index for clause in leaving for index in clause]
        scan.onward = frozenset(index for index in left if scan.at(index).place is not None)
        if any(map(_is_day, others)):
            _silence(scan, (index for index in left if _is_day(scan.at(index))))


def _others(clauses: Sequence[range], told: Sequence[range]) -> Iterator[int]:
    return (index for clause in clauses if clause not in told for index in clause)


def _silence(scan: Scan, indices: Iterable[int]) -> None:
    marks = list(scan.marks)
    for index in indices:
        marks[index] = Mark("", scan.at(index).start, scan.at(index).end)
        scan.used.add(index)
    scan.marks = tuple(marks)


def _clauses(scan: Scan) -> Iterator[range]:
    """The indices of the marks of each clause."""
    first = 0
    for index in range(len(scan.marks)):
        behind = scan.text[scan.at(index).end : scan.at(index + 1).start or None]
        if index + 1 == len(scan.marks) or _STOP.search(behind):
            yield range(first, index + 1)
            first = index + 1


def _telling(scan: Scan, clauses: Sequence[range], section: str) -> list[range]:
    """The clauses in which a phrase of a section of `data/bygone.ini` stands."""
    phrases, found = _phrases(section, scan.lang), []
    for clause in clauses:
        said = scan.text[scan.at(clause[0]).start : scan.at(clause[-1]).end]
        forms = [(word,) for word in folded_words(said)]
        if any(next(phrases.starting(forms, at), None) for at in range(len(forms))):
            found.append(clause)
    return found


def _asks(mark: Mark) -> bool:
    """Whether a mark is a wish: a thing, a place or a word for one; a day alone is none."""
    wishes = any(meaning.group in _ASKING for meaning in mark.meanings)
    return wishes or bool(mark.place) or any(term not in _RATINGS for term in mark.terms)


def _is_compared(scan: Scan, at: int, mark: Mark) -> bool:
    """Whether it is "like yesterday"."""
    return mark.says("day") == "yesterday" and scan.at(at - 1).word in _LIKE


def _is_day(mark: Mark) -> bool:
    return bool(mark.date or mark.says("day") or mark.says("moment"))


def _tells_who(scan: Scan, index: int) -> bool:
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
