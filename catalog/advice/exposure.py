"""Who is shown how often: the report that proves that no place is always first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.model import ListingId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.store.reader import Catalogue

MOST: Final = 10
"""How many of those shown most their common share is told of."""


@dataclass(frozen=True, slots=True)
class CommuneExposure:
    """One commune: how many listings it has, how often its listings were shown, and the two as
    shares of the whole, between 0 and 1."""

    commune: str
    listings: int
    shown: int
    share_of_listings: float
    share_of_shown: float

    @property
    def ratio(self) -> float | None:
        """How many times its share of the catalogue it is shown; None without a listing."""
        return self.share_of_shown / self.share_of_listings if self.share_of_listings else None


@dataclass(frozen=True, slots=True)
class ListingExposure:
    """One listing and how often it was shown, also as a share of all that was."""

    id: ListingId
    name: str
    commune: str
    shown: int
    share_of_shown: float


@dataclass(frozen=True, slots=True)
class Exposure:
    """What was shown of a catalogue. `shown`: answers given; `seen`: listings shown at least
    once, of `listings`; `gone`: answers about listings that the catalogue has no more, which
    count in no share; `share_of_most`: what the `MOST` shown most take of all that was shown;
    `never`: communes with listings of which none was shown. Most shown first."""

    shown: int
    seen: int
    listings: int
    gone: int
    share_of_most: float
    places: tuple[ListingExposure, ...]
    communes: tuple[CommuneExposure, ...]

    @property
    def never(self) -> tuple[str, ...]:
        """The communes of which nothing was shown."""
        return tuple(each.commune for each in self.communes if each.listings and not each.shown)


def exposure(catalogue: Catalogue, shown: Mapping[ListingId, int]) -> Exposure:
    """How the answers given were spread over places and communes. Raises CatalogueError."""
    found = catalogue.get_many(sorted(shown))
    whole = sum(shown[listing.id] for listing in found)
    parts = whole or 1
    places = [
        ListingExposure(
            id=listing.id,
            name=name.text if (name := listing.name.best("fr")) is not None else listing.id,
            commune=listing.place.commune or "",
            shown=shown[listing.id],
            share_of_shown=shown[listing.id] / parts,
        )
        for listing in found
        if shown[listing.id]
    ]
    places.sort(key=lambda each: (-each.shown, each.name, each.id))
    return Exposure(
        shown=whole,
        seen=len(places),
        listings=catalogue.meta.listings,
        gone=sum(shown.values()) - whole,
        share_of_most=sum(each.share_of_shown for each in places[:MOST]),
        places=tuple(places),
        communes=_communes(catalogue, places, parts),
    )


def _communes(
    catalogue: Catalogue, places: list[ListingExposure], parts: int
) -> tuple[CommuneExposure, ...]:
    times: dict[str, int] = {}
    for place in places:
        times[place.commune] = times.get(place.commune, 0) + place.shown
    listed: dict[str, int] = {}
    for commune in catalogue.communes():  # two communes may have one name
        listed[commune.name] = listed.get(commune.name, 0) + commune.listings
    listings = sum(listed.values()) or 1
    found = (
        CommuneExposure(
            name,
            listed.get(name, 0),
            times.get(name, 0),
            listed.get(name, 0) / listings,
            times.get(name, 0) / parts,
        )
        for name in listed.keys() | times.keys()
    )
    return tuple(sorted(found, key=lambda each: (-each.shown, each.commune)))
