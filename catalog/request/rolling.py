"""Bikes that come along, on the road or on a train, and the trailers behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

_BIKES: Final = particles("bikes")
_TRAILERS: Final = particles("trailers")
_COACHES: Final = particles("carries_bikes")
_WAYS: Final = frozenset(map(TermId, ("cycling_route", "greenway", "mtb_route")))
_RIDES: Final = _WAYS | {TermId("cycling"), TermId("mountain_biking")}
_RACE: Final = "sports_event"
_CYCLING: Final = TermId("cycling")
_BESIDE_RIDE: Final = frozenset(
    {Kind.ITINERARY, Kind.ACTIVITY, Kind.ATTRACTION, Kind.FOOD, Kind.LODGING}
)
"""Kinds that may be sought on a ride: a table at its end, a bed."""
_PATHS: Final = particles("cycle_paths")
_ON_FOOT: Final = frozenset({"walking", "skating", "running"})
_OTHER_WHEELS: Final = frozenset({"wheelchair", "reduced", "stroller"})
_OUTINGS: Final = frozenset({Kind.ACTIVITY, Kind.ATTRACTION})
_SEATS: Final = particles("child_seats")
_CAR_FREE: Final = particles("car_free")
_HIRES: Final = frozenset(map(TermId, ("bike_hire", "car_hire")))
_CLAUSE: Final = 2
"""How many words at least stand between a way and a hire that is a wish of its own."""
_HIRED_NEAR: Final = 2
"""How many words beside a bike may tell that it is for hire."""
_CARED_FOR: Final = frozenset({"bike_hire", "bike_repair", "bike_charging"})


def read_bikes(scan: Scan, facts: Facts) -> None:
    """Fill the bikes that are counted, or taken on a train or a bus, and the trailer that a bike
    pulls. Those to be hired or mended are no way to move."""
    marks = [(at, mark) for at, mark in enumerate(scan.marks) if at not in scan.denied]
    bikes = [(at, mark) for at, mark in marks if not _BIKES.isdisjoint(mark.word.split())]
    ridden = "bike" in facts.mobility or any(_RIDES.intersection(mark.terms) for _, mark in marks)
    if not bikes and not ridden:
        return
    for at, mark in marks:
        if not (mark.says("mobility") or _TRAILERS.isdisjoint(mark.word.split())):
            _say(facts, "bike_trailer", mark)
            scan.settled.add(at)
            scan.used.add(at)
    cared_for = any(
        mark.says("hire") or mark.says("repair") or _CARED_FOR & set(mark.terms)
        for _, mark in marks
    )
    prams = [mark.word for _, mark in marks if mark.says("mobility") == "stroller"]
    if "bike" in facts.mobility and _SEATS.issuperset(prams):
        facts.mobility.pop("stroller", None)  # es "ruta en bici con sillita"
    own = [at for at, mark in marks if mark.says("mobility") == "bike"]
    if own and all(_is_hired(scan, at) for at in own):
        facts.mobility.pop("bike", None)
    if all(_is_car_free(scan, at) for at, m in marks if "public_transport" in m.all("mobility")):
        facts.mobility.pop("public_transport", None)
    pulls = "bike_trailer" in facts.mobility
    carried = any(not _COACHES.isdisjoint(mark.word.split()) for _, mark in marks)
    for at, mark in bikes:
        if cared_for or mark.says("mobility"):
            continue
        counted = scan.at(at - 1).amount is not None and not _one(scan.at(at - 1))
        if counted or pulls or carried:
            _say(facts, "bike", mark)
            scan.settled.add(at)


def read_ride(scan: Scan, facts: Facts) -> None:
    """Who seeks a way to ride rides it: "a bike day out", fr "une boucle de vélo"; and who seeks
    an outing by bike seeks a way: it "una gita in bici". Not who asks whether bikes may go there,
    nor who hires one, has it mended or left somewhere, nor who goes on a path for bikes otherwise:
    "walking along the cycle path"."""
    if _RACE in facts.themes and facts.types.keys() == {Kind.EVENT}:
        facts.mobility.pop("bike", None)  # who watches fr "une course cycliste" rides none
    if not facts.types or not facts.types.keys() <= _BESIDE_RIDE:
        return
    _other_wheels(scan, facts)
    if "bike_trailer" in facts.mobility or any(mark.says("may") for mark in scan.marks):
        return
    for at, mark in scan.free():
        before = scan.at(at - 1)
        on_it = "bike" in (mark.says("travel"), mark.says("mobility"))
        if at in scan.denied or not (on_it or _CYCLING in mark.terms):
            continue
        outing = on_it and before.says("idea") and facts.types.keys() <= _OUTINGS
        if outing:
            facts.types.setdefault(Kind.ITINERARY)
            facts.say("types", Kind.ITINERARY, before, mark)
        led = outing or Kind.ITINERARY in before.all("asks")
        if Kind.ITINERARY in facts.types and (led or _CYCLING in mark.terms):
            _say(facts, "bike", mark)


def _other_wheels(scan: Scan, facts: Facts) -> None:
    """Take away a bike that only the name of a path tells of, where somebody walks, skates or
    rolls along it otherwise."""
    if not (_ON_FOOT & facts.themes.keys() or _OTHER_WHEELS & facts.mobility.keys()):
        return
    told = [mark.word for mark in scan.marks if "bike" in mark.all("mobility")]
    if told and _PATHS.issuperset(told):
        facts.mobility.pop("bike", None)


def _is_car_free(scan: Scan, index: int) -> bool:
    """Whether no cars go on the way that is ridden: de "autofreie Radtour", it "pista ciclabile
    senza auto"; behind a comma somebody has none: "sans voiture, une piste cyclable"."""
    word = scan.at(index).word
    if word not in _CAR_FREE:
        return False
    beside = scan.at(index - 1), *map(scan.at, scan.clause(range(index, index + 2))[1:])
    return " " not in word or any(_RIDES.intersection(mark.terms) for mark in beside)


def _is_hired(scan: Scan, index: int) -> bool:
    """Whether the bike itself is for hire: "louer un ebike", nl "ebike huren"."""
    ahead = scan.clause(range(index, index - 1 - _HIRED_NEAR, -1))
    behind = scan.clause(range(index, index + 1 + _HIRED_NEAR))
    return any(scan.at(at).says("hire") for at in (*ahead, *behind))


def rides(scan: Scan) -> bool:
    """Whether somebody tells that they are riding, and not on what it broke: "I'm cycling through
    and broke a spoke", but fr "crevé à vélo"."""
    return any(
        mark.says("mobility") == mark.says("travel") == "bike"
        and not scan.at(at - 1).says("repair")
        for at, mark in enumerate(scan.marks)
    )


def _one(mark: Mark) -> bool:
    """An article: one bike is any."""
    return mark.number is None and mark.amount == 1


def _say(facts: Facts, value: str, mark: Mark) -> None:
    facts.mobility.setdefault(value)
    facts.say("mobility", value, mark)


def hired_kinds(scan: Scan, facts: Facts) -> dict[Kind, None]:
    """What is sought by who hires something: the way too, where it was named before: "a bike ride
    by the river, where can we hire bikes"."""
    ways = [at for at, mark in enumerate(scan.marks) if _WAYS.intersection(mark.terms)]
    hired = (at for at, m in enumerate(scan.marks) if m.says("hire") or _HIRES & {*m.terms})
    named = Kind.ITINERARY in facts.types and ways and ways[0] < next(hired, 0) - _CLAUSE
    return dict.fromkeys((Kind.ITINERARY, Kind.TRANSPORT) if named else (Kind.TRANSPORT,))
