"""Answers of the DATAtourisme API (v1, 2026) saved as JSON: `{"objects": […], "meta": {…}}`.

The same ontology without prefixes: `type`, `uri`, `uuid`, numbers for coordinates, language keys
`@fr`, thesaurus terms as `{"key": "Wifi", "label": {…}}`. `meta.total` is that of the whole query:
one page of it may be all that was saved. The platform's older flux are to end in October 2027.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.sources.datatourisme.record import SOURCE, read_object
from catalog.sources.draft import Draft, Rejection
from catalog.sources.strictjson import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import msgspec

    from catalog.sources.candidate import Candidate
    from catalog.sources.documents import Document

_LISTS: Final = (("objects",), ("results",), ())
_PLATFORM: Final = "data.datatourisme."
_NAMES: Final = ("label", "rdfs:label")


def recognise(candidate: Candidate) -> Page | None:
    """A JSON document of objects that have a place and a name as the ontology writes them."""
    if candidate.is_folder or "isLocatedAt" not in candidate.text:
        return None
    document = candidate.document
    if document is None:
        return None
    for path in _LISTS:
        if _is_object(document.first(*path)):
            return Page(document.items(*path), _announced(document))
    alone = {key: document.get(key) for key in document.keys} if document.keys else None
    return Page([alone], 1) if alone is not None and _is_object(alone) else None


def _is_object(value: object) -> bool:
    if not isinstance(value, dict) or not any(name in value for name in _NAMES):
        return False
    uri = value.get("uri", value.get("@id"))
    known = isinstance(uri, str) and _PLATFORM in uri
    return known or ("uuid" in value and "isLocatedAt" in value)


def _announced(document: Document) -> int:
    """How many records the query has in all, 0 where the answer does not say."""
    meta = document.get("meta")
    total = meta.get("total") if isinstance(meta, dict) else None
    return total if isinstance(total, int) and 0 < total < 10**9 else 0


class Page:
    """The objects of one answer, each decoded when its turn comes."""

    name = SOURCE

    def __init__(self, objects: Sequence[msgspec.Raw | dict[str, object]], announced: int) -> None:
        self._objects = objects
        self.total: int | None = len(objects)
        if announced > len(objects):
            self.label = f"DATAtourisme API, {len(objects):,} of {announced:,} records"
        else:
            self.label = f"DATAtourisme API, {len(objects):,} records"

    def read(self, retrieved: date) -> Iterator[Draft | Rejection]:
        """Every object, in the order of the answer."""
        seen: dict[str, str] = {}
        for number, item in enumerate(self._objects, start=1):
            where = f"record {number}"
            try:
                obj = item if isinstance(item, dict) else decode(bytes(item))
            except ValueError as problem:
                yield Rejection(SOURCE, where, str(problem))
                continue
            result = read_object(obj, retrieved, member=where)
            if isinstance(result, Draft):
                first = seen.setdefault(result.listing.id, where)
                if first != where:
                    reason = f"field uuid: the same record stands in {first} already"
                    result = Rejection(SOURCE, where, reason)
            yield result
