"""One thing that two records tell of is proposed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.travel import point_of
from catalog.geo import distance_km
from catalog.model import Kind
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.model import Proposal
    from catalog.model import Listing

ONE_KM: Final = 0.5
"""How far apart two records of one thing may have put it."""
_FIRM_KM: Final = 10.0
_FIRMS: Final = frozenset({Kind.ACTIVITY, Kind.PRODUCER, Kind.SHOP, Kind.TRANSPORT})
"""Who has one telephone for all their places; an office has one for all the markets around."""


def once_each(ranked: Sequence[Proposal]) -> Sequence[Proposal]:
    """Without a second record of one thing: the same name at the same spot of a town, or around
    with the same phone, a second bank where one firm hires out its canoes."""
    seen: dict[str, list[Listing]] = {}
    kept: list[Proposal] = []
    for each in ranked:
        name = each.listing.name.best("fr")
        same = seen.setdefault(fold(name.text) if name is not None else each.listing.id, [])
        if not any(_is_one(each.listing, other) for other in same):
            same.append(each.listing)
            kept.append(each)
    return kept


def _is_one(listing: Listing, other: Listing) -> bool:
    away = distance_km(point_of(listing), point_of(other))
    if listing.place.commune == other.place.commune and away <= ONE_KM:
        return True
    if not _FIRMS & {*listing.kinds} & {*other.kinds}:
        return False
    return away <= _FIRM_KM and not _phones(listing).isdisjoint(_phones(other))


def _phones(listing: Listing) -> frozenset[str]:
    return frozenset(phone for contact in listing.contacts for phone in contact.phones)
