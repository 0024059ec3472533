"""The dates that a recurrence rule (RRULE, RFC 5545 3.3.10) gives, under limits.

dateutil works them out, on the wall clock of the event's own zone. What no event of the public
needs and what would never end is refused: steps below a day other than by plain count, several
hundred combinations of hours, parts that are not in the standard.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

# Loaded with the calendars only: the posts never need it.
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it has no types

from catalog.sources.values.moments import FAR_FUTURE, FAR_PAST

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

HORIZON: Final = timedelta(days=400)
"""How far a recurrence without end is followed, from the day of the refresh."""
MOST: Final = 5_000
"""Dates of one event; of more the last ones are kept, for they are still to come."""
MOST_A_DAY: Final = 12

_NUMBERS: Final = re.compile(r"[+-]?\d{1,3}(?:,[+-]?\d{1,3}){0,366}", re.ASCII)
_WEEKDAYS: Final = re.compile(
    r"(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)){0,60}",
    re.ASCII,
)
_PARTS: Final = {
    "FREQ": re.compile("DAILY|WEEKLY|MONTHLY|YEARLY|HOURLY|MINUTELY"),
    "COUNT": re.compile(r"[1-9]\d{0,5}", re.ASCII),
    "INTERVAL": re.compile(r"[1-9]\d{0,3}", re.ASCII),
    "WKST": re.compile("MO|TU|WE|TH|FR|SA|SU"),
    "BYDAY": _WEEKDAYS,
    "BYSECOND": re.compile("0"),
}
_RANGES: Final = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (1, 31),
    "BYYEARDAY": (1, 366),
    "BYWEEKNO": (1, 53),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSETPOS": (1, 366),
}
_FROM_THE_END: Final = frozenset(("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"))
"""Parts whose numbers may be negative."""
_CYCLE: Final = 400
"""Years after which the Gregorian calendar repeats, weekdays and all."""
_LAST_START: Final = 9_849


class Unfollowable(Exception):
    """A rule that is none, or that is not followed."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Beginnings, in order of time; `endless`: the rule has no end, its dates stop at the horizon;
    `cut`: there were more than MOST."""

    starts: tuple[datetime, ...]
    endless: bool = False
    cut: bool = False


def follow(
    rule: str, start: datetime, today: date, until: Callable[[str], datetime | date]
) -> Dates:
    """The beginnings that `rule` gives, from `start` on; wall-clock times of the event's zone.

    `until` reads the value of UNTIL in that zone, raising ValueError. Raises Unfollowable.
    """
    parts = _parts(rule)
    ends = _end(parts.pop("UNTIL", None), until)
    endless = "COUNT" not in parts and ends is None
    if parts["FREQ"] in ("HOURLY", "MINUTELY") and (
        endless or any(name.startswith("BY") for name in parts)
    ):
        raise Unfollowable(rule)
    last = ends or datetime(FAR_FUTURE, 1, 1)  # noqa: DTZ001 (a wall clock has no zone)
    if endless:
        last = max(start, datetime.combine(today + HORIZON, time.max))
    if start.year <= FAR_PAST or start.year >= FAR_FUTURE:
        raise Unfollowable(rule)
    # A rule that never comes true is searched to the end of the calendar, the year 9999: begun a
    # few hundred years before it, and in a year of the same shape, that is soon over.
    shift = (_LAST_START - start.year) // _CYCLE * _CYCLE
    try:
        found = rrulestr(
            ";".join(f"{name}={value}" for name, value in parts.items()),
            dtstart=start.replace(year=start.year + shift),
        )
    except ValueError:
        raise Unfollowable(rule) from None
    far_last = last.replace(year=last.year + shift)
    kept: deque[datetime] = deque(maxlen=MOST)
    count = 0
    for moment in found:
        if moment > far_last:
            break
        count += 1
        kept.append(moment.replace(year=moment.year - shift))
    return Dates(tuple(kept), endless=endless, cut=count > MOST)


def _parts(rule: str) -> dict[str, str]:
    """The parts of a rule by name, each as the standard has it."""
    found: dict[str, str] = {}
    for part in rule.upper().replace(" ", "").strip(";").split(";"):
        name, _, value = part.partition("=")
        if name in found or not _is_part(name, value):
            raise Unfollowable(rule)
        found[name] = value
    a_day = 1
    for name in ("BYHOUR", "BYMINUTE"):
        a_day *= found.get(name, "").count(",") + 1
    if "FREQ" not in found or a_day > MOST_A_DAY or not _ordinals_fit(found):
        raise Unfollowable(rule)
    return found


def _is_part(name: str, value: str) -> bool:
    if name == "UNTIL":
        return True
    if name in _RANGES:
        least, most = _RANGES[name]
        return _NUMBERS.fullmatch(value) is not None and all(
            least <= (abs(number) if name in _FROM_THE_END else number) <= most
            for number in map(int, value.split(","))
        )
    pattern = _PARTS.get(name)
    return pattern is not None and pattern.fullmatch(value) is not None


def _ordinals_fit(parts: dict[str, str]) -> bool:
    """Whether "the third Monday" has a month or a year to be the third of."""
    in_a_month = parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts
    most = 5 if in_a_month else 53
    for day in parts.get("BYDAY", "").split(","):
        if ordinal := day[:-2]:
            fits = parts["FREQ"] in ("MONTHLY", "YEARLY") and "BYWEEKNO" not in parts
            if not fits or not 1 <= abs(int(ordinal)) <= most:
                return False
    return True


def _end(raw: str | None, until: Callable[[str], datetime | date]) -> datetime | None:
    """The last moment that counts; a day counts whole. None for no end, which 2050 is too."""
    if raw is None:
        return None
    try:
        ends = until(raw)
    except ValueError:
        raise Unfollowable(raw) from None
    if ends.year >= FAR_FUTURE:
        return None
    return ends if isinstance(ends, datetime) else datetime.combine(ends, time.max)
