"""One APIDAE object → one draft, or the reason why there is none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.hours import parted
from catalog.model import Access, Kind, Listing, ListingId, Source, TermId
from catalog.sources.apidae.aspects import read_aspects
from catalog.sources.apidae.audience import read_amenities, read_audience, read_pets, read_spoken
from catalog.sources.apidae.contacts import read_contacts
from catalog.sources.apidae.fields import (
    Node,
    day_or_caution,
    localized,
    merged,
    node,
    nodes,
    number,
    text,
    without_empty_figures,
    wordings,
)
from catalog.sources.apidae.kinds import NotAPlace, read_meaning
from catalog.sources.apidae.labels import read_access, read_labels, read_selling_points
from catalog.sources.apidae.media import read_media, track_of
from catalog.sources.apidae.notes import Notes
from catalog.sources.apidae.openings import read_periods
from catalog.sources.apidae.place import read_place
from catalog.sources.apidae.reference import Reference
from catalog.sources.apidae.routes import is_steps, read_itinerary
from catalog.sources.apidae.tariffs import read_payment, read_prices
from catalog.sources.draft import Draft, Rejection
from catalog.sources.values.placing import NoPlace
from catalog.sources.values.texts import tidy_line
from catalog.sources.values.wordings import DESCRIPTION, SUMMARY, name_of, says_cancelled
from catalog.vocabulary import concepts as house_concepts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.model import Localized
    from catalog.sources.apidae.aspects import Extras
    from catalog.sources.apidae.kinds import Meaning

SOURCE: Final = "apidae"
_STATE: Final = "PUBLISHED"
_IDENTIFIER: Final = re.compile(r"[A-Za-z0-9._:-]{1,80}")
_COVID: Final = 6143
"""The themed text « Dispositions spéciales COVID 19 »."""


def listing_id(record: int) -> ListingId:
    """The listing of an object, by its number."""
    return ListingId(f"{SOURCE}:{record}")


def read_object(
    obj: object, retrieved: date, reference: Reference | None = None, *, member: str = ""
) -> Draft | Rejection:
    """The draft of one object; `member`, where it stands, names it where it has no number.

    Pure: the same object, companions and day give the same draft. Never raises, whatever the JSON.
    """
    if not isinstance(obj, dict):
        return Rejection(SOURCE, member, "this is not an object of APIDAE")
    record = number(obj.get("id"))
    if record is None:
        return Rejection(SOURCE, member, "field id: the record has no identifier")
    state = text(obj, "state")
    if state not in (None, _STATE):  # replies may leave it out: what they hold is published
        shown = tidy_line(state or "", 40)
        return Rejection(SOURCE, str(record), f"field state: the record is {shown}, not PUBLISHED")
    notes = Notes(str(record))
    name = name_of(wordings(obj.get("nom")), notes, "nom")
    if not name:
        return Rejection(SOURCE, str(record), "field nom: the record has no name")
    try:
        listing = _listing(obj, record, name, retrieved, reference or Reference(), notes)
    except (NoPlace, NotAPlace) as problem:
        return Rejection(SOURCE, str(record), str(problem))
    return Draft(listing, tuple(notes.labels.items()), tuple(notes.cautions))


def _listing(
    obj: Node, record: int, name: Localized, retrieved: date, reference: Reference, notes: Notes
) -> Listing:
    meaning = read_meaning(obj, reference, notes)
    place = read_place(obj, reference.companions, notes)
    periods = read_periods(
        node(obj, "ouverture"),
        reference,
        retrieved,
        notes,
        event=meaning.is_event,
        market=Kind.MARKET in meaning.kinds,
    )
    extras = read_aspects(obj, periods, reference, retrieved, notes)
    in_any_order, in_order = parted(periods)
    periods = (*in_any_order, *extras.openings, *in_order)
    media = read_media(obj, notes)
    route = Kind.ITINERARY in meaning.kinds
    access, equipment = _access(obj, extras, reference, notes)
    amenities = (*read_amenities(obj, reference, notes), *meaning.amenities, *equipment)
    concepts, themes = _terms(meaning, read_selling_points(obj, reference, notes))
    return Listing(
        id=listing_id(record),
        kinds=meaning.kinds,
        name=name,
        place=place,
        sources=(_source(obj, record, retrieved, notes),),
        concepts=concepts,
        themes=themes,
        summary=localized(
            node(obj, "presentation").get("descriptifCourt"),
            notes,
            limit=SUMMARY,
            field="descriptifCourt",
        ),
        description=_description(obj, notes),
        practical=_practical(obj, reference, notes),
        openings=() if meaning.is_event else periods,
        dates=periods if meaning.is_event else (),
        cancelled=says_cancelled(name),
        prices=tuple(dict.fromkeys((*read_prices(obj, reference, notes), *extras.prices))),
        payment=read_payment(obj, reference, notes),
        access=access,
        labels=read_labels(obj, meaning, reference, notes),
        audience=read_audience(obj, reference, notes, route=route),
        amenities=tuple(dict.fromkeys(amenities)),
        pets=read_pets(obj),
        spoken=read_spoken(obj, reference, notes),
        itinerary=(
            read_itinerary(obj, meaning.concepts, track_of(media), reference, notes)
            if route
            else None
        ),
        contacts=read_contacts(obj, place.department, notes),
        media=media,
        same_as=tuple(_same_as(obj, record)),
    )


def _terms(
    meaning: Meaning, selling_points: tuple[TermId, ...]
) -> tuple[tuple[TermId, ...], tuple[TermId, ...]]:
    """Concepts and themes; a selling point that is a concept of the house is one here."""
    house = house_concepts()
    more = [term for term in selling_points if term in house and house[term].group != "themes"]
    about = [term for term in selling_points if term not in more]
    return (
        tuple(dict.fromkeys((*meaning.concepts, *more))),
        tuple(dict.fromkeys((*meaning.themes, *about))),
    )


def _access(
    obj: Node, extras: Extras, reference: Reference, notes: Notes
) -> tuple[Access, tuple[TermId, ...]]:
    """Accessibility, the variant for disabled visitors included."""
    access, equipment = read_access(obj, extras.access, reference, notes)
    if not extras.access_text:
        return access, equipment
    both = [_as_node(one) for one in (access.note, extras.access_text)]
    note = merged(both, notes, limit=SUMMARY, field="tourismesAdaptes")
    return replace(access, note=note), equipment


def _as_node(words: Localized) -> Node:
    return {f"libelle{wording.lang.title()}": wording.text for wording in words.texts}


def _description(obj: Node, notes: Notes) -> Localized:
    """The long text, then the texts on themes; the way step by step belongs to the route."""
    about = node(obj, "presentation")
    parts: list[object] = [about.get("descriptifDetaille")]
    for themed in nodes(about, "descriptifsThematises"):
        if number(node(themed, "theme").get("id")) == _COVID:
            notes.warn("covid_pledge_left_out", "descriptifsThematises")
        elif not is_steps(themed):
            parts.append(themed.get("description"))
    return merged(parts, notes, limit=DESCRIPTION, field="descriptifDetaille")


def _practical(obj: Node, reference: Reference, notes: Notes) -> Localized:
    """What a visitor must know before coming, in the source's words: when (as a sentence), the
    way there, pets, booking, tricky passages, maps."""
    opening, about = node(obj, "ouverture"), node(obj, "prestations")
    route = node(obj, "informationsEquipement", "itineraire")
    when = without_empty_figures(opening.get("periodeEnClair"), notes, "periodeEnClair")
    parts: list[object] = [
        when,
        *_conditions(opening, reference),
        node(obj, "localisation", "geolocalisation").get("complement"),
        about.get("complementAccueil"),
        about.get("descriptifAnimauxAcceptes"),
        node(obj, "reservation").get("complement"),
        node(obj, "presentation").get("bonsPlans"),
        route.get("passagesDelicats"),
        route.get("referencesCartographiques"),
        route.get("referencesTopoguides"),
    ]
    return merged(parts, notes, limit=SUMMARY, field="periodeEnClair")


def _conditions(opening: Node, reference: Reference) -> Iterator[Node]:
    """« Fermé le lundi midi », « Sous réserve de conditions météo favorables »."""
    for field, section in (
        ("indicationsPeriode", "IndicationPeriode"),
        ("ouverturesComplementaires", "OuvertureComplementaire"),
    ):
        for element in reference.each(opening, field, section=section):
            if element.meaning is not None and element.meaning.concepts is None:
                yield {f"libelle{lang.title()}": words for lang, words in element.labels}


def _source(obj: Node, record: int, retrieved: date, notes: Notes) -> Source:
    """Whose the record is. APIDAE states no licence in its records: each office decides."""
    management = node(obj, "gestion")
    updated = day_or_caution(management, "dateModification", notes)
    if updated is not None and updated > retrieved:
        notes.warn("updated_in_the_future", "gestion.dateModification", str(updated))
        updated = None
    owner = tidy_line(text(management, "membreProprietaire", "nom") or "")
    return Source(
        name=SOURCE,
        record=str(record),
        retrieved=retrieved,
        updated=updated,
        creator=owner or None,
    )


def _same_as(obj: Node, record: int) -> Iterator[str]:
    """The identifier that other bases know (`SITRA2_EVE_4833997`), and ids of older bases."""
    stated = [text(obj, "identifier")]
    for base in nodes(obj, "metadonnees"):
        if text(base, "noeudId") == "tourinsoft":
            stated += (text(entry, "metadonnee", "id") for entry in nodes(base, "contenus"))
    for identifier in dict.fromkeys(stated):
        if identifier and identifier != str(record) and _IDENTIFIER.fullmatch(identifier):
            yield identifier
