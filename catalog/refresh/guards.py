"""Reasons not to publish a catalogue that is well built but probably wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.errors import Refused

if TYPE_CHECKING:
    from catalog.store.meta import Meta

LARGEST_DROP: Final = 0.20
"""More listings lost than this share of the present ones: a cut export, not a quiet season."""


def check(built: Meta, current: Meta | None) -> None:
    """Raise Refused when publishing `built` over `current` would lose what visitors need.

    A demonstration in use guards nothing: real data may be smaller.
    """
    if current is None or current.demonstration:
        return
    if built.demonstration:
        raise Refused(
            "the demonstration catalogue would replace real listings; nothing was changed",
            remedy="Choose another folder with --to, or run again with --force.",
        )
    lost = current.listings - built.listings
    if lost > LARGEST_DROP * current.listings:
        raise Refused(
            f"the new catalogue has {built.listings:,} listings, the one in use "
            f"{current.listings:,}: {round(100 * lost / current.listings)}% fewer "
            f"(limit {round(100 * LARGEST_DROP)}%); nothing was changed",
            remedy="Check that the export is complete. If the drop is intended, run again with "
            "--force.",
        )
