"""Where somebody sleeps already, which is no bed sought: "we're staying at the campsite in Cordes,
where can we swim?" """

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.clauses import asks, marks_saying, silence, tells_who
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.request.marks import Mark, Scan

_NEAR: Final = 3
"""Marks from the phrase to its bed: "staying in a lovely little cottage"."""


def read_lodged(scan: Scan) -> None:
    """Take out of the question a bed that is known, where something else is asked for."""
    named = {at for at, mark in enumerate(scan.marks) if is_bed(mark) and at not in scan.used}
    beds = {at for at in named - scan.denied if not tells_who(scan, at)}  # but "our motorhome"
    if not beds or not any(_is_wish(mark) for mark in scan.marks if not is_bed(mark)):
        return
    for phrase in marks_saying(scan, "lodged"):
        known = [at for at in _spoken_of(scan, phrase) if at in beds]
        if known:
            told = (at for at in phrase if not scan.at(at).says("place_prep"))
            silence(scan, (*known, *told))  # de "gemietet" hires nothing now


def is_bed(mark: Mark) -> bool:
    """Whether it names somewhere to sleep."""
    return Kind.LODGING in mark.all("asks") or any(
        Kind.LODGING in concepts()[term].kinds for term in mark.terms
    )


def _is_wish(mark: Mark) -> bool:
    return mark.place is None and asks(mark)


def _spoken_of(scan: Scan, phrase: tuple[int, ...]) -> Iterator[int]:
    """The marks in a phrase of where somebody sleeps, its gap too, and close behind it."""
    yield from range(phrase[0], phrase[-1] + 1)
    for at in scan.clause(range(phrase[-1], phrase[-1] + 2 + _NEAR))[1:]:
        yield at
        if not _is_small(scan.at(at)):
            return


def _is_small(mark: Mark) -> bool:
    return mark.word in FUNCTION_WORDS or bool(mark.says("qualifies") or mark.says("of_age"))
