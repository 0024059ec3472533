"""A touristic event → a listing with its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Kind, Listing, Period, Price, Slot, TermId
from catalog.sources.geotrek.common import (
    access_of,
    contacts_of,
    labels_of,
    listing_id,
    practical_of,
    same_as,
    source_of,
    themes_of,
)
from catalog.sources.geotrek.media import read_media
from catalog.sources.geotrek.place import read_place
from catalog.sources.geotrek.terms import AUDIENCE, EVENTS, meaning
from catalog.sources.values.moments import day_or_caution, hour_or_caution
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import (
    DESCRIPTION,
    NOTE,
    SUMMARY,
    assemble,
    says_cancelled,
)
from catalog.text import fold

if TYPE_CHECKING:
    from datetime import date, time

    from catalog.model import Localized
    from catalog.sources.geotrek.fields import Record

_PRACTICAL: Final = (
    "cancellation_reason",
    "meeting_point",
    "practical_info",
    "booking",
    "target_audience",
)


def read_event(record: Record, retrieved: date) -> Listing:
    """An event takes place every day from its first to its last, at its hours. Raises NoPlace."""
    name = record.name()
    kinds, concepts = _sorts(record)
    place = read_place(record, street=_where(record))
    cancelled = record.raw.get("cancelled") is True or says_cancelled(name)
    return Listing(
        id=listing_id(record),
        kinds=kinds,
        name=name,
        place=place,
        sources=(source_of(record, retrieved),),
        concepts=concepts,
        themes=themes_of(record),
        summary=record.words("description_teaser", limit=SUMMARY),
        description=record.words("description", limit=DESCRIPTION),
        practical=practical_of(record, *_PRACTICAL),
        dates=_dates(record),
        cancelled=cancelled,
        prices=_prices(record),
        access=access_of(record, "accessibility"),
        labels=labels_of(record),
        audience=_audience(record),
        contacts=contacts_of(record, place.department),
        media=read_media(record, name),
        same_as=same_as(record),
    )


def _sorts(record: Record) -> tuple[tuple[Kind, ...], tuple[TermId, ...]]:
    kinds: dict[Kind, None] = {}
    concepts: dict[TermId, None] = {}
    for entry in record.entries("type", "event_type"):
        labels = record.labels(entry)
        meant = meaning(EVENTS, labels)
        own = record.own_term("event", labels) if meant is None else None
        concepts.update({own: None} if own else {})
        concepts.update(dict.fromkeys(meant.concepts if meant else ()))
        kinds.update({meant.kind: None} if meant and meant.kind else {})
    return tuple(kinds) or (Kind.EVENT,), tuple(concepts)


def _dates(record: Record) -> tuple[Period, ...]:
    """One period; () without a date that exists. A last day before the first is left out."""
    start, end = _day(record, "begin_date"), _day(record, "end_date")
    if start is None and end is None:
        return ()
    if start is not None and end is None:
        end = start
    if start is not None and end is not None and end < start:
        record.notes.warn("period_reversed", "end_date", f"{start} > {end}")
        end = start
    return (Period(start=start, end=end, slots=_slots(record)),)


def _slots(record: Record) -> tuple[Slot, ...]:
    opens = _hour(record, "start_time") or _hour(record, "meeting_time")
    closes = _hour(record, "end_time")
    if opens is None:
        if closes is not None:
            record.notes.warn("closing_without_opening", "end_time", str(closes))
        return ()
    if closes == opens:
        record.notes.warn("opening_equals_closing", "end_time", str(closes))
        closes = None
    return (Slot(opens, closes),)


def _day(record: Record, name: str) -> date | None:
    return day_or_caution(record.text(name), record.notes, name)


def _hour(record: Record, name: str) -> time | None:
    return hour_or_caution(record.text(name), record.notes, name)


def _where(record: Record) -> str | None:
    """The name of the place, as newer versions state it."""
    place = record.text("place")
    return tidy_line(place) if place and not place.isdigit() else None


def _prices(record: Record) -> tuple[Price, ...]:
    """The price is free text: kept as a note, never read as a number or as "free"."""
    parts = record.parts("price")
    note: Localized = (
        assemble(parts, record.notes, limit=NOTE, line=True, field="price") if parts else NOTHING
    )
    return (Price(note=note),) if note else ()


def _audience(record: Record) -> tuple[TermId, ...]:
    """Whom it is for, of the words that the house has; the whole text stands in `practical`."""
    found: dict[TermId, None] = {}
    for _, wording in record.spoken(record.raw.get("target_audience")):
        for part in wording[:500].replace("/", ",").replace(" et ", ",").split(","):
            meant = meaning(AUDIENCE, [("", fold(part))])
            found.update(dict.fromkeys(meant.concepts if meant else ()))
    return tuple(found)
