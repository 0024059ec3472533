"""Files of OpenStreetMap: the answer of Overpass, its GeoJSON, and CSV whose columns are tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.sources.draft import Draft, Rejection
from catalog.sources.osm.record import SOURCE, Element, read_element
from catalog.sources.strictjson import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.sources.candidate import Candidate
    from catalog.sources.documents import Document
    from catalog.sources.tables import Row, Table

_TYPES: Final = ("node", "way", "relation")
_RECORD: Final = re.compile(r"(?:node|way|relation)/\d+")
_ID_COLUMNS: Final = ("osm_id", "@id")
_EASTINGS: Final = ("X", "@lon", "lon", "longitude")
_NORTHINGS: Final = ("Y", "@lat", "lat", "latitude")
_NOT_TAGS: Final = frozenset({*_ID_COLUMNS, *_EASTINGS, *_NORTHINGS, "@type", "@timestamp"})
_COLUMN_TAGS: Final = {
    "toilets_disposal": "toilets:disposal",
    "toilets_position": "toilets:position",
    "toilets_wheelchair": "toilets:wheelchair",
}
_MOST_TAGS: Final = 500
_MOST_POINTS: Final = 100_000


def recognise(candidate: Candidate) -> Elements | None:
    """JSON with `elements`, GeoJSON whose features carry OSM ids, or CSV with a column of them."""
    document = candidate.document
    if document is not None:
        first = document.first("elements")
        if isinstance(first, dict) and first.get("type") in _TYPES and "id" in first:
            return Elements(_Overpass(document))
        feature = document.first("features")
        if isinstance(feature, dict) and _feature_id(feature):
            return Elements(_GeoJson(document))
        return None
    table = candidate.table
    if table is not None and any(column in table.columns for column in _ID_COLUMNS):
        return Elements(_Columns(table))
    return None


class Elements:
    """The elements of one file, in its order; one that comes twice is read once."""

    name = SOURCE

    def __init__(self, file: _Overpass | _GeoJson | _Columns) -> None:
        self._file = file
        self.total: int | None = file.total
        if self.total is None:
            self.label = "OpenStreetMap table of records"
        else:
            self.label = f"OpenStreetMap, {self.total:,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every element that has tags; the others are corners of ways, nothing to go to."""
        seen: set[str] = set()
        for number, element in enumerate(self._file.elements(), start=1):
            if isinstance(element, str):
                yield Rejection(SOURCE, f"#{number}", element)
                continue
            if not element.tags and _RECORD.fullmatch(element.record):
                continue
            draft = read_element(element, retrieved)
            if isinstance(draft, Draft):
                if element.record in seen:
                    reason = "field id: the same element stands in the file already"
                    draft = Rejection(SOURCE, element.record, reason)
                seen.add(element.record)
            yield draft


class _Overpass:
    def __init__(self, document: Document) -> None:
        self._items = document.items("elements")
        self.total = len(self._items)

    def elements(self) -> Iterator[Element | str]:
        for raw in self._items:
            found = _decoded(bytes(raw))
            if isinstance(found, dict):
                latitude, longitude = _position(found)
                yield Element(
                    record=f"{_text(found.get('type'))}/{_text(found.get('id'))}",
                    latitude=latitude,
                    longitude=longitude,
                    tags=_tags(found.get("tags")),
                    edited=_text(found.get("timestamp")),
                )
            else:
                yield found


class _GeoJson:
    def __init__(self, document: Document) -> None:
        self._items = document.items("features")
        self.total = len(self._items)

    def elements(self) -> Iterator[Element | str]:
        for raw in self._items:
            found = _decoded(bytes(raw))
            if isinstance(found, dict):
                properties = found.get("properties")
                # overpass-turbo writes the tags flat, older exports under "tags"
                inner = properties.get("tags") if isinstance(properties, dict) else None
                longitude, latitude = _middle(_corners(found.get("geometry")))
                yield Element(
                    record=_feature_id(found),
                    latitude=latitude,
                    longitude=longitude,
                    tags=_tags(inner if isinstance(inner, dict) else properties),
                    edited=_text(
                        properties.get("@timestamp") if isinstance(properties, dict) else None
                    ),
                )
            else:
                yield found


class _Columns:
    total: int | None = None

    def __init__(self, table: Table) -> None:
        self._table = table
        self._id = next(column for column in _ID_COLUMNS if column in table.columns)

    def elements(self) -> Iterator[Element | str]:
        for row in self._table.rows():
            yield self._element(row)

    def _element(self, row: Row) -> Element:
        fields = row.fields
        record = fields.get(self._id, "").strip()
        if "@type" in fields and "/" not in record:
            record = f"{fields['@type'].strip()}/{record}"
        return Element(
            record=record,
            latitude=_first(fields, _NORTHINGS),
            longitude=_first(fields, _EASTINGS),
            tags={
                _COLUMN_TAGS.get(column, column): value.strip()
                for column, value in fields.items()
                if column not in _NOT_TAGS
            },
            edited=fields.get("@timestamp", ""),
        )


def _first(fields: dict[str, str], columns: tuple[str, ...]) -> str | None:
    return next((fields[column] for column in columns if column in fields), None)


def _decoded(raw: bytes) -> dict[str, object] | str:
    """An object, or what is wrong with it."""
    try:
        found = decode(raw)
    except ValueError as problem:
        return str(problem)
    return found if isinstance(found, dict) else "the element is not a JSON object"


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _tags(value: object) -> dict[str, str]:
    """Tags are words; a converter may have made numbers of some."""
    if not isinstance(value, dict):
        return {}
    found: dict[str, str] = {}
    for key, raw in list(value.items())[:_MOST_TAGS]:
        if key.startswith("@") or key == "id":
            continue
        if text := (raw if isinstance(raw, str) else _text(raw)):
            found[key] = text
    return found


def _feature_id(feature: dict[str, object]) -> str:
    """`node/123`, from the feature or its properties."""
    properties = feature.get("properties")
    inner = properties if isinstance(properties, dict) else {}
    for value in (feature.get("id"), inner.get("@id"), inner.get("id"), inner.get("osm_id")):
        if isinstance(value, str) and _RECORD.fullmatch(value):
            return value
    return ""


_Number = float | None


def _position(element: dict[str, object]) -> tuple[_Number, _Number]:
    """Its own position, the centre that Overpass worked out, or the middle of its extent."""
    for holder in (element, element.get("center")):
        if isinstance(holder, dict):
            latitude, longitude = _number(holder.get("lat")), _number(holder.get("lon"))
            if latitude is not None and longitude is not None:
                return latitude, longitude
    bounds = element.get("bounds")
    if isinstance(bounds, dict):
        corners = [
            (_number(bounds.get(f"{end}lon")), _number(bounds.get(f"{end}lat")))
            for end in ("min", "max")
        ]
    else:
        geometry = element.get("geometry")
        points = geometry[:_MOST_POINTS] if isinstance(geometry, list) else []
        corners = [
            (_number(point.get("lon")), _number(point.get("lat")))
            for point in points
            if isinstance(point, dict)
        ]
    longitude, latitude = _middle([(x, y) for x, y in corners if x is not None and y is not None])
    return latitude, longitude


def _corners(geometry: object) -> list[tuple[float, float]]:
    """All points of a GeoJSON geometry, (east, north), whatever its depth."""
    found: list[tuple[float, float]] = []
    inner = geometry.get("coordinates") if isinstance(geometry, dict) else None
    waiting: list[object] = [inner]
    while waiting and len(found) < _MOST_POINTS:
        value = waiting.pop()
        if not isinstance(value, list):
            continue
        numbers = [_number(part) for part in value[:2]]
        if len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None:
            found.append((numbers[0], numbers[1]))
        else:
            waiting += value
    return found


def _middle(points: list[tuple[float, float]]) -> tuple[_Number, _Number]:
    """The middle of the extent, (east, north)."""
    if not points:
        return None, None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return round((min(xs) + max(xs)) / 2, 7), round((min(ys) + max(ys)) / 2, 7)


def _number(value: object) -> _Number:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < 1_000 else None
