"""Points and distances on WGS84, in degrees and kilometres."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius, IUGG."""

WALKING_KMH: Final = 4.5
CYCLING_KMH: Final = 14.0
DRIVING_KMH: Final = 50.0
"""Rural averages: domain.md counts 25 km for half an hour by car."""

DETOUR: Final = 1.25
"""Path over straight line, a usual figure for footpaths and small roads; shown as "about"."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth, degrees north and east."""

    latitude: float
    longitude: float


def coordinates(text: str) -> Point | None:
    """The point that "44.05,2.16" (latitude, longitude) writes; None for anything else."""
    latitude, comma, longitude = text.partition(",")
    try:
        point = Point(float(latitude), float(longitude)) if comma else None
    except ValueError:
        return None
    if point is None or not (abs(point.latitude) <= 90 and abs(point.longitude) <= 180):
        return None
    return point


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance in kilometres (haversine)."""
    half_lat = radians(b.latitude - a.latitude) / 2
    half_lon = radians(b.longitude - a.longitude) / 2
    chord = sin(half_lat) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * (
        sin(half_lon) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def walking_minutes(straight_km: float) -> int:
    """About how long the walk takes, from the straight-line distance."""
    return max(1, round(straight_km * DETOUR / WALKING_KMH * 60))


def driving_minutes(straight_km: float) -> int:
    """About how long the drive takes, from the straight-line distance."""
    return max(1, round(straight_km * DETOUR / DRIVING_KMH * 60))


@dataclass(frozen=True, slots=True)
class Box:
    """A latitude/longitude rectangle."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside or on the edge."""
        return (
            self.south <= point.latitude <= self.north and self.west <= point.longitude <= self.east
        )


METROPOLITAN_FRANCE: Final = Box(41.2, -5.3, 51.2, 9.7)
OVERSEAS: Final = (
    Box(14.3, -63.2, 18.2, -60.7),  # Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy
    Box(2.0, -54.7, 5.9, -51.5),  # Guyane
    Box(-21.5, 55.1, -20.8, 55.9),  # La Réunion
    Box(-13.1, 44.9, -12.5, 45.4),  # Mayotte
    Box(46.6, -56.5, 47.2, -56.0),  # Saint-Pierre-et-Miquelon
    Box(-22.9, 158.0, -18.0, 172.2),  # Nouvelle-Calédonie
    Box(-28.0, -154.9, -7.8, -134.0),  # Polynésie française
    Box(-14.5, -178.5, -13.0, -176.0),  # Wallis-et-Futuna
)


def in_france(point: Point) -> bool:
    """Whether the point lies in a box of metropolitan or overseas France."""
    return METROPOLITAN_FRANCE.holds(point) or any(box.holds(point) for box in OVERSEAS)
