"""How much a visitor can rely on one listing: a figure from 0 to 100, in named parts.

Each part is what is there of what could be, from 0 to 1, times its weight; a part that a kind of
listing cannot have (a footpath has no telephone, a fountain no description) does not count for it:

    score = 100 × Σ weight × part / Σ weight         over the parts that concern the kind

    part         weight   1                                  ½                      0
    languages      10     share of the eight languages with a name or text
    description    15     80 characters or more              less, or a summary     none
    place          15     coordinates to about 10 m          to about 100 m         coarser
    hours          20     days and hours, not over           days only, not over    none, or over
    contact        10     a telephone                        e-mail or site only    none
    picture         5     one with its credit or licence,                           none such
                          whose rights have not ended
    freshness      15     confirmed in the last 12 months, then less each day until 0 at 36 months
    price           5     an amount, or stated to be free                           none
    access          5     wheelchair or label stated, a "no" too                    nothing stated

The weights follow what offices ask of a record (hours, prices, coordinates, telephone,
translation, access; pictures count least on a screen of text). They say nothing of the place
itself, and no rank that a visitor sees is made of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES, Kind, MonthDay

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from catalog.model import Contact, Listing, Media, Period, Place, Price


class Part(StrEnum):
    """The parts, in the order in which `appraise` gives them."""

    LANGUAGES = "languages"
    DESCRIPTION = "description"
    PLACE = "place"
    HOURS = "hours"
    CONTACT = "contact"
    PICTURE = "picture"
    FRESHNESS = "freshness"
    PRICE = "price"
    ACCESS = "access"


PARTS: Final = tuple(Part)
WEIGHTS: Final = {
    Part.LANGUAGES: 10,
    Part.DESCRIPTION: 15,
    Part.PLACE: 15,
    Part.HOURS: 20,
    Part.CONTACT: 10,
    Part.PICTURE: 5,
    Part.FRESHNESS: 15,
    Part.PRICE: 5,
    Part.ACCESS: 5,
}

_PRACTICAL: Final = frozenset({Kind.SERVICE, Kind.TRANSPORT, Kind.HEALTH})
NOT_ASKED: Final[dict[Part, frozenset[Kind]]] = {
    Part.DESCRIPTION: _PRACTICAL,
    Part.HOURS: frozenset({Kind.ITINERARY}),
    Part.CONTACT: frozenset({Kind.ITINERARY, Kind.SERVICE}),
    Part.PICTURE: _PRACTICAL,
    Part.PRICE: _PRACTICAL | {Kind.ITINERARY, Kind.MARKET, Kind.SHOP, Kind.PRODUCER, Kind.OFFICE},
}
"""The main kinds that a part does not concern."""

ENOUGH_TEXT: Final = 80
FRESH_DAYS: Final = 365
STALE_DAYS: Final = 3 * 365

_EIGHT: Final = frozenset(LANGUAGES)
_CONCERNS: Final = {
    kind: tuple(kind not in NOT_ASKED.get(part, ()) for part in PARTS) for kind in Kind
}
_WEIGHTS: Final = tuple(WEIGHTS[part] for part in PARTS)

Appraisal = tuple[float | None, ...]
"""The parts in order, each from 0 to 1; None where it does not concern the kind."""


def appraise(listing: Listing, today: date) -> Appraisal:
    """What is there of each part. Cheap: a refresh asks it for every listing."""
    languages, written = _texts(listing)
    found = (
        languages,
        written,
        _precision(listing.place),
        _hours(schedule_of(listing), today),
        _contact(listing.contacts),
        _picture(listing.media, today),
        freshness(listing.confirmed, today),
        _price(listing.prices),
        _access(listing),
    )
    concerns = _CONCERNS[listing.kinds[0]]
    if all(concerns):
        return found
    return tuple(part if asked else None for part, asked in zip(found, concerns, strict=True))


def score(appraisal: Appraisal) -> int:
    """The figure, rounded to a whole number."""
    got = possible = 0.0
    for part, weight in zip(appraisal, _WEIGHTS, strict=True):
        if part is not None:
            got += weight * part
            possible += weight
    return int(100 * got / possible + 0.5)


def schedule_of(listing: Listing) -> tuple[Period, ...]:
    """The periods that tell a visitor when to come: the dates of an event or market, the
    opening hours of anything else; the other of the two where there is only that."""
    if listing.kinds[0] in (Kind.EVENT, Kind.MARKET):
        return listing.dates or listing.openings
    return listing.openings or listing.dates


def all_over(periods: Sequence[Period], today: date) -> bool:
    """Whether every opening that is stated lies before `today`. Agrees with `hours.over`, which
    compiles the periods first: too dear for every listing of a refresh."""
    stated = False
    for period in periods:
        if period.closed:
            continue
        start, end = period.start, period.end
        if end is None or isinstance(end, MonthDay):  # open-ended, or returning every year
            return False
        if start is not None and not isinstance(start, MonthDay) and end < start:
            continue  # impossible: says nothing
        if end >= today:
            return False
        stated = True
    return stated


def freshness(confirmed: date | None, today: date) -> float:
    """1 for a record confirmed in the last twelve months, 0 from three years on or unknown."""
    if confirmed is None:
        return 0.0
    age = (today - confirmed).days
    if age <= FRESH_DAYS:
        return 1.0
    return max(0.0, (STALE_DAYS - age) / (STALE_DAYS - FRESH_DAYS))


def _texts(listing: Listing) -> tuple[float, float]:
    """The parts of languages and of description."""
    found = {text.lang for text in listing.name.texts}
    longest = 0
    for text in listing.summary.texts:
        found.add(text.lang)
        longest = 1
    for text in listing.description.texts:
        found.add(text.lang)
        longest = max(longest, len(text.text))
    for text in listing.practical.texts:
        found.add(text.lang)
    described = 1.0 if longest >= ENOUGH_TEXT else 0.5 if longest else 0.0
    return len(found & _EIGHT) / len(_EIGHT), described


def _precision(place: Place) -> float:
    """How finely the point is given, by its decimals: the fifth is a metre, the third 100 m.
    The finer of the two axes counts: the other may end in 0 by chance."""
    latitude, longitude = place.latitude, place.longitude
    if latitude != round(latitude, 3) or longitude != round(longitude, 3):
        return 1.0
    return 0.5 if latitude != round(latitude, 2) or longitude != round(longitude, 2) else 0.0


def _hours(periods: Sequence[Period], today: date) -> float:
    opens = [period for period in periods if not period.closed]
    if not opens or all_over(opens, today):
        return 0.0
    return 1.0 if any(period.slots for period in opens) else 0.5


def _contact(contacts: Iterable[Contact]) -> float:
    best = 0.0
    for contact in contacts:
        if contact.phones:
            return 1.0
        if contact.emails or contact.websites:
            best = 0.5
    return best


def _picture(media: Iterable[Media], today: date) -> float:
    for item in media:
        named = item.credit or item.licence
        if named and (item.rights_end is None or item.rights_end >= today) and _is_picture(item):
            return 1.0
    return 0.0


def _is_picture(media: Media) -> bool:
    return media.mime is None or media.mime.startswith("image/")


def _price(prices: Iterable[Price]) -> float:
    known = any(p.free or p.minimum is not None or p.maximum is not None for p in prices)
    return 1.0 if known else 0.0


def _access(listing: Listing) -> float:
    access = listing.access
    stated = access.wheelchair is not None or access.marks or access.note.texts
    return 1.0 if stated else 0.0
