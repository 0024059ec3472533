"""Who is shown how often: the report that proves that no place is always first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.model import ListingId
    from catalog.store.reader import Catalogue


@dataclass(frozen=True, slots=True)
class CommuneExposure:
    """One commune: how many listings it has, how often its listings were shown, and the two as
    shares of the whole, between 0 and 1."""

    commune: str
    listings: int
    shown: int
    share_of_listings: float
    share_of_shown: float


def exposure(catalogue: Catalogue, shown: Mapping[ListingId, int]) -> tuple[CommuneExposure, ...]:
    """Every commune, those shown most first; shown listings that the catalogue no longer has are
    in no commune, and count in no share."""
    times: dict[str, int] = {}
    for listing in catalogue.get_many(sorted(shown)):
        name = listing.place.commune or ""
        times[name] = times.get(name, 0) + shown[listing.id]
    communes = {commune.name: commune.listings for commune in catalogue.communes()}
    all_listings = sum(communes.values()) or 1
    all_shown = sum(times.values()) or 1
    found = (
        CommuneExposure(
            name,
            communes.get(name, 0),
            times.get(name, 0),
            communes.get(name, 0) / all_listings,
            times.get(name, 0) / all_shown,
        )
        for name in communes.keys() | times.keys()
    )
    return tuple(sorted(found, key=lambda each: (-each.shown, each.commune)))
