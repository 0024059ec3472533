"""What a record is: the type in its identifier (`FMABRE022V…`: event, Brittany, Côtes-d'Armor),
refined by its categories."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.sources.tourinsoft.terms import AUDIENCE, CATEGORY, PREFIX, known, own, table
from catalog.text import fold
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.sources.values.notes import Notes


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of record sheet ("bordereau"). `concept`: what it is when its categories do not say
    more; `loose`: its categories decide the kind."""

    kind: Kind
    concept: TermId | None = None
    loose: bool = False


_TYPES: Final = {
    "FMA": Type(Kind.EVENT),
    "ITI": Type(Kind.ITINERARY),
    "PCU": Type(Kind.ATTRACTION),
    "PNA": Type(Kind.ATTRACTION, TermId("natural_site")),
    "HOT": Type(Kind.LODGING, TermId("hotel")),
    "HPA": Type(Kind.LODGING, TermId("campsite")),
    "CAM": Type(Kind.LODGING, TermId("campsite")),
    "HLO": Type(Kind.LODGING, TermId("holiday_rental")),
    "HCO": Type(Kind.LODGING, TermId("group_lodging")),
    "VIL": Type(Kind.LODGING, TermId("holiday_village")),
    "RVA": Type(Kind.LODGING),
    "RES": Type(Kind.FOOD),
    "DEG": Type(Kind.PRODUCER, loose=True),
    "LOI": Type(Kind.ACTIVITY, loose=True),
    "ASC": Type(Kind.ACTIVITY, loose=True),
    "ACT": Type(Kind.ACTIVITY, loose=True),
    "COM": Type(Kind.SHOP, loose=True),
    "ORG": Type(Kind.SERVICE, loose=True),
    "SPU": Type(Kind.SERVICE, loose=True),
    "PSV": Type(Kind.SERVICE, loose=True),
}
_NAMES: Final = (
    ("FMA", re.compile(r"\b(?:fetes?|manifestations?|evenements?|agenda)\b")),
    ("ITI", re.compile(r"\b(?:itineraires?|circuits?|randonnees?)\b")),
    ("HPA", re.compile(r"\b(?:plein air|campings?)\b")),
    ("HCO", re.compile(r"\b(?:collectifs?|collective)\b")),
    ("HLO", re.compile(r"\b(?:locatifs?|locations?|meubles?|gites?|chambres? d hotes?)\b")),
    ("HOT", re.compile(r"\b(?:hotels?|hotellerie)\b")),
    ("RES", re.compile(r"\b(?:restaurants?|restauration)\b")),
    ("DEG", re.compile(r"\b(?:degustations?|producteurs?|terroir)\b")),
    ("PNA", re.compile(r"\bpatrimoine naturel\b")),
    ("PCU", re.compile(r"\b(?:patrimoine|decouverte|sites? et monuments?)\b")),
    ("ORG", re.compile(r"\b(?:organismes?|offices? de tourisme|informations?|services?)\b")),
    ("COM", re.compile(r"\b(?:commerces?|artisans?|artisanat|boutiques?)\b")),
    ("LOI", re.compile(r"\b(?:loisirs?|activites?|sports?|sportives?)\b")),
)
_MARKETS: Final = frozenset(("market", "farmers_market", "night_market"))
_NOT_ALONE: Final = frozenset(("walking", "mountain_biking", "cycling", "riding"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """Kinds (main one first), concepts, themes and audience."""

    kinds: tuple[Kind, ...]
    concepts: tuple[TermId, ...]
    themes: tuple[TermId, ...]
    audience: tuple[TermId, ...]


def type_of(record: str, type_name: str) -> Type | None:
    """The type by the identifier, else by the name of the sheet."""
    stated = _TYPES.get(record[:3].upper())
    if stated is not None:
        return stated
    folded = fold(type_name[:120])
    return next((_TYPES[code] for code, pattern in _NAMES if pattern.search(folded)), None)


def read_meaning(
    stated: Type, labels: Sequence[str], notes: Notes, prefix: str = PREFIX
) -> Meaning:
    """What the type and the categories say together."""
    found: dict[TermId, None] = {}
    themes: dict[TermId, None] = {}
    audience: dict[TermId, None] = {}
    for label in labels:
        people = table(AUDIENCE).get(fold(label[:120]))
        if people is not None:
            audience.update(dict.fromkeys(people))
            continue
        meaning = known(CATEGORY, label)
        if meaning is None:
            themes[own(label, notes, prefix)] = None
            continue
        for term in meaning:
            (themes if concepts()[term].group == "themes" else found)[term] = None
    kinds = _kinds(stated, list(found))
    suiting = [term for term in found if _suits(term, kinds)]
    themes.update(dict.fromkeys(term for term in found if term not in suiting))
    if stated.concept is not None and not suiting:
        suiting = [stated.concept]
    return Meaning(kinds, tuple(suiting), tuple(themes), tuple(audience))


def _kinds(stated: Type, found: list[TermId]) -> tuple[Kind, ...]:
    if stated.kind is Kind.EVENT:
        market = any(term in _MARKETS for term in found)
        return (Kind.MARKET, Kind.EVENT) if market else (Kind.EVENT,)
    if not stated.loose:
        return (stated.kind,)
    kinds = [kind for term in found for kind in concepts()[term].kinds]
    if not kinds or stated.kind in kinds:
        return (stated.kind,)
    plain = stated.kind is Kind.SERVICE
    return tuple(dict.fromkeys((kinds[0],) if plain else (kinds[0], stated.kind)))


def _suits(term: TermId, kinds: tuple[Kind, ...]) -> bool:
    """Whether a concept can say what a listing of these kinds is: an event may be a workshop or a
    walk, a restaurant is no castle."""
    of = concepts()[term].kinds
    if kinds[0] in (Kind.EVENT, Kind.MARKET):
        return (
            not of
            or bool({Kind.EVENT, Kind.MARKET, Kind.ACTIVITY} & set(of))
            or (term in _NOT_ALONE)
        )
    return bool(set(of) & set(kinds))
