"""A bath that is no bathroom: es "pueblos y un baño por el camino", "ruta con un baño al final"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.request.clauses import is_timed
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.marks import Mark, Scan

_BATH: Final = particles("bath_or_toilets")
_SOUGHT: Final = particles("toilets_sought")
_RULES: Final = particles("allowed_or_forbidden")
_RULED: Final = 2
"""How many words beside it may tell that it is allowed or not."""
_OUTINGS: Final = frozenset(
    {Kind.ITINERARY, Kind.ATTRACTION, Kind.ACTIVITY, Kind.MARKET, Kind.PRODUCER}
)
_SWIMMING: Final = TermId("swimming")
_ON_SITE: Final = frozenset(map(TermId, ("park", "playground", "parking", "garden", "beach")))
"""What has toilets: who asks for it with a "baño" does not swim there."""
_PICNIC: Final = TermId("picnic_area")
_HOT: Final = "hot"
_AFTER: Final = particles("after_a_thing") | particles("after_a_thing_or_then")
_THEN: Final = particles("in_the_second_place") | _AFTER
_BEHIND: Final = 4
"""Words behind it that may tell after what it is taken."""
_NEAR: Final = 4
"""How many words before it the verb of who needs one may stand."""


def read_bath(scan: Scan) -> None:
    """Let the word that is also a bathroom be a swim, where a walk or a day holds it or heat asks
    for it, and nobody asks where one is."""
    baths = [at for at, mark in enumerate(scan.marks) if mark.word in _BATH and mark.terms]
    if not baths:
        return
    hot = any(mark.says("weather") == _HOT for mark in scan.marks)
    marks = list(scan.marks)
    for at in baths:
        if _is_ruled(scan, at) or (not _is_sought(scan, at) and (hot or _is_held(scan, at))):
            marks[at] = replace(marks[at], terms=(_SWIMMING,), meanings=())
    scan.marks = tuple(marks)


def _is_sought(scan: Scan, at: int) -> bool:
    near = (*scan.clause(range(at, max(-1, at - _NEAR), -1))[1:], at + 1)
    words = (word for index in near for word in scan.at(index).word.split())
    return not _SOUGHT.isdisjoint(words)


def _is_ruled(scan: Scan, at: int) -> bool:
    """Whether it may be forbidden, as no bathroom is: "está permitido el baño"."""
    near = (scan.at(index) for index in range(at - _RULED, at + _RULED + 1))
    return any(not _RULES.isdisjoint(mark.word.split()) for mark in near)


def _is_held(scan: Scan, at: int) -> bool:
    """Whether it is one more thing of an outing: "castillo y un baño", "ruta con baño"; nobody
    puts a bathroom after a thing, "un baño después de comer"."""
    behind = scan.clause(range(at, at + _BEHIND))[1:]
    if any(scan.at(index).word.partition(" ")[0] in _AFTER for index in behind):
        return True
    link = at - 1
    while link > 0 and not _links(scan.at(link)) and scan.at(link).word in FUNCTION_WORDS:
        link -= 1
    apart = "," in scan.text[scan.at(at - 1).end : scan.at(at).start]
    apart = apart or "," in scan.text[scan.at(link).end : scan.at(link + 1).start]
    before = scan.marks[: link + 1]
    if scan.at(link).says("with"):
        return any(mark.says("duration") or _is_route(mark) for mark in before)
    own = link < at - 1 or is_timed(scan.at(at + 1)) or scan.at(at + 1).says("onward") is not None
    joined = apart or scan.at(link).says("joins") is not None or scan.at(link).word in _THEN
    return own and joined and any(mark.says("duration") or _is_outing(mark) for mark in before)


def _links(mark: Mark) -> bool:
    then = mark.word in _THEN
    return then or mark.says("joins") is not None or mark.says("with") is not None


def _is_route(mark: Mark) -> bool:
    return any(Kind.ITINERARY in concepts()[term].kinds[:1] for term in mark.terms)


def _is_outing(mark: Mark) -> bool:
    named = [term for term in mark.terms if term not in _ON_SITE]
    return _PICNIC in named or any(_OUTINGS & set(concepts()[term].kinds[:1]) for term in named)
