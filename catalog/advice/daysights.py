"""The sights of one day of a plan: what was asked for, and what lies beside it."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.dayhours import Stretches, stretches
from catalog.advice.eating import is_at_hand
from catalog.advice.once import ONE_KM
from catalog.advice.outing import names_nothing, of_the_day, rides
from catalog.advice.roofs import is_doubted, under_roof
from catalog.advice.search_questions import NAMED_KM
from catalog.advice.sought import refused_themes, wanted
from catalog.advice.stays import usual_stay
from catalog.advice.stops import NOT_STOPS, assorted, bathed_once, is_beside, is_stop, is_too_hard
from catalog.advice.timing import asked_time
from catalog.advice.travel import REACH_KM, STROLL_KM, Mode, point_of
from catalog.advice.wishing import Wishes, lunches
from catalog.geo import DETOUR, distance_km
from catalog.model import ListingId
from catalog.request.model import HERE
from catalog.request.turns_merging import ANYTHING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from catalog.advice.dayends import Ends
    from catalog.advice.model import Proposal
    from catalog.advice.profiles import Profile
    from catalog.advice.weighing import Weighing
    from catalog.advice.wish import Wish
    from catalog.geo import Point
    from catalog.model import Listing

_SIGHTS: Final = 8
_FEW: Final = 3
_BESIDES: Final = 3


class DaySights:
    """The sights of one day. `request`: what they are to be; `granting`: the wish that each
    grants, with its number; `beside`: those that are none of what the day is to be about; `kept`:
    those of a day that is only changed; `ridden`: whether the ride to them is the day; `named`:
    whether they are to be seen around a place that was named."""

    def __init__(
        self,
        adviser: Weighing,
        held: Ends,
        day: date,
        now: datetime,
        used: Collection[ListingId],
        without: Collection[ListingId],
    ) -> None:
        self._adviser, self._held, self._day, self._now = adviser, held, day, now
        self._around = held.around or held.departure
        self.ridden = rides(held.request) and not held.wishes
        wish = of_the_day(held.request)
        self.request = replace(
            wish,
            when=f"date:{day:%m-%d}",
            where=None,
            duration=None,
            types=tuple(kind for kind in wish.types if kind not in NOT_STOPS),
            renown=wish.renown or ("best" if names_nothing(wish) else ""),
        )
        self.kept = {id for other, id in held.kept if other == day}
        self._gone = {*without, *used, *(id for other, id in held.kept if other != day)}
        seen = adviser.catalogue.get_many(used)
        self._seen = {_called(each): point_of(each) for each in seen}
        self.named = held.request.where not in {None, HERE}
        self._shelter: Profile | None = None
        self._doubted: tuple[Proposal, ...] = ()
        self._fitting: tuple[Proposal, ...] | None = None
        self._others: tuple[Proposal, ...] | None = None
        self._told: dict[ListingId, Proposal] = {}
        self._known: dict[ListingId, Stretches | None] = {}
        self.beside = frozenset[ListingId]()
        self.granting: dict[ListingId, tuple[int, Wish]] = {}

    def within(self, length: int) -> list[Proposal]:
        """Those for a day of so many minutes; alone those told before, of which it has fewer."""
        found = self._sought(length)
        if not self._held.fewer or self._shelter is not None:
            return found
        return [each for each in found if each.listing.id in self.kept] or found

    def _sought(self, length: int) -> list[Proposal]:
        if self._held.wishes:
            return self._in_order(length)
        if self._fitting is None:
            fitting, _ = self._adviser.compared(self.request, here=self._around, now=self._now)
            # Who names a place wants the day around it.
            near = [each for each in fitting if each.distance_km <= NAMED_KM] if self.named else []
            left = sum(each.listing.id not in self._gone for each in near)
            self._fitting = tuple(near if left > _FEW else fitting)
        fit = self._of_each_place(self._stops(self._ridden_to(self._fitting), length))
        fit = [*self._stops(self._doubted, length, doubted=True)[:_FEW], *fit]
        if wanted(self.request):
            fit = bathed_once(fit)
            return [*fit[: _SIGHTS - _BESIDES], *self._beside_the_wish(fit, length)]
        few = assorted(fit)
        # Three parks are no day, unless there is nothing else, or they were asked for.
        return (few if len(few) > _FEW else fit)[:_SIGHTS]

    def told(self, listing: Listing) -> Proposal:
        """A listing beside those who come, on that day, without what was asked for."""
        found = self._told.get(listing.id)
        if found is None:
            asked = asked_time(self.request.when, self._now)
            found = self._adviser.told(
                listing, self.request, asked, here=self._held.departure, now=self._now
            )
            self._told[listing.id] = found
        return found

    def hours(self, listing: Listing) -> Stretches | None:
        """`stretches` of that day, found once."""
        if listing.id not in self._known:
            self._known[listing.id] = stretches(listing, self._day)
        return self._known[listing.id]

    def under_roof(self, shelter: Profile) -> DaySights:
        """Those under a roof alone, looked for anew where there are too few."""
        dry = copy(self)
        dry._shelter = shelter
        if sum(under_roof(each.listing, shelter) for each in self._fitting or ()) < _FEW:
            near = _within([self._around], self._others or ())
            others = [each for each in near if under_roof(each.listing, shelter)]
            dry._fitting = tuple(others) if len(others) > _SIGHTS else None
            # A castle of which nobody says so has a roof as a rule, though no ruin has.
            doubted = (e for e in self._fitting or () if is_doubted(e.listing, shelter))
            dry._doubted = tuple(doubted) if wanted(self.request) else ()
            # Where no village has a roof, something else has.
            refused = refused_themes(self.request)
            dry.request = replace(self.request, weather="rain", themes=refused, labels=())
        return dry

    def _in_order(self, length: int) -> list[Proposal]:
        """What grants the wishes that are told in an order, and something besides for who has
        a day."""
        held = self._held
        wishes = Wishes(
            self._adviser,
            self.request,
            self._around,
            self._now,
            lambda fit: self._stops(fit, length) or self._stops(fit, length, doubted=True),
            self.told,
            self.hours,
        )
        granted = wishes.granted(held.wishes)
        self.granting = {
            each.listing.id: (number, one.wish)
            for number, one in enumerate(granted)
            for each in one.proposals
        }
        found = [each for one in granted for each in one.proposals]
        if held.only and not (lunches(held.wishes) and any(not one.proposals for one in granted)):
            return found  # but a day with nothing for one of its wishes is filled
        return [*found, *self._beside_the_wish(found, length)]

    def _of_each_place(self, fit: list[Proposal]) -> list[Proposal]:
        """The best of each place that was named first, then the others: the one with the most to
        see is not the day."""
        of_each = [
            [each for each in fit if is_at_hand(point_of(each.listing), [place])][:_FEW]
            for place in self._held.places
        ]
        first = list({id(each): each for group in of_each for each in group}.values())
        return [*first, *(each for each in fit if each not in first)] if first else fit

    def _ridden_to(self, fitting: Sequence[Proposal]) -> Sequence[Proposal]:
        """Where a ride is the day, what lies out of town, not beyond half of the kilometres."""
        if not self.ridden:
            return fitting
        most = (self.request.max_km or 2 * REACH_KM[Mode.BIKE] * DETOUR) / 2 / DETOUR
        out = [each for each in fitting if STROLL_KM < each.distance_km <= most]
        return out if len(out) > _FEW else fitting

    def _stops(
        self, fitting: Sequence[Proposal], length: int, *, doubted: bool = False
    ) -> list[Proposal]:
        """Those of them that make a stop of that day, those told for it before first; `doubted`:
        that may have a roof or not."""
        return [
            each
            for each in sorted(fitting, key=lambda each: each.listing.id not in self.kept)
            if each.listing.id not in self._gone
            and not self._was_seen(each.listing)
            and is_stop(each.listing, self.request, timed=bool(self.hours(each.listing)))
            and not is_too_hard(each, self.request)
            and usual_stay(each.listing) <= length
            and (
                self._shelter is None
                or under_roof(each.listing, self._shelter)
                or (doubted and is_doubted(each.listing, self._shelter))
            )
        ]

    def _was_seen(self, listing: Listing) -> bool:
        """Whether it was seen the day before, told by another source or for another date."""
        seen = self._seen.get(_called(listing)) if self._seen else None
        return seen is not None and distance_km(point_of(listing), seen) < ONE_KM

    def _beside_the_wish(self, fit: Sequence[Proposal], length: int) -> list[Proposal]:
        """What else is to be seen around where somebody names what the day is about: three wine
        cellars are half of it. What is next to the wish is before what is better elsewhere."""
        if self._others is None:
            themes = refused_themes(self.request)
            anything = replace(self.request, types=ANYTHING, themes=themes, labels=(), rest="")
            found, _ = self._adviser.compared(anything, here=self._around, now=self._now)
            self._others = tuple(found)
        wished = {each.listing.id for each in fit}
        wished_at = [point_of(each.listing) for each in fit[: _SIGHTS - _BESIDES]]
        around = _within([self._around, *wished_at], self._others)
        plain = replace(self.request, themes=(), labels=())
        others = [
            each
            for each in self._stops(around, length)
            if each.listing.id not in wished and is_beside(each.listing, plain)
        ]
        others.sort(key=lambda each: not is_at_hand(point_of(each.listing), wished_at))
        others.sort(key=lambda each: each.listing.id not in self.kept)
        beside = assorted(others)[: max(_BESIDES, _SIGHTS - len(fit), len(self.kept))]
        self.beside = frozenset(each.listing.id for each in beside)
        return beside


def _within(points: Sequence[Point], found: Sequence[Proposal]) -> list[Proposal]:
    """Those that lie around one of the points."""
    return [
        each
        for each in found
        if any(distance_km(point_of(each.listing), point) <= NAMED_KM for point in points)
    ]


def _called(listing: Listing) -> str:
    name = listing.name.best("fr")
    return name.text if name is not None else ""
