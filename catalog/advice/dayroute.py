"""The best order of what a day can be made of, as the day that is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from catalog.advice.dayends import Booking
from catalog.advice.dayplan import Booked, DayPlan, Stop
from catalog.advice.model import Proposal
from catalog.advice.route import PAUSE, Candidate, Frame, Visit, best_route
from catalog.advice.travel import Mode, leg

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.model import Listing

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Choice:
    """Sights and tables (True), as candidates, with kilometres and minutes between any two.
    `booking`: what is booked is the candidate behind them; `picnic`: whether one was asked for."""

    options: Sequence[tuple[Proposal, bool]]
    candidates: Sequence[Candidate]
    km: Sequence[Sequence[float]]
    travel: Sequence[Sequence[int]]
    booking: Booking | None = None
    picnic: bool = False

    def best(
        self, frame: Frame, day: date, mode: Mode, known: Callable[[Listing], object]
    ) -> DayPlan | None:
        """The best day of it, without a word of its lunch; None without a single sight. `known`:
        the hours of a listing, None where they are not known."""
        route = best_route(self.candidates, self.travel, frame, self.km)
        begin = frame.start
        if route and route[0].index == PAUSE:  # who sets out at noon has eaten
            begin, route = route[0].leave, route[1:]
        if route and route[-1].index == PAUSE and not self.picnic:  # who is back then eats at home
            route = route[:-1]
        if route and route[0].begin > route[0].arrive:  # nobody sets out to wait
            wait = route[0].begin - route[0].arrive
            begin, route = begin + wait, (replace(route[0], arrive=route[0].begin), *route[1:])
        seen = [visit for visit in route if 0 <= visit.index < len(self.options)]
        if all(self.options[visit.index][1] for visit in seen):
            return None
        stops, booked, pause = list[Stop](), None, None
        at = home = len(self.candidates)
        for visit in route:
            if visit.index == PAUSE:
                pause = (moment(day, visit.begin), moment(day, visit.leave))
                continue
            if visit.index == len(self.options):
                booked = self._booked(visit, at, day, mode)
            else:
                stops.append(self._stop(visit, at, day, mode, known))
            at = visit.index
        return DayPlan(
            day=day,
            mode=mode,
            start=moment(day, begin),
            stops=tuple(stops),
            back=moment(day, route[-1].leave + self.travel[at][home]),
            back_minutes=self.travel[at][home],
            back_km=round(self.km[at][home], 2),
            lunch=None,
            booked=booked,
            pause=pause,
        )

    def _booked(self, visit: Visit, at: int, day: date, mode: Mode) -> Booked:
        return Booked(
            place=self.booking.place if self.booking is not None else "",
            begin=moment(day, visit.begin),
            leave=moment(day, visit.leave),
            by=leg(self.km[at][visit.index], mode)[0],
            travel_minutes=self.travel[at][visit.index],
            distance_km=round(self.km[at][visit.index], 2),
        )

    def _stop(
        self, visit: Visit, at: int, day: date, mode: Mode, known: Callable[[Listing], object]
    ) -> Stop:
        each, meal = self.options[visit.index]
        return Stop(
            proposal=each,
            arrive=moment(day, visit.arrive),
            begin=moment(day, visit.begin),
            leave=moment(day, visit.leave),
            by=leg(self.km[at][visit.index], mode)[0],
            travel_minutes=self.travel[at][visit.index],
            distance_km=round(self.km[at][visit.index], 2),
            open=None if known(each.listing) is None else True,
            meal=meal,
        )


def moment(day: date, minute: int) -> datetime:
    """That minute of the day."""
    return datetime.combine(day, time()) + minute * _MINUTE
