"""Where it is: `localisation`. geoJson coordinates are [longitude, latitude]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.model import Place
from catalog.sources.apidae.fields import Node, flag, items, node, number, text
from catalog.sources.apidae.reference import Commune, commune_of
from catalog.sources.values.departments import department_of
from catalog.sources.values.placing import NoPlace, insee_of, point_of, postcode_of
from catalog.sources.values.texts import tidy_line

if TYPE_CHECKING:
    from catalog.sources.apidae.reference import Companions
    from catalog.sources.values.notes import Notes

_HUGE = 1e300
"""What no float holds is no number."""
_STREET = ("nomDuLieu", "adresse1", "adresse2", "adresse3")


def read_place(obj: Node, companions: Companions, notes: Notes) -> Place:
    """The place of an object. Raises NoPlace.

    Replies that ask for few fields leave `valide` out: only a stated "not valid" counts.
    """
    address = node(obj, "localisation", "adresse")
    commune = _commune(address, companions, notes)
    insee = insee_of(commune.insee, notes, "commune.code")
    department = department_of(insee)
    where = node(obj, "localisation", "geolocalisation")
    field = "localisation.geolocalisation.geoJson"
    pair = [
        float(value)
        for value in items(where, "geoJson", "coordinates")
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _HUGE
    ]
    if flag(where, "valide") is False:
        raise NoPlace("field localisation.geolocalisation.valide: the position is not valid")
    if len(pair) < 2:
        raise NoPlace(f"field {field}: the record states no coordinates")
    longitude, latitude = pair[:2]
    point = point_of(latitude, longitude, notes, field, department=department)
    return Place(
        latitude=point.latitude,
        longitude=point.longitude,
        street=_street(obj, address),
        postcode=postcode_of(text(address, "codePostal") or commune.postcode, notes, "codePostal"),
        commune=tidy_line(commune.name or "") or None,
        insee=insee,
        department=department,
    )


def _street(obj: Node, address: Node) -> tuple[str, ...]:
    """The address lines, the name of the venue first."""
    venue = text(obj, "informationsFeteEtManifestation", "nomLieu")
    lines = [venue, *(text(address, key) for key in _STREET)]
    tidied = (tidy_line(line) for line in lines if line)
    return tuple(dict.fromkeys(line for line in tidied if line))


def _commune(address: Node, companions: Companions, notes: Notes) -> Commune:
    """The commune, inline in replies, in `communes.json` in exports."""
    raw = node(address, "commune")
    inline = commune_of(raw)
    if inline.insee is not None:
        return inline
    id_ = number(raw.get("id"))
    if id_ is None:
        return inline
    found = companions.communes.get(id_)
    if found is None:
        notes.warn("commune_unresolved", "localisation.adresse.commune", str(id_))
        return inline
    return found
