"""Between two places, or on the road from here to one: what makes the way little longer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from catalog.advice.travel import Mode, minutes, point_of, stated_mode
from catalog.geo import Point, distance_km
from catalog.model import Kind
from catalog.request.model import HERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.model import Proposal
    from catalog.advice.placing import Placing
    from catalog.model import Listing
    from catalog.request import Request

_LOOKED_AHEAD_KM: Final = 20.0
"""Who drives on stops within the first half-hour rather than at the end."""
_LEAST_KM: Final = 5.0
_SHARE: Final = 0.2
"""How much longer than the straight way it may become and still be on it."""
_AHEAD: Final = 4.0
"""A kilometre of detour weighs as many of the way itself."""


@dataclass(frozen=True, slots=True)
class Corridor:
    """The straight way from `start` to `goal`. `towards`: the town that is only driven on to, ""
    where somebody wants to be between the two."""

    start: Point
    goal: Point
    towards: str
    mode: Mode

    @property
    def middle(self) -> Point:
        """Around which is looked: half the way, of a long one the beginning."""
        share = 0.5
        if self.towards:
            share = min(share, _LOOKED_AHEAD_KM / max(0.1, distance_km(self.start, self.goal)))
        return Point(
            self.start.latitude + share * (self.goal.latitude - self.start.latitude),
            self.start.longitude + share * (self.goal.longitude - self.start.longitude),
        )

    def detour_km(self, point: Point) -> float:
        """How much longer the way becomes, straight from point to point."""
        through = distance_km(self.start, point) + distance_km(point, self.goal)
        return max(0.0, through - distance_km(self.start, self.goal))

    def away_km(self, point: Point) -> float:
        """What is weighed as its distance: who drives on is not sent to the end of the road."""
        ahead = distance_km(self.start, point) / _AHEAD if self.towards else 0.0
        return self.detour_km(point) + ahead

    def along(self, listings: Sequence[Listing]) -> Sequence[Listing]:
        """Those on the way; all of them where none is."""
        most = max(_LEAST_KM, _SHARE * distance_km(self.start, self.goal))
        return [each for each in listings if self.detour_km(point_of(each)) <= most] or listings

    def told(self, proposal: Proposal) -> Proposal:
        """The proposal with how much longer the way becomes for who drives on."""
        if not self.towards:
            return proposal
        longer = minutes(self.detour_km(point_of(proposal.listing)), self.mode)
        return replace(proposal, towards=(self.towards, longer))


def corridor(placing: Placing, request: Request, here: Point) -> Corridor | None:
    """The way that a request speaks of: between two places, or from here on to one; None for any
    other request, and where they are not known."""
    mode = stated_mode(request.mobility) or Mode.CAR
    if Kind.TRANSPORT in request.types:
        return None
    if isinstance(request.where, tuple):
        named = [name for name in request.where if name != HERE]
        ends = [placing.where(name, here) for name in named]
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
            return Corridor(ends[0], ends[1], "", mode)
        return None
    if not request.towards or request.where not in {None, HERE}:
        return None
    goal = placing.where(request.towards, here)
    return Corridor(here, goal, request.towards, mode) if goal is not None else None
