"""Where it is: coordinates (strings in both ontologies), address, commune, department.

Coordinates that are not in France are repaired only when exchanging them puts them there, near the
department that the address names; anything else is not a place that a visitor can be sent to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Place
from catalog.sources.datatourisme.jsonld import Node, by_language, get, nodes, text, texts
from catalog.sources.values.departments import department_of
from catalog.sources.values.placing import INSEE, NoPlace, point_of, postcode_of
from catalog.sources.values.texts import tidy_line
from catalog.text import fold

if TYPE_CHECKING:
    from catalog.geo import Point
    from catalog.sources.datatourisme.notes import Notes

_DEPARTMENT: Final = re.compile(r"\d{2,3}|2[AB]")


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
            postcode=postcode_of(text(address, "postalCode"), notes, "postalCode"),
            commune=commune,
            insee=insee,
            department=department,
        )
    raise problem


def _point(location: Node, department: str | None, notes: Notes) -> Point:
    coordinates = nodes(location, "geo")
    if not coordinates:
        raise NoPlace("field schema:geo: the record states no coordinates")
    return point_of(
        text(coordinates[0], "latitude"),
        text(coordinates[0], "longitude"),
        notes,
        "schema:geo",
        department=department,
    )


def _street(address: Node) -> tuple[str, ...]:
    lines = (tidy_line(raw) for raw in texts(address, "streetAddress"))
    return tuple(dict.fromkeys(line for line in lines if line))


def _commune(address: Node, cities: list[Node], notes: Notes) -> tuple[str | None, str | None]:
    """The commune's name and INSEE code. Where the address names several, the first name, and the
    code of the city of that name: the two lists are not in the same order."""
    names = [tidy_line(raw) for raw in texts(address, "addressLocality")]
    names = [name for name in names if name]
    codes: dict[str, str] = {}
    for city in cities:
        code = (text(city, "insee") or "").upper()
        if not INSEE.fullmatch(code):
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
