"""What a planned day is held by: where it begins and ends, and what is booked in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from catalog.advice.by_train import STATION
from catalog.advice.dayhours import LUNCH
from catalog.advice.departing import back_at
from catalog.advice.implied_days import leaves_by_train
from catalog.advice.nights import sleeps_there, slept_at
from catalog.advice.outing import TABLES
from catalog.advice.placing import places_named
from catalog.advice.stays import MEAL_STAY
from catalog.advice.travel import REACH_KM, Mode, point_of
from catalog.advice.wish import Wish
from catalog.advice.wishing import in_passing, lunches
from catalog.geo import Point
from catalog.model import Kind, ListingId, TermId
from catalog.request import Request
from catalog.request.model import HERE
from catalog.request.tokens import tokenise
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.advice.weighing import Weighing

_BOOKED: Final = particles("has_booked")
_HOUR: Final = re.compile(r"@(\d\d):(\d\d)[+-]?$")
_TOUR: Final = 90
_SHOWN: Final = frozenset({*TABLES, TermId("guided_tour")})
"""What is booked by the hour: wished for once more by nobody who has it."""


@dataclass(frozen=True, slots=True)
class Booking:
    """What somebody has booked: its minutes of the day and where; of `place` nothing more is
    known. `meal`: whether one eats there."""

    begin: int
    stay: int
    place: str
    point: Point
    meal: bool


@dataclass(frozen=True, slots=True)
class Night:
    """The place that somebody named for the nights."""

    point: Point
    name: str


@dataclass(frozen=True, slots=True)
class Ends:
    """`request`: what is left to be planned. `around`: where stops are looked for, when that is
    not the departure; `places`: the several that were `named`. `wishes`: those told in an order,
    `only` they are seen; `sleeps`: where the nights are to be; `kept`: the stops told before
    that stay, with their day, `fewer` where nothing comes beside them."""

    request: Request
    departure: Point
    goal: Point
    around: Point | None = None
    places: tuple[Point, ...] = ()
    named: tuple[str, ...] = ()
    booking: Booking | None = None
    wishes: tuple[Wish, ...] = ()
    only: bool = False
    sleeps: Night | None = None
    kept: tuple[tuple[date, ListingId], ...] = ()
    fewer: bool = False

    @property
    def lunches(self) -> bool:
        """Whether a meal at noon belongs to it: not to an afternoon, nor to two things in a row."""
        afternoon = (self.request.when or "").endswith(":afternoon")
        afternoon &= all(wish.part in {"", "afternoon"} for wish in self.wishes)
        asked = Kind.FOOD in self.request.types and not in_passing(self.wishes)
        return asked or not (afternoon or (self.only and not lunches(self.wishes)))


def ends(adviser: Weighing, request: Request, text: str, here: Point) -> Ends:
    """Where the day begins and ends. Who names one place is there for the day; who names several
    sets out from here, as does who is to be back somewhere or has something booked."""
    words = [token.word for token in tokenise(text)]
    booked = _booking(adviser, request, here) if _BOOKED.intersection(words) else None
    if booked is not None:
        wish = _without(request, booked)
        return Ends(wish, here, here, around=booked.point, booking=booked)
    if leaves_by_train(request, text):
        start = adviser.origin(request, here)
        near = adviser.around.near(start, STATION, within_km=REACH_KM[Mode.WALK], enough=1)
        station = next(iter(adviser.catalogue.get_many(near)), None)
        goal = point_of(station) if station is not None else start
        return Ends(replace(request, mobility=request.mobility or ("walk",)), start, goal)
    last = back_at(adviser, request, text)
    end = adviser.where(last, here) if last else None
    if end is not None:
        left = tuple(name for name in places_named(request) if name != last)
        request = replace(request, where=left if len(left) > 1 else next(iter(left), None))
    origin = adviser.origin(request, here)
    found = ((name, adviser.where(name, here)) for name in places_named(request))
    placed = {name: point for name, point in found if point is not None}
    night = _night(request, text) if sleeps_there(request, text) else ""
    sleeps = placed.get(night)
    if adviser.place_names().communes(night):  # an area: one sleeps wherever the day ends in it
        sleeps = None
    if placed and (len(places_named(request)) > 1 or end is not None):
        points = tuple(placed.values())
        end = end or sleeps
        return Ends(
            request,
            here,
            end or here,
            around=origin,
            places=points,
            named=tuple(placed),
            sleeps=Night(sleeps, night) if sleeps is not None else None,
        )
    if placed and night:
        bed = Night(origin, night) if sleeps is not None else None
        return Ends(request, here, end or origin, around=origin, sleeps=bed)
    return Ends(request, origin, end or origin)


def _night(request: Request, text: str) -> str:
    """The place named for the nights: the first behind the word that says so, else the last."""
    at = slept_at(text)
    places = [span for span in request.spans if span.key == "where" and span.value != HERE]
    places.sort(key=lambda span: (span.start < at, span.start if span.start >= at else -span.start))
    return places[0].value if places else ""


def _booking(adviser: Weighing, request: Request, here: Point) -> Booking | None:
    """The hour and the place told with what is booked; here, where no place is."""
    hour = _HOUR.search(request.when or "")
    if hour is None or len(places_named(request)) > 1:
        return None
    place = next(iter(places_named(request)), "")
    begin = int(hour[1]) * 60 + int(hour[2])
    noon = LUNCH[0] - 30 <= begin <= LUNCH[1] and "guided_tour" not in request.themes
    meal = Kind.FOOD in request.types or noon
    return Booking(
        begin=begin,
        stay=MEAL_STAY if meal else _TOUR,
        place=place,
        point=(adviser.where(place, here) if place else None) or here,
        meal=meal,
    )


def _without(request: Request, booked: Booking) -> Request:
    """What else the day is to be: all but what is booked, its hour and its place."""
    themes = tuple(theme for theme in request.themes if theme not in _SHOWN)
    gone = {Kind.FOOD} if booked.meal else {Kind.EVENT}
    kinds = tuple(kind for kind in request.types if kind not in gone)
    day = (request.when or "").partition("@")[0]
    return replace(
        request,
        types=kinds if themes else (),
        themes=themes,
        when=None if day == "any" else day,
        where=None,
    )
