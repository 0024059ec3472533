"""What goes with the proposals: another plan, one thing on the way, a gesture."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from catalog.advice.choosing import unsuited, unvouched
from catalog.advice.completing import suits_weather
from catalog.advice.holding import SETTLED
from catalog.advice.kinds import OUTINGS, PRACTICAL
from catalog.advice.limits import several_days
from catalog.advice.model import Advice, Fallback, OnTheWay, Proposal, Situation
from catalog.advice.practical import practical
from catalog.advice.profiles import CHILDREN, is_avoided, of_weather, profiles, suits
from catalog.advice.sought import only_practical
from catalog.advice.tariffs import lowest_price
from catalog.advice.timing import MIDNIGHT, asked_time, wall
from catalog.advice.travel import minutes, point_of
from catalog.geo import Point, distance_km
from catalog.hours.unstated import hours_expected
from catalog.model import Kind, ListingId, TermId
from catalog.text import words
from catalog.vocabulary import Gesture, gesture_for, wider

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from catalog.advice.timing import Asked
    from catalog.advice.weighing import Weighing
    from catalog.model import Listing
    from catalog.request import Request

_OUT: Final = OUTINGS | {Kind.EVENT}
_MEALS: Final = ((time(11), time(13, 30)), (time(18), time(20, 30)))
_DAYLIGHT: Final = (time(7), time(17, 30))
_SORTS: Final = _OUT | {Kind.MARKET, Kind.FOOD, Kind.PRODUCER}
"""Kinds of what is worth a stop: a hotel with a restaurant is none."""
_ROOMY: Final = frozenset(
    map(
        TermId,
        (
            *("church", "chapel", "cathedral", "cloister", "temple", "abbey", "garden", "park"),
            *("covered_market", "library"),
        ),
    )
)
_INSTEAD: Final = {
    Kind.ATTRACTION: {Kind.ATTRACTION, Kind.ACTIVITY, Kind.PRODUCER},
    Kind.ACTIVITY: {Kind.ATTRACTION, Kind.ACTIVITY, Kind.PRODUCER},
    Kind.EVENT: {Kind.EVENT, Kind.MARKET, Kind.ACTIVITY, Kind.ATTRACTION},
}
"""What stands in for a kind that is full: a hotel for a hotel."""
_WITHIN_KM: Final = 1.0
_FALLBACK_KM: Final = 20.0
_INSTEAD_KM: Final = 12.0
_BEYOND_KM: Final = 8.0
_DETOUR_MINUTES: Final = 10
_NEXT_DOOR_MINUTES: Final = 3
_ON_THE_SPOT_KM: Final = 0.15
"""A way so short has nothing on it."""
_LOOKED_AT: Final = 24
_SHELTERS: Final = tuple(
    map(
        TermId,
        (
            *("museum", "interpretation_centre", "gallery", "cinema", "aquarium", "cave"),
            *("covered_market", "craft_workshop", "company_visit", "winery", "bowling", "mine"),
        ),
    )
)
_COOL: Final = tuple(
    map(TermId, ("cave", "swimming", "lake", "forest", "waterfall", "museum", "church", "mine"))
)
_COMPLEMENTS: Final = {
    Kind.ATTRACTION: ("viewpoint", "village", "farm", "winery", "tea_room", "market", "restaurant"),
    Kind.ACTIVITY: ("village", "ice_cream", "farm", "viewpoint", "restaurant", "museum"),
    Kind.ITINERARY: ("village", "cafe", "viewpoint", "farm", "restaurant", "castle"),
    Kind.EVENT: ("village", "viewpoint", "restaurant", "museum", "winery"),
    Kind.MARKET: ("village", "viewpoint", "museum", "castle", "garden"),
    Kind.FOOD: ("village", "viewpoint", "garden", "castle"),
    Kind.LODGING: ("village", "restaurant", "farm", "viewpoint"),
    Kind.PRODUCER: ("village", "viewpoint", "castle", "garden"),
    Kind.SHOP: ("village", "viewpoint", "garden"),
}
"""What widens the question, by the kind of the first proposal, the best first."""
_BED: Final = frozenset({Kind.LODGING})
_BEDS: Final = ("stage_shelter", "hostel", "campsite", "guesthouse", "hotel")


def beside(
    adviser: Weighing,
    advice: Advice,
    ranked: Sequence[Proposal],
    *,
    asked: Asked | None,
    here: Point,
    now: datetime,
) -> Advice:
    """The advice with all that goes with its first proposal."""
    if only_practical(advice.request):
        return advice
    listings = [proposal.listing for proposal in advice.proposals]
    # Without a time, what goes with it is for today.
    asked = _one_day(asked or asked_time("today", now), advice.proposals[0], now)
    fallback = _fallback(adviser, advice, ranked, asked, here, now)
    month = (asked.days[0] if asked else now.date()).month
    told = {proposal.listing.id for proposal in (*advice.proposals, *advice.near_misses)}
    if fallback is not None:
        told.add(fallback.proposal.listing.id)
    return replace(
        advice,
        fallback=fallback,
        on_the_way=_on_the_way(adviser, advice, told, asked, here, now),
        practical=practical(adviser, advice.proposals, advice.request),
        gesture=told_gesture(adviser, listings, month, now),
    )


def _one_day(asked: Asked | None, first: Proposal, now: datetime) -> Asked | None:
    """Of a month or a weekend the day of the first proposal: what goes with it is on then too."""
    if asked is None or len(asked.days) < 2:
        return asked
    today = wall(now).date()
    day = first.standing.day or (today if today in asked.days else None)
    return replace(asked, days=(day,)) if day in asked.days else asked


def told_gesture(
    adviser: Weighing, listings: Sequence[Listing], month: int, now: datetime
) -> Gesture | None:
    """The gesture that fits; none beside toilets and cash machines."""
    if all(listing.kind in PRACTICAL for listing in listings):
        return None
    return gesture_for(
        listings[:1], month=month, seed=f"{now.date()}{listings[0].id}", drought=adviser.drought
    )


def _fallback(
    adviser: Weighing,
    advice: Advice,
    ranked: Sequence[Proposal],
    asked: Asked | None,
    here: Point,
    now: datetime,
) -> Fallback | None:
    """Something else near the first proposal, surely open then before not known to be."""
    first = advice.proposals[0].listing
    if first.kind not in _OUT | {Kind.FOOD, Kind.LODGING} or several_days(first):
        return None
    taken = {proposal.listing.id for proposal in advice.proposals}
    situation = _situation(advice, first)
    if situation == "full":
        return _instead(advice, ranked, taken, here)
    shelter = profiles()["weather_rain" if situation == "rain" else "weather_hot"]
    sorts, start = _SHELTERS if situation == "rain" else _COOL, point_of(first)
    around = _around(adviser, start, sorts)
    way = distance_km(here, start)
    if way > _FALLBACK_KM:  # rain that falls before one sets out keeps nobody from what is near
        around = {**_around(adviser, here, sorts), **around}
    best: tuple[tuple[bool, bool, bool, float, str], Proposal] | None = None
    for id, (away, listing) in sorted(around.items(), key=lambda each: (each[1][0], each[0])):
        if id in taken or not suits(listing, shelter):
            continue
        if not SETTLED.isdisjoint(listing.concepts[:1]):
            continue  # a town with a covered market is no roof
        proposal = adviser.told(listing, advice.request, asked, here=here, now=now)
        if proposal.against or unsuited(proposal) or unvouched(proposal):
            continue
        if proposal.standing.soon or _too_dear(listing, advice.request):
            continue
        order = (
            distance_km(here, point_of(listing)) > max(way + _BEYOND_KM / 2, _FALLBACK_KM),
            _is_for_others(proposal, advice.request),
            proposal.open is None,
            away,
            id,
        )
        if best is None or order < best[0]:
            best = order, proposal
        if not any(order[:3]):
            break  # what comes is farther
    return Fallback(situation, best[1]) if best is not None else None


def _instead(
    advice: Advice, ranked: Sequence[Proposal], taken: Collection[ListingId], here: Point
) -> Fallback | None:
    """What stands in for the first proposal where it is full."""
    first = advice.proposals[0].listing
    names = {_name(proposal.listing) for proposal in advice.proposals}
    if first.kind is Kind.ATTRACTION and not _fills(first):
        return None
    near = point_of(first)
    another = next(
        (
            each
            for each in ranked
            if each.listing.id not in taken
            and each.listing.kind in _INSTEAD.get(first.kind, {first.kind})
            # Two records of one place that nobody has joined yet are one plan.
            and _name(each.listing) not in names
            and not _stands_in(each.listing, here)
            and (advice.request.weather is None or suits_weather(each))
            # A walk in the park is not what a museum was chosen for.
            and (first.kind is not Kind.ATTRACTION or _situation(advice, each.listing) == "full")
            and not (unsuited(each) or unvouched(each))
            and distance_km(near, point_of(each.listing)) <= _INSTEAD_KM
        ),
        None,
    )
    return Fallback("full", another) if another is not None else None


def _is_for_others(each: Proposal, request: Request) -> bool:
    """Whether children come, and nothing says that it is for them."""
    children = any(who in CHILDREN or who.startswith("age:") for who in request.party)
    return children and not any(reason.key.startswith("party:") for reason in each.reasons)


def _fills(first: Listing) -> bool:
    """Whether a sight may have no room left: no bridge, no church and no garden is ever full."""
    return hours_expected(first) and _ROOMY.isdisjoint(first.concepts[:1])


def _too_dear(listing: Listing, request: Request) -> bool:
    """Whether its price is stated and more than what may be spent."""
    limit, lowest = request.max_price, lowest_price(listing)
    return isinstance(limit, float) and lowest is not None and lowest > limit


def _name(listing: Listing) -> str:
    """The name by which two records of one place are told to be one."""
    best = listing.name.best("fr")
    return " ".join(words(best.text)) if best is not None else listing.id


def _situation(advice: Advice, first: Listing) -> Situation:
    """What may spoil the first proposal: rain if it lies under the sky, heat if heat was named
    and it is no cool place, else that it is full."""
    if first.kind in {Kind.FOOD, Kind.LODGING}:
        return "full"
    if advice.request.weather == "hot":
        return "full" if suits(first, profiles()["weather_hot"]) else "hot"
    return "rain" if is_avoided(first, profiles()["weather_rain"]) else "full"


def _on_the_way(
    adviser: Weighing,
    advice: Advice,
    told: Collection[ListingId],
    asked: Asked | None,
    here: Point,
    now: datetime,
) -> OnTheWay | None:
    """One thing of another sort between here and the first proposal, or a few minutes beyond."""
    first = advice.proposals[0]
    walked = several_days(first.listing)  # who walks for days needs a bed first of all
    sorts = _BEDS if walked else _COMPLEMENTS.get(first.listing.kind)
    if sorts is None:
        return None
    own = {term for c in first.listing.concepts for term in (c, *wider(c))}
    hungry, late = _meal_time(asked, now), _late(asked, now)
    terms = tuple(
        TermId(sort)
        for sort in sorts
        if sort not in own and (hungry or sort not in {"restaurant", "cafe"})
    )
    mode = first.way.mode
    goal = point_of(first.listing)
    direct = distance_km(here, goal)
    if direct < _ON_THE_SPOT_KM and not walked:
        return None
    # Longer than the way itself is on no way.
    detour = min(_DETOUR_MINUTES, max(_NEXT_DOOR_MINUTES, minutes(direct, mode)))
    best: tuple[tuple[float, str], OnTheWay] | None = None
    for id, (_, listing) in _around(adviser, goal, terms, _BEYOND_KM).items():
        point = point_of(listing)
        further = distance_km(here, point) + distance_km(point, goal) - direct
        longer = minutes(further, mode) if further > 0.05 else 0
        if id in told or longer > detour or listing.kind == first.listing.kind:
            continue
        if (
            listing.kind not in (_BED if walked else _SORTS)
            or _stands_in(listing, here)
            or several_days(listing)
            or _wet(listing, advice)
        ):
            continue
        proposal = adviser.told(listing, advice.request, asked, here=here, now=now)
        dear = _too_dear(listing, advice.request)
        if dear or proposal.against or unsuited(proposal) or (late and not proposal.open):
            continue
        sort = min((at for at, term in enumerate(terms) if _is(listing, term)), default=len(terms))
        # Known to be open weighs more than a few minutes, an often shown place less.
        weight = (
            longer
            + 2 * sort
            + 8 * (proposal.open is None and bool(listing.openings))
            + 3 * adviser.shown.get(listing.id, 0)
            - 4 * bool(listing.labels)
        )
        if best is None or (weight, id) < best[0]:
            best = (weight, id), OnTheWay(proposal, longer)
    return best[1] if best is not None else None


def _stands_in(listing: Listing, here: Point) -> bool:
    """Whether it is the village where the visitor stands."""
    return bool(SETTLED & set(listing.concepts)) and (
        distance_km(here, point_of(listing)) <= _WITHIN_KM
    )


def _wet(listing: Listing, advice: Advice) -> bool:
    """Whether the weather that was named spoils it."""
    weather = of_weather(advice.request)
    return weather is not None and is_avoided(listing, weather)


def _late(asked: Asked | None, now: datetime) -> bool:
    """Whether it is evening when one sets out: then only an open door is worth a stop."""
    start = asked.windows(now)[0].start if asked is not None else wall(now)
    if asked is not None and asked.whole_days and start.time() == MIDNIGHT:
        return False
    return not _DAYLIGHT[0] <= start.time() < _DAYLIGHT[1]


def _meal_time(asked: Asked | None, now: datetime) -> bool:
    """Whether a table is a thing to think of at the beginning of the asked time."""
    start = asked.windows(now)[0].start if asked is not None else wall(now)
    return any(first <= start.time() <= last for first, last in _MEALS)


def _is(listing: Listing, term: TermId) -> bool:
    return any(term == own or term in wider(own) for own in listing.concepts)


def _around(
    adviser: Weighing, point: Point, terms: Collection[TermId], within: float = _FALLBACK_KM
) -> dict[ListingId, tuple[float, Listing]]:
    """Listings that are one of these, nearest first, with their kilometres."""
    near = adviser.around.near(point, terms, within_km=within, enough=_LOOKED_AT)
    return {listing.id: (near[listing.id], listing) for listing in adviser.catalogue.get_many(near)}
