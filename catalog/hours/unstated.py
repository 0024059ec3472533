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
NO_HOURS_EXPECTED: Final = frozenset({Kind.ITINERARY, Kind.LODGING, Kind.SERVICE, Kind.TRANSPORT})


def hours_expected(listing: Listing) -> bool:
    """Whether missing hours are worth a word."""
    return listing.kind not in NO_HOURS_EXPECTED and not OPEN_AIR.intersection(listing.concepts)
