"""The envelopes in which the platform sends a record.

v1    {"records": [{"datasetid", "recordid", "fields": {…}, "geometry", "record_timestamp"}]}
v2.0  {"records": [{"record": {"id", "timestamp", "fields": {…}}}]}
v2.1  {"results": [{…fields}]}
exports  a list of v1 records or of plain fields; GeoJSON with the fields as `properties`
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from catalog.sources.documents import Document

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Enveloped:
    """A record's own fields, and what stands outside of them."""

    fields: Node
    record: str | None = None
    dataset: str | None = None
    timestamp: str | None = None
    geometry: Node = field(default_factory=dict)


def open_envelope(value: object) -> Enveloped | None:
    """The record in a value; None if it is no JSON object."""
    if not isinstance(value, dict):
        return None
    record: Node = value["record"] if isinstance(value.get("record"), dict) else value
    inside: Node = next(
        (record[key] for key in ("fields", "properties") if isinstance(record.get(key), dict)),
        record,
    )
    outside: Node = record if inside is not record else {}
    geometry = outside.get("geometry")
    return Enveloped(
        fields=inside,
        record=_text(outside.get("recordid")) or _text(outside.get("id")),
        dataset=_text(outside.get("datasetid")),
        timestamp=_text(outside.get("record_timestamp")) or _text(outside.get("timestamp")),
        geometry=geometry if isinstance(geometry, dict) else {},
    )


def where_records_are(document: Document) -> str | None:
    """The key of the list of records, "" for the outermost list; None where there is none."""
    keys = ("records", "results", "features")
    return next((key for key in keys if key in document.keys), None if document.keys else "")


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
