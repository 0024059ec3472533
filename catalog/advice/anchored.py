"""What an answer is to lie beside, and the request without it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from catalog.advice.travel import STROLL_KM, point_of
from catalog.geo import Point, distance_km
from catalog.model import Listing, ListingId
from catalog.request import Request

if TYPE_CHECKING:
    from catalog.advice.model import Proposal


@dataclass(frozen=True, slots=True)
class Anchored:
    """A request without the thing that the answer is to lie beside. `origin`: the nearest such
    thing; `anchors`: those that have an answer beside them; `among`: these answers, () where
    there are none. `leaving`: the visitor starts there."""

    request: Request
    origin: Point
    anchors: tuple[Listing, ...]
    among: frozenset[ListingId]
    leaving: bool

    def told(self, proposal: Proposal) -> Proposal:
        """The proposal with the thing that it lies beside and its straight kilometres."""
        point = point_of(proposal.listing)
        near = min(
            ((distance_km(point, point_of(each)), each.id, each) for each in self.anchors),
            default=None,
        )
        if near is None or near[0] > STROLL_KM or near[1] == proposal.listing.id:
            return proposal
        return replace(proposal, beside=(near[2], round(near[0], 2)))
