"""Where it is: coordinates as texts with a dot or a comma, addresses in one column or several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Place
from catalog.sources.tourinsoft.entries import entries, key, scalar
from catalog.sources.values.capitals import shouted, unshout
from catalog.sources.values.departments import department_of
from catalog.sources.values.placing import INSEE, NoPlace, insee_of, point_of, postcode_of
from catalog.sources.values.texts import tidy_line
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.sources.tourinsoft.entries import Entry
    from catalog.sources.tourinsoft.fields import Fields
    from catalog.sources.values.notes import Notes

_STREETS: Final = ("street1", "street2", "street3", "street4")
_OF_ADDRESS: Final = {
    "postcode": ("CodePostal", "CP"),
    "commune": ("Commune", "Ville"),
    "insee": ("CodeInsee", "INSEE", "CodeInseeCommune", "CommuneInsee"),
}
_OF_STREET: Final = ("Adresse1", "Adresse1Suite", "Adresse2", "Adresse3")
_LEAD: Final = re.compile(r"^(?:lieu|adresse)\s*:\s*", re.IGNORECASE)
_POSTCODE: Final = re.compile(r"\d{5}")
STREET: Final = 120


def read_place(fields: Fields, notes: Notes) -> Place:
    """The place of a record. Raises NoPlace where it states no coordinates in France."""
    street, postcode, commune, insee = _address(fields)
    code = insee_of(insee, notes, "INSEE")
    department = department_of(code)
    latitude, longitude = _coordinates(fields)
    point = point_of(latitude, longitude, notes, "GmapLatitude", department=department)
    commune = tidy_line(commune, STREET)
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        street=_lines(street, commune),
        postcode=postcode_of(postcode, notes, "CP"),
        commune=(unshout(commune) if shouted(commune) else commune) or None,
        insee=code,
        department=department,
    )


def _coordinates(fields: Fields) -> tuple[str | None, str | None]:
    """The first pair of columns that both say something; 0 says nothing."""
    pairs = zip(fields.values("latitude"), fields.values("longitude"), strict=False)
    for pair in pairs:
        latitude, longitude = (scalar(value) for value in pair)
        if latitude.strip("0.,-") and longitude.strip("0.,-"):
            return latitude, longitude
    for value in fields.values("point"):
        both = (
            [scalar(part) for part in value]
            if isinstance(value, list)
            else re.split(r"\s*[,; ]\s*", scalar(value)[:60])
        )
        if len(both) == 2:
            return both[0], both[1]
    raise NoPlace("field GmapLatitude: the record states no coordinates")


def _address(fields: Fields) -> tuple[list[str], str, str, str]:
    """Street lines, postcode, commune and INSEE code: columns of their own first."""
    street = [text for name in _STREETS if (text := fields.first(name))]
    stated = {name: fields.first(name) for name in _OF_ADDRESS}
    entry = next(iter(_entries(fields)), None)
    if entry is not None:
        lines, whole = _of_entry(entry)
        street = street or lines
        stated = {name: text or whole.get(name, "") for name, text in stated.items()}
    return street, stated["postcode"], stated["commune"], stated["insee"]


def _entries(fields: Fields) -> list[Entry]:
    return [entry for value in fields.values("address") for entry in entries(value)]


def _of_entry(entry: Entry) -> tuple[list[str], dict[str, str]]:
    """`street|street|street|postcode|COMMUNE|INSEE`, the number of street lines varying."""
    if entry.named:
        lines = [text for name in _OF_STREET if (text := entry.text(name))]
        return lines, {name: entry.text(*names) for name, names in _OF_ADDRESS.items()}
    places = [n for n, part in enumerate(entry.parts) if _POSTCODE.fullmatch(part)]
    if len(entry.parts) < 3 or not places:
        return [part for part in entry.parts if part], {}
    at = places[0]
    after = entry.parts[at + 1 :]
    insee = next((part for part in reversed(after) if INSEE.fullmatch(part)), "")
    return (
        [part for part in entry.parts[:at] if part],
        {"postcode": entry.parts[at], "commune": after[0] if after else "", "insee": insee},
    )


def _lines(raws: Iterable[str], commune: str) -> tuple[str, ...]:
    """The lines of a street, each once, without the commune's name alone."""
    found: dict[str, str] = {}
    for raw in raws:
        line = _LEAD.sub("", tidy_line(raw, STREET))
        if line and fold(line) != fold(commune):
            found.setdefault(key(line), unshout(line) if shouted(line) else line)
    return tuple(found.values())
