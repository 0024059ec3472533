"""What each part of a proposal's score may weigh: one table, the same for every listing.

Nothing here can be paid for, and no listing is named. `--explain` and the help print it.
"""

from __future__ import annotations

from typing import Final

THEMES: Final = 40.0
"""Share of the asked themes and labels that the listing holds."""
WORDS: Final = 25.0
"""How well search found the words that are no theme, best hit 1."""
OPEN: Final = 20.0
"""Stated open at the asked time, else now; half of it when the hours are not known, or when
it is closed now and no time was asked."""
NEAR: Final = 15.0
"""Halved every `HALVING_KM`."""
PARTY: Final = 10.0
"""Stated as suited to those who come, free if free was asked, accessible if asked."""
FRESH: Final = 5.0
"""Confirmed by its source within a year."""

HALVING_KM: Final = 10.0
FRESH_DAYS: Final = 365
