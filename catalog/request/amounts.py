"""Figures of a question: kilometres, miles, minutes by car, euros, clock times, dates, ages.

Each is read by its unit, never by a bare number. Patterns work on the text as typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from catalog.geo import DRIVING_KMH

MILE_KM: Final = 1.609344

_NUMBER: Final = r"(?P<n>\d{1,4}(?:[.,]\d{1,2})?)"
_DISTANCE: Final = re.compile(
    rf"\b{_NUMBER}\s?(?P<unit>km|kms|kilom\w+|kil[oò]m\w+|bornes?|miles?|mi)\b", re.IGNORECASE
)
_DRIVE: Final = re.compile(
    r"\b(?P<n>\d{1,3})\s?(?:min\w*|mn)\s+(?:en |by |by the |mit dem |in |met de |amb )?"
    r"(?:voiture|car|auto|coche|macchina|veitura|cotxe)\b",
    re.IGNORECASE,
)
_PRICE: Final = re.compile(
    rf"(?:€\s?)?\b{_NUMBER}\s?(?:€|euros?\b|eur\b)|€\s?(?P<m>\d{{1,4}})", re.I
)
_MINUTES: Final = re.compile(r"\b(?P<n>\d{1,3})\s?(?:min\w*|mn)\b", re.IGNORECASE)
_HOURS: Final = re.compile(
    r"\b(?P<n>\d{1,2})\s?(?:h|heures?|hours?|hrs?|Stunden?|horas?|oras?|hores?|ore|uur|uren)\b"
    r"(?!\s?\d)",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"\b(?P<h>[01]?\d|2[0-4])\s?(?:(?:[h:]|\s?Uhr\s?)(?P<m>[0-5]\d)|(?P<suffix>Uhr|uur)\b)"
    r"|\b(?P<h12>1[0-2]|[1-9])(?:[:.](?P<m12>[0-5]\d))?\s?(?P<half>am|pm)\b",
    re.IGNORECASE,
)
_NUMERIC_DATE: Final = re.compile(r"\b(?P<d>[0-3]?\d)[/.](?P<m>[01]?\d)(?:[/.](?:\d{4}|\d{2}))?\b")
_ISO_DATE: Final = re.compile(r"\b\d{4}-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure and where it stands. `unit`: km, drive_km, eur, min, h, clock or date; the value
    is a number, HH:MM, or MM-DD."""

    unit: str
    value: float | str
    start: int
    end: int


def amounts(text: str) -> list[Amount]:
    """Every figure with a unit, in order, the most telling reading first where two overlap."""
    found: list[Amount] = []

    def note(unit: str, value: float | str, match: re.Match[str]) -> None:
        if not any(match.start() < other.end and other.start < match.end() for other in found):
            found.append(Amount(unit, value, match.start(), match.end()))

    for match in (*_ISO_DATE.finditer(text), *_NUMERIC_DATE.finditer(text)):
        month, day = int(match["m"]), int(match["d"])
        if 1 <= month <= 12 and 1 <= day <= 31 and not _follows_as_decimal(text, match):
            note("date", f"{month:02}-{day:02}", match)
    for match in _DRIVE.finditer(text):
        note("drive_km", round(int(match["n"]) / 60 * DRIVING_KMH, 1), match)
    for match in _DISTANCE.finditer(text):
        miles = match["unit"].casefold().startswith("mi")
        note("km", round(_number(match["n"]) * (MILE_KM if miles else 1), 1), match)
    for match in _PRICE.finditer(text):
        note("eur", _number(match["n"] or match["m"]), match)
    for match in _CLOCK.finditer(text):
        note("clock", _clock(match), match)
    for match in _HOURS.finditer(text):
        note("h", int(match["n"]), match)
    for match in _MINUTES.finditer(text):
        note("min", int(match["n"]), match)
    return sorted(found, key=lambda amount: amount.start)


def _follows_as_decimal(text: str, match: re.Match[str]) -> bool:
    """Whether "6.5" is a figure with a unit ("6.5 km") and no date."""
    return "/" not in match.group() and bool(
        re.match(r"\s?(?:km|mi|€|eur|h\b|%)", text[match.end() :], re.IGNORECASE)
    )


def _number(digits: str) -> float:
    return float(digits.replace(",", "."))


def _clock(match: re.Match[str]) -> str:
    if match["half"]:
        hour = int(match["h12"]) % 12 + (12 if match["half"].casefold() == "pm" else 0)
        return f"{hour:02}:{match['m12'] or '00'}"
    return f"{int(match['h']) % 24:02}:{match['m'] or '00'}"
