"""Reasons not to publish a catalogue that is well built but probably wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.errors import Refused

if TYPE_CHECKING:
    from catalog.refresh.wording import Wording
    from catalog.store.meta import Meta

LARGEST_DROP: Final = 0.20
"""More listings lost than this share of the present ones: a cut export, not a quiet season."""


def check(built: Meta, current: Meta | None, wording: Wording) -> None:
    """Raise Refused when publishing `built` over `current` would lose what visitors need.

    A demonstration in use guards nothing: real data may be smaller.
    """
    if current is None or current.demonstration:
        return
    if built.demonstration:
        raise Refused(
            wording.say("guard.demonstration"), remedy=wording.say("guard.demonstration_remedy")
        )
    lost = current.listings - built.listings
    if lost > LARGEST_DROP * current.listings:
        raise Refused(
            wording.say(
                "guard.drop",
                before=wording.number(current.listings),
                after=wording.number(built.listings),
                share=round(100 * lost / current.listings),
                limit=round(100 * LARGEST_DROP),
            ),
            remedy=wording.say("guard.drop_remedy"),
        )
