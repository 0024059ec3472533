"""The themes of the first page: what each one shows when it is touched.

A shelf is a fixed question that needs no letters. Its concepts include their narrower ones
(whoever opens "Swim & water" also gets ponds and pools).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from catalog.model import Kind, TermId
from catalog.vocabulary import concepts, wider
from kiosk.i18n import N_


@dataclass(frozen=True, slots=True)
class Shelf:
    """One theme. `dated`: shown by coming date; the others nearest first."""

    id: str
    label: str
    hint: str
    kinds: frozenset[Kind] = frozenset()
    roots: tuple[str, ...] = ()
    dated: bool = False


SHELVES: Final = (
    # Translators: a theme of the first page, at most 18 letters; below it, examples
    Shelf(
        "walks",
        N_("Walk & cycle"),
        N_("footpaths, greenway, mountain bike"),
        kinds=frozenset({Kind.ITINERARY}),
    ),
    Shelf(
        "villages",
        N_("See & visit"),
        N_("villages, castles, museums, nature"),
        kinds=frozenset({Kind.ATTRACTION}),
    ),
    Shelf(
        "swim",
        N_("Swim & water"),
        N_("lakes, rivers, pools, canoes"),
        roots=(
            *("swimming", "swimming_pool", "lake", "beach", "river", "waterfall"),
            *("water_sports", "canoeing", "sailing", "fishing", "boat_trip", "boat_hire"),
        ),
    ),
    Shelf(
        "children",
        N_("With children"),
        N_("games, animals, adventure"),
        roots=(
            *("playground", "adventure_park", "leisure_park", "theme_park", "zoo", "aquarium"),
            *("educational_farm", "treasure_hunt", "minigolf", "donkey_trek", "tourist_train"),
            *("swimming", "swimming_pool", "beach", "escape_game", "rail_bike", "skatepark"),
        ),
    ),
    Shelf(
        "rain",
        N_("When it rains"),
        N_("museums, caves, cinema, crafts"),
        roots=(
            *("museum", "interpretation_centre", "gallery", "cave", "cinema", "theatre"),
            *("library", "abbey", "church", "cathedral", "covered_market", "mine", "spa"),
            *("workshop", "tasting", "escape_game", "aquarium", "winery", "distillery"),
            *("craft_workshop", "company_visit", "industrial_heritage"),
        ),
    ),
    Shelf(
        "agenda",
        N_("Markets & events"),
        N_("today and the coming weeks"),
        kinds=frozenset({Kind.MARKET, Kind.EVENT}),
        dated=True,
    ),
    Shelf(
        "eat",
        N_("Eat & taste"),
        N_("restaurants, farms, local food"),
        kinds=frozenset({Kind.FOOD, Kind.PRODUCER}),
    ),
    Shelf(
        "sleep",
        N_("Sleep"),
        N_("hotels, guest rooms, campsites"),
        kinds=frozenset({Kind.LODGING}),
    ),
    Shelf(
        "practical",
        N_("Practical"),
        N_("toilets, water, parking, health"),
        kinds=frozenset({Kind.SERVICE, Kind.TRANSPORT, Kind.HEALTH, Kind.OFFICE}),
    ),
)

AROUND: Final = Shelf(
    "around",
    # Translators: heading of what lies near the visitor
    N_("Around me"),
    "",
)
"""Everything, nearest first."""


def shelf(id: str) -> Shelf:
    """The shelf of this id. Raises KeyError when there is none."""
    return _by_id()[id]


@cache
def _by_id() -> dict[str, Shelf]:
    return {each.id: each for each in (*SHELVES, AROUND)}


@cache
def terms(id: str) -> frozenset[TermId]:
    """Every concept of a shelf, the narrower ones included; empty where kinds alone decide."""
    return narrower(shelf(id).roots)


@cache
def narrower(roots: tuple[str, ...]) -> frozenset[TermId]:
    """These concepts and all that are kinds of them."""
    wanted = {TermId(root) for root in roots}
    if not wanted:
        return frozenset()
    return frozenset(wanted | {term for term in concepts() if wanted & set(wider(term))})
