"""Days that are meant though no length of them is told: by who has to be back at an hour, and by
who tells several things and a table for one day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.kinds import SIGHTS
from catalog.advice.outing import PICNIC, only_carried, rides
from catalog.advice.things import things_of
from catalog.advice.timing import PARTS, asked_time
from catalog.model import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from catalog.request import Request

_SEEN: Final = SIGHTS | {Kind.PRODUCER, Kind.MARKET}
_BESIDE: Final = frozenset({Kind.ITINERARY, Kind.TRANSPORT, Kind.FOOD, Kind.SERVICE})
"""What may be asked for besides in a day: how one goes, and where one eats."""
_EATING: Final = frozenset({*PICNIC, "picnic_tables"})
_TWO_DAYS: Final = 2
_FULL: Final = 3
"""So many things fill a day without a table."""


def is_out_until(request: Request, text: str) -> bool:
    """Whether somebody is out and has to be back at an hour: "on Saturday by car, lunch, back at
    five" is a day, however short, and so is "what is there to see, back at six"; one castle alone
    until then is none. `request`: with how they go."""
    if request.duration or not request.back:
        return False
    if not frozenset(request.types) <= _SEEN | _BESIDE or not _only_eats(request):
        return False
    if request.types and not only_carried(request) and not _SEEN.intersection(request.types):
        return False
    with_it = only_carried(request) or _eats(request)
    return with_it or len(things_of(request, text)) != 1


def is_weekend(request: Request, text: str, now: datetime) -> bool:
    """Whether two days are to be spent on several things, perhaps with a bed between them."""
    kinds = _SEEN | _BESIDE | {Kind.LODGING}
    if request.duration not in {None, "1n"} or not {*request.types} <= kinds:
        return False
    asked = asked_time(request.when, now)
    two = asked is not None and len(asked.days) == _TWO_DAYS and _only_eats(request)
    return two and len(things_of(request, text)) > 1


def is_full(request: Request, text: str, now: datetime) -> bool:
    """Whether what is told for one day fills it: "museums, a good lunch and a stroll on Sunday";
    a ride is one of the things."""
    if request.duration or not frozenset(request.types) <= _SEEN | _BESIDE:
        return False
    asked = asked_time(request.when, now)
    if asked is None or len(asked.days) != 1 or not _only_eats(request):
        return False
    if not asked.whole_days and (asked.start, asked.end) != PARTS["midday"]:
        return False
    things = len(things_of(request, text)) + rides(request)
    return things + _eats(request) >= _FULL and things > 1


def _eats(request: Request) -> bool:
    """Whether one eats on the way."""
    return Kind.FOOD in request.types or bool(_EATING.intersection(request.themes))


def _only_eats(request: Request) -> bool:
    """Whether no service is sought but a table for a picnic."""
    return Kind.SERVICE not in request.types or bool(_EATING.intersection(request.themes))
