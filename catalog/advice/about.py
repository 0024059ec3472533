"""What a question turns out to be about where nothing was found for its words: a name spelt out in
it, a village that has not the label asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.advice.timing import asked_time
from catalog.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from catalog.advice.model import Proposal
    from catalog.advice.weighing import Weighing
    from catalog.geo import Point
    from catalog.request import Request


def spelt_out(
    adviser: Weighing, request: Request, text: str, *, here: Point, now: datetime
) -> tuple[tuple[Proposal, ...], Proposal | None]:
    """The listing whose whole name stands in a question to which nothing else was found: as
    the one proposal, or as what was asked about and does not fit."""
    origin, asked = adviser.origin(request, here), asked_time(request.when, now)
    for listing in adviser.catalogue.get_many(
        adviser.candidates.spelt_out(request, text, origin)[:1]
    ):
        named = replace(request, types=(), themes=(), labels=())
        found = adviser.proposal(listing, named, asked, origin=origin, here=here, now=now)
        return ((), found) if found.against else ((found,), None)
    return (), None


def unlabelled(
    adviser: Weighing,
    request: Request,
    proposals: Sequence[Proposal],
    *,
    here: Point,
    now: datetime,
) -> Proposal | None:
    """The village of which a label was asked and is not stated: "is Cordes a UNESCO site?"."""
    place = request.where
    if not isinstance(place, str) or not request.labels or request.types != (Kind.ATTRACTION,):
        return None
    if request.themes or any(each.listing.place.commune == place for each in proposals):
        return None
    own = next(iter(adviser.catalogue.get_many(adviser.candidates.named(place)[:1])), None)
    if own is None:
        return None
    origin, asked = adviser.origin(request, here), asked_time(request.when, now)
    found = adviser.proposal(own, request, asked, origin=origin, here=here, now=now)
    return found if found.against else None
