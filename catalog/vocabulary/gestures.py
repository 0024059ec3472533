"""Eco-gestures: one friendly, useful habit that fits what the visitor is about to do."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from catalog.model import LANGUAGES, Kind, LabelStatus, Listing, TermId
from catalog.vocabulary.concepts import wider
from catalog.vocabulary.files import DATA, entries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gesture:
    """One gesture. It fits listings of any of its `concepts` or `kinds`, or all of them if it
    names neither; in `months` (1…12, () always). `drought`: only under a drought order."""

    id: str
    text: Mapping[str, str]
    concepts: tuple[TermId, ...] = ()
    kinds: tuple[Kind, ...] = ()
    months: tuple[int, ...] = ()
    drought: bool = False


class _Entry(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A section as it stands in the file."""

    fr: str
    en: str
    de: str
    es: str
    it: str
    nl: str
    oc: str
    ca: str
    concepts: tuple[TermId, ...] = ()
    kinds: tuple[Kind, ...] = ()
    months: tuple[Annotated[int, msgspec.Meta(ge=1, le=12)], ...] = ()
    drought: bool = False


def load(path: Path) -> tuple[Gesture, ...]:
    """The gestures of one file. Raises Unreadable naming file, gesture and key."""
    read = entries(path, _Entry, plain=frozenset({*LANGUAGES, "drought"}))
    return tuple(
        Gesture(
            id=name,
            text=MappingProxyType({lang: getattr(entry, lang) for lang in LANGUAGES}),
            concepts=entry.concepts,
            kinds=entry.kinds,
            months=entry.months,
            drought=entry.drought,
        )
        for name, entry in read.items()
    )


@cache
def gestures() -> tuple[Gesture, ...]:
    """Every gesture of the house, read once."""
    return load(DATA / "gestures.ini")


_IS: Final = 3
"""How well a gesture fits that is made for what a place is."""


def gesture_for(
    listings: Sequence[Listing], *, month: int, seed: str, drought: bool = False
) -> Gesture:
    """The gesture to print beside these suggestions.

    One made for what they are first of all comes before one for what else they are or carry,
    that before one for their kinds, and that before a general one; equals take turns by `seed`,
    the same seed giving the same gesture. `drought` lets in, and puts first among equals, those
    that only hold under a drought order.
    """
    terms = {term for listing in listings for term in _terms(listing)}
    main = {term for each in listings for own in each.concepts[:1] for term in (own, *wider(own))}
    own = {term for each in listings for term in each.concepts[:1]}
    kinds = {kind for listing in listings for kind in listing.kinds}
    ranked: dict[tuple[int, bool], list[Gesture]] = {}
    for gesture in gestures():
        fit = _fit(gesture, main, terms, kinds)
        if fit == _IS and not own.isdisjoint(gesture.concepts):
            fit += 1  # a cave before whatever lies in nature
        in_season = not gesture.months or month in gesture.months
        if fit is not None and in_season and (drought or not gesture.drought):
            ranked.setdefault((fit, gesture.drought), []).append(gesture)
    best = ranked[max(ranked)]
    return best[zlib.crc32(seed.encode("utf-8", "replace")) % len(best)]


def _fit(gesture: Gesture, main: set[TermId], terms: set[TermId], kinds: set[Kind]) -> int | None:
    """3 for what it is, 2 for its other concepts, 1 for the kinds, 0 in general, None if it does
    not fit. A bed is a bed: what a hotel cooks comes behind it."""
    if not main.isdisjoint(gesture.concepts):
        return _IS
    if Kind.LODGING in kinds and Kind.LODGING in gesture.kinds:
        return _IS
    if not terms.isdisjoint(gesture.concepts):
        return 2
    if not kinds.isdisjoint(gesture.kinds):
        return 1
    return 0 if not gesture.concepts and not gesture.kinds else None


def _terms(listing: Listing) -> set[TermId]:
    obtained = (mark.id for mark in listing.labels if mark.status is LabelStatus.OBTAINED)
    own = {*listing.concepts, *listing.themes, *obtained}
    if listing.itinerary is not None:
        own.update(listing.itinerary.modes)
    return own.union(*(wider(term) for term in own)) if own else own
