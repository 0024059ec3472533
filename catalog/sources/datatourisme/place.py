"""Where it is: coordinates (strings in both ontologies), address, commune, department.

Coordinates that are not in France are repaired only when exchanging them puts them there, near the
department that the address names; anything else is not a place that a visitor can be sent to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.geo import Point, in_france
from catalog.model import Place
from catalog.sources.datatourisme.jsonld import Node, by_language, get, nodes, text, texts
from catalog.sources.departments import department_of, near_department
from catalog.sources.texts import tidy_line
from catalog.text import fold

if TYPE_CHECKING:
    from catalog.sources.datatourisme.notes import Notes

_INSEE: Final = re.compile(r"(?:\d{5}|2[AB]\d{3})")
_POSTCODE: Final = re.compile(r"[\dA-Z][\dA-Z -]{2,9}")
_DEPARTMENT: Final = re.compile(r"\d{2,3}|2[AB]")
_NUMBER: Final = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?|[+-]?\d{1,3}(?:\.\d+)?[eE][+-]?\d{1,2}")


class NoPlace(Exception):
    """The record cannot be put on a map. The message is a sentence naming the field."""


def read_place(obj: Node, notes: Notes) -> Place:
    """The first location with usable coordinates. Raises NoPlace."""
    locations = nodes(obj, "isLocatedAt")
    if not locations:
        raise NoPlace("field isLocatedAt: the record states no location")
    if len(locations) > 1:
        notes.warn("several_locations", "isLocatedAt", len(locations))
    problem = NoPlace("field schema:geo: the record states no coordinates")
    for location in locations:
        address = next(iter(nodes(location, "address")), {})
        cities = nodes(address, "hasAddressCity")
        commune, insee = _commune(address, cities, notes)
        department = _department(cities, insee)
        try:
            point = _point(location, department, notes)
        except NoPlace as error:
            problem = error
            continue
        return Place(
            latitude=point.latitude,
            longitude=point.longitude,
            street=_street(address),
            postcode=_postcode(address, notes),
            commune=commune,
            insee=insee,
            department=department,
        )
    raise problem


def _point(location: Node, department: str | None, notes: Notes) -> Point:
    coordinates = nodes(location, "geo")
    if not coordinates:
        raise NoPlace("field schema:geo: the record states no coordinates")
    raw = (text(coordinates[0], "latitude"), text(coordinates[0], "longitude"))
    if raw[0] is None or raw[1] is None:
        raise NoPlace("field schema:geo: latitude or longitude is missing")
    latitude, longitude = (_number(value) for value in raw)
    shown = f"{raw[0]:.20}, {raw[1]:.20}"
    if latitude is None or longitude is None:
        raise NoPlace(f"field schema:geo: {shown} is not a pair of numbers")
    point = Point(latitude, longitude)
    if not in_france(point):
        exchanged = Point(longitude, latitude)
        if not in_france(exchanged) or (
            department is not None and near_department(exchanged, department) is False
        ):
            raise NoPlace(f"field schema:geo: {shown} is not in France")
        notes.warn("coordinates_exchanged", "geo", shown)
        return exchanged
    if department is not None and near_department(point, department) is False:
        notes.warn("coordinates_far_from_department", "geo", f"{shown} ({department})")
    return point


def _number(raw: str | None) -> float | None:
    if raw is None or not _NUMBER.fullmatch(raw):
        return None
    return float(raw.replace(",", "."))


def _street(address: Node) -> tuple[str, ...]:
    lines = (tidy_line(raw) for raw in texts(address, "streetAddress"))
    return tuple(dict.fromkeys(line for line in lines if line))


def _postcode(address: Node, notes: Notes) -> str | None:
    raw = text(address, "postalCode")
    if raw is None:
        return None
    code = raw.upper().removesuffix(".0")
    if not _POSTCODE.fullmatch(code):
        notes.warn("postcode_unreadable", "postalCode", raw)
        return None
    return code


def _commune(address: Node, cities: list[Node], notes: Notes) -> tuple[str | None, str | None]:
    """The commune's name and INSEE code. Where the address names several, the first name, and the
    code of the city of that name: the two lists are not in the same order."""
    names = [tidy_line(raw) for raw in texts(address, "addressLocality")]
    names = [name for name in names if name]
    codes: dict[str, str] = {}
    for city in cities:
        code = (text(city, "insee") or "").upper()
        if not _INSEE.fullmatch(code):
            if code:
                notes.warn("insee_unreadable", "hasAddressCity", code)
            continue
        label = next((wording for _, wording in by_language(get(city, "label"))), "")
        codes.setdefault(fold(label), code)
        if not names and label:
            names.append(tidy_line(label))
    if len(names) > 1 or len(codes) > 1:
        notes.warn("several_communes", "addressLocality", ", ".join(names))
    name = names[0] if names else None
    insee = codes.get(fold(name)) if name else None
    return name or None, insee or next(iter(codes.values()), None)


def _department(cities: list[Node], insee: str | None) -> str | None:
    code = department_of(insee)
    if code is not None:
        return code
    for city in cities:
        for department in nodes(city, "isPartOfDepartment"):
            stated = (text(department, "insee") or "").upper()
            if _DEPARTMENT.fullmatch(stated):
                return stated
    return None
