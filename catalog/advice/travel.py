"""How far and about how long, by the visitor's own means. Roads are not known here: distances
are straight lines, times are estimates from them, and both are told as such."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from catalog.geo import CYCLING_KMH, DETOUR, DRIVING_KMH, WALKING_KMH, Point, distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Listing


class Mode(StrEnum):
    """How a visitor moves."""

    WALK = "walk"
    BIKE = "bike"
    CAR = "car"
    MOTORBIKE = "motorbike"

    @property
    def is_driven(self) -> bool:
        """Whether it goes by road, as fast and as far as a car."""
        return self in {Mode.CAR, Mode.MOTORBIKE}


SPEEDS: Final = {
    Mode.WALK: WALKING_KMH,
    Mode.BIKE: CYCLING_KMH,
    Mode.CAR: DRIVING_KMH,
    Mode.MOTORBIKE: DRIVING_KMH,
}
REACH_KM: Final = {Mode.WALK: 5.0, Mode.BIKE: 20.0, Mode.CAR: 40.0, Mode.MOTORBIKE: 40.0}
"""How far a proposal may lie when no distance was said: about an hour and a half each way."""
STROLL_KM: Final = 1.5
"""Up to here, somebody who said nothing is taken to walk."""
NEXT_DOOR_KM: Final = 0.8
PARKING_MINUTES: Final = 4
STATION_KM: Final = 1.5
"""A place so near a station or a stop can be reached without a car. No timetable is known."""

BY_BIKE: Final = frozenset({"bike", "bike_trailer"})
DRIVEN: Final = frozenset({"car", "camper_van", "motorbike", "coach"})
MODES: Final = frozenset(
    ("walking", "cycling", "mountain_biking", "riding", "driving", "trail_running", "paddling")
)
"""Themes that are how one gets there as often as what one comes for."""
_ON_FOOT: Final = frozenset({"public_transport", "walk", "on_foot"})


@dataclass(frozen=True, slots=True)
class Way:
    """A way in a straight line; `minutes` are its estimate at `SPEEDS` over `DETOUR` times it."""

    mode: Mode
    straight_km: float
    minutes: int


def stated_mode(mobility: Iterable[str]) -> Mode | None:
    """The means the visitor named, None where nothing was said of it."""
    said = frozenset(mobility)
    if said & BY_BIKE and "camper_van" not in said:  # which takes the bicycles along
        return Mode.BIKE
    if said & _ON_FOOT:
        return Mode.WALK
    if said & DRIVEN:
        return Mode.MOTORBIKE if said & DRIVEN == {"motorbike"} else Mode.CAR
    return None


def minutes(straight_km: float, mode: Mode) -> int:
    """About how long the way takes."""
    return max(1, round(straight_km * DETOUR / SPEEDS[mode] * 60))


def leg(straight_km: float, mode: Mode) -> tuple[Mode, int]:
    """A way within a planned day, in steps of five minutes: a car is left where it stands for a
    few hundred metres, and takes its time to be parked."""
    if mode.is_driven and straight_km > NEXT_DOOR_KM:
        return mode, _rounded(minutes(straight_km, mode) + PARKING_MINUTES)
    by = Mode.WALK if mode.is_driven else mode
    return by, _rounded(minutes(straight_km, by))


def _rounded(taken: int) -> int:
    return -(-taken // 5) * 5


def way(origin: Point, to: Point, mode: Mode | None) -> Way:
    """The way between two points; on foot up to `STROLL_KM` when no means was named."""
    straight = distance_km(origin, to)
    by = mode or (Mode.WALK if straight <= STROLL_KM else Mode.CAR)
    return Way(by, round(straight, 2), minutes(straight, by))


def point_of(listing: Listing) -> Point:
    """Where a listing lies."""
    return Point(listing.place.latitude, listing.place.longitude)
