"""One product of the LEI → one draft, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from catalog.model import (
    WEEK,
    Contact,
    Day,
    Kind,
    Label,
    Listing,
    ListingId,
    Localized,
    Media,
    Place,
    Slot,
    Source,
    TermId,
    Text,
)
from catalog.sources.draft import Draft, Rejection
from catalog.sources.markup import local, text
from catalog.sources.tourinsoft.kinds import Type, read_meaning, type_of
from catalog.sources.tourinsoft.terms import AMENITY, LABELS, PAYMENT, terms
from catalog.sources.values.addresses import business, web_address
from catalog.sources.values.capitals import shouted, unshout
from catalog.sources.values.departments import department_of
from catalog.sources.values.languages import language_code
from catalog.sources.values.moments import (
    FAR_FUTURE,
    FAR_PAST,
    Impossible,
    parse_day,
    parse_hour,
)
from catalog.sources.values.notes import Notes
from catalog.sources.values.periods import Statement, gather
from catalog.sources.values.placing import NoPlace, insee_of, point_of, postcode_of
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import (
    DESCRIPTION,
    NOTE,
    assemble,
    name_of,
    says_cancelled,
)
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time
    from xml.etree.ElementTree import Element

    from catalog.model import Period

SOURCE: Final = "lei"

_RECORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_PICTURE: Final = re.compile(r"(?:https?://|www\.)\S+\.(?:jpe?g|png|gif|webp)(?:\?\S*)?", re.I)
_WEEKDAYS: Final = ("LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE")
_MEANINGS: Final = (
    ("payment", re.compile(r"\b(?:paiements?|reglements?)\b")),
    ("spoken", re.compile(r"\blangues?\b")),
    ("labels", re.compile(r"\b(?:labels?|chaines?|marques?|distinctions?)\b")),
    ("rating", re.compile(r"\b(?:classement|etoiles?)\b")),
    ("amenity", re.compile(r"\b(?:equipements?|services?|conforts?|prestations?)\b")),
    ("category", re.compile(r"\b(?:categories?|types?|genres?|themes?|specialites?|cuisines?)\b")),
)
_STARS: Final = re.compile(r"\b([1-5]) etoiles?\b")
_RATING: Final = TermId("stars")
_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion by its French name, with the names of its values."""

    name: str
    values: Mapping[str, str] = field(default_factory=dict)


Nomenclature = dict[str, Criterion]


def read_product(
    product: Element, nomenclature: Nomenclature, retrieved: date, *, where: str
) -> Draft | Rejection:
    """The draft of one `sit_liste`; `where` names it when it has no identifier. Pure."""
    record = clean_line(text(product, "PRODUIT"), limit=80)
    if not _RECORD.fullmatch(record):
        return Rejection(SOURCE, where, "field PRODUIT: the record has no identifier")
    notes = Notes(record)
    name = name_of((("fr", text(product, "NOM")),), notes, "NOM")
    if not name:
        return Rejection(SOURCE, record, "field NOM: the record has no name")
    try:
        place = _place(product, notes)
    except NoPlace as problem:
        return Rejection(SOURCE, record, str(problem))
    listing = _listing(product, nomenclature, record, name, place, retrieved, notes)
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))


def _listing(
    product: Element,
    nomenclature: Nomenclature,
    record: str,
    name: Localized,
    place: Place,
    retrieved: date,
    notes: Notes,
) -> Listing:
    said = _criteria(product, nomenclature)
    stated = type_of("", text(product, "TYPE_NOM"))
    if stated is None and text(product, "PERIODE_DU"):
        stated = Type(Kind.EVENT)
    if stated is None:
        notes.warn("class_unknown", "TYPE_NOM", text(product, "TYPE_NOM"))
        stated = Type(Kind.ATTRACTION, loose=True)
    meaning = read_meaning(stated, said["category"], notes, SOURCE)
    periods = _periods(product, notes)
    event = stated.kind is Kind.EVENT
    if text(product, "COMMENTAIREL1"):
        notes.warn("text_of_unknown_language", "COMMENTAIREL1")
    contact = _contact(product, place.department, notes)
    return Listing(
        id=ListingId(f"{SOURCE}:{record}"),
        kinds=meaning.kinds,
        name=name,
        place=place,
        sources=(_source(product, record, retrieved, notes),),
        concepts=meaning.concepts,
        themes=meaning.themes,
        description=assemble(
            (("fr", text(product, "COMMENTAIRE"), False),),
            notes,
            limit=DESCRIPTION,
            line=False,
            field="COMMENTAIRE",
        ),
        openings=() if event else periods,
        dates=periods if event else (),
        cancelled=says_cancelled(name),
        payment=terms(PAYMENT, said["payment"], notes, SOURCE),
        labels=_labels(said, notes),
        amenities=terms(AMENITY, said["amenity"], notes, SOURCE),
        spoken=_spoken(said["spoken"], notes),
        contacts=() if contact is None else (contact,),
        media=_pictures(product),
    )


def _criteria(product: Element, nomenclature: Nomenclature) -> dict[str, list[str]]:
    """The French names of the criteria's values, by what the criterion is about."""
    found: dict[str, list[str]] = {meaning: [] for meaning, _ in _MEANINGS}
    for crit in _below(product, "CRITERES"):
        criterion = nomenclature.get(crit.get("CLEF_CRITERE", ""))
        value = criterion and criterion.values.get(crit.get("CLEF_MODA", ""))
        if criterion is None or not value:
            continue
        folded = fold(criterion.name)
        for meaning, pattern in _MEANINGS:
            if pattern.search(folded):
                found[meaning].append(tidy_line(value, 120))
                break
    return found


def unread(product: Element, nomenclature: Nomenclature) -> Iterator[str]:
    """The names of the criteria that a product has and this reader does not read."""
    for crit in _below(product, "CRITERES"):
        criterion = nomenclature.get(crit.get("CLEF_CRITERE", ""))
        if criterion is not None and criterion.name:
            folded = fold(criterion.name)
            if not any(pattern.search(folded) for _, pattern in _MEANINGS):
                yield criterion.name


def _below(product: Element, name: str) -> Iterator[Element]:
    for child in product:
        if local(child) == name:
            yield from list(child)[:_MOST]


def _place(product: Element, notes: Notes) -> Place:
    code = insee_of(text(product, "INSEE"), notes, "INSEE")
    department = department_of(code)
    point = point_of(
        text(product, "LATITUDE") or None,
        text(product, "LONGITUDE") or None,
        notes,
        "LATITUDE",
        department=department,
    )
    number, street = text(product, "ADRPROD_NUM_VOIE"), text(product, "ADRPROD_LIB_VOIE")
    lines = (f"{number} {street}", text(product, "ADRPROD_COMPL_ADRESSE"))
    commune = tidy_line(text(product, "ADRPROD_LIBELLE_COMMUNE"), 120)
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        street=tuple(line for raw in lines if (line := tidy_line(raw, 120))),
        postcode=postcode_of(text(product, "ADRPROD_CP"), notes, "ADRPROD_CP"),
        commune=(unshout(commune) if shouted(commune) else commune) or None,
        insee=code,
        department=department,
    )


def _contact(product: Element, department: str | None, notes: Notes) -> Contact | None:
    """The product's own telephone and addresses, else those of the business that runs it. Of a
    business that goes by a person's name only the website is read."""
    person = bool(text(product, "PREST_NOM_RESP"))
    for owner in ("ADRPROD", "ADRPREST"):
        private = person and owner == "ADRPREST"
        phones = _texts(product, owner, ("TEL", "TEL2"))
        emails = _texts(product, owner, ("EMAIL", "EMAIL2"))
        if private and (phones or emails):
            notes.warn("contact_is_a_person", "PREST_NOM_RESP")
        contact = business(
            "info",
            notes,
            owner,
            phones=() if private else phones,
            emails=() if private else emails,
            websites=_texts(product, owner, ("URL", "URL2")),
            department=department,
        )
        if contact is not None:
            return contact
    return None


def _texts(product: Element, owner: str, names: tuple[str, ...]) -> list[str]:
    return [found for name in names if (found := text(product, f"{owner}_{name}"))]


def _periods(product: Element, notes: Notes) -> tuple[Period, ...]:
    """`HORAIRES`: seasons with their hours by weekday; else the period of the record."""
    statements = [s for hours in _below(product, "HORAIRES") for s in _hours(hours, notes)]
    if not statements:
        span = _span(text(product, "PERIODE_DU"), text(product, "PERIODE_AU"), notes)
        statements = [] if span is None else [Statement(*span)]
    return gather(statements)


_Span = tuple["date | None", "date | None"]


def _hours(hours: Element, notes: Notes) -> Iterator[Statement]:
    span = _span(text(hours, "DATE_DEBUT"), text(hours, "DATE_FIN"), notes)
    if span is None:
        return
    found = list(_below(hours, "HEURES"))
    if not found:
        yield Statement(*span)
    for hour in found:
        days = tuple(
            day for name, day in zip(_WEEKDAYS, WEEK, strict=True) if text(hour, name) == "O"
        )
        if not days and any(text(hour, name) for name in _WEEKDAYS):
            continue  # open on no weekday: the line says nothing
        yield _statement(hour, span, days, notes)


def _statement(hour: Element, span: _Span, days: tuple[Day, ...], notes: Notes) -> Statement:
    opens = _hour(text(hour, "HEURE_DEBUT"), notes)
    closes = _hour(text(hour, "HEURE_FIN"), notes)
    slot = None
    if opens is not None and opens == closes:
        notes.warn("opening_equals_closing", "HEURE_DEBUT", f"{opens:%H:%M}")
    elif opens is not None:
        slot = Slot(opens, closes)
    elif closes is not None:
        notes.warn("closing_without_opening", "HEURE_FIN", f"{closes:%H:%M}")
    words = tidy_line(text(hour, "COMMENTAIRE"), NOTE)
    note = Localized((Text("fr", words),)) if words else Localized()
    return Statement(*span, days, slot, note)


def _hour(raw: str, notes: Notes) -> time | None:
    if not raw:
        return None
    try:
        return parse_hour(raw)
    except Impossible:
        notes.warn("impossible_hour", "HEURE_DEBUT", raw)
        return None


def _span(first: str, last: str, notes: Notes) -> _Span | None:
    """From when to when; None for a period that states nothing that can be believed."""
    try:
        start = parse_day(first) if first else None
        end = parse_day(last) if last else None
    except Impossible as error:
        notes.warn("impossible_date", "PERIODE_DU", str(error))
        return None
    if start is None and end is None:
        return None
    if start is not None and start.year >= FAR_FUTURE:
        notes.warn("period_never", "PERIODE_DU", str(start))
        return None
    if start is not None and end is not None and end < start:
        notes.warn("period_reversed", "PERIODE_DU", f"{start} > {end}")
        return None
    if end is not None and end.year >= FAR_FUTURE:
        notes.warn("date_without_end", "PERIODE_AU", str(end))
        end = None
    if start is not None and start.year <= FAR_PAST:
        notes.warn("date_without_beginning", "PERIODE_DU", str(start))
        start = None
    return start, end


def _labels(said: Mapping[str, list[str]], notes: Notes) -> tuple[Label, ...]:
    found = {term: Label(term) for term in terms(LABELS, said["labels"], notes, SOURCE)}
    for words in said["rating"]:
        match = _STARS.search(fold(words))
        if match is not None:
            found[_RATING] = Label(_RATING, int(match[1]))
    return tuple(found.values())


def _spoken(labels: list[str], notes: Notes) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for label in labels:
        code = language_code(label)
        if code is None:
            notes.warn("language_unknown", "CRITERES", label)
        else:
            found[code] = None
    return tuple(found)


def _pictures(product: Element) -> tuple[Media, ...]:
    """The criteria whose value is the address of a picture."""
    found: dict[str, Media] = {}
    for crit in _below(product, "CRITERES"):
        raw = (crit.text or "").strip()[:1_000]
        address = web_address(raw) if _PICTURE.fullmatch(raw) else None
        if address is not None and address not in found:
            found[address] = Media(url=address, main=not found)
    return tuple(found.values())


def _source(product: Element, record: str, retrieved: date, notes: Notes) -> Source:
    raw = text(product, "DATMAJ").partition(" ")[0]
    updated = None
    try:
        updated = parse_day(raw) if raw else None
    except Impossible:
        notes.warn("impossible_date", "DATMAJ", raw)
    if updated is not None and updated > retrieved:
        notes.warn("updated_in_the_future", "DATMAJ", str(updated))
        updated = None
    return Source(name=SOURCE, record=record, retrieved=retrieved, updated=updated)
