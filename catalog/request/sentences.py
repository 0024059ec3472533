"""Which sentences ask and which only tell: "My sister married in Najac on Saturday. Is there a
room for tomorrow?" asks for tomorrow.

Of what is only told nothing is asked that the question says itself (a day, a place, how hard);
what is told of the past asks for no time, nor what was wanted and given up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.request.clauses import (
    CLAUSE_END,
    asks,
    clauses,
    is_day,
    is_timed,
    marks_saying,
    rides,
    said_in,
    sentences,
    silence,
    tells_who,
)
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.request.marks import Mark, Scan

_ARRIVAL: Final = 7
"""Marks from coming to its day."""
_JOINED: Final = 2
"""So few marks between two days only join them: "Friday or on Saturday"."""
_ANOTHER: Final = particles("another")
_OPENING: Final = 3
"""Marks that may open a question."""
_WITHOUT: Final = particles("without")
_CARRIED: Final = frozenset({"car", "public_transport", "coach"})
_WAYS: Final = frozenset({"h", "min", "km", "mile", "m"})
_LENGTHS: Final = _WAYS | {"d", "week", "n", "eur"}
_GROWN: Final = 20
"""Years that are no child's age: "she sang in a choir for sixty years"."""


def read_told(scan: Scan) -> None:
    """Take out of the sentences that only tell, where another asks, what it says itself (a day, a
    place, a weather, how hard), any "now", what is told of the past but who comes along, what
    somebody is without, and what was wanted and given up."""
    every = sentences(scan)
    _given_up(scan, every)
    _fallen_through(scan)
    asking = [each for each in every if _is_question(scan, each)] or _last_wish(scan, every)
    telling = [each for each in every if each not in asking]
    if not asking or not telling:
        return
    asked = [scan.at(index) for each in asking for index in each]
    said = _Said(
        day=any(map(_has_day, asked)),
        place=any(mark.place for mark in asked) and not any(map(rides, asked)),
        weather=any(mark.says("weather") for mark in asked),
        level=any(mark.says("difficulty") for mark in asked),
        thing=any(map(_seeks, asked)),
        another=any(mark.word in _ANOTHER for mark in asked),
    )
    silence(scan, [each[0] for each in asking if scan.at(each[0]).says("day") == "now"])
    over = {index for each in clauses(scan) if _is_over(scan, each) for index in each}
    for sentence in telling:
        past = not over.isdisjoint(sentence)
        heard = said_in(scan, sentence, "reported") is not None and not said.another
        gone = said.place or (past and said.thing and not heard)
        lacked = [index for index in sentence if index in scan.denied and _lacks(scan, index)]
        scan.denied -= set(lacked)
        silence(scan, lacked)
        silence(
            scan,
            [
                index
                for index in sentence
                if index not in scan.denied
                and (
                    (scan.at(index).place and gone)
                    or _is_settled(scan, index, said)
                    or (past and _is_measured(scan, index))
                    or (index in over and _is_told(scan, index))
                    or _is_mentioned(scan, index, past=index in over)
                )
            ],
        )


class _Said(NamedTuple):
    """What the sentences that ask say themselves."""

    day: bool
    place: bool
    weather: bool
    level: bool
    thing: bool
    another: bool


def _is_settled(scan: Scan, index: int, said: _Said) -> bool:
    """Whether the question says itself what a mark says, or it asks for nothing."""
    mark = scan.at(index)
    return (
        (is_timed(mark) and (said.day or _is_idle(scan, index)))
        or (mark.says("weather") is not None and said.weather)
        or (mark.says("difficulty") is not None and said.level)
        or (mark.says("just_here") is not None and not scan.at(index - 1).says("from"))
    )


def _is_measured(scan: Scan, index: int) -> bool:
    """Whether a mark of a sentence of the past tells how hard, how far or how many hours it was;
    days may well be those to come."""
    mark = scan.at(index)
    amount = mark.amount is not None and _WAYS.intersection(scan.at(index + 1).all("unit"))
    unit = scan.at(index - 1).amount is not None and _WAYS.intersection(mark.all("unit"))
    return mark.says("difficulty") is not None or bool(amount or unit)


def _is_told(scan: Scan, index: int) -> bool:
    """Whether a mark of what is over tells a time, a length, a price, or what carried them."""
    mark, before = scan.at(index), scan.at(index - 1)
    if is_timed(mark) or _CARRIED.intersection(mark.all("mobility")):
        return True
    if any(mark.says(group) for group in ("duration", "weather", "max_price", "part_beside")):
        return True
    if mark.amount is not None:
        years = "year" in scan.at(index + 1).all("unit") and mark.amount > _GROWN
        clock = before.says("at_clock") is not None
        return years or clock or bool(_LENGTHS.intersection(scan.at(index + 1).all("unit")))
    return before.amount is not None and bool(_LENGTHS.intersection(mark.all("unit")))


def _is_mentioned(scan: Scan, index: int, *, past: bool) -> bool:
    """Whether somebody is only told of: "the idea of my son", "my grandmother was its queen"."""
    mark, before = scan.at(index), scan.at(index - 1)
    who = set(mark.all("party"))
    if not who or before.says("with") is not None or before.says("joins") is not None:
        return False
    of, whose = before.says("of_age") is not None, scan.at(index - 2)
    owned = of and not (whose.all("party") or whose.says("with") or whose.amount is not None)
    return owned or (past and who == {"seniors"})


def _lacks(scan: Scan, index: int) -> bool:
    """Whether it is only told that somebody is without it: "we left without a plan"."""
    return any(scan.at(index - back).word in _WITHOUT for back in (1, 2, 3))


def _last_wish(scan: Scan, every: Sequence[range]) -> list[range]:
    """The last sentence that names something, where none is a question by its form."""
    wishes = [each for each in every if any(_seeks(scan.at(index)) for index in each)]
    return wishes[-1:]


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


def _given_up(scan: Scan, every: Sequence[range]) -> None:
    """Take out what was wanted and will not be, where something else is sought: "we wanted to
    see the mine, but the children are tired: is there a pool?" """
    for sentence in every:
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
        if any(map(_seeks, others)) and not any(map(rides, others)):
            silence(scan, (i for i in given if i not in scan.denied and not tells_who(scan, i)))
            scan.settled |= set(given) - scan.denied


def _fallen_through(scan: Scan) -> None:
    """Take out the plan that came to nothing where something else is sought: fr "notre rando est
    tombée à l'eau, une idée ?" """
    for said in marks_saying(scan, "fell_through"):
        piece = next(each for each in clauses(scan) if said[0] in each)
        over = range(piece.start, said[-1] + 1)
        others = {*range(len(scan.marks))} - {*piece}
        if not any(asks(scan.at(index)) for index in others):
            others = {*piece} - {*over}
        if any(asks(scan.at(index)) for index in others):
            plan = (index for index in {*piece} - others if asks(scan.at(index)))
            silence(scan, [index for index in plan if not scan.at(index).place or index in said])


def _is_question(scan: Scan, sentence: range) -> bool:
    opening = scan.at(sentence[0])
    if said_in(scan, sentence[:_OPENING], "opening") == opening.start:
        return True
    last = scan.at(sentence[-1])
    following = scan.at(sentence.stop)
    behind = scan.text[last.end : following.start if following.word else None]
    return "?" in behind or said_in(scan, sentence, "seeking") is not None


def _is_over(scan: Scan, clause: range) -> bool:
    """Whether a clause tells of the past."""
    yesterday = any(scan.at(index).says("day") == "yesterday" for index in clause)
    return yesterday or said_in(scan, clause, "past") is not None


def _is_idle(scan: Scan, index: int) -> bool:
    """Whether a time is none that is asked for: "and now we are tired", "every evening", "since
    Easter", "until Monday"."""
    before = scan.at(index - 1)
    since = scan.beside(index - 1, "since_length") or before.says("joins") == "to"
    return scan.at(index).says("day") == "now" or bool(before.says("every") or since)


def _has_day(mark: Mark) -> bool:
    return is_day(mark) or bool(mark.says("month"))


def _seeks(mark: Mark) -> bool:
    """Whether it says what is sought, not only that something is."""
    return asks(mark) and mark.says("idea") is None
