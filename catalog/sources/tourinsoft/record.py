"""One record of a Tourinsoft syndication → one draft, or the reason why there is none."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from catalog.clock import PARIS
from catalog.model import (
    Access,
    Handicap,
    Kind,
    Label,
    Listing,
    ListingId,
    Localized,
    Source,
    TermId,
)
from catalog.sources.draft import Draft, Rejection
from catalog.sources.tourinsoft.contacts import read_contacts
from catalog.sources.tourinsoft.entries import entries, scalar
from catalog.sources.tourinsoft.fields import Fields, language_of
from catalog.sources.tourinsoft.kinds import Type, read_meaning, type_of
from catalog.sources.tourinsoft.media import read_media, track
from catalog.sources.tourinsoft.offers import read_prices
from catalog.sources.tourinsoft.periods import read_times
from catalog.sources.tourinsoft.place import read_place
from catalog.sources.tourinsoft.terms import AMENITY, AUDIENCE, LABELS, PAYMENT, own, terms
from catalog.sources.tourinsoft.tours import read_itinerary
from catalog.sources.values.languages import language_code
from catalog.sources.values.moments import Impossible, parse_day
from catalog.sources.values.notes import Notes
from catalog.sources.values.placing import NoPlace
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import (
    DESCRIPTION,
    NOTE,
    SUMMARY,
    Part,
    assemble,
    name_of,
    says_cancelled,
)
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

SOURCE: Final = "tourinsoft"

_RECORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{2,59}")
_EPOCH: Final = re.compile(r"/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/")
_HEADING: Final = re.compile(r"^\s*(?:descriptif|programme|description)[^:\n]{0,40}:\s*", re.I)
_STARS: Final = re.compile(r"\b([1-5]) (?:etoiles?|epis?|cles?|clefs?)\b")
_SCALES: Final = (
    ("stars", re.compile(r"\betoiles?\b")),
    ("ears", re.compile(r"\bepis?\b")),
    ("keys", re.compile(r"\bcle(?:f?s?)\b")),
)
_UNRATED: Final = re.compile(r"\b(?:non classee?|en cours|sans classement|non renseigne)\b")
_YES: Final = frozenset(("oui", "o", "1", "true", "vrai", "yes", "acceptes", "accepte"))
_NO: Final = frozenset(("non", "n", "0", "false", "faux", "no", "refuses", "non acceptes"))
_MARKS: Final = (
    (Handicap.MOTOR, re.compile(r"\bmoteur\b")),
    (Handicap.MENTAL, re.compile(r"\bmental\b")),
    (Handicap.HEARING, re.compile(r"\b(?:auditif|auditive)\b")),
    (Handicap.VISUAL, re.compile(r"\b(?:visuel|visuelle)\b")),
)
_TEXTS: Final = {
    "description": ("Descriptioncommerciale", "Description", "Descriptif", "Descriptifcommercial"),
    "summary": ("Accroche", "Chapo", "Resume"),
    "practical": ("Descriptifduplandacces", "Descriptiftarifs", "Informations", "Complement"),
    "hours_text": ("Informationsouverture", "Precisions"),
}


def read_record(
    raw: Mapping[str, object], retrieved: date, *, where: str = ""
) -> Draft | Rejection:
    """The draft of one record; `where` names it when it has no identifier.

    Pure: the same record and day give the same draft. Never raises, whatever the values.
    """
    fields = Fields(raw)
    record = clean_line(fields.first("id"), limit=120)
    if not _RECORD.fullmatch(record):
        return Rejection(SOURCE, where, "field SyndicObjectID: the record has no identifier")
    notes = Notes(record)
    name = name_of(
        ((lang, scalar(value)) for lang, value in fields.wordings("name")),
        notes,
        "SyndicObjectName",
    )
    if not name:
        return Rejection(SOURCE, record, "field SyndicObjectName: the record has no name")
    try:
        listing = _listing(fields, record, name, retrieved, notes)
    except NoPlace as problem:
        return Rejection(SOURCE, record, str(problem))
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))


def _listing(
    fields: Fields, record: str, name: Localized, retrieved: date, notes: Notes
) -> Listing:
    place = read_place(fields, notes)
    labels = _labels_in(fields, "category")
    stated = type_of(record, fields.first("type"))
    if stated is None:
        notes.warn("class_unknown", "ObjectTypeName", fields.first("type") or record[:3])
        stated = Type(Kind.ATTRACTION, loose=True)
    meaning = read_meaning(stated, (*labels, *_labels_in(fields, "theme")), notes)
    event = stated.kind is Kind.EVENT
    times = read_times(fields, notes, event=event)
    media = read_media(fields, notes)
    summary, description = _texts(fields, notes)
    quality = _labels(fields, notes)
    tour = stated.kind is Kind.ITINERARY
    return Listing(
        id=ListingId(f"{SOURCE}:{record}"),
        kinds=meaning.kinds,
        name=name,
        place=place,
        sources=(_source(fields, record, retrieved, notes),),
        concepts=meaning.concepts,
        themes=meaning.themes,
        summary=summary,
        description=description,
        practical=_practical(fields, times.unclear, notes),
        openings=() if event else times.periods,
        dates=times.periods if event else (),
        cancelled=says_cancelled(name),
        prices=read_prices(fields, notes),
        payment=terms(PAYMENT, _labels_in(fields, "payment"), notes),
        access=_access(fields, quality, notes),
        labels=quality,
        audience=tuple(
            dict.fromkeys(
                (*meaning.audience, *terms(AUDIENCE, _labels_in(fields, "audience"), notes))
            )
        ),
        amenities=terms(AMENITY, _labels_in(fields, "amenity"), notes),
        pets=_pets(fields, notes),
        spoken=_spoken(_labels_in(fields, "languages"), notes),
        itinerary=read_itinerary(fields, labels, track(fields, media), notes) if tour else None,
        contacts=read_contacts(fields, place.department, notes),
        media=media,
    )


def _labels_in(fields: Fields, meaning: str) -> tuple[str, ...]:
    """The labels of a thesaurus column, each once. ADT66 puts commas where others put `#`, and
    nests the terms of version 3 one level deeper in some columns."""
    found: dict[str, None] = {}
    for entry in fields.entries(meaning):
        if entry.named and not entry.label:
            nested = (inner for value in entry.named.values() for inner in _inner(value))
            found.update(dict.fromkeys(nested))
            continue
        found[tidy_line(entry.label, 200)] = None
    return tuple(label for label in found if label)


def _inner(value: object) -> Iterable[str]:
    """The terms in one field of an object: a term, or a list of them."""
    if isinstance(value, dict | list):
        for entry in entries(value):
            label = tidy_line(entry.text("ThesLibelle"), 200)
            if label:
                yield label


def _texts(fields: Fields, notes: Notes) -> tuple[Localized, Localized]:
    summary = _parts(fields, "summary")
    description = _parts(fields, "description")
    for value in fields.values("description"):  # version 3 keeps both in one object
        summary += _of_objects(value, "summary")
    return (
        assemble(summary, notes, limit=SUMMARY, line=False, field="Accroche"),
        assemble(description, notes, limit=DESCRIPTION, line=False, field="DescriptionCommerciale"),
    )


def _practical(fields: Fields, unclear: tuple[str, ...], notes: Notes) -> Localized:
    """How to get there, what the record says of its hours in words, and the periods that are not
    clear enough to be claimed."""
    parts = [*_parts(fields, "hours_text"), *_parts(fields, "practical")]
    parts += (("fr", words, False) for words in unclear)
    return assemble(parts, notes, limit=NOTE, line=False, field="Acces")


def _parts(fields: Fields, meaning: str) -> list[Part]:
    """A text column in its languages, from strings or from objects."""
    found: list[Part] = []
    for lang, value in fields.wordings(meaning):
        if isinstance(value, str):
            found.append((lang, _HEADING.sub("", value, count=1), False))
        else:
            found += _of_objects(value, meaning)
    return found


def _of_objects(value: object, meaning: str) -> list[Part]:
    found: list[Part] = []
    for entry in entries(value) if not isinstance(value, str) else ():
        text = entry.text(*_TEXTS[meaning])
        if text:
            found.append(("fr", text, False))
        for name, inner in entry.named.items():
            lang = language_of(name, meaning)
            if lang is not None and lang != "fr" and isinstance(inner, str):
                found.append((lang, inner, False))
    return found


def _labels(fields: Fields, notes: Notes) -> tuple[Label, ...]:
    """Labels, and ratings by the unit that they or their column name."""
    found: dict[TermId, Label] = {}
    for term in terms(LABELS, _labels_in(fields, "labels"), notes):
        found.setdefault(term, Label(term))
    scales = (("rating", "stars"), ("rating_ears", "ears"), ("rating_keys", "keys"))
    for meaning, scale in scales:
        for label in _labels_in(fields, meaning):
            rating = _rating(label, scale, notes)
            if rating is not None:
                found.setdefault(rating.id, rating)
    return tuple(found.values())


def _rating(label: str, scale: str, notes: Notes) -> Label | None:
    folded = fold(label[:80])
    match = _STARS.search(folded)
    if match is not None:
        unit = next((name for name, pattern in _SCALES if pattern.search(folded)), scale)
        return Label(TermId(unit), int(match[1]))
    if folded.isdigit() and 1 <= int(folded) <= 5:
        return Label(TermId(scale), int(folded))
    if folded and not _UNRATED.search(folded):
        return Label(own(label, notes))
    return None


def _access(fields: Fields, quality: tuple[Label, ...], notes: Notes) -> Access:
    """Wheelchair access as a stated yes or no; the four marks only under the label that they are
    marks of; anything else in the record's own words."""
    said = fields.first("access")
    wheelchair = _yes_or_no(said)
    words = [] if wheelchair is not None or not said else [said]
    handicaps = _labels_in(fields, "handicap")
    marks: tuple[Handicap, ...] = ()
    labelled = any(label.id == "tourisme_handicap" for label in quality)
    if labelled or any("tourisme" in fold(label) for label in handicaps):
        marks = tuple(
            mark
            for mark, pattern in _MARKS
            if any(pattern.search(fold(label[:200])) for label in handicaps)
        )
    if not marks:
        words += handicaps
    note = assemble(
        (("fr", word, False) for word in words), notes, limit=NOTE, line=True, field="PMR"
    )
    return Access(wheelchair=wheelchair, marks=marks, note=note)


def _pets(fields: Fields, notes: Notes) -> bool | None:
    said: set[bool] = set()
    for entry in fields.entries("pets"):
        answer = _yes_or_no(entry.text("Animauxacceptes", "Acceptes") or entry.label)
        if answer is None:
            notes.warn("pets_unclear", "AnimauxAcceptes", entry.label)
        else:
            said.add(answer)
    if len(said) > 1:
        notes.warn("pets_contradictory", "AnimauxAcceptes")
        return None
    return next(iter(said), None)


def _yes_or_no(raw: str) -> bool | None:
    word = fold(raw[:60]).removeprefix("animaux ")
    return True if word in _YES else False if word in _NO else None


def _spoken(labels: Iterable[str], notes: Notes) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for label in labels:
        code = language_code(label)
        if code is None:
            notes.warn("language_unknown", "LanguesParlees", label)
        else:
            found[code] = None
    return tuple(found)


def _source(fields: Fields, record: str, retrieved: date, notes: Notes) -> Source:
    """`record` is the identifier under which DATAtourisme keeps the same record
    (`dc:identifier`), so that the two are known to be one."""
    return Source(
        name=SOURCE,
        record=record,
        retrieved=retrieved,
        updated=_updated(fields.first("updated"), retrieved, notes),
        creator=tidy_line(fields.first("structure"), 200) or None,
    )


def _updated(raw: str, retrieved: date, notes: Notes) -> date | None:
    """`/Date(1546457575113)/` (milliseconds, UTC) or an ISO moment of French time."""
    if not raw:
        return None
    try:
        match = _EPOCH.fullmatch(raw)
        day = (
            datetime.fromtimestamp(int(match[1]) / 1000, UTC).astimezone(PARIS).date()
            if match
            else parse_day(raw)
        )
    except (Impossible, ValueError, OverflowError, OSError):
        notes.warn("impossible_date", "Updated", raw)
        return None
    if day > retrieved:
        notes.warn("updated_in_the_future", "Updated", str(day))
        return None
    return day


def unread(raw: Mapping[str, object]) -> list[str]:
    """The columns of a record that say something and mean nothing to this reader."""
    return [clean_line(name, limit=120) for name in Fields(raw).unknown]
