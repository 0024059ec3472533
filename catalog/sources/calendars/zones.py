"""Time zones by the names that calendars give them: of IANA, of Windows, or their own.

A zone that a file defines itself (VTIMEZONE) is known by the offsets that it ends with: those of
central and western Europe are the zones of Paris and London, one offset alone is just that. Its
rules are not worked out: a file could make them endless.
"""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone
from typing import TYPE_CHECKING, Final

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from catalog.clock import PARIS
from catalog.sources.values.occurrences import zone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

_OFFSET: Final = re.compile(r"([+-])(\d{2}):?(\d{2})(?:\d{2})?")
_HOUR: Final = 60


def zone_named(name: str, own: Mapping[str, tzinfo | None] | None) -> tzinfo | None:
    """The zone of a TZID; None where nothing says which it is."""
    bare = name.strip().strip('"').strip("/")
    if bare.upper() in ("UTC", "GMT", "Z", "ETC/UTC"):
        return UTC
    windows = WINDOWS_TO_OLSON.get(bare)
    found = zone(windows) if windows else zone(bare)
    if found is None and "/" in bare:  # "/freeassociation.sourceforge.net/Europe/Paris"
        found = zone("/".join(bare.split("/")[-2:]))
    return found or (own or {}).get(name.strip().strip('"'))


class ZoneReader:
    """Takes the lines of one VTIMEZONE as they come."""

    def __init__(self) -> None:
        self.name = ""
        self._location = ""
        self._begins = ""
        self._offsets: dict[str, tuple[str, int]] = {}

    def line(self, component: str, name: str, value: str) -> None:
        """A property inside; `component` is VTIMEZONE, STANDARD or DAYLIGHT."""
        if component == "VTIMEZONE":
            if name == "TZID":
                self.name = value.strip().strip('"')
            elif name == "X-LIC-LOCATION":
                self._location = value.strip()
        elif name == "DTSTART":
            self._begins = value
        elif name == "TZOFFSETTO":
            match = _OFFSET.fullmatch(value.strip())
            if match and self._offsets.get(component, ("", 0))[0] <= self._begins:
                minutes = int(match[2]) * _HOUR + int(match[3])
                self._offsets[component] = (self._begins, -minutes if match[1] == "-" else minutes)

    def zone(self) -> tzinfo | None:
        """The zone, as far as it can be told."""
        named = zone(self._location) if self._location else None
        if named is not None:
            return named
        standard, summer = (self._offsets.get(name) for name in ("STANDARD", "DAYLIGHT"))
        if standard is None or abs(standard[1]) >= 24 * _HOUR:
            return None
        if summer is None or summer[1] == standard[1]:
            return timezone(timedelta(minutes=standard[1]))
        known = {(_HOUR, 2 * _HOUR): PARIS, (0, _HOUR): zone("Europe/London")}
        return known.get((standard[1], summer[1]))
