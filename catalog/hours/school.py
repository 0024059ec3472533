"""School holidays of France by zone, from the data files beside this one.

Outside the years that are set, on days without class that are no holidays, and where several
zones may be meant that do not agree, the answer is None: not known, never "no".
"""

from __future__ import annotations

from configparser import RawConfigParser
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SOON_DAYS: Final = 183
"""Half a year: orders come out a year or so before the school year that they set."""

_DATA: Final = Path(__file__).with_name("data")
_KNOWN: Final = "known"
_BRIDGE: Final = "bridge"


class Zone(StrEnum):
    """Whose calendar: zones A, B and C of the mainland, and the academy of Corsica."""

    A = "A"
    B = "B"
    C = "C"
    CORSICA = "Corsica"


class Season(StrEnum):
    """The five holidays of a school year."""

    AUTUMN = "autumn"
    CHRISTMAS = "christmas"
    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"


@dataclass(frozen=True, slots=True, order=True)
class Holidays:
    """One stretch of holidays, both days included."""

    start: date
    end: date
    name: Season


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What is known of one zone. `bridges`: days without class that no order calls holidays."""

    first: date
    last: date
    holidays: tuple[Holidays, ...]
    bridges: tuple[tuple[date, date], ...]


def holidays(zone: Zone) -> tuple[Holidays, ...]:
    """The holidays of a zone that are known to their end, in order."""
    calendar = _calendars()[zone]
    return tuple(one for one in calendar.holidays if one.end <= calendar.last)


def is_school_holiday(day: date, zone: Zone | None) -> bool | None:
    """Whether a day is one; without a zone, only what all of them agree on."""
    return _told(day, tuple(Zone) if zone is None else (zone,))


def zone_of(department: str) -> Zone | None:
    """The zone of a department by its INSEE code ("81", "2A"); None overseas."""
    return _zones().get(department.upper())


def known_until(zone: Zone | None = None) -> date:
    """The last day of which the calendar tells: of a zone, or of all the mainland's."""
    calendars = _calendars()
    if zone is not None:
        return calendars[zone].last
    return min(calendars[each].last for each in (Zone.A, Zone.B, Zone.C))


def ends_soon(today: date) -> bool:
    """Whether it is time for the next years: the calendar ends within six months."""
    return (known_until() - today).days < SOON_DAYS


@lru_cache(maxsize=4096)
def _told(day: date, zones: tuple[Zone, ...]) -> bool | None:
    answers = {_in_zone(day, zone) for zone in zones}
    return answers.pop() if len(answers) == 1 else None


def _in_zone(day: date, zone: Zone) -> bool | None:
    calendar = _calendars()[zone]
    if not calendar.first <= day <= calendar.last:
        return None
    if any(one.start <= day <= one.end for one in calendar.holidays):
        return True
    return None if any(start <= day <= end for start, end in calendar.bridges) else False


@cache
def _calendars() -> Mapping[Zone, _Calendar]:
    written = _read("school.ini")
    known = {Zone(name): _days(text) for name, text in written.pop(_KNOWN).items()}
    lines = [
        (key.split(" "), _days(text)) for year in written.values() for key, text in year.items()
    ]
    return {
        zone: _Calendar(
            *known[zone],
            tuple(
                sorted(
                    Holidays(*days, Season(name))
                    for (name, *zones), days in lines
                    if name != _BRIDGE and zones in ([], [zone])
                )
            ),
            tuple(days for (name, *_), days in lines if name == _BRIDGE),
        )
        for zone in Zone
    }


@cache
def _zones() -> Mapping[str, Zone]:
    return {
        department: Zone(name)
        for name, academies in _read("zones.ini").items()
        for departments in academies.values()
        for department in departments.split()
    }


def _days(text: str) -> tuple[date, date]:
    first, last = map(date.fromisoformat, text.split())
    return first, last


def _read(name: str) -> dict[str, dict[str, str]]:
    """The sections of a file of the program's own, keys as they are written."""
    parser = RawConfigParser(delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # as configparser documents
    parser.read_string((_DATA / name).read_text(encoding="utf-8"), source=name)
    return {section: dict(parser.items(section)) for section in parser.sections()}
