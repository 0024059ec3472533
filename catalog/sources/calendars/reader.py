"""A calendar file (*.ics)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.sources.candidate import Candidate
    from catalog.sources.draft import Draft, Rejection, Withdrawal

_BEGINS: Final = re.compile(r"\s*BEGIN:V(?:CALENDAR|EVENT)\s", re.IGNORECASE)


def recognise(candidate: Candidate) -> CalendarFile | None:
    """A file that begins as a calendar, or as one event of it."""
    return CalendarFile(candidate) if _BEGINS.match(candidate.text) else None


class CalendarFile:
    """The events of one file in its order, those that are one thing on several dates as one
    listing. Raises Unreadable for a file that breaks off."""

    name: Final = "ical"

    def __init__(self, candidate: Candidate) -> None:
        # icalendar takes a tenth of a second to import: only for a calendar
        from catalog.sources.calendars.file import contents_of

        self._path = candidate.path
        self._contents = contents_of(candidate.path)
        self.total: int | None = len(self._contents.events)
        self.label = f"iCalendar, {len(self._contents.events):,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection | Withdrawal]:
        """Every listing, rejection and withdrawal."""
        from catalog.sources.calendars.components import component_of
        from catalog.sources.calendars.event import Result, read_event
        from catalog.sources.values.series import in_series

        contents = self._contents
        with self._path.open("rb") as stream:

            def event(index: int) -> list[tuple[object, Result]]:
                parts = [
                    component_of(stream, part.start, part.end, contents.calendars[part.calendar])
                    for part in contents.events[index]
                ]
                where = f"{self._path.name}, event {index + 1}"
                return list(read_event(parts, retrieved, where=where))

            yield from in_series(contents.signs, event)
