"""What the catalogue itself says of a place in a line, as a card tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.text import clean_line
from catalog.text import words as words_of
from kiosk.present.advice_reasons import reason_lines
from kiosk.present.advice_times import day_remarks

if TYPE_CHECKING:
    from catalog.advice import Proposal
    from kiosk.present.words import Words
    from kiosk.views import ListingView

_IN_A_LINE: Final = frozenset({Kind.MARKET, Kind.HEALTH, Kind.TRANSPORT, Kind.SERVICE})
_SAID_ELSEWHERE: Final = frozenset({Kind.OFFICE, Kind.MARKET, Kind.EVENT})
"""Kinds of which a sentence tells whom to ask for the days."""
_LINE: Final = 160
_WARNED: Final = 120
"""Letters of a practical word that is told with the reasons: where the key is, who may not come."""
_TELLING: Final = 3
"""Letters of a word that tells little."""
_TIMES: Final = frozenset({"when", "where"})
"""Keys of reasons that say when and how far, not why."""


def said_of(view: ListingView) -> tuple[str, ...]:
    """What the catalogue says in a line of a market, a chemist's or a station: the day, the number
    to call, where the trains go; and of anything what must be known before going."""
    said = (
        (view.summary if view.kind in _IN_A_LINE else None, _LINE),
        (view.practical if view.kind not in _SAID_ELSEWHERE else None, _WARNED),
    )
    return tuple(
        clean_line(passage.text)
        for passage, most in said
        if passage is not None and not passage.notice and len(passage.text) <= most
    )


def described(view: ListingView, proposal: Proposal, words: Words) -> tuple[str, ...]:
    """What the catalogue says in a line of a place of which no reason says why one would go there,
    where it does so in the language of the answer."""
    told = view.summary
    if told is None or told.notice or len(told.text) > _LINE or view.kind in _IN_A_LINE:
        return ()
    speaking = tuple(each for each in proposal.reasons if each.key not in _TIMES)
    plain = replace(proposal, reasons=speaking)
    silent = not reason_lines(plain, words=words, today=date.max, weather=None)
    return (clean_line(told.text),) if silent else ()


def says_note(view: ListingView, proposal: Proposal) -> bool:
    """Whether the line that the catalogue says of a market already has the words of the remark on
    its day: "in the morning"."""
    if view.kind not in _IN_A_LINE:
        return False
    said = {word for text in proposal.listing.summary.texts for word in words_of(text.text)}
    notes = [text.text for note in day_remarks(proposal) for text in note.texts]
    telling = {word for text in notes for word in words_of(text) if len(word) > _TELLING}
    return telling <= said
