"""Where somebody sleeps or stands already, which is not sought: "we're staying at the campsite in
Cordes, where can we swim?", "parked by the church, anywhere to eat?" """

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.clauses import is_wish, marks_saying, silence, tells_who
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.request.marks import Mark, Scan

_NEAR: Final = 3
"""Marks from the phrase to its bed: "staying in a lovely little cottage"."""


def read_lodged(scan: Scan) -> None:
    """Take out of the question what somebody parked beside, and a bed that is known, where
    something else is asked for."""
    free = [at for at in range(len(scan.marks)) if at not in scan.used | scan.denied]
    # But "our motorhome" carries, too.
    beds = {at for at in free if is_bed(scan.at(at)) and not tells_who(scan, at)}
    if beds and any(is_wish(mark) for mark in scan.marks if not is_bed(mark)):
        _leave_out(scan, "lodged", beds)
    _leave_out(scan, "parked", {at for at in free if scan.at(at).terms})


def _leave_out(scan: Scan, section: str, things: set[int]) -> None:
    for phrase in marks_saying(scan, section):
        if scan.at(phrase[-1]).terms and phrase[-1] not in things:
            continue  # de "mit meinem Pferd übernachten" names its own thing
        known = {at for at in _spoken_of(scan, phrase) if at in things}
        if known:
            told = (at for at in phrase if not scan.at(at).says("place_prep"))
            silence(scan, (*known, *told))  # de "gemietet" hires nothing now


def is_bed(mark: Mark) -> bool:
    """Whether it names somewhere to sleep."""
    return Kind.LODGING in mark.all("asks") or any(
        Kind.LODGING in concepts()[term].kinds for term in mark.terms
    )


def _spoken_of(scan: Scan, phrase: tuple[int, ...]) -> Iterator[int]:
    """The marks in a phrase of where somebody is, its gap too, and close behind it."""
    yield from range(phrase[0], phrase[-1] + 1)
    for at in scan.clause(range(phrase[-1], phrase[-1] + 2 + _NEAR))[1:]:
        yield at
        if not _is_small(scan.at(at)):
            return


def _is_small(mark: Mark) -> bool:
    small = ("qualifies", "of_age", "place_prep")
    return mark.word in FUNCTION_WORDS or any(map(mark.says, small))
