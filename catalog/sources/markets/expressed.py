"""A market whose days and hours stand in an OpenStreetMap `opening_hours` property."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.hours import NotHeld, periods
from catalog.model import NOTHING, Kind, Listing, ListingId, Localized, TermId, Text
from catalog.sources.draft import Draft, Rejection
from catalog.sources.markets.record import (
    SOURCE,
    Properties,
    object_of,
    place_of,
    slug,
    source_of,
    text_of,
)
from catalog.sources.values.addresses import business
from catalog.sources.values.notes import Notes
from catalog.sources.values.placing import NoPlace
from catalog.sources.values.wordings import DESCRIPTION, assemble, name_of

if TYPE_CHECKING:
    from datetime import date

_NAMES: Final = ("name", "nom", "nombre", "titre", "libelle", "title")
_IDS: Final = ("id", "@id", "osm_id", "identifiant", "gid", "fid", "ogc_fid", "objectid")


def read_expressed(dataset: str, feature: Properties, retrieved: date) -> Draft | Rejection:
    """The draft of one feature. `dataset` sets its identifier apart from other files'."""
    properties = object_of(feature, "properties")
    number = slug(text_of(feature, "id") or text_of(properties, *_IDS))
    name_raw = text_of(properties, *_NAMES)
    if not number:
        return Rejection(SOURCE, name_raw or dataset, "field id: the market has no identifier")
    record = f"{dataset}-{number}"
    notes = Notes(record)
    name = name_of([("fr", name_raw)], notes, "name")
    if not name:
        return Rejection(SOURCE, record, "field name: the market has no name")
    try:
        place = place_of(
            feature,
            notes,
            street=(text_of(properties, "adresse", "address", "addr:street", "direccion"),),
            postcode=text_of(properties, "code_postal", "codepostal", "postcode", "addr:postcode"),
            commune=text_of(properties, "commune", "ville", "city", "addr:city", "municipio"),
            insee=text_of(properties, "code_insee", "insee", "com_insee", "codeinsee"),
        )
    except NoPlace as problem:
        return Rejection(SOURCE, record, str(problem))
    expression = text_of(properties, "opening_hours")
    practical: Localized = NOTHING
    try:
        openings = periods(expression) if expression else ()
    except NotHeld as refusal:
        notes.warn("hours_not_held", "opening_hours", f"{expression} ({refusal.part})")
        openings, practical = (), Localized((Text("fr", expression),))
    contact = business(
        "info",
        notes,
        "contact",
        phones=_present(text_of(properties, "telephone", "phone", "contact:phone")),
        emails=_present(text_of(properties, "email", "courriel", "contact:email")),
        websites=_present(text_of(properties, "website", "site_web", "url", "contact:website")),
        department=place.department,
    )
    described = text_of(properties, "description")
    listing = Listing(
        id=ListingId(f"{SOURCE}:{record}"),
        kinds=(Kind.MARKET,),
        name=name,
        place=place,
        sources=(source_of(record, retrieved),),
        concepts=(TermId("market"),),
        description=assemble(
            [("fr", described, False)], notes, limit=DESCRIPTION, line=False, field="description"
        ),
        practical=practical,
        openings=openings,
        contacts=() if contact is None else (contact,),
    )
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))


def _present(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
