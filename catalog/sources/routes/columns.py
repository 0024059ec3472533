"""The columns that these files have, in Spanish, French and English, and how cells are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from catalog.sources.values.texts import tidy_line
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection

Cells = dict[str, Any]
"""The properties of a feature by the folded name of their column."""

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "id": ("id", "identifiant", "identificador", "code"),
    "name": ("nombre", "nom", "nom itineraire", "name"),
    "km": ("distancia km", "distance km", "longueur km", "length km"),
    "metres": ("distancia m", "distance m", "longueur m", "length m"),
    "distance": ("distancia", "distance", "longueur", "length"),
    "hours": ("duracion h", "duree h", "duration h"),
    "minutes": ("duracion min", "duree min", "duration min"),
    "duration": ("duracion", "duree", "duration"),
    "difficulty": ("dificultad", "difficulte", "difficulty"),
    "ascent": ("desnivel positivo m", "denivele positif m", "denivele m"),
    "description": ("descripcion", "description", "descriptif"),
    "commune": ("municipios commune", "municipio", "commune", "communes"),
    "insee": ("code insee", "insee", "communes code"),
    "pictures": ("fotos", "photos", "photo"),
    "practice": ("tipo itinerario", "type itineraire", "pratique", "practice"),
    "landscape": ("paisaje", "paysage", "landscape"),
    "access": ("nombre acceso", "nom acces"),
    "access_type": ("tipo acceso", "type acces"),
    "marking": ("senalizacion", "balisage"),
    "gpx": ("url gpx", "gpx", "lien gpx"),
    "kmz": ("url kmz", "kmz"),
    "kml": ("url kml", "kml"),
    "pdf": ("url pdf", "pdf", "fiche pdf"),
}
BILINGUAL: Final = ("es", "fr")
"""The languages of the two halves of a cell, as the files of both sides of the Pyrenees have it."""
LANGUAGE: Final = "fr"
"""Names and descriptions are in French whatever language the columns are in: these are offices'
texts."""
_BETWEEN_ADDRESSES: Final = re.compile(r"[\s,;|]+(?=https?://)")


def cells_of(properties: object) -> Cells:
    """The properties under the folded names of their columns; of two, the first counts."""
    found: Cells = {}
    if isinstance(properties, dict):
        for name, value in properties.items():
            found.setdefault(fold(name[:120]), value)
    return found


def is_walks(columns: Collection[str]) -> bool:
    """Whether the columns are those of such a file: an id, a name, a difficulty or duration of a
    way, and a track or a length. `id_local` is the national schema, which has its own reader."""
    has = {field: any(name in columns for name in names) for field, names in COLUMNS.items()}
    return (
        has["id"]
        and has["name"]
        and (has["duration"] or has["hours"] or has["minutes"])
        and has["difficulty"]
        and (has["gpx"] or has["kml"])
        and "id local" not in columns
    )


def value_of(cells: Cells, field: str) -> object:
    """The value of a field under the first of its names that has one."""
    for name in COLUMNS[field]:
        value = cells.get(name)
        if value is not None and value != "":
            return value
    return None


def text_of(cells: Cells, field: str) -> str | None:
    """A short value on one line."""
    value = value_of(cells, field)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return tidy_line(str(value), 1_000) or None


def addresses(cells: Cells, field: str) -> list[str]:
    """The addresses of a cell, which has several in one string; a comma may be part of one."""
    value = value_of(cells, field)
    values = value if isinstance(value, list) else [value]
    return [
        part.strip(" ,;|")
        for one in values
        if isinstance(one, str)
        for part in _BETWEEN_ADDRESSES.split(one[:20_000].strip())
        if part.strip(" ,;|")
    ]


def labels(cells: Cells, field: str) -> list[list[tuple[str, str]]]:
    """The words of a cell, each with its (language, label) pairs: `Campo / Campagne, Urbano /
    Urbain` is two words in two languages."""
    found: list[list[tuple[str, str]]] = []
    for word in (text_of(cells, field) or "").split(","):
        halves = [half.strip() for half in word.split(" / ") if half.strip()]
        if len(halves) == len(BILINGUAL):
            found.append(list(zip(BILINGUAL, halves, strict=True)))
        elif word.strip():
            found.append([(LANGUAGE, word.strip())])
    return found
