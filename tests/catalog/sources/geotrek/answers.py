"""Answers of an API like Geotrek's, small and invented."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from catalog.sources.draft import Draft, Rejection
from catalog.sources.geotrek.lists import Family, Lists
from catalog.sources.geotrek.record import read_record

if TYPE_CHECKING:
    from pathlib import Path

RETRIEVED = date(2026, 11, 20)
UUID = "11111111-2222-4333-8444-{:012d}"
Raw = dict[str, Any]


def texts(fr: str | None, en: str | None = "") -> Raw:
    return {"fr": fr, "en": en}


def record(number: int, **fields: Any) -> Raw:
    return {
        "id": number,
        "uuid": UUID.format(number),
        "name": texts(f"Nom {number}", f"Name {number}"),
        "published": {"fr": True, "en": True},
        "geometry": {"type": "Point", "coordinates": [2.15, 44.05]},
        "structure": 1,
        "update_datetime": "2026-05-16T22:30:00Z",
        "url": f"https://x.org/api/v2/trek/{number}/",
        "attachments": [],
    } | fields


def trek(number: int = 7, **fields: Any) -> Raw:
    line = [[2.1, 44.1, 300.0], [2.2, 44.2, 400.0]]
    return record(
        number,
        **{
            "departure": texts("Place du village"),
            "arrival": texts("Place du village"),
            "departure_geom": [2.1, 44.1],
            "departure_city": "81060",
            "cities": ["81060", "81170"],
            "geometry": {"type": "LineString", "coordinates": line},
            "practice": 4,
            "difficulty": 2,
            "route": 1,
            "networks": [2],
            "themes": [7, 12],
            "labels": [],
            "accessibilities": [],
            "duration": 2.5,
            "length_2d": 7606.3,
            "ascent": 310,
            "descent": -305,
            "min_elevation": 290,
            "max_elevation": 600,
            "children": [],
            "parents": [],
            "source": [2],
            "gpx": "https://x.org/api/fr/treks/7/boucle.gpx",
            "kml": "https://x.org/api/fr/treks/7/boucle.kml",
            "pdf": {"fr": "https://x.org/api/fr/treks/7/boucle.pdf"},
        }
        | fields,
    )


def content(number: int = 20, **fields: Any) -> Raw:
    return record(
        number,
        **{
            "category": 1,
            "types": {"101": [4], "102": []},
            "practical_info": texts(""),
            "published": True,
            "themes": [],
            "website": "www.gite.example.fr",
            "email": "Gite@Example.fr",
            "contact": "<p>Jean Dupont 06 12 34 56 78</p>",
        }
        | fields,
    )


def event(number: int = 30, **fields: Any) -> Raw:
    return record(
        number,
        **{
            "begin_date": "2026-07-01",
            "end_date": "2026-07-03",
            "start_time": "15:45:00",
            "end_time": "16:45:00",
            "type": 6,
            "meeting_point": "Devant la mairie",
            "target_audience": "Familles et enfants",
            "organizer": "Mme Exemple",
            "contact": "",
        }
        | fields,
    )


PRACTICES = [
    {"id": 4, "name": texts("Pédestre", "Walking"), "order": 1, "pictogram": "x"},
    {"id": 9, "name": texts("Cani-rando"), "order": 2, "pictogram": "x"},
]
DIFFICULTIES = [{"id": 2, "cirkwi_level": 2, "label": texts("Facile", "Easy"), "pictogram": "x"}]
ROUTES = [{"id": 1, "pictogram": "x", "route": texts("Boucle", "Loop")}]
THEMES = [
    {"id": 7, "label": texts("Géologie", "Geology"), "pictogram": "x"},
    {"id": 12, "label": texts("Contes et légendes"), "pictogram": "x"},
]
NETWORKS = [{"id": 2, "label": texts("GR", "GR"), "pictogram": "x"}]
STRUCTURES = [{"id": 1, "name": "Parc des Causses"}]
SOURCES = [{"id": 2, "name": "Office de Tourisme", "pictogram": "x", "website": "https://ot.fr"}]
LABELS = [
    {
        "id": 1,
        "advice": texts("Tenez-le en laisse."),
        "filter": True,
        "name": texts("Chien autorisé"),
    },
    {"id": 3, "advice": texts(""), "filter": True, "name": texts("Natura 2000")},
    {"id": 5, "advice": texts(""), "filter": True, "name": texts("Coin calme", "Quiet spot")},
]
CATEGORIES = [
    {
        "id": 1,
        "label": texts("Hébergement", "Accommodation"),
        "order": 1,
        "pictogram": "x",
        "types": [
            {
                "id": 101,
                "label": texts("Type"),
                "values": [{"id": 4, "label": texts("Gîte d'étape")}],
            }
        ],
    }
]
EVENT_TYPES = [{"id": 6, "pictogram": None, "type": texts("Concert", "Concert")}]
ACCESSIBILITIES = [
    {"id": 1, "name": texts("Fauteuil roulant"), "pictogram": "x"},
    {"id": 2, "name": texts("Poussette"), "pictogram": "x"},
]
LISTS: dict[str, list[Raw]] = {
    "trek_practice.json": PRACTICES,
    "trek_difficulty.json": DIFFICULTIES,
    "trek_route.json": ROUTES,
    "theme.json": THEMES,
    "trek_network.json": NETWORKS,
    "structure.json": STRUCTURES,
    "source.json": SOURCES,
    "label.json": LABELS,
    "touristiccontent_category.json": CATEGORIES,
    "touristicevent_type.json": EVENT_TYPES,
    "trek_accessibility.json": ACCESSIBILITIES,
}


def lists() -> Lists:
    joined = Lists()
    for known, entries in (
        *(("practice", PRACTICES), ("difficulty", DIFFICULTIES), ("route", ROUTES)),
        *(("theme", THEMES), ("network", NETWORKS), ("structure", STRUCTURES)),
        *(("source", SOURCES), ("label", LABELS), ("category", CATEGORIES)),
        *(("event_type", EVENT_TYPES), ("accessibility", ACCESSIBILITIES)),
    ):
        for entry in entries:
            joined.add(known, entry)
    return joined


def read(raw: Any, family: Family = Family.TREK, joined: Lists | None = None) -> Draft | Rejection:
    return read_record(raw, family, joined or lists(), RETRIEVED, language="fr", member="a, 1")


def draft(raw: Raw, family: Family = Family.TREK, joined: Lists | None = None) -> Draft:
    result = read(raw, family, joined)
    assert isinstance(result, Draft), result
    return result


def page(entries: list[Any], *, count: int | None = None, following: str | None = None) -> str:
    return json.dumps(
        {
            "count": len(entries) if count is None else count,
            "next": following,
            "previous": None,
            "results": entries,
        }
    )


def write_folder(folder: Path, **more: list[Any]) -> Path:
    """A folder of lists and one of treks; `more`: other files by their stem."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, entries in LISTS.items():
        (folder / name).write_text(page(entries), encoding="utf-8")
    for stem, records in ({"trek": [trek()]} | more).items():
        (folder / f"{stem}.json").write_text(page(records), encoding="utf-8")
    return folder


def kinds(found: Draft) -> set[str]:
    return {caution.kind for caution in found.warnings}
