"""Kinds that several rules mean together."""

from __future__ import annotations

from typing import Final

from catalog.model import Kind

SIGHTS: Final = frozenset({Kind.ATTRACTION, Kind.ACTIVITY})
"""What is visited or done in one place."""
PRACTICAL: Final = frozenset({Kind.SERVICE, Kind.HEALTH, Kind.TRANSPORT, Kind.OFFICE})
"""What somebody needs and does not visit: the nearest is the best, no turns are taken."""
OUTINGS: Final = SIGHTS | {Kind.ITINERARY}
"""What is looked at when somebody says who comes, when or where, but not what for."""
