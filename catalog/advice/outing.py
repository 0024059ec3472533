"""Who wants a day, or half of one, that is planned, and what its stops are to be: the table, the
bed, the train and the car of a day out are no sights."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.by_train import STATION
from catalog.advice.kinds import PRACTICAL, SIGHTS
from catalog.advice.limits import (
    DAY_MINUTES,
    DAY_OUT,
    WHOLE_DAY,
    asked_minutes,
    several_days_asked,
)
from catalog.advice.sought import readings, wanted
from catalog.advice.travel import DRIVEN, stated_mode
from catalog.model import Kind, TermId
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from catalog.request import Request

HALF_DAY: Final = 180
"""Minutes from which on a stay is worth a plan."""
TABLES: Final = tuple(
    map(TermId, ("restaurant", "farm_inn", "bistro", "creperie", "pizzeria", "tea_room"))
)
PICNIC: Final = (TermId("picnic_area"),)
_SIGHTS: Final = (Kind.ACTIVITY, Kind.ATTRACTION)
_SERVED: Final = PRACTICAL | {Kind.FOOD, Kind.LODGING}
_CARRIERS: Final = {"driving": "car", "cycling": "bike", "walking": "walk"}
"""How one goes, by the theme that says so, where no way is sought."""
_AT_HAND: Final = frozenset({"shade", "drinking_water", "picnic_area", "picnic_tables"})
"""What is wished for around the stops of a day, and fills none."""
_IN_PASSING: Final = frozenset(
    map(TermId, ("swimming", "swimming_pool", "playground", "guided_tour", "tasting"))
)
"""What is done among other things on a day out."""
_SEEN_GROUPS: Final = frozenset({"themes", "attraction"})
_LITTLE: Final = frozenset({"low", 0})
_EVENING: Final = re.compile(r":(evening|night)|@(1[7-9]|2\d):")
_ANYBODY: Final = frozenset({"adults", "couple", "group"})
TABLE_REFUSED: Final = "-restaurant"


def is_planned(request: Request) -> bool:
    """Whether half a day or more is to be filled with stops: not by whoever is after one long
    walk, an afternoon in a canoe, a bed or a car park for the day."""
    minutes = asked_minutes(request.duration)
    if minutes is None or minutes < HALF_DAY or _takes_the_time(request):
        return False
    kinds = frozenset(request.types)
    if not kinds or kinds & SIGHTS:
        return True
    if Kind.LODGING in kinds:
        return False
    if until_a_train(request):
        return True
    if minutes >= 2 * DAY_MINUTES and Kind.ITINERARY in kinds:
        return True
    if kinds & {Kind.PRODUCER} or only_carried(request) or _seen_on_foot(request):
        return True
    if _seen_by_car(request):
        return True
    if kinds == {Kind.FOOD}:  # nobody is at table for hours
        return minutes >= WHOLE_DAY or not _EVENING.search(request.when or "")
    return kinds == {Kind.SERVICE} and _AT_HAND.issuperset(request.themes)


def _takes_the_time(request: Request) -> bool:
    """Whether the hours are those of the one thing that is done: a canoe hired for half a day, a
    day on horseback. A bath leaves time for something else."""
    known = concepts()
    groups = readings(request, wanted(request))
    return (
        request.types == (Kind.ACTIVITY,)
        and (asked_minutes(request.duration) or 0) <= DAY_MINUTES
        and len(groups) == 1
        and any(known[term].group == Kind.ACTIVITY for term in groups[0])
        and _IN_PASSING.isdisjoint(groups[0])
    )


def until_a_train(request: Request) -> bool:
    """Whether the time until a train leaves is to be filled: "half a day, at the station by 1"."""
    by_then = (request.when or "").endswith("-")
    return by_then and request.types == (Kind.TRANSPORT,) and request.themes == STATION


def rides(request: Request) -> bool:
    """Whether a day by bicycle is meant, of which the way may be what is sought."""
    return Kind.ITINERARY in request.types and "cycling" in request.themes


def rides_to(request: Request) -> bool:
    """Whether a day by bicycle is to have something in it besides the ride: a bath, a table."""
    known = concepts()
    seen = (
        theme
        for theme in request.themes
        if theme in known and not is_way(theme) and theme not in _AT_HAND - {*PICNIC}
    )
    out = "bike" in request.mobility and (asked_minutes(request.duration) or 0) >= WHOLE_DAY
    return (rides(request) or out) and (Kind.FOOD in request.types or any(seen))


def goes_its_way(request: Request) -> bool:
    """Whether the way may be all that is sought: by bicycle, or on foot to something."""
    return rides(request) or _seen_on_foot(request)


def _seen_on_foot(request: Request) -> bool:
    """Whether something is to be seen on foot that is no way: "Roman Saintes on foot"."""
    return "walking" in request.themes and _only_sees(request)


def _seen_by_car(request: Request) -> bool:
    """Whether a tour by car is told of what is to be seen: "a day trip along the villages"."""
    return "driving" in request.themes and tours_by_car(request) and _only_sees(request)


def _only_sees(request: Request) -> bool:
    """Whether a way is told, and something to be seen on it that is no way."""
    known = concepts()
    return set(request.types) == {Kind.ITINERARY} and any(
        theme in known
        and not is_way(theme)
        and known[TermId(theme)].group in _SEEN_GROUPS
        and not _SERVED.issuperset(known[TermId(theme)].kinds or (Kind.EVENT,))
        for theme in request.themes
    )


def of_the_day(request: Request) -> Request:
    """The request with nothing but what the stops are to be, and how one goes between them."""
    known = concepts()
    ways = _carriers(request)
    served = {
        theme
        for theme in request.themes
        if theme in known and _SERVED.issuperset(known[TermId(theme)].kinds or (Kind.EVENT,))
    }
    gone = served | ways | (_AT_HAND & {*request.themes})
    themes = tuple(theme for theme in request.themes if theme not in gone)
    types = tuple(kind for kind in request.types if kind not in _SERVED)
    if ways and not any(is_way(theme) for theme in themes):
        types = tuple(kind for kind in types if kind is not Kind.ITINERARY)
    by = () if stated_mode(request.mobility) else tuple(_CARRIERS[way] for way in sorted(ways)[:1])
    return replace(
        request,
        types=types or (_SIGHTS if request.types else ()),
        themes=themes,
        mobility=(*request.mobility, *by),
    )


def _carriers(request: Request) -> frozenset[str]:
    """The themes that only say how one goes: a car, or a bicycle for a day; on foot, where no
    walk is sought."""
    ways = _CARRIERS.keys() & {*request.themes}
    if _seen_on_foot(request):
        return frozenset({"walking"})
    if _seen_by_car(request):
        return frozenset({"driving"})
    if _way_named(request) and Kind.ITINERARY in request.types:
        return frozenset()
    if Kind.ITINERARY in request.types:
        ways -= {"walking"}
        if several_days_asked(request):
            ways -= {"cycling"}
    return frozenset(ways)


def eaten_at(request: Request) -> tuple[tuple[TermId, ...], ...]:
    """Where those eat at noon: tables of the sort that was named, else any; a picnic where it was
    asked for or nothing is to be spent, and before a table where little is."""
    known = concepts()
    themes = frozenset(request.themes)
    if themes & {*PICNIC, "picnic_tables"} or TABLE_REFUSED in themes or request.max_price == 0:
        return (PICNIC,)
    named = tuple(
        TermId(theme)
        for theme in request.themes
        if theme in known and known[TermId(theme)].kinds == (Kind.FOOD,)
    )
    tables = (named, TABLES) if named and named != TABLES[:1] else (TABLES,)
    return (PICNIC, *tables) if request.max_price in _LITTLE else tables


def eaten_at_in_rain(
    tables: tuple[tuple[TermId, ...], ...], request: Request
) -> tuple[tuple[TermId, ...], ...]:
    """The same where nobody picnics; none where no table was wanted or nothing is to be spent."""
    if TABLE_REFUSED in request.themes or request.max_price == 0:
        return ()
    return tuple(terms for terms in tables if terms != PICNIC) or (TABLES,)


def only_carried(request: Request) -> bool:
    """Whether the way is only how one goes: "a whole day by car, medieval sites"."""
    carried = {"driving", "cycling"} & {*request.themes}
    return bool(carried) and Kind.ITINERARY in request.types and not _way_named(request)


def tours_by_car(request: Request) -> bool:
    """Whether a tour by car is sought: its stops are what it is a tour of, one after another."""
    named = "driving_route" in request.themes or _way_named(request)
    return named and not DRIVEN.isdisjoint(request.mobility)


def is_way(theme: str) -> bool:
    """Whether it is a way: on foot, by bicycle, by car."""
    known = concepts()
    return theme in known and Kind.ITINERARY in known[TermId(theme)].kinds


def _way_named(request: Request) -> bool:
    """Whether the way is named as a thing to seek: "a tour by car", where "by car" only says
    how."""
    by = {(span.start, span.end) for span in request.spans if span.key == "mobility"}
    ways = {
        (span.start, span.end)
        for span in request.spans
        if span.key == "types" and span.value == Kind.ITINERARY
    }
    return bool(ways - by)


def names_nothing(request: Request) -> bool:
    """Whether somebody has a day or days, and named nothing, and nobody who needs something of
    their own: they want what not to miss."""
    long = (asked_minutes(request.duration) or 0) >= DAY_OUT
    grown = all(who in _ANYBODY or who[:2] == "n:" for who in request.party)
    driven = DRIVEN.issuperset(request.mobility)
    return long and grown and driven and not (wanted(request) or request.weather)
