"""The best order of a day's stops: a small exact search, with opening hours as hard limits.

Minutes are counted from midnight. The search is branch and bound over all orders of a dozen
candidates: what a partial route can still gain at most is known, so most orders are never tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING, Final

from catalog.advice.limits import DAY_MINUTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TRAVEL_COST: Final = 0.4
"""What a minute on the road takes from the worth of a day, in points of a proposal's score."""
WAIT_COST: Final = 0.3
LONGEST_WAIT: Final = 45
LONGEST_STROLL: Final = 75
"""Minutes before a picnic that is had anywhere: nobody drives for an hour to fill them."""
REPEAT_COST: Final = 12.0
"""What a second stop of the same sort takes: three churches are no day."""
RETURN_COST: Final = 15.0
"""What going back to a town that has been left takes: nobody eats elsewhere between two sights of
one street."""
MEAL_WORTH: Final = 60.0
"""Eating at lunch time is worth a stop, whatever the place is worth."""
WISH_WORTH: Final = 60.0
"""What the first stop brings, beside its own worth, of a wish that has its place in the day."""
AGAIN_COST: Final = 36.0
"""What another stop takes where one is enough: a cellar after lunch."""
PAUSE: Final = -1
"""The index of a visit that is a pause: lunch, where no table is known."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible stop. `open`: the stretches in which it surely is, None when its hours are not
    known (nothing holds it back then). `worth`: 0 to 100. `sort`: what it is, "" for no sort.
    `town`: where it is, "" for nowhere that one would come back to. `fixed`: one waits for it
    however long. `wish`: the wish that it grants, "" for none; `step`: when it comes beside
    others that have a step; `once`: whether one such stop is enough. `home`: it lies where one
    sets out."""

    stay: int
    worth: float
    open: tuple[tuple[int, int], ...] | None = None
    meal: bool = False
    sort: str = ""
    town: str = ""
    fixed: bool = False
    wish: str = ""
    step: int | None = None
    once: bool = False
    home: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The day: from `start` to `end`, back at the place of departure by then; at most `stops`
    besides the meal, which begins between `lunch[0]` and `lunch[1]` (None: no meal); `most_km`
    on the road. `pause`: the minutes of lunch wherever one is then, 0 where there are tables;
    `rest`: what it is worth; `idle`: how long one may have nothing to do before it."""

    start: int
    end: int
    stops: int
    lunch: tuple[int, int] | None = None
    most_km: float | None = None
    pause: int = 0
    rest: float = MEAL_WORTH
    idle: int = LONGEST_WAIT


@dataclass(frozen=True, slots=True)
class Visit:
    """One stop of the route: which candidate (`PAUSE` for none), and when."""

    index: int
    arrive: int
    begin: int
    leave: int


def best_route(
    candidates: Sequence[Candidate],
    travel: Sequence[Sequence[int]],
    frame: Frame,
    km: Sequence[Sequence[float]] = (),
) -> tuple[Visit, ...]:
    """The route of most worth; () when no stop can be made.

    `travel[i][j]`: minutes from candidate i to j; the last row and column are the place of
    departure, to which the route returns; `km` the same in kilometres, for a frame that has most
    of them. Deterministic: of equal routes the first in the order of the candidates.
    """
    return _Search(candidates, travel, frame, km).run()


def begin_at(candidate: Candidate, arrive: int, frame: Frame) -> int | None:
    """When a visit may begin for who arrives at `arrive`: at once, after a short wait, or not
    at all (None). The whole stay lies in one opening."""
    earliest = arrive
    latest = arrive + (DAY_MINUTES if candidate.fixed else LONGEST_WAIT)
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


def _shortest(travel: Sequence[Sequence[int]], home: int) -> list[int]:
    """The fewest minutes home from each place, by way of any others: rounded minutes are not
    always shorter straight than round about."""
    best = [*(row[home] for row in travel[:home]), 0]
    shorter: list[int] | None = None
    while shorter != best:
        best = shorter or best
        shorter = [min(map(add, row, best)) for row in travel[:home]]
        shorter = [*map(min, shorter, best), 0]
    return best


@dataclass(frozen=True, slots=True)
class _Rest:
    """What the rest of a route can bring at most, `by` whichever stops: `stops` in all, `least`
    the least of them, and `meal` by a meal."""

    stops: float
    meal: float
    by: dict[int, float]
    least: float

    def without(self, n: int, *, meal: bool) -> float:
        """The same where one is taken: in the place of the meal, of its own, or of the least."""
        if meal:
            return self.stops
        return self.stops + self.meal - self.by.get(n, self.least)


class _Search:
    """One search: the best route so far, and the bound that cuts what cannot beat it. A set of
    candidates is a number with a bit for each."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        travel: Sequence[Sequence[int]],
        frame: Frame,
        km: Sequence[Sequence[float]],
    ) -> None:
        self._km = km if frame.most_km is not None else ()
        self._candidates, self._travel, self._frame = candidates, travel, frame
        self._home = len(candidates)
        # The bit behind those of the candidates is the pause.
        self._meals = _set(each.meal for each in candidates) | 1 << self._home
        sorts = [each.wish or each.sort for each in candidates]
        self._alike = [_like(sort, sorts) for sort in sorts]
        self._repeated = [_again(each) + WISH_WORTH * bool(each.wish) for each in candidates]
        self._barred = [1 << n | _later(one, candidates) for n, one in enumerate(candidates)]
        self._homes = _set(each.home and not each.meal for each in candidates)
        self._fed = _set(e.home and e.meal and e.open is not None for e in candidates)
        self._out = (1 << self._home) - 1 & ~self._homes
        self._there = [_like(one.town, [each.town for each in candidates]) for one in candidates]
        self._tried: dict[tuple[int, int, int], float] = {}
        self._rests: dict[tuple[int, int], _Rest] = {}
        self._best: tuple[Visit, ...] = ()
        self._worth = 0.0
        self._way_home = _shortest(travel, self._home)
        nearest = [
            min((row[n] for k, row in enumerate(travel) if k != n), default=0)
            for n in range(self._home)
        ]
        self._latest = [frame.end - nearest[n] - each.stay for n, each in enumerate(candidates)]
        self._last_leg = min((row[self._home] for row in travel[: self._home]), default=0)
        self._worths = [
            MEAL_WORTH + each.worth / 10 if each.meal else each.worth + WISH_WORTH * bool(each.wish)
            for each in candidates
        ]
        # What a stop can bring at most: no way to it is shorter than its nearest neighbour's.
        self._gains = [worth - TRAVEL_COST * nearest[n] for n, worth in enumerate(self._worths)]
        # The worthiest are tried first: that makes the bound bite early.
        self._order = sorted(range(self._home), key=lambda n: (-self._gains[n], n))

    def run(self) -> tuple[Visit, ...]:
        self._extend((), self._home, self._frame.start, 0.0, 0)
        return self._best

    def _extend(
        self, route: tuple[Visit, ...], at: int, now: int, worth: float, visited: int
    ) -> None:
        """Try every next stop with which the day may still be the best."""
        frame, travel = self._frame, self._travel[at]
        if route:
            closed = worth - TRAVEL_COST * travel[self._home]
            if now + travel[self._home] <= frame.end and closed > self._worth + 1e-9:
                self._best, self._worth = route, closed
        meals = (visited & self._meals).bit_count()
        eaten = frame.lunch is None or bool(meals)
        stops = frame.stops - (len(route) - meals)
        if eaten and not stops:
            return
        # The same stops in another order, the same last one at the same minute, and no better.
        known = self._tried.get((visited, at, now)) if not self._km else None
        if known is not None and worth <= known:
            return
        self._tried[visited, at, now] = worth
        rest = self._rests.get((visited, now))
        if rest is None:
            rest = self._rests[visited, now] = self._most(now, visited, stops, eaten=eaten)
        home = TRAVEL_COST * self._last_leg
        if worth + rest.stops + rest.meal - home <= self._worth + 1e-9:
            return
        for n in self._order:
            candidate = self._candidates[n]
            if visited & self._barred[n] or (eaten if candidate.meal else stops == 0):
                continue
            gain = self._gain(n, at, visited)
            most = worth + gain + rest.without(n, meal=candidate.meal)
            if most - home <= self._worth + 1e-9:
                continue
            arrive = now + travel[n]
            begin = begin_at(candidate, arrive, frame)
            if begin is None or begin + candidate.stay + self._way_home[n] > frame.end:
                continue
            leave = begin + candidate.stay
            gain -= WAIT_COST * min(begin - arrive, LONGEST_WAIT)
            there = (*route, Visit(n, arrive, begin, leave))
            if self._km and self._is_too_far(there):
                continue
            self._extend(there, n, leave, worth + gain, visited | 1 << n)
        if frame.pause and not eaten:
            self._rest(route, at, now, worth, visited)

    def _rest(
        self, route: tuple[Visit, ...], at: int, now: int, worth: float, visited: int
    ) -> None:
        """Try to eat wherever one is."""
        frame = self._frame
        if frame.lunch is None or now > frame.lunch[1]:
            return
        begin = max(now, frame.lunch[0])
        leave = begin + frame.pause
        if begin - now <= frame.idle and leave + self._way_home[at] <= frame.end:
            there = (*route, Visit(PAUSE, now, begin, leave))
            gain = frame.rest - WAIT_COST * (begin - now)
            self._extend(there, at, leave, worth + gain, visited | 1 << self._home)

    def _is_too_far(self, route: Sequence[Visit]) -> bool:
        """Whether a route and its way home have too many kilometres."""
        seen = (visit.index for visit in route if visit.index != PAUSE)
        ways = pairwise((self._home, *seen, self._home))
        return sum(self._km[a][b] for a, b in ways) > (self._frame.most_km or 0.0)

    def _gain(self, n: int, at: int, visited: int) -> float:
        """What the next stop brings, its way paid."""
        gain = self._worths[n] - TRAVEL_COST * self._travel[at][n]
        if self._alike[n] & visited and not self._meals >> n & 1:
            gain -= self._repeated[n]
        if self._homes >> at & 1 and visited & self._out and not self._homes >> n & 1:
            # Nobody sets out twice, but who comes home for a table that is known to be open.
            gain -= 0.0 if visited & self._fed else RETURN_COST
        if self._there[n] & visited and not self._there[n] >> at & 1:
            gain -= RETURN_COST
        return gain

    def _most(self, now: int, visited: int, stops: int, *, eaten: bool) -> _Rest:
        """The best stops left that there is still time for, each by its shortest way, no minute
        waited."""
        gains: list[tuple[float, int]] = []
        pause = self._frame.pause and not eaten and now <= (self._frame.lunch or (0, 0))[1]
        meal, seen = self._frame.rest if pause else 0.0, visited
        for n in self._order:
            if visited >> n & 1 or now > self._latest[n]:
                continue
            if self._meals >> n & 1:
                meal = meal if eaten else max(meal, self._gains[n])
                continue
            repeated = self._alike[n] & seen
            gains.append((self._gains[n] - (self._repeated[n] if repeated else 0.0), n))
            seen |= 1 << n
        gains.sort(reverse=True)
        best = {n: gain for gain, n in gains[:stops] if gain > 0}
        least = min(best.values()) if best and len(best) == stops else 0.0
        return _Rest(sum(best.values()), meal, best, least)


def _set(held: Iterable[bool]) -> int:
    return sum(1 << n for n, each in enumerate(held) if each)


def _again(candidate: Candidate) -> float:
    """What another of its sort takes."""
    return AGAIN_COST if candidate.wish and candidate.once else REPEAT_COST


def _later(one: Candidate, candidates: Sequence[Candidate]) -> int:
    """Those before which it has to come."""
    step = one.step
    if step is None:
        return 0
    return _set(each.step is not None and each.step > step for each in candidates)


def _like(one: str, all_of_them: Sequence[str]) -> int:
    """Those of the same word; nobody, for no word."""
    return _set(one != "" and each == one for each in all_of_them)
