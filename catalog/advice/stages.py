"""A route of several days: where its stages end, and a bed near each end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.advice.by_train import STATION
from catalog.advice.model import Proposal
from catalog.advice.travel import STATION_KM
from catalog.model import Kind, Listing, TermId
from catalog.vocabulary.stated import pattern_of

if TYPE_CHECKING:
    from datetime import datetime

    from catalog.advice.weighing import Weighing
    from catalog.geo import Point
    from catalog.request import Request

BEDS: Final = tuple(
    map(TermId, ("stage_shelter", "guesthouse", "hostel", "campsite", "hotel", "holiday_rental"))
)
_BED_KM: Final = 4.0
"""After a day on foot a bed farther off is none."""
_MOST: Final = 20
_LENGTH: Final = re.compile(r"(\d{1,3}(?:[.,]\d)?)\s*km\b", re.I)
_NOTE: Final = re.compile(r"\([^)]{0,60}\)|\b\d+(?:[.,]\d+)?\s*(?:km|h|m)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stage:
    """The end of a stage: a commune that the route's own text names, how long the text says that
    the stage is (None: it does not), and the nearest bed that is not ruled out (None: none known
    within a short walk). Whether it is free is not known."""

    commune: str
    bed: Proposal | None
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Trail:
    """A route of several days with its stages, in the order in which its text names them, and
    the railway station where the last one ends, with its kilometres: no timetable is known."""

    proposal: Proposal
    stages: tuple[Stage, ...]
    station: Listing | None = None
    station_km: float | None = None


def trail(
    adviser: Weighing, proposal: Proposal, request: Request, *, here: Point, now: datetime
) -> Trail | None:
    """The stages of a proposed route of several days; None when its text names fewer than two
    communes of the catalogue. The place where it begins is no stage."""
    ends = _named(adviser, proposal.listing)
    if len(ends) < 2:
        return None
    near = adviser.around.near(ends[-1][1], STATION, within_km=STATION_KM, enough=1)
    station = next(iter(adviser.catalogue.get_many(near)), None)
    return Trail(
        proposal,
        tuple(_stage(adviser, *end, request, here, now) for end in ends[1:]),
        station,
        round(near[station.id], 2) if station is not None else None,
    )


def _named(adviser: Weighing, listing: Listing) -> list[tuple[str, Point, float | None]]:
    route = listing.itinerary
    text = route.stages.best("fr") if route is not None else None
    if text is None:
        return []
    points = {commune.name: commune.point for commune in adviser.catalogue.communes()}
    found: list[tuple[str, Point, float | None]] = []
    for part in _between_stages(text.lang).split(text.text[:2000])[: 4 * _MOST]:
        said = _NOTE.sub(" ", part or "").strip()
        name = adviser.place_names().named(said) if said else None
        if name in points and (not found or found[-1][0] != name):
            length = _LENGTH.search(part)
            km = float(length[1].replace(",", ".")) if length else None
            found.append((str(name), points[str(name)], km))
    return found[:_MOST]


@cache
def _between_stages(lang: str) -> re.Pattern[str]:
    """What stands between two stages in a text of this language."""
    then, stage = pattern_of("then", lang), pattern_of("stage", lang)
    return re.compile(rf"\s+[-–—→>]+\s+|[;,/|:•\n]+|{then}\b|{stage}\s*\d+\b", re.I)


def _stage(
    adviser: Weighing,
    name: str,
    point: Point,
    km: float | None,
    request: Request,
    here: Point,
    now: datetime,
) -> Stage:
    near = adviser.around.near(point, BEDS, within_km=_BED_KM, enough=8)
    for listing in adviser.catalogue.get_many(near):
        bed = adviser.told(listing, request, None, here=here, now=now)
        if listing.kind is Kind.LODGING and not bed.against:
            return Stage(name, bed, km)
    return Stage(name, None, km)
