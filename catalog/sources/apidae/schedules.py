"""Hours in the style of June 2025: `periodesOuvertures[].horaires[].timePeriods[]`.

    {"type": {"id": 7457}, "timePeriods": [{"closed": false, "weekdays": ["MON", …, "HOL"],
     "timeFrames": [{"startTime": "10:00", "endTime": "12:00", "recurrence": "00:30"}]}]}

HOL are public holidays, an eighth day of the grid: where some hours are theirs and others are not,
theirs hold instead of the weekday's. Type 7457 are the opening hours; other types (guided tours,
breakfast…) are hours of something inside: where there are opening hours beside them they are left
out with a caution, alone they stand with their name as the note. `recurrence`, a start every so
often within the frame, has no place in a slot: the frame is kept, with a caution. The older
writing format has `timePeriods` without `horaires` around it, with `"type": "opening"`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Day, Localized, Period, Slot
from catalog.sources.apidae.fields import Node, flag, hour_or_caution, items, nodes, scalar, text
from catalog.sources.values.wordings import NOTE, assemble

if TYPE_CHECKING:
    from catalog.sources.apidae.notes import Notes
    from catalog.sources.apidae.reference import Found, Reference

FIELD: Final = "ouverture.periodesOuvertures.horaires"
_OPENING: Final = 7457
_DAYS: Final = {
    "MON": Day.MO,
    "TUE": Day.TU,
    "WED": Day.WE,
    "THU": Day.TH,
    "FRI": Day.FR,
    "SAT": Day.SA,
    "SUN": Day.SU,
    "HOL": Day.PH,
}
_ORDER: Final = tuple(Day)


def schedules(raw: Node, reference: Reference, notes: Notes) -> list[Period] | None:
    """The hours of one period, without its bounds; None where it has none in this style."""
    hours = [
        (reference.find(one.get("type"), "HoraireType"), one) for one in nodes(raw, "horaires")
    ]
    if not hours and nodes(raw, "timePeriods"):
        hours = [(None, raw)]
    if not hours:
        return None
    main = [(kind, one) for kind, one in hours if kind is None or kind.id == _OPENING]
    for kind, _ in hours if main else ():
        if kind is not None and kind.id != _OPENING:
            notes.warn("other_hours_left_out", FIELD, kind.french or kind.key)
    return _holidays_apart(
        [
            period
            for kind, one in main or hours
            for entry in nodes(one, "timePeriods")
            if (period := _period(entry, _note(kind, notes), notes)) is not None
        ]
    )


def _holidays_apart(periods: list[Period]) -> list[Period]:
    """Hours of public holidays as periods of their own, `instead` of the weekday's, where they
    are not the same for all."""
    opens = [period for period in periods if not period.closed]
    if all(Day.PH in period.days for period in opens):
        return periods
    found: list[Period] = []
    for period in periods:
        if period.closed or Day.PH not in period.days:
            found.append(period)
            continue
        if weekdays := tuple(day for day in period.days if day is not Day.PH):
            found.append(replace(period, days=() if len(weekdays) == 7 else weekdays))
        found.append(replace(period, days=(Day.PH,), instead=True))
    return found


def _note(kind: Found | None, notes: Notes) -> Localized:
    """What is on at these hours, where it is not the opening."""
    if kind is None or kind.id == _OPENING:
        return NOTHING
    parts = [(lang, words, False) for lang, words in kind.labels]
    return assemble(parts, notes, limit=NOTE, line=True, field=FIELD)


def _period(entry: Node, note: Localized, notes: Notes) -> Period | None:
    closed = flag(entry, "closed") is True
    if text(entry, "type") not in (None, "opening"):
        notes.warn("other_hours_left_out", FIELD, text(entry, "type"))
        return None
    named = items(entry, "weekdays")
    days: dict[Day, None] = {}
    for name in named:
        day = _DAYS.get(scalar(name) or "")
        if day is None:
            notes.warn("day_unknown", FIELD, scalar(name) or "")
        else:
            days[day] = None
    if named and not days:
        return None
    slots = () if closed else tuple(dict.fromkeys(_slots(entry, notes)))
    in_order = tuple(sorted(days, key=_ORDER.index))
    whole_week = len(days) == 7 and Day.PH not in days
    return Period(
        days=() if whole_week else in_order,
        slots=tuple(sorted(slots, key=lambda slot: slot.opens)),
        closed=closed,
        note=note,
    )


def _slots(entry: Node, notes: Notes) -> list[Slot]:
    found: list[Slot] = []
    for frame in nodes(entry, "timeFrames"):
        opens = hour_or_caution(frame, "startTime", notes)
        closes = hour_or_caution(frame, "endTime", notes)
        if opens is None:
            if closes is not None:
                notes.warn("closing_without_opening", FIELD, f"{closes:%H:%M}")
            continue
        if opens == closes:
            notes.warn("opening_equals_closing", FIELD, f"{opens:%H:%M}")
            closes = None
        if text(frame, "recurrence") is not None:
            notes.warn("departure_interval_left_out", FIELD, text(frame, "recurrence"))
        found.append(Slot(opens, closes))
    return found
