"""Clauses that tell what was: "We did Albi on Tuesday. Somewhere level for tomorrow?" """

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import TermId
from catalog.request.clauses import (
    asks,
    clauses,
    is_day,
    is_timed,
    said_in,
    silence,
    tells_who,
)
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.request.marks import Mark, Scan

_OTHER: Final = particles("another")
_LIKE: Final = particles("like")
_GONE_BY: Final = particles("gone_by")
_STATION: Final = TermId("train_station")
_WEEKDAYS: Final = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})


def read_bygone(scan: Scan) -> None:
    """Take all but who comes along, and how, and what is refused, out of clauses that tell what
    was, where another clause asks. "We went to the chapel, who has the key?" asks about what was
    told. Where somebody goes on to is no place asked about, nor when, where another clause has a
    day."""
    silence(scan, (at for at, mark in enumerate(scan.marks) if _is_compared(scan, at, mark)))
    gone = [at for at in range(len(scan.marks)) if _is_gone_by(scan, at)]
    if any(is_day(mark) for at, mark in enumerate(scan.marks) if at not in gone):
        silence(scan, gone)
    every = clauses(scan)
    if len(every) < 2:
        return
    past = _telling(scan, every, "bygone")
    if past and any(asks(scan.at(index)) for index in _others(every, past)):
        for clause in past:
            if _another(scan, _others(every, past)):
                scan.denied |= {at for at in clause if scan.at(at).place is not None}
            kept = scan.denied | {index for index in clause if tells_who(scan, index)}
            silence(scan, (index for index in clause if index not in kept))
            scan.settled |= set(clause) - scan.denied
    leaving = [each for each in _telling(scan, every, "leaving") if not _to_a_train(scan, each)]
    others = [scan.at(index) for index in _others(every, leaving)]
    if leaving and any(map(asks, others)):
        left = [index for clause in leaving for index in clause]
        scan.onward = frozenset(index for index in left if scan.at(index).place is not None)
        if any(map(is_day, others)):
            silence(scan, (index for index in left if is_timed(scan.at(index))))


def _others(every: Sequence[range], told: Sequence[range]) -> Iterator[int]:
    return (index for clause in every if clause not in told for index in clause)


def _another(scan: Scan, others: Iterator[int]) -> bool:
    """Whether another is sought, or days are to be filled: not with what was seen."""
    return any(
        scan.at(at).says("duration") or not _OTHER.isdisjoint(scan.at(at).word.split())
        for at in others
    )


def _telling(scan: Scan, every: Sequence[range], section: str) -> list[range]:
    """The clauses in which a phrase of a section of `data/bygone.ini` stands."""
    return [clause for clause in every if said_in(scan, clause, section) is not None]


def _to_a_train(scan: Scan, clause: range) -> bool:
    """Whether it tells until when there is time, and no place farther on: "on doit être à la gare
    à 17h30"."""
    return any(_STATION in scan.at(index).terms for index in clause)


def _is_compared(scan: Scan, at: int, mark: Mark) -> bool:
    """Whether it is "like yesterday"."""
    return mark.says("day") == "yesterday" and scan.at(at - 1).word in _LIKE


def _is_gone_by(scan: Scan, at: int) -> bool:
    """Whether it is a weekday of last week: "last Friday"; not the last one of a month."""
    if scan.at(at).says("day") not in _WEEKDAYS:
        return False
    before, behind = scan.at(at - 1), scan.at(at + 1)
    month = behind.says("of_age") or behind.says("place_prep") or behind.says("month")
    told = _GONE_BY & {*before.word.split()[-1:], *behind.word.split()[:1]}
    return bool(told) and not (month and before.word in _GONE_BY)
