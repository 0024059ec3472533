"""Figures as lines of text: measures down, ways to search across."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.bench.queries.query import Query

_FIRST: Final = 30
_OTHER: Final = 14


def say(line: str) -> None:
    """One line, at once."""
    print(line, flush=True)


def row(label: str, cells: Sequence[str]) -> str:
    """A line of a table; a cell too long for its column pushes the others on."""
    return f"  {label:{_FIRST}}" + "".join(f"{cell:>{_OTHER}}" for cell in cells)


def share(values: Sequence[float], part: float) -> float:
    """The value that this part of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


@dataclass(frozen=True)
class Target:
    """What the issue on search asks for at a size: milliseconds of processor for a keystroke,
    percent right, milliseconds from file to first answer."""

    p50: float
    p95: float
    first: float
    five: float
    opened: float


TARGETS: Final = {
    500: Target(0.5, 2, 99.5, 100, 5),
    5_000: Target(1, 3, 99, 99.8, 8),
    50_000: Target(1.5, 5, 98, 99.5, 15),
    500_000: Target(3, 20, 96, 99, 30),
}
INDEX_TARGET: Final = 1.5
"""Bytes of index for a byte of text, at any size."""


def target(size: int) -> Target:
    """The targets of the next larger size that has any."""
    return TARGETS[min((known for known in TARGETS if known >= size), default=max(TARGETS))]


def at_most(value: float, limit: float) -> str:
    """A target not to be exceeded."""
    return f"{limit:g} {'met' if value <= limit else 'NOT met'}"


def at_least(value: float, limit: float) -> str:
    """A target to be reached."""
    return f"{limit:g} {'met' if value >= limit else 'NOT met'}"


@dataclass
class Tally:
    """How often the right listing came first, and among the first five."""

    first: int = 0
    five: int = 0
    asked: int = 0

    def add(self, right: frozenset[int], found: Sequence[int]) -> None:
        """Count one answer."""
        self.first += bool(found) and found[0] in right
        self.five += not right.isdisjoint(found[:5])
        self.asked += 1

    @property
    def percent(self) -> tuple[float, float]:
        """First, among five."""
        asked = max(1, self.asked)
        return 100 * self.first / asked, 100 * self.five / asked

    def __str__(self) -> str:
        first, five = self.percent
        return f"{first:.1f}/{five:.1f}" if self.asked else "–"


def quality(queries: Sequence[Query], found: Mapping[str, Sequence[list[int] | None]]) -> None:
    """The table of all groups, then of the two halves. `found`: way → for each question, in
    their order, the places answered; None where it was not asked."""
    say("\n" + row("right first/in five, %", list(found)))
    for group in dict.fromkeys(query.group for query in queries):
        say(_line(group, [query.group == group for query in queries], queries, found))
    halves = [query.held_back for query in queries]
    say(_line("ALL", [True] * len(queries), queries, found))
    say(_line("  tuned half", [not held for held in halves], queries, found))
    say(_line("  held-back half", halves, queries, found))


def tally(queries: Sequence[Query], found: Sequence[list[int] | None]) -> Tally:
    """All answers that came, counted."""
    counted = Tally()
    for query, places in zip(queries, found, strict=True):
        if places is not None:
            counted.add(query.right, places)
    return counted


def _line(
    label: str,
    chosen: Sequence[bool],
    queries: Sequence[Query],
    found: Mapping[str, Sequence[list[int] | None]],
) -> str:
    asked = list(compress(queries, chosen))
    cells = []
    for answers in found.values():
        some = list(compress(answers, chosen))
        cells.append(f"{'~' if None in some else ''}{tally(asked, some)}")
    return row(f"{label} ({len(asked)})", cells)
