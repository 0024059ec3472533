"""What grants the wishes of a day that are told in an order: candidates for each, the hours of its
part of the day, and the day that has room for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from catalog.advice.dayhours import Stretches
from catalog.advice.limits import WHOLE_DAY, asked_minutes, several_days_asked
from catalog.advice.model import Proposal
from catalog.advice.ordered import Order
from catalog.advice.outing import TABLES, rides_to
from catalog.advice.sought import refused_themes
from catalog.advice.things import is_lunch, is_treat, things_of
from catalog.advice.timing import EVENING, PARTS, asked_time
from catalog.advice.travel import STROLL_KM, point_of
from catalog.advice.weighing import Weighing
from catalog.advice.wish import Wish
from catalog.geo import Point, distance_km
from catalog.model import Kind, Listing, ListingId, TermId
from catalog.request import Request

_EACH: Final = 8
"""Candidates for all the wishes together, shared among them."""
_LEAST: Final = 2
_FIRST: Final = 2
"""Of the subjects of a place those it is about: the others are beside."""
_PLACE_KM: Final = 5.0
"""How far from a place that is named lies what is seen there."""
FARTHEST_KM: Final = 30.0
"""Nobody drives farther for one of several wishes."""
_BESIDE_KM: Final = 15.0
"""How far what is had in passing, an ice cream, lies from another wish."""
LATE: Final = 22 * 60 + 30
"""When a day ends that has an evening."""
_DINNER_STAY: Final = 90
_HOURS: Final = {
    "morning": (0, 13 * 60),
    "midday": (11 * 60 + 30, 15 * 60),
    "afternoon": (13 * 60, 19 * 60),
    "evening": (18 * 60, 24 * 60),
    "night": (20 * 60, 26 * 60),
}
"""Between which minutes a wish of that part is granted."""
_DINNER: Final = (19 * 60, 24 * 60)
"""No kitchen is sure to be open before."""


_TEA: Final = (14 * 60 + 30, 18 * 60 + 30)
"""When one has coffee and cake, of a day that lasts until then."""
_COFFEE: Final = (10 * 60 + 30, 24 * 60)
"""The same of a morning."""
_TREAT_STAY: Final = 45


_LATE: Final = frozenset({"afternoon", "evening"})
_RIDE: Final = Wish(terms=(TermId("cycling"),), kinds=(Kind.ITINERARY,))


@dataclass(frozen=True, slots=True)
class Granted:
    """What grants a wish."""

    wish: Wish
    proposals: tuple[Proposal, ...]


def in_passing(wishes: Sequence[Wish]) -> frozenset[str]:
    """The sorts of food among them at which nobody has lunch."""
    served = (wish for wish in wishes if _in_passing(wish) and not is_lunch(wish))
    return frozenset(term for wish in served for term in wish.terms)


def lunches(wishes: Sequence[Wish]) -> bool:
    """Whether who has nothing but these eats between them."""
    several = len({wish.part for wish in wishes}) > 1 or len(wishes) > _LEAST
    return several or any(map(is_lunch, wishes))


def is_dinner(wish: Wish) -> bool:
    """Whether it is a table in the evening."""
    return wish.kinds == (Kind.FOOD,) and wish.part in EVENING


def sat(wish: Wish) -> int | None:
    """The minutes for which one sits down, None where nobody does."""
    if is_dinner(wish):
        return _DINNER_STAY
    return _TREAT_STAY if is_treat(wish) else None


def makes_a_day(request: Request, order: Order | None, least: int) -> bool:
    """Whether a day is to be planned by the order in which its wishes are told: it has the
    `least` minutes, or several wishes besides a table."""
    if order is None or Kind.LODGING in request.types:
        return False
    minutes = asked_minutes(request.duration)
    if minutes is not None:
        return minutes >= least
    # An ice cream after a walk makes no day of it.
    own = (
        not is_lunch(wish) and (is_dinner(wish) or not _in_passing(wish)) for wish in order.wishes
    )
    return order.told and sum(own) > 1


def in_its_time(request: Request, order: Order, now: datetime) -> Request:
    """The request for the whole of the day of which parts were told, on the day it is: from the
    first of them on where no length was told."""
    parts = sorted(order.parts, key=[*PARTS].index)
    if not parts and not request.duration and request.when is None:
        return replace(request, when="today")
    first = next((w for w in sorted(order.wishes, key=_step) if not is_lunch(w)), order.wishes[0])
    said = (request.when or "any").partition("@")[0]
    other = said.endswith(tuple(PARTS)) and not said.endswith((parts and parts[0]) or "")
    short = not request.duration or (asked_minutes(request.duration) or 0) < WHOLE_DAY
    alone = len(parts) == 1 and short and first.part
    if not parts or (alone and not other):
        return request
    day = said.rpartition(":")[0] if said.endswith(tuple(PARTS)) else said
    found = asked_time(f"{day}:{parts[0]}", now)
    if found is None or len(found.days) != 1:
        return replace(request, when=day if day != "any" else None)
    begins = said.rpartition(":")[2]  # "in the afternoon and the evening: …, and then dinner"
    if begins not in _LATE or parts[0] not in EVENING:
        begins = parts[0] if first.part not in {"", "morning"} else ""
    begin = PARTS[begins][0] if begins and not request.duration else None
    return replace(
        request, when=f"date:{found.days[0]:%m-%d}" + (f"@{begin:%H:%M}+" if begin else "")
    )


def with_the_ride(request: Request, order: Order | None, text: str) -> Order | None:
    """The wishes of a day by bicycle that is to have something in it besides: the way is one of
    them."""
    if not rides_to(request) or several_days_asked(request):
        return order
    wishes = order.wishes if order is not None else things_of(request, text)
    told = order is not None and order.told
    return Order((*wishes, _RIDE), told=told)


def by_day(order: Order | None, days: int, named: Sequence[str]) -> list[tuple[Wish, ...]]:
    """The wishes of each day: in their order from the first day to the last, but those of parts
    of one day on the first. `named`: the places to be seen, where several were named: where one
    is to be back is none."""
    shares: list[tuple[Wish, ...]] = [()] * days
    if order is None or not days:
        return shares
    steps = 1 + max(wish.step or 0 for wish in order.wishes)
    for wish in order.wishes:
        if named and wish.place and not wish.terms and wish.place not in named:
            continue
        own = 0 if order.parts else (wish.step or 0) * min(days, steps) // steps
        for day in range(days) if wish.step is None else (own,):
            shares[day] = (*shares[day], wish)
    return shares


def _step(wish: Wish) -> int:
    return wish.step or 0


def end_of(order: Order, end: int) -> int:
    """When a day ends that has an evening."""
    return max(end, LATE) if order.parts & EVENING else end


def hours_of(wish: Wish, known: Stretches | None, end: int) -> Stretches | None:
    """When it can be granted by what is open then, on a day until `end`."""
    if is_treat(wish) and wish.part in {"", "afternoon"}:
        first, last = _TEA if end >= _TEA[0] + _TREAT_STAY else _COFFEE
    elif not wish.part:
        return known
    else:
        first, last = _DINNER if is_dinner(wish) else _HOURS[wish.part]
    if known is None:
        return ((first, last),)
    cut = ((max(opens, first), min(closes, last)) for opens, closes in known)
    return tuple((opens, closes) for opens, closes in cut if opens < closes)


@dataclass(frozen=True, slots=True)
class Wishes:
    """The wishes of one day. `request`: of that day; `around`: where one looks; `kept`: those of
    some proposals that make a stop; `told`: a listing beside those who come; `hours`: when it is
    open."""

    adviser: Weighing
    request: Request
    around: Point
    now: datetime
    kept: Callable[[Sequence[Proposal]], list[Proposal]]
    told: Callable[[Listing], Proposal]
    hours: Callable[[Listing], Stretches | None]

    def granted(self, wishes: Sequence[Wish]) -> list[Granted]:
        """What grants each; what is only had in passing, near what grants the others."""
        sought = [wish for wish in wishes if not is_lunch(wish)]
        most = max(_LEAST, _EACH // max(1, len(sought)))
        taken: set[ListingId] = set()
        found: dict[Wish, tuple[Proposal, ...]] = {}
        points = [self.around]
        for wish in sorted(sought, key=_in_passing):
            at = self.adviser.where(wish.place, self.around) if wish.place else None
            fit = self._served(wish, points) if _in_passing(wish) else self._seen(wish, at, sought)
            free = [each for each in fit if each.listing.id not in taken]
            found[wish] = _best_and_nearest(free, most)
            taken.update(each.listing.id for each in found[wish])
            points += [point_of(each.listing) for each in found[wish][:_LEAST]]
        return [Granted(wish, found[wish]) for wish in sought]

    def _seen(self, wish: Wish, at: Point | None, wishes: Sequence[Wish]) -> list[Proposal]:
        refused = refused_themes(self.request)
        if not (wish.terms or wish.place):  # anything but what is wished for by its name
            refused += tuple(f"-{term}" for each in wishes for term in each.terms)
        labels = tuple(term for term in wish.terms if term in self.request.labels)
        themes = tuple(term for term in wish.terms if term not in labels)
        request = replace(
            self.request,
            types=wish.kinds,
            themes=(*themes, *refused),
            labels=labels,
            rest="",
            renown="best" if at is not None and not wish.terms else "",
        )
        fit, _ = self.adviser.compared(request, here=at or self.around, now=self.now)
        start, most = (at, _PLACE_KM) if at is not None else (self.around, FARTHEST_KM)
        near = self.kept([e for e in fit if distance_km(start, point_of(e.listing)) <= most])
        # The museum of glass, before the statue of who spoke for the glassmakers.
        near = [each for each in near if {*each.listing.themes[:_FIRST]} & {*wish.terms}] or near
        # A town is seen in its streets, before what lies around it.
        own = [each for each in near if distance_km(start, point_of(each.listing)) <= STROLL_KM]
        return own if own and at is not None else near

    def _served(self, wish: Wish, points: Sequence[Point]) -> list[Proposal]:
        """What is open in passing: an ice cream, a table in the evening, of another sort where
        there is none of that which is named."""
        if not is_dinner(wish):
            return self._tables(wish.terms or TABLES, points, _LEAST)
        sure: list[tuple[bool, Proposal]] = []
        for terms in (wish.terms or TABLES, TABLES):
            for each in self._tables(terms, points, _EACH) if not sure else ():
                known = self.hours(each.listing)
                if Kind.FOOD in each.listing.kinds and hours_of(wish, known, LATE):
                    sure.append((known is None, each))
        # One known to serve then comes before one of which nobody knows; what is shut is none.
        return [each for _, each in sorted(sure, key=lambda told: told[0])]

    def _tables(
        self, terms: tuple[TermId, ...], points: Sequence[Point], enough: int
    ) -> list[Proposal]:
        near = dict[ListingId, float]()
        for point in points:
            beside = self.adviser.around.near(point, terms, within_km=_BESIDE_KM, enough=enough)
            near = {**beside, **near}
        listings = sorted(self.adviser.catalogue.get_many(near), key=lambda e: near[e.id])
        return [each for each in map(self.told, listings) if not each.against]


def _best_and_nearest(fit: Sequence[Proposal], most: int) -> tuple[Proposal, ...]:
    """The best of them, the nearest of all among them: the way decides which is worth it."""
    nearest = min(fit, key=lambda each: each.distance_km, default=None)
    if nearest is None or nearest in fit[:most]:
        return tuple(fit[:most])
    return (*fit[: most - 1], nearest)


def _in_passing(wish: Wish) -> bool:
    return bool(wish.kinds) and set(wish.kinds) <= {Kind.FOOD, Kind.SHOP}
