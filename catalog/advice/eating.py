"""Where those eat at noon who are out for a day: near where they are then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.advice.company import STEPLESS
from catalog.advice.dayhours import Stretches, open_at_noon
from catalog.advice.holding import holdings
from catalog.advice.model import Proposal
from catalog.advice.outing import PICNIC
from catalog.advice.stops import BOOKED
from catalog.advice.tariffs import lowest_price
from catalog.advice.travel import point_of
from catalog.advice.weighing import Weighing
from catalog.geo import Point, distance_km
from catalog.model import Kind, Listing, ListingId, TermId

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


AT_HAND_KM: Final = 5.0
"""How far a table may lie from what is seen before or after it, to need no other."""
_STEPLESS: Final = frozenset(f"mobility:{name}" for name in STEPLESS)
_FEW: Final = 3
_MOST: Final = 5
_REACH_KM: Final = 15.0


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one day. `told`: a listing beside those who come; `hours`: when it is open;
    `hindered`: whether a table counts first of which it is stated that one gets in; `had`: what
    else it is to have, which counts next."""

    adviser: Weighing
    origin: Point
    told: Callable[[Listing], Proposal]
    hours: Callable[[Listing], Stretches | None]
    hindered: bool
    had: frozenset[TermId] = frozenset()

    def beside(
        self,
        sights: Sequence[Proposal],
        sorts: Sequence[tuple[TermId, ...]],
        *,
        used: Collection[ListingId],
        without: Collection[ListingId],
    ) -> list[Proposal]:
        """Where to eat, of the first of the sorts of which there is any. `used`: where one has
        eaten, for when there is nowhere else; `without`: where nobody wants to."""
        found = (self._of(terms, sights, used, without) for terms in sorts)
        return next(filter(None, found), [])

    def _of(
        self,
        terms: tuple[TermId, ...],
        sights: Sequence[Proposal],
        used: Collection[ListingId],
        without: Collection[ListingId],
    ) -> list[Proposal]:
        """Where to eat near here or near the best sights, those known to be open first, then what
        lies next to most of the others."""
        around, seen = self.adviser.around, {each.listing.id for each in sights}
        near = dict[ListingId, float]()
        for point in (self.origin, *(point_of(each.listing) for each in sights[:2])):
            near |= around.near(point, terms, within_km=_REACH_KM, enough=12)
        reached = [
            around.near(point_of(each.listing), terms, within_km=_REACH_KM, enough=_FEW)
            for each in sights
        ]
        for there in reached:
            near = there | near
        found = []
        for listing in self.adviser.catalogue.get_many({*near} - {*without}):
            known = self.hours(listing)
            # A railway with a bar is no table, nor is a garden that one pays for or has just seen.
            food = Kind.FOOD in listing.kinds
            free = terms == PICNIC and listing.id not in seen and not lowest_price(listing)
            booked = not BOOKED.isdisjoint(listing.concepts[:1])  # nor a balloon with a bar
            if not (food or free) or booked or not open_at_noon(known):
                continue
            proposal = self.told(listing)
            if not proposal.against:
                found.append((known is None, near[listing.id], listing.id, proposal))
        if self.hindered:
            found = [each for each in found if _is_stepless(each[3])] or found
        if self.had:
            found = [
                each for each in found if self.had <= holdings(each[3].listing).keys()
            ] or found
        found.sort(key=lambda each: each[:3])
        left = [each for each in found if each[2] not in used] or found
        taken = left[:_FEW]
        for there in reached:  # whoever is there eats there
            ids = [each[2] for each in taken]
            if any(there.get(id, _REACH_KM) < AT_HAND_KM for id in ids):
                continue
            others = [each for each in left if each[2] in there and each[2] not in ids]
            nearest = min((there[each[2]] for each in others), default=None)
            taken += [each for each in others if there[each[2]] == nearest][:1]
        return [proposal for *_, proposal in taken[:_MOST]]


def _is_stepless(proposal: Proposal) -> bool:
    """Whether it is stated that one gets in."""
    return any(reason.key in _STEPLESS for reason in proposal.reasons)


def is_at_hand(at: Point, points: Sequence[Point]) -> bool:
    """Whether one of the points needs no table but that of this place."""
    return any(distance_km(at, point) <= AT_HAND_KM for point in points)
