"""One planned day as it is told: its stops, what is booked among them, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from catalog.advice.model import Proposal
from catalog.advice.travel import Mode


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: when one arrives, when the visit begins (after a wait where it opens later) and
    ends, Paris time; the way to it. `open` None: the hours are not known."""

    proposal: Proposal
    arrive: datetime
    begin: datetime
    leave: datetime
    by: Mode
    travel_minutes: int
    distance_km: float
    open: bool | None
    meal: bool = False


@dataclass(frozen=True, slots=True)
class Booked:
    """What was booked, among the stops: `place` "" where none was told."""

    place: str
    begin: datetime
    leave: datetime
    by: Mode
    travel_minutes: int
    distance_km: float


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day of stops; `back` where the journey began, or at the night's bed. Distances are
    straight lines, minutes estimates by `mode`. `lunch`: None when the day has no lunch time in
    it, False when no table could be found. `pause`: the time left for lunch where none is known.
    `no_bed_at`: the place that was named for the night, or where the day ends, and has no bed."""

    day: date
    mode: Mode
    start: datetime
    stops: tuple[Stop, ...]
    back: datetime
    back_minutes: int
    back_km: float
    lunch: bool | None
    bed: Proposal | None = None
    booked: Booked | None = None
    pause: tuple[datetime, datetime] | None = None
    no_bed_at: str = ""

    @property
    def distance_km(self) -> float:
        """All ways of the day."""
        ways = [stop.distance_km for stop in self.stops]
        ways += [self.booked.distance_km] if self.booked is not None else []
        return round(sum(ways) + self.back_km, 1)
