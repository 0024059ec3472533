"""An errand that takes its time, and what is seen meanwhile: the errand first, then sights that one
walks to from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.choosing import proposed
from catalog.advice.kinds import SIGHTS
from catalog.advice.model import MAX_PROPOSALS
from catalog.advice.sought import wanted
from catalog.advice.travel import STROLL_KM, point_of
from catalog.geo import distance_km
from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from catalog.advice.model import Proposal
    from catalog.advice.weighing import Weighing
    from catalog.geo import Point
    from catalog.model import ListingId
    from catalog.request import Request

_WAITED_FOR: Final = frozenset(map(TermId, ("charging_station", "laundry")))
"""Errands for which somebody waits: who parks or needs toilets wants to see nothing there."""


def seen_meanwhile(
    adviser: Weighing,
    told: Sequence[Proposal],
    request: Request,
    *,
    here: Point,
    now: datetime,
    without: Collection[ListingId] = (),
) -> tuple[Proposal, ...]:
    """The errand that was told first and what is to be seen near it, where a request asks for both
    and names no sight; what was told otherwise, or where nothing is."""
    asked, kinds = frozenset(wanted(request)), frozenset(request.types)
    seen = tuple(kind for kind in request.types if kind in SIGHTS)
    errand = next((each for each in told if Kind.SERVICE in each.listing.kinds), None)
    both = seen and asked and asked <= _WAITED_FOR and not kinds - {*seen, Kind.SERVICE}
    if errand is None or not both:
        return tuple(told)
    visit = replace(request, types=seen, themes=(), labels=(), rest="")
    at = point_of(errand.listing)
    near = [
        each
        for each in adviser.compared(visit, here=here, now=now, without=without)[0]
        if distance_km(at, point_of(each.listing)) <= STROLL_KM
    ]
    return (errand, *proposed(near, visit, now))[:MAX_PROPOSALS] if near else tuple(told)
