"""Reasons not to publish a catalogue that is well built but probably wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.errors import Refused

if TYPE_CHECKING:
    from catalog.store.meta import Meta

LARGEST_DROP: Final = 0.20
"""More listings lost than this share of the present ones: a cut export, not a quiet season."""
WATCHED_FROM: Final = 20
"""A source with fewer records in the catalogue may shrink by any share: three closed museums of
ten are news, not a fault."""


def check(built: Meta, current: Meta | None, *, largest_drop: float = LARGEST_DROP) -> None:
    """Raise Refused when publishing `built` over `current` would lose what visitors need: of all
    listings, or of the records of one source, more than the share `largest_drop`.

    A demonstration in use guards nothing: real data may be smaller.
    """
    if current is None or current.demonstration:
        return
    if built.demonstration:
        raise Refused(
            "the demonstration catalogue would replace real listings; nothing was changed",
            remedy="Choose another folder with --to, or run again with --force.",
        )
    if share := _drop(built.listings, current.listings, largest_drop):
        raise Refused(
            f"the new catalogue has {built.listings:,} listings, the one in use "
            f"{current.listings:,}: {share}% fewer (limit {round(100 * largest_drop)}%); "
            "nothing was changed",
            remedy="Check that the export is complete. If the drop is intended, run again with "
            "--force.",
        )
    _check_sources(built, current, largest_drop)


def _check_sources(built: Meta, current: Meta, largest_drop: float) -> None:
    """A small source that stops would not be seen in the sum of all."""
    now = {source.name: source.records for source in built.sources}
    for source in current.sources:
        left = now.get(source.name, 0)
        share = _drop(left, source.records, largest_drop)
        if share and source.records >= WATCHED_FROM:
            raise Refused(
                f"the source {source.name} has {left:,} records, {source.records:,} in the "
                f"catalogue in use: {share}% fewer (limit {round(100 * largest_drop)}%); "
                "nothing was changed",
                remedy="Check that every source is named and that its export is complete. If the "
                "drop is intended, run again with --force.",
            )


def _drop(left: int, before: int, largest: float) -> int:
    """The share lost, in percent and at least 1, where it is more than allowed; else 0."""
    lost = before - left
    return max(1, round(100 * lost / before)) if lost > largest * before else 0
