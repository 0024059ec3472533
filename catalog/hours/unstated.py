"""Places of which hours are hardly ever stated: to send a visitor to the office for them would
be noise. Nothing is said of whether they can be entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from catalog.model import Listing

OPEN_AIR: Final = frozenset(
    TermId(name)
    for name in (
        *("village", "bastide", "town", "ruins", "remarkable_building", "bridge", "viaduct"),
        *("washhouse", "fountain", "lock", "megalith", "cemetery", "memorial", "remarkable_tree"),
        *("gorge", "waterfall", "spring", "lake", "river", "beach", "forest", "mountain", "cliff"),
        *("viewpoint", "natural_site", "wetland", "dune", "island", "nature_reserve", "cirque"),
        *("rock_formation", "park", "playground", "picnic_area", "treasure_hunt"),
    )
)
UNDOORED: Final = frozenset(
    TermId(name)
    for name in (
        *("village", "bastide", "town", "bridge", "viaduct", "gorge", "waterfall", "spring"),
        *("river", "forest", "mountain", "cliff", "viewpoint", "cirque", "natural_site"),
    )
)
"""What nobody can shut: not even that its hours are not stated is worth a word."""
NO_HOURS_EXPECTED: Final = frozenset({Kind.ITINERARY, Kind.LODGING, Kind.SERVICE, Kind.TRANSPORT})


def has_no_hours(listing: Listing) -> bool:
    """Whether it states no hours and can have none: a path, a village."""
    if listing.openings or listing.dates or listing.cancelled:
        return False
    return listing.kind is Kind.ITINERARY or not UNDOORED.isdisjoint(listing.concepts[:1])


def hours_expected(listing: Listing) -> bool:
    """Whether missing hours are worth a word."""
    return listing.kind not in NO_HOURS_EXPECTED and not OPEN_AIR.intersection(listing.concepts)
