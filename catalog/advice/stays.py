"""How long people usually stay somewhere: the house's estimate, where a source states nothing."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from catalog.advice.limits import DAY_MINUTES, several_days
from catalog.model import Kind

if TYPE_CHECKING:
    from catalog.model import Listing

STAYS: Final = MappingProxyType(
    {
        concept: minutes
        for minutes, concepts in (
            (10, ("fountain", "remarkable_tree", "memorial")),
            (15, ("washhouse", "dovecote", "lock")),
            (20, ("chapel", "viewpoint", "bridge", "viaduct", "megalith", "monument", "spring")),
            (30, ("church", "waterfall", "ruins", "covered_market", "cemetery")),
            (45, ("winery", "cathedral", "tasting", "mill", "playground", "distillery")),
            (60, ("garden", "farm", "abbey", "park")),
            (75, ("castle", "museum", "cave", "village", "bastide", "escape_game")),
            (90, ("workshop", "town", "aquarium", "mine", "treasure_hunt", "horse_riding")),
            (120, ("swimming", "swimming_pool", "cinema", "spa", "beach", "nature_outing")),
            (150, ("zoo", "leisure_park", "adventure_park", "canoeing", "via_ferrata")),
            (240, ("theme_park", "golf", "rail_bike")),
        )
        for concept in concepts
    }
)
"""How long people stay, in minutes: the house's estimate, told as one. A route's stated duration
is its own; all else is `STAY`."""
STAY: Final = 60
MEAL_STAY: Final = 75


def usual_stay(listing: Listing) -> int:
    """Minutes, in steps of five; of a route of several days more than any day has."""
    if several_days(listing):
        return 10 * DAY_MINUTES
    if listing.itinerary is not None and listing.itinerary.duration_min is not None:
        return -(-(listing.itinerary.duration_min or STAY) // 5) * 5
    for own in listing.concepts:
        if own in STAYS:
            return STAYS[own]
    return 120 if listing.kind is Kind.ITINERARY else STAY
