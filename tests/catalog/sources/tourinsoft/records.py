"""Small records in the shapes of the regions' syndications, written for the tests."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from catalog.sources.draft import Draft
from catalog.sources.tourinsoft.record import read_record

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Listing

RETRIEVED = date(2026, 11, 21)


def record(code: str = "PCU", **fields: Any) -> dict[str, Any]:
    """A record of version 5, at Montirat (Tarn); `None` takes a column away."""
    made: dict[str, Any] = {
        "__metadata": {"uri": "http://wcf.example/Objects('X')"},
        "Structure": {"__deferred": {"uri": "http://wcf.example/Structure"}},
        "SyndicObjectID": f"{code}MID0810000001",
        "SyndicObjectName": "Maison du tisserand",
        "Updated": "/Date(1790000000000)/",
        "GmapLatitude": "44,1734000",
        "GmapLongitude": "2.1519000",
        "ObjectTypeName": "",
        "AdresseComplete": "Le Bourg|||81190|MONTIRAT|81180",
    } | fields
    return {name: value for name, value in made.items() if value is not None}


def draft(raw: dict[str, Any]) -> Draft:
    result = read_record(raw, RETRIEVED)
    assert isinstance(result, Draft), result
    return result


def listing(raw: dict[str, Any]) -> Listing:
    return draft(raw).listing


def warned(raw: dict[str, Any]) -> dict[str, str]:
    """Cautions by kind, with the value met."""
    return {caution.kind: caution.detail for caution in draft(raw).warnings}


def term(label: str, **more: Any) -> dict[str, Any]:
    """A thesaurus term of version 3."""
    return {"ThesID": "0", "ThesLibelle": label, "ThesCode": "1"} | more


def written(path: Path, content: object) -> Path:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    path.write_bytes(raw)
    return path
