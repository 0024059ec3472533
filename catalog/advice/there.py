"""What is here before what is elsewhere, and what is elsewhere for who wants to get about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.holding import SETTLED
from catalog.advice.model import MAX_PROPOSALS, Proposal
from catalog.advice.sought import wanted
from catalog.advice.travel import STROLL_KM
from catalog.model import Kind
from catalog.request.inside import AGES
from catalog.request.model import HERE

if TYPE_CHECKING:
    from catalog.request import Request

NO_OUTING_KM: Final = 1.0
"""How near a village lies in which somebody stands already."""


def here_first(telling: list[Proposal], request: Request) -> list[Proposal]:
    """Who asks what there is to see here is told of what is here, where there is enough of it:
    no museum of another town for being open."""
    if request.where != HERE or wanted(request) or request.types != (Kind.ATTRACTION,):
        return telling
    near = [each for each in telling if each.distance_km <= STROLL_KM]
    return near if len(near) >= MAX_PROPOSALS else telling


def is_there(each: Proposal) -> bool:
    """Whether it is in the town that was named, or hardly out of it."""
    return each.distance_km <= STROLL_KM or each.listing.place.commune == each.place


def elsewhere_seen(telling: list[Proposal], request: Request) -> list[Proposal]:
    """Without the village in which somebody stands who asks for villages to see."""
    asked = {*wanted(request)}
    if asked - SETTLED - AGES or not asked & SETTLED or request.where not in {None, HERE}:
        return telling
    others = [
        each
        for each in telling
        if each.distance_km > NO_OUTING_KM or SETTLED.isdisjoint(each.listing.concepts[:1])
    ]
    return others or telling
