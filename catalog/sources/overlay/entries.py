"""One entry of an overlay → a draft, a correction, a hiding or a decision."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import msgspec

from catalog.handwritten import explain, keys_of, nearest
from catalog.model import Source
from catalog.sources.draft import Correction, Decision, Draft, Hiding
from catalog.sources.house.notation import BadValue, at
from catalog.sources.house.record import Maker
from catalog.sources.house.shape import INNER_TABLES, ListingTable, SourceTable
from catalog.sources.overlay.shape import (
    TABLES,
    AddTable,
    CorrectTable,
    Entry,
    HideTable,
    PairTable,
)

SOURCE: Final = "overlay"
_INITIALS: Final = re.compile(r"[^\W\d_]{1,4}")
"""Initials tell the office who wrote; a name would be a person in a file."""
_NEVER: Final = ("id", "confirmed", "credit", "url", "aliases", "same_as")
"""Keys of the house format that are not facts to correct."""
FIELDS: Final = tuple(key for key in keys_of(ListingTable) if key not in _NEVER)
_DEGREES: Final = {"lat": "latitude", "lon": "longitude"}
_PLACEHOLDER: Final[dict[str, Any]] = {
    "id": "entry",
    "kinds": ["service"],
    "name": "?",
    "place": {"lat": 44.0, "lon": 2.0},
}
"""What a listing must have: stands where a correction says nothing of it, and is not read."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Reads entries of the file called `file`; `known` are the vocabulary's terms and groups."""

    file: str
    known: Mapping[str, str]
    retrieved: date

    def read(
        self, action: str, document: object, number: int
    ) -> Draft | Correction | Hiding | Decision:
        """One entry. Raises BadValue, whose message is for the clerk."""
        entry = _convert(document, TABLES[action])
        source = self._source(entry, action, number)
        if entry.until is not None and entry.until < self.retrieved:
            with at("until"):
                raise BadValue(
                    f"the entry ended on {entry.until:%Y-%m-%d}: take it out of the file"
                )
        match entry:
            case AddTable():
                draft = self._maker(source).draft(entry.listing)
                listing = replace(
                    draft.listing, sources=(replace(source, record=entry.listing.id),)
                )
                return replace(draft, listing=listing)
            case CorrectTable():
                return self._correction(entry, source)
            case HideTable():
                return Hiding(_reference(entry.id), source)
            case PairTable():
                first, second = map(_reference, entry.ids)
                return Decision(first, second, action == "same", source)
        raise BadValue(f"{action!r} is not an action")

    def _correction(self, entry: CorrectTable, source: Source) -> Correction:
        if not entry.set and not entry.clear:
            raise BadValue("corrects nothing: write set or clear")
        with at("set"):
            for key in entry.set:
                _check_field(key)
        with at("clear"):
            for key in entry.clear:
                _check_field(key)
                if key in ("kinds", "name", "place"):
                    raise BadValue(f"{key!r} cannot be cleared: every listing has one")
        place = entry.set.get("place")
        stated = {**_PLACEHOLDER, **entry.set}
        fields = [key for key in entry.set if key != "place" or not isinstance(place, dict)]
        if isinstance(place, dict):
            stated["place"] = {**_PLACEHOLDER["place"], **place}
            fields += [f"place.{_DEGREES.get(part, part)}" for part in place]
        with at("set"):
            draft = self._maker(source).draft(_convert(stated, ListingTable))
        return Correction(
            reference=_reference(entry.id),
            fields=(*fields, *(key for key in entry.clear if key not in entry.set)),
            listing=draft.listing,
            source=source,
            warnings=draft.warnings,
        )

    def _source(self, entry: Entry, action: str, number: int) -> Source:
        with at("by"):
            if not _INITIALS.fullmatch(entry.by):
                raise BadValue(f"{entry.by!r} is not one to four initials (never a name)")
        with at("date"):
            if entry.date > self.retrieved:
                raise BadValue(f"{entry.date:%Y-%m-%d} is in the future")
        return Source(
            name=SOURCE,
            record=f"{self.file}, {action} {number}",
            retrieved=self.retrieved,
            updated=entry.date,
            creator=entry.by,
        )

    def _maker(self, source: Source) -> Maker:
        return Maker(SourceTable(SOURCE, confirmed=source.updated), self.known, self.retrieved)


def _check_field(key: str) -> None:
    if key not in FIELDS:
        raise BadValue(f"{key!r} is not a field{nearest(key, FIELDS)}")


def _reference(id: str) -> str:
    with at("id"):
        if not id.strip():
            raise BadValue("names no listing")
    return id.strip()


def _convert(document: object, table: type[Any]) -> Any:
    try:
        return msgspec.convert(document, table)
    except msgspec.ValidationError as problem:
        raise BadValue(explain(problem, table, {**INNER_TABLES, "listing": ListingTable})) from None
