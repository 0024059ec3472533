"""Small objects in the shape of the platform's, written for the tests: no real place."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

from catalog.sources.datatourisme.record import read_object
from catalog.sources.draft import Draft

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Listing

RETRIEVED = date(2026, 11, 21)
CONTEXT_V3 = {"@vocab": "https://www.datatourisme.fr/ontology/core#"}
CONTEXT_V2 = {"@vocab": "https://www.datatourisme.gouv.fr/ontology/core#"}


def ref(name: str, kind: str = "Theme", **labels: str) -> dict[str, Any]:
    """An inline reference to a thesaurus term."""
    return {
        "@id": f"kb:{name}",
        "@type": [kind],
        "rdfs:label": {lang: [label] for lang, label in labels.items()} or {"fr": [name]},
    }


def city(insee: str, name: str, department: str) -> dict[str, Any]:
    return {
        "@id": f"kb:{insee}",
        "@type": ["City"],
        "rdfs:label": {"fr": [name]},
        "insee": insee,
        "isPartOfDepartment": {"@id": f"kb:France76{department}", "insee": department},
    }


def location(**fields: Any) -> dict[str, Any]:
    """A location at Montirat (Tarn)."""
    return {
        "@id": "https://data.datatourisme.fr/loc",
        "@type": ["schema:Place", "Place"],
        "schema:address": [
            {
                "schema:addressLocality": "Montirat",
                "schema:postalCode": "81190",
                "schema:streetAddress": ["Le Bourg"],
                "hasAddressCity": city("81180", "Montirat", "81"),
            }
        ],
        "schema:geo": {"schema:latitude": "44.1734", "schema:longitude": "2.1519"},
    } | fields


def thing(*classes: str, **fields: Any) -> dict[str, Any]:
    """An object of the given classes; every field can be replaced, `None` takes it away."""
    made: dict[str, Any] = {
        "@id": "https://data.datatourisme.fr/23/aaaaaaaa-0000-3000-8000-000000000001",
        "@type": ["PointOfInterest", "PlaceOfInterest", *(classes or ("CulturalSite", "Museum"))],
        "dc:identifier": "PCUMID081V500001",
        "rdfs:label": {"fr": ["Maison du tisserand"]},
        "isLocatedAt": [location()],
        "hasBeenCreatedBy": {
            "@type": ["schema:Organization"],
            "schema:legalName": "OT d'essai",
            "schema:email": ["someone@example.org"],
        },
        "hasBeenPublishedBy": [{"schema:legalName": "SIT d'essai"}],
        "lastUpdate": "2026-10-01",
    } | fields
    return {key: value for key, value in made.items() if value is not None}


def draft(obj: object) -> Draft:
    result = read_object(obj, RETRIEVED)
    assert isinstance(result, Draft), result
    return result


def listing(obj: object) -> Listing:
    return draft(obj).listing


def warned(obj: object) -> set[str]:
    return {caution.kind for caution in draft(obj).warnings}


def write_flux(
    path: Path, objects: dict[str, object], *, index: object = None, prefix: str = ""
) -> Path:
    """A flux zip of objects by their file name under `objects/`; bytes are written as they are."""
    entries = [{"label": name, "file": name} for name in objects] if index is None else index
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{prefix}context.jsonld", json.dumps({"@context": CONTEXT_V3}))
        archive.writestr(f"{prefix}index.json", json.dumps(entries))
        for name, obj in objects.items():
            raw = obj if isinstance(obj, bytes) else json.dumps(obj).encode()
            archive.writestr(f"{prefix}objects/{name}", raw)
    return path
