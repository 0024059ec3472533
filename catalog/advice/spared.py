"""What spares a way: one at the door, of which nobody says when it is open, before another that is
a drive away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.doubts import unvouched
from catalog.advice.model import MAX_PROPOSALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.model import Proposal
    from catalog.request import Request

_ANSWERING: Final = frozenset({"themes", "party", "weather", "limits"})
"""The parts of a score that tell how well it answers."""
_SPARED_KM: Final = 8.0
"""How much nearer a place may be whose hours nobody states, to be told before one that is stated to
be open: a call is less trouble than the way."""


def at_the_door_first(
    taken: tuple[Proposal, ...], others: Sequence[Proposal], request: Request
) -> tuple[Proposal, ...]:
    """Those whose hours nobody states before one that is known to be open and is so much farther,
    where no time was asked and they answer as well; of the `others` the nearest such one instead of
    the last."""
    if request.when is not None:
        return taken
    near = min(others, key=lambda each: each.distance_km, default=None)
    told_of = {each.listing.id for each in taken}
    if near is not None and near.listing.id not in told_of and _spares_any(near, taken):
        taken = (*taken[: MAX_PROPOSALS - 1], near)
    told: list[Proposal] = []
    for each in taken:
        at = next((at for at, other in enumerate(told) if _spares(each, other)), len(told))
        told.insert(at, each)
    return tuple(told)


def _spares_any(near: Proposal, taken: Sequence[Proposal]) -> bool:
    return any(_spares(near, each) for each in taken)


def _spares(near: Proposal, far: Proposal) -> bool:
    """Whether the nearer one spares a way, and lacks nothing but its hours."""
    if near.open is not None or not far.open or near.distance_km + _SPARED_KM > far.distance_km:
        return False
    lost = {name: value for name, value in far.parts if name in _ANSWERING}
    as_well = all(value >= lost[name] for name, value in near.parts if name in _ANSWERING)
    return as_well and near.unsure <= far.unsure and (unvouched(far) or not unvouched(near))
