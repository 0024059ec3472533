"""One file of the API: a page of results, a GeoJSON collection, or a single record.

API v2 answers `{"count", "next", "results": [...]}`, with `?format=geojson` a FeatureCollection,
and one object for the address of one record; API v1 and mobile files are FeatureCollections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalog.sources.strictjson import decode
from catalog.sources.values.geojson import require_degrees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.sources.documents import Document

Raw = dict[str, Any]
"""A record or an entry of a list, as JSON; of a feature, its properties with its geometry."""


class Answer:
    """A JSON document as a sequence of records."""

    def __init__(self, document: Document) -> None:
        self._document = document
        keys = document.keys
        self._key = next((key for key in ("results", "features") if key in keys), None)
        self._items = [] if self._key is None else document.items(self._key)

    def __len__(self) -> int:
        return len(self._items) if self._key else bool(self._document.keys)

    def check_degrees(self) -> None:
        """Raises Unreadable for a map whose coordinates are not degrees."""
        require_degrees(self._document.get("crs"), str(self._document.path))

    @property
    def is_page(self) -> bool:
        """Whether this is a page of results, as the API gives them."""
        return self._key == "results" and "count" in self._document.keys

    @property
    def is_message(self) -> bool:
        """Whether the server only said something ("not found")."""
        return self._document.keys == {"detail"}

    @property
    def announced(self) -> int | None:
        """How many records the API has on all pages, where there are more pages than this."""
        count, following = self._document.get("count"), self._document.get("next")
        return count if isinstance(count, int) and following else None

    @property
    def first(self) -> Raw | None:
        """The first record, to see what kind it is."""
        return next((raw for raw in self.records() if isinstance(raw, dict)), None)

    def records(self) -> Iterator[Raw | str]:
        """Every record; for one that is not a JSON object, the sentence that says so."""
        if self._key is None:
            yield {key: self._document.get(key) for key in sorted(self._document.keys)}
            return
        for item in self._items:
            try:
                value = decode(bytes(item))
            except ValueError as problem:
                yield str(problem)
                continue
            yield _flat(value) if isinstance(value, dict) else "the record is not a JSON object"


def _flat(record: Raw) -> Raw:
    """A feature's properties beside its id and geometry; any other record as it is."""
    properties = record.get("properties")
    if record.get("type") != "Feature" or not isinstance(properties, dict):
        return record
    inside: Raw = {key: record[key] for key in ("id", "geometry") if key in record}
    return inside | properties
