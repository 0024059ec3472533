"""A route of several days: where its stages end, and a bed near each end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.advice.model import Proposal
from catalog.advice.travel import point_of
from catalog.geo import Point, distance_km
from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from datetime import datetime

    from catalog.advice.advising import Adviser
    from catalog.model import Listing
    from catalog.request import Request

BEDS: Final = tuple(
    map(TermId, ("stage_shelter", "guesthouse", "hostel", "campsite", "hotel", "holiday_rental"))
)
_BED_KM: Final = 4.0
"""After a day on foot a bed farther off is none."""
_MOST: Final = 20
_PARTS: Final = re.compile(r"\s+[-–—→>]+\s+|[;,/|:•\n]+|\bpuis\b|\b(?:jour|étape|j)\s*\d+\b", re.I)
_NOTE: Final = re.compile(r"\([^)]{0,60}\)|\b\d+(?:[.,]\d+)?\s*(?:km|h|m)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stage:
    """The end of a stage: a commune that the route's own text names, and the nearest bed that
    is not ruled out (None: none known within a short walk). Whether it is free is not known."""

    commune: str
    bed: Proposal | None
    bed_km: float | None


@dataclass(frozen=True, slots=True)
class Trail:
    """A route of several days with its stages, in the order in which its text names them."""

    proposal: Proposal
    stages: tuple[Stage, ...]


def trail(
    adviser: Adviser, proposal: Proposal, request: Request, *, here: Point, now: datetime
) -> Trail | None:
    """The stages of a proposed route of several days; None when its text names fewer than two
    communes of the catalogue. The place where it begins is no stage."""
    ends = _named(adviser, proposal.listing)
    if len(ends) < 2:
        return None
    return Trail(
        proposal,
        tuple(_stage(adviser, name, point, request, here, now) for name, point in ends[1:]),
    )


def _named(adviser: Adviser, listing: Listing) -> list[tuple[str, Point]]:
    route = listing.itinerary
    text = route.stages.best("fr") if route is not None else None
    if text is None:
        return []
    points = {commune.name: commune.point for commune in adviser.catalogue.communes()}
    found: list[tuple[str, Point]] = []
    for part in _PARTS.split(_NOTE.sub(" ", text.text[:2000]))[: 4 * _MOST]:
        name = adviser.place_names().named(part.strip()) if part and part.strip() else None
        if name in points and (not found or found[-1][0] != name):
            found.append((str(name), points[str(name)]))
    return found[:_MOST]


def _stage(
    adviser: Adviser, name: str, point: Point, request: Request, here: Point, now: datetime
) -> Stage:
    near = adviser.around.near(point, BEDS, within_km=_BED_KM, enough=8)
    for listing in adviser.catalogue.get_many(near):
        bed = adviser.told(listing, request, None, here=here, now=now)
        if listing.kind is Kind.LODGING and not bed.against:
            return Stage(name, bed, round(distance_km(point, point_of(listing)), 2))
    return Stage(name, None, None)
