"""Dates and times of a calendar (RFC 5545 3.3.4, 3.3.5, 3.3.6): days, UTC, zoned, floating."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Final

from icalendar import vDuration

from catalog.sources.calendars.zones import zone_named
from catalog.sources.values.moments import Impossible
from catalog.sources.values.occurrences import FIRST_YEAR, LAST_YEAR, on_the_wall

if TYPE_CHECKING:
    from catalog.sources.calendars.components import Calendar, Property
    from catalog.sources.values.notes import Notes

_STAMP: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z)?)?", re.ASCII)
_LONGEST: Final = timedelta(days=3_660)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day (`all_day`, at midnight) or a time, without zone as the clock of `zone` shows it;
    zone None: the clock of the place."""

    wall: datetime
    zone: tzinfo | None = None
    all_day: bool = False

    def on(self, zone: tzinfo | None) -> datetime:
        """On the clock of another zone; days and floating times are the same on every clock."""
        if self.all_day or self.zone is None or zone is None:
            return self.wall
        return on_the_wall(self.wall.replace(tzinfo=self.zone), zone)


def stamp_of(raw: str, params: Property, calendar: Calendar, notes: Notes) -> Stamp:
    """One value of a property that holds dates. Raises Impossible."""
    match = _STAMP.fullmatch(raw.strip().upper()[:40])
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise Impossible(raw)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None:
            return Stamp(datetime.combine(day, time()), all_day=True)
        extra = timedelta(days=1) if match[4] == "24" else timedelta(0)
        clock = time(0 if extra else int(match[4]), int(match[5]))
    except ValueError:
        raise Impossible(raw) from None
    wall = datetime.combine(day, clock) + extra
    name = params.params.get("TZID", "")
    if match[6]:
        if name:
            notes.warn("utc_with_zone", params.name, f"{raw} {name}")
        return Stamp(wall, UTC)
    zone = zone_named(name, calendar.zones) if name else None
    if name and zone is None:
        notes.warn("zone_unknown", params.name, name)
    return Stamp(wall, zone)


def duration_of(raw: str) -> timedelta:
    """A positive duration. Raises Impossible."""
    try:
        length: timedelta = vDuration.from_ical(raw.strip().upper()[:40])  # type: ignore[no-untyped-call]  # icalendar has no types here
    except ValueError:
        raise Impossible(raw) from None
    if not timedelta(0) <= length <= _LONGEST:
        raise Impossible(raw)
    return length
