"""One record of an agenda → one draft, or the reason why there is none.

The identifier is the page of the record's own address (`url`): the portal's `recordid` changes with
every edit of the record, and its newest API no longer gives it.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from catalog.model import NOTHING, Listing, ListingId, Localized, Place, Source, TermId, Text
from catalog.sources.draft import Draft, Rejection
from catalog.sources.opendatasoft.position import read_position
from catalog.sources.values.addresses import web_address
from catalog.sources.values.departments import department_of
from catalog.sources.values.event_words import read_event
from catalog.sources.values.moments import Impossible, parse_day
from catalog.sources.values.notes import Notes
from catalog.sources.values.occurrences import on_days
from catalog.sources.values.periods import gather
from catalog.sources.values.placing import NoPlace, insee_of
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import DESCRIPTION, assemble, name_of, says_cancelled
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from datetime import date

    from catalog.geo import Point
    from catalog.model import Period
    from catalog.sources.opendatasoft.datasets import Dataset
    from catalog.sources.opendatasoft.envelope import Enveloped

SOURCE: Final = "opendatasoft"
_SAFE: Final = re.compile(r"[A-Za-z0-9._-]{1,100}")
_TOWN: Final = re.compile(
    r",?\s*(?P<postcode>\d{2} ?\d{3})\s+(?P<town>[^,\d]{0,80}?)\s*-\s*[^,\d]{2,40}$"
)
_NUMBER: Final = re.compile(r"\b(\d{1,4}(?: ?(?:bis|ter))?), *(?=[^\W\d])")
_ANYTHING: Final = frozenset(("autres", "agenda mes sorties"))
"""Themes and types that say nothing."""
_CUT: Final = "(...)"
_MONTHS: Final = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre"),
    *("octobre", "novembre", "décembre"),
)
_WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def read_record(
    record: Enveloped, dataset: Dataset, retrieved: date, *, where: str = ""
) -> Draft | Rejection:
    """The draft of one record; `where` names it if it has no identifier.

    Pure: the same record and day give the same draft. Never raises, whatever the JSON.
    """
    address = web_address(_text(record, "url") or "\0")
    id = _identifier(address, record.record)
    if id is None:
        return Rejection(SOURCE, where, "field url: the record has no address and no identifier")
    notes = Notes(id)
    name = name_of([("fr", _text(record, "titre") or "")], notes, "titre")
    if not name:
        return Rejection(SOURCE, id, "field titre: the event has no title")
    insee = insee_of(_text(record, "code_insee"), notes, "code_insee")
    department = department_of(insee)
    try:
        point = read_position(record, department, notes)
    except NoPlace as problem:
        return Rejection(SOURCE, id, str(problem))
    terms = [term for key in ("thematique", "type") if (term := _text(record, key)) is not None]
    reading = read_event([name.texts[0].text], terms)
    listing = Listing(
        id=ListingId(f"{SOURCE}:{id}"),
        kinds=reading.kinds,
        name=name,
        place=_place(record, point, insee),
        sources=(_source(record, dataset, id, address, retrieved),),
        concepts=reading.concepts,
        themes=_themes(terms, notes),
        description=_description(record, notes),
        dates=_dates(record, notes),
        cancelled=says_cancelled(name),
    )
    return Draft(
        listing,
        tuple(notes.labels.items()),
        tuple(notes.cautions),
        to_verify=not dataset.moderated,
    )


def _text(record: Enveloped, field: str) -> str | None:
    value = record.fields.get(field)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) else None


def _identifier(address: str | None, record: str | None) -> str | None:
    if address is not None:
        parts = urlsplit(address)
        page = parts.path.strip("/")
        if not parts.query and _SAFE.fullmatch(page):
            return page
        return sha256(address.encode("utf-8", "replace")).hexdigest()[:20]
    return record if record is not None and _SAFE.fullmatch(record) else None


def _place(record: Enveloped, point: Point, insee: str | None) -> Place:
    """The address is one text, "place, street, postcode town - department"."""
    address = tidy_line(_text(record, "adresse") or "", 300)
    town = _TOWN.search(address)
    street = address[: town.start()] if town else address
    lines = (line.strip(" .-") for line in _NUMBER.sub(r"\1 ", street).split(","))
    commune = tidy_line(_text(record, "commune") or "") or (town["town"].strip() if town else "")
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        street=tuple(dict.fromkeys(line for line in lines if line)),
        postcode=town["postcode"].replace(" ", "") if town else None,
        commune=commune or None,
        insee=insee,
        department=department_of(insee),
    )


def _themes(terms: list[str], notes: Notes) -> tuple[TermId, ...]:
    said = (term for term in terms if fold(term) and fold(term) not in _ANYTHING)
    return tuple(dict.fromkeys(notes.term(SOURCE, fold(term), [("fr", term)]) for term in said))


def _description(record: Enveloped, notes: Notes) -> Localized:
    """The text as the portal has it: what it cut off ends in "(...)"."""
    description = assemble(
        [("fr", _text(record, "description") or "", False)],
        notes,
        limit=DESCRIPTION,
        line=False,
        field="description",
    )
    if description and description.texts[0].text.endswith(_CUT):
        notes.warn("description_cut", "description", description.texts[0].text[-60:])
    return description


def _dates(record: Enveloped, notes: Notes) -> tuple[Period, ...]:
    """From the first day to the last; what the portal says of them in words is kept where it
    says more than the days."""
    last = _day(record, "date_fin", notes)
    first = _day(record, "date_debut", notes) or last
    if first is None:
        notes.warn("event_without_dates", "date_debut")
        return ()
    said = tidy_line(_text(record, "date") or "")
    note = NOTHING if fold(said) in _in_words(first, last or first) else _french(said)
    return gather(on_days(first, last, notes, "date_debut", note))


def _french(said: str) -> Localized:
    return Localized((Text("fr", said),)) if said else NOTHING


def _in_words(first: date, last: date) -> frozenset[str]:
    """How the portal writes these days, with and without the year."""
    if first == last:
        weekday = _WEEKDAYS[first.weekday()]
        said = [f"{weekday} {_day_month(first)}", f"{weekday} {_day_month(first)} {first.year}"]
    else:
        begin = [str(_day_number(first))] if first.month == last.month else []
        begin += [_day_month(first), f"{_day_month(first)} {first.year}"]
        end = [_day_month(last), f"{_day_month(last)} {last.year}"]
        said = [f"du {one} au {other}" for one in begin for other in end]
    return frozenset(("", *map(fold, said)))


def _day_month(day: date) -> str:
    return f"{_day_number(day)} {_MONTHS[day.month - 1]}"


def _day_number(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _day(record: Enveloped, field: str, notes: Notes) -> date | None:
    raw = _text(record, field)
    if raw is None:
        return None
    try:
        return parse_day(raw)
    except Impossible:
        notes.warn("impossible_date", field, raw)
        return None


def _source(
    record: Enveloped, dataset: Dataset, id: str, address: str | None, retrieved: date
) -> Source:
    """The portal's timestamp is that of its last import, not of the record: no date is known."""
    return Source(
        name=SOURCE,
        record=clean_line(record.record or id, limit=120),
        retrieved=retrieved,
        url=address,
        publisher=dataset.publisher,
        licence=dataset.licence,
    )
