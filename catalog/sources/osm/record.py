"""One element with its tags → one draft, or the reason why there is none.

Read: what it is, names and descriptions in all languages, position, address, hours, access,
prices, how to pay, equipment, contacts, Wikidata, the day of the last check. Never read: who
edited (`user`, `uid`), mappers' notes, pictures (they state no rights), and the operator of what
has a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.model import (
    Contact,
    Kind,
    Label,
    Listing,
    ListingId,
    Localized,
    Place,
    Source,
    TermId,
    Text,
)
from catalog.sources.draft import Draft, Rejection
from catalog.sources.osm.facts import (
    read_access,
    read_amenities,
    read_openings,
    read_payment,
    read_pets,
    read_prices,
    restriction,
)
from catalog.sources.osm.kinds import OWN, Reading, read_kinds
from catalog.sources.values.addresses import business
from catalog.sources.values.departments import department_of
from catalog.sources.values.moments import Impossible, parse_day
from catalog.sources.values.notes import Notes
from catalog.sources.values.placing import NoPlace, insee_of, point_of, postcode_of
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import DESCRIPTION, assemble, name_of
from catalog.vocabulary import concepts as house_concepts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

SOURCE: Final = "osm"
LICENCE: Final = "ODbL 1.0"
CREDIT: Final = "© OpenStreetMap contributors"
ADDRESS: Final = "https://www.openstreetmap.org/"

_RECORD: Final = re.compile(r"(node|way|relation)/([1-9]\d{0,18})")
_LANGUAGE: Final = re.compile(r"[a-z]{2}")
_WIKIDATA: Final = re.compile(r"Q[1-9]\d{0,15}")
_ENDED: Final = ("disused", "abandoned", "demolished", "razed", "removed")
_CHECKED: Final = ("check_date", "survey:date", "check_date:opening_hours")
_NAMED_BY_OPERATOR: Final = (
    Kind.SERVICE, Kind.TRANSPORT, Kind.SHOP, Kind.MARKET, Kind.FOOD, Kind.LODGING,
)  # fmt: skip
_PRACTICES: Final = frozenset({TermId("vet"), TermId("hospital")})


@dataclass(frozen=True, slots=True)
class Element:
    """An element as any of the formats gives it. `record`: `node/123`; position as it stands;
    `edited`: the day of the last edit, if the file tells it."""

    record: str
    latitude: str | float | None
    longitude: str | float | None
    tags: Mapping[str, str]
    edited: str = ""


def read_element(element: Element, retrieved: date) -> Draft | Rejection:
    """The draft of one element. Pure; never raises, whatever the tags."""
    match = _RECORD.fullmatch(element.record)
    if match is None:
        shown = tidy_line(element.record, 120)
        return Rejection(SOURCE, shown, "field id: this is no identifier of OpenStreetMap")
    tags = element.tags
    reading = read_kinds(tags)
    if not reading.kinds:
        return Rejection(
            SOURCE, element.record, "field tags: they name nothing that the catalogue holds"
        )
    ended = next((key for key in _ENDED if tags.get(key, "no") != "no"), None)
    if ended is not None:
        return Rejection(SOURCE, element.record, f"field {ended}: it does not exist any more")
    barred = restriction(tags)
    if barred is not None:
        return Rejection(SOURCE, element.record, f"field access: not for the public ({barred})")
    notes = Notes(element.record)
    try:
        place = _place(element, notes)
    except NoPlace as problem:
        return Rejection(SOURCE, element.record, str(problem))
    listing = _listing(f"{match[1]}-{match[2]}", element, reading, place, retrieved, notes)
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))


def _listing(
    record: str, element: Element, reading: Reading, place: Place, retrieved: date, notes: Notes
) -> Listing:
    tags = element.tags
    concepts = _concepts(reading, notes)
    contact = _contact(tags, place.department, notes)
    openings, hours = read_openings(tags, notes)
    return Listing(
        id=ListingId(f"{SOURCE}:{record}"),
        kinds=reading.kinds,
        name=_name(tags, reading, notes),
        place=place,
        sources=(_source(element, retrieved, notes),),
        concepts=concepts,
        description=_texts(tags, "description", notes),
        practical=hours,
        openings=openings,
        prices=read_prices(tags, notes),
        payment=read_payment(tags),
        access=read_access(tags, notes),
        labels=_labels(tags, reading, notes),
        amenities=read_amenities(tags, concepts, notes),
        pets=read_pets(tags),
        contacts=() if contact is None else (contact,),
        same_as=_same_as(tags, notes),
    )


def _concepts(reading: Reading, notes: Notes) -> tuple[TermId, ...]:
    own = (
        notes.term(SOURCE, f"{key}={value}", OWN[key, value].items()) for key, value in reading.own
    )
    return (*reading.concepts, *own)


# ---- words -----------------------------------------------------------------------------------


def _wordings(tags: Mapping[str, str], key: str) -> Iterator[tuple[str, str]]:
    """(language, wording): `name:fr` before `name`, which is French unless it says otherwise."""
    languages = [
        (suffix, wording)
        for tag, wording in tags.items()
        if tag.startswith(f"{key}:") and _LANGUAGE.fullmatch(suffix := tag[len(key) + 1 :])
    ]
    if key in tags:
        languages.append(("fr", tags[key]))
    return iter(sorted(languages, key=lambda pair: pair[0] != "fr"))


def _name(tags: Mapping[str, str], reading: Reading, notes: Notes) -> Localized:
    """The names it has; one that has none is called what it is, in all languages of the house."""
    name = name_of(_wordings(tags, "name"), notes, "name")
    if name:
        return name
    operator = ""
    medical = Kind.HEALTH in reading.kinds and not _PRACTICES.isdisjoint(reading.concepts)
    if reading.kinds[0] in _NAMED_BY_OPERATOR and not medical:
        operator = tidy_line(tags.get("brand") or tags.get("operator") or "", 80)
    words = _called(reading)
    return Localized(
        tuple(
            Text(lang, f"{word[:1].upper()}{word[1:]}" + (f" ({operator})" if operator else ""))
            for lang, word in words.items()
        )
    )


def _called(reading: Reading) -> Mapping[str, str]:
    for concept in reading.concepts:
        return house_concepts()[concept].labels
    return OWN[reading.own[0]]


def _texts(tags: Mapping[str, str], key: str, notes: Notes) -> Localized:
    parts = [(lang, wording, False) for lang, wording in _wordings(tags, key)]
    if not parts:
        return Localized()
    return assemble(parts, notes, limit=DESCRIPTION, line=False, field=key)


# ---- where -----------------------------------------------------------------------------------


def _place(element: Element, notes: Notes) -> Place:
    tags = element.tags
    insee = insee_of(tags.get("com_insee") or tags.get("addr:city:insee"), notes, "com_insee")
    department = department_of(insee)
    point = point_of(element.latitude, element.longitude, notes, "position", department=department)
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        street=_street(tags),
        postcode=postcode_of(
            tags.get("addr:postcode") or tags.get("contact:postcode"), notes, "addr:postcode"
        ),
        commune=tidy_line(
            tags.get("com_nom") or tags.get("addr:city") or tags.get("contact:city") or ""
        )
        or None,
        insee=insee,
        department=department,
    )


def _street(tags: Mapping[str, str]) -> tuple[str, ...]:
    number = tags.get("addr:housenumber") or tags.get("contact:housenumber") or ""
    street = tags.get("addr:street") or tags.get("contact:street") or tags.get("addr:place") or ""
    line = tidy_line(f"{number} {street}" if street else "")
    return (line,) if line else ()


# ---- the rest --------------------------------------------------------------------------------


def _contact(tags: Mapping[str, str], department: str | None, notes: Notes) -> Contact | None:
    def of(*keys: str) -> list[str]:
        return [value for key in keys if (value := tags.get(key))]

    return business(
        "info",
        notes,
        "contact",
        phones=of("phone", "contact:phone"),
        emails=of("email", "contact:email"),
        websites=of("website", "contact:website", "url"),
        department=department,
    )


def _labels(tags: Mapping[str, str], reading: Reading, notes: Notes) -> tuple[Label, ...]:
    raw = tags.get("stars", "").upper().removesuffix("S").strip()
    if not raw or reading.kinds[0] is not Kind.LODGING:
        return ()
    if raw not in ("1", "2", "3", "4", "5"):
        notes.warn("stars_unreadable", "stars", tags["stars"])
        return ()
    return (Label(TermId("stars"), int(raw)),)


def _same_as(tags: Mapping[str, str], notes: Notes) -> tuple[str, ...]:
    raw = tags.get("wikidata", "").strip()
    if not raw:
        return ()
    if not _WIKIDATA.fullmatch(raw):
        notes.warn("same_as_unreadable", "wikidata", raw)
        return ()
    return (f"http://www.wikidata.org/entity/{raw}",)


def _source(element: Element, retrieved: date, notes: Notes) -> Source:
    return Source(
        name=SOURCE,
        record=element.record,
        retrieved=retrieved,
        updated=_updated(element, retrieved, notes),
        url=f"{ADDRESS}{element.record}",
        creator=CREDIT,
        licence=LICENCE,
    )


def _updated(element: Element, retrieved: date, notes: Notes) -> date | None:
    """The day on which somebody checked it on the spot; else that of the last edit, if known."""
    for key, raw in (
        *((key, element.tags.get(key, "")) for key in _CHECKED),
        ("timestamp", element.edited),
    ):
        if not raw:
            continue
        try:
            day = parse_day(raw.strip())
        except Impossible:
            notes.warn("impossible_date", key, raw)
            continue
        if day <= retrieved:
            return day
        notes.warn("updated_in_the_future", key, raw)
    return None
