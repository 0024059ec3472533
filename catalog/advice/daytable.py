"""One day of a plan: what it can be made of, with the hours of that day, and its best order."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.company import STEPLESS
from catalog.advice.dayframe import LAST
from catalog.advice.dayhours import LUNCH, has_lunch
from catalog.advice.dayroute import Choice, moment
from catalog.advice.daysights import DaySights
from catalog.advice.eating import Tables, is_at_hand
from catalog.advice.holding import is_had
from catalog.advice.limits import DAY_MINUTES
from catalog.advice.outing import PICNIC, eaten_at, eaten_at_in_rain, tours_by_car
from catalog.advice.route import (
    LONGEST_STROLL,
    LONGEST_WAIT,
    MEAL_WORTH,
    RETURN_COST,
    Candidate,
    Frame,
)
from catalog.advice.stays import MEAL_STAY, usual_stay
from catalog.advice.things import is_lunch
from catalog.advice.travel import REACH_KM, STROLL_KM, Mode, leg, point_of, stated_mode
from catalog.advice.wishing import hours_of, in_passing, sat
from catalog.geo import DETOUR, distance_km
from catalog.hours.unstated import hours_expected
from catalog.model import Kind, ListingId, TermId

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from catalog.advice.dayends import Ends
    from catalog.advice.dayplan import DayPlan
    from catalog.advice.model import Proposal
    from catalog.advice.profiles import Profile
    from catalog.advice.weighing import Weighing
    from catalog.advice.wish import Wish
    from catalog.model import Listing
    from catalog.request import Request

_BESIDE_WORTH: Final = 0.6
"""What a stop is worth that is none of those the day is to be about."""
_BESIDE_A_TOUR: Final = 0.3
"""The same beside the villages, the castles or the cellars of a tour by car."""
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
_ANYWHERE: Final = 40.0
"""What a picnic is worth wherever one is, where there is a place for it."""


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
        self._adviser, self._held, self._day = adviser, held, day
        self._used, self._without = used, without
        self._sights = DaySights(adviser, held, day, now, used, without)
        passing = in_passing(held.wishes)
        seated = tuple(theme for theme in held.request.themes if theme not in passing)
        self._eaten_at = eaten_at(replace(held.request, themes=seated))
        seen = adviser.catalogue.get_many(used)
        self._left = {each.place.commune for each in seen}
        self._choices: dict[tuple[int, int], Choice | None] = {}
        self._tours = tours_by_car(held.request) and not held.wishes
        self.mode = stated_mode(self.request.mobility) or Mode.CAR

    @property
    def request(self) -> Request:
        """What the stops are to be."""
        return self._sights.request

    def told(self, listing: Listing) -> Proposal:
        """A listing beside those who come, on that day."""
        return self._sights.told(listing)

    def under_roof(self, shelter: Profile) -> DayTable:
        """The same day with sheltered sights alone."""
        dry = copy(self)
        dry._sights, dry._choices = self._sights.under_roof(shelter), {}
        dry._eaten_at = eaten_at_in_rain(self._eaten_at, self.request)
        return dry

    def day_plan(self, start: int, end: int, most: int) -> DayPlan | None:
        """The best day between two minutes; None without a single sight."""
        choice = self._choice(start, end)
        if choice is None:
            return None
        frame = self._frame(choice, start, end, most)
        made = choice.best(frame, self._day, self.mode, self._sights.hours)
        if made is None or frame.lunch is None:
            return made
        if start < _LATE_START < end and self._granted(made) < self._to_grant + 1:
            # Nobody waits for an hour between one visit and lunch who may set out later.
            other = choice.best(
                replace(frame, start=_LATE_START), self._day, self.mode, self._sights.hours
            )
            if other is not None and self._granted(other) > self._granted(made):
                made = other
        return replace(made, lunch=self._eats(made, end))

    def _frame(self, choice: Choice, start: int, end: int, most: int) -> Frame:
        """The day as the search for its best order is told of it."""
        booking = self._held.booking
        eats = has_lunch(start, end) and self._eaten_at and not (booking and booking.meal)
        driven = self.mode.is_driven or self._sights.ridden
        seated = any(meal for _, meal in choice.options)
        picnics = PICNIC in self._eaten_at
        return Frame(
            start=start,
            end=end,
            stops=most + (booking is not None),
            lunch=LUNCH if eats and self._held.lunches else None,
            most_km=self.request.max_km / DETOUR if self.request.max_km and driven else None,
            pause=0 if end < _GOES_ON or (seated and not picnics) else MEAL_STAY,
            rest=_ANYWHERE if seated else MEAL_WORTH,
            idle=LONGEST_STROLL if picnics else LONGEST_WAIT,
        )

    @property
    def _to_grant(self) -> int:
        """How many wishes there is something for."""
        return len({number for number, _ in self._sights.granting.values()})

    def _granted(self, made: DayPlan) -> int:
        """How many wishes the day grants, a lunch among them."""
        told = (self._sights.granting.get(stop.proposal.listing.id) for stop in made.stops)
        granted = {each[0] for each in told if each is not None}
        return len(granted) + any(stop.meal for stop in made.stops)

    def _choice(self, start: int, end: int) -> Choice | None:
        """What there is between two minutes, found once however many stops are to be made of it;
        None without a single sight."""
        if (start, end) not in self._choices:
            self._choices[start, end] = self._to_choose_from(start, end)
        return self._choices[start, end]

    def _to_choose_from(self, start: int, end: int) -> Choice | None:
        sights = self._sights.within(end - start)
        if not sights:
            return None
        booking = self._held.booking
        eats = has_lunch(start, end) and not (booking and booking.meal)
        tables = self._tables(sights) if eats else []
        options = [*((each, False) for each in sights), *((each, True) for each in tables)]
        fixed = [booking.point] if booking is not None else []
        points = [*(point_of(each.listing) for each, _ in options), *fixed, self._held.departure]
        # The last row is the way from the departure, the last column the way to where it ends.
        ends = [*points[:-1], self._held.goal]
        km = [[distance_km(a, b) for b in ends] for a in points]
        travel = [
            [0 if i == j else self._minutes(away, home=j == len(points) - 1) for j, away in each]
            for i, each in enumerate(map(enumerate, km))
        ]
        candidates = [
            self._wished(self._candidate(each, meal=meal), each, end) for each, meal in options
        ]
        if booking is not None:
            hour = (booking.begin, booking.begin + booking.stay)
            candidates.append(Candidate(booking.stay, _KEPT, open=(hour,), fixed=True))
        picnic = not {*PICNIC, "picnic_tables"}.isdisjoint(self._held.request.themes)
        return Choice(options, candidates, km, travel, booking, picnic)

    def _tables(self, sights: Sequence[Proposal]) -> list[Proposal]:
        around = self._held.around or self._held.departure
        hindered = bool(STEPLESS & {*self.request.mobility})
        tables = Tables(
            self._adviser,
            around,
            self.told,
            self._sights.hours,
            hindered=hindered,
            had=frozenset(filter(is_had, map(TermId, self._held.request.themes))),
        )
        found = tables.beside(sights, self._eaten_at, used=self._used, without=self._without)
        told = [each for each in found if each.listing.id in self._sights.kept]
        return told if told and self._held.fewer else found

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
        if not home and not self.mode.is_driven and away > REACH_KM[self.mode]:
            return DAY_MINUTES
        return leg(away, self.mode)[1]

    def _wished(self, candidate: Candidate, each: Proposal, end: int) -> Candidate:
        """The same as what grants a wish, at its step and in its part of the day."""
        if candidate.meal:
            steps = [wish.step for wish in self._held.wishes if is_lunch(wish)]
            return replace(candidate, step=steps[0]) if steps else candidate
        if each.listing.id not in self._sights.granting:
            # Whose hours nobody knows is seen by day, before the dinner.
            late = end > LAST and candidate.open is None
            return replace(candidate, open=((0, LAST),)) if late else candidate
        number, wish = self._sights.granting[each.listing.id]
        return replace(
            candidate,
            stay=sat(wish) or candidate.stay,
            worth=max(candidate.worth, 0.0),
            open=hours_of(wish, candidate.open, end),
            wish=str(number),
            step=wish.step,
            once=bool(wish.terms) and (wish.step is not None or self._is_one_of_several(wish)),
            fixed=bool(wish.part),
        )

    def _candidate(self, each: Proposal, *, meal: bool) -> Candidate:
        sort = str(each.listing.concepts[0]) if each.listing.concepts else ""
        known = self._sights.hours(each.listing)
        doubt = known is None and hours_expected(each.listing)
        worth = min(100.0, each.score) * (_DOUBT if doubt else 1.0)
        beside = each.listing.id in self._sights.beside or self._is_far(each)
        if beside and not meal:
            worth *= _BESIDE_A_TOUR if self._tours else _BESIDE_WORTH
        stays = each.listing.id in self._sights.kept
        from_here = is_at_hand(point_of(each.listing), [self._held.departure])
        if each.listing.place.commune in self._left and not (self._sights.named or from_here):
            worth -= RETURN_COST  # seen the day before, and not slept at
        return Candidate(
            stay=MEAL_STAY if meal else usual_stay(each.listing),
            worth=(_MAYBE if doubt and meal else worth) + _STAYS * stays,
            open=known,
            meal=meal,
            sort=sort if beside or not self._tours else "",
            town=each.listing.place.commune or "",
            home=distance_km(self._held.departure, point_of(each.listing)) <= STROLL_KM,
        )

    def _is_one_of_several(self, wish: Wish) -> bool:
        """Whether one is enough of what is tasted, beside what is seen: a castle and a cellar."""
        return Kind.PRODUCER in wish.kinds and len(self._held.wishes) > 1

    def _is_far(self, each: Proposal) -> bool:
        """Whether it lies at none of the places that were named, where several were."""
        named = self._held.places
        return bool(named) and not is_at_hand(point_of(each.listing), named)
