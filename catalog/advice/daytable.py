"""One day of a plan: what it can be made of, with the hours of that day, and its best order."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.company import STEPLESS
from catalog.advice.dayhours import LUNCH, Stretches, has_lunch, stretches
from catalog.advice.dayroute import Choice, moment
from catalog.advice.eating import AT_HAND_KM, Tables
from catalog.advice.limits import DAY_MINUTES
from catalog.advice.once import ONE_KM
from catalog.advice.outing import (
    PICNIC,
    eaten_at,
    eaten_at_in_rain,
    names_nothing,
    of_the_day,
    rides,
)
from catalog.advice.roofs import is_doubted, under_roof
from catalog.advice.route import RETURN_COST, Candidate, Frame
from catalog.advice.search_questions import NAMED_KM
from catalog.advice.sought import refused_themes, wanted
from catalog.advice.stays import MEAL_STAY, usual_stay
from catalog.advice.stops import NOT_STOPS, assorted, bathed_once, is_beside, is_stop, is_too_hard
from catalog.advice.things import is_lunch
from catalog.advice.timing import asked_time
from catalog.advice.travel import REACH_KM, STROLL_KM, Mode, leg, point_of, stated_mode
from catalog.advice.wishing import DINNER_STAY, Wishes, hours_of, in_passing, is_dinner
from catalog.geo import DETOUR, distance_km
from catalog.hours.unstated import hours_expected
from catalog.model import Kind, ListingId
from catalog.request.model import HERE
from catalog.request.turns_merging import ANYTHING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from catalog.advice.dayends import Ends
    from catalog.advice.dayplan import DayPlan
    from catalog.advice.model import Proposal
    from catalog.advice.profiles import Profile
    from catalog.advice.weighing import Weighing
    from catalog.advice.wish import Wish
    from catalog.geo import Point
    from catalog.model import Listing

_SIGHTS: Final = 8
_FEW: Final = 3
_BESIDES: Final = 3
_BESIDE_WORTH: Final = 0.6
"""What a stop is worth that is none of those the day is to be about."""
_DOUBT: Final = 0.88
"""What a stop is worth whose door may be closed, beside one that is known to be open."""
_MAYBE: Final = -40.0
"""That of such a table, of which a tenth counts: a longer way is less than no lunch."""
_KEPT: Final = 1000.0
"""What is booked is worth more than any day without it."""
_STAYS: Final = 40.0
"""What a stop is worth beside others that was told for the day before."""
_LATE_START: Final = 10 * 60 + 45
_GOES_ON: Final = 15 * 60
"""A day that ends before goes home for lunch."""


class DayTable:
    """What one day can be made of: sights and tables, with their hours of that day."""

    def __init__(
        self,
        adviser: Weighing,
        held: Ends,
        day: date,
        now: datetime,
        used: Collection[ListingId],
        without: Collection[ListingId] = (),
    ) -> None:
        self._adviser, self._day, self._now = adviser, day, now
        self._held, self._origin = held, held.departure
        self._around = held.around or held.departure
        request = held.request
        passing = in_passing(held.wishes)
        seated = tuple(theme for theme in request.themes if theme not in passing)
        self._eaten_at = eaten_at(replace(request, themes=seated))
        self._rides = rides(request) and not held.wishes
        wish = of_the_day(request)
        self.request = replace(
            wish,
            when=f"date:{day:%m-%d}",
            where=None,
            duration=None,
            types=tuple(kind for kind in wish.types if kind not in NOT_STOPS),
            renown=wish.renown or ("best" if names_nothing(wish) else ""),
        )
        self.only = held.only
        elsewhere = {id for other, id in held.kept if other != day}
        self._kept = {id for other, id in held.kept if other == day}
        self._used, self._without = used, {*without, *elsewhere}
        seen = adviser.catalogue.get_many(used)
        self._left = {each.place.commune for each in seen}
        self._seen = {_called(each): point_of(each) for each in seen}
        self._named = request.where not in {None, HERE}
        self._shelter: Profile | None = None
        self._doubted: tuple[Proposal, ...] = ()
        self._fitting: tuple[Proposal, ...] | None = None
        self._others: tuple[Proposal, ...] | None = None
        self._beside = frozenset[ListingId]()
        self._told: dict[ListingId, Proposal] = {}
        self._known: dict[ListingId, Stretches | None] = {}
        self._granting: dict[ListingId, tuple[int, Wish]] = {}
        self._choices: dict[tuple[int, int], Choice | None] = {}
        self.mode = stated_mode(wish.mobility) or Mode.CAR

    def day_plan(self, start: int, end: int, most: int) -> DayPlan | None:
        """The best day between two minutes; None without a single sight."""
        choice = self._choice(start, end)
        if choice is None:
            return None
        booking = self._held.booking
        eats = has_lunch(start, end) and self._eaten_at and not (booking and booking.meal)
        eats = eats and self._held.lunches
        lunch = LUNCH if eats else None
        driven = self.mode is Mode.CAR or self._rides
        frame = Frame(
            start=start,
            end=end,
            stops=most + (booking is not None),
            lunch=lunch,
            most_km=self.request.max_km / DETOUR if self.request.max_km and driven else None,
            pause=0 if any(meal for _, meal in choice.options) or end < _GOES_ON else MEAL_STAY,
        )
        made = choice.best(frame, self._day, self.mode, self._hours)
        if made is None or lunch is None:
            return made
        if start < _LATE_START < end and self._granted(made) < self._to_grant + 1:
            # Nobody waits for an hour between one visit and lunch who may set out later.
            other = choice.best(
                replace(frame, start=_LATE_START), self._day, self.mode, self._hours
            )
            if other is not None and self._granted(other) > self._granted(made):
                made = other
        return replace(made, lunch=self._eats(made, end))

    @property
    def _to_grant(self) -> int:
        """How many wishes there is something for."""
        return len({number for number, _ in self._granting.values()})

    def _granted(self, made: DayPlan) -> int:
        """How many wishes the day grants, a lunch among them."""
        told = (self._granting.get(stop.proposal.listing.id) for stop in made.stops)
        granted = {each[0] for each in told if each is not None}
        return len(granted) + any(stop.meal for stop in made.stops)

    def _choice(self, start: int, end: int) -> Choice | None:
        """What there is between two minutes, found once however many stops are to be made of it;
        None without a single sight."""
        if (start, end) not in self._choices:
            self._choices[start, end] = self._to_choose_from(start, end)
        return self._choices[start, end]

    def _to_choose_from(self, start: int, end: int) -> Choice | None:
        sights = self._sights(end - start)
        if not sights:
            return None
        booking = self._held.booking
        eats = has_lunch(start, end) and not (booking and booking.meal)
        tables = self._tables(sights) if eats else []
        options = [*((each, False) for each in sights), *((each, True) for each in tables)]
        fixed = [booking.point] if booking is not None else []
        points = [*(point_of(each.listing) for each, _ in options), *fixed, self._origin]
        # The last row is the way from the departure, the last column the way to where it ends.
        ends = [*points[:-1], self._held.goal]
        km = [[distance_km(a, b) for b in ends] for a in points]
        travel = [
            [0 if i == j else self._minutes(away, home=j == len(points) - 1) for j, away in each]
            for i, each in enumerate(map(enumerate, km))
        ]
        candidates = [
            self._wished(self._candidate(each, meal=meal), each) for each, meal in options
        ]
        if booking is not None:
            hour = (booking.begin, booking.begin + booking.stay)
            candidates.append(Candidate(booking.stay, _KEPT, open=(hour,), fixed=True))
        return Choice(options, candidates, km, travel, booking)

    def _tables(self, sights: Sequence[Proposal]) -> list[Proposal]:
        hindered = bool(STEPLESS & {*self.request.mobility})
        tables = Tables(self._adviser, self._around, self.told, self._hours, hindered=hindered)
        return tables.beside(sights, self._eaten_at, used=self._used, without=self._without)

    def _eats(self, made: DayPlan, end: int) -> bool | None:
        """Whether lunch is had; a picnic without a table is had anywhere, and who is back at noon
        eats there, unless a table was asked for."""
        had = any(stop.meal for stop in made.stops)
        late = made.stops[-1].leave >= moment(self._day, LUNCH[0] + MEAL_STAY // 2)
        late &= made.start <= moment(self._day, LUNCH[0]) and end >= _GOES_ON
        late |= self._held.booking is None and Kind.FOOD in self._held.request.types
        return had if had or (late and self._eaten_at[0] != PICNIC) else None

    def _minutes(self, away: float, *, home: bool) -> int:
        """A way within the day; one that nobody goes on foot or by bicycle between two stops
        takes longer than the day."""
        if not home and self.mode is not Mode.CAR and away > REACH_KM[self.mode]:
            return DAY_MINUTES
        return leg(away, self.mode)[1]

    def told(self, listing: Listing) -> Proposal:
        """A listing beside those who come, on that day, without what was asked for."""
        found = self._told.get(listing.id)
        if found is None:
            asked = asked_time(self.request.when, self._now)
            found = self._adviser.told(
                listing, self.request, asked, here=self._origin, now=self._now
            )
            self._told[listing.id] = found
        return found

    def _wished(self, candidate: Candidate, each: Proposal) -> Candidate:
        """The same as what grants a wish, at its step and in its part of the day."""
        if candidate.meal:
            steps = [wish.step for wish in self._held.wishes if is_lunch(wish)]
            return replace(candidate, step=steps[0]) if steps else candidate
        if each.listing.id not in self._granting:
            return candidate
        number, wish = self._granting[each.listing.id]
        return replace(
            candidate,
            stay=DINNER_STAY if is_dinner(wish) else candidate.stay,
            worth=max(candidate.worth, 0.0),
            open=hours_of(wish, candidate.open),
            wish=str(number),
            step=wish.step,
            once=wish.step is not None and bool(wish.terms),
            fixed=bool(wish.part),
        )

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
        )
        granted = wishes.granted(held.wishes)
        self._granting = {
            each.listing.id: (number, one.wish)
            for number, one in enumerate(granted)
            for each in one.proposals
        }
        found = [each for one in granted for each in one.proposals]
        return found if held.only else [*found, *self._beside_the_wish(found, length)]

    def _sights(self, length: int) -> list[Proposal]:
        if self._held.wishes:
            return self._in_order(length)
        if self._fitting is None:
            fitting, _ = self._adviser.compared(self.request, here=self._around, now=self._now)
            # Who names a place wants the day around it.
            near = [each for each in fitting if each.distance_km <= NAMED_KM] if self._named else []
            left = sum(each.listing.id not in self._used for each in near)
            self._fitting = tuple(near if left > _FEW else fitting)
        fit = self._of_each_place(self._stops(self._ridden_to(self._fitting), length))
        fit = [*self._stops(self._doubted, length, doubted=True)[:_FEW], *fit]
        if wanted(self.request):
            fit = bathed_once(fit)
            return [*fit[: _SIGHTS - _BESIDES], *self._beside_the_wish(fit, length)]
        few = assorted(fit)
        # Three parks are no day, unless there is nothing else, or they were asked for.
        return (few if len(few) > _FEW else fit)[:_SIGHTS]

    def _of_each_place(self, fit: list[Proposal]) -> list[Proposal]:
        """The best of each place that was named first, then the others: the one with the most to
        see is not the day."""
        of_each = [
            [each for each in fit if _is_by(point_of(each.listing), [place])][:_FEW]
            for place in self._held.places
        ]
        first = list({id(each): each for group in of_each for each in group}.values())
        return [*first, *(each for each in fit if each not in first)] if first else fit

    def _ridden_to(self, fitting: Sequence[Proposal]) -> Sequence[Proposal]:
        """Where a ride is the day, what lies out of town, not beyond half of the kilometres."""
        if not self._rides:
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
            for each in sorted(fitting, key=lambda each: each.listing.id not in self._kept)
            if not {each.listing.id} & {*self._used, *self._without}
            and not self._was_seen(each.listing)
            and is_stop(each.listing, self.request, timed=bool(self._hours(each.listing)))
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
            self._others = tuple(each for each in found if each.distance_km <= NAMED_KM)
        wished = {each.listing.id for each in fit}
        plain = replace(self.request, themes=(), labels=())
        others = [
            each
            for each in self._stops(self._others, length)
            if each.listing.id not in wished and is_beside(each.listing, plain)
        ]
        wished_at = [point_of(each.listing) for each in fit[: _SIGHTS - _BESIDES]]
        others.sort(key=lambda each: not _is_by(point_of(each.listing), wished_at))
        others.sort(key=lambda each: each.listing.id not in self._kept)
        beside = assorted(others)[: max(_BESIDES, _SIGHTS - len(fit), len(self._kept))]
        self._beside = frozenset(each.listing.id for each in beside)
        return beside

    def under_roof(self, shelter: Profile) -> DayTable:
        """The same day with sheltered sights alone, looked for anew where there are too few."""
        dry = copy(self)
        dry._shelter, dry._choices = shelter, {}
        dry._eaten_at = eaten_at_in_rain(self._eaten_at, self.request)
        if sum(under_roof(each.listing, shelter) for each in self._fitting or ()) < _FEW:
            others = [each for each in self._others or () if under_roof(each.listing, shelter)]
            dry._fitting = tuple(others) if len(others) > _SIGHTS else None
            # A castle of which nobody says so has a roof as a rule, though no ruin has.
            doubted = (e for e in self._fitting or () if is_doubted(e.listing, shelter))
            dry._doubted = tuple(doubted) if wanted(self.request) else ()
            # Where no village has a roof, something else has.
            refused = refused_themes(self.request)
            dry.request = replace(self.request, weather="rain", themes=refused, labels=())
        return dry

    def _candidate(self, each: Proposal, *, meal: bool) -> Candidate:
        known = self._hours(each.listing)
        doubt = known is None and hours_expected(each.listing)
        worth = min(100.0, each.score) * (_DOUBT if doubt else 1.0)
        beside = each.listing.id in self._beside or self._is_far(each)
        worth *= _BESIDE_WORTH if beside and not meal else 1.0
        stays = each.listing.id in self._kept
        from_here = distance_km(self._origin, point_of(each.listing)) <= AT_HAND_KM
        if each.listing.place.commune in self._left and not (self._named or from_here):
            worth -= RETURN_COST  # seen the day before, and not slept at
        return Candidate(
            stay=MEAL_STAY if meal else usual_stay(each.listing),
            worth=(_MAYBE if doubt and meal else worth) + _STAYS * stays,
            open=known,
            meal=meal,
            sort=str(each.listing.concepts[0]) if each.listing.concepts else "",
            town=each.listing.place.commune or "",
            home=distance_km(self._held.departure, point_of(each.listing)) <= STROLL_KM,
        )

    def _is_far(self, each: Proposal) -> bool:
        """Whether it lies at none of the places that were named, where several were."""
        named = self._held.places
        return bool(named) and not _is_by(point_of(each.listing), named)

    def _hours(self, listing: Listing) -> Stretches | None:
        """`stretches` of that day, found once."""
        if listing.id not in self._known:
            self._known[listing.id] = stretches(listing, self._day)
        return self._known[listing.id]


def _called(listing: Listing) -> str:
    name = listing.name.best("fr")
    return name.text if name is not None else ""


def _is_by(at: Point, points: Sequence[Point]) -> bool:
    return any(distance_km(at, point) <= AT_HAND_KM for point in points)
