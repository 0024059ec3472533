from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.geo import Point, distance_km
from catalog.model import Shape
from catalog.sources.tracks.measure import (
    HEIGHTS_SHARE,
    THRESHOLD_M,
    WINDOW_M,
    Vertex,
    climb,
    measure,
    smoothed,
)

HEIGHTS = st.lists(st.integers(0, 40).map(float), max_size=14)
VERTICES = st.lists(
    st.builds(
        Vertex,
        st.builds(Point, st.floats(44.0, 44.1), st.floats(2.0, 2.1)),
        st.integers(100, 900).map(float),
    ),
    min_size=2,
    max_size=30,
)


def slow_climb(heights: list[float], threshold: float) -> float:
    """Metres up by another way: buy low and sell high with a fee of `threshold` a trade, the most
    trades among the best; what the trades earn before the fee is what it climbs."""
    best: tuple[float, int] = (0.0, 0)
    table = [best]
    for sell in range(len(heights)):
        for buy in range(sell):
            gain = heights[sell] - heights[buy] - threshold
            if gain >= 0:
                before = table[buy]
                best = max(best, (before[0] + gain, before[1] + 1))
        table.append(best)
    return best[0] + threshold * best[1]


@settings(max_examples=300)
@given(HEIGHTS, st.sampled_from([1.0, 3.0, 5.0, 12.0]))
def test_climb_is_what_the_slow_way_says(heights: list[float], threshold: float) -> None:
    up, down = climb(heights, threshold)
    assert up == slow_climb(heights, threshold)
    assert down == slow_climb([-height for height in heights], threshold)


@given(HEIGHTS)
def test_in_reverse_it_falls_what_it_climbed(heights: list[float]) -> None:
    assert climb(heights[::-1]) == climb(heights)[::-1]


@given(VERTICES)
def test_a_track_in_reverse(leg: list[Vertex]) -> None:
    there, back = measure([leg]), measure([leg[::-1]])
    assert abs(there.distance_m - back.distance_m) <= 1  # type: ignore[operator]
    assert abs(there.ascent_m - back.descent_m) <= 1  # type: ignore[operator]
    assert abs(there.descent_m - back.ascent_m) <= 1  # type: ignore[operator]
    assert (there.lowest_m, there.highest_m) == (back.lowest_m, back.highest_m)


@given(VERTICES, st.data())
def test_a_point_between_two_others_changes_nothing_of_the_length(
    leg: list[Vertex], data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(leg) - 1))
    one, other = leg[at - 1].point, leg[at].point
    middle = Point((one.latitude + other.latitude) / 2, (one.longitude + other.longitude) / 2)
    longer = [*leg[:at], Vertex(middle, leg[at].height), *leg[at:]]
    before, after = measure([leg]).distance_m, measure([longer]).distance_m
    assert abs(before - after) <= 2  # type: ignore[operator]


@given(st.lists(st.floats(0, THRESHOLD_M - 0.01), max_size=60))
def test_trembling_below_the_threshold_does_not_climb(noise: list[float]) -> None:
    assert climb([500 + height for height in noise]) == (0, 0)
    leg = [Vertex(Point(44 + n * 1e-4, 2.0), 500 + height) for n, height in enumerate(noise)]
    assert measure([leg]).ascent_m in (0, None)


@given(VERTICES)
def test_length_is_the_sum_of_its_steps(leg: list[Vertex]) -> None:
    steps = sum(distance_km(a.point, b.point) for a, b in pairwise(leg))
    assert measure([leg]).distance_m == round(1000 * steps)
    assert measure([leg, leg]).distance_m == round(2000 * steps)


@pytest.mark.parametrize("tremor", [0, 1, 2, 3, 5])
def test_a_profile_of_known_climb(tremor: float) -> None:
    """Five hills of 80 m on ten kilometres, a height every 5 m that trembles."""
    dice = random.Random(1)
    leg = [
        Vertex(
            Point(44 + n * 5 / 111_195, 2.0),
            500 + 80 * (1 - abs(n * 5 % 2000 - 1000) / 1000) + dice.gauss(0, tremor),
        )
        for n in range(2001)
    ]
    facts = measure([leg])
    assert facts.distance_m == pytest.approx(10_000, rel=0.001)
    assert facts.ascent_m == pytest.approx(400, rel=0.03)
    assert facts.descent_m == pytest.approx(400, rel=0.03)


@given(st.lists(st.tuples(st.floats(0, 30), st.floats(0, 900)), max_size=25))
def test_smoothing_is_the_mean_of_the_window(steps: list[tuple[float, float]]) -> None:
    way = 0.0
    profile = []
    for step, height in steps:
        way += step
        profile.append((way, height))
    slow = [
        [h for other, h in profile if metres - WINDOW_M / 2 <= other <= metres + WINDOW_M / 2]
        for metres, _ in profile
    ]
    assert smoothed(profile) == pytest.approx([sum(part) / len(part) for part in slow], abs=1e-6)


def test_too_few_heights_say_nothing() -> None:
    spots = [Point(44 + n * 0.001, 2.0) for n in range(100)]
    for known, says in ((int(100 * HEIGHTS_SHARE), True), (50, False), (0, False)):
        leg = [Vertex(spot, 300.0 if n < known else None) for n, spot in enumerate(spots)]
        facts = measure([leg])
        assert (facts.ascent_m is not None) == says
        assert (facts.lowest_m is not None) == says


def square(side: float = 0.01, step: int = 10) -> list[Vertex]:
    corners = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side), (0.0, 0.0)]
    return [
        Vertex(Point(44 + a[0] + (b[0] - a[0]) * n / step, 2 + a[1] + (b[1] - a[1]) * n / step))
        for a, b in pairwise(corners)
        for n in range(step + 1)
    ]


def test_shapes() -> None:
    loop = square()
    there = loop[:22]
    assert measure([loop]).shape is Shape.LOOP
    assert measure([loop[:-1]]).shape is None or measure([loop[:-1]]).shape is Shape.LOOP
    assert measure([there]).shape is Shape.ONE_WAY
    assert measure([[*there, *there[::-1]]]).shape is Shape.THERE_AND_BACK
    sparse = [there[0], there[10], there[21], there[5], there[0]]
    assert measure([[*there, *there[::-3], there[0]]]).shape is Shape.THERE_AND_BACK
    assert measure([sparse]).shape is not None
    stem = [Vertex(Point(44 - n * 0.0005, 2.0)) for n in range(10, 0, -1)]
    assert measure([[*stem, *loop, *stem[::-1]]]).shape is Shape.LOOP
    open_end = [vertex for vertex in loop if vertex.point.longitude > 2.003 or len(loop) < 1]
    assert measure([open_end]).shape in (None, Shape.ONE_WAY)


def test_nothing_to_measure() -> None:
    assert measure([]).distance_m == 0
    assert measure([[]]).shape is None
    still = [Vertex(Point(44.0, 2.0), 5.0)] * 3
    facts = measure([still])
    assert (facts.distance_m, facts.ascent_m, facts.shape) == (0, 0, None)
