"""A request → half a day, a day, a weekend that holds together: `Plan`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from catalog.advice.by_train import STATION
from catalog.advice.dayends import ends
from catalog.advice.dayframe import asked_days, days_of
from catalog.advice.dayhours import minute_of
from catalog.advice.dayplan import DayPlan
from catalog.advice.daytable import DayTable
from catalog.advice.eating import AT_HAND_KM
from catalog.advice.holding import holdings
from catalog.advice.implied_days import fills_the_time, is_full, is_weekend
from catalog.advice.lacking import NOTHING, Lacks, lacking
from catalog.advice.limits import WHOLE_DAY, several_days_asked
from catalog.advice.nights import beds_of, sleeps_there, without_the_night
from catalog.advice.ordered import in_order, unordered
from catalog.advice.outing import HALF_DAY, goes_its_way, is_planned, of_the_day, rides_to
from catalog.advice.profiles import WET, profiles
from catalog.advice.roofs import under_roof
from catalog.advice.sought import wanted
from catalog.advice.stages import BEDS, Trail, trail
from catalog.advice.tariffs import lowest_price
from catalog.advice.things import is_treat
from catalog.advice.travel import REACH_KM, STROLL_KM, Mode, leg, point_of, stated_mode
from catalog.advice.wishing import (
    by_day,
    end_of,
    in_its_time,
    makes_a_day,
    with_the_ride,
)
from catalog.geo import Point, distance_km
from catalog.model import Kind, ListingId, TermId

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from catalog.advice.dayends import Ends, Night
    from catalog.advice.model import Proposal
    from catalog.advice.ordered import Order
    from catalog.advice.weighing import Weighing
    from catalog.advice.wish import Wish
    from catalog.request import Request

_STOPS: Final = {"half_day": 2, "day": 4}
_MOST_STOPS: Final = 6
_IDLE: Final = 180
"""Minutes left at the end of a whole day in which something more is seen."""
_BED_KM: Final = 15.0
_PITCHES: Final = tuple(map(TermId, ("camper_site", "campsite")))
"""Where those sleep who sleep in their van."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One to three days. `rain`: the same first day under a roof, None when it already is.
    `price_known`: the sum of the lowest stated prices for one adult; `prices_unknown`: the
    stops without a stated price, which are in no sum. `trail`: a route of several days with its
    stages and beds, when one was asked for; `days` may then be empty. `station_km`: how far a
    railway station is from the place asked for, for who gets there without a car.
    `unplanned`: how many more days were asked for; `lacks`: what the day was to be about and no
    stop is."""

    days: tuple[DayPlan, ...]
    rain: DayPlan | None
    price_known: Decimal
    prices_unknown: int
    trail: Trail | None = None
    station_km: float | None = None
    unplanned: int = 0
    unseen: tuple[str, ...] = ()
    lacks: Lacks = NOTHING

    @property
    def distance_km(self) -> float:
        """All ways of all days."""
        return round(sum(day.distance_km for day in self.days), 1)


def plan(
    adviser: Weighing,
    request: Request,
    *,
    here: Point,
    now: datetime,
    text: str = "",
    without: Collection[ListingId] = (),
    kept: Collection[tuple[date, ListingId]] = (),
    fewer: bool = False,
) -> Plan | None:
    """The days that a request asks for, today's left of the day first; None when no stop could
    be made on any of them. Who asks for a route of several days gets its stages instead. `text`:
    the words read; `without`: passed over; `kept`: stops of days only changed, `fewer`: alone."""
    request = without_the_night(request, text)
    walk = _trail(adviser, request, here, now)
    request, order = _in_order(request, text, now, _least(adviser, request, kept))
    held = ends(adviser, request, text, here)
    only = order is not None and order.told and not (request.duration or request.back)
    held = replace(held, only=only, kept=tuple(kept), fewer=fewer)
    request, origin = held.request, held.departure
    mode = stated_mode(of_the_day(request).mobility) or Mode.CAR
    days = [] if walk is not None else days_of(request, now, _there(here, origin, mode))
    shared = by_day(order, len(days), held.named)
    used, found = set[ListingId](), list[DayPlan]()
    rain: DayPlan | None = None
    departure = origin
    for number, (day, start, end) in enumerate(days):
        last = number == len(days) - 1
        on_the_day = _held_on(held, number, departure, shared[number], last=last)
        table = DayTable(adviser, on_the_day, day, now, used, without)
        until = end_of(order, end) if order is not None and last and not found else end
        frame = (start, until, _most_stops(on_the_day, until - start))
        made = _day(table, frame, wet=request.weather in WET, only=held.only)
        if made is None:
            continue
        if not found and request.weather not in WET:
            rain = _rain(made, table, frame)
        if not last:
            made = _with_bed(adviser, made, table, on_the_day)
            if made.bed is not None:
                departure = point_of(made.bed.listing)
        found.append(made)
        used.update(stop.proposal.listing.id for stop in made.stops)
    walking = Kind.ITINERARY in request.types and len(found) < len(days)
    if walk is None and (walking or not found):
        return None  # one day of three is no walk of three days
    stops = [stop.proposal for each in found for stop in each.stops]
    known = [lowest_price(each.listing) for each in stops]
    return Plan(
        tuple(found),
        rain=rain,
        price_known=sum((price for price in known if price is not None), Decimal(0)),
        prices_unknown=sum(price is None for price in known),
        trail=walk,
        station_km=_station_km(adviser, request, here, origin),
        lacks=lacking(adviser, stops, request, order, origin),
        unplanned=max(0, asked_days(request) - len(found)) if walk is None else 0,
        unseen=_unseen(stops, held),
    )


def _least(adviser: Weighing, request: Request, kept: Collection[tuple[date, ListingId]]) -> int:
    """How many wishes are told beside each other: one that is added to the stops kept, too."""
    if not kept:
        return 2
    stops = adviser.catalogue.get_many(id for _, id in kept)
    held = {term for each in stops for term in holdings(each)}
    return 2 if held.issuperset(wanted(of_the_day(request))) else 1


def _in_order(
    request: Request, text: str, now: datetime, least: int
) -> tuple[Request, Order | None]:
    """The request for the whole day of which parts are told, and the wishes in their order; in
    none, where none is told."""
    order = in_order(request, text)
    if order is not None and makes_a_day(request, order, HALF_DAY):
        return in_its_time(request, order, now), order
    return request, with_the_ride(request, unordered(request, text, least), text)


def _held_on(
    held: Ends, number: int, departure: Point, wishes: tuple[Wish, ...], *, last: bool
) -> Ends:
    """What holds the day of that number, which begins at `departure`."""
    return replace(
        held,
        departure=departure,
        goal=held.goal if last or held.sleeps is not None else departure,
        booking=held.booking if number == 0 else None,
        wishes=wishes,
    )


def is_wanted(request: Request, text: str, now: datetime) -> bool:
    """Whether a day, or some hours, are to be planned for who said this."""
    return (
        is_planned(request)
        or makes_a_day(request, in_order(request, text), HALF_DAY)
        or sleeps_there(request, text)
        or fills_the_time(request, text, now)
        or is_full(request, text, now)
        or is_weekend(without_the_night(request, text), text, now)
    )


def has_route(adviser: Weighing, request: Request, *, here: Point, now: datetime) -> bool:
    """Whether somebody wants a day on the way, and there is a route for it: that is their day,
    unless it is to have a bath or a table in it."""
    if not goes_its_way(request) or rides_to(request):
        return False
    if several_days_asked(request):
        return False
    fitting, _ = adviser.compared(request, here=here, now=now)
    return any(each.listing.itinerary is not None for each in fitting)


def _there(here: Point, origin: Point, mode: Mode) -> int:
    """The minutes to a place that was named: who is there already loses none, and no train is
    taken to be faster than a car."""
    away = distance_km(here, origin)
    if away < STROLL_KM:
        return 0
    return leg(away, mode if away <= REACH_KM[mode] else Mode.CAR)[1]


def _station_km(adviser: Weighing, request: Request, here: Point, origin: Point) -> float | None:
    away = distance_km(here, origin) > REACH_KM[Mode.WALK]
    if "public_transport" not in request.mobility or not away:
        return None
    near = adviser.around.near(origin, STATION, within_km=REACH_KM[Mode.WALK], enough=1)
    return next(iter(near.values()), None)


def _trail(adviser: Weighing, request: Request, here: Point, now: datetime) -> Trail | None:
    """The best route of several days, when one was asked for, with a bed for each night."""
    long = several_days_asked(request)
    if Kind.ITINERARY not in request.types or not (long or "grp" in request.labels):
        return None
    fitting, _ = adviser.compared(request, here=here, now=now)
    for each in fitting:
        route = each.listing.itinerary
        if route is not None and (route.days or 0) > 1:
            return trail(adviser, each, request, here=here, now=now)
    return None


def _unseen(told: Sequence[Proposal], held: Ends) -> tuple[str, ...]:
    """The towns, of several that were named, at which nothing is seen."""
    stops = [point_of(each.listing) for each in told]
    return tuple(
        name
        for name, place in zip(held.named, held.places, strict=True)
        if min((distance_km(place, stop) for stop in stops), default=0.0) > AT_HAND_KM
    )


def _most_stops(held: Ends, length: int) -> int:
    treats, duration = sum(map(is_treat, held.wishes)), held.request.duration
    own = len(held.wishes) - treats
    if not held.only:
        usual = _STOPS.get(duration or "", 2 if length <= 300 else 4)
        own = max(own, usual)
    return own + treats


def _day(table: DayTable, frame: tuple[int, int, int], *, wet: bool, only: bool) -> DayPlan | None:
    """The day, under a roof where rain was named and there is enough; with more stops where the
    short ones leave half the afternoon."""
    start, end, most = frame
    dry = table.under_roof(profiles()["weather_rain"]).day_plan(*frame) if wet else None
    made = dry or table.day_plan(*frame)
    while dry is None and made is not None and most < _MOST_STOPS:
        back = minute_of(made.back.time())
        if only or end - start < WHOLE_DAY or end - back < _IDLE:
            break
        most += 1
        longer = table.day_plan(start, end, most)
        if longer is None or len(longer.stops) <= len(made.stops):
            break
        made = longer
    return made


def _rain(first: DayPlan, table: DayTable, frame: tuple[int, int, int]) -> DayPlan | None:
    """The first day under a roof, when a stop of it lies under the sky."""
    shelter = profiles()["weather_rain"]
    if all(stop.meal or under_roof(stop.proposal.listing, shelter) for stop in first.stops):
        return None
    return table.under_roof(shelter).day_plan(*frame)


def _with_bed(adviser: Weighing, made: DayPlan, table: DayTable, held: Ends) -> DayPlan:
    """The day with a bed where the nights are to be, else near its last stop, else near its
    departure, where it ends."""
    last = point_of(made.stops[-1].proposal.listing)
    within = min(_BED_KM, REACH_KM[made.mode])
    usual = _PITCHES if "camper_van" in table.request.mobility else BEDS
    named = beds_of(held.request)
    # The sort that is named is worth a longer way, and any bed is better than none.
    looked = (
        ((named, within), (named, 2 * within), (usual, within)) if named else ((usual, within),)
    )
    night = held.sleeps
    points = (last, held.departure) if night is None else (night.point,)
    beds = (
        table.told(listing)
        for sort, most in looked
        for point in points
        for listing in adviser.catalogue.get_many(
            adviser.around.near(point, sort, within_km=most, enough=12)
        )
    )
    bed = next((each for each in beds if not each.against), None)
    if bed is None:
        seen = (stop.proposal.listing.place.commune for stop in reversed(made.stops))
        town = next(filter(None, seen), "")
        return replace(made, no_bed_at=night.name if night is not None else town)
    away = distance_km(last, point_of(bed.listing))
    taken = leg(away, made.mode)[1]
    return replace(
        made,
        bed=bed,
        no_bed_at=night.name if night is not None and not _is_there(bed, night) else "",
        back=made.stops[-1].leave + timedelta(minutes=taken),
        back_minutes=taken,
        back_km=round(away, 2),
    )


def _is_there(bed: Proposal, night: Night) -> bool:
    return distance_km(night.point, point_of(bed.listing)) <= AT_HAND_KM
