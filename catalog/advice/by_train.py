"""A day out without a car: what can be walked to from a railway station, where one can also be
walked to from here. No timetable is known: the station is told, and to ask for the trains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.kinds import SIGHTS
from catalog.advice.limits import BY_TRAIN_KM, DAY_OUT, asked_minutes
from catalog.advice.sought import wanted
from catalog.advice.travel import REACH_KM, STATION_KM, Mode, point_of
from catalog.model import Kind, TermId
from catalog.request.model import HERE

if TYPE_CHECKING:
    from catalog.advice.around import Around
    from catalog.advice.candidates import Candidates
    from catalog.advice.model import Proposal
    from catalog.geo import Point
    from catalog.model import ListingId
    from catalog.request import Request
    from catalog.store.reader import Catalogue

STATION: Final = (TermId("train_station"),)
STOPS: Final = (*STATION, TermId("bus_stop"))
_MOUNTED: Final = frozenset({"riding", "horse_riders"})
_TODAY: Final = frozenset({"now", "today", "yesterday", "any"})
_LOOKED_AT: Final = 10
"""Stations around of which something is proposed."""


def carried(request: Request) -> Request:
    """The same wish without the train, the bus or the car that only carries there: "a day out by
    train"; the horse that carries to a bed comes along. Where a town is named, the stop is wanted
    too."""
    kinds, themes = frozenset(request.types), frozenset(request.themes)
    if Kind.LODGING in kinds and themes & _MOUNTED:
        others = tuple(theme for theme in request.themes if theme not in _MOUNTED)
        here = _without(request, Kind.ITINERARY)
        return replace(here, themes=others, party=(*request.party, "horse"))
    if "driving" in themes and kinds & SIGHTS:
        others = tuple(theme for theme in request.themes if theme != "driving")
        return replace(_without(request, Kind.ITINERARY), themes=others)
    named = request.where not in {None, HERE}
    if named or Kind.TRANSPORT not in kinds or not kinds & SIGHTS or not themes.issubset(STOPS):
        return request
    return _without(request, Kind.TRANSPORT)


def _without(request: Request, carrier: Kind) -> Request:
    types = tuple(kind for kind in request.types if kind != carrier)
    return replace(request, types=types, themes=())


def goes_by_train(request: Request) -> bool:
    """Whether there is time to take one: a day without a car, and nowhere it is to be spent."""
    return (
        "public_transport" in request.mobility
        and _has_a_day(request)
        and request.where in {None, HERE}
        and request.radius_km is None
        and SIGHTS.issuperset(request.types)
        and not wanted(request)
    )


def _has_a_day(request: Request) -> bool:
    """Whether there is a day for it: one that was asked for, or one that is still to come."""
    if request.duration is not None:
        return (asked_minutes(request.duration) or 0) >= DAY_OUT
    return request.when is not None and request.when not in _TODAY and ":" not in request.when


def by_train(
    request: Request,
    origin: Point,
    *,
    around: Around,
    candidates: Candidates,
    catalogue: Catalogue,
) -> frozenset[ListingId]:
    """What lies around the railway stations that are too far to walk to, if there is one here."""
    if not goes_by_train(request):
        return frozenset()
    walk = REACH_KM[Mode.WALK]
    near = around.near(origin, STATION, within_km=BY_TRAIN_KM, enough=_LOOKED_AT)
    if not near or min(near.values()) > walk:
        return frozenset()
    stations = catalogue.get_many(id for id, km in near.items() if km > walk)
    found = (candidates.beside(request, point_of(each), STATION_KM) for each in stations)
    return frozenset().union(*found)


def is_by_train(proposal: Proposal) -> bool:
    """Whether it is reached from a station, not on foot."""
    return any(caution.field == "transport" for caution in proposal.cautions)
