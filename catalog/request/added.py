"""Things that stand beside what is sought and are no wish of their own: "near the campsite", "with
lunch", "a bakery in the village", "within a mile of the station"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.marks import Mark, Scan

_DWELT: Final = frozenset({"village", "town", "village_square"})
"""Sights in which everything else stands, too."""
_SQUARE: Final = "village_square"
"""Where something stands, in French with no word between: "un café place du marché"."""
_MIDST: Final = frozenset({"in_village_centre", "in_town_centre"})
_WAYS: Final = frozenset({"km", "mile", "m", "min"})
_OF: Final = particles("of_a_name")
_WITH: Final = particles("with_it")


def is_added(scan: Scan, index: int) -> bool:
    """Whether a thing stands beside what is sought: "near the campsite", "with lunch", "a bakery
    in the village"."""
    before = _announced(scan, index)
    terms = set(scan.at(index).terms)
    if _MIDST & terms or (_DWELT & terms and before.says("place_prep")) or _SQUARE in terms:
        return True
    if bool(terms) and any(before.says(group) for group in ("near", "with")):
        return True
    if bool(terms) and _is_far_from(scan, index):
        return True
    return _joins_added(scan, index)


def _is_far_from(scan: Scan, index: int) -> bool:
    """Whether only a distance is told from it: "within a mile of the station"."""
    back = [scan.at(index - step) for step in (1, 2, 3)]
    if back[0].says("speech") and not (back[0].says("from") or back[0].says("place_prep")):
        back = back[1:]
    of = back[0].says("from") or back[0].says("place_prep") or back[0].word in _OF
    away = bool(of) and bool(_WAYS & set(back[1].all("unit")))
    kinds = {kind for term in scan.at(index).terms for kind in concepts()[term].kinds}
    return away and Kind.ITINERARY not in kinds  # but "5 km of shady path"


def _joins_added(scan: Scan, index: int) -> bool:
    """Whether it is one more thing of "a campsite with a pool and minigolf", which no article
    makes a wish of its own."""
    link, other = scan.at(index - 1), scan.at(index - 2)
    joined = link.says("joins") == "and" and not link.says("or")
    if not (joined and scan.at(index).terms and other.terms) or other.all("party"):
        return False
    leisure = {Kind.ACTIVITY, Kind.SERVICE} & {
        kind for term in scan.at(index).terms for kind in concepts()[term].kinds
    }
    with_it = other.word.partition(" ")[0] in _WITH or is_added(scan, index - 2)
    return bool(leisure) and with_it


def _announced(scan: Scan, index: int) -> Mark:
    """What stands before a thing, an article left out."""
    before = scan.at(index - 1)
    article = before.says("speech") and not (before.says("near") or before.says("with"))
    return scan.at(index - 2) if article else before
