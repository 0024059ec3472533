"""What a "no" refuses, before or after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.request.marks import Mark, Scan

_DENIABLE: Final = frozenset(
    {"party", "mobility", "weather", "max_price", "difficulty", "day", "moment", "name", "asks"}
)
"""Groups of asking that a "no" before them turns."""
_REACH: Final = 3
"""How many words after "no" it still denies, articles and prepositions aside: "not in a big
museum"."""
_FOUND_NEAR: Final = 4
_REACH_JOINED: Final = 2
"""How many words after an "and" it still denies: "no museums and no big churches"."""
_SEEN_REACH: Final = 5
"""How many words beside "seen" the place may stand."""
_GUESSED: Final = 3
"""How many letters more than the word it was read as somebody typed, to refuse nothing by it."""
_STOP: Final = frozenset(",.;!")


def refused(scan: Scan) -> frozenset[int]:
    """The marks that a "no" before them denies: the first one, and those joined to it."""
    denied = set(_seen(scan))
    allowed = any(mark.says("may") for mark in scan.marks)
    index = 0
    while index < len(scan.marks):
        if scan.at(index).says("not_these") and _said_after(scan, index):
            denied |= _joined_before(scan, index - 1)
        if not scan.at(index).says("no"):
            index += 1
            continue
        closing = _said_after(scan, index)
        if closing:
            denied |= _joined_before(scan, index - 1)
        index += 1
        ends = closing and _parted(scan, index)  # es "hoy no, mañana"
        budget = 0 if ends or _not_found(scan, index) else _REACH
        while budget and index < len(scan.marks):
            mark = scan.at(index)
            if mark.says("no") or mark.says("wanted"):
                break
            if budget < _REACH and _parted(scan, index):
                break  # "without booking, tomorrow"
            if (mark.unknown and mark.word) or mark.says("absorbs") or _guessed(scan, mark):
                break  # "without duck on Friday"
            if allowed and mark.says("rule"):
                break  # "so one may not light a fire?"
            if _deniable(mark):
                denied.add(index)
                behind = scan.at(index + 1)
                if _listed(scan, index):
                    index, budget = index + 1, 1
                    continue
                joined = scan.at(index + 2)
                free = joined.says("number") == "1" or joined.says("max_price")
                if not behind.says("joins") or free:
                    break  # "not a museum and nothing dear"
                index, budget = index + 2, _REACH_JOINED
                continue
            budget -= mark.word not in FUNCTION_WORDS
            index += 1
    return frozenset(denied)


def _guessed(scan: Scan, mark: Mark) -> bool:
    """Whether only the end of a longer word is known: de "überlaufen" is no run."""
    return len(scan.typed(mark)) - len(mark.word) >= _GUESSED


def _parted(scan: Scan, index: int) -> bool:
    """Whether a comma or a full stop stands before a mark."""
    return bool(_STOP & set(scan.text[scan.at(index - 1).end : scan.at(index).start]))


def _said_after(scan: Scan, index: int) -> bool:
    """Whether a "no" closes what stands before it: "de musèus pas, …", "les musées, non merci";
    not "open today, no?"."""
    before, behind = scan.at(index - 1), scan.at(index + 1)
    if not (before.word and _deniable(before)) or before.says("no"):
        return False
    if scan.at(index).says("not_these"):
        return not before.says("party")  # "Kinder langweilen sich"
    if before.says("day") and any(mark.says("day") for mark in scan.marks[index + 1 :]):
        return True  # es "hoy no puedo, mañana por la tarde"
    gap = scan.text[scan.at(index).end : behind.start if behind.word else None]
    return "?" not in gap and bool(behind.says("thanks") or not behind.word or _STOP & set(gap))


def _not_found(scan: Scan, index: int) -> bool:
    """Whether what a "no" before `index` speaks of is looked for: "we find no parking"."""
    near = range(index - _FOUND_NEAR, index + _FOUND_NEAR)
    return any(scan.at(at).says("find") for at in near)


def _listed(scan: Scan, index: int) -> bool:
    """Whether a comma, and an "or" further on, join a refused thing to the next of its sort:
    "no museums, churches or castles"; not "no museums, walks or rides"."""
    mark, behind, link = scan.at(index), scan.at(index + 1), scan.at(index + 2)
    known = concepts()
    sorts = {known[term].group for term in mark.terms}
    return (
        scan.text[mark.end : behind.start].strip() == ","
        and link.says("joins") is not None
        and bool(sorts & {known[term].group for term in behind.terms})
        and bool(sorts & {known[term].group for term in scan.at(index + 3).terms})
    )


def _joined_before(scan: Scan, index: int) -> set[int]:
    """A mark and those joined to it before: "museums and churches no thanks"."""
    found = {index}
    while scan.at(index - 1).says("joins") and _deniable(scan.at(index - 2)):
        index -= 2
        found.add(index)
    return found


def _seen(scan: Scan) -> Iterator[int]:
    """The places that the visitor knows already: the nearest beside "we have seen"."""
    for index, mark in enumerate(scan.marks):
        if mark.says("seen"):
            beside = (index + step * side for step in range(1, _SEEN_REACH) for side in (1, -1))
            place = next((at for at in beside if scan.at(at).place is not None), None)
            while place is not None and scan.at(place).place is not None:
                yield place
                place = place + 2 if scan.at(place + 1).says("joins") else None


def _deniable(mark: Mark) -> bool:
    if mark.place is not None:
        return True
    return bool(mark.terms) or any(meaning.group in _DENIABLE for meaning in mark.meanings)
