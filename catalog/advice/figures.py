"""What is told of whatever was asked about by its name: its price, how long a route is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.advice.limits import price_told, unmeasured
from catalog.advice.model import Proposal, Reason

if TYPE_CHECKING:
    from catalog.request import Request


def spelt_figures(proposal: Proposal, request: Request) -> Proposal:
    """What was asked about by its name, with what it costs and, of a route, what nobody states
    of its length and time."""
    if request.max_price is None:
        proposal = _priced(proposal)
    told = {each.field for each in proposal.cautions}
    unsaid = (each for each in unmeasured(proposal.listing) if each.field not in told)
    return replace(proposal, cautions=(*proposal.cautions, *unsaid))


def _priced(proposal: Proposal) -> Proposal:
    told = price_told(proposal.listing)
    if isinstance(told, Reason):
        return replace(proposal, reasons=(*proposal.reasons, told))
    return replace(proposal, cautions=(*proposal.cautions, told)) if told else proposal
