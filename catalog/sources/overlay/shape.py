"""The entries of an overlay, as a clerk writes them."""

from __future__ import annotations

import datetime  # noqa: TC003 (msgspec reads the annotations)
from typing import Any

import msgspec

from catalog.sources.house.shape import ListingTable, Shape


class Entry(Shape, frozen=True, kw_only=True):
    """What every entry says: `by` initials (never a name), `until` the last day it holds."""

    date: datetime.date
    by: str
    why: str | None = None
    until: datetime.date | None = None


class AddTable(Entry, frozen=True, kw_only=True):
    """`[[add]]`: a listing that no source has, as in the house format."""

    listing: ListingTable


class CorrectTable(Entry, frozen=True, kw_only=True):
    """`[[correct]]`: fields of a listing, under its id, its producer's id or its address. `set`
    holds keys of the house format, `clear` names fields that are wrong and not known better."""

    id: str
    set: dict[str, Any] = msgspec.field(default_factory=dict)
    clear: tuple[str, ...] = ()


class HideTable(Entry, frozen=True, kw_only=True):
    """`[[hide]]`: a listing that visitors must not be told of."""

    id: str


class PairTable(Entry, frozen=True, kw_only=True):
    """`[[same]]` or `[[different]]`: what a pair in doubt is. Of the same, the first id stays."""

    ids: tuple[str, str]


TABLES: dict[str, type[Entry]] = {
    "add": AddTable,
    "correct": CorrectTable,
    "hide": HideTable,
    "same": PairTable,
    "different": PairTable,
}
