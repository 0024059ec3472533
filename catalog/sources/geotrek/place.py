"""Where a record is: its start, and the commune by INSEE code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.model import Place
from catalog.sources.values.departments import department_of
from catalog.sources.values.geojson import Start, placed, start_of
from catalog.sources.values.placing import INSEE, degrees, postcode_of
from catalog.sources.values.texts import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.sources.geotrek.fields import Record


def read_place(record: Record, *, street: str | None = None) -> Place:
    """The start of a way, or the place itself. Raises NoPlace.

    `street`: the name of the place to go to.
    """
    insee, commune = _commune(record)
    return _place(record, _start(record), "geometry", insee, commune, street)


def read_address(record: Record) -> Place:
    """The place of an information desk, which has an address. Raises NoPlace."""
    north, east = (degrees(record.text(name) or "") for name in ("latitude", "longitude"))
    start = Start(east, north) if north is not None and east is not None else None
    place = _place(record, start, "latitude", None, None, record.text("street"))
    return Place(
        latitude=place.latitude,
        longitude=place.longitude,
        street=place.street,
        postcode=postcode_of(record.text("postal_code"), record.notes, "postal_code"),
        commune=tidy_line(record.text("municipality") or "") or None,
    )


def _place(
    record: Record,
    start: Start | None,
    field: str,
    insee: str | None,
    commune: str | None,
    street: str | None,
) -> Place:
    department = department_of(insee)
    point = placed(start, record.notes, field, department=department)
    line = tidy_line(street or "")
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        street=(line,) if line else (),
        commune=commune,
        insee=insee,
        department=department,
    )


def _start(record: Record) -> Start | None:
    """The point of departure as stated, else where the geometry begins."""
    stated = start_of({"type": "Point", "coordinates": record.raw.get("departure_geom")})
    return stated or start_of(record.raw.get("geometry"))


def _commune(record: Record) -> tuple[str | None, str | None]:
    """The commune of departure; of the communes that a record only touches, the first, with a
    caution where there are several."""
    for name in ("departure_city_code", "departure_city"):
        found = next(_communes(record, name), None)
        if found is not None:
            return found
    for name in ("city_codes", "cities"):
        several = list(dict.fromkeys(_communes(record, name)))
        if len(several) > 1:
            shown = ", ".join(label or code or "" for code, label in several)
            record.notes.warn("several_communes", name, shown)
        if several:
            return several[0]
    return None, None


def _communes(record: Record, name: str) -> Iterator[tuple[str | None, str | None]]:
    """(INSEE code, name) of each; a number is the id of a commune in this Geotrek, not a code."""
    for value in record.many(name):
        entry = record.lists.entry("city", value)
        code = entry.get("code") if entry else value
        if isinstance(code, str) and INSEE.fullmatch(code.strip().upper()):
            insee = code.strip().upper()
        elif entry is None:
            if isinstance(value, str) and name.endswith("code"):
                record.notes.warn("insee_unreadable", name, value)
            continue
        else:
            insee = None
        label = entry.get("name") if entry else None
        commune = tidy_line(label) if isinstance(label, str) else ""
        if insee or commune:
            yield insee, commune or None
