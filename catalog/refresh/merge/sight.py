"""By what a listing is recognised in other sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from catalog.model import Kind
from catalog.refresh.merge.likeness import core

if TYPE_CHECKING:
    from catalog.model import Listing

_SHORTEST_KEY: Final = 8
_ALIKE_EVERYWHERE: Final = (Kind.SERVICE, Kind.TRANSPORT)
"""Kinds whose listings have one name all over a commune (toilets, stops): within one source
that means nothing."""


class Sight(NamedTuple):
    """`core` of the name, commune, whether its name is one of many, and the ids that tell."""

    core: str
    insee: str | None
    everywhere: bool
    keys: tuple[str, ...]


def sight_of(listing: Listing) -> Sight:
    """The sight of one listing."""
    name = listing.name.best("fr")
    return Sight(
        core(name.text, listing.place.commune) if name else "",
        listing.place.insee,
        listing.kind in _ALIKE_EVERYWHERE,
        tuple(sorted(keys_of(listing))),
    )


def keys_of(listing: Listing) -> set[str]:
    """The ids under which other sources may know the record: long ones only, for "12" is the
    twelfth record of everybody; and the file of its track."""
    stated = {*listing.same_as, *(source.record for source in listing.sources)}
    stated.add(listing.id.partition(":")[2])
    if listing.itinerary and listing.itinerary.track_url:
        file = unquote(urlsplit(listing.itinerary.track_url).path.rpartition("/")[2])
        stated.add(file.rpartition(".")[0])
    return {_key(name) for name in stated if _tells(name)}


def _key(name: str) -> str:
    return name.removeprefix("https://").removeprefix("http://").rstrip("/").casefold()


def _tells(name: str) -> bool:
    return (
        len(name) >= _SHORTEST_KEY
        and any(char.isdigit() for char in name)
        and any(char.isalpha() for char in name)
    )
