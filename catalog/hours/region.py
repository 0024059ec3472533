"""Where a place lies, as far as its holidays depend on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import opening_hours

from catalog.hours.school import Zone, is_school_holiday, zone_of

if TYPE_CHECKING:
    from catalog.model import Place

ALSACE_MOSELLE: Final = frozenset({"57", "67", "68"})
"""Departments with two public holidays more (Code du travail, L3134-13): Good Friday in communes
with a mixed church, as good as all, and 26 December."""

_NOON: Final = time(12)
_CODE_LENGTH: Final = 5


@dataclass(frozen=True, slots=True)
class Region:
    """Whose holidays hold. `zone`: of school holidays, None where it is not known or there is
    none (`overseas`); `alsace`: whether the holidays of Alsace and Moselle are public ones."""

    zone: Zone | None = None
    overseas: bool = False
    alsace: bool = False

    def school_holiday(self, day: date) -> bool | None:
        """Whether a day is in the school holidays; None where that is not known."""
        return None if self.overseas else is_school_holiday(day, self.zone)

    def own_public_holiday(self, day: date) -> bool:
        """Whether a day is a public holiday here beside the eleven of all France."""
        return self.alsace and _of_alsace(day)


ANYWHERE: Final = Region()
"""A place of which nobody said where it lies."""


def region_of(place: Place) -> Region:
    """The region of a place, by its commune's code, else its department."""
    return _region(place.insee or "", place.department or "")


@lru_cache(maxsize=4096)
def _region(insee: str, department: str) -> Region:
    code = insee[:2] if len(insee) == _CODE_LENGTH else department.strip()
    zone = zone_of(code)
    return Region(
        zone=zone,
        overseas=zone is None and code.startswith(("97", "98")),
        alsace=code in ALSACE_MOSELLE,
    )


@lru_cache(maxsize=4096)
def _of_alsace(day: date) -> bool:
    return _two_days().is_open(datetime.combine(day, _NOON))


@cache
def _two_days() -> opening_hours.OpeningHours:
    return opening_hours.OpeningHours("easter -2 days,Dec 26 00:00-24:00")
