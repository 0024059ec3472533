"""`catalog show`: one listing, every field, as the catalogue holds it."""

from __future__ import annotations

import json
import sys
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

import msgspec
from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from catalog import hours, vocabulary
from catalog.model import Listing, TermId
from catalog.search.engine import SearchEngine
from catalog.store.folder import catalogue_path
from catalog.store.reader import Catalogue
from catalog.text import clean_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from catalog.model import ListingId, Source

_NEAR: Final = 5
_NEAR_ENOUGH: Final = 75.0
_IDS: Final = "SELECT id FROM listing"
_TERMS: Final = frozenset(
    {"concepts", "themes", "amenities", "audience", "payment", "modes", "basis"}
)
"""Fields whose values are terms, shown with their words."""
_APART: Final = ("sources", "provenance")
"""Said of every other field."""
_MARKS: Final = frozenset({"cancelled", "closed", "free", "instead", "main"})
"""Yes-or-no fields whose "no" is only the absence of a statement."""


def show(options: Namespace) -> int:
    """Print a listing; exit 1 and name near ones if there is none of this id."""
    with Catalogue.open(catalogue_path(options.data, options.catalog)) as catalogue:
        listing = catalogue.find(options.id)
        if listing is None:
            _suggest(catalogue, options.id)
            return 1
        if options.json:
            print(json.dumps(_document(listing), indent=2, ensure_ascii=False))
        else:
            for line in _card(listing, catalogue):
                print(clean_line(line))
    return 0


def _document(listing: Listing) -> dict[str, Any]:
    """The record, with both sets of periods as OSM `opening_hours` beside them."""
    document: dict[str, Any] = msgspec.to_builtins(listing)
    document["openings_osm"] = hours.expression(listing.openings)
    document["dates_osm"] = hours.expression(listing.dates)
    return document


def _card(listing: Listing, catalogue: Catalogue) -> Iterator[str]:
    """Every field that is known, one line a value, under the sources that state them; then the
    names of the fields of which nothing is known."""
    for source in listing.sources:
        yield _provenance(source)
    unknown: list[str] = []
    words = _Words(catalogue)
    record = msgspec.to_builtins(listing)
    several = len(listing.sources) > 1
    for name in (field.name for field in fields(Listing) if field.name not in _APART):
        lines = list(_lines(name, name, record[name], words))
        if name in ("openings", "dates") and lines:
            yield f"{name} (OSM): {hours.expression(getattr(listing, name))}"
        for path, line in lines:
            yield f"{line}  ({_dated(listing.origin(path))})" if several else line
        if not lines and name != "cancelled":
            unknown.append(name)
    if unknown:
        yield f"not known: {', '.join(unknown)}"


def _dated(source: Source) -> str:
    return " ".join(str(part) for part in (source.name, source.updated) if part)


def _provenance(source: Source) -> str:
    dates = [f"updated {source.updated}"] if source.updated else ["update date not known"]
    dates.append(f"retrieved {source.retrieved}")
    credit = [part for part in (source.creator, source.publisher, source.licence) if part]
    return f"from {source.name}, record {source.record}: " + ", ".join(
        [*dates, *credit, *([source.url] if source.url else [])]
    )


class _Words:
    """The words behind a term: the house's own, else the source's."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def of(self, term: str) -> str:
        """`castle (château)`; the bare term where nobody has words for it."""
        label = vocabulary.label(TermId(term), "fr")
        if label is None:
            text = self._catalogue.thesaurus(TermId(term)).best("fr")
            label = text.text if text else None
        return f"{term} ({label})" if label else term


def _lines(path: str, shown: str, value: Any, words: _Words) -> Iterator[tuple[str, str]]:
    """The leaves of a value as (path for `Listing.origin`, "shown: value"); items are shown
    counted from 1; what is empty or unknown yields nothing."""
    if value in (None, (), [], {}) or (value is False and path.rpartition(".")[2] in _MARKS):
        return
    if isinstance(value, dict):
        if value.keys() == {"texts"}:
            yield from _texts(path, shown, value["texts"])
            return
        for name, inner in value.items():
            yield from _lines(f"{path}.{name}", f"{shown}.{name}", inner, words)
    elif isinstance(value, list | tuple):
        if all(isinstance(item, str) for item in value):
            named = path.rpartition(".")[2] in _TERMS
            told = ", ".join(words.of(item) if named else item for item in value)
            yield path, f"{shown}: {told}"
            return
        for place, item in enumerate(value):
            yield from _lines(f"{path}[{place}]", f"{shown}[{place + 1}]", item, words)
    else:
        is_term = path.startswith("labels[") and path.endswith(".id")
        yield path, f"{shown}: {words.of(value) if is_term else _plain(value)}"


def _texts(path: str, shown: str, texts: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for text in texts:
        machine = ", machine translation" if text["machine"] else ""
        yield f"{path}.{text['lang']}", f"{shown} [{text['lang']}{machine}]: {text['text']}"


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _suggest(catalogue: Catalogue, asked: str) -> None:
    """Say on stderr that there is no such listing, and which ones may be meant."""
    asked = clean_line(asked, limit=200)
    print(f"there is no listing {asked!r} in {catalogue.path}", file=sys.stderr)
    ids = {id: id if ":" in asked else id.partition(":")[2] for (id,) in catalogue.rows(_IDS)}
    found = process.extract(asked, ids, scorer=ratio, limit=_NEAR, score_cutoff=_NEAR_ENOUGH)
    near: list[ListingId] = [id for *_, id in found]
    near = near or [hit.id for hit in SearchEngine(catalogue).search(asked, limit=_NEAR)]
    for listing in catalogue.get_many(near):
        name = listing.name.best("fr")
        print(f"  perhaps {listing.id}  {name.text if name else ''}", file=sys.stderr)
