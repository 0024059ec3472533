"""The search for a day's stops, beside an oracle that tries every order."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalog.advice.route import (
    AGAIN_COST,
    LONGEST_STROLL,
    LONGEST_WAIT,
    MEAL_WORTH,
    PAUSE,
    REPEAT_COST,
    RETURN_COST,
    TRAVEL_COST,
    WAIT_COST,
    WISH_WORTH,
    Candidate,
    Frame,
    Visit,
    begin_at,
    best_route,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

HOURS = st.integers(8 * 60, 19 * 60)


GRANTED: list[dict[str, Any]] = [
    {},
    {},
    {"wish": "wine", "step": 1, "once": True},
    {"wish": "castle", "step": 0},
    {"wish": "cave"},
]
"""All that grants a wish is alike in these."""


@st.composite
def candidates(draw: st.DrawFn) -> Candidate:
    spans = draw(
        st.none()
        | st.lists(st.tuples(HOURS, st.integers(30, 300)), max_size=2).map(
            lambda pairs: tuple(sorted((start, start + length) for start, length in pairs))
        )
    )
    return Candidate(
        stay=draw(st.integers(15, 120)),
        worth=float(draw(st.integers(0, 100))),
        open=spans,
        meal=draw(st.booleans()),
        sort=draw(st.sampled_from(["", "church", "museum"])),
        town=draw(st.sampled_from(["", "Albi", "Carmaux"])),
        **draw(st.sampled_from(GRANTED)),
        home=draw(st.sampled_from([False, False, True])),
    )


@st.composite
def days(draw: st.DrawFn) -> tuple[list[Candidate], list[list[int]], Frame]:
    stops = draw(st.lists(candidates(), min_size=0, max_size=5))
    size = len(stops) + 1
    travel = [[0 if i == j else draw(st.integers(1, 60)) for j in range(size)] for i in range(size)]
    start = draw(st.integers(8 * 60, 14 * 60))
    lunch = draw(st.sampled_from([None, (12 * 60, 13 * 60 + 15)]))
    pause = draw(st.sampled_from([0, 0, 60]))
    idle = draw(st.sampled_from([LONGEST_WAIT, LONGEST_STROLL]))
    end = start + draw(st.integers(60, 540))
    return stops, travel, Frame(start, end, 3, lunch, pause=pause, idle=idle)


def walked(
    order: tuple[int, ...], stops: list[Candidate], travel: list[list[int]], frame: Frame
) -> tuple[Visit, ...] | None:
    """The visits of one order, None when it cannot be kept."""
    at, now, route = len(stops), frame.start, []
    steps = [stops[n].step for n in order if n != PAUSE]
    told = [step for step in steps if step is not None]
    if told != sorted(told):
        return None
    for index in order:
        if index == PAUSE:
            if frame.lunch is None or not now <= frame.lunch[1]:
                return None
            begin = max(now, frame.lunch[0])
            if begin - now > frame.idle:
                return None
            route.append(Visit(PAUSE, now, begin, begin + frame.pause))
            now = begin + frame.pause
            continue
        arrive = now + travel[at][index]
        begin_or_none = begin_at(stops[index], arrive, frame)
        if begin_or_none is None:
            return None
        begin = begin_or_none
        now, at = begin + stops[index].stay, index
        route.append(Visit(index, arrive, begin, now))
    return tuple(route) if now + travel[at][len(stops)] <= frame.end else None


def worth_of(route: Sequence[Visit], stops: list[Candidate], travel: list[list[int]]) -> float:
    """What a route is worth: its stops, less the time on the road, the waiting, the repeats, the
    returns to a town that was left."""
    total, at, sorts, towns = 0.0, len(stops), set[str](), [""]
    homes, fed = [True], False
    for visit in route:
        if visit.index == PAUSE:
            total += MEAL_WORTH - WAIT_COST * (visit.begin - visit.arrive)
            continue
        stop = stops[visit.index]
        sort = stop.wish or stop.sort
        repeated = sort and sort in sorts and not stop.meal
        total += MEAL_WORTH + stop.worth / 10 if stop.meal else stop.worth
        total += WISH_WORTH * bool(stop.wish and not repeated and not stop.meal)
        total -= (AGAIN_COST if stop.wish and stop.once else REPEAT_COST) if repeated else 0.0
        total -= TRAVEL_COST * travel[at][visit.index]
        total -= WAIT_COST * (visit.begin - visit.arrive)
        total -= RETURN_COST * bool(stop.town in towns[:-1] and stop.town not in {"", towns[-1]})
        left = homes[-1] and not all(homes) and not (stop.home and not stop.meal)
        total -= RETURN_COST * (left and not fed)
        towns.append(stop.town)
        sorts.add(sort)
        homes.append(stop.home and not stop.meal)
        fed |= stop.home and stop.meal and stop.open is not None
        at = visit.index
    return total - (TRAVEL_COST * travel[at][len(stops)] if route else 0.0)


def oracle(stops: list[Candidate], travel: list[list[int]], frame: Frame) -> float:
    best = 0.0
    first = PAUSE if frame.pause else 0
    for size in range(1, len(stops) - first + 1):
        for order in permutations(range(first, len(stops)), size):
            meals = sum(n == PAUSE or stops[n].meal for n in order)
            if meals > 1 or size - meals > frame.stops:
                continue
            route = walked(order, stops, travel, frame)
            if route is not None:
                best = max(best, worth_of(route, stops, travel))
    return best


SHORTER_ROUND_ABOUT = (
    [Candidate(101, 2.0), Candidate(15, 0.0)],
    [[0, 1, 18], [1, 0, 1], [1, 1, 0]],
    Frame(480, 599, 3),
)
"""The way home from the first stop is shorter by way of the second: rounded minutes are."""


@given(days())
@example(SHORTER_ROUND_ABOUT)
@settings(max_examples=150)
def test_no_order_is_worth_more(day: tuple[list[Candidate], list[list[int]], Frame]) -> None:
    stops, travel, frame = day
    found = best_route(stops, travel, frame)
    assert worth_of(found, stops, travel) == pytest.approx(oracle(stops, travel, frame))
    assert best_route(stops, travel, frame) == found


@given(days())
@settings(max_examples=150)
def test_every_stop_is_open_and_the_minutes_add_up(
    day: tuple[list[Candidate], list[list[int]], Frame],
) -> None:
    stops, travel, frame = day
    route = best_route(stops, travel, frame)
    at, now = len(stops), frame.start
    for visit in route:
        if visit.index == PAUSE:
            now = visit.leave
            continue
        stop = stops[visit.index]
        assert visit.arrive == now + travel[at][visit.index]
        assert 0 <= visit.begin - visit.arrive <= LONGEST_WAIT
        assert visit.leave == visit.begin + stop.stay
        if stop.open is not None:
            assert any(a <= visit.begin and visit.leave <= b for a, b in stop.open)
        if stop.meal:
            assert frame.lunch is not None
            assert frame.lunch[0] <= visit.begin <= frame.lunch[1]
        at, now = visit.index, visit.leave
    if route:
        assert now + travel[at][len(stops)] <= frame.end
    assert sum(visit.index == PAUSE or stops[visit.index].meal for visit in route) <= 1
    assert len({visit.index for visit in route}) == len(route)


def test_a_dozen_candidates_are_searched_through() -> None:
    """The size of a real day: without its bound the search would try ninety thousand orders."""
    stops = [Candidate(60, 40.0 + n, sort=str(n)) for n in range(9)]
    stops += [Candidate(75, 30.0, ((12 * 60, 14 * 60),), meal=True) for _ in range(3)]
    travel = [[abs(i - j) * 4 + 3 if i != j else 0 for j in range(13)] for i in range(13)]
    route = best_route(stops, travel, Frame(9 * 60, 18 * 60 + 30, 4, (12 * 60, 13 * 60 + 15)))
    assert len(route) == 5
    assert sum(stops[visit.index].meal for visit in route) == 1


def test_nobody_leaves_a_town_for_lunch_and_comes_back() -> None:
    stops = [
        Candidate(60, 60.0, town="Albi"),
        Candidate(60, 60.0, town="Albi"),
        Candidate(60, 50.0, meal=True, town="Monestiés"),
        Candidate(60, -40.0, meal=True, town="Albi"),
    ]
    travel = [
        [0, 5, 20, 5, 20],
        [5, 0, 20, 5, 20],
        [20, 20, 0, 20, 5],
        [5, 5, 20, 0, 20],
        [20, 20, 5, 20, 0],
    ]
    found = best_route(stops, travel, Frame(600, 1000, 3, (720, 795)))
    towns = [stops[visit.index].town for visit in found]
    assert towns == sorted(towns, key=towns.index)


def test_nobody_comes_home_between_two_outings() -> None:
    out, home, far = (
        Candidate(60, 50.0, open=((540, 700),)),
        Candidate(60, 30.0, home=True),
        Candidate(60, 50.0, open=((700, 1000),)),
    )
    travel = [[0, 20, 40, 20], [20, 0, 20, 1], [40, 20, 0, 20], [20, 1, 20, 0]]
    route = best_route([out, home, far], travel, Frame(540, 1100, 3))
    assert [visit.index for visit in route] in ([1, 0, 2], [0, 2, 1])


def test_lunch_is_had_where_one_is_when_no_table_is_known() -> None:
    stops = [Candidate(120, 50.0), Candidate(120, 40.0)]
    travel = [[0, 10, 10], [10, 0, 10], [10, 10, 0]]
    frame = Frame(570, 1100, 4, (720, 795), pause=60)
    route = best_route(stops, travel, frame)
    assert [visit.index for visit in route] == [0, PAUSE, 1]
    assert 720 <= route[1].begin <= 795
    assert route[2].arrive == route[1].leave + 10
