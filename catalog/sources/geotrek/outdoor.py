"""Outdoor sites (a crag, a river) and their courses (one route of them) → listings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Itinerary, Kind, Listing
from catalog.sources.geotrek.common import (
    access_of,
    labels_of,
    listing_id,
    pets,
    practical_of,
    same_as,
    source_of,
    terms_of,
    themes_of,
)
from catalog.sources.geotrek.media import read_media
from catalog.sources.geotrek.place import read_place
from catalog.sources.geotrek.terms import SITES, meaning
from catalog.sources.values.geojson import start_of
from catalog.sources.values.routes import altitudes, hours, length
from catalog.sources.values.wordings import DESCRIPTION, SUMMARY, assemble

if TYPE_CHECKING:
    from datetime import date

    from catalog.model import Localized, TermId
    from catalog.sources.geotrek.fields import Record

_PRACTICAL: Final = ("period", "advice", "gear", "equipment", "ratings_description")


def read_site(record: Record, retrieved: date) -> Listing:
    """A place of a practice. Raises NoPlace."""
    return _listing(record, retrieved, terms_of(record, "practice", "outdoor_practice", SITES))


def read_course(record: Record, retrieved: date) -> Listing:
    """A course; its practice is that of its type, where the lists are there. Raises NoPlace."""
    concepts: dict[TermId, None] = {}
    for entry in record.entries("type", "course_type"):
        practice = record.lists.entry("outdoor_practice", entry.get("practice"))
        labels = record.labels(practice) if practice else []
        meant = meaning(SITES, labels)
        own = record.own_term("outdoor-practice", labels) if meant is None else None
        concepts.update(dict.fromkeys(meant.concepts if meant else (own,) if own else ()))
    return _listing(record, retrieved, tuple(concepts))


def _listing(record: Record, retrieved: date, concepts: tuple[TermId, ...]) -> Listing:
    name = record.name()
    return Listing(
        id=listing_id(record),
        kinds=(Kind.ACTIVITY,),
        name=name,
        place=read_place(record),
        sources=(source_of(record, retrieved),),
        concepts=concepts,
        themes=themes_of(record),
        summary=record.words("description_teaser", limit=SUMMARY),
        description=record.words("ambiance", "description", limit=DESCRIPTION),
        practical=_practical(record),
        access=access_of(record, "accessibility"),
        labels=labels_of(record),
        pets=pets(record),
        itinerary=_figures(record),
        media=read_media(record, name),
        same_as=same_as(record),
    )


def _practical(record: Record) -> Localized:
    """When, with what and how hard: a rating is its scale and its grade ("Cotation 4a")."""
    parts = []
    for entry in record.entries("ratings", "rating"):
        scale = record.lists.entry("rating_scale", entry.get("scale"))
        scales = dict(record.labels(scale)) if scale else {}
        for lang, grade in record.labels(entry):
            parts.append((lang, f"{scales.get(lang, '')} {grade}".strip(), False))
    rest = practical_of(record, *_PRACTICAL)
    parts += [(text.lang, text.text, text.machine) for text in rest.texts]
    return assemble(parts, record.notes, limit=DESCRIPTION, line=False, field="ratings")


def _figures(record: Record) -> Itinerary | None:
    """Duration, and length and heights where the course is drawn as a line: of a point or an area
    Geotrek computes zeros."""
    raw, notes = record.raw, record.notes
    minutes, days = hours(raw.get("duration"), notes, "duration")
    start = start_of(raw.get("geometry"))
    distance = lowest = highest = None
    if start is not None and start.line:
        distance = length(raw.get("length"), notes, "length")
        lowest, highest = altitudes(
            raw.get("min_elevation"),
            raw.get("max_elevation"),
            notes,
            "min_elevation",
            "max_elevation",
        )
    found = Itinerary(
        distance_m=distance,
        lowest_m=lowest,
        highest_m=highest,
        duration_min=minutes,
        days=days,
    )
    return None if found == Itinerary() else found
