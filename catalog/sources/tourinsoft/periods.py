"""Opening periods and event dates: `from|to|opens|closes|opens|closes|closed days`, and its kin.

- a period without hours: open, hours unknown; an opening without its closing: closing unknown;
- an opening of the morning and a closing of the afternoon with nothing between is one slot;
- years from 2050 on are "no end"; a period that begins then has no date at all, and is left out;
- closed days are words, whatever stands between them (`Dimanche$Mardi soir`, `Lundi-Mardi`). Where
  two lists of days are given, regions differ in which is the closed one: such a period is not
  claimed, but told in its own words (`Times.unclear`);
- a closed part of a day takes away the slots inside it; a slot that it cuts leaves the hours of
  that day unknown;
- in a grid of the week, a day without hours beside days that have them is not an open day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING, Final

from catalog.model import WEEK, Day, Period, Slot
from catalog.sources.tourinsoft.entries import MAX_ITEMS, entries, scalar
from catalog.sources.tourinsoft.words import written_days
from catalog.sources.values.moments import (
    FAR_FUTURE,
    FAR_PAST,
    Impossible,
    parse_day,
    parse_hour,
)
from catalog.sources.values.notes import Notes
from catalog.sources.values.periods import Statement, gather
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from catalog.sources.tourinsoft.entries import Entry
    from catalog.sources.tourinsoft.fields import Fields

FIELD: Final = "PeriodeOuverture"
_COMMAS: Final = re.compile(r",(?=\s*\d{1,2}/\d{1,2}/\d{4})")
_DIGIT: Final = re.compile(r"\d")
_WEEK_WORDS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_DAYS: Final = {
    **dict(zip(_WEEK_WORDS, WEEK, strict=True)),
    "jour ferie": Day.PH,
    "ferie": Day.PH,
    "vacances scolaires": Day.SH,
}
_DAY_WORD: Final = re.compile(
    rf"\b({'|'.join(_WEEK_WORDS)}|jour(?=s? feries?\b)|feries?\b|vacances scolaires)s?\b"
    r"(?: (matin|midi|apres midi|soir)\b)?"
)
_FILLER: Final = re.compile(r"\b(?:le|les|et|ferme|fermee|fermeture|tous|la|journee|jours?)\b")
_PARTS: Final = {
    "matin": (time(0), time(13)),
    "midi": (time(11), time(15)),
    "apres midi": (time(12), time(19)),
    "soir": (time(17), time(23, 59)),
}
"""What a part of the day takes in: wide, for the hours of shops and restaurants."""
_HOURS: Final = (
    ("Heuredouverture1", "Heuredebut1", "Heureouverture1", "Heuredebut", "Heuredouverture"),
    ("Heuredefermeture1", "Heurefin1", "Heurefermeture1", "Heurefin", "Heuredefermeture"),
    ("Heuredouverture2", "Heuredebut2", "Heureouverture2"),
    ("Heuredefermeture2", "Heurefin2", "Heurefermeture2"),
)
_GRID_HOURS: Final = ("heuredebut1", "heurefin1", "heuredebut2", "heurefin2")

_Span = tuple[date | None, date | None]
_Closed = dict[Day, set[str]]


@dataclass(slots=True)
class Times:
    """The periods of a record, and in French words what is not sure enough for them."""

    periods: tuple[Period, ...] = ()
    unclear: tuple[str, ...] = ()


@dataclass(slots=True)
class _Said:
    """What was read so far of one record."""

    notes: Notes
    event: bool
    statements: list[Statement] = field(default_factory=list)
    closed: dict[Period, None] = field(default_factory=dict)
    unclear: dict[str, None] = field(default_factory=dict)


def read_times(fields: Fields, notes: Notes, *, event: bool) -> Times:
    """All periods that a record states. Of an event, a period without its end is one day."""
    said = _Said(notes, event)
    for entry in fields.entries("opening_grid"):
        _grid(entry, said)
    for value in fields.values("opening"):
        for text in _COMMAS.split(value, MAX_ITEMS) if isinstance(value, str) else (value,):
            for entry in entries(text):
                _object(entry, said) if entry.named else _text(entry, said)
    if not said.statements:
        for value in fields.values("opening_words"):
            statements, rest = written_days(scalar(value), notes)
            said.statements += statements
            said.unclear.update(dict.fromkeys(rest))
    if not said.statements:
        for value in fields.values("opening_days"):
            for day in scalar(value).split()[:MAX_ITEMS]:
                span = _span(day, day, said)
                if span is not None:
                    said.statements.append(Statement(*span))
    return Times((*gather(said.statements), *said.closed), tuple(said.unclear))


def _text(entry: Entry, said: _Said) -> None:
    """`from|to|opens|closes|opens|closes|closed days|…`"""
    if not _DIGIT.search(entry.part(0) + entry.part(1)):
        said.notes.warn("dates_in_words", FIELD, " ".join(entry.parts))
        said.unclear[" ".join(part for part in entry.parts if part)] = None
        return
    span = _span(entry.part(0), entry.part(1), said)
    if span is not None:
        lists = [part for part in entry.parts[6:] if part]
        _state(span, dict.fromkeys(WEEK, _slots(entry.parts[2:6], said)), lists, said)


def _grid(entry: Entry, said: _Said) -> None:
    """`from|to|`, four hours for each day from Monday on, `|closed days`."""
    span = _span(entry.part(0), entry.part(1), said)
    if span is not None:
        by_day = {
            day: _slots(entry.parts[2 + 4 * place : 6 + 4 * place], said)
            for place, day in enumerate(WEEK)
        }
        _state(span, by_day, [part for part in entry.parts[30:] if part], said)


def _object(entry: Entry, said: _Said) -> None:
    """An object of version 3, with hours for each weekday or for all of them."""
    span = _span(
        entry.text("Datedebut", "Datededebut", "Debut", "Date"),
        entry.text("Datefin", "Datedefin", "Fin"),
        said,
    )
    if span is None:
        return
    days = " ".join(item.label for item in entries(entry.get("Joursdefermeture")))
    lists = [days] if days.strip() else []
    words = zip(_WEEK_WORDS, WEEK, strict=True)
    by_day = {
        day: _slots([entry.text(f"{word}{name}") for name in _GRID_HOURS], said)
        for word, day in words
    }
    if not any(by_day.values()):
        by_day = dict.fromkeys(WEEK, _slots([entry.text(*names) for names in _HOURS], said))
    _state(span, by_day, lists, said)


def _state(
    span: _Span, by_day: Mapping[Day, Sequence[Slot]], lists: Sequence[str], said: _Said
) -> None:
    """One period, its slots by weekday, without the days on which it is closed."""
    if len(lists) > 1:
        said.notes.warn("opening_days_unclear", FIELD, " | ".join(lists))
        said.unclear[_in_words(span, by_day[Day.MO], lists)] = None
        return
    closed = _closed_days(lists[0], said.notes) if lists else {}
    grid = len(set(map(tuple, by_day.values()))) > 1
    for day in (Day.PH, Day.SH):
        if "" in closed.get(day, ()):
            said.closed[Period(*span, days=(day,), closed=True)] = None
    if not grid and not any(day in closed for day in WEEK):
        said.statements += _statements(span, (), by_day[Day.MO])
        return
    for day, slots in by_day.items():
        parts = closed.get(day, set())
        if "" in parts or (grid and not slots):
            continue
        said.statements += _statements(span, (day,), _without(slots, parts, said.notes))


def _statements(span: _Span, days: tuple[Day, ...], slots: Sequence[Slot]) -> list[Statement]:
    return [Statement(*span, days, slot) for slot in slots or (None,)]


def _without(slots: Sequence[Slot], parts: Iterable[str], notes: Notes) -> Sequence[Slot]:
    """The slots of a day less those of its closed parts; () where that cannot be known."""
    kept = list(slots)
    for part in parts:
        begins, ends = _PARTS[part]
        inside = [slot for slot in kept if slot.opens >= begins and _end(slot) <= ends]
        kept = [slot for slot in kept if slot not in inside]
        cut = [slot for slot in kept if slot.opens < ends and _end(slot) > begins]
        if not slots or not kept or (cut and not inside):
            notes.warn("closed_part_of_day", FIELD, part)
            return ()
    return kept


def _end(slot: Slot) -> time:
    """When a slot ends; one of unknown end, or past midnight, reaches the end of the day."""
    return time(23, 59) if slot.closes is None or slot.closes <= slot.opens else slot.closes


def _closed_days(words: str, notes: Notes) -> _Closed:
    """The days that a list of words names, with the closed parts of each; "" is the whole day."""
    found: _Closed = {}
    folded = fold(words[:500])
    for match in _DAY_WORD.finditer(folded):
        name = {"jour": "jour ferie", "feries": "ferie"}.get(match[1], match[1])
        found.setdefault(_DAYS[name], set()).add(match[2] or "")
    rest = _FILLER.sub("", _DAY_WORD.sub("", folded)).strip()
    if rest:
        notes.warn("day_unknown", FIELD, words)
    return found


def _slots(hours: Sequence[str], said: _Said) -> tuple[Slot, ...]:
    """Two slots from `opens, closes, opens, closes`, as many as are stated."""
    opens, closes, again, until = (*hours, "", "", "", "")[:4]
    if opens and until and not closes and not again:
        closes, until = until, ""
    pairs = ((opens, closes), (again, until))
    found = (_slot(first, last, said) for first, last in pairs if first or last)
    return tuple(dict.fromkeys(slot for slot in found if slot is not None))


def _slot(first: str, last: str, said: _Said) -> Slot | None:
    opens, closes = _hour(first, said.notes), _hour(last, said.notes)
    if opens is None:
        if closes is not None:
            said.notes.warn("closing_without_opening", FIELD, last)
        return None
    if opens == closes:
        said.notes.warn("opening_equals_closing", FIELD, first)
        return Slot(opens) if said.event and opens != time(0) else None
    return Slot(opens, closes)


def _hour(raw: str, notes: Notes) -> time | None:
    if not raw:
        return None
    try:
        return parse_hour(raw.replace(" ", ""))
    except Impossible:
        notes.warn("impossible_hour", FIELD, raw)
        return None


def _span(first: str, last: str, said: _Said) -> _Span | None:
    """From when to when; None for a period that states no day that can be believed."""
    try:
        start, end = _day(first), _day(last)
    except Impossible as error:
        said.notes.warn("impossible_date", FIELD, str(error))
        return None
    if said.event:
        start = start or end
        end = end or start
        if start is None:
            return None
    if start is not None and start.year >= FAR_FUTURE:
        said.notes.warn("period_never", FIELD, str(start))
        return None
    if start is not None and end is not None and end < start:
        said.notes.warn("period_reversed", FIELD, f"{start} > {end}")
        if not said.event:
            return None
        end = start
    if end is not None and end.year >= FAR_FUTURE:
        said.notes.warn("date_without_end", FIELD, str(end))
        end = None
    if start is not None and start.year <= FAR_PAST:
        said.notes.warn("date_without_beginning", FIELD, str(start))
        start = None
    return start, end


def _day(raw: str) -> date | None:
    return parse_day(raw) if raw else None


def _in_words(span: _Span, slots: Sequence[Slot], lists: Sequence[str]) -> str:
    """A period as the record puts it, for a reader of French."""
    start, end = span
    said = [
        f"Du {start:%d/%m/%Y}" if start else "",
        f"au {end:%d/%m/%Y}" if end else "",
        ", ".join(
            f"{s.opens:%H:%M}–{s.closes:%H:%M}" if s.closes else f"{s.opens:%H:%M}" for s in slots
        ),
        " ; ".join(words.replace("$", ", ") for words in lists),
    ]
    return " ".join(part for part in said[:2] if part) + "".join(f" · {p}" for p in said[2:] if p)
