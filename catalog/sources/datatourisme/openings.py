"""Opening hours and event dates: every period and every slot that the record states.

- no `dayOfWeek`: every day; no `opens`: that day, hours unknown (52 % of v3), never "closed";
- `opens` without `closes`: closing unknown; `closes` before `opens`: past midnight;
- `opens` equal to `closes` says nothing that could be trusted (24 hours? a closing time typed
  twice?): hours unknown, with a caution; an event keeps its beginning;
- `validFrom` after `validThrough` within one year is a season over New Year: it comes back every
  year, as a pair of `MonthDay`;
- years from 2050 on are "no end", up to 1970 "since always";
- a bound that does not exist: the period is left out with a caution, for without that bound it
  would claim too much. An event keeps the one day that is certain.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from catalog.model import MonthDay, Period, Slot
from catalog.sources.datatourisme.jsonld import Node, items, nodes, reference, texts
from catalog.sources.datatourisme.moments import day_of, day_or_caution, hour_or_caution
from catalog.sources.datatourisme.words import words
from catalog.sources.values.moments import FAR_FUTURE, FAR_PAST, Impossible, weekday
from catalog.sources.values.periods import Statement, gather
from catalog.sources.values.wordings import NOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Day
    from catalog.sources.datatourisme.notes import Notes

OPENINGS = "openingHoursSpecification"
EVENT = "takesPlaceAt"
_RANKS = {str(rank): rank for rank in (1, 2, 3, 4, 5, -1)}


def read_openings(obj: Node, notes: Notes) -> tuple[Period, ...]:
    """The opening periods of all locations of an object."""
    statements = [
        statement
        for location in nodes(obj, "isLocatedAt")
        for spec in nodes(location, OPENINGS)
        if (statement := _opening(spec, notes)) is not None
    ]
    return gather(statements)


def _opening(spec: Node, notes: Notes) -> Statement | None:
    span = _opening_span(spec, notes)
    if span is None:
        return None
    start, end = span
    return Statement(
        start=start,
        end=end,
        days=_days(spec, "dayOfWeek", OPENINGS, notes),
        slot=_slot(spec, "opens", "closes", OPENINGS, notes),
        note=words(spec, "additionalInformation", notes, limit=NOTE),
    )


_Span = tuple[date | MonthDay | None, date | MonthDay | None]


def _opening_span(spec: Node, notes: Notes) -> _Span | None:
    try:
        start, end = day_of(spec, "validFrom"), day_of(spec, "validThrough")
    except Impossible as error:
        notes.warn("impossible_date", OPENINGS, str(error))
        return None
    if start is not None and start.year >= FAR_FUTURE:
        notes.warn("period_never", OPENINGS, str(start))
        return None
    if start is not None and end is not None and end < start:
        if start.year != end.year:
            notes.warn("period_reversed", OPENINGS, f"{start} > {end}")
            return None
        notes.warn("season_over_new_year", OPENINGS, f"{start} > {end}")
        return MonthDay(start.month, start.day), MonthDay(end.month, end.day)
    if end is not None and end.year >= FAR_FUTURE:
        notes.warn("date_without_end", OPENINGS, str(end))
        end = None
    if start is not None and start.year <= FAR_PAST:
        notes.warn("date_without_beginning", OPENINGS, str(start))
        start = None
    return start, end


def _days(spec: Node, name: str, field: str, notes: Notes) -> tuple[Day, ...]:
    found: dict[Day, None] = {}
    for value in items(spec, name):
        term = reference(value)
        day = weekday(term) if term is not None else None
        if day is None:
            notes.warn("day_unknown", field, term or "")
        else:
            found[day] = None
    return tuple(found)


def _slot(spec: Node, opens_at: str, closes_at: str, field: str, notes: Notes) -> Slot | None:
    opens = hour_or_caution(spec, opens_at, notes)
    closes = hour_or_caution(spec, closes_at, notes)
    if opens is None:
        if closes is not None:
            notes.warn("closing_without_opening", field, f"{closes:%H:%M}")
        return None
    if opens == closes:
        notes.warn("opening_equals_closing", field, f"{opens:%H:%M}")
        return Slot(opens) if field == EVENT and opens != time(0) else None
    return Slot(opens, closes)


def read_dates(obj: Node, notes: Notes) -> tuple[Period, ...]:
    """When an event takes place. The summary `startDate`, `endDate` of the object is used only
    where there is nothing else and one of each: the platform removes duplicates from these two
    lists, so that they cannot be paired."""
    periods = nodes(obj, EVENT)
    if not periods:
        starts, ends = texts(obj, "startDate"), texts(obj, "endDate")
        if not starts or len(starts) > 1 or len(ends) > 1:
            if starts:
                notes.warn("dates_not_pairable", "startDate", ", ".join(starts))
            return ()
        periods = [obj]
    statements = []
    ranked: dict[Period, None] = {}
    for period in periods:
        statement = _taking_place(period, notes)
        if statement is None:
            continue
        nth = _weeks(period, notes)
        if nth:
            ranked[_of_weeks(statement, nth)] = None
        elif not texts(period, "weekOfMonth"):
            statements.append(statement)
    return (*gather(statements), *ranked)


def on_weekdays(dates: tuple[Period, ...], openings: Sequence[Period]) -> tuple[Period, ...]:
    """Dates with the weekdays that the opening periods of the same days state: of a market every
    Wednesday the platform's `takesPlaceAt` says only from when to when."""
    return tuple(each for period in dates for each in _on_weekdays(period, openings))


def _on_weekdays(period: Period, openings: Sequence[Period]) -> tuple[Period, ...]:
    start, end = period.start, period.end
    if period.days or period.nth or not isinstance(start, date) or not isinstance(end, date):
        return (period,)
    inside = [
        each
        for each in openings
        if isinstance(each.start, date)
        and isinstance(each.end, date)
        and start <= each.start <= each.end <= end
    ]
    bounds = {each.start for each in inside} | {each.end for each in inside}
    if not {start, end} <= bounds or not any(each.days for each in inside):
        return (period,)
    return tuple(replace(each, slots=each.slots or period.slots) for each in inside)


def _weeks(period: Node, notes: Notes) -> tuple[int, ...]:
    """`weekOfMonth` of the API: in which weeks of the month, 1 to 5, -1 the last; () where it is
    absent or is no such week."""
    found = dict.fromkeys(texts(period, "weekOfMonth"))
    if not found.keys() <= _RANKS.keys():
        notes.warn("recurrence_unclear", EVENT, ", ".join(found))
        return ()
    return tuple(_RANKS[raw] for raw in found)


def _of_weeks(said: Statement, nth: tuple[int, ...]) -> Period:
    return Period(
        start=said.start,
        end=said.end,
        days=said.days,
        nth=nth,
        slots=() if said.slot is None else (said.slot,),
        note=said.note,
    )


def _taking_place(period: Node, notes: Notes) -> Statement | None:
    start = day_or_caution(period, "startDate", notes)
    end = day_or_caution(period, "endDate", notes)
    if start is None:
        start = end
    if start is None:
        return None
    if end is None:
        end = start
    if end < start:
        notes.warn("period_reversed", EVENT, f"{start} > {end}")
        end = start
    if start.year >= FAR_FUTURE:
        notes.warn("period_never", EVENT, str(start))
        return None
    if end.year >= FAR_FUTURE:
        notes.warn("date_without_end", EVENT, str(end))
    return Statement(
        start=start,
        end=None if end.year >= FAR_FUTURE else end,
        days=_days(period, "appliesOnDay", EVENT, notes),
        slot=_slot(period, "startTime", "endTime", EVENT, notes),
        note=words(period, "additionalInformation", notes, limit=NOTE),
    )
