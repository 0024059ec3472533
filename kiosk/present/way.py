"""How far it is, and about how long the way takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.geo import Point, distance_km, driving_minutes, walking_minutes

if TYPE_CHECKING:
    from kiosk.i18n import Translator

WALK_KM: Final = 3.0
"""Straight-line distance up to which the way is told on foot: about fifty minutes."""

HERE_KM: Final = 0.05
"""Nearer than this the visitor stands before it."""


def way(point: Point, origin: Point | None, t: Translator) -> str:
    """As "850 m · about 14 min on foot"; "" without an origin."""
    if origin is None:
        return ""
    straight = distance_km(origin, point)
    if straight < HERE_KM:
        # Translators: the place is a few steps from the reader
        return t._("A few steps away")
    distance = t.distance_km(straight)
    if straight <= WALK_KM:
        # Translators: distance in a straight line, then a rough walking time
        return t._("%(distance)s · about %(duration)s on foot") % {
            "distance": distance,
            "duration": t.minutes(walking_minutes(straight)),
        }
    # Translators: distance in a straight line, then a rough driving time
    return t._("%(distance)s · about %(duration)s by car") % {
        "distance": distance,
        "duration": t.minutes(driving_minutes(straight)),
    }
