"""The points of a raw track as the line that was walked: slips left out, gaps kept open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.geo import Point, distance_km
from catalog.sources.tracks.measure import Vertex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CONTIGUOUS_M: Final = 10.0
"""A leg that begins so near the end of the one before goes on: the width of a path and of what a
recorder errs."""
LEAP_KM: Final = 20.0
"""No two neighbouring points are so far apart, not even those of a drive drawn by hand."""


@dataclass(frozen=True, slots=True)
class Line:
    """The legs, each of two points at least. `slips`: points that leapt away and came back;
    `gaps`: the places where the line breaks off and goes on elsewhere."""

    legs: tuple[tuple[Vertex, ...], ...]
    slips: int = 0
    gaps: int = 0

    @property
    def start(self) -> Point:
        """Where it begins."""
        return self.legs[0][0].point

    @property
    def end(self) -> Point:
        """Where it ends."""
        return self.legs[-1][-1].point


def line_of(segments: Iterable[Sequence[Vertex]]) -> Line:
    """The line that segments make, in their order."""
    slips = 0
    legs: list[list[Vertex]] = []
    for segment in segments:
        kept, left_out = _without_slips(segment)
        slips += left_out
        for leg in _split(kept):
            if legs and legs[-1] and near(legs[-1][-1].point, leg[0].point):
                legs[-1] += leg
            else:
                legs.append(leg)
    lasting = tuple(tuple(leg) for leg in legs if len(leg) > 1)
    return Line(lasting, slips, max(0, len(lasting) - 1))


def near(one: Point, other: Point) -> bool:
    """Whether one line goes on where the other ended."""
    return 1000 * distance_km(one, other) <= CONTIGUOUS_M


def _without_slips(segment: Sequence[Vertex]) -> tuple[list[Vertex], int]:
    """The points without those that leap away from both neighbours, which lie close together;
    each place once where the recorder stood still."""
    kept: list[Vertex] = []
    slips = 0
    for at, vertex in enumerate(segment):
        if kept and kept[-1].point == vertex.point:
            continue
        if kept and _leaps(kept[-1], vertex):
            after = segment[at + 1] if at + 1 < len(segment) else None
            if after is None or not _leaps(kept[-1], after):
                slips += 1
                continue
        kept.append(vertex)
    return kept, slips


def _split(points: Sequence[Vertex]) -> Iterator[list[Vertex]]:
    leg: list[Vertex] = []
    for vertex in points:
        if leg and _leaps(leg[-1], vertex):
            yield leg
            leg = []
        leg.append(vertex)
    if leg:
        yield leg


def _leaps(before: Vertex, after: Vertex) -> bool:
    return distance_km(before.point, after.point) > LEAP_KM
