"""Which sentences ask and which only tell: "My sister married in Najac on Saturday. Is there a
room for tomorrow?" asks for tomorrow.

Of what is only told nothing is asked that the question says itself (a day, a place, how hard);
what is told of the past asks for no time, nor what was wanted and given up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.clauses import (
    CLAUSE_END,
    SENTENCE_END,
    asks,
    is_day,
    is_timed,
    pieces,
    said_in,
    silence,
    tells_who,
)
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.request.marks import Mark, Scan

_ARRIVAL: Final = 7
"""Marks from coming to its day."""
_JOINED: Final = 2
"""So few marks between two days only join them: "Friday or on Saturday"."""


def read_told(scan: Scan) -> None:
    """Take out of the sentences that only tell, where another asks: a day, a place and how hard
    it is, where the one that asks says so too; any "now"; the times of the past; and what was
    wanted and given up, where something else is sought."""
    sentences = list(pieces(scan, SENTENCE_END))
    _given_up(scan, sentences)
    if len(sentences) < 2:
        return
    asking = [each for each in sentences if _is_question(scan, each)]
    telling = [each for each in sentences if each not in asking]
    if not asking or not telling:
        return
    asked = [scan.at(index) for each in asking for index in each]
    dated = any(map(_has_day, asked))
    placed = any(mark.place for mark in asked) and not any(map(_rides, asked))
    levelled = any(mark.says("difficulty") for mark in asked)
    sought = any(map(_seeks, asked))
    over = {index for each in pieces(scan, CLAUSE_END) if _is_over(scan, each) for index in each}
    for sentence in telling:
        past = not over.isdisjoint(sentence)
        heard = said_in(scan, sentence, "reported")
        for index in sentence:
            mark = scan.at(index)
            timed = is_timed(mark) and (index in over or dated or _is_idle(scan, index))
            gone = mark.place and (placed or (past and sought and not heard))
            hard = mark.says("difficulty") and (past or levelled)
            if (timed or gone or hard) and index not in scan.denied:
                silence(scan, (index,))


def read_arrival(scan: Scan) -> None:
    """Take out the day somebody comes where a later clause names another: "we come on Friday
    and would like a visit on Saturday"."""
    for index in range(len(scan.marks)):
        if not scan.beside(index, "comes"):
            continue
        clause = scan.clause(range(index, min(index + _ARRIVAL, len(scan.marks))))
        days = [at for at in clause if is_day(scan.at(at)) and at not in scan.used]
        if not days:
            continue
        end = days[0] + bool(scan.at(days[0] + 1).says("part"))
        if any(_is_another(scan, end, at) for at in range(end + 1, len(scan.marks))):
            told = (at for at in range(days[0], end + 1) if is_timed(scan.at(at)))
            silence(scan, told)
        return


def _is_another(scan: Scan, day: int, at: int) -> bool:
    """Whether a day is told in a clause of its own, behind that of `day`."""
    between = range(day + 1, at)
    until = any(
        scan.beside(mark, "goes") or scan.at(mark).says("range") == "to" for mark in between
    )
    if not is_day(scan.at(at)) or until:
        return False
    gap = scan.text[scan.at(day).end : scan.at(at).start]
    both = any(
        scan.at(mark).says("joins") == "and" and not scan.at(mark).says("or") for mark in between
    )
    return both or bool(CLAUSE_END.search(gap)) or len(between) > _JOINED


def _given_up(scan: Scan, sentences: Sequence[range]) -> None:
    """Take out what was wanted and will not be, where something else is sought: "we wanted to
    see the mine, but the children are tired: is there a pool?" """
    for sentence in sentences:
        wanted = said_in(scan, sentence, "wanted")
        if wanted is None:
            continue
        first = next(index for index in sentence if scan.at(index).end > wanted)
        rest = range(first, sentence.stop)
        but = said_in(scan, rest, "but")
        if but is None:
            continue
        given = [index for index in rest if scan.at(index).end <= but]
        others = [scan.at(index) for index in range(len(scan.marks)) if index not in given]
        if any(map(_seeks, others)) and not any(map(_rides, others)):
            silence(scan, (i for i in given if i not in scan.denied and not tells_who(scan, i)))
            scan.settled |= set(given) - scan.denied


def _is_question(scan: Scan, sentence: range) -> bool:
    last = scan.at(sentence[-1])
    following = scan.at(sentence.stop)
    behind = scan.text[last.end : following.start if following.word else None]
    return "?" in behind or said_in(scan, sentence, "seeking") is not None


def _is_over(scan: Scan, clause: range) -> bool:
    """Whether a clause tells of the past."""
    yesterday = any(scan.at(index).says("day") == "yesterday" for index in clause)
    return yesterday or said_in(scan, clause, "past") is not None


def _is_idle(scan: Scan, index: int) -> bool:
    """Whether a time is none that is asked for: "and now we are tired", "every evening"."""
    return scan.at(index).says("day") == "now" or bool(scan.at(index - 1).says("every"))


def _has_day(mark: Mark) -> bool:
    return is_day(mark) or bool(mark.says("month"))


def _rides(mark: Mark) -> bool:
    """Whether it asks how to go somewhere: the place told before may be where from."""
    return Kind.TRANSPORT in mark.all("asks") or any(
        Kind.TRANSPORT in concepts()[term].kinds for term in mark.terms
    )


def _seeks(mark: Mark) -> bool:
    """Whether it says what is sought, not only that something is."""
    return asks(mark) and mark.says("idea") is None
