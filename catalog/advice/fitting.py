"""Whether one listing suits one request: reasons for, cautions against, open or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog import hours
from catalog.advice.model import Caution, Reason
from catalog.model import Kind
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from datetime import date, datetime

    from catalog.advice.timing import Asked
    from catalog.model import Listing
    from catalog.request import Request

_AUDIENCE: Final = {
    "family": "families",
    "kids": "kids",
    "toddler": "toddlers",
    "baby": "toddlers",
    "teens": "teens",
    "couple": "couples",
    "seniors": "seniors",
    "group": "groups",
    "school": "schools",
    "adults": "adults",
}
_OCCASIONS: Final = frozenset({Kind.EVENT, Kind.MARKET})


@dataclass(frozen=True, slots=True)
class Fit:
    """How a listing answers: `against` is what rules it out, and is shown as a near miss."""

    reasons: tuple[Reason, ...]
    cautions: tuple[Caution, ...]
    against: tuple[Caution, ...]
    open: bool | None


def terms(listing: Listing) -> frozenset[str]:
    """All that a listing is, offers or holds, with everything more general."""
    own = {*listing.concepts, *listing.themes, *listing.amenities}
    own.update(label.id for label in listing.labels if label.status == "obtained")
    if listing.itinerary is not None:
        own.update(listing.itinerary.modes)
    return frozenset(own) | {above for term in own for above in wider(term)}


def fit(listing: Listing, request: Request, asked: Asked | None, now: datetime) -> Fit:
    """Compare a listing with a request, field by field; only what is stated counts."""
    seen = listing.confirmed
    has = terms(listing)
    reasons = [Reason("concepts", theme, seen) for theme in request.themes if theme in has] + [
        Reason("labels", label, seen) for label in request.labels if label in has
    ]
    cautions: list[Caution] = []
    against: list[Caution] = [
        Caution("concepts", theme[1:])
        for theme in request.themes
        if theme.startswith("-") and theme[1:] in has
    ]
    if listing.cancelled:
        against.append(Caution("cancelled", "yes"))
    opened = _time(listing, asked, now, seen, reasons, against)
    if opened is None and asked is not None:
        cautions.append(Caution("openings", "unknown"))
    _who(listing, request, seen, reasons, against)
    _price(listing, request, seen, reasons, cautions, against)
    _route(listing, request, seen, reasons, against)
    return Fit(tuple(reasons), tuple(cautions), tuple(against), opened)


def _time(
    listing: Listing,
    asked: Asked | None,
    now: datetime,
    seen: date | None,
    reasons: list[Reason],
    against: list[Caution],
) -> bool | None:
    """Whether it is open (takes place) at the asked time; at `now` when none was asked."""
    occasion = bool(listing.dates) and listing.kind in _OCCASIONS
    periods = listing.dates if occasion else listing.openings
    field = "dates" if occasion else "openings"
    region = hours.region_of(listing.place)
    if listing.dates and hours.over(listing.dates, now.date()):
        against.append(Caution("dates", "past"))
        return False
    if asked is None:
        return {hours.State.OPEN: True, hours.State.CLOSED: False}.get(
            hours.opening(periods, now, region).state
        )
    moments = asked.moments()
    if moments:
        states = {hours.opening(periods, moment, region).state for moment in moments}
    else:
        states = {hours.on_day(periods, day, region).state for day in asked.days}
    if hours.State.OPEN in states:
        reasons.append(Reason(field, "open", seen))
        return True
    if hours.State.UNKNOWN in states:
        return None
    against.append(Caution(field, "closed"))
    return False


def _who(
    listing: Listing,
    request: Request,
    seen: date | None,
    reasons: list[Reason],
    against: list[Caution],
) -> None:
    for member in request.party:
        audience = _AUDIENCE.get(member)
        if audience is not None and audience in listing.audience:
            reasons.append(Reason("audience", audience, seen))
    if "dog" in request.party and listing.pets is not None:
        if listing.pets:
            reasons.append(Reason("pets", "yes", seen))
        else:
            against.append(Caution("pets", "no"))
    if "wheelchair" in request.mobility and listing.access.wheelchair is not None:
        if listing.access.wheelchair:
            reasons.append(Reason("access", "wheelchair", seen))
        else:
            against.append(Caution("access", "wheelchair"))


def _price(
    listing: Listing,
    request: Request,
    seen: date | None,
    reasons: list[Reason],
    cautions: list[Caution],
    against: list[Caution],
) -> None:
    limit = request.max_price
    if not isinstance(limit, float):
        return
    if not listing.prices:
        cautions.append(Caution("prices", "unknown"))
        return
    paid = any((price.minimum or price.maximum or 0) > 0 for price in listing.prices)
    # Free for children beside a tariff for others is no free visit.
    if any(price.free for price in listing.prices) and not paid:
        reasons.append(Reason("prices", "free", seen))
        return
    lowest = min((p.minimum for p in listing.prices if p.minimum), default=None)
    if lowest is None:
        cautions.append(Caution("prices", "unknown"))
    elif lowest <= limit:
        reasons.append(Reason("prices", str(lowest), seen))
    else:
        against.append(Caution("prices", str(lowest)))


def _route(
    listing: Listing,
    request: Request,
    seen: date | None,
    reasons: list[Reason],
    against: list[Caution],
) -> None:
    route = listing.itinerary
    if route is None:
        return
    if request.max_km is not None and route.distance_m is not None:
        # "About five miles" is no fence: a fifth more still answers.
        if route.distance_m <= request.max_km * 1200:
            reasons.append(Reason("itinerary.distance_m", str(route.distance_m), seen))
        else:
            against.append(Caution("itinerary.distance_m", str(route.distance_m)))
    if request.difficulty is not None and route.difficulty is not None:
        if route.difficulty.removeprefix("very_") == request.difficulty:
            reasons.append(Reason("itinerary.difficulty", route.difficulty, seen))
        else:
            against.append(Caution("itinerary.difficulty", route.difficulty))
