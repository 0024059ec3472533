"""What a catalogue says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from catalog.geo import Point
from catalog.model import Kind

DEMONSTRATION: Final = "demonstration"
"""The `Source.name` of the embedded catalogue. One such listing makes a whole catalogue a
demonstration, and the screens say so."""


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """One source of a catalogue. `updated`: the newest date on which its producers confirmed a
    record; `licence`: the one that most of its records state."""

    name: str
    records: int
    updated: date | None = None
    licence: str | None = None


STALE_DAYS: Final = 7
"""A catalogue older than this has missed a refresh (domain.md 5.2)."""


@dataclass(frozen=True, slots=True)
class Meta:
    """The catalogue as a whole. `built` is Paris time."""

    version: str
    built: datetime
    demonstration: bool
    listings: int
    by_kind: Mapping[Kind, int]
    sources: tuple[SourceSummary, ...]

    def days_old(self, day: date) -> int:
        """Days since it was built, none on a machine whose clock was put back."""
        return max(0, (day - self.built.date()).days)


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune that has listings. `point`: the median of theirs, near where visitors go."""

    name: str
    insee: str | None
    point: Point
    listings: int
