"""A file in the national schema: one FeatureCollection of routes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.sources.draft import Draft, Rejection
from catalog.sources.schema_randonnee.feature import SOURCE, read_feature
from catalog.sources.schema_randonnee.fields import text_of
from catalog.sources.strictjson import decode
from catalog.sources.values.geojson import require_degrees
from catalog.sources.values.texts import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.sources.candidate import Candidate
    from catalog.sources.documents import Document

_OURS: Final = frozenset(("id_local", "nom_itineraire", "pratique"))


def recognise(candidate: Candidate) -> Routes | None:
    """A FeatureCollection whose first feature has the schema's fields."""
    document = candidate.document
    if document is None or "features" not in document.keys:
        return None
    first = document.first("features")
    properties = first.get("properties") if isinstance(first, dict) else None
    if not isinstance(properties, dict) or not properties.keys() >= _OURS:
        return None
    return Routes(document)


class Routes:
    """The routes of one file. Raises Unreadable for coordinates that are not degrees."""

    name = SOURCE

    def __init__(self, document: Document) -> None:
        require_degrees(document.get("crs"), str(document.path))
        self._features = document.items("features")
        self.total: int | None = len(self._features)
        self.label = f"national hiking schema, {self.total:,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every route, in the order of the file."""
        names = self._parents()
        for number, raw in enumerate(self._features, start=1):
            member = f"feature {number}"
            try:
                feature = decode(bytes(raw))
            except ValueError as problem:
                yield Rejection(SOURCE, member, str(problem))
                continue
            yield read_feature(feature, retrieved, member=member, stages=names)

    def _parents(self) -> dict[tuple[str, str], list[str]]:
        """The names of the stages of each longer route, by its producer and id."""
        found: dict[tuple[str, str], list[str]] = {}
        for raw in self._features:
            try:
                feature = decode(bytes(raw))
            except ValueError:
                continue
            properties = feature.get("properties") if isinstance(feature, dict) else None
            if not isinstance(properties, dict):
                continue
            parent, name = (
                text_of(properties, "itineraire_parent"),
                text_of(properties, "nom_itineraire"),
            )
            if parent and name:
                producer = text_of(properties, "producteur") or ""
                found.setdefault((producer, parent), []).append(tidy_line(name))
        return found
