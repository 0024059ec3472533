"""From moments of an agenda ("begins", "ends") to the days and hours of the place.

What takes at most twenty-four hours is one slot of the day on which it begins, past midnight
included. What goes on for longer is the days that it covers: on which hours of them is not said
(a festival from Friday 18:00 to Sunday 20:00 is not open at 3 in the morning).
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from catalog.clock import PARIS
from catalog.geo import METROPOLITAN_FRANCE, Point
from catalog.model import NOTHING, Localized, Slot
from catalog.sources.values.moments import FAR_FUTURE
from catalog.sources.values.periods import Statement

if TYPE_CHECKING:
    from catalog.sources.values.notes import Notes

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2999
"""Years outside are slips of the pen, and the edges of the calendar are no place to count on."""
ONE_DAY: Final = timedelta(days=1)
_MIDNIGHT: Final = time(0)


@lru_cache(maxsize=256)
def zone(name: str) -> ZoneInfo | None:
    """The time zone of an IANA name (`Europe/Paris`); None if there is none of that name."""
    if len(name) > 64 or not name.isascii():
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # no such name; no name at all; a folder of names
        return None


def clock_at(place: Point, stated: str | None = None) -> tzinfo | None:
    """The clock on the wall of a place: Paris in metropolitan France, whatever a record says;
    overseas the zone that the record states, None where it states none."""
    if METROPOLITAN_FRANCE.holds(place):
        return PARIS
    return zone(stated) if stated else None


def on_the_wall(moment: datetime, clock: tzinfo | None) -> datetime:
    """A moment as the clock shows it, to the minute and without zone. A moment that has no
    offset is on that clock already; without a clock, the moment's own offset counts."""
    if moment.tzinfo is not None and clock is not None:
        moment = moment.astimezone(clock)
    return moment.replace(tzinfo=None, second=0, microsecond=0, fold=0)


def taking_place(
    begins: datetime,
    ends: datetime | None,
    notes: Notes,
    field: str,
    note: Localized = NOTHING,
) -> list[Statement]:
    """The days and hours of one occurrence, from wall-clock times; `ends` None: not stated."""
    if not FIRST_YEAR <= begins.year < FAR_FUTURE:
        notes.warn("period_never", field, begins.isoformat(" ", "minutes"))
        return []
    day = begins.date()
    if ends is not None and ends < begins:
        notes.warn("period_reversed", field, f"{begins:%Y-%m-%d %H:%M} > {ends:%Y-%m-%d %H:%M}")
        ends = None
    if ends == begins:
        notes.warn("opening_equals_closing", field, f"{begins:%Y-%m-%d %H:%M}")
        ends = None
    if ends is None:
        return [Statement(day, day, slot=Slot(begins.time()), note=note)]
    whole_days = begins.time() == ends.time() == _MIDNIGHT
    if ends - begins <= ONE_DAY and not whole_days:
        return [Statement(day, day, slot=Slot(begins.time(), ends.time()), note=note)]
    last = ends.date() - ONE_DAY if ends.time() == _MIDNIGHT else ends.date()
    if whole_days:
        return on_days(day, last, notes, field, note)
    notes.warn("occurrence_of_days", field, f"{begins:%Y-%m-%d %H:%M} – {ends:%Y-%m-%d %H:%M}")
    return [
        Statement(day, day, slot=Slot(begins.time()), note=note),
        *on_days(day + ONE_DAY, last, notes, field, note),
    ]


def on_days(
    first: date, last: date | None, notes: Notes, field: str, note: Localized = NOTHING
) -> list[Statement]:
    """Whole days, hours unknown, both ends included; `last` None: one day."""
    if not FIRST_YEAR <= first.year < FAR_FUTURE:
        notes.warn("period_never", field, str(first))
        return []
    if last is not None and last.year >= FAR_FUTURE:
        notes.warn("date_without_end", field, str(last))
        return [Statement(first, None, note=note)]
    if last is not None and last < first:
        notes.warn("period_reversed", field, f"{first} > {last}")
        last = None
    return [Statement(first, last or first, note=note)]
