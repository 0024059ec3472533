"""Small OpenAgenda events in the shapes of the real ones."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from catalog.sources.draft import Draft
from catalog.sources.openagenda.event import read_event

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Listing

RETRIEVED = date(2026, 11, 21)


def timing(begin: str, end: str | None = None) -> dict[str, str]:
    return {"begin": begin} if end is None else {"begin": begin, "end": end}


def event(uid: object = 7001, **more: Any) -> dict[str, Any]:
    """A flea market in Carmaux; `more` replaces fields, `types_x` is "types-x"."""
    made: dict[str, Any] = {
        "uid": uid,
        "title": {"fr": "La Brocante de la Verrerie"},
        "description": {"fr": "Une trentaine d’exposants."},
        "longDescription": {},
        "keywords": {},
        "timings": [timing("2026-12-05T07:00:00+01:00", "2026-12-05T12:30:00+01:00")],
        "timezone": "Europe/Paris",
        "location": {
            "uid": 500,
            "name": "Place de la Verrerie",
            "address": "Allée du parc, 81400 Carmaux",
            "city": "Carmaux",
            "postalCode": "81400",
            "insee": "81060",
            "latitude": 44.0512,
            "longitude": 2.1571,
            "department": "Tarn",
        },
        "accessibility": {"ii": False, "hi": False, "vi": False, "pi": False, "mi": False},
        "age": {"min": None, "max": None},
        "attendanceMode": 1,
        "status": 1,
        "state": 2,
        "conditions": {},
        "registration": [],
        "updatedAt": "2026-10-02T12:45:17.000Z",
        "originAgenda": {"uid": 9, "title": "Agenda du Ségala"},
        "creatorUid": 123456,
        "ownerUid": 123456,
    }
    return made | {name.replace("_", "-"): value for name, value in more.items()}


def draft(uid: object = 7001, **more: Any) -> Draft:
    result = read_event(event(uid, **more), RETRIEVED, where="f, event 1")
    assert isinstance(result, Draft), result
    return result


def listing(**more: Any) -> Listing:
    return draft(**more).listing


def kinds_of(found: Draft) -> list[str]:
    return [caution.kind for caution in found.warnings]


def write(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path
