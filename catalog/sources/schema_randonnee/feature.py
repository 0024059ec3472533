"""One feature of the schema → one draft, or the reason why there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Access, Kind, Listing, ListingId, Localized, Media, Place, Source, Text
from catalog.sources.draft import Draft, Rejection
from catalog.sources.schema_randonnee.fields import (
    LANGUAGE,
    Properties,
    parts_of,
    text_of,
    words_of,
)
from catalog.sources.schema_randonnee.itinerary import itinerary_of, practice_of, themes_of
from catalog.sources.values.addresses import web_address
from catalog.sources.values.departments import department_of
from catalog.sources.values.geojson import placed, start_of
from catalog.sources.values.mime import mime_of
from catalog.sources.values.moments import Impossible, parse_day
from catalog.sources.values.notes import Notes
from catalog.sources.values.placing import NoPlace, insee_of
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import DESCRIPTION, NOTE, SUMMARY, assemble, name_of
from catalog.text import clean_line, fold

if TYPE_CHECKING:
    from datetime import date

SOURCE: Final = "randonnee"
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NOT_AN_ID: Final = re.compile(r"[^A-Za-z0-9._-]+")


def read_feature(
    feature: object,
    retrieved: date,
    *,
    member: str = "",
    stages: dict[tuple[str, str], list[str]] | None = None,
) -> Draft | Rejection:
    """The draft of one feature; `member` names it where it has no id, `stages` are the names of
    the routes that name it as their parent.

    Pure: the same feature and day give the same draft. Never raises, whatever the JSON.
    """
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(properties, dict):
        return Rejection(SOURCE, member, "the record is not a GeoJSON feature with properties")
    own = identifier(properties)
    if own is None:
        return Rejection(SOURCE, member, "field id_local: the record has no identifier")
    notes = Notes(own)
    name = name_of(parts_of(properties, "nom_itineraire"), notes, "nom_itineraire")
    if not name:
        return Rejection(SOURCE, own, "field nom_itineraire: the record has no name")
    try:
        place = _place(feature.get("geometry"), properties, notes)
    except NoPlace as problem:
        return Rejection(SOURCE, own, str(problem))
    key = (text_of(properties, "producteur") or "", text_of(properties, "id_local") or "")
    listing = _listing(properties, name, place, (stages or {}).get(key, []), retrieved, notes)
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))


def identifier(properties: Properties) -> str | None:
    """`id_local` with its producer, for it is an id in the producer's database only."""
    local = _slug(text_of(properties, "id_local") or "")
    producer = text_of(properties, "producteur") or text_of(properties, "proprietaire") or ""
    maker = _slug(fold(producer).replace(" ", "-"))
    return (f"{maker}.{local}" if maker else local) if local else None


def _listing(
    properties: Properties,
    name: Localized,
    place: Place,
    stages: list[str],
    retrieved: date,
    notes: Notes,
) -> Listing:
    modes, concepts = practice_of(properties, stages, notes)
    return Listing(
        id=ListingId(f"{SOURCE}:{notes.record}"),
        kinds=(Kind.ITINERARY,),
        name=name,
        place=place,
        sources=(_source(properties, retrieved, notes),),
        concepts=concepts,
        themes=themes_of(properties, notes),
        summary=words_of(properties, notes, "presentation_courte", limit=SUMMARY),
        description=words_of(properties, notes, "presentation", "instructions", limit=DESCRIPTION),
        practical=_practical(properties, notes),
        access=Access(note=words_of(properties, notes, "accessibilite", limit=NOTE)),
        itinerary=itinerary_of(properties, modes, stages, notes),
        media=_media(properties, notes),
        same_as=_same_as(properties, notes),
    )


def _place(geometry: object, properties: Properties, notes: Notes) -> Place:
    """The first point of the line; the first commune, in whose order the producers name them."""
    codes = [
        code
        for raw in (text_of(properties, "communes_code") or "").split(",")
        if (code := insee_of(raw, notes, "communes_code"))
    ]
    names = [tidy_line(raw) for raw in (text_of(properties, "communes_nom") or "").split(",")]
    names = [name for name in names if name]
    if len(codes) > 1 or len(names) > 1:
        notes.warn("several_communes", "communes_nom", ", ".join(names or codes))
    insee = codes[0] if codes else None
    paired = len(names) == len(codes) or not codes
    department = department_of(insee)
    # Of a route that crosses a border, the start may lie in any of its departments.
    border = len({department_of(code) for code in codes}) > 1
    point = placed(start_of(geometry), notes, "geometry", department=None if border else department)
    start = tidy_line(text_of(properties, "depart") or "")
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        street=(start,) if start else (),
        commune=names[0] if names and paired else None,
        insee=insee,
        department=department,
    )


def _practical(properties: Properties, notes: Notes) -> Localized:
    """From where to where where these differ, how to come, where to park, what to mind."""
    start, end = (tidy_line(text_of(properties, name) or "") for name in ("depart", "arrivee"))
    parts = []
    if start and end and fold(start) != fold(end):
        parts.append((LANGUAGE, f"{start} → {end}", False))
    for name in (
        "acces_routier",
        "parking_info",
        "transports_commun",
        "transports",
        "recommandations",
    ):
        parts += [(lang, wording, False) for lang, wording in parts_of(properties, name)]
    return assemble(parts, notes, limit=DESCRIPTION, line=False, field="acces_routier")


def _media(properties: Properties, notes: Notes) -> tuple[Media, ...]:
    found: dict[str, Media] = {}
    medias = properties.get("medias")
    for raw in medias if isinstance(medias, list) else []:
        link = raw.get("url") if isinstance(raw, dict) else None
        if not isinstance(link, str) or not link.strip():
            notes.warn("media_without_address", "medias")
            continue
        url = web_address(link)
        if url is None:
            notes.warn("media_address_unreadable", "medias", link)
            continue
        title = tidy_line(text_of(raw, "titre") or "")
        is_picture = text_of(raw, "type_media") in (None, "image")
        media = Media(
            url=url,
            mime=mime_of(url),
            title=Localized((Text(LANGUAGE, title),)) if title else Localized(),
            credit=tidy_line(text_of(raw, "auteur") or "") or None,
            licence=tidy_line(text_of(raw, "licence") or "") or None,
            main=is_picture and not any(one.main for one in found.values()),
        )
        found.setdefault(url, media)
    return tuple(found.values())


def _source(properties: Properties, retrieved: date, notes: Notes) -> Source:
    url = text_of(properties, "url")
    producer = text_of(properties, "producteur") or text_of(properties, "proprietaire")
    return Source(
        name=SOURCE,
        record=clean_line(text_of(properties, "id_local") or notes.record, limit=120),
        retrieved=retrieved,
        updated=_updated(properties, retrieved, notes),
        url=web_address(url) if url else None,
        creator=tidy_line(producer) if producer else None,
    )


def _updated(properties: Properties, retrieved: date, notes: Notes) -> date | None:
    raw = text_of(properties, "date_modification") or text_of(properties, "date_creation")
    try:
        updated = parse_day(raw) if raw else None
    except Impossible:
        notes.warn("impossible_date", "date_modification", raw)
        return None
    if updated is not None and updated > retrieved:
        notes.warn("updated_in_the_future", "date_modification", str(updated))
        return None
    return updated


def _same_as(properties: Properties, notes: Notes) -> tuple[str, ...]:
    """The UUID, and the relation of OpenStreetMap."""
    found: list[str] = []
    uuid = (text_of(properties, "uuid") or "").lower()
    if _UUID.fullmatch(uuid):
        found.append(uuid)
    elif uuid:
        notes.warn("same_as_unreadable", "uuid", uuid)
    relation = properties.get("id_osm")
    if isinstance(relation, int) and not isinstance(relation, bool) and relation > 0:
        found.append(f"https://www.openstreetmap.org/relation/{relation}")
    return tuple(found)


def _slug(text: str) -> str:
    return _NOT_AN_ID.sub("-", text).strip("-")[:60]
