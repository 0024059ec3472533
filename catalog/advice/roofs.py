"""What has a roof on a wet day, by what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.profiles import Profile, suits, verdict
from catalog.model import TermId

if TYPE_CHECKING:
    from catalog.model import Listing

_CASTLES: Final = frozenset({TermId("castle")})


def under_roof(listing: Listing, shelter: Profile) -> bool:
    """Whether it surely has one."""
    return suits(listing, shelter)


def is_doubted(listing: Listing, shelter: Profile) -> bool:
    """Whether it has a roof as a rule, and nobody says: a castle, no village."""
    return verdict(listing, shelter) is None and not _CASTLES.isdisjoint(listing.concepts[:1])
