"""When a listing is open on one day of a plan, in minutes from midnight; when one eats at noon."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from catalog import hours
from catalog.advice.standing import times_of
from catalog.advice.stays import MEAL_STAY
from catalog.hours.schedule import spans

if TYPE_CHECKING:
    from catalog.model import Listing

Stretches = tuple[tuple[int, int], ...]

LUNCH: Final = (12 * 60, 13 * 60 + 15)
"""Between these minutes a lunch begins."""


def minute_of(at: time) -> int:
    """Minutes from midnight."""
    return at.hour * 60 + at.minute


def stretches(listing: Listing, day: date) -> Stretches | None:
    """The stretches of that day in minutes; None where they are not known."""
    times = times_of(listing)
    if not times.periods:
        return None
    planned = times.on_day(day)
    sure = [span for span in spans(planned, day) if span.sure]
    if not sure and planned.state is not hours.State.CLOSED:
        return None
    midnight = datetime.combine(day, time())
    return tuple(
        (
            (span.start - midnight) // timedelta(minutes=1),
            (span.end - midnight) // timedelta(minutes=1),
        )
        for span in sure
    )


def has_lunch(start: int, end: int) -> bool:
    """Whether a meal at lunch time fits in between."""
    return start <= LUNCH[1] and end >= LUNCH[0] + MEAL_STAY


def open_at_noon(known: Stretches | None) -> bool:
    """Whether a meal may be had there at lunch time."""
    return known is None or any(
        max(opens, LUNCH[0]) + MEAL_STAY <= closes and opens <= LUNCH[1] for opens, closes in known
    )
