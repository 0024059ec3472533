"""One DATAtourisme object → one draft, or the reason why there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from catalog.model import Kind, Listing, ListingId, Localized, Source, TermId
from catalog.sources.datatourisme.contacts import read_contacts
from catalog.sources.datatourisme.jsonld import (
    Node,
    by_language,
    flag,
    get,
    is_node,
    items,
    local,
    nodes,
    reference,
    text,
    texts,
    types,
)
from catalog.sources.datatourisme.kinds import Reading, read_kinds
from catalog.sources.datatourisme.labels import read_access, read_labels
from catalog.sources.datatourisme.languages import read_languages
from catalog.sources.datatourisme.makers import as_maker
from catalog.sources.datatourisme.media import read_media, track
from catalog.sources.datatourisme.moments import day_or_caution
from catalog.sources.datatourisme.named import as_named
from catalog.sources.datatourisme.notes import Notes
from catalog.sources.datatourisme.offers import read_payment, read_prices
from catalog.sources.datatourisme.openings import on_weekdays, read_dates, read_openings
from catalog.sources.datatourisme.place import read_place
from catalog.sources.datatourisme.terms import (
    AMENITIES,
    AUDIENCE,
    PRACTICES,
    PRODUCTS,
    SETTINGS,
    TABLES,
    THEMES,
)
from catalog.sources.datatourisme.tours import has_tour_facts, read_itinerary, read_practical
from catalog.sources.datatourisme.words import machine_translated, parts_of
from catalog.sources.draft import Draft, Rejection
from catalog.sources.values.addresses import web_address
from catalog.sources.values.placing import NoPlace
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import (
    DESCRIPTION,
    SUMMARY,
    Part,
    assemble,
    name_of,
    says_cancelled,
)
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

SOURCE: Final = "datatourisme"
LICENCE: Final = "Licence Ouverte 2.0"
"""DATAtourisme publishes everything under it (Etalab, April 2017)."""

_IDENTIFIER: Final = re.compile(r"[^\s/]{1,120}")
_DIETS: Final = ("OrganicCuisine", "VeganCuisine", "VegetarianCuisine", "GlutenFreeCuisine")


def read_object(obj: object, retrieved: date, *, member: str = "") -> Draft | Rejection:
    """The draft of one object; `member`, its file, names it where it has no identifier.

    Pure: the same object and day give the same draft. Never raises, whatever the JSON.
    """
    if not is_node(obj):
        return Rejection(SOURCE, member, "the file does not hold one JSON object")
    uri = text(obj, "id") or text(obj, "uuid") or ""
    record = clean_line(local(uri.rstrip("/")), limit=120)
    if not _IDENTIFIER.fullmatch(record):
        return Rejection(SOURCE, member, "field @id: the record has no identifier")
    page = uri if urlsplit_safe(uri) else None
    if flag(obj, "isObsolete"):
        reason = "field isObsolete: the platform has withdrawn the record"
        return Rejection(SOURCE, record, reason, page)
    notes = Notes(record)
    name = name_of(by_language(get(obj, "label")), notes, "label")
    if not name:
        return Rejection(SOURCE, record, "field rdfs:label: the record has no name", page)
    try:
        listing = _listing(obj, record, page, name, retrieved, notes)
    except NoPlace as problem:
        return Rejection(SOURCE, record, str(problem), page)
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))


_MARKET: Final = re.compile(r"(?:(?:le|grand|petit) )*marchés?\b", re.IGNORECASE)
"""How a market is called whose producer files it as an event of no sort: "Marché bio de Vendôme";
a "Marche gourmande" is a walk."""


def _listing(
    obj: Node, record: str, page: str | None, name: Localized, retrieved: date, notes: Notes
) -> Listing:
    place = read_place(obj, notes)
    media = read_media(obj, notes)
    reading = _reading(obj, notes)
    kinds, concepts, themes = _meaning(obj, reading, notes)
    if kinds == (Kind.EVENT,) and any(_MARKET.match(each.text) for each in name.texts):
        kinds, concepts = (Kind.MARKET, Kind.EVENT), (TermId("market"), *concepts)
    summary, description = _texts(obj, notes)
    kinds, concepts = as_maker(kinds, concepts, name, (summary, description))
    concepts = as_named(kinds, concepts, name)
    openings = read_openings(obj, notes)
    is_tour = Kind.ITINERARY in kinds
    return Listing(
        id=ListingId(f"{SOURCE}:{record}"),
        kinds=kinds,
        name=name,
        place=place,
        sources=(_source(obj, record, page, retrieved, notes),),
        concepts=concepts,
        themes=themes,
        summary=summary,
        description=description,
        practical=read_practical(obj, notes),
        openings=openings,
        dates=on_weekdays(read_dates(obj, notes), openings),
        cancelled=says_cancelled(name),
        prices=read_prices(obj, notes),
        payment=read_payment(obj, notes),
        access=read_access(obj, notes),
        labels=read_labels(obj, retrieved, notes),
        audience=_audience(obj, notes),
        amenities=_amenities(obj, notes),
        pets=_pets(obj, notes),
        spoken=read_languages(obj, notes),
        itinerary=read_itinerary(obj, reading.classes, track(media), notes) if is_tour else None,
        contacts=read_contacts(obj, place.department, notes),
        media=media,
        same_as=_same_as(obj, notes),
    )


def _reading(obj: Node, notes: Notes) -> Reading:
    reading = read_kinds(types(obj), tour_facts=has_tour_facts(obj))
    for name in reading.distrusted:
        notes.warn("class_distrusted", "@type", name)
    if not reading.kinds:
        notes.warn("class_unknown", "@type", ", ".join(sorted(types(obj))))
        return Reading((Kind.ATTRACTION,), ())
    return reading


def _meaning(
    obj: Node, reading: Reading, notes: Notes
) -> tuple[tuple[Kind, ...], tuple[TermId, ...], tuple[TermId, ...]]:
    """Kinds, concepts and themes: what the classes say, refined by themes and products."""
    kinds = reading.kinds
    themed = [
        *items(obj, "hasTheme"),
        *(value for value in items(obj, "hasNeighborhood") if reference(value) not in SETTINGS),
        *items(obj, "hasArchitecturalStyle"),
        *items(obj, "providesCuisineOfType"),
        *items(obj, "providesFoodProduct"),
    ]
    named = [(reference(value) or "", value) for value in themed]
    named = [(name, value) for name, value in named if name not in _DIETS]
    names = {name for name, _ in named}
    refined: list[TermId] = []
    if kinds[0] is Kind.FOOD:
        refined += (term for name in names for term in TABLES.get(name, ()))
    if kinds[0] is Kind.PRODUCER:
        refined += _products(names)
    if "EquipmentRentalShop" in reading.classes and names & {
        "Bike",
        "BicycleTouring",
        "ElectricBike",
    }:
        refined.append(TermId("bike_hire"))
        kinds = tuple(dict.fromkeys((*kinds, Kind.TRANSPORT)))
    themes = notes.terms([value for name, value in named if name not in PRACTICES], THEMES)
    done = notes.terms([value for name, value in named if name in PRACTICES], PRACTICES)
    if kinds[0] in (Kind.ACTIVITY, Kind.ATTRACTION, Kind.EVENT, Kind.SERVICE, Kind.TRANSPORT):
        concepts = (*sorted(refined), *reading.concepts, *done)
    else:
        concepts, themes = (*sorted(refined), *reading.concepts), (*themes, *done)
    return kinds, tuple(dict.fromkeys(concepts)), tuple(dict.fromkeys(themes))


def _products(names: Iterable[str]) -> list[TermId]:
    """The producer that a single product makes; wine among others still makes a winery."""
    made = {concept for name in names for concept in PRODUCTS.get(name, ())}
    winery = TermId("winery")
    return [winery] if winery in made else list(made) if len(made) == 1 else []


def _texts(obj: Node, notes: Notes) -> tuple[Localized, Localized]:
    """The short and the long descriptions; where a short one lacks a language, `rdfs:comment`."""
    short: list[Part] = []
    long: list[Part] = []
    for node in nodes(obj, "hasDescription"):
        machine = machine_translated(node)
        short += parts_of(node, "shortDescription", machine)
        long += parts_of(node, "description", machine)
    covered = {lang for lang, wording, _ in short if wording.strip()}
    comment = [part for part in parts_of(obj, "comment", {}) if part[0] not in covered]
    if comment:
        by_machine = machine_translated(obj).get("comment", ())
        short += ((lang, wording, lang in by_machine) for lang, wording, _ in comment)
    return (
        assemble(short, notes, limit=SUMMARY, line=False, field="shortDescription"),
        assemble(long, notes, limit=DESCRIPTION, line=False, field="description"),
    )


def _audience(obj: Node, notes: Notes) -> tuple[TermId, ...]:
    """Whom it is for. `hasAudience` also holds how far it draws (`GeographicReach`): not read."""
    people = [
        *items(obj, "hasClientTarget"),
        *(value for value in nodes(obj, "hasAudience") if _is_people(value)),
        *(value for node in nodes(obj, "hasDescription") for value in items(node, "isDedicatedTo")),
    ]
    return notes.terms(people, AUDIENCE)


def _is_people(value: Node) -> bool:
    """By its class; the API gives none, there only what is known to mean people is believed."""
    return "PeopleAudience" in types(value) or (
        get(value, "type") is None and reference(value) in AUDIENCE
    )


def _amenities(obj: Node, notes: Notes) -> tuple[TermId, ...]:
    features = nodes(obj, "hasFeature")
    stated: list[object] = [value for feature in features for value in items(feature, "features")]
    stated += items(obj, "isEquippedWith")
    cooking = items(obj, "providesCuisineOfType")
    stated += (value for value in cooking if reference(value) in _DIETS)
    around = (reference(value) or "" for value in items(obj, "hasNeighborhood"))
    settings = (term for name in around for term in SETTINGS.get(name, ()))
    found = (*notes.terms(stated, AMENITIES), *settings)
    online = any(flag(node, "internetAccess") for node in (*features, *nodes(obj, "isLocatedAt")))
    extra = (TermId("wifi"),) * online + (TermId("takeaway"),) * bool(flag(obj, "takeAway"))
    return tuple(dict.fromkeys((*found, *extra)))


def _pets(obj: Node, notes: Notes) -> bool | None:
    """Whether pets may come: stated on features and on locations; None if they disagree."""
    said = {
        answer
        for name in ("hasFeature", "isLocatedAt")
        for node in nodes(obj, name)
        if (answer := flag(node, "petsAllowed")) is not None
    }
    if len(said) > 1:
        notes.warn("pets_contradictory", "petsAllowed")
        return None
    return next(iter(said), None)


def _same_as(obj: Node, notes: Notes) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for raw in (*texts(obj, "sameAs"), *(text(node, "id") or "" for node in nodes(obj, "sameAs"))):
        address = web_address(raw) if raw else None
        if address is not None:
            found[address] = None
        elif raw:
            notes.warn("same_as_unreadable", "sameAs", raw)
    return tuple(found)


def _source(obj: Node, record: str, page: str | None, retrieved: date, notes: Notes) -> Source:
    return Source(
        name=SOURCE,
        record=clean_line(text(obj, "identifier") or record, limit=120),
        retrieved=retrieved,
        updated=_updated(obj, retrieved, notes),
        url=page,
        creator=_organisations(obj, "hasBeenCreatedBy"),
        publisher=_organisations(obj, "hasBeenPublishedBy"),
        licence=LICENCE,
    )


def _updated(obj: Node, retrieved: date, notes: Notes) -> date | None:
    """The producer's own date; one after the day of retrieval is a slip of the pen."""
    updated = day_or_caution(obj, "lastUpdate", notes)
    if updated is not None and updated > retrieved:
        notes.warn("updated_in_the_future", "lastUpdate", str(updated))
        return None
    return updated


def _organisations(obj: Node, name: str) -> str | None:
    """The legal names to credit; never that of a person."""
    names = (
        tidy_line(raw)
        for agent in nodes(obj, name)
        if "Person" not in types(agent)
        for raw in texts(agent, "legalName")
    )
    return ", ".join(dict.fromkeys(found for found in names if found)) or None


def urlsplit_safe(uri: str) -> bool:
    """Whether an identifier is a web address."""
    try:
        return urlsplit(uri).scheme in ("http", "https")
    except ValueError:
        return False
