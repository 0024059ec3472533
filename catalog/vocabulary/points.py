"""Where the towns around lie that a catalogue may not have: `data/points.ini`."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from catalog.geo import Point, coordinates
from catalog.vocabulary.files import DATA, fault, sections

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def load(path: Path) -> Mapping[str, Point]:
    """The points of one file by the name as the house writes it. Raises Unreadable naming file
    and section."""
    found: dict[str, Point] = {}
    for section, places in sections(path):
        for name, written in places.items():
            point = coordinates(written)
            if point is None or name in found:
                raise fault(path, section, f"{name} must be one LATITUDE, LONGITUDE")
            found[name] = point
    return MappingProxyType(found)


@cache
def points() -> Mapping[str, Point]:
    """The house's own, read once."""
    return load(DATA / "points.ini")
