"""Where the events of a calendar file are, found in one pass without keeping them.

Several calendars may stand in one file, and the parts of one event (its changed and its cancelled
dates) anywhere in it: they belong together by their UID.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable
from catalog.sources.calendars.components import (
    Calendar,
    name_of_line,
    property_of,
    unfolded,
)
from catalog.sources.calendars.zones import ZoneReader
from catalog.sources.values.texts import tidy_line
from catalog.text import fold

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

DEEPEST: Final = 20
_NO_NAME: Final = re.compile(r"[^A-Z0-9-]+")
_OF_CALENDAR: Final = frozenset(("METHOD", "NAME", "X-WR-CALNAME", "GEO"))
_TELLING: Final = frozenset(("SUMMARY", "LOCATION", "GEO"))
_OF_ZONE: Final = frozenset(("TZID", "X-LIC-LOCATION", "DTSTART", "TZOFFSETTO"))


@dataclass(frozen=True, slots=True)
class Where:
    """The bytes of one VEVENT, and the number of its calendar in the file."""

    start: int
    end: int
    calendar: int


@dataclass(slots=True)
class Contents:
    """A file's calendars, and where the parts of each event are, in the order of the file."""

    calendars: list[Calendar] = field(default_factory=list)
    events: list[list[Where]] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    """For each event the hash of its title and place."""


def contents_of(path: Path) -> Contents:
    """What is in a file. Raises Unreadable for one that breaks off."""
    return _Scan(path).contents


class _Scan:
    def __init__(self, path: Path) -> None:
        self.contents = Contents()
        self._path = path
        self._stack: list[str] = []
        self._by_uid: dict[str, list[Where]] = {}
        self._uid = ""
        self._start = 0
        self._sign = 0
        self._zone = ZoneReader()
        self._zones: dict[str, tzinfo | None] = {}
        with path.open("rb") as stream:
            if stream.read(3) != b"\xef\xbb\xbf":
                stream.seek(0)
            for start, line in unfolded(stream):
                self._line(start, line, start + len(line))
        if self._stack:
            raise self._broken(f"the calendar breaks off: END:{self._stack[-1]} is missing")

    def _line(self, start: int, line: bytes, end: int) -> None:
        name = name_of_line(line)
        if name == "BEGIN":
            self._begin(line, start)
        elif name == "END":
            self._end(line, end)
        elif self._stack:
            self._property(name, line)

    def _begin(self, line: bytes, start: int) -> None:
        component = _value(line)
        if len(self._stack) >= DEEPEST:
            raise self._broken("the components are nested too deeply")
        self._stack.append(component)
        if component == "VCALENDAR" or not self.contents.calendars:
            self._zones = {}
            self.contents.calendars.append(Calendar(zones=self._zones))
        if component == "VEVENT":
            self._start, self._uid, self._sign = start, "", 0
        elif component == "VTIMEZONE":
            self._zone = ZoneReader()

    def _end(self, line: bytes, end: int) -> None:
        component = _value(line)
        if not self._stack or self._stack[-1] != component:
            raise self._broken(f"END:{component} ends what did not begin")
        self._stack.pop()
        if component == "VEVENT":
            where = Where(self._start, end, len(self.contents.calendars) - 1)
            parts = self._by_uid.get(self._uid) if self._uid else None
            if parts is None:
                parts = []
                self.contents.events.append(parts)
                self.contents.signs.append(self._sign)
                if self._uid:
                    self._by_uid[self._uid] = parts
            parts.append(where)
        elif component == "VTIMEZONE" and self._zone.name:
            self._zones[self._zone.name] = self._zone.zone()

    def _property(self, name: str, line: bytes) -> None:
        inside = self._stack[-1]
        if inside == "VEVENT":
            if name == "UID" and (read := property_of(line)) is not None:
                self._uid = read.text.strip()
            elif name in _TELLING and (read := property_of(line)) is not None:
                self._sign ^= hash((name, fold(read.raw)))
        elif inside == "VCALENDAR":
            if name in _OF_CALENDAR and (read := property_of(line)) is not None:
                self._of_calendar(name, read.text)
        elif name in _OF_ZONE and "VTIMEZONE" in self._stack:
            read = property_of(line)
            if read is not None:
                self._zone.line(inside, name, read.raw)

    def _of_calendar(self, name: str, value: str) -> None:
        calendar = self.contents.calendars[-1]
        if name == "METHOD":
            calendar = replace(calendar, method=value.strip().upper())
        elif name == "GEO":
            calendar = replace(calendar, geo=value)
        elif "@" not in value:  # by default a calendar is called after its owner's address
            calendar = replace(calendar, name=calendar.name or tidy_line(value) or None)
        self.contents.calendars[-1] = calendar

    def _broken(self, message: str) -> Unreadable:
        return Unreadable(
            message,
            where=str(self._path),
            remedy="Download or copy the file again, then repeat.",
        )


def _value(line: bytes) -> str:
    return _NO_NAME.sub("", line.partition(b":")[2].decode("ascii", "replace").upper())[:60]
