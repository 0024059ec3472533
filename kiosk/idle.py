"""The inactivity clock: one, fed by every key, tap and wheel; the time is an argument.

A visitor who walks away is warned, with a countdown that any input stops, then forgotten. Any
number of extensions is allowed (WCAG 2.2.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Phase(StrEnum):
    """Where the clock stands."""

    ACTIVE = "active"
    WARNING = "warning"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Idle:
    """The clock read once. `left`: whole seconds before everything is forgotten."""

    phase: Phase
    left: int


class IdleClock:
    """Counts from the last touch: `seconds` in peace, then `countdown` of warning."""

    def __init__(self, seconds: float, countdown: float, tick: Callable[[], float]) -> None:
        """`tick` gives monotonic seconds, such as `time.monotonic`."""
        self._seconds = seconds
        self._countdown = countdown
        self._tick = tick
        self._touched = tick()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._tick()

    def look(self) -> Idle:
        """Where the clock stands now."""
        left = self._touched + self._seconds + self._countdown - self._tick()
        if left <= 0:
            return Idle(Phase.OVER, 0)
        phase = Phase.WARNING if left <= self._countdown else Phase.ACTIVE
        return Idle(phase, ceil(left))
