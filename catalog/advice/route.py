"""The best order of a day's stops: a small exact search, with opening hours as hard limits.

Minutes are counted from midnight. The search is branch and bound over all orders of a dozen
candidates: what a partial route can still gain at most is known, so most orders are never tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

TRAVEL_COST: Final = 0.4
"""What a minute on the road takes from the worth of a day, in points of a proposal's score."""
WAIT_COST: Final = 0.3
LONGEST_WAIT: Final = 45
REPEAT_COST: Final = 12.0
"""What a second stop of the same sort takes: three churches are no day."""
RETURN_COST: Final = 15.0
"""What going back to a town that has been left takes: nobody eats elsewhere between two sights of
one street."""
MEAL_WORTH: Final = 60.0
"""Eating at lunch time is worth a stop, whatever the place is worth."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible stop. `open`: the stretches in which it surely is, None when its hours are not
    known (nothing holds it back then). `worth`: 0 to 100. `sort`: what it is, "" for no sort.
    `town`: where it is, "" for nowhere that one would come back to."""

    stay: int
    worth: float
    open: tuple[tuple[int, int], ...] | None = None
    meal: bool = False
    sort: str = ""
    town: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The day: from `start` to `end`, back at the place of departure by then; at most `stops`
    besides the meal, which begins between `lunch[0]` and `lunch[1]` (None: no meal)."""

    start: int
    end: int
    stops: int
    lunch: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """One stop of the route: which candidate, and when."""

    index: int
    arrive: int
    begin: int
    leave: int


def best_route(
    candidates: Sequence[Candidate], travel: Sequence[Sequence[int]], frame: Frame
) -> tuple[Visit, ...]:
    """The route of most worth; () when no stop can be made.

    `travel[i][j]`: minutes from candidate i to j; the last row and column are the place of
    departure, to which the route returns. Deterministic: of equal routes the first in the order
    of the candidates.
    """
    return _Search(candidates, travel, frame).run()


def begin_at(candidate: Candidate, arrive: int, frame: Frame) -> int | None:
    """When a visit may begin for who arrives at `arrive`: at once, after a short wait, or not
    at all (None). The whole stay lies in one opening."""
    earliest = arrive
    latest = arrive + LONGEST_WAIT
    if candidate.meal:
        if frame.lunch is None:
            return None
        earliest, latest = max(earliest, frame.lunch[0]), min(latest, frame.lunch[1])
    if candidate.open is None:
        return earliest if earliest <= latest else None
    for opens, closes in candidate.open:
        begin = max(earliest, opens)
        if begin <= latest and begin + candidate.stay <= closes:
            return begin
    return None


def _gain(candidate: Candidate, sorts: Collection[str]) -> float:
    if candidate.meal:
        return MEAL_WORTH + candidate.worth / 10
    repeated = candidate.sort and candidate.sort in sorts
    return candidate.worth - (REPEAT_COST if repeated else 0.0)


def _shortest(travel: Sequence[Sequence[int]], home: int) -> list[int]:
    """The fewest minutes home from each place, by way of any others: rounded minutes are not
    always shorter straight than round about."""
    best = [row[home] for row in travel]
    for _ in travel:
        best = [
            min(best[n], min((row[k] + best[k] for k in range(len(best)) if k != n), default=0))
            if n != home
            else 0
            for n, row in enumerate(travel)
        ]
    return best


class _Search:
    """One search: the best route so far, and the bound that cuts what cannot beat it."""

    def __init__(
        self, candidates: Sequence[Candidate], travel: Sequence[Sequence[int]], frame: Frame
    ) -> None:
        self._candidates, self._travel, self._frame = candidates, travel, frame
        self._home = len(candidates)
        self._meals = sum(1 << n for n, each in enumerate(candidates) if each.meal)
        self._tried: dict[tuple[int, int, int], float] = {}
        self._bounds: dict[tuple[int, int], float] = {}
        self._best: tuple[Visit, ...] = ()
        self._worth = 0.0
        self._way_home = _shortest(travel, self._home)
        self._nearest = [
            min((row[n] for k, row in enumerate(travel) if k != n), default=0)
            for n in range(self._home)
        ]
        self._last_leg = min((row[self._home] for row in travel[: self._home]), default=0)
        # What a stop can bring at most: no way to it is shorter than its nearest neighbour's.
        self._gains = [
            _gain(candidate, set()) - TRAVEL_COST * self._nearest[n]
            for n, candidate in enumerate(candidates)
        ]
        # The worthiest are tried first: that makes the bound bite early.
        self._order = sorted(range(self._home), key=lambda n: (-self._gains[n], n))

    def run(self) -> tuple[Visit, ...]:
        self._extend((), self._home, self._frame.start, 0.0, 0, frozenset())
        return self._best

    def _extend(
        self,
        route: tuple[Visit, ...],
        at: int,
        now: int,
        worth: float,
        visited: int,
        sorts: frozenset[str],
    ) -> None:
        """Try every next stop; `visited` has a bit for each candidate already in the route."""
        frame, travel = self._frame, self._travel
        if route:
            closed = worth - TRAVEL_COST * travel[at][self._home]
            if now + travel[at][self._home] <= frame.end and closed > self._worth + 1e-9:
                self._best, self._worth = route, closed
        # The same stops in another order, the same last one at the same minute, and no better.
        known = self._tried.get((visited, at, now))
        if known is not None and worth <= known:
            return
        self._tried[visited, at, now] = worth
        meals = (visited & self._meals).bit_count()
        eaten = frame.lunch is None or bool(meals)
        stops = frame.stops - (len(route) - meals)
        most = self._bounds.get((visited, now))
        if most is None:
            most = self._bounds[visited, now] = self._most(now, visited, stops, eaten, sorts)
        if worth + most <= self._worth + 1e-9:
            return
        for n in self._order:
            candidate = self._candidates[n]
            if visited >> n & 1 or (eaten if candidate.meal else stops == 0):
                continue
            arrive = now + travel[at][n]
            begin = begin_at(candidate, arrive, frame)
            if begin is None:
                continue
            leave = begin + candidate.stay
            if leave + self._way_home[n] > frame.end:
                continue
            self._extend(
                (*route, Visit(n, arrive, begin, leave)),
                n,
                leave,
                worth
                + _gain(candidate, sorts)
                - RETURN_COST * self._returns(route, candidate)
                - TRAVEL_COST * travel[at][n]
                - WAIT_COST * (begin - arrive),
                visited | 1 << n,
                sorts | {candidate.sort},
            )

    def _returns(self, route: tuple[Visit, ...], to: Candidate) -> bool:
        """Whether a stop is in a town that was left before the last one."""
        towns = [self._candidates[visit.index].town for visit in route]
        return bool(to.town) and to.town in towns and towns[-1] != to.town

    def _most(
        self, now: int, visited: int, stops: int, eaten: bool, sorts: frozenset[str]
    ) -> float:
        """What the rest of the route can bring at most, the way home paid: the best stops left
        that there is still time for, each by its shortest way, no minute waited."""
        gains: list[float] = []
        meal = 0.0
        for n in self._order:
            candidate = self._candidates[n]
            if visited >> n & 1 or now + self._nearest[n] + candidate.stay > self._frame.end:
                continue
            if candidate.meal:
                meal = meal if eaten else max(meal, self._gains[n])
            elif candidate.sort and candidate.sort in sorts:
                gains.append(self._gains[n] - REPEAT_COST)
            else:
                gains.append(self._gains[n])
        gains.sort(reverse=True)
        best = sum(gain for gain in gains[: max(0, stops)] if gain > 0)
        return best + meal - TRAVEL_COST * self._last_leg
