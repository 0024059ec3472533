"""Tourinsoft files: OData answers saved as JSON or as Atom (what a browser gets), and CSV."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.sources.draft import Caution, Draft, Rejection
from catalog.sources.markup import local, records
from catalog.sources.strictjson import decode
from catalog.sources.tourinsoft.fields import column_of
from catalog.sources.tourinsoft.record import SOURCE, read_record, unread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    import msgspec

    from catalog.sources.candidate import Candidate
    from catalog.sources.documents import Document
    from catalog.sources.tables import Table

_ID: Final = "SyndicObjectID"
_LISTS: Final = (("value",), ("d", "results"), ("d",), ("results",), ("items",), ("objects",), ())


def recognise(candidate: Candidate) -> JsonFeed | AtomFeed | TableFeed | None:
    """A JSON document, an Atom feed or a table whose records carry `SyndicObjectID`."""
    if candidate.is_folder or _ID.lower() not in candidate.text.lower():
        return None
    if candidate.text.lstrip().startswith("<"):
        return AtomFeed(candidate.path) if "<m:properties" in candidate.text else None
    if candidate.document is not None:
        return _json(candidate.document)
    table = candidate.table
    if table is not None and any(_is_id(column) for column in table.columns):
        return TableFeed(table)
    return None


def _json(document: Document) -> JsonFeed | None:
    if any(_is_id(key) for key in document.keys):
        return JsonFeed([{key: document.get(key) for key in document.keys}])
    for path in _LISTS:
        first = document.first(*path)
        if isinstance(first, dict) and any(_is_id(key) for key in first):
            return JsonFeed(document.items(*path))
    return None


def _is_id(column: str) -> bool:
    meant = column_of(column)
    return meant is not None and meant.meaning == "id"


class _Unread:
    """Notes each column that nobody reads once in a file, with the record where it came first."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def noted(self, draft: Draft, raw: Mapping[str, object]) -> Draft:
        """The draft, with a caution for each column not met before."""
        new = [name for name in unread(raw) if name not in self._seen]
        if not new:
            return draft
        self._seen.update(new)
        record = draft.listing.sources[0].record
        cautions = (Caution("column_not_read", record, name, "") for name in new)
        return replace(draft, warnings=(*draft.warnings, *cautions))


class JsonFeed:
    """The records of a JSON answer, each decoded when its turn comes."""

    name = SOURCE

    def __init__(self, items: Sequence[msgspec.Raw | dict[str, object]]) -> None:
        self._items = items
        self.total: int | None = len(items)
        self.label = f"Tourinsoft feed, {len(items):,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every record, in the order of the feed."""
        unknown = _Unread()
        for number, record in enumerate(self._items, start=1):
            where = f"record {number}"
            try:
                raw = record if isinstance(record, dict) else decode(bytes(record))
            except ValueError as problem:
                yield Rejection(SOURCE, where, str(problem))
                continue
            if not isinstance(raw, dict):
                yield Rejection(SOURCE, where, "the record is not a JSON object")
                continue
            result = read_record(raw, retrieved, where=where)
            yield unknown.noted(result, raw) if isinstance(result, Draft) else result


class AtomFeed:
    """The entries of an OData feed in Atom, the form that a browser is given: one element for
    each column below `m:properties`."""

    name = SOURCE

    def __init__(self, path: Path) -> None:
        self._path = path
        count = sum(1 for _ in records(path, ("properties",)))
        self.total: int | None = count
        self.label = f"Tourinsoft feed, {count:,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every entry, in the order of the feed."""
        unknown = _Unread()
        for number, element in enumerate(records(self._path, ("properties",)), start=1):
            raw = {local(child): (child.text or "").strip() for child in element}
            result = read_record(raw, retrieved, where=f"record {number}")
            yield unknown.noted(result, raw) if isinstance(result, Draft) else result


class TableFeed:
    """The rows of a region's CSV file. Raises Unreadable where the file breaks midway."""

    name = SOURCE
    total: int | None = None

    def __init__(self, table: Table) -> None:
        self._table = table
        self.label = "Tourinsoft table, its rows as records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every row, in the order of the file."""
        unknown = _Unread()
        for row in self._table.rows():
            where = f"line {row.line}"
            if row.surplus:
                yield Rejection(SOURCE, where, "the row has more fields than there are columns")
                continue
            result = read_record(row.fields, retrieved, where=where)
            yield unknown.noted(result, row.fields) if isinstance(result, Draft) else result
