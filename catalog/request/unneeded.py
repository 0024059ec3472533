"""What somebody can do without and does not refuse: "campsite, no pool needed"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.clauses import asks, marks_saying, silence
from catalog.request.gaps import parts_of
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts
from catalog.vocabulary.bygone import bygone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.request.marks import Mark, Scan

_SECTIONS: Final = ("unneeded_behind", "unneeded_before", "unneeded_around")
_SMALL: Final = 2
"""How many small words may stand between the phrase and the thing."""
_COMFORTS: Final = frozenset({Kind.ACTIVITY, Kind.FOOD, Kind.SERVICE, Kind.SHOP, Kind.TRANSPORT})
"""Kinds of what a stay may have besides: who needs no museum wants none."""
_AMENITIES: Final = "amenities"


def read_unneeded(scan: Scan) -> None:
    """Take out of the question what is not needed and the words that say so, where something else
    is sought. Alone it answers what was said before, and then it refuses."""
    if _opening(scan.lang).isdisjoint(token.word for token in scan.tokens):
        return
    told: set[int] = set()
    for section, stood, things in _unneeded(scan):
        near = (*stood, *things) if section == "unneeded_around" else stood
        if things:
            told |= {*range(min(near), max(near) + 1), *things}
    if told and any(asks(mark) for at, mark in enumerate(scan.marks) if at not in told):
        silence(scan, told)


@cache
def _opening(lang: str) -> frozenset[str]:
    """The words with which any of the phrases begins: few questions hold one."""
    every = (phrase for section in _SECTIONS for phrase in bygone()[section, lang])
    return frozenset().union(*(parts[0][0] for phrase in every for parts in parts_of(phrase)))


def _unneeded(scan: Scan) -> Iterator[tuple[str, tuple[int, ...], set[int]]]:
    for stood in marks_saying(scan, "unneeded_behind"):
        yield "unneeded_behind", stood, _listed(scan, stood[-1] + 1, 1)
    for stood in marks_saying(scan, "unneeded_before"):
        yield "unneeded_before", stood, _listed(scan, stood[0] - 1, -1)
    for stood in marks_saying(scan, "unneeded_around"):
        between = {at for at in range(stood[0], stood[-1]) if _is_comfort(scan.at(at))}
        yield "unneeded_around", stood, between


def _listed(scan: Scan, index: int, step: int) -> set[int]:
    """The comforts that stand from here on, or back, joined to one another."""
    found: set[int] = set()
    clause = scan.clause(range(index - step, index - step + step * 9, step))[1:]
    small = 0
    for at in clause:
        mark = scan.at(at)
        if _is_comfort(mark):
            found.add(at)
            small = 0
        elif small < _SMALL and _joins(mark, listed=bool(found)):
            small += 1
        else:
            break
    return found


def _joins(mark: Mark, *, listed: bool) -> bool:
    """Whether it is an article or an "and"; behind a thing also a "nor"."""
    small = mark.word in FUNCTION_WORDS or mark.says("joins") is not None
    return small or (listed and mark.says("no") is not None)


def _is_comfort(mark: Mark) -> bool:
    if mark.all("party") or mark.all("mobility"):
        return False  # "no car needed" is without a car
    known = [concepts()[term] for term in mark.terms]
    kinds = {kind for each in known for kind in each.kinds[:1]}
    kindless = {each.group for each in known if not each.kinds}
    return bool(known) and kinds <= _COMFORTS and kindless <= {_AMENITIES}
