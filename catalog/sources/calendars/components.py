"""The lines of a calendar, and those of one event as properties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING, Final

# Only a refresh of calendars loads this module, for icalendar takes a tenth of a second to import.
from icalendar.parser import Contentline, split_on_unescaped_comma, unescape_backslash

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

LONGEST_LINE: Final = 256 * 1024
"""Bytes of an unfolded line that are kept; what is longer is a picture in base64."""
MOST_LINES: Final = 2_000
"""Properties of one event."""

READ: Final = frozenset(
    (
        *("UID", "SEQUENCE", "LAST-MODIFIED", "DTSTAMP", "STATUS", "CLASS", "RECURRENCE-ID"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE"),
        *("SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "GEO", "CATEGORIES", "URL", "IMAGE"),
        *("ATTACH", "X-APPLE-STRUCTURED-LOCATION"),
    )
)
"""What is read of an event. No person is among it."""

_NAME: Final = re.compile(rb"[ \t]*([A-Za-z0-9-]{1,60})[ \t]*[:;]")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the head of a calendar says for its events. `zones`: those that it defines itself."""

    method: str = ""
    name: str | None = None
    geo: str | None = None
    zones: Mapping[str, tzinfo | None] | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """One line: its parameters, names in capitals, and its value as written."""

    name: str
    params: Mapping[str, str]
    raw: str

    @property
    def text(self) -> str:
        """The value of a TEXT property."""
        return str(unescape_backslash(self.raw))

    @property
    def values(self) -> list[str]:
        """The values of a list, each as written."""
        return [value.strip() for value in split_on_unescaped_comma(self.raw) if value.strip()]


@dataclass(frozen=True, slots=True)
class Component:
    """One VEVENT, by the names of its properties, and the calendar in which it stands."""

    properties: Mapping[str, tuple[Property, ...]]
    calendar: Calendar

    def all(self, name: str) -> tuple[Property, ...]:
        """The properties of a name."""
        return self.properties.get(name, ())

    def first(self, name: str) -> Property | None:
        """The first property of a name that has a value."""
        return next((one for one in self.all(name) if one.raw.strip()), None)

    def word(self, name: str) -> str:
        """The value of a property that is one of a list of words; "" if absent."""
        found = self.first(name)
        return found.raw.strip().upper() if found else ""


def unfolded(stream: IO[bytes], end: int | None = None) -> Iterator[tuple[int, bytes]]:
    """The lines up to `end`, each with where it begins, its folds undone (RFC 5545 3.1)."""
    start = position = stream.tell()
    parts: list[bytes] = []
    size = 0
    while end is None or position < end:
        part = stream.readline(LONGEST_LINE)
        if not part:
            break
        whole = part.endswith(b"\n")
        while not whole:
            rest = stream.readline(LONGEST_LINE)
            whole = not rest or rest.endswith(b"\n")
        part = part.rstrip(b"\r\n")
        if parts and part[:1] in (b" ", b"\t"):
            if size < LONGEST_LINE:
                parts.append(part[1:])
        else:
            if parts:
                yield start, b"".join(parts)
            start, parts, size = position, [part] if part else [], 0
        size += len(part)
        position = stream.tell()
    if parts:
        yield start, b"".join(parts)


def name_of_line(line: bytes) -> str:
    """The name of the property on a line, in capitals; "" for what is no property."""
    match = _NAME.match(line)
    return match[1].decode("ascii").upper() if match else ""


def property_of(line: bytes) -> Property | None:
    """The property on an unfolded line; None where there is none."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("cp1252", "replace")
    try:
        bare = text.replace("\r", " ").replace("\n", " ")
        name, params, value = Contentline(bare).raw_parts()  # type: ignore[no-untyped-call]  # icalendar has no types here
    except ValueError:
        return None
    said = {
        str(key).upper(): ",".join(map(str, one)) if isinstance(one, list | tuple) else str(one)
        for key, one in params.items()
    }
    return Property(str(name).upper(), said, str(value))


def component_of(stream: IO[bytes], start: int, end: int, calendar: Calendar) -> Component:
    """The event that stands between two places of a file; what it holds inside (VALARM) and what
    is not read is left out."""
    stream.seek(start)
    found: dict[str, list[Property]] = {}
    depth, count = 0, 0
    for _, line in unfolded(stream, end):
        name = name_of_line(line)
        if name in ("BEGIN", "END"):
            depth += 1 if name == "BEGIN" else -1
        elif depth == 1 and name in READ and count < MOST_LINES:
            read = property_of(line)
            if read is not None:
                found.setdefault(name, []).append(read)
                count += 1
    return Component({name: tuple(lines) for name, lines in found.items()}, calendar)
