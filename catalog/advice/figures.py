"""Figures that were asked for: the price of whatever was asked about by its name, how long a route
is, and what anything costs where somebody wants to know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import SETTLED
from catalog.advice.kinds import SIGHTS
from catalog.advice.limits import price_told, unmeasured
from catalog.advice.model import ASKED, Advice, Caution, Proposal, Reason
from catalog.model import Kind
from catalog.text import words
from catalog.vocabulary.turns import turn_phrases

if TYPE_CHECKING:
    from catalog.request import Request

_LONGEST: Final = 6
"""Words of a phrase of a conversation."""
_PAID: Final = SIGHTS | {Kind.LODGING, Kind.EVENT}
"""Kinds of which it is worth a word that nobody states what they cost, who asks for that."""


def spelt_figures(proposal: Proposal, request: Request) -> Proposal:
    """What was asked about by its name, with what it costs and, of a route, what nobody states
    of its length and time."""
    if request.max_price is None:
        proposal = _priced(proposal)
    told = {each.field for each in proposal.cautions}
    unsaid = (each for each in unmeasured(proposal.listing) if each.field not in told)
    return replace(proposal, cautions=(*proposal.cautions, *unsaid))


def with_prices(advice: Advice, text: str) -> Advice:
    """The same advice, with what each costs where the question asks for that: also that nobody
    states it."""
    if advice.request.max_price is not None or not _asks_price(text, advice.request.lang):
        return advice
    about = _asked(advice.about) if advice.about is not None else None
    return replace(advice, about=about, proposals=tuple(map(_asked, advice.proposals)))


def _asks_price(text: str, lang: str) -> bool:
    """Whether a phrase of a question asks for a price, none longer that asks for something else:
    fr "combien de temps"."""
    said, at = words(text), 0
    while at < len(said):
        for length in range(min(_LONGEST, len(said) - at), 0, -1):
            known = turn_phrases().get(" ".join(said[at : at + length]), ())
            asked = [each.value for each in known if each.group == "asked" and lang in each.langs]
            if "price" in asked:
                return True
            if asked:
                break
        at += length
    return False


def _asked(proposal: Proposal) -> Proposal:
    """The proposal with its price as what was asked for."""
    own = proposal.listing.concepts[:1]
    plain = replace(
        proposal,
        reasons=tuple(each for each in proposal.reasons if each.field != "prices"),
        cautions=tuple(each for each in proposal.cautions if each.field != "prices"),
    )
    told = price_told(proposal.listing)
    if told is None and proposal.listing.kind in _PAID and SETTLED.isdisjoint(own):
        told = Caution("prices", "unknown", limit="max_price")
    if isinstance(told, Reason):
        return replace(plain, reasons=(*plain.reasons, replace(told, key=ASKED)))
    return replace(plain, cautions=(*plain.cautions, told)) if told is not None else proposal


def _priced(proposal: Proposal) -> Proposal:
    told = price_told(proposal.listing)
    if isinstance(told, Reason):
        return replace(proposal, reasons=(*proposal.reasons, told))
    return replace(proposal, cautions=(*proposal.cautions, told)) if told else proposal
