"""Days and hours as feeds write them: ISO 8601, xsd:dateTime, and as the French do."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from catalog.clock import PARIS
from catalog.model import Day

if TYPE_CHECKING:
    from catalog.sources.values.notes import Notes

FAR_FUTURE: Final = 2050
"""Years from here on mean "no end": 2050, 2099, 2100 and 9999 are all in use."""
FAR_PAST: Final = 1970
"""Years up to here mean "since always"."""

LONGEST: Final = 40
"""Characters of the longest moment; anything longer is not looked at."""

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", re.DOTALL)
_FRENCH_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ZONED: Final = re.compile(r".+T.+(?:Z|[+-]\d{2}:?\d{2})")
_HOUR: Final = re.compile(
    r"(?:.+T)?(\d{1,2})[:hH](\d{2})?(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?"
)
_DAYS: Final = {
    "monday": Day.MO,
    "tuesday": Day.TU,
    "wednesday": Day.WE,
    "thursday": Day.TH,
    "friday": Day.FR,
    "saturday": Day.SA,
    "sunday": Day.SU,
    "publicholidays": Day.PH,
}


class Impossible(ValueError):
    """A date or an hour that does not exist or cannot be read."""


@lru_cache(maxsize=8_192)
def parse_day(raw: str) -> date:
    """A day; of a moment with an offset, its day in Paris. Raises Impossible."""
    if len(raw) > LONGEST:
        raise Impossible(raw)
    try:
        if _ZONED.fullmatch(raw):
            return datetime.fromisoformat(raw).astimezone(PARIS).date()
        if match := _DAY.fullmatch(raw):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _FRENCH_DAY.fullmatch(raw):
            return date(int(match[3]), int(match[2]), int(match[1]))
    except (ValueError, OverflowError):
        pass
    raise Impossible(raw)


@lru_cache(maxsize=2_048)
def parse_hour(raw: str) -> time:
    """An hour to the minute; "24:00" is midnight. Raises Impossible."""
    match = _HOUR.fullmatch(raw) if len(raw) <= LONGEST else None
    if match is None:
        raise Impossible(raw)
    hour, minute = int(match[1]), int(match[2] or 0)
    if (hour, minute) == (24, 0):
        hour = 0
    try:
        return time(hour, minute)
    except ValueError:
        raise Impossible(raw) from None


def weekday(name: str) -> Day | None:
    """The day that a schema.org term (`Monday`, `PublicHolidays`) means."""
    return _DAYS.get(name.lower())


def day_or_caution(raw: str | None, notes: Notes, field: str) -> date | None:
    """A day field; None if absent, None and a caution if it is in no calendar."""
    try:
        return parse_day(raw) if raw else None
    except Impossible as error:
        notes.warn("impossible_date", field, str(error))
        return None


def hour_or_caution(raw: str | None, notes: Notes, field: str) -> time | None:
    """An hour field; None if absent, None and a caution if there is no such hour."""
    try:
        return parse_hour(raw) if raw else None
    except Impossible:
        notes.warn("impossible_hour", field, raw)
        return None
