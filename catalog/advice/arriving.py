"""From one town to another: where one gets in, and where one gets off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.by_train import STOPS
from catalog.advice.model import MAX_PROPOSALS, Proposal
from catalog.advice.sought import wanted
from catalog.geo import distance_km

if TYPE_CHECKING:
    from datetime import datetime

    from catalog.advice.weighing import Weighing
    from catalog.geo import Point
    from catalog.request import Request

_ARRIVAL_KM: Final = 8.0
"""How far from a town the station may lie that bears its name."""


def with_arrival(
    taken: tuple[Proposal, ...], adviser: Weighing, request: Request, *, here: Point, now: datetime
) -> tuple[Proposal, ...]:
    """Where one gets in here, the stations before the taxis; and as the last where one arrives."""
    goal = adviser.placing.arrival(request, here)
    if goal is None:
        return taken
    town, there = goal
    stops = frozenset(wanted(request) or STOPS)
    most = min(_ARRIVAL_KM, distance_km(adviser.origin(request, here), there) / 2)
    near = adviser.around.near(there, stops, within_km=most, enough=1)
    stop = replace(request, where=None)
    arrival = [
        replace(
            adviser.proposal(each, stop, None, origin=here, here=here, now=now),
            cautions=(),
            arrival=(town, round(near[each.id], 2)),
        )
        for each in adviser.catalogue.get_many(near)
        if each.id not in {one.listing.id for one in taken}
    ]
    alike = {own for each in arrival for own in each.listing.concepts}  # a train for a station
    first = sorted(
        taken,
        key=lambda each: (
            stops.isdisjoint(each.listing.concepts),
            alike.isdisjoint(each.listing.concepts),
        ),
    )
    return (*first[: MAX_PROPOSALS - len(arrival)], *arrival)
