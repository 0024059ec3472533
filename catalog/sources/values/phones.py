"""Telephone numbers as offices type them, in E.164 where they are numbers at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import phonenumbers

from catalog.text import clean_line

_SEVERAL: Final = re.compile(r"\s*(?:[/;,|\n]|\bou\b|\bet\b|\bor\b)\s*")
_SHORT: Final = re.compile(r"1[0-9]{1,2}|10\d\d|3\d{3}|118\d{3}")
_FRENCH: Final = re.compile(r"(?:\+33 ?|0)([1-9](?:[ .]?[0-9]{2}){4})")
"""How nearly all are typed, and nothing that could be read otherwise."""
_REGIONS: Final = {"971": "GP", "972": "MQ", "973": "GF", "974": "RE", "976": "YT", "988": "NC"}
MAX_LENGTH: Final = 40


@lru_cache(maxsize=50_000)
def phones(raw: str, department: str | None = None) -> tuple[tuple[str, bool], ...]:
    """The numbers in one field, each with whether it is a valid one.

    A valid number is in E.164 (`+33563366365`) or a French short number (`3639`); one that is not
    is kept as typed, cleaned, for a person to make out. `department` decides the dialling region.
    """
    region = _REGIONS.get(department or "", "FR")
    text = clean_line(raw)
    whole = _valid(text, region)
    if whole is not None:
        return ((whole, True),)
    parts = [part for part in _SEVERAL.split(text) if part]
    if len(parts) == 1:
        parts = _run_together(parts[0], region)
    found: list[tuple[str, bool]] = []
    for part in parts:
        number = _valid(part, region)
        if number is not None:
            found.append((number, True))
        elif any(char.isdigit() for char in part):
            found.append((clean_line(part, limit=MAX_LENGTH), False))
    return tuple(dict.fromkeys(found))


def _valid(text: str, region: str) -> str | None:
    digits = re.sub(r"[^\d]", "", text)
    if _SHORT.fullmatch(digits) and not text.startswith(("+", "00")):
        return digits
    if not 8 <= len(digits) <= 17:
        return None
    try:
        usual = _FRENCH.fullmatch(text) if region == "FR" else None
        number = (
            phonenumbers.PhoneNumber(country_code=33, national_number=int(digits[-9:]))
            if usual
            else phonenumbers.parse(text, region)
        )
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _run_together(text: str, region: str) -> list[str]:
    """Two national numbers typed without anything between them, or the text itself."""
    digits = re.sub(r"[^\d]", "", text)
    if len(digits) == 20:
        halves = [digits[:10], digits[10:]]
        if all(_valid(half, region) for half in halves):
            return halves
    return [text]
