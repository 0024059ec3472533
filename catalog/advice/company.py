"""Those who come, how they move, and the weather: what suits them, what stops them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import SETTLED, reason
from catalog.advice.least_age import least_age_told
from catalog.advice.model import FARE, Caution, Reason
from catalog.advice.profiles import (
    CHILDREN,
    GARDENS,
    WET,
    Profile,
    depends,
    of_party,
    of_weather,
    verdict,
)
from catalog.advice.tariffs import family_price
from catalog.advice.travel import BY_BIKE
from catalog.hours.unstated import hours_expected
from catalog.model import Handicap, Kind, TermId
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from catalog.model import Listing
    from catalog.request import Request

COMPANY: Final = ("party:", "mobility:")
"""How the keys begin of what is said for somebody who comes, or for how they move."""
_ACCESS: Final = {
    "wheelchair": Handicap.MOTOR,
    "reduced": Handicap.MOTOR,
    "joelette": Handicap.MOTOR,
    "blind": Handicap.VISUAL,
}
"""The mark of accessibility that answers a way of moving."""
_ROLLED: Final = TermId("wheelchair_friendly")
"""What a route states that may be done in a wheelchair."""
_LED: Final = {
    "coach": ("amenities", "unknown"),
    "school": ("audience", "unknown"),
    "group": ("audience", "unknown"),
}
"""Those who come many at once, and the field that would say that they may: most houses want to
know beforehand. One of them is told."""
_ANYBODY: Final = "adults"
"""Nearly everything is for them: that it is said so is no merit."""
_FAMILIES: Final = TermId("families")
_SMALLEST: Final = frozenset({"party:toddler", "party:baby"})
_FOR_CHILDREN: Final = frozenset(f"party:{who}" for who in CHILDREN)
_GROWN: Final = frozenset(map(TermId, ("adults", "teens", "seniors", "couples")))
"""Whom a place says to be for where it is not for children."""
_CLASS: Final = "party:school"
_RIDERS: Final = TermId("horse_riders")
_WALKING: Final = TermId("walking")
_RIDDEN: Final = frozenset(map(TermId, ("cycling", "mountain_biking", "greenway", "bike")))
_UNDER_THE_SKY: Final = frozenset(map(TermId, ("picnic_tables", "shade", "barbecue", "playground")))
_UNDER_A_ROOF: Final = TermId("indoor_pool")
_OF_THE_BEDS: Final = frozenset(map(TermId, ("pool", "lifeguard")))
"""What a hotel has for those who sleep there, and not for who only eats."""
_HELPED, _UNKNOWN = 0.7, 0.3
"""How far an access is kept of which only a help is stated, or nothing."""
STEPLESS: Final = frozenset({"wheelchair", "reduced"})
"""Those whom a stated "not for wheelchairs" stops: a joëlette is carried over a step."""


@dataclass(slots=True)
class Findings:
    """What a comparison gathers: for, beside and against, and two shares between 0 and 1
    (None: nothing of the sort was asked)."""

    reasons: list[Reason] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)
    against: list[Caution] = field(default_factory=list)
    kept: list[float] = field(default_factory=list)
    suited: float | None = None
    weather: float | None = None


def company(
    listing: Listing, request: Request, held: dict[str, tuple[str, str]], found: Findings
) -> None:
    """Compare with the profiles of the party and of the weather."""
    suited = []
    coming = dict(of_party(request))
    led = next((name for name in _LED if name in coming), "")
    aside = _UNDER_THE_SKY if request.weather in WET else frozenset[TermId]()
    aside |= _OF_THE_BEDS if request.types == (Kind.FOOD,) else frozenset()
    for name, profile in coming.items():
        key = f"party:{name}" if name not in request.mobility else f"mobility:{name}"
        share = _suits(listing, profile, held, key, found, aside=aside)
        suited += [] if name == _ANYBODY else [share]
        if name == led and not share and hours_expected(listing):
            found.cautions.append(Caution(*_LED[name], limit=key))
    if CHILDREN.intersection(coming) and (fare := family_price(listing)) is not None:
        found.reasons.append(reason(listing, "prices", str(fare.minimum), FARE))
    least_age_told(listing, request, found)
    if "dog" in request.party:
        _dog(listing, suited, found)
    if listing.kind is Kind.LODGING and "horse" in request.party:
        _horse(listing, found)
    if BY_BIKE.intersection(request.mobility) and _is_footpath(listing):
        found.cautions.append(Caution("concepts", listing.concepts[0], limit="mobility:bike"))
    for name in request.mobility:
        if name in _ACCESS:
            _access(listing, name, found)
    if suited:
        found.suited = sum(suited) / len(suited)
    _weather(listing, request, held, found)


def _is_footpath(listing: Listing) -> bool:
    """Whether it is a route and stated to be for those on foot alone."""
    modes = listing.itinerary.modes if listing.itinerary is not None else ()
    own = {*modes, *listing.concepts}
    terms = own.union(*map(wider, map(TermId, own)))
    return listing.kind is Kind.ITINERARY and _WALKING in terms and _RIDDEN.isdisjoint(terms)


def _suits(
    listing: Listing,
    profile: Profile,
    held: dict[str, tuple[str, str]],
    key: str,
    found: Findings,
    *,
    aside: frozenset[TermId],
) -> float:
    """How well it suits: 1 stated or by what it is, a half by what it has, 0 not known. `aside`:
    what it may have that is of no use to them now."""
    for stop in profile.stops:
        if stop in held:
            found.against.append(Caution("concepts", held[stop][1], limit=key))
            return 0.0
    share = 0.0
    told = next((own for own in listing.audience if own in profile.audience), None)
    grown = bool(listing.audience) and key in _FOR_CHILDREN and _GROWN.issuperset(listing.audience)
    if told is not None:
        found.reasons.append(reason(listing, "audience", told, key))
        share = 1.0
    judged = verdict(listing, profile)
    # "Families" says nothing of the smallest, who are none of the canoe's, nor "children" of a
    # class, which does not go swimming.
    general = told == _FAMILIES and key in _SMALLEST
    general = general or (key == _CLASS and told != profile.audience[0])
    if judged is not None and judged[0] == "avoids" and (share == 0 or general):
        share = 0.0
        found.cautions.append(Caution("concepts", judged[1], limit=key))
    elif judged is not None and judged[0] == "suits" and not grown:
        at = "concepts" if judged[1] in listing.concepts else "itinerary.modes"
        found.reasons.append(reason(listing, at, judged[1], key))
        share = 1.0
    elif judged is None and not grown and any(_is_named(term, held) for term in profile.suits):
        share = 1.0  # "Grotte de Rouffignac" is a cave, whatever it is filed as
    helps = [own for own in listing.amenities if own in profile.amenities and own not in aside]
    found.reasons.extend(reason(listing, "amenities", own, key) for own in helps[:2])
    return max(share, 0.5 if helps else 0.0) if _route_suits(listing, profile, key, found) else 0.0


def for_grown(listing: Listing, request: Request) -> bool:
    """Whether children come, and it says for whom it is without naming any."""
    young = any(f"party:{who}" in _FOR_CHILDREN for who, _ in of_party(request))
    return young and bool(listing.audience) and _GROWN.issuperset(listing.audience)


def _is_named(term: str, held: dict[str, tuple[str, str]]) -> bool:
    return term in held and held[term][0] == "name"


def _route_suits(listing: Listing, profile: Profile, key: str, found: Findings) -> bool:
    """Whether a route's stated figures are within what suits; a caution where they are not."""
    route = listing.itinerary
    if route is None:
        return True
    fits = True
    hard = route.difficulty is not None and route.difficulty not in profile.difficulties
    if profile.difficulties and hard:
        found.cautions.append(Caution("itinerary.difficulty", str(route.difficulty), limit=key))
        fits = False
    if profile.max_km and route.distance_m is not None and route.distance_m > profile.max_km * 1000:
        found.cautions.append(Caution("itinerary.distance_m", str(route.distance_m), limit=key))
        fits = False
    return fits


def _dog(listing: Listing, suited: list[float], found: Findings) -> None:
    if listing.pets is None and not SETTLED.isdisjoint(listing.concepts[:1]):
        return  # nobody asks leave to walk a dog down a street
    if listing.pets is None:
        found.cautions.append(Caution("pets", "unknown", limit="party:dog"))
    elif listing.pets:
        found.reasons.append(reason(listing, "pets", "yes", "party:dog"))
        suited.append(1.0)
    else:
        found.against.append(Caution("pets", "no", limit="party:dog"))


def _horse(listing: Listing, found: Findings) -> None:
    """Whether a horse has a bed there too: so is said of a house that is for riders."""
    if _RIDERS in listing.audience:
        found.reasons.append(reason(listing, "audience", _RIDERS, "party:horse"))
        found.kept.append(1.0)
    else:
        found.cautions.append(Caution("horses", "unknown", limit="party:horse"))
        found.kept.append(0.0)


def _access(listing: Listing, name: str, found: Findings) -> None:
    key, access = f"mobility:{name}", listing.access
    mark = _ACCESS[name]
    if mark in access.marks:
        found.reasons.append(reason(listing, "access.marks", mark.value, key))
        found.kept.append(1.0)
    elif mark is Handicap.MOTOR and listing.itinerary and _ROLLED in listing.itinerary.modes:
        found.reasons.append(reason(listing, "itinerary.modes", _ROLLED, key))
        found.kept.append(1.0)
    elif mark is Handicap.MOTOR and access.wheelchair:
        found.reasons.append(reason(listing, "access.wheelchair", "yes", key))
        found.kept.append(1.0)
    elif name in STEPLESS and access.wheelchair is False:
        found.against.append(Caution("access.wheelchair", "no", limit=key))
    elif name == "blind" and any(each.key == key for each in found.reasons):
        found.kept.append(_HELPED)  # braille, an audio guide: what helps is stated
    else:
        found.cautions.append(Caution("access", "unknown", limit=key))
        found.kept.append(_UNKNOWN)


def is_hard(listing: Listing) -> bool:
    route = listing.itinerary
    return route is not None and (route.difficulty or "").endswith("hard")


def _other_way(
    listing: Listing, request: Request, held: dict[str, tuple[str, str]], profile: Profile
) -> bool:
    """Whether the way asked for is none of those that the weather spoils: a network of paths may
    have some for mountain bikes."""
    own = (held[theme][1] for theme in request.themes if theme in held)
    return listing.kind is Kind.ITINERARY and any(
        profile.avoids and {way, *wider(TermId(way))}.isdisjoint(profile.avoids) for way in own
    )


def _is_only_its_garden(judged: tuple[str, TermId], held: dict[str, tuple[str, str]]) -> bool:
    """Whether what the weather spoils is the garden of what its name says is a castle."""
    garden = not GARDENS.isdisjoint((judged[1], *wider(judged[1])))
    return judged[0] == "avoids" and garden and _is_named("castle", held)


def _weather(
    listing: Listing, request: Request, held: dict[str, tuple[str, str]], found: Findings
) -> None:
    profile = of_weather(request)
    if profile is None:
        return
    judged = verdict(listing, profile)
    if judged is not None and _is_only_its_garden(judged, held):
        judged = None  # "Domaine national du Château de Pau", filed as a garden alone
    stop = next((own for own in listing.concepts if own in profile.stops), None)
    if stop is not None:
        found.against.append(Caution("concepts", stop, limit="weather"))
        return
    if request.weather == "hot" and is_hard(listing):
        hard = str(listing.itinerary and listing.itinerary.difficulty)
        found.cautions.append(Caution("itinerary.difficulty", hard, limit="weather"))
        found.weather = 0.0
        return
    helps = next((own for own in listing.amenities if own in profile.amenities), None)
    if judged is not None and judged[0] == "suits":
        at = "concepts" if judged[1] in listing.concepts else "itinerary.modes"
        found.reasons.append(reason(listing, at, judged[1], "weather"))
        found.weather = 1.0
    elif helps is not None:
        found.reasons.append(reason(listing, "amenities", helps, "weather"))
        found.weather = 0.8
    elif request.weather in WET and _UNDER_A_ROOF in held:
        found.weather = 0.8
        if _UNDER_A_ROOF not in request.themes:  # else it is told as what was asked for
            found.reasons.append(reason(listing, *held[_UNDER_A_ROOF], "weather"))
    elif judged is not None and not _other_way(listing, request, held, profile):
        asked = set(request.themes) & {judged[1], *listing.concepts}
        # Who names the lake and the rain wants the lake; who names the rain alone does not.
        (found.cautions if asked else found.against).append(
            Caution("concepts", judged[1], limit="weather")
        )
        found.weather = 0.0
    elif request.weather in WET and (depends(listing, profile) or _is_named("castle", held)):
        if hours_expected(listing):  # of a village nobody wonders
            found.cautions.append(Caution("weather", "unknown", limit="weather"))
        found.weather = 0.25
    else:
        found.weather = 0.5
