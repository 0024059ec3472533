"""Coordinates, communes and postcodes as feeds write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.geo import Point, in_france
from catalog.sources.values.departments import near_department

if TYPE_CHECKING:
    from catalog.sources.values.notes import Notes

INSEE: Final = re.compile(r"(?:\d{5}|2[AB]\d{3})")
_POSTCODE: Final = re.compile(r"[\dA-Z][\dA-Z -]{2,9}")
_NUMBER: Final = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?|[+-]?\d{1,3}(?:\.\d+)?[eE][+-]?\d{1,2}")


class NoPlace(Exception):
    """The record cannot be put on a map. The message is a sentence naming the field."""


def point_of(
    latitude: str | float | None,
    longitude: str | float | None,
    notes: Notes,
    field: str,
    *,
    department: str | None = None,
) -> Point:
    """A point of France (decimal degrees, WGS84; decimal commas are understood).

    Latitude and longitude that changed places are put right with a caution, where that leads
    into France, and into the `department` where it is known. Raises NoPlace.
    """
    if latitude is None or longitude is None:
        raise NoPlace(f"field {field}: latitude or longitude is missing")
    shown = f"{latitude!s:.20}, {longitude!s:.20}"
    north, east = degrees(latitude), degrees(longitude)
    if north is None or east is None:
        raise NoPlace(f"field {field}: {shown} is not a pair of numbers")
    point = Point(north, east)
    if not in_france(point):
        exchanged = Point(east, north)
        if not in_france(exchanged) or (
            department is not None and near_department(exchanged, department) is False
        ):
            raise NoPlace(f"field {field}: {shown} is not in France")
        notes.warn("coordinates_exchanged", field, shown)
        return exchanged
    if department is not None and near_department(point, department) is False:
        notes.warn("coordinates_far_from_department", field, f"{shown} ({department})")
    return point


def degrees(raw: str | float) -> float | None:
    """A number of degrees; None for anything else."""
    text = raw.strip() if isinstance(raw, str) else repr(float(raw))
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def postcode_of(raw: str | None, notes: Notes, field: str) -> str | None:
    """A postcode; None with a caution where it is none."""
    if raw is None or not raw.strip():
        return None
    code = raw.strip().upper().removesuffix(".0")
    if not _POSTCODE.fullmatch(code):
        notes.warn("postcode_unreadable", field, raw)
        return None
    return code


def insee_of(raw: str | None, notes: Notes, field: str) -> str | None:
    """A commune's INSEE code (a spreadsheet's lost zero is given back); None with a caution
    where it is none."""
    code = (raw or "").strip().upper()
    if not code:
        return None
    if re.fullmatch(r"\d{4}", code):
        code = f"0{code}"
    if not INSEE.fullmatch(code):
        notes.warn("insee_unreadable", field, code)
        return None
    return code
