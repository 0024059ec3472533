"""What both shapes of market share: where it is, where it comes from, how it is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Place, Source
from catalog.sources.values.departments import department_of
from catalog.sources.values.placing import NoPlace, insee_of, point_of, postcode_of
from catalog.sources.values.texts import tidy_line
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from catalog.sources.values.notes import Notes

SOURCE: Final = "markets"

Properties = dict[str, object]


def object_of(value: object, key: str) -> Properties:
    """The object under a key; an empty one where there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def text_of(properties: Properties, *keys: str) -> str:
    """The first of the keys that holds a text or a number; "" for none. "NULL" is none."""
    for key in keys:
        value = properties.get(key)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            text = tidy_line(str(value), 400)
            if text and text.upper() != "NULL":
                return text
    return ""


def slug(text: str) -> str:
    """A text as part of an identifier: "Mercados AECT" → "mercados-aect"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text[:120])).strip("-")


def place_of(
    feature: Properties,
    notes: Notes,
    *,
    street: Sequence[str] = (),
    postcode: str = "",
    commune: str = "",
    insee: str = "",
    department: str = "",
) -> Place:
    """Where a market is held. Raises NoPlace."""
    geometry = object_of(feature, "geometry")
    coordinates = geometry.get("coordinates")
    if geometry.get("type") != "Point" or not isinstance(coordinates, list):
        raise NoPlace("field geometry: it is no point")
    numbers = [
        value if isinstance(value, int | float) and not isinstance(value, bool) else None
        for value in coordinates[:2]
    ]
    east, north = (*numbers, None, None)[:2]
    code = insee_of(insee, notes, "insee")
    known = department_of(code)
    point = point_of(north, east, notes, "geometry", department=known)
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        street=tuple(line for line in street if line),
        postcode=postcode_of(postcode, notes, "postcode"),
        commune=commune or None,
        insee=code,
        department=known or department or None,
    )


def source_of(record: str, retrieved: date, *, updated: date | None = None) -> Source:
    """Neither shape states its publisher or a licence: nothing is said of them."""
    return Source(name=SOURCE, record=record, retrieved=retrieved, updated=updated)
