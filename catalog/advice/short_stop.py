"""A stop of an hour, a late arrival: what can be seen in what the way leaves of it, and is open
meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from catalog.advice.kinds import SIGHTS
from catalog.advice.limits import short_stop
from catalog.advice.standing import left_open
from catalog.advice.stays import usual_stay
from catalog.advice.timing import wall
from catalog.advice.travel import STROLL_KM, Mode, minutes, stated_mode
from catalog.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.standing import Standing
    from catalog.advice.timing import Asked
    from catalog.advice.travel import Way
    from catalog.journal import Notice
    from catalog.model import Listing
    from catalog.request import Request

_VISITED: Final = SIGHTS | {Kind.PRODUCER, Kind.EVENT}
_WORTH_IT: Final = 0.5
"""The share of a usual visit that is still one."""
_ALWAYS_IN: Final = frozenset({Kind.LODGING, Kind.TRANSPORT})
_LAST_ENTRY: Final = 30
"""Minutes before it closes that a place with a visit lets nobody in as a rule, unless one is
usually done in less than twice that."""
HARDLY: Final = 0.5
"""With less than this of one, nobody waits for a door to open."""


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


def met_open(
    listing: Listing,
    asked: Asked | None,
    now: datetime,
    notices: Sequence[Notice],
    by: Way | None,
) -> tuple[tuple[Standing, bool, tuple[Notice, ...]], bool]:
    """`left_open` for somebody who sets out now `by` a way, or comes at the hour named; and
    whether it closes before they have seen anything: what is missed before noon may open again."""
    found = left_open(listing, asked, now, notices)
    arrival = now + timedelta(minutes=by.minutes if by is not None else 0)
    if not _closes_before(listing, found[0], asked, wall(arrival)):
        return found, False
    later = left_open(listing, asked, arrival + _least(listing), notices)
    if later[0].open and not _closes_before(listing, later[0], asked, wall(arrival)):
        return later, False
    return (replace(found[0], soon=True), *found[1:]), True


def _least(listing: Listing) -> timedelta:
    """What has to be left before a place closes, to be worth going there at all."""
    if listing.kind not in SIGHTS:
        return timedelta()
    return timedelta(minutes=min(_LAST_ENTRY, _WORTH_IT * usual_stay(listing)))


def _closes_before(
    listing: Listing, stood: Standing, asked: Asked | None, arrival: datetime
) -> bool:
    """Whether it closes before who comes at `arrival`, on a clock in Paris, has seen anything."""
    if not stood.open or stood.end is None or stood.day is None or listing.kind in _ALWAYS_IN:
        return False
    begins = arrival
    if asked is not None and asked.start is not None:
        begins = max(arrival, datetime.combine(stood.day, asked.start))
    left = stood.end - begins
    return left <= timedelta() or left < _least(listing)
