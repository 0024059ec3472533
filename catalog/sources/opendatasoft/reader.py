"""An agenda's file from an Opendatasoft portal: an answer of its API or an export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.sources.draft import Draft, Rejection
from catalog.sources.opendatasoft.datasets import dataset_of
from catalog.sources.opendatasoft.envelope import open_envelope, where_records_are
from catalog.sources.opendatasoft.record import SOURCE, read_record
from catalog.sources.strictjson import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    import msgspec

    from catalog.sources.candidate import Candidate
    from catalog.sources.documents import Document

_FIELDS: Final = frozenset(("titre", "date_debut", "date_fin"))


def recognise(candidate: Candidate) -> Agenda | None:
    """JSON whose first record has a French title and two dates."""
    document = candidate.document
    key = None if document is None else where_records_are(document)
    if document is None or key is None:
        return None
    first = open_envelope(document.first(*_path(key)))
    return Agenda(document, key) if first and first.fields.keys() >= _FIELDS else None


def _path(key: str) -> tuple[str, ...]:
    """Where the records are: under the key, or the document itself."""
    return (key,) if key else ()


class Agenda:
    """The records of one file, in its order."""

    name = SOURCE

    def __init__(self, document: Document, key: str) -> None:
        self._path = document.path
        self._records = document.items(*_path(key))
        self.total: int | None = len(self._records)
        self.label = f"Opendatasoft agenda, {len(self._records):,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every record."""
        for number, raw in enumerate(self._records, start=1):
            yield self._read_one(raw, f"{self._path.name}, record {number}", retrieved)

    def _read_one(self, raw: msgspec.Raw, where: str, retrieved: date) -> Draft | Rejection:
        try:
            record = open_envelope(decode(bytes(raw)))
        except ValueError as problem:
            return Rejection(SOURCE, where, str(problem))
        if record is None:
            return Rejection(SOURCE, where, "the record is not a JSON object")
        dataset = dataset_of(record.dataset, self._path.stem)
        return read_record(record, dataset, retrieved, where=where)
