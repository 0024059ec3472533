"""Touristic contents, points of interest, services and information desks → listings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import NOTHING, Kind, Listing, Localized, TermId
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
from catalog.sources.geotrek.fields import labels_of as labels_of_entry
from catalog.sources.geotrek.media import read_media
from catalog.sources.geotrek.place import read_address, read_place
from catalog.sources.geotrek.terms import (
    CONTENTS,
    DESKS,
    NO_SERVICE,
    POIS,
    SERVICES,
    THEMES,
    meaning,
)
from catalog.sources.values.wordings import DESCRIPTION, SUMMARY, name_of
from catalog.text import fold

if TYPE_CHECKING:
    from datetime import date

    from catalog.sources.geotrek.answers import Raw
    from catalog.sources.geotrek.fields import Record

_TYPE_FIELDS: Final = ("type1", "type2")


class NotForVisitors(Exception):
    """The record says nothing to a visitor. The message is a sentence naming the field."""


def read_content(record: Record, retrieved: date) -> Listing:
    """A touristic content: what it is stands in its category and types. Raises NoPlace."""
    kinds, concepts = _sorts(record)
    name = record.name()
    place = read_place(record)
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
        practical=practical_of(record, "practical_info"),
        access=access_of(record, "accessibility"),
        labels=labels_of(record),
        contacts=contacts_of(record, place.department),
        media=read_media(record, name),
        same_as=same_as(record),
    )


def _sorts(record: Record) -> tuple[tuple[Kind, ...], tuple[TermId, ...]]:
    """Kinds, that of the category first, and concepts, those of the types first."""
    kinds: dict[Kind, None] = {}
    concepts: dict[TermId, None] = {}
    general: list[TermId] = []
    for entry in record.entries("category", "category"):
        labels = record.labels(entry)
        meant = meaning(CONTENTS, labels)
        own = record.own_term("category", labels) if meant is None else None
        general += [own] if own else meant.concepts if meant else ()
        kinds.update({meant.kind: None} if meant and meant.kind else {})
    for entry in _types(record):
        labels = record.labels(entry)
        meant = meaning(CONTENTS, labels)
        own = record.own_term("type", labels) if meant is None else None
        concepts.update({own: None} if own else {})
        concepts.update(dict.fromkeys(meant.concepts if meant else ()))
        kinds.update({meant.kind: None} if meant and meant.kind else {})
    concepts.update(dict.fromkeys(general))
    if not kinds:
        record.notes.warn("class_unknown", "category", record.text("category") or "")
        kinds[Kind.ATTRACTION] = None
    return tuple(kinds), tuple(concepts)


def _types(record: Record) -> list[Raw]:
    """The values of both groups of types: `{"501": [43], "502": []}`, or inline lists in v1."""
    groups = record.raw.get("types")
    values: list[object] = []
    for group in groups.values() if isinstance(groups, dict) else ():
        values += group if isinstance(group, list) else []
    for name in _TYPE_FIELDS:
        values += record.many(name)
    found: list[Raw] = []
    for value in values:
        entry = record.lists.entry("content_type", value)
        if entry is not None:
            found.append(entry)
        elif isinstance(value, int | str):
            record.notes.warn("geotrek_id_unresolved", "types", value)
    return found


def read_poi(record: Record, retrieved: date) -> Listing:
    """A point of interest. Raises NoPlace."""
    kind, concepts, themes = _poi_sort(record)
    name = record.name()
    return Listing(
        id=listing_id(record),
        kinds=(kind,),
        name=name,
        place=read_place(record),
        sources=(source_of(record, retrieved),),
        concepts=concepts,
        themes=themes,
        description=record.words("description", limit=DESCRIPTION),
        media=read_media(record, name),
        same_as=same_as(record),
    )


def _poi_sort(record: Record) -> tuple[Kind, tuple[TermId, ...], tuple[TermId, ...]]:
    """What the type says: a place ("Lac"), or what the point tells of ("Faune"), as a theme."""
    labels = labels_of_entry({"label": record.raw.get("type_label")}, record.language)
    if not labels:
        found = [record.labels(entry) for entry in record.entries("type", "poi_type")]
        labels = found[0] if found else []
    place = meaning(POIS, labels)
    if place is not None:
        return place.kind or Kind.ATTRACTION, place.concepts, ()
    theme = meaning(THEMES, labels)
    if theme is not None:
        return Kind.ATTRACTION, (), theme.concepts
    own = record.own_term("poi", labels)
    return Kind.ATTRACTION, (), (own,) if own else ()


def read_service(record: Record, retrieved: date) -> Listing:
    """A service on the way, which has no name but its type's. Raises NoPlace, NotForVisitors."""
    entries = record.entries("type", "service_type")
    labels = record.labels(entries[0]) if entries else []
    if any(fold(label) in NO_SERVICE for _, label in labels):
        raise NotForVisitors("field type: this warns of the way and is no place to go to")
    name = name_of(labels, record.notes, "type")
    meant = meaning(SERVICES, labels)
    own = record.own_term("service", labels) if meant is None else None
    return Listing(
        id=listing_id(record),
        kinds=(meant.kind or Kind.SERVICE if meant else Kind.SERVICE,),
        name=name,
        place=read_place(record),
        sources=(source_of(record, retrieved),),
        concepts=meant.concepts if meant else (own,) if own else (),
        same_as=same_as(record),
    )


def read_desk(record: Record, retrieved: date) -> Listing:
    """An information desk, with its address. Raises NoPlace."""
    name: Localized = record.name()
    place = read_address(record)
    labels = [
        label for entry in record.entries("type", "desk_type") for label in record.labels(entry)
    ]
    meant = meaning(DESKS, labels)
    own = record.own_term("desk", labels) if meant is None else None
    return Listing(
        id=listing_id(record),
        kinds=(Kind.OFFICE,),
        name=name,
        place=place,
        sources=(source_of(record, retrieved),),
        concepts=meant.concepts if meant else (own,) if own else (),
        description=record.words("description", limit=DESCRIPTION),
        practical=NOTHING,
        access=access_of(record, "accessibility"),
        labels=labels_of(record),
        contacts=contacts_of(record, place.department),
        media=read_media(record, name),
        same_as=same_as(record),
    )
