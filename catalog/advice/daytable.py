"""One day of a plan: what it can be made of, with the hours of that day, and its best order."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from catalog import hours
from catalog.advice.limits import DAY_MINUTES, asked_minutes
from catalog.advice.model import Proposal
from catalog.advice.outing import PICNIC, eaten_at, eaten_at_in_rain, of_the_day, rides
from catalog.advice.profiles import Profile, verdict
from catalog.advice.route import RETURN_COST, Candidate, Frame, best_route
from catalog.advice.search_questions import NAMED_KM
from catalog.advice.sought import wanted
from catalog.advice.standing import times_of
from catalog.advice.stays import MEAL_STAY, usual_stay
from catalog.advice.stops import NOT_STOPS, assorted, is_beside, is_stop
from catalog.advice.tariffs import lowest_price
from catalog.advice.timing import asked_time
from catalog.advice.travel import REACH_KM, STROLL_KM, Mode, leg, point_of, stated_mode
from catalog.geo import DETOUR, Point, distance_km
from catalog.hours.schedule import spans
from catalog.hours.unstated import hours_expected
from catalog.model import Kind, ListingId, TermId
from catalog.request.model import HERE
from catalog.request.turns_merging import ANYTHING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from catalog.advice.weighing import Weighing
    from catalog.model import Listing
    from catalog.request import Request

LUNCH: Final = (12 * 60, 13 * 60 + 15)
"""Between these minutes a lunch begins."""
_SIGHTS: Final = 8
_FEW: Final = 3
_BESIDES: Final = 3
_BESIDE_WORTH: Final = 0.6
"""What a stop is worth that is none of those the day is to be about."""
_TABLES: Final = 3
_MOST_TABLES: Final = 5
_TABLE_KM: Final = 15.0
_AT_HAND_KM: Final = 5.0
"""How far a table may lie from what is seen before or after it, to need no other."""
_AT_ONE_SPOT_KM: Final = 0.5
_DOUBT: Final = 0.88
"""What a stop is worth whose door may be closed, beside one that is known to be open."""
_OUTING: Final = 480
"""Minutes from which somebody is out for the day."""
_HINDERED: Final = frozenset({"wheelchair", "reduced"})
_DRIVEN: Final = frozenset({"car", "camper_van", "motorbike", "coach"})
_ANYBODY: Final = frozenset({"adults", "couple", "group"})
_MAYBE: Final = -40.0
"""The same of a table, of which a tenth counts: a longer way is less than no lunch."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: when one arrives, when the visit begins (after a wait where it opens later) and
    ends, Paris time; the way to it. `open` None: the hours are not known."""

    proposal: Proposal
    arrive: datetime
    begin: datetime
    leave: datetime
    by: Mode
    travel_minutes: int
    distance_km: float
    open: bool | None
    meal: bool = False


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day of stops; `back` where the journey began, or at the night's bed. Distances are
    straight lines, minutes estimates by `mode`. `lunch`: None when the day has no lunch time in
    it, False when no table could be found."""

    day: date
    mode: Mode
    start: datetime
    stops: tuple[Stop, ...]
    back: datetime
    back_minutes: int
    back_km: float
    lunch: bool | None
    bed: Proposal | None = None

    @property
    def distance_km(self) -> float:
        """All ways of the day."""
        return round(sum(stop.distance_km for stop in self.stops) + self.back_km, 1)


class DayTable:
    """What one day can be made of: sights and tables, with their hours of that day."""

    def __init__(
        self,
        adviser: Weighing,
        request: Request,
        day: date,
        origin: Point,
        now: datetime,
        used: Collection[ListingId],
        goal: Point | None = None,
        without: Collection[ListingId] = (),
    ) -> None:
        self._adviser, self._day, self._origin, self._now = adviser, day, origin, now
        self._eaten_at, self._rides = eaten_at(request), rides(request)
        wish = of_the_day(request)
        self.request = replace(
            wish,
            when=f"date:{day:%m-%d}",
            where=None,
            duration=None,
            types=tuple(kind for kind in wish.types if kind not in NOT_STOPS),
            renown=wish.renown or ("best" if _names_nothing(wish) else ""),
        )
        self._used, self._without = used, without
        seen = adviser.catalogue.get_many(used)
        self._left = {each.place.commune for each in seen}
        self._seen = {_called(each): point_of(each) for each in seen}
        self._named = request.where not in {None, HERE}
        self._goal = goal or origin
        self._shelter: Profile | None = None
        self._fitting: tuple[Proposal, ...] | None = None
        self._others: tuple[Proposal, ...] | None = None
        self._beside = frozenset[ListingId]()
        self._told: dict[ListingId, Proposal] = {}
        self.mode = stated_mode(wish.mobility) or Mode.CAR

    def day_plan(self, start: int, end: int, most: int) -> DayPlan | None:
        """The best day between two minutes; None without a single sight."""
        sights = self._sights(end - start)
        tables = self._tables(sights) if has_lunch(start, end) else []
        options = [*((each, False) for each in sights), *((each, True) for each in tables)]
        if not sights:
            return None
        points = [*(point_of(each.listing) for each, _ in options), self._origin]
        # The last row is the way from the departure, the last column the way to where it ends.
        ends = [*points[:-1], self._goal]
        km = [[distance_km(a, b) for b in ends] for a in points]
        travel = [
            [0 if i == j else self._minutes(away, home=j == len(options)) for j, away in each]
            for i, each in enumerate(map(enumerate, km))
        ]
        lunch = LUNCH if has_lunch(start, end) and self._eaten_at else None
        route = best_route(
            [self._candidate(each, meal=meal) for each, meal in options],
            travel,
            Frame(start, end, most, lunch),
        )
        if all(options[visit.index][1] for visit in route):
            return None
        stops, at = [], len(options)
        for visit in route:
            each, meal = options[visit.index]
            stops.append(
                Stop(
                    proposal=each,
                    arrive=_moment(self._day, visit.arrive),
                    begin=_moment(self._day, visit.begin),
                    leave=_moment(self._day, visit.leave),
                    by=leg(km[at][visit.index], self.mode)[0],
                    travel_minutes=travel[at][visit.index],
                    distance_km=round(km[at][visit.index], 2),
                    open=None if self._hours(each.listing) is None else True,
                    meal=meal,
                )
            )
            at = visit.index
        back = travel[at][len(options)]
        return DayPlan(
            day=self._day,
            mode=self.mode,
            start=_moment(self._day, start),
            stops=tuple(stops),
            back=_moment(self._day, route[-1].leave + back),
            back_minutes=back,
            back_km=round(km[at][len(options)], 2),
            lunch=self._eats(stops) if lunch else None,
        )

    def _eats(self, stops: Sequence[Stop]) -> bool | None:
        """Whether lunch is had; a picnic without a table is had anywhere, and who is back at noon
        eats there."""
        had = any(stop.meal for stop in stops)
        late = stops[-1].leave >= _moment(self._day, LUNCH[0] + MEAL_STAY // 2)
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

    def _sights(self, length: int) -> list[Proposal]:
        if self._fitting is None:
            fitting, _ = self._adviser.compared(self.request, here=self._origin, now=self._now)
            # Who names a place wants the day around it.
            near = [each for each in fitting if each.distance_km <= NAMED_KM] if self._named else []
            left = sum(each.listing.id not in self._used for each in near)
            self._fitting = tuple(near if left > _FEW else fitting)
        fit = self._stops(self._ridden_to(self._fitting), length)
        if wanted(self.request):
            return [*fit[: _SIGHTS - _BESIDES], *self._beside_the_wish(fit, length)]
        few = assorted(fit)
        # Three parks are no day, unless there is nothing else, or they were asked for.
        return (few if len(few) > _FEW else fit)[:_SIGHTS]

    def _ridden_to(self, fitting: Sequence[Proposal]) -> Sequence[Proposal]:
        """Where a ride is the day, what lies out of town, not beyond half of the kilometres."""
        if not self._rides:
            return fitting
        most = (self.request.max_km or 2 * REACH_KM[Mode.BIKE] * DETOUR) / 2 / DETOUR
        out = [each for each in fitting if STROLL_KM < each.distance_km <= most]
        return out if len(out) > _FEW else fitting

    def _stops(self, fitting: Sequence[Proposal], length: int) -> list[Proposal]:
        """Those of them that make a stop of that day."""
        return [
            each
            for each in fitting
            if not {each.listing.id} & {*self._used, *self._without}
            and not self._was_seen(each.listing)
            and is_stop(each.listing, self.request, timed=bool(self._hours(each.listing)))
            and usual_stay(each.listing) <= length
            and (self._shelter is None or under_roof(each.listing, self._shelter))
        ]

    def _was_seen(self, listing: Listing) -> bool:
        """Whether it was seen the day before, told by another source or for another date."""
        seen = self._seen.get(_called(listing)) if self._seen else None
        return seen is not None and distance_km(point_of(listing), seen) < _AT_ONE_SPOT_KM

    def _beside_the_wish(self, fit: Sequence[Proposal], length: int) -> list[Proposal]:
        """What else is to be seen around where somebody names what the day is about: three wine
        cellars are half of it, and where there is no potter there is still a day."""
        if self._others is None:
            themes = tuple(theme for theme in self.request.themes if theme.startswith("-"))
            anything = replace(self.request, types=ANYTHING, themes=themes, labels=(), rest="")
            found, _ = self._adviser.compared(anything, here=self._origin, now=self._now)
            self._others = tuple(each for each in found if each.distance_km <= NAMED_KM)
        wished = {each.listing.id for each in fit}
        plain = replace(self.request, themes=(), labels=())
        others = [
            each
            for each in self._stops(self._others, length)
            if each.listing.id not in wished and is_beside(each.listing, plain)
        ]
        beside = assorted(others)[: max(_BESIDES, _SIGHTS - len(fit))]
        self._beside = frozenset(each.listing.id for each in beside)
        return beside

    def under_roof(self, shelter: Profile) -> DayTable:
        """The same day with sheltered sights alone, looked for anew where there are too few."""
        dry = copy(self)
        dry._shelter = shelter
        dry._eaten_at = eaten_at_in_rain(self._eaten_at, self.request)
        if sum(under_roof(each.listing, shelter) for each in self._fitting or ()) < _FEW:
            dry._fitting = None
            # Where no village has a roof, something else has.
            refused = tuple(theme for theme in self.request.themes if theme.startswith("-"))
            dry.request = replace(self.request, weather="rain", themes=refused, labels=())
        return dry

    def _tables(self, sights: Sequence[Proposal]) -> list[Proposal]:
        """Where to eat, of the first sort of which there is any."""
        found = (self._tables_of(terms, sights) for terms in self._eaten_at)
        return next(filter(None, found), [])

    def _tables_of(self, terms: tuple[TermId, ...], sights: Sequence[Proposal]) -> list[Proposal]:
        """Where to eat near here or near the best sights, those known to be open first, then what
        lies next to most of the others; where one has eaten only when there is nowhere else."""
        around, seen = self._adviser.around, {each.listing.id for each in sights}
        near = dict[ListingId, float]()
        for point in (self._origin, *(point_of(each.listing) for each in sights[:2])):
            near |= around.near(point, terms, within_km=_TABLE_KM, enough=12)
        reached = [
            around.near(point_of(each.listing), terms, within_km=_TABLE_KM, enough=_FEW)
            for each in sights
        ]
        for there in reached:
            near = there | near
        found = []
        for listing in self._adviser.catalogue.get_many(near):
            proposal = self.told(listing)
            stretches = self._hours(listing)
            fits = stretches is None or any(
                max(opens, LUNCH[0]) + MEAL_STAY <= closes and opens <= LUNCH[1]
                for opens, closes in stretches
            )
            # A railway with a bar is no table, nor is a garden that one pays for or has just seen.
            food = Kind.FOOD in listing.kinds
            free = terms == PICNIC and listing.id not in seen and not lowest_price(listing)
            if (food or free) and not proposal.against and fits and listing.id not in self._without:
                found.append((stretches is None, near[listing.id], listing.id, proposal))
        if _HINDERED & {*self.request.mobility}:  # a table known to be in reach is the table
            found = [each for each in found if _in_reach(each[3])] or found
        found.sort(key=lambda each: each[:3])
        left = [each for each in found if each[2] not in self._used] or found
        taken = left[:_TABLES]
        for there in reached:  # whoever is there eats there
            ids = [each[2] for each in taken]
            if any(there.get(id, _TABLE_KM) < _AT_HAND_KM for id in ids):
                continue
            others = [each for each in left if each[2] in there and each[2] not in ids]
            nearest = min((there[each[2]] for each in others), default=None)
            taken += [each for each in others if there[each[2]] == nearest][:1]
        return [proposal for *_, proposal in taken[:_MOST_TABLES]]

    def _candidate(self, each: Proposal, *, meal: bool) -> Candidate:
        stretches = self._hours(each.listing)
        doubt = stretches is None and hours_expected(each.listing)
        worth = min(100.0, each.score) * (_DOUBT if doubt else 1.0)
        worth *= _BESIDE_WORTH if each.listing.id in self._beside else 1.0
        from_here = distance_km(self._origin, point_of(each.listing)) <= _AT_HAND_KM
        if each.listing.place.commune in self._left and not (self._named or from_here):
            worth -= RETURN_COST  # seen the day before, and not slept at
        return Candidate(
            stay=MEAL_STAY if meal else usual_stay(each.listing),
            worth=_MAYBE if doubt and meal else worth,
            open=stretches,
            meal=meal,
            sort=str(each.listing.concepts[0]) if each.listing.concepts else "",
            town=each.listing.place.commune or "",
        )

    def _hours(self, listing: Listing) -> tuple[tuple[int, int], ...] | None:
        """The stretches of that day in minutes; None where they are not known."""
        times = times_of(listing)
        if not times.periods:
            return None
        planned = times.on_day(self._day)
        sure = [span for span in spans(planned, self._day) if span.sure]
        if not sure and planned.state is not hours.State.CLOSED:
            return None
        midnight = datetime.combine(self._day, time())
        return tuple(
            (
                (span.start - midnight) // timedelta(minutes=1),
                (span.end - midnight) // timedelta(minutes=1),
            )
            for span in sure
        )


def under_roof(listing: Listing, shelter: Profile) -> bool:
    judged = verdict(listing, shelter)
    return judged is not None and judged[0] == "suits"


def _in_reach(proposal: Proposal) -> bool:
    return any(reason.key == "mobility" for reason in proposal.reasons)


def _called(listing: Listing) -> str:
    name = listing.name.best("fr")
    return name.text if name is not None else ""


def has_lunch(start: int, end: int) -> bool:
    """Whether a meal at lunch time fits in between."""
    return start <= LUNCH[1] and end >= LUNCH[0] + MEAL_STAY


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def _names_nothing(request: Request) -> bool:
    """Whether somebody has a day or days, and named nothing, and nobody who needs something of
    their own: they want what not to miss."""
    long = (asked_minutes(request.duration) or 0) >= _OUTING
    grown = all(who in _ANYBODY or who[:2] == "n:" for who in request.party)
    driven = _DRIVEN.issuperset(request.mobility)
    return long and grown and driven and not (wanted(request) or request.weather)
