"""What a sight is whose producer gives it no class but that it is culture: what its name begins
with, in French.

Half the sights of Nouvelle-Aquitaine are plain `CulturalSite` or `ReligiousSite`: the castle of
Beynac, the cave of Font-de-Gaume, a thousand churches.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from catalog.model import Localized

_LANG: Final = "fr"
_VAGUE: Final = frozenset(map(TermId, ("rural_heritage", "natural_site", "remarkable_building")))
"""Concepts that say less than the name: technical heritage is a mill or a wash-house."""
_GRAND: Final = frozenset(map(TermId, ("cathedral", "abbey", "castle", "cave")))
"""What a sight is besides: the castle of Castelnaud is filed as a museum, that of Coarraze as a
garden."""
_HEADS: Final = MappingProxyType(
    {
        "cathedral": r"cathédrale",
        "church": r"[ée]glise|basilique|collégiale|abbatiale",
        "chapel": r"chapelle",
        "cloister": r"cloître",
        "abbey": r"abbaye|prieuré|monastère|couvent",
        "castle": r"château(?! d['’]eau)|forteresse",
        "fort": r"fort(?= d[eu]\b)|citadelle",
        "tower": r"donjon|tour(?! des )",
        "ramparts": r"remparts?",
        "village": r"village(?! (?:vacances|martyr|étape|club))",
        "town": r"ville(?= (?:de|d['’]art|historique)\b)|cité(?= (?:médiévale|historique)\b)",
        "bastide": r"bastide",
        "bridge": r"pont",
        "viaduct": r"viaduc",
        "aqueduct": r"aqueduc",
        "dam": r"barrage",
        "lighthouse": r"phare",
        "mill": r"moulin",
        "washhouse": r"lavoir",
        "dovecote": r"pigeonnier",
        "fountain": r"fontaine",
        "wayside_cross": r"croix(?= (?:de chemin|hosannière|monumentale)\b)|calvaire",
        "megalith": r"dolmen|menhir",
        "archaeological_site": r"site(?= (?:archéologique|gallo-romain|préhistorique)\b)",
        "cave": r"grottes?|gouffre",
        "arena": r"arènes",
        "museum": r"musée",
    }
)
"""How a name begins, by concept. Left out is what is often something else: "Hôtel", "Place",
"Porte des Arts", "Le Tour des Géants"."""
_BEFORE: Final = r"(?:(?:la|les|le(?! tour\b)) |l['’])?(?:(?:ancien(?:ne)?|vieux|vieille) )?"
_NAMED: Final = re.compile(
    _BEFORE + "(?:" + "|".join(f"(?P<{term}>{head})" for term, head in _HEADS.items()) + r")\b",
    re.IGNORECASE,
)


def as_named(
    kinds: tuple[Kind, ...], concepts: tuple[TermId, ...], name: Localized
) -> tuple[TermId, ...]:
    """The concepts of a sight, and what its French name calls it: first of all where its classes
    do not say what it is."""
    called = name.get(_LANG)
    found = _NAMED.match(called.text) if called is not None else None
    if kinds[0] is not Kind.ATTRACTION or found is None or found.lastgroup is None:
        return concepts
    own = TermId(found.lastgroup)
    if _VAGUE.issuperset(concepts):
        return tuple(dict.fromkeys((own, *concepts)))
    return tuple(dict.fromkeys((*concepts, own))) if own in _GRAND else concepts
