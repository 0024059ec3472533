"""What each part of a proposal's score may weigh: one table, the same for every listing.

Nothing here can be paid for, and no listing is named. `kiosk ask --explain` prints each part of
each proposal beside its weight. The weights add up to a hundred.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

TABLE: Final = MappingProxyType(
    {
        # Share of the asked themes and labels that the listing holds, of a village a little less
        # without a label that tells of renown; where the best there is was asked for, what its
        # labels say of that (`renown.py`); where nothing was, nor anybody or any weather was
        # named, a quarter for what people travel for (`appeal.NOTABLE`), a tenth for what is a
        # table first of all, where any is sought.
        "themes": 28.0,
        # How well search found the words that are no theme, best hit 1.
        "words": 14.0,
        # Stated open at the asked time, else now; three quarters when it closes soon or is
        # a bank to bathe from, which has no door, or a route of stated length, half when the
        # hours are not known, or when it is closed now and no time was asked (four fifths when it
        # opens later today); a quarter for an event without a date. An event loses with every day
        # it is ahead when no time was asked.
        "open": 13.0,
        # Mostly halved with every `HALVING_MINUTES` of the way by the visitor's means, the rest
        # lost from `EASY_MINUTES` to twice as many; of what is practical, halved at `HALVING_KM`
        # and never nothing.
        "near": 14.0,
        # Share of those who come for whom something stated suits.
        "party": 9.0,
        # Sheltered in rain, cool in heat: 1; in between: a half; the contrary: 0.
        "weather": 6.0,
        # Share of the asked limits (price, access, length, duration, difficulty, language) that
        # are stated as kept; one that is not stated is not kept.
        "limits": 6.0,
        # One over one more than the times it was shown today: no place is always first.
        "spread": 3.0,
        # Half for another commune than those already proposed, or for the one that was named, half
        # for another sort of thing.
        "novel": 3.0,
        # Confirmed by its source within a year.
        "fresh": 2.0,
        # A dated and signed favourite of an adviser.
        "favourite": 2.0,
    }
)

HALVING_MINUTES: Final = 15.0
HALVING_KM: Final = 2.0
EASY_MINUTES: Final = MappingProxyType({"walk": 25.0, "bike": 45.0, "car": 40.0, "motorbike": 40.0})
FRESH_DAYS: Final = 365
EVENT_HALVING_DAYS: Final = 7.0
DAY_KM: Final = 4.0
"""For what is on a day sooner one goes so much farther, where nothing is on when it was asked."""
TIE: Final = 0.05
"""Scores nearer than this are equal, and take turns from day to day."""
