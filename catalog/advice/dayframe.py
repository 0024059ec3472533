"""From when to when each day of a plan lasts: the hours that were told, what is left of today."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from catalog.advice.dayhours import LUNCH, minute_of
from catalog.advice.limits import DAY_MINUTES, DAY_OUT, WHOLE_DAY, asked_minutes
from catalog.advice.stays import MEAL_STAY
from catalog.advice.timing import PARTS, asked_time, wall
from catalog.model import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from catalog.advice.timing import Asked
    from catalog.request import Request

FIRST: Final = 9 * 60 + 30
NOON: Final = 13 * 60
"""Until then a morning lasts, for who sets out at `FIRST`."""
LAST: Final = 18 * 60 + 30
_TOWARDS_NOON: Final = 10 * 60
"""When half a day begins that has a lunch in it."""
MOST_DAYS: Final = 3
_LATE: Final = (":afternoon", ":evening")
_SHORTEST: Final = 120
"""Less time than this is no half-day: the plan is for the next day."""


def days_of(request: Request, now: datetime, there: int) -> list[tuple[date, int, int]]:
    """Each day with its first and last minute: what is left of today after the `there` minutes
    of the way to the place asked for, or the day asked for."""
    clock = wall(now)
    asked = asked_time(request.moment, now)
    first = asked.days[0] if asked is not None else clock.date()
    length = asked_minutes(request.duration) or DAY_OUT
    count = min(MOST_DAYS, asked_days(request))
    if asked is not None and (request.duration is None or _nights(request) == len(asked.days) - 1):
        count = min(MOST_DAYS, len(asked.days)) if len(asked.days) <= MOST_DAYS else 1
    start, end = _told(asked, request) if asked is not None else (FIRST, LAST)
    if request.back:
        end = minute_of(time.fromisoformat(request.back))
        if request.duration and (request.when or "").partition("@")[0].endswith(_LATE):
            start = max(start, end - length - 30)  # half a day of the afternoon, back by six
    if request.duration and length < DAY_MINUTES and asked is not None:
        start, end = _around_an_hour(asked, length) or (start, end)
    if start == end:  # a moment is where the day begins
        end = max(LAST, start)
    if length < DAY_MINUTES:
        end = min(end, start + max(length, 60) + 30) if request.duration else end
    if first == clock.date():
        passed = minute_of(clock.time()) + there
        late = -(-passed // 5) * 5
        if request.duration and length < DAY_MINUTES and late > start:
            end = min(LAST, late + length + 30)
        start = max(start, late)
        # A day that nobody said to be today's is not begun in the afternoon.
        least = length // 2 if asked is None and length < DAY_MINUTES else 0
        if end - start < max(least, min(_SHORTEST, length)):
            first += timedelta(days=1)
            start, end = FIRST, min(LAST, FIRST + length + 30) if count == 1 else LAST
    whole = [(first + timedelta(days=n), FIRST, LAST) for n in range(1, count)]
    return [(first, start, LAST if whole else end), *whole]


def _told(asked: Asked, request: Request) -> tuple[int, int]:
    """The first and the last minute by the hours or the part of the day that were told."""
    start, end = FIRST, LAST
    if asked.end is not None and asked.start is None:
        return start, minute_of(asked.end)  # back by then
    if asked.whole_days or asked.start is None:
        return start, end
    start = minute_of(asked.start)
    if asked.end is not None and asked.end > asked.start:
        end = max(start, minute_of(asked.end))
    if (asked.start, asked.end) == PARTS["morning"]:  # hardly a door is open before
        # Who asks for a table too eats where the morning ends.
        return FIRST, LUNCH[1] + MEAL_STAY if Kind.FOOD in request.types else NOON
    if asked.start == PARTS["morning"][0]:
        return FIRST, end
    if asked.start == PARTS["midday"][0] and not request.duration:  # it is when one eats
        return FIRST, LAST if asked.end == PARTS["midday"][1] else end
    return start, end


def _nights(request: Request) -> int | None:
    """How many nights were told, that lie between the days."""
    told = request.duration or ""
    return int(told[:-1]) if told.endswith("n") else None


def asked_days(request: Request) -> int:
    """How many days were asked for: nights lie between them."""
    nights = _nights(request)
    if nights is not None:
        return nights + 1
    return max(1, -(-(asked_minutes(request.duration) or 0) // DAY_MINUTES))


def _around_an_hour(asked: Asked, length: int) -> tuple[int, int] | None:
    """The whole day of which an hour or a part was told: an hour of the afternoon is where it
    ends, noon is when one eats, of half a day too. None where it begins then, or for an
    evening."""
    if asked.start is None or asked.end is None or asked.start >= PARTS["evening"][0]:
        return None
    at = minute_of(asked.start)
    noon = (asked.start, asked.end) == PARTS["midday"]
    noon |= asked.start == asked.end and LUNCH[0] - 30 <= at <= LUNCH[1]
    if length < WHOLE_DAY:
        return (_TOWARDS_NOON, _TOWARDS_NOON + length + 30) if noon else None
    if asked.start != asked.end or noon:
        return FIRST, LAST
    return (FIRST, min(at, LAST)) if at > LUNCH[1] else None
