"""When an event takes place: its first date, its rules, the dates added and taken out, and those
that a part of its own (RECURRENCE-ID) moves, changes or cancels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from catalog.clock import PARIS
from catalog.model import NOTHING, Localized
from catalog.sources.calendars.recurrence import MOST, Unfollowable, follow
from catalog.sources.calendars.times import Stamp, duration_of, stamp_of
from catalog.sources.values.moments import Impossible
from catalog.sources.values.occurrences import clock_at, on_days, on_the_wall, taking_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.geo import Point
    from catalog.sources.calendars.components import Component, Property
    from catalog.sources.values.notes import Notes
    from catalog.sources.values.periods import Statement

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From when, on the clock of the event's zone, and for how long; None: not stated."""

    start: datetime
    length: timedelta | None
    note: Localized = NOTHING


@dataclass(frozen=True, slots=True)
class Change:
    """What a part of its own says of one date (`of`): another span, or none if it is cancelled.
    `later`: of all the dates after it as well (RANGE=THISANDFUTURE)."""

    of: datetime
    span: Span | None
    later: bool = False


@dataclass(frozen=True, slots=True)
class Timing:
    """The first date of an event: the zone of its clock, whether it takes whole days."""

    first: Span
    zone: tzinfo | None
    all_day: bool


def timing_of(event: Component, notes: Notes) -> Timing:
    """DTSTART with DTEND or DURATION. Raises Impossible for a DTSTART that is missing or none."""
    line = event.first("DTSTART")
    if line is None:
        raise Impossible("")
    start = stamp_of(line.raw, line, event.calendar, notes)
    return Timing(Span(start.wall, _length(event, start, notes)), start.zone, start.all_day)


def _length(event: Component, start: Stamp, notes: Notes) -> timedelta | None:
    line, lasting = event.first("DTEND"), event.first("DURATION")
    try:
        if line is not None:
            end = stamp_of(line.raw, line, event.calendar, notes)
            if start.all_day and not end.all_day:
                return end.wall.replace(hour=0, minute=0) - start.wall + _DAY
            return end.on(start.zone) - start.wall
        return duration_of(lasting.raw) if lasting is not None else None
    except Impossible as problem:
        field = "DURATION" if line is None else "DTEND"
        kind = "duration_unreadable" if line is None else "impossible_date"
        notes.warn(kind, field, str(problem))
        return None


def spans_of(event: Component, timing: Timing, today: date, notes: Notes) -> list[Span]:
    """All dates of an event, before any part of its own changes one."""
    first, zone = timing.first, timing.zone
    starts = {first.start: first}
    ruled = _ruled(event, "RRULE", timing, today, notes)
    if event.all("RRULE") and ruled and first.start not in ruled:
        notes.warn("recurrence_off_start", "RRULE", f"{first.start:%Y-%m-%d %H:%M}")
    starts.update((start, replace(first, start=start)) for start in ruled)
    for line in event.all("RDATE"):
        for raw in _values(line, notes):
            added = _added(raw, line, event, timing, notes)
            if added is not None:
                starts[added.start] = added
    for start in _ruled(event, "EXRULE", timing, today, notes):
        starts.pop(start, None)
    days: set[date] = set()
    for line in event.all("EXDATE"):
        for raw in _values(line, notes):
            out = _stamp(raw, line, event, notes)
            if out is not None and out.all_day:
                days.add(out.wall.date())
            elif out is not None:
                starts.pop(out.on(zone), None)
    return sorted(
        (span for span in starts.values() if span.start.date() not in days),
        key=lambda span: span.start,
    )


def _values(line: Property, notes: Notes) -> list[str]:
    values = line.values
    if len(values) > MOST:
        notes.warn("list_shortened", line.name, len(values))
    return values[:MOST]


def _stamp(raw: str, line: Property, event: Component, notes: Notes) -> Stamp | None:
    try:
        return stamp_of(raw, line, event.calendar, notes)
    except Impossible as problem:
        notes.warn("impossible_date", line.name, str(problem))
        return None


def _added(raw: str, line: Property, event: Component, timing: Timing, notes: Notes) -> Span | None:
    """One value of RDATE; a period has an end or a length of its own."""
    begins, _, rest = raw.partition("/")
    start = _stamp(begins, line, event, notes)
    if start is None:
        return None
    wall = begins_at(start, timing)
    if not rest:
        return replace(timing.first, start=wall)
    if rest.upper().startswith("P"):
        try:
            return Span(wall, duration_of(rest))
        except Impossible as problem:
            notes.warn("duration_unreadable", line.name, str(problem))
            return Span(wall, None)
    end = _stamp(rest, line, event, notes)
    return Span(wall, None if end is None else end.on(timing.zone) - wall)


def begins_at(stamp: Stamp, timing: Timing) -> datetime:
    """What a value that names a date of the event means on its clock: a day alone means the hour
    of the first date, an hour means nothing to whole days."""
    wall = stamp.on(timing.zone)
    if stamp.all_day or timing.all_day:
        return datetime.combine(wall.date(), timing.first.start.time())
    return wall


def _ruled(
    event: Component, name: str, timing: Timing, today: date, notes: Notes
) -> dict[datetime, None]:
    """The beginnings that the rules of a name give."""
    found: dict[datetime, None] = {}
    for line in event.all(name)[:10]:

        def until(raw: str, line: Property = line) -> datetime | date:
            stamp = stamp_of(raw, replace(line, params={}), event.calendar, notes)
            return stamp.wall.date() if stamp.all_day else stamp.on(timing.zone or PARIS)

        try:
            dates = follow(line.raw, timing.first.start, today, until)
        except Unfollowable:
            notes.warn("recurrence_left_out", name, line.raw)
            continue
        if dates.endless and name == "RRULE":
            notes.warn("recurrence_without_end", name, line.raw)
        if dates.cut:
            notes.warn("list_shortened", name, line.raw)
        found.update(dict.fromkeys(dates.starts))
    return found


def changed(spans: Iterable[Span], changes: Iterable[Change], notes: Notes) -> list[Span]:
    """The dates with what their own parts say of them. A change of a date that the rules do not
    give is a date of its own."""
    one = {change.of: change for change in changes if not change.later}
    ranges = sorted((change for change in changes if change.later), key=lambda change: change.of)
    found: list[Span] = []
    for span in spans:
        change = one.pop(span.start, None)
        if change is not None:
            _take(change, found, notes)
            continue
        ruling = next((other for other in reversed(ranges) if other.of <= span.start), None)
        if ruling is None:
            found.append(span)
        elif ruling.span is None:
            notes.warn("occurrence_cancelled", "RECURRENCE-ID", f"{span.start:%Y-%m-%d %H:%M}")
        else:
            moved = span.start + (ruling.span.start - ruling.of)
            found.append(replace(ruling.span, start=moved))
    for change in one.values():
        _take(change, found, notes)
    return found


def _take(change: Change, found: list[Span], notes: Notes) -> None:
    if change.span is None:
        notes.warn("occurrence_cancelled", "RECURRENCE-ID", f"{change.of:%Y-%m-%d %H:%M}")
    else:
        found.append(change.span)


def said(spans: Iterable[Span], timing: Timing, point: Point, notes: Notes) -> list[Statement]:
    """The dates on the clock of the place. The end of whole days is the day after the last."""
    zone = timing.zone
    clock = clock_at(point, zone.key if isinstance(zone, ZoneInfo) else None)
    found: list[Statement] = []
    for span in spans:
        if timing.all_day:
            first = span.start.date()
            length = span.length or _DAY
            last = first + length - _DAY
            found += on_days(first, last, notes, "DTSTART", span.note)
            continue
        begins = _local(span.start, zone, clock)
        ends = None if span.length is None else _local(span.start + span.length, zone, clock)
        found += taking_place(begins, ends, notes, "DTSTART", span.note)
    return found


def _local(wall: datetime, zone: tzinfo | None, clock: tzinfo | None) -> datetime:
    return on_the_wall(wall.replace(tzinfo=zone), clock)
