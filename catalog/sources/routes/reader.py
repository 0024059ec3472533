"""A file of walks: one FeatureCollection, several features of which may be one walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.sources.draft import Draft, Rejection
from catalog.sources.routes.columns import cells_of, is_walks
from catalog.sources.routes.feature import SOURCE, identifier, read_walk
from catalog.sources.strictjson import decode
from catalog.sources.values.geojson import require_degrees

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.sources.candidate import Candidate
    from catalog.sources.documents import Document


def recognise(candidate: Candidate) -> Walks | None:
    """A FeatureCollection of walks, told by the columns of its first feature."""
    document = candidate.document
    if document is None or "features" not in document.keys:
        return None
    first = document.first("features")
    cells = cells_of(first.get("properties")) if isinstance(first, dict) else {}
    return Walks(document) if is_walks(cells.keys()) else None


class Walks:
    """The walks of one file. Raises Unreadable for coordinates that are not degrees."""

    name = SOURCE

    def __init__(self, document: Document) -> None:
        require_degrees(document.get("crs"), str(document.path))
        self._features = document.items("features")
        self.total: int | None = len(self._features)
        self.label = f"departmental walks, {self.total:,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every walk, where its first feature stands; a walk is repeated for each way of getting
        to it, and is one all the same."""
        rows: dict[str, list[int]] = {}
        for number in range(len(self._features)):
            rows.setdefault(self._own_id(number) or f"feature {number + 1}", []).append(number)
        for member, numbers in rows.items():
            try:
                features = [decode(bytes(self._features[number])) for number in numbers]
            except ValueError as problem:
                yield Rejection(SOURCE, member, str(problem))
                continue
            yield read_walk(features, retrieved, member=member)

    def _own_id(self, number: int) -> str | None:
        try:
            feature = decode(bytes(self._features[number]))
        except ValueError:
            return None
        return (
            identifier(cells_of(feature.get("properties"))) if isinstance(feature, dict) else None
        )
