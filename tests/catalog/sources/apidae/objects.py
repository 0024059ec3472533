"""Small objects in the shape of APIDAE's, written for the tests: no real place, nobody real."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

from catalog.sources.apidae.kinds import TYPES
from catalog.sources.apidae.record import read_object
from catalog.sources.draft import Draft, Rejection

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from catalog.model import Listing, Period
    from catalog.sources.apidae.reference import Reference

RETRIEVED = date(2026, 11, 21)
COMMUNE = {"id": 31012, "code": "81060", "nom": "Carmaux", "codePostal": "81400"}


def element(id_: int, french: str = "", type_: str = "", **labels: str) -> dict[str, Any]:
    """A reference to an element; other languages as libelleXx."""
    made: dict[str, Any] = {"id": id_} if id_ else {}
    if type_:
        made["elementReferenceType"] = type_
    if french:
        made["libelleFr"] = french
    return made | labels


def thing(kind: str = "PATRIMOINE_CULTUREL", facts: object = None, **fields: Any) -> dict[str, Any]:
    """An object of a type, at Carmaux (Tarn); `facts` are those of its type. Every field can be
    replaced, `None` takes it away."""
    made: dict[str, Any] = {
        "type": kind,
        "id": 900001,
        "identifier": "SITRA2_PCU_900001",
        "nom": {"libelleFr": "Maison du verrier", "libelleEn": "Glassmaker's house"},
        "state": "PUBLISHED",
        "gestion": {
            "dateModification": "2026-10-01T08:00:00.000+0000",
            "membreProprietaire": {"nom": "Office de tourisme d'essai", "id": 7},
        },
        "localisation": {
            "adresse": {"adresse1": "1 rue du Four", "codePostal": "81400", "commune": COMMUNE},
            "geolocalisation": {
                "valide": True,
                "geoJson": {"type": "Point", "coordinates": [2.158, 44.0505]},
            },
        },
    }
    if facts is not None:
        made[TYPES[kind].information] = facts
    return {key: value for key, value in (made | fields).items() if value is not None}


def draft(obj: object, reference: Reference | None = None) -> Draft:
    result = read_object(obj, RETRIEVED, reference)
    assert isinstance(result, Draft), result
    return result


def listing(obj: object, reference: Reference | None = None) -> Listing:
    return draft(obj, reference).listing


def rejected(obj: object) -> str:
    result = read_object(obj, RETRIEVED)
    assert isinstance(result, Rejection), result
    return result.reason


def warned(obj: object) -> set[str]:
    return {caution.kind for caution in draft(obj).warnings}


def openings(*periods: dict[str, Any], **fields: Any) -> tuple[Period, ...]:
    """The periods of a place with these `periodesOuvertures`."""
    return listing(thing(ouverture={"periodesOuvertures": list(periods)} | fields)).openings


def dates(*periods: dict[str, Any], facts: object = None) -> tuple[Period, ...]:
    """The dates of an event with these `periodesOuvertures`."""
    event = thing(
        "FETE_ET_MANIFESTATION", facts or {}, ouverture={"periodesOuvertures": list(periods)}
    )
    return listing(event).dates


def period(start: str, end: str, kind: str = "OUVERTURE_TOUS_LES_JOURS", **more: Any) -> Any:
    return {"dateDebut": start, "dateFin": end, "type": kind} | more


def days(*names: str) -> dict[str, Any]:
    return {"ouverturesJournalieres": [{"jour": name} for name in names]}


def write_export(
    path: Path,
    objects: Mapping[str, object],
    companions: Mapping[str, object] | None = None,
    *,
    prefix: str = "",
) -> Path:
    """An export zip of objects by file name; companions by the stem of theirs; bytes as they
    are."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in objects.items():
            archive.writestr(f"{prefix}objets_modifies/{name}", _bytes(value))
        for name, value in (companions or {}).items():
            archive.writestr(f"{prefix}{name}.json", _bytes(value))
    return path


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()
