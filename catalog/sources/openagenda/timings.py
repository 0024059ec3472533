"""When an event takes place: every timing that it states.

The platform writes recurrences out, one timing each, in ISO 8601 with the offset of the place.
An export that is not `detailed` carries only the first, the next and the last timing: these are
kept, and the record is marked as incomplete.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from catalog.sources.openagenda.fields import Node, items, node, text
from catalog.sources.openagenda.meanings import status_note
from catalog.sources.values.occurrences import (
    FIRST_YEAR,
    LAST_YEAR,
    clock_at,
    on_the_wall,
    taking_place,
)

if TYPE_CHECKING:
    from catalog.geo import Point
    from catalog.sources.values.notes import Notes
    from catalog.sources.values.periods import Statement

MOST: Final = 5_000
"""Timings of one event that are read; the platform itself takes 800."""
_LONGEST: Final = 40


def read_timings(event: Node, point: Point, notes: Notes) -> list[Statement]:
    """One statement for every timing, on the clock of the place."""
    stated = items(event.get("timings"))
    if not stated:
        known = (event.get(name) for name in ("firstTiming", "nextTiming", "lastTiming"))
        stated = [timing for timing in known if timing]
        notes.warn("dates_incomplete" if stated else "event_without_dates", "timings")
    if len(stated) > MOST:
        notes.warn("list_shortened", "timings", len(stated))
    clock = clock_at(point, text(event.get("timezone")))
    note = status_note(event, notes)
    found: list[Statement] = []
    for timing in map(node, stated[:MOST]):
        begins = _moment(timing, "begin", notes)
        if begins is None:
            continue
        ends = _moment(timing, "end", notes)
        found += taking_place(
            on_the_wall(begins, clock),
            None if ends is None else on_the_wall(ends, clock),
            notes,
            "timings",
            note,
        )
    return found


def _moment(timing: Node, name: str, notes: Notes) -> datetime | None:
    raw = text(timing.get(name))
    if raw is None:
        if name == "begin":
            notes.warn("impossible_date", "timings", "")
        return None
    try:
        moment = datetime.fromisoformat(raw[:_LONGEST])
    except ValueError:
        moment = datetime.min  # noqa: DTZ901 (a date that no agenda has)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        notes.warn("impossible_date", "timings", raw)
        return None
    return moment
