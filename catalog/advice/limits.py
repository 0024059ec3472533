"""The limits of a request that have a figure: price, length, difficulty, duration, distance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import LOOP, reason
from catalog.advice.model import ASKED, Caution, Reason
from catalog.advice.tariffs import free_for_children, lowest_price
from catalog.advice.travel import REACH_KM, SPEEDS, Mode, stated_mode
from catalog.geo import DETOUR
from catalog.hours.unstated import hours_expected
from catalog.model import Itinerary, Kind, LabelStatus, Shape, TermId
from catalog.request.model import HERE
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from catalog.advice.company import Findings
    from catalog.model import Listing
    from catalog.request import Request

SLACK: Final = 1.2
""""About five miles" is no fence: a fifth more still answers."""
FAR_KM: Final = REACH_KM[Mode.CAR]
"""Somebody who said nothing of a distance is looked for nothing beyond this, and told how far it is
where there is nothing else."""
BY_TRAIN_KM: Final = 60.0
"""How far a place near a station may lie for who goes by train."""
_STOP_KM: Final = 10.0
"""Nobody walks to a stop farther than this from the place it is asked for; trains are worth it."""
_ERRANDS: Final = frozenset({Kind.MARKET, Kind.FOOD, Kind.SHOP, Kind.SERVICE, Kind.HEALTH})
"""What nobody drives an hour for: a weekly market, a table, a chemist's."""
TOO_FAR_KM: Final = 80.0
"""Nothing beyond this is an answer to who named no distance, nor worth telling of."""
_DURATION: Final = re.compile(r"(\d{1,3})(min|h|d|n)")
_SHORT_MINUTES: Final = 120
STARS: Final = TermId("stars")
_YOUNG: Final = frozenset({"kids", "toddler", "baby", "school"})
_LONG: Final = TermId("long_distance_path")
DAY_MINUTES: Final = 1440
DAY_OUT: Final = 480
"""Minutes of "a day" that somebody is out."""
_NAMED: Final = {"half_day": 240, "day": DAY_OUT, "weekend": 2 * DAY_MINUTES}
WHOLE_DAY: Final = 420
"""Minutes from which on an outing takes the whole day."""


def limits(
    listing: Listing,
    request: Request,
    distance_km: float,
    station_km: float | None,
    found: Findings,
) -> None:
    """Compare with every limit that was asked; what is not stated is a caution. `station_km`:
    how far a railway station is from a place too far to walk to (no timetable is known)."""
    _price(listing, request, found)
    _stars(listing, request, found)
    _route(listing, request, found)
    _duration(listing, request, found)
    _distance(listing, request, distance_km, station_km, found)


def asked_minutes(duration: str | None) -> int | None:
    """`Request.duration` in minutes, a night counting as a day; None when not asked."""
    if duration is None:
        return None
    if duration in _NAMED:
        return _NAMED[duration]
    found = _DURATION.fullmatch(duration)
    if found is None:
        return None
    unit = {"min": 1, "h": 60, "d": DAY_MINUTES, "n": DAY_MINUTES}[found[2]]
    return int(found[1]) * unit


def short_stop(request: Request) -> int | None:
    """The minutes that a short stop has; None for who has more, or is after a walk."""
    asked = asked_minutes(request.duration)
    if asked is None or asked > _SHORT_MINUTES or Kind.ITINERARY in request.types:
        return None
    return asked


def several_days_asked(request: Request) -> bool:
    """Whether somebody has two days or more."""
    return (asked_minutes(request.duration) or 0) >= 2 * DAY_MINUTES


def price_told(listing: Listing) -> Reason | Caution | None:
    """What is said of the price of a place that was asked about by its name."""
    lowest = lowest_price(listing)
    if lowest is not None:
        return reason(listing, "prices", str(lowest) if lowest else "free", "max_price")
    return Caution("prices", "unknown", limit="max_price") if hours_expected(listing) else None


def _price(listing: Listing, request: Request, found: Findings) -> None:
    limit = request.max_price
    if limit is None:
        return
    lowest = lowest_price(listing)
    if limit == 0 and lowest and _YOUNG.intersection(request.party) and free_for_children(listing):
        found.reasons.append(reason(listing, "prices", "free", ASKED))
        found.kept.append(0.9)
    elif lowest is None:
        found.cautions.append(Caution("prices", "unknown", limit="max_price"))
        found.kept.append(0.0)
    elif lowest == 0:
        found.reasons.append(reason(listing, "prices", "free", "max_price"))
        found.kept.append(1.0)
    elif isinstance(limit, str):  # "low": no figure was said, so nothing is too dear
        found.reasons.append(reason(listing, "prices", str(lowest), "max_price"))
        found.kept.append(1.0 / (1.0 + float(lowest) / 10))
    elif lowest <= limit:
        found.reasons.append(reason(listing, "prices", str(lowest), "max_price"))
        found.kept.append(0.9)
    else:
        found.against.append(Caution("prices", str(lowest), limit="max_price"))


def _stars(listing: Listing, request: Request, found: Findings) -> None:
    """How many stars a bed is stated to have, where so many are asked for: more are as well."""
    if request.stars is None or listing.kind is not Kind.LODGING:
        return
    held = next((each for each in listing.labels if each.id == STARS), None)
    if held is None or held.level is None or held.status is not LabelStatus.OBTAINED:
        found.cautions.append(Caution("lacks", STARS, limit="themes"))
        found.kept.append(0.0)
    elif held.level < request.stars:
        found.cautions.append(Caution(STARS, str(held.level), limit="labels"))
        found.kept.append(0.0)
    else:
        found.reasons.append(reason(listing, "labels", str(held.level), STARS))
        found.kept.append(1.0 if held.level == request.stars else 0.5)


def several_days(listing: Listing) -> bool:
    """Whether it is a route of several days, by its stated days or, where they are not stated,
    by what it is: no stop of an afternoon."""
    route = listing.itinerary
    if route is not None and route.days is not None:
        return route.days > 1
    unsaid = route is None or route.duration_min is None
    return unsaid and any(_LONG in (own, *wider(own)) for own in listing.concepts)


def _route(listing: Listing, request: Request, found: Findings) -> None:
    route = _route_of(listing)
    if route is None:
        return
    if LOOP in request.themes and route.shape not in {None, Shape.LOOP}:
        found.cautions.append(Caution("itinerary.shape", route.shape, limit="themes"))
        found.kept.append(0.0)
    if request.max_km is not None:
        if route.distance_m is None:
            # How long a journey of several days is need not be stated to be too long.
            told = found.against if several_days(listing) else found.cautions
            told.append(Caution("itinerary.distance_m", "unknown", limit="max_km"))
            found.kept.append(0.0)
        elif route.distance_m <= request.max_km * 1000 * SLACK:
            length = str(route.distance_m)
            found.reasons.append(reason(listing, "itinerary.distance_m", length, "max_km"))
            found.kept.append(max(0.4, min(1.0, route.distance_m / (request.max_km * 1000))))
        else:
            length = str(route.distance_m)
            found.against.append(Caution("itinerary.distance_m", length, limit="max_km"))
    if request.difficulty is not None:
        wanted = _levels(request.difficulty)
        if route.difficulty is None:
            found.cautions.append(Caution("itinerary.difficulty", "unknown", limit="difficulty"))
            found.kept.append(0.0)
        elif route.difficulty.removeprefix("very_") in wanted:
            level = route.difficulty
            found.reasons.append(reason(listing, "itinerary.difficulty", level, "difficulty"))
            found.kept.append(1.0)
        else:
            level = route.difficulty
            found.against.append(Caution("itinerary.difficulty", level, limit="difficulty"))


def unmeasured(listing: Listing) -> tuple[Caution, ...]:
    """What nobody states of a route that was asked about by its name: how long it is and takes."""
    route = _route_of(listing)
    if route is None:
        return ()
    timed = route.duration_min is not None or route.days is not None
    known = {"max_km": route.distance_m is not None, "duration": timed}
    fields = {"max_km": "itinerary.distance_m", "duration": "itinerary.duration_min"}
    return tuple(
        Caution(fields[limit], "unknown", limit=limit) for limit in fields if not known[limit]
    )


def _route_of(listing: Listing) -> Itinerary | None:
    """What is stated of a route, which may be nothing; None for what is none."""
    return listing.itinerary or (Itinerary() if listing.kind is Kind.ITINERARY else None)


def _levels(difficulty: str | tuple[str, ...]) -> frozenset[str]:
    """One level, or several of which any will do."""
    return frozenset((difficulty,) if isinstance(difficulty, str) else difficulty)


def _duration(listing: Listing, request: Request, found: Findings) -> None:
    """Only routes state how long they take."""
    route, asked = _route_of(listing), asked_minutes(request.duration)
    if route is None or asked is None:
        return
    takes = route.duration_min
    if route.days is not None and route.days > 1:
        takes = route.days * DAY_MINUTES
    field = "itinerary.days" if takes != route.duration_min else "itinerary.duration_min"
    value = str(route.days if field == "itinerary.days" else takes)
    long = asked >= 2 * DAY_MINUTES
    if long and not several_days(listing):
        # A walk of an afternoon fits into three days, but is not what was asked for.
        short = route.days == 1 or (
            route.days is None and takes is not None and takes < DAY_MINUTES
        )
        if short:
            found.cautions.append(Caution("itinerary.days", "one", limit="duration"))
        else:
            found.cautions.append(Caution("itinerary.duration_min", "unknown", limit="duration"))
        found.kept.append(0.0)
    elif takes is None:
        found.cautions.append(Caution("itinerary.duration_min", "unknown", limit="duration"))
        found.kept.append(0.0)
    elif takes <= asked * SLACK:
        found.reasons.append(reason(listing, field, value, "duration"))
        found.kept.append(max(0.4, min(1.0, takes / asked)))
    else:
        found.against.append(Caution(field, value, limit="duration"))


def _distance(
    listing: Listing,
    request: Request,
    distance_km: float,
    station_km: float | None,
    found: Findings,
) -> None:
    reach, slack = within_km(request), SLACK if request.radius_km is not None else 1.0
    if reach is not None and _told_as_time(request):
        # Beside a place stand the minutes of the way there: no slack hides more than was said.
        reach, slack = reach / DETOUR, 1.0
    if station_km is not None and request.radius_km is None and distance_km <= BY_TRAIN_KM:
        found.cautions.append(Caution("transport", f"{station_km:.1f} km", limit="mobility"))
    elif reach is not None and distance_km > reach * slack:
        limit = "radius_km" if request.radius_km is not None else "mobility"
        mode = stated_mode(request.mobility)
        if limit == "mobility" and (mode is None or mode.is_driven):
            limit = "duration"
        found.against.append(Caution("place", f"{distance_km:.1f} km", limit=limit))
    elif reach is None and distance_km > _STOP_KM and _asks_for_a_stop(request):
        found.against.append(Caution("place", f"{distance_km:.1f} km", limit="where"))
    elif reach is None and distance_km > FAR_KM:
        # Nobody said how far; but an hour's drive and more is no answer to "tonight", nor a
        # place forty kilometres off one "near Toulouse".
        named = request.where not in {None, HERE} and not isinstance(request.where, tuple)
        errand = not request.types or _ERRANDS.issuperset(request.types)
        near = named or (errand and listing.kind in _ERRANDS)
        told = found.against if near or distance_km > TOO_FAR_KM else found.cautions
        told.append(Caution("place", f"{distance_km:.1f} km", limit="where"))


def _asks_for_a_stop(request: Request) -> bool:
    """Whether a bus is asked for at a place that is named; a taxi comes to who calls it."""
    return request.where not in {None, HERE} and "bus_stop" in request.themes


def _told_as_time(request: Request) -> bool:
    """Whether how far it may be was said in minutes, and nothing has changed it since."""
    for span in request.spans:
        if span.key == "radius_km" and span.value.endswith("min"):
            hours = float(span.value.removesuffix("min")) / 60
            return any(request.radius_km == round(hours * kmh, 1) for kmh in SPEEDS.values())
    return False


def within_km(request: Request) -> float | None:
    """How far an answer may lie: as was said, else by the means that was named and by what time
    there is; None: no limit."""
    if request.radius_km is not None:
        return request.radius_km
    mode = stated_mode(request.mobility)
    reach = REACH_KM[mode] if mode in {Mode.WALK, Mode.BIKE} else None
    asked = short_stop(request)
    if asked is None:
        return reach
    # Half of a short time is for the way there and back.
    there = asked / 4 / 60 * SPEEDS[mode or Mode.CAR] / DETOUR
    return min(there, reach) if reach is not None else there
