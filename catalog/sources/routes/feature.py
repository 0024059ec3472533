"""One walk → one draft, or the reason why there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import (
    Itinerary,
    Kind,
    Label,
    Listing,
    ListingId,
    Localized,
    Media,
    Place,
    Source,
    TermId,
)
from catalog.sources.draft import Draft, Rejection
from catalog.sources.geotrek.terms import MODES, NETWORKS, ROUTES, THEMES, meaning
from catalog.sources.routes.columns import (
    LANGUAGE,
    Cells,
    addresses,
    cells_of,
    labels,
    text_of,
    value_of,
)
from catalog.sources.values.addresses import web_address
from catalog.sources.values.capitals import shouted, unshout
from catalog.sources.values.departments import department_of
from catalog.sources.values.geojson import placed, start_of
from catalog.sources.values.mime import GPX, mime_of
from catalog.sources.values.notes import Notes
from catalog.sources.values.placing import NoPlace, insee_of
from catalog.sources.values.routes import (
    climb,
    difficulty_of,
    hours,
    length,
    number_of,
    written_duration,
)
from catalog.sources.values.wordings import DESCRIPTION, NOTE, assemble, name_of
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from catalog.model import Difficulty

SOURCE: Final = "routes"
_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,80}")
_TOURINSOFT: Final = re.compile(r"[A-Z]{6}\d{3}[0-9A-Z]{7}")
"""The ids of Tourinsoft, under which the same walk stands in other files: `ITIAQU064V5AL90U`."""
_PAPERS: Final = ("gpx", "kml", "kmz", "pdf")


def identifier(cells: Cells) -> str | None:
    """The producer's id of a walk; the number of its row is none."""
    own = text_of(cells, "id")
    return own if own and _ID.fullmatch(own) else None


def read_walk(rows: Sequence[object], retrieved: date, *, member: str = "") -> Draft | Rejection:
    """The draft of one walk from its features: the first states it, and each that has the same id
    one more way of getting there.

    Pure: the same features and day give the same draft. Never raises, whatever the JSON.
    """
    features = [row for row in rows if isinstance(row, dict)]
    if not features or not isinstance(features[0].get("properties"), dict):
        return Rejection(SOURCE, member, "the record is not a GeoJSON feature with properties")
    several = [cells_of(feature.get("properties")) for feature in features]
    cells = several[0]
    own = identifier(cells)
    if own is None:
        return Rejection(SOURCE, member, "field id: the record has no identifier")
    notes = Notes(own)
    if len(several) > 1:
        notes.warn("rows_of_one_record", "id", len(several))
    raw = value_of(cells, "name")
    name = name_of([(LANGUAGE, raw)] if isinstance(raw, str) else [], notes, "name")
    if not name:
        return Rejection(SOURCE, own, "field name: the record has no name")
    try:
        place = _place(features[0].get("geometry"), cells, notes)
    except NoPlace as problem:
        return Rejection(SOURCE, own, str(problem))
    modes, concepts = _practice(cells, notes)
    media = _media(cells, notes)
    listing = Listing(
        id=ListingId(f"{SOURCE}:{own}"),
        kinds=(Kind.ITINERARY,),
        name=name,
        place=place,
        sources=(Source(name=SOURCE, record=own, retrieved=retrieved),),
        concepts=concepts,
        themes=_landscapes(cells, notes),
        description=_words(cells, notes, "description", limit=DESCRIPTION),
        practical=_access(several, notes),
        labels=_labels(cells),
        itinerary=_itinerary(cells, modes, media, notes),
        media=media,
        same_as=(own,) if _TOURINSOFT.fullmatch(own) else (),
    )
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))


def _itinerary(
    cells: Cells, modes: tuple[TermId, ...], media: tuple[Media, ...], notes: Notes
) -> Itinerary:
    minutes, days = _duration(cells, notes)
    return Itinerary(
        modes=modes,
        distance_m=_distance(cells, notes),
        ascent_m=climb(value_of(cells, "ascent"), notes, "ascent"),
        duration_min=minutes,
        days=days,
        difficulty=_difficulty(cells, notes),
        marking=_words(cells, notes, "marking", limit=NOTE, line=True),
        track_url=next((one.url for one in media if one.mime == GPX), None),
    )


def _distance(cells: Cells, notes: Notes) -> int | None:
    """Metres; a column that does not name its unit is left out."""
    kilometres = value_of(cells, "km")
    if kilometres is not None:
        number = number_of(kilometres)
        return length(kilometres if number is None else number * 1_000, notes, "distance_km")
    metres = value_of(cells, "metres")
    if metres is None and value_of(cells, "distance") is not None:
        notes.warn("distance_without_unit", "distance", text_of(cells, "distance") or "")
    return length(metres, notes, "distance_m")


def _duration(cells: Cells, notes: Notes) -> tuple[int | None, int | None]:
    """Minutes or days: a column may name its unit, else each value must."""
    stated = value_of(cells, "hours")
    if stated is not None:
        return hours(stated, notes, "duration_h")
    stated = value_of(cells, "minutes")
    if stated is not None:
        number = number_of(stated)
        return hours(stated if number is None else number / 60, notes, "duration_min")
    written = text_of(cells, "duration")
    return written_duration(written, notes, "duration") if written else (None, None)


def _difficulty(cells: Cells, notes: Notes) -> Difficulty | None:
    label = text_of(cells, "difficulty")
    level = difficulty_of(label) if label else None
    if label and level is None:
        notes.warn("difficulty_unknown", "difficulty", label)
    return level


def _practice(cells: Cells, notes: Notes) -> tuple[tuple[TermId, ...], tuple[TermId, ...]]:
    """Ways of moving, and the concepts of the route that they make."""
    modes: dict[TermId, None] = {}
    concepts: dict[TermId, None] = {}
    for word in labels(cells, "practice"):
        meant = meaning(MODES, word)
        if meant is None:
            notes.warn("practice_unknown", "practice", word[-1][1])
            concepts[notes.term(SOURCE, f"practice-{_slug(word[-1][1])}", word)] = None
        for concept in meant.concepts if meant else ():
            if concept in ROUTES:
                modes[concept] = None
            concepts[ROUTES.get(concept, concept)] = None
    return tuple(modes), tuple(concepts)


def _landscapes(cells: Cells, notes: Notes) -> tuple[TermId, ...]:
    found: dict[TermId, None] = {}
    for word in labels(cells, "landscape"):
        meant = meaning(THEMES, word)
        if meant is not None:
            found.update(dict.fromkeys(meant.concepts))
        else:
            found[notes.term(SOURCE, f"landscape-{_slug(word[-1][1])}", word)] = None
    return tuple(found)


def _labels(cells: Cells) -> tuple[Label, ...]:
    marks = re.split(r"[,;/]", text_of(cells, "marking") or "")
    return tuple(dict.fromkeys(Label(NETWORKS[key]) for m in marks if (key := fold(m)) in NETWORKS))


def _place(geometry: object, cells: Cells, notes: Notes) -> Place:
    insee = insee_of((text_of(cells, "insee") or "").split(",")[0], notes, "insee")
    names = [name.strip() for name in (text_of(cells, "commune") or "").split(",")]
    names = [unshout(name) if shouted(name) else name for name in names if name]
    if len(names) > 1:
        notes.warn("several_communes", "commune", ", ".join(names))
    department = department_of(insee)
    point = placed(start_of(geometry), notes, "geometry", department=department)
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        commune=names[0] if names else None,
        insee=insee,
        department=department,
    )


def _access(several: Sequence[Cells], notes: Notes) -> Localized:
    """The ways of getting there: "Gare ferroviaire – Gare de Pau"."""
    parts = []
    for cells in several:
        said = [said for field in ("access_type", "access") if (said := text_of(cells, field))]
        if said:
            parts.append((LANGUAGE, " – ".join(said), False))
    return assemble(parts, notes, limit=DESCRIPTION, line=False, field="access")


def _media(cells: Cells, notes: Notes) -> tuple[Media, ...]:
    """The pictures, the first as the main one, then track and sheet."""
    found: dict[str, Media] = {}
    for field in ("pictures", *_PAPERS):
        for link in addresses(cells, field):
            url = web_address(link.replace(" ", "%20"))
            if url is None:
                notes.warn("media_address_unreadable", field, link)
                continue
            main = field == "pictures" and not found
            found.setdefault(url, Media(url, mime_of(url), main=main))
    return tuple(found.values())


def _words(cells: Cells, notes: Notes, field: str, *, limit: int, line: bool = False) -> Localized:
    value = value_of(cells, field)
    if not isinstance(value, str):
        return Localized()
    return assemble([(LANGUAGE, value, False)], notes, limit=limit, line=line, field=field)


def _slug(label: str) -> str:
    return fold(label).replace(" ", "-")[:60]
