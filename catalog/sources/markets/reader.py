"""The two shapes in which markets come, recognised and read market by market."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from catalog.sources.draft import Draft, Rejection
from catalog.sources.markets.expressed import read_expressed
from catalog.sources.markets.record import SOURCE, Properties, object_of, slug
from catalog.sources.markets.rows import KEY, read_rows
from catalog.sources.strictjson import decode
from catalog.sources.values.texts import tidy_line
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.sources.candidate import Candidate
    from catalog.sources.documents import Document

_ROWS: Final = frozenset({KEY, "nombre_dia", "horario"})
_MARKET_WORDS: Final = frozenset(
    ("marche", "marches", "market", "markets", "mercat", "mercats", "mercado", "mercados")
)


def recognise(candidate: Candidate) -> Rows | Expressed | None:
    """GeoJSON whose features are market days, or markets with `opening_hours`."""
    document = candidate.document
    if document is None or "features" not in document.keys:
        return None
    properties = object_of(document.first("features"), "properties")
    title = document.get("name")
    name = tidy_line(title, 60) if isinstance(title, str) else ""
    name = slug(name) or slug(candidate.path.stem) or SOURCE
    if properties.keys() >= _ROWS:
        return Rows(document, name)
    said = set(fold(f"{name} {candidate.path.stem}").split())
    is_market = properties.get("amenity") == "marketplace" or not said.isdisjoint(_MARKET_WORDS)
    if "opening_hours" in properties and is_market:
        return Expressed(document, name)
    return None


class Rows:
    """One feature for each day of each market, as the Pyrenean border territory publishes them:
    all rows of one market are one listing. Labels are bilingual, `Lunes/Lundi`."""

    name = SOURCE

    def __init__(self, document: Document, name: str) -> None:
        self._items = document.items("features")
        self._name = name
        self.total: int | None = len(self._items)
        self.label = f"markets of {name}, {self.total:,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every market, in the order of its first row."""
        rows_of: defaultdict[str, list[int]] = defaultdict(list)
        for number in range(len(self._items)):
            properties = object_of(self._feature(number), "properties")
            key = properties.get(KEY)
            if isinstance(key, str | int) and not isinstance(key, bool) and slug(str(key)):
                rows_of[slug(str(key))].append(number)
            else:
                yield _without_identifier(self._feature(number), number)
        for key, numbers in rows_of.items():
            features = [self._feature(number) for number in numbers]
            yield read_rows(f"{self._name}-{key}", features, retrieved)

    def _feature(self, number: int) -> Properties:
        return _decoded(bytes(self._items[number]))


class Expressed:
    """One feature for each market, its days and hours in an `opening_hours` property."""

    name = SOURCE

    def __init__(self, document: Document, name: str) -> None:
        self._items = document.items("features")
        self._name = name
        self.total: int | None = len(self._items)
        self.label = f"markets with opening hours, {self.total:,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every market, in the order of the file."""
        seen: set[str] = set()
        for number, raw in enumerate(self._items):
            feature = _decoded(bytes(raw))
            if not feature:
                yield _without_identifier(feature, number)
                continue
            draft = read_expressed(self._name, feature, retrieved)
            if isinstance(draft, Draft):
                if draft.listing.id in seen:
                    reason = "field id: the same market stands in the file already"
                    draft = Rejection(SOURCE, draft.listing.id, reason)
                else:
                    seen.add(draft.listing.id)
            yield draft


def _without_identifier(feature: Properties, number: int) -> Rejection:
    if not feature:
        return Rejection(SOURCE, f"#{number + 1}", "the entry is not a JSON object")
    return Rejection(SOURCE, f"#{number + 1}", f"field {KEY}: the market has no identifier")


def _decoded(raw: bytes) -> Properties:
    """A feature; nothing where it is no JSON object."""
    try:
        found = decode(raw)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
