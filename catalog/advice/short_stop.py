"""A stop of an hour: what can be seen in what the way leaves of it, and is open meanwhile."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from catalog.advice.limits import asked_minutes
from catalog.advice.stays import usual_stay
from catalog.advice.timing import wall
from catalog.advice.travel import STROLL_KM, Mode, minutes, stated_mode
from catalog.model import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from catalog.advice.standing import Standing
    from catalog.model import Listing
    from catalog.request import Request

_SHORT_MINUTES: Final = 120
_VISITED: Final = frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.PRODUCER, Kind.EVENT})
_WORTH_IT: Final = 0.5
"""The share of a usual visit that is still one."""
HARDLY: Final = 0.5
"""With less than this of one, nobody waits for a door to open."""


def short_stop(request: Request) -> int | None:
    """The minutes that a short stop has; None for who has more, or is after a walk."""
    asked = asked_minutes(request.duration)
    if asked is None or asked > _SHORT_MINUTES or Kind.ITINERARY in request.types:
        return None
    return asked


def time_for(
    listing: Listing, request: Request, distance_km: float, stood: Standing, now: datetime
) -> float | None:
    """The share of a visit for which a short stop leaves the time, both ways and the wait for an
    opening taken off; None where there is no such limit."""
    asked = short_stop(request)
    if asked is None or listing.kind not in _VISITED:
        return None
    mode = stated_mode(request.mobility) or (Mode.WALK if distance_km <= STROLL_KM else Mode.CAR)
    left = asked - 2 * minutes(distance_km, mode) - _wait(stood, request, now)
    return max(0.0, min(1.0, left / (_WORTH_IT * usual_stay(listing))))


def _wait(stood: Standing, request: Request, now: datetime) -> int:
    """The minutes until it opens; who names no time means now."""
    if request.when is not None or stood.open is not False or stood.start is None:
        return 0
    return max(0, (stood.start - wall(now)) // timedelta(minutes=1))
