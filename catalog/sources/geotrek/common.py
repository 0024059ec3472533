"""What records of all families share: identity, credit, labels, texts, ways to reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Access, Handicap, Label, ListingId, Source, TermId
from catalog.sources.geotrek.terms import (
    LABELS,
    PETS,
    THEMES,
    WHEELCHAIR,
    Meaning,
    meaning,
)
from catalog.sources.values.addresses import business, web_address
from catalog.sources.values.moments import Impossible, parse_day
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import DESCRIPTION, NOTE, assemble
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from catalog.model import Contact, Localized
    from catalog.sources.geotrek.answers import Raw
    from catalog.sources.geotrek.fields import Record
    from catalog.sources.geotrek.lists import Family

SOURCE: Final = "geotrek"
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_OWN_ID: Final = re.compile(r"[A-Za-z0-9._:-]{1,80}")
_FOREIGN_ID: Final = re.compile(r"[^\s,;]{2,120}")
_MARKS: Final = {
    "moteur": Handicap.MOTOR,
    "mental": Handicap.MENTAL,
    "auditif": Handicap.HEARING,
    "visuel": Handicap.VISUAL,
}


def identifier(raw: Raw, family: Family) -> str | None:
    """A record's id that no other Geotrek gives: its UUID; for older versions, which have none,
    the family and the number."""
    uuid = raw.get("uuid")
    if isinstance(uuid, str) and _UUID.fullmatch(uuid.strip().lower()):
        return uuid.strip().lower()
    for name in ("id", "pk"):
        value = raw.get(name)
        if isinstance(value, bool) or not isinstance(value, int | str):
            continue
        number = str(value).strip()
        if _OWN_ID.fullmatch(number):
            return f"{family}-{number}"
    return None


def listing_id(record: Record) -> ListingId:
    """The listing's id."""
    return ListingId(f"{SOURCE}:{record.notes.record}")


def source_of(record: Record, retrieved: date) -> Source:
    """Whom to credit: the sources that a record names, and the structure that publishes it."""
    url = record.text("url")
    names = [name for entry in record.entries("source", "source") for name in _names(entry)]
    structure = [
        name for entry in record.entries("structure", "structure") for name in _names(entry)
    ]
    provider = tidy_line(record.text("provider") or "")
    creators = dict.fromkeys(names or structure)
    publishers = dict.fromkeys([*structure, *([provider] if provider else [])])
    return Source(
        name=SOURCE,
        record=record.notes.record,
        retrieved=retrieved,
        updated=_updated(record, retrieved),
        url=web_address(url) if url and not url.startswith("/") else None,
        creator=", ".join(creators) or None,
        publisher=", ".join(publishers) or None,
    )


def _names(entry: Raw) -> list[str]:
    value = entry.get("name")
    name = tidy_line(value) if isinstance(value, str) else ""
    return [name] if name else []


def _updated(record: Record, retrieved: date) -> date | None:
    raw = record.text("update_datetime")
    if raw is None:
        return None
    try:
        updated = parse_day(raw)
    except Impossible:
        record.notes.warn("impossible_date", "update_datetime", raw)
        return None
    if updated > retrieved:
        record.notes.warn("updated_in_the_future", "update_datetime", str(updated))
        return None
    return updated


def same_as(record: Record) -> tuple[str, ...]:
    """Under which other ids the same record is known: its UUID, those of where it came from."""
    found: dict[str, None] = {}
    for name in ("uuid", "external_id", "second_external_id", "eid", "eid2"):
        raw = record.text(name)
        if raw is None:
            continue
        value = raw.lower() if name == "uuid" else raw
        if _FOREIGN_ID.fullmatch(value):
            found[value] = None
        else:
            record.notes.warn("same_as_unreadable", name, raw)
    return tuple(found)


def themes_of(record: Record) -> tuple[TermId, ...]:
    """The themes: house concepts where the label is known, else the instance's own."""
    return terms_of(record, "themes", "theme", THEMES)


def terms_of(
    record: Record, field: str, known: str, table: Mapping[str, Meaning]
) -> tuple[TermId, ...]:
    """The entries of a field as concepts, or as own terms where the table has not the label."""
    found: dict[TermId, None] = {}
    for entry in record.entries(field, known):
        labels = record.labels(entry)
        meant = meaning(table, labels)
        if meant is not None:
            found.update(dict.fromkeys(meant.concepts))
        else:
            own = record.own_term(known.replace("_", "-"), labels)
            found.update({own: None} if own else {})
    return tuple(found)


def labels_of(record: Record) -> tuple[Label, ...]:
    """Labels, and the label of accessibility; what only says whether dogs may come is `pets`."""
    found: dict[TermId, Label] = {}
    entries = [*record.entries("labels", "label")]
    entries += record.entries("label_accessibility", "label_accessibility")
    for entry in entries:
        labels = record.labels(entry)
        if _pets(labels) is not None:
            continue
        handicap = any("handicap" in fold(label) for _, label in labels)
        meant = meaning(LABELS, labels)
        terms = meant.concepts if meant else ()
        if not terms and handicap and any("tourisme" in fold(label) for _, label in labels):
            terms = (TermId("tourisme_handicap"),)
        own = None if terms else record.own_term("label", labels)
        for term in (*terms, *([own] if own else [])):
            found.setdefault(term, Label(term))
    return tuple(found.values())


def pets(record: Record) -> bool | None:
    """Whether dogs may come, as a label says; None if none or if two disagree."""
    said = {
        answer
        for entry in record.many("labels")
        if (listed := record.lists.entry("label", entry)) is not None
        and (answer := _pets(record.labels(listed))) is not None
    }
    if len(said) > 1:
        record.notes.warn("pets_contradictory", "labels")
        return None
    return next(iter(said), None)


def _pets(labels: Iterable[tuple[str, str]]) -> bool | None:
    return next((PETS[key] for _, label in labels if (key := fold(label)) in PETS), None)


def access_of(record: Record, *fields: str) -> Access:
    """Accessibility in words, and with a wheelchair where a label says so. The words never count
    as a yes: they tell for whom the way is and for whom not."""
    entries = [
        *record.entries("accessibilities", "accessibility"),
        *record.entries("accessibility_level", "accessibility_level"),
    ]
    stated = [(lang, label, False) for entry in entries for lang, label in record.labels(entry)]
    marked = record.entries("label_accessibility", "label_accessibility")
    marks = [
        mark
        for entry in marked
        for _, label in record.labels(entry)
        for word, mark in _MARKS.items()
        if word in fold(label).split()
    ]
    parts = [*stated, *record.parts(*fields)]
    return Access(
        wheelchair=any(fold(label) in WHEELCHAIR for _, label, _ in stated) or None,
        marks=tuple(dict.fromkeys(marks)),
        note=assemble(parts, record.notes, limit=NOTE, line=False, field="accessibility"),
    )


def practical_of(record: Record, *fields: str) -> Localized:
    """What to know before leaving: the fields in order, what the labels advise, and links."""
    parts = record.parts(*fields)
    for value in record.many("labels"):
        entry = record.lists.entry("label", value)
        advice = entry.get("advice") if entry else None
        parts += [(lang, wording, False) for lang, wording in record.spoken(advice)]
    for value in record.many("web_links"):
        if not isinstance(value, dict) or not isinstance(value.get("url"), str):
            continue
        url = web_address(value["url"])
        if url is None:
            record.notes.warn("website_unreadable", "web_links", value["url"])
            continue
        names = record.spoken(value.get("name"))
        parts += [(lang, f"{tidy_line(name)} – {url}", False) for lang, name in names]
    return assemble(parts, record.notes, limit=DESCRIPTION, line=False, field=fields[0])


def contacts_of(record: Record, department: str | None) -> tuple[Contact, ...]:
    """Telephone, mail and site. The field `contact` is free text in which people leave their names
    and numbers: it is never read."""
    for field in ("contact", "organizer", "speaker"):
        if record.text(field):
            record.notes.warn("contact_in_free_text", field)
    contact = business(
        "info",
        record.notes,
        "phone",
        phones=[raw] if (raw := record.text("phone")) else [],
        emails=[raw] if (raw := record.text("email")) else [],
        websites=[_one_address(raw)] if (raw := record.text("website")) else [],
        department=department,
    )
    return () if contact is None else (contact,)


def _one_address(raw: str) -> str:
    """A comma inside an address, as maps have them, does not part two addresses."""
    return raw.replace(",", "%2C") if raw.count("://") == 1 else raw
