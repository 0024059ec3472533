"""What has a roof on a wet day, by what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.advice.profiles import Profile, depends, verdict

if TYPE_CHECKING:
    from catalog.model import Listing


def under_roof(listing: Listing, shelter: Profile) -> bool:
    """Whether it surely has one."""
    judged = verdict(listing, shelter)
    return judged is not None and judged[0] == "suits"


def is_doubted(listing: Listing, shelter: Profile) -> bool:
    """Whether it may have a roof, and nobody says."""
    return verdict(listing, shelter) is None and depends(listing, shelter)
