"""Dates and hours that a syndication gives as sentences (the Pyrénées-Orientales):
`<strong>Le 16/10/2026 De 10:00 &agrave; 19:00</strong><br />…`, one line for each period.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Slot
from catalog.sources.values.moments import Impossible, parse_day, parse_hour
from catalog.sources.values.periods import Statement
from catalog.sources.values.texts import tidy

if TYPE_CHECKING:
    from catalog.sources.values.notes import Notes

FIELD: Final = "COMMUNDATE"
MAX_LINES: Final = 5_000
_DAY: Final = r"(\d{1,2}/\d{1,2}/\d{4})"
_SLOT: Final = r"(?:de \d{1,2}[:h]\d{2} à \d{1,2}[:h]\d{2}|à \d{1,2}[:h]\d{2})"
_LINE: Final = re.compile(
    rf"(?:le|du) {_DAY}(?: au {_DAY})?((?:,?(?: et)? {_SLOT}){{0,6}})\.?", re.IGNORECASE
)
_HOURS: Final = re.compile(r"(?:de (\d{1,2}[:h]\d{2}) )?à (\d{1,2}[:h]\d{2})", re.IGNORECASE)


def written_days(raw: str, notes: Notes) -> tuple[list[Statement], list[str]]:
    """The periods of all lines that can be read, and the lines that cannot.

    "À 21:00" is a beginning; "De 10:00 à 19:00" a slot.
    """
    found: list[Statement] = []
    rest: list[str] = []
    for line in tidy(raw, limit=200_000).text.split("\n")[:MAX_LINES]:
        said = " ".join(line.split())
        if not said:
            continue
        try:
            found += _line(said)
        except (Impossible, ValueError):
            notes.warn("dates_in_words", FIELD, said)
            rest.append(said)
    return found, rest


def _line(said: str) -> list[Statement]:
    match = _LINE.fullmatch(said)
    if match is None:
        raise Impossible(said)
    start = parse_day(match[1])
    end = parse_day(match[2]) if match[2] else start
    if end < start:
        raise Impossible(said)
    slots: list[Slot] = []
    for opens, hour in _HOURS.findall(match[3]):
        slots.append(Slot(parse_hour(opens), parse_hour(hour)) if opens else Slot(parse_hour(hour)))
    return [Statement(start, end, (), slot) for slot in slots or (None,)]
