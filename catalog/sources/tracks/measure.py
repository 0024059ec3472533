"""What the points of a track say: length, climb, lowest and highest, how it ends.

Length: great-circle distances from point to point (`catalog.geo`), as the line was drawn. It is
not joined across gaps: from one leg to the next nothing is counted.

Climb: a recorder's heights tremble by some metres, and a sum of all rises would count every
tremor. First each height becomes the mean of the heights within WINDOW_M along the way. Then only
rises of at least THRESHOLD_M count, from a low to the next high with no fall of THRESHOLD_M between
them; falls likewise. A track in reverse climbs what it fell. A profile of known climb that trembles
by up to 5 m (one standard deviation) is measured to within 3 in 100.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import cos, floor, radians
from typing import TYPE_CHECKING, Final

from catalog.geo import Point, distance_km
from catalog.model import Itinerary, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WINDOW_M: Final = 50.0
THRESHOLD_M: Final = 5.0

LOOP_M: Final = 100.0
"""A track that ends so near its start comes back; also a tenth of its own length at most."""
ONE_WAY_M: Final = 500.0
"""A track that ends farther than this from its start does not, nor one that ends farther than
half its length. Between the two nothing is said."""
BACK_M: Final = 30.0
BACK_SHARE: Final = 0.8
"""A way back is the way there when four fifths of it lie so near to it."""
HEIGHTS_SHARE: Final = 0.8
"""Where fewer points have a height, nothing is said of climbs."""
_MOST_STEPS: Final = 20_000
_DEGREE_M: Final = 111_195.0


@dataclass(frozen=True, slots=True)
class Vertex:
    """A point of a track and its height in metres, if it has one."""

    point: Point
    height: float | None = None


def measure(legs: Sequence[Sequence[Vertex]]) -> Itinerary:
    """The facts of a track, each leg a line without a gap; nothing of who went there or when."""
    ways = [_along(leg) for leg in legs]
    length = sum(way[-1] for way in ways if way)
    points = [vertex for leg in legs for vertex in leg]
    heights = [vertex.height for vertex in points if vertex.height is not None]
    ascent = descent = lowest = highest = None
    if heights and len(heights) >= HEIGHTS_SHARE * len(points):
        climbs = [
            climb(smoothed(heights_of(leg, way))) for leg, way in zip(legs, ways, strict=True)
        ]
        ascent, descent = (round(sum(part)) for part in zip(*climbs, strict=True))
        lowest, highest = round(min(heights)), round(max(heights))
    return Itinerary(
        distance_m=round(length),
        ascent_m=ascent,
        descent_m=descent,
        lowest_m=lowest,
        highest_m=highest,
        shape=shape_of([vertex.point for vertex in points], length),
    )


def _along(leg: Sequence[Vertex]) -> list[float]:
    """Metres from the beginning of a leg to each of its points."""
    way = [0.0] if leg else []
    for before, after in pairwise(leg):
        way.append(way[-1] + 1000 * distance_km(before.point, after.point))
    return way


def heights_of(leg: Sequence[Vertex], way: Sequence[float]) -> list[tuple[float, float]]:
    """(metres along the way, height) of the points that have one."""
    pairs = zip(leg, way, strict=True)
    return [(metres, vertex.height) for vertex, metres in pairs if vertex.height is not None]


def smoothed(profile: Sequence[tuple[float, float]]) -> list[float]:
    """Each height as the mean of those within half a window before and behind."""
    sums = [0.0]
    for _, height in profile:
        sums.append(sums[-1] + height)
    found = []
    first = last = 0
    for metres, _ in profile:
        while profile[first][0] < metres - WINDOW_M / 2:
            first += 1
        while last < len(profile) and profile[last][0] <= metres + WINDOW_M / 2:
            last += 1
        found.append((sums[last] - sums[first]) / (last - first))
    return found


def climb(heights: Sequence[float], threshold: float = THRESHOLD_M) -> tuple[float, float]:
    """Metres up and metres down, in rises and falls of at least `threshold`."""
    turns = turns_of(heights, threshold)
    steps = [after - before for before, after in pairwise(turns)]
    return sum(step for step in steps if step > 0), -sum(step for step in steps if step < 0)


def turns_of(heights: Sequence[float], threshold: float) -> list[float]:
    """The lows and highs between which it rises or falls by `threshold` at least, in turn."""
    turns: list[float] = []
    low = high = heights[0] if heights else 0.0
    direction = 0
    for height in heights:
        low, high = min(low, height), max(high, height)
        if direction <= 0 and height - low >= threshold:
            turns.append(low)
            direction, high = 1, height
        elif direction >= 0 and high - height >= threshold:
            turns.append(high)
            direction, low = -1, height
    return [*turns, high if direction > 0 else low] if direction else []


def shape_of(points: Sequence[Point], length: float) -> Shape | None:
    """How a track of `length` metres ends; None where that is not clear."""
    if len(points) < 2 or length <= 0:
        return None
    apart = 1000 * distance_km(points[0], points[-1])
    if apart > min(ONE_WAY_M, length / 2):
        return Shape.ONE_WAY
    if apart > min(LOOP_M, length / 10):
        return None
    places = _in_metres(points)
    start = places[0]
    turn = max(range(len(places)), key=lambda at: abs(places[at] - start))
    step = max(BACK_M / 2, length / _MOST_STEPS)
    there = _Grid(_spaced(places[: turn + 1], step))
    back = _spaced(places[turn:], step)
    near = sum(there.holds_near(place) for place in back)
    return Shape.THERE_AND_BACK if near >= BACK_SHARE * len(back) else Shape.LOOP


def _in_metres(points: Sequence[Point]) -> list[complex]:
    """Points on a flat map around the first: east + north·i. Good enough over a day's walk."""
    origin = points[0]
    shrink = cos(radians(origin.latitude))
    return [
        complex(
            (point.longitude - origin.longitude) * shrink * _DEGREE_M,
            (point.latitude - origin.latitude) * _DEGREE_M,
        )
        for point in points
    ]


def _spaced(places: Sequence[complex], step: float) -> list[complex]:
    """The places and, between those farther apart than `step`, places on the line."""
    found = list(places[:1])
    for before, after in pairwise(places):
        parts = floor(abs(after - before) / step) + 1
        found += (before + (after - before) * part / parts for part in range(1, parts + 1))
    return found


class _Grid:
    """Places by squares as wide as BACK_M."""

    def __init__(self, places: Iterable[complex]) -> None:
        self._squares: defaultdict[tuple[int, int], list[complex]] = defaultdict(list)
        for place in places:
            self._squares[self._square(place)].append(place)

    def holds_near(self, place: complex) -> bool:
        """Whether a place lies within BACK_M."""
        column, row = self._square(place)
        return any(
            abs(place - other) <= BACK_M
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in self._squares.get((x, y), ())
        )

    @staticmethod
    def _square(place: complex) -> tuple[int, int]:
        return floor(place.real / BACK_M), floor(place.imag / BACK_M)
