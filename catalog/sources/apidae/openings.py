"""Opening periods, and the dates of events, from `ouverture`.

- Hours without a closing time: closing unknown; no hours at all: open that day, hours unknown.
- `tousLesAns`: the years do not count, the season comes back every year. The flag is on by default
  and single evenings of 2017 carry it: an event is believed to come back only where it is a market,
  or has weekdays all the year round; any other keeps its dates, with a caution.
- Exceptional openings and closures are days; named feasts come back every year. An exceptional
  opening opens what a weekly closure, or one on public holidays, had closed.
- `horaires` (since June 2025) outweigh the older fields beside them.
- A period that says on which days only in a way that cannot be read is left out with a caution:
  every day would claim too much. On a single day there is nothing to claim.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, WEEK, Day, Localized, MonthDay, Period, Slot
from catalog.sources.apidae.feasts import special_days
from catalog.sources.apidae.fields import (
    Node,
    day_of,
    flag,
    hour_or_caution,
    items,
    localized,
    node,
    nodes,
    scalar,
    text,
)
from catalog.sources.apidae.notes import Notes
from catalog.sources.apidae.reference import Reference
from catalog.sources.apidae.schedules import schedules
from catalog.sources.values.moments import FAR_FUTURE, FAR_PAST, Impossible
from catalog.sources.values.periods import Statement, gather
from catalog.sources.values.wordings import NOTE
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

FIELD: Final = "ouverture.periodesOuvertures"
_DAYS: Final = dict(
    zip(
        ("LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE"), WEEK, strict=True
    )
)
_NTH: Final = {"D_1ER": 1, "D_2EME": 2, "D_3EME": 3, "D_4EME": 4, "D_5EME": 5, "D_DERNIER": -1}
_ALL_DAY: Final = Slot(time(0), time(0))
_ROUND_THE_CLOCK: Final = 4186
"""The element « Ouvert 24h/24 » of `ouverturesComplementaires`."""
_SEASON_DAYS: Final = 75
"""No French school holiday is longer: a longer period of that name only has holidays in it."""
_ALL_YEAR_DAYS: Final = 300


@dataclass(frozen=True, slots=True)
class _Span:
    start: date | MonthDay | None
    end: date | MonthDay | None
    days: int | None
    """How many, where both ends are stated."""

    @property
    def single(self) -> bool:
        return self.days == 1


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is the same for all periods of an object."""

    reference: Reference
    retrieved: date
    notes: Notes
    event: bool
    market: bool
    slots: tuple[Slot, ...]


def read_periods(
    opening: Node,
    reference: Reference,
    retrieved: date,
    notes: Notes,
    *,
    event: bool = False,
    market: bool = False,
) -> tuple[Period, ...]:
    """All that an `ouverture` says in fields: openings, or the dates of an `event`; closures."""
    round_the_clock = any(
        found.id == _ROUND_THE_CLOCK
        for found in reference.each(
            opening, "ouverturesComplementaires", section="OuvertureComplementaire"
        )
    )
    slots = (_ALL_DAY,) if round_the_clock else ()
    reading = _Reading(reference, retrieved, notes, event, market, slots)
    statements: list[Statement] = []
    patterns: list[Period] = []
    holidays: list[Period] = []
    weekly: list[Period] = []
    exceptions: list[Statement] = []
    closures: list[Period] = []
    for raw in nodes(opening, "periodesOuvertures"):
        for found in _periods(raw, reading, exceptions):
            if isinstance(found, Statement):
                statements.append(found)
            elif found.closed:
                weekly.append(found)
            else:
                (holidays if found.instead else patterns).append(found)
        closures += _closed(raw, reading)
    closures += _closed(opening, reading)
    if text(opening, "fermeTemporairement") == "FERME_TEMPORAIREMENT":
        closures.append(Period(closed=True))
    all_year = text(opening, "ouvertTouteLAnnee") == "OUVERT_TOUTE_L_ANNEE"
    if all_year and not (statements or exceptions or patterns or event):
        patterns.append(Period(slots=slots))
    if not (weekly or holidays):
        return tuple(dict.fromkeys((*gather([*statements, *exceptions]), *patterns, *closures)))
    if exceptions:  # they come after these closures, and open again
        weekly = [replace(period, instead=True) for period in weekly]
    in_order = (*weekly, *_once_instead(holidays), *gather(exceptions), *closures)
    return tuple(dict.fromkeys((*gather(statements), *patterns, *in_order)))


def _once_instead(periods: Iterable[Period]) -> Iterable[Period]:
    """Only the first of the same days replaces; the others add to it."""
    seen: set[tuple[object, ...]] = set()
    for period in periods:
        days = (period.start, period.end, period.days)
        yield replace(period, instead=days not in seen)
        seen.add(days)


def _periods(
    raw: Node, reading: _Reading, exceptions: list[Statement]
) -> Iterable[Statement | Period]:
    """One entry of `periodesOuvertures`; its exceptional openings go to `exceptions`."""
    notes = reading.notes
    try:
        span = _span(raw, reading)
    except Impossible as error:
        notes.warn("impossible_date", FIELD, str(error))
        return []
    if span is None:
        return []
    name = raw.get("nom")
    parts = {"libelleFr": name} if isinstance(name, str) else node(raw, "nom")
    note = _joined(
        localized(parts, notes, limit=NOTE, field=f"{FIELD}.nom", line=True),
        localized(raw.get("complementHoraire"), notes, limit=NOTE, field="complementHoraire"),
    )
    if _holidays_by_name(parts, span):
        notes.warn("period_by_name_only", FIELD, scalar(parts.get("libelleFr")) or "")
        return []
    timed = schedules(raw, reading.reference, notes)
    if timed is not None:
        found: list[Statement | Period] = [
            replace(period, start=span.start, end=span.end, note=_joined(note, period.note))
            for period in timed
        ]
        slots: tuple[Slot, ...] = ()
    else:
        slots = _slots(raw, reading)
        found = _by_days(raw, span, slots, note, reading)
    exceptions += (
        Statement(day, day, (), slot, note)
        for day in _exceptions(raw, "ouverturesExceptionnelles", "dateOuverture", reading)
        for slot in slots or (None,)
    )
    return found


def _span(raw: Node, reading: _Reading) -> _Span | None:
    """From when to when; None with a caution where it never is."""
    notes = reading.notes
    start, end = day_of(raw, "dateDebut"), day_of(raw, "dateFin")
    if reading.event:
        start, end = start or end, end or start
        if start is None:
            return None
    if start is not None and start.year >= FAR_FUTURE:
        notes.warn("period_never", FIELD, str(start))
        return None
    if start is not None and end is not None and end < start:
        if not reading.event and (flag(raw, "tousLesAns") or start.year == end.year):
            notes.warn("season_over_new_year", FIELD, f"{start} – {end}")
            return _Span(MonthDay(start.month, start.day), MonthDay(end.month, end.day), None)
        notes.warn("period_reversed", FIELD, f"{start} > {end}")
        if not reading.event:
            return None
        end = start
    days = (end - start).days + 1 if start is not None and end is not None else None
    if flag(raw, "tousLesAns") and start is not None and end is not None and days is not None:
        if not reading.event or _comes_back(raw, days, reading):
            return _every_year(start, end, days)
        notes.warn("yearly_not_believed", f"{FIELD}.tousLesAns", f"{start} – {end}")
    if start is not None and start.year <= FAR_PAST:
        start = None
    if end is not None and end.year >= FAR_FUTURE:
        notes.warn("date_without_end", FIELD, str(end))
        end = None
    return _Span(start, end, days)


def _every_year(start: date, end: date, days: int) -> _Span:
    if days >= 365:
        return _Span(None, None, None)
    return _Span(MonthDay(start.month, start.day), MonthDay(end.month, end.day), days)


def _comes_back(raw: Node, days: int, reading: _Reading) -> bool:
    """Whether an event that is said to come back every year is one that can."""
    pattern = text(raw, "type") in ("OUVERTURE_SEMAINE", "OUVERTURE_MOIS", "OUVERTURE_SAUF")
    weekly = pattern or any(items(period, "weekdays") for period in _time_periods(raw))
    return weekly and days > 7 and (reading.market or days >= _ALL_YEAR_DAYS)


def _time_periods(raw: Node) -> list[Node]:
    inner = [period for hours in nodes(raw, "horaires") for period in nodes(hours, "timePeriods")]
    return inner + nodes(raw, "timePeriods")


def _holidays_by_name(name: Node, span: _Span) -> bool:
    """Whether only its name says that a period is the school holidays, or the time between."""
    words = fold((scalar(name.get("libelleFr")) or "")[:200]).split()
    if "vacances" not in words or "ete" in words:
        return False
    return span.days is None or span.days > _SEASON_DAYS


def _slots(raw: Node, reading: _Reading) -> tuple[Slot, ...]:
    """The hours of an entry in the older style; those of the object where it has none."""
    notes = reading.notes
    opens = hour_or_caution(raw, "horaireOuverture", notes)
    closes = hour_or_caution(raw, "horaireFermeture", notes)
    if opens is None:
        if closes is not None:
            notes.warn("closing_without_opening", FIELD, f"{closes:%H:%M}")
            return ()
        return reading.slots
    if opens == closes:
        notes.warn("opening_equals_closing", FIELD, f"{opens:%H:%M}")
        return (Slot(opens),) if reading.event and opens != time(0) else ()
    return (Slot(opens, closes),)


def _by_days(
    raw: Node, span: _Span, slots: tuple[Slot, ...], note: Localized, reading: _Reading
) -> list[Statement | Period]:
    """The days of an entry in the older style."""
    notes = reading.notes
    if text(raw, "type") == "OUVERTURE_MOIS" and not span.single:
        return list(_by_month(raw, span, slots, note, notes))
    days = _weekdays(raw, notes)
    if days is None and not span.single:
        notes.warn("days_unreadable", FIELD, text(raw, "type") or "")
        return []
    return [
        Statement(span.start, span.end, () if span.single else days or (), slot, note)
        for slot in slots or (None,)
    ]


def _weekdays(raw: Node, notes: Notes) -> tuple[Day, ...] | None:
    """() is every day; None where it cannot be made out."""
    kind = text(raw, "type")
    if kind == "OUVERTURE_TOUS_LES_JOURS":
        return ()
    if kind not in ("OUVERTURE_SEMAINE", "OUVERTURE_SAUF"):
        return None
    found: dict[Day, None] = {}
    unknown = False
    for entry in nodes(raw, "ouverturesJournalieres"):
        name = text(entry, "jour") or ""
        if name == "TOUS":
            found.update(dict.fromkeys(WEEK))
        elif name in _DAYS:
            found[_DAYS[name]] = None
        else:
            notes.warn("day_unknown", FIELD, name)
            unknown = True
    if kind == "OUVERTURE_SEMAINE":
        return tuple(found) or None
    left = tuple(day for day in WEEK if day not in found)
    return left if left and not unknown else None


def _by_month(
    raw: Node, span: _Span, slots: tuple[Slot, ...], note: Localized, notes: Notes
) -> Iterable[Period]:
    """The n-th weekdays of the month: days that come the same times stand together."""
    times: dict[Day, set[int]] = {}
    for entry in nodes(raw, "ouverturesJourDuMois"):
        name, nth = text(entry, "jour") or "", _NTH.get(text(entry, "jourDuMois") or "")
        days = WEEK if name == "TOUS" else (_DAYS[name],) if name in _DAYS else ()
        if not days or nth is None:
            notes.warn("day_unknown", FIELD, f"{text(entry, 'jourDuMois') or ''} {name}")
        for day in days if nth is not None else ():
            times.setdefault(day, set()).add(nth or 0)
    if not times:
        notes.warn("days_unreadable", FIELD, "OUVERTURE_MOIS")
    together: dict[tuple[int, ...], list[Day]] = {}
    for day in WEEK:
        if day in times:
            together.setdefault(tuple(sorted(times[day], key=_last_at_the_end)), []).append(day)
    for nths, days_of in together.items():
        yield Period(span.start, span.end, tuple(days_of), nths, slots, note=note)


def _last_at_the_end(nth: int) -> int:
    return nth if nth > 0 else 9


def _closed(raw: Node, reading: _Reading) -> Iterable[Period]:
    for day in _exceptions(raw, "fermeturesExceptionnelles", "dateFermeture", reading):
        yield Period(day, day, closed=True)


def _exceptions(
    raw: Node, field: str, date_field: str, reading: _Reading
) -> Iterable[date | MonthDay]:
    """Days stated as dates or as named feasts."""
    for entry in nodes(raw, field):
        special = text(entry, "dateSpeciale")
        try:
            day = day_of(entry, date_field)
        except Impossible as error:
            reading.notes.warn("impossible_date", field, str(error))
            continue
        if day is not None:
            yield day
        elif special is not None:
            days = special_days(special, reading.retrieved.year)
            if not days:
                reading.notes.warn("special_day_unknown", field, special)
            yield from days


def _joined(first: Localized, second: Localized) -> Localized:
    """Two notes as one, language by language."""
    if not first or not second:
        return first or second or NOTHING
    texts = []
    for wording in first.texts:
        other = second.get(wording.lang)
        texts.append(replace(wording, text=f"{wording.text} · {other.text}") if other else wording)
    known = {wording.lang for wording in first.texts}
    return Localized((*texts, *(one for one in second.texts if one.lang not in known)))
