"""What an object is: its type and finer types as kinds, concepts and themes of the house.

A TERRITOIRE is an area by which offices group their objects, and a STRUCTURE an organisation behind
them (associations, owners, even private persons): neither is a place to be sent to. A STRUCTURE
that is a tourist office is an office.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.sources.apidae.fields import Node, node, text
from catalog.vocabulary import concepts as house_concepts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.sources.apidae.notes import Notes
    from catalog.sources.apidae.reference import Found, Reference


class NotAPlace(Exception):
    """The object is nothing that a visitor can be sent to. The message is a sentence naming the
    field."""


@dataclass(frozen=True, slots=True)
class Type:
    """One of the sixteen types. `information`: the key of its own facts; `finer`: the fields in it
    that say what it is, from the most telling one, with the type of their elements; `about`: those
    that say what it is about; `broad`: fields that count where no finer one says a kind."""

    information: str
    kind: Kind
    finer: tuple[tuple[str, str], ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    broad: tuple[tuple[str, str], ...] = ()
    concept: TermId | None = None


_SPORTS: Final = ("activitesSportives", "ActiviteSportivePrestation")
_CULTURE: Final = ("activitesCulturelles", "ActiviteCulturellePrestation")

TYPES: Final = {
    "FETE_ET_MANIFESTATION": Type(
        "informationsFeteEtManifestation",
        Kind.EVENT,
        finer=(
            ("categories", "FeteEtManifestationCategorie"),
            ("evenementGenerique", "FeteEtManifestationGenerique"),
            ("typesManifestation", "FeteEtManifestationType"),
        ),
        about=(("themes", "FeteEtManifestationTheme"),),
    ),
    "PATRIMOINE_CULTUREL": Type(
        "informationsPatrimoineCulturel",
        Kind.ATTRACTION,
        finer=(
            ("patrimoineCulturelType", "PatrimoineCulturelType"),
            ("themes", "PatrimoineCulturelTheme"),
        ),
        about=(("categories", "PatrimoineCulturelCategorie"),),
    ),
    "PATRIMOINE_NATUREL": Type(
        "informationsPatrimoineNaturel",
        Kind.ATTRACTION,
        finer=(("categories", "PatrimoineNaturelCategorie"),),
        about=(("classements", "PatrimoineNaturelClassement"),),
    ),
    "EQUIPEMENT": Type(
        "informationsEquipement",
        Kind.ACTIVITY,
        finer=(("activites", "EquipementActivite"),),
        broad=(("rubrique", "EquipementRubrique"),),
    ),
    "ACTIVITE": Type(
        "informationsActivite",
        Kind.ACTIVITY,
        finer=(_SPORTS, _CULTURE, ("categories", "ActiviteCategorie")),
        broad=(("activiteType", "ActiviteType"),),
    ),
    "COMMERCE_ET_SERVICE": Type(
        "informationsCommerceEtService",
        Kind.SERVICE,
        finer=(("typesDetailles", "CommerceEtServiceTypeDetaille"),),
        broad=(("commerceEtServiceType", "CommerceEtServiceType"),),
        about=(_SPORTS, _CULTURE),
    ),
    "DEGUSTATION": Type(
        "informationsDegustation",
        Kind.PRODUCER,
        finer=(
            ("typesProduit", "DegustationTypeProduit"),
            ("statutsExploitant", "DegustationStatutExploitant"),
        ),
        about=(("aopAocIgps", "AopAocIgp"),),
    ),
    "RESTAURATION": Type(
        "informationsRestauration",
        Kind.FOOD,
        finer=(
            ("categories", "RestaurationCategorie"),
            ("restaurationType", "RestaurationType"),
        ),
        about=(("specialites", "RestaurationSpecialite"),),
        concept=TermId("restaurant"),
    ),
    "HOTELLERIE": Type(
        "informationsHotellerie",
        Kind.LODGING,
        finer=(("hotellerieType", "HotellerieType"),),
        concept=TermId("hotel"),
    ),
    "HOTELLERIE_PLEIN_AIR": Type(
        "informationsHotelleriePleinAir",
        Kind.LODGING,
        finer=(("hotelleriePleinAirType", "HotelleriePleinAirType"),),
        concept=TermId("campsite"),
    ),
    "HEBERGEMENT_LOCATIF": Type(
        "informationsHebergementLocatif",
        Kind.LODGING,
        finer=(("hebergementLocatifType", "HebergementLocatifType"),),
    ),
    "HEBERGEMENT_COLLECTIF": Type(
        "informationsHebergementCollectif",
        Kind.LODGING,
        finer=(("hebergementCollectifType", "HebergementCollectifType"),),
    ),
    "SEJOUR_PACKAGE": Type(
        "informationsSejourPackage",
        Kind.ACTIVITY,
        finer=(_SPORTS, _CULTURE),
        about=(("typesHebergement", "SejourPackageTypeHebergement"),),
    ),
    "STRUCTURE": Type(
        "informationsStructure", Kind.OFFICE, finer=(("entiteType", "StructureType"),)
    ),
    "TERRITOIRE": Type("informationsTerritoire", Kind.ATTRACTION),
    "DOMAINE_SKIABLE": Type(
        "informationsDomaineSkiable",
        Kind.ACTIVITY,
        finer=(("classification", "DomaineSkiableClassification"),),
        concept=TermId("skiing"),
    ),
}

_ROUTE_FACTS: Final = (
    *("distance", "dureeJournaliere", "dureeItinerance", "denivellationPositive"),
    *("denivellationNegative", "itineraireType", "itineraireBalise", "precisionsBalisage"),
)
_WEIGHT: Final = {Kind.MARKET: 0, Kind.ITINERARY: 0, Kind.SERVICE: 2}
"""A market is an event of its own; a beach with a picnic area is no service."""
_DOES: Final = frozenset(
    (Kind.ACTIVITY, Kind.ATTRACTION, Kind.EVENT, Kind.SERVICE, Kind.TRANSPORT, Kind.ITINERARY)
)
"""Kinds for which what is done there says what they are; a hotel with riding is no stable."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an object is. `labels` and `amenities`: terms of those groups among its types."""

    type: str
    kinds: tuple[Kind, ...]
    concepts: tuple[TermId, ...] = ()
    themes: tuple[TermId, ...] = ()
    labels: tuple[TermId, ...] = ()
    amenities: tuple[TermId, ...] = ()

    @property
    def is_event(self) -> bool:
        """Whether its opening periods are the dates on which it takes place."""
        return self.type == "FETE_ET_MANIFESTATION"


def type_of(obj: Node) -> str | None:
    """The type as stated, or as the key of its facts says: replies may leave `type` out."""
    stated = text(obj, "type")
    if stated in TYPES:
        return stated
    for name, found in TYPES.items():
        if found.information in obj:
            return name
    return None


def has_route_facts(obj: Node) -> bool:
    """Whether an object has any of the facts that only an itinerary has."""
    route = node(obj, "informationsEquipement", "itineraire")
    return any(route.get(name) not in (None, "", {}) for name in _ROUTE_FACTS)


def read_meaning(obj: Node, reference: Reference, notes: Notes) -> Meaning:
    """Kinds, concepts and themes. Raises NotAPlace."""
    name = type_of(obj)
    if name is None:
        notes.warn("class_unknown", "type", text(obj, "type") or "")
        return Meaning("", (Kind.ATTRACTION,))
    if name == "TERRITOIRE":
        raise NotAPlace("field type: a TERRITOIRE is an area, not a place to visit")
    kind = TYPES[name]
    finer = _elements(obj, kind.information, kind.finer, reference)
    if name == "STRUCTURE" and not any(found.meaning and found.meaning.kinds for found in finer):
        raise NotAPlace("field type: a STRUCTURE is an organisation, not a place to visit")
    kinds = _kinds(obj, kind, finer, reference)
    about = _elements(obj, kind.information, kind.about, reference)
    said = {found.key for found in (*finer, *about)}
    done = [
        found
        for found in _elements(
            obj, "informationsPrestataireActivites", (_SPORTS, _CULTURE), reference
        )
        if found.key not in said
    ]
    around = list(reference.each(obj, "localisation", "environnements", section="Environnement"))
    sorted_terms = _Sorted()
    sorted_terms.add(notes.terms(finer), concept=True)
    if kind.concept is not None and not sorted_terms.concepts:
        sorted_terms.add((kind.concept,), concept=True)
    sorted_terms.add(notes.terms(about), concept=kinds[0] in _DOES, own_concept=False)
    sorted_terms.add(notes.terms(done), concept=kinds[0] in _DOES)
    sorted_terms.add(notes.terms(around), concept=False)
    return Meaning(
        type=name,
        kinds=kinds,
        concepts=tuple(sorted_terms.concepts),
        themes=tuple(sorted_terms.themes),
        labels=tuple(sorted_terms.labels),
        amenities=tuple(sorted_terms.amenities),
    )


def _elements(
    obj: Node, information: str, fields: Iterable[tuple[str, str]], reference: Reference
) -> list[Found]:
    return [
        found
        for field, section in fields
        for found in reference.each(obj, information, field, section=section)
    ]


def _kinds(obj: Node, kind: Type, finer: list[Found], reference: Reference) -> tuple[Kind, ...]:
    """The kinds of the finer types; of the broad ones, or of the type, where these say none."""
    found: dict[Kind, None] = {}
    for element in finer:
        if element.meaning is not None and (element.meaning.kinds or element.meaning.concepts):
            found.update(dict.fromkeys(element.meaning.kinds or (kind.kind,)))
    if has_route_facts(obj):
        found[Kind.ITINERARY] = None
    if not found:
        for element in _elements(obj, kind.information, kind.broad, reference):
            found.update(dict.fromkeys(element.meaning.kinds if element.meaning else ()))
    return tuple(sorted(found, key=lambda one: _WEIGHT.get(one, 1))) or (kind.kind,)


class _Sorted:
    """Terms by what the vocabulary says they are, each once, in order."""

    def __init__(self) -> None:
        self.concepts: dict[TermId, None] = {}
        self.themes: dict[TermId, None] = {}
        self.labels: dict[TermId, None] = {}
        self.amenities: dict[TermId, None] = {}

    def add(
        self, terms: Iterable[TermId], *, concept: bool, own_concept: bool | None = None
    ) -> None:
        """Sort terms in; `concept`: those of no special group are concepts, else themes;
        `own_concept`: the same for the source's own terms."""
        own = concept if own_concept is None else own_concept
        for term in terms:
            house = house_concepts().get(term)
            if house is None:
                (self.concepts if own else self.themes)[term] = None
            elif house.group == "themes":
                self.themes[term] = None
            elif house.group == "labels":
                self.labels[term] = None
            elif house.group == "amenities":
                self.amenities[term] = None
            else:
                (self.concepts if concept else self.themes)[term] = None
