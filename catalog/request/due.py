"""The hour at which we must be gone: "our train leaves at 16:40", "wir müssen um 17 Uhr weg". What
is sought must be over by then, and the train itself is not sought."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.request.clauses import rides, silence
from catalog.request.dial import dial_at, opens_clock
from catalog.request.homeward import is_small, read_homeward, says_back
from catalog.request.lodged import is_bed
from catalog.vocabulary.beside import beside

if TYPE_CHECKING:
    from catalog.request.marks import Mark, Scan

_NEAR: Final = 8
"""Marks between a train, or what we must do, and its hour."""
_ONWARD: Final = 4
_AWAITED: Final = 3
"""How many words before a train or its hour may tell that it is waited for."""
_TRANSPORT: Final = "transport"


def read_due(scan: Scan) -> None:
    """Tell the scan which marks begin such an hour, and settle the train that leaves then."""
    read_homeward(scan)
    due: set[int] = set()
    back: set[int] = set()
    for index in range(len(scan.marks)):
        if not _hour(scan, index):
            continue
        train = _our_train(scan, index)
        if train is not None and _sought(scan, train, index):
            scan.settled.add(train)
        if train is not None or _we_must(scan, index):
            due.add(index)
        if train is None and _comes_back(scan, index):
            due.add(index)
            back.add(index)
    if back:  # "we leave at two and must be back by six"
        due = {at for at in due if at in back or at > max(back)}
    scan.back = frozenset(back)
    scan.due = frozenset(due)


def read_missed(scan: Scan) -> None:
    """Take the hour of a train that is gone out of the question: "we missed the 18:12"."""
    if _missed().isdisjoint([token.word for token in scan.tokens]):
        return
    for index in range(len(scan.marks)):
        if not scan.beside(index, "missed"):
            continue
        ahead = range(index, index - _NEAR, -1), range(index, index + _NEAR)
        clause = [at for reach in ahead for at in scan.clause(reach)]
        if any(rides(scan.at(at)) for at in clause):
            for at in clause:
                clock = dial_at(scan, at)
                if clock is not None and (clock.unit or clock.told or scan.at(at).clock):
                    silence(scan, range(at, clock.last + 1))
                    return


@cache
def _missed() -> frozenset[str]:
    """The words that say so: few questions hold one."""
    return frozenset(
        word
        for word, said in beside().items()
        if any(meaning.group == "missed" for meaning in said)
    )


def _hour(scan: Scan, at: int) -> bool:
    mark = scan.at(at)
    pointed = mark.date is not None and scan.at(at - 1).says("at_clock")  # it "alle 9.10"
    return bool(pointed) or mark.clock is not None or mark.amount is not None or opens_clock(mark)


def _our_train(scan: Scan, at: int) -> int | None:
    """The train, bus or boat of the visitor that leaves at the hour at `at`, where something
    else is sought besides."""
    for index in scan.clause(range(at, at - 1 - _NEAR, -1))[1:]:
        mark = scan.at(index)
        coach = mark.says("if_many") or mark.says("mobility") == "coach"
        if not (rides(mark) or coach):
            continue
        ahead = range(index - _AWAITED, index + 1)
        ours = any(scan.beside(step, "own") or _only_before(scan.at(step)) for step in ahead)
        leaves = any(scan.beside(step, "departs") for step in range(index + 1, at))
        sure = (ours and leaves) or ((ours or leaves) and _sought(scan, index, at))
        return index if sure else None
    behind = at + 1  # "waiting for our 18:10 train"
    ours = any(scan.beside(step, "own") for step in range(at - _AWAITED, at))
    return behind if ours and rides(scan.at(behind)) and _sought(scan, behind, at) else None


def _only_before(mark: Mark) -> bool:
    """Whether it says "before" and not "for", too, as nl "voor" does."""
    return mark.says("before") is not None and mark.says("for_count") is None


def _sought(scan: Scan, train: int, at: int) -> bool:
    """Whether something else than the train is asked for."""
    return any(
        mark.says("idea") or set(mark.all("asks")) - {_TRANSPORT} or (mark.terms and index > at)
        for index, mark in enumerate(scan.marks)
        if index != train and mark.place is None and _TRANSPORT not in mark.all("asks")
    )


def _we_must(scan: Scan, at: int) -> bool:
    """Whether we have to be gone or back: "on doit rendre les vélos à 18h"."""
    before = scan.clause(range(at, at - 1 - _NEAR, -1))[1:]
    behind = _up_to_an_hour(scan, scan.clause(range(at, at + _NEAR))[1:])
    clause = (*before, *behind)
    near = (*before[:_ONWARD], *behind[:_ONWARD])
    sought = any(_TRANSPORT in scan.at(index).all("asks") for index in clause)
    if any(scan.at(index).says("onward") for index in near) and not sought:
        return True  # "on repart à 17h", de "um sechs zurück sein"
    if any(scan.at(index).says("state") for index in clause):
        return False  # "it must be open at 8"
    gone = any(scan.beside(index, "be_gone") for index in clause)
    return gone and any(_must(scan, index) for index in clause)


def _up_to_an_hour(scan: Scan, marks: list[int]) -> list[int]:
    """Those behind an hour that tell of it: another hour has its own."""
    first = next((n for n, at in enumerate(marks) if n and _hour(scan, at)), len(marks))
    return marks[:first]


def _comes_back(scan: Scan, at: int) -> bool:
    """Whether it is the hour at which we are back, with nothing but where between: "on rentre à
    Albi pour 19h", es "volvemos al hotel a las seis", de "um sechs wieder zurück"."""
    before = scan.clause(range(at, at - 1 - _NEAR, -1))[1:]
    behind = scan.clause(range(at, at + _ONWARD + 1))[1:]
    for marks in (before, _up_to_an_hour(scan, behind)):
        for index in marks:
            mark = scan.at(index)
            if says_back(mark):  # behind, it may have an hour of its own
                onward = scan.clause(range(index, index + _NEAR))[1:]
                return marks is before or not any(_hour(scan, step) for step in onward)
            between = _is_where(mark) or is_small(mark) or mark.all("unit")
            if not between and not scan.beside(index, "must"):
                break
    return False


def _is_where(mark: Mark) -> bool:
    """Whether it is where one is back, or was taken out of the question as that."""
    return bool(mark.place) or not mark.word or is_bed(mark)


def _must(scan: Scan, index: int) -> bool:
    """Whether it says that we must: "faut"; or with the next word: "have to"."""
    said = scan.beside(index, "must")
    linked = any(scan.beside(step, "must_link") for step in (index, index + 1))
    return "must" in said or ("linked" in said and linked)
