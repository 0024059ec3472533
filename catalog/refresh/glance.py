"""What the survey needs to know of one listing: plain values, worked out where it is read, so that
nobody has to decode the whole catalogue once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from catalog.model import Kind
from catalog.refresh.quality import Appraisal, all_over, appraise, schedule_of, score

if TYPE_CHECKING:
    from datetime import date

    from catalog.model import Listing, Localized

PRACTICAL: Final = frozenset({Kind.SERVICE, Kind.TRANSPORT, Kind.HEALTH})
"""The practical layer: toilets, water, parking, buses, doctors. What visitors ask first and
tourist databases know least."""
KINDS: Final = tuple(Kind)

_PLACE: Final = {kind: place for place, kind in enumerate(KINDS)}


class Glance(NamedTuple):
    """`kind`: its place in KINDS. `over`: an event that has taken place. `sources`: their names,
    the first one first. `languages` have a name or a text, `written` a summary or a description;
    `machine` is the language of each of these that a machine translated. `points`: the quality
    score of the `appraisal`."""

    id: str
    name: str
    kind: int
    practical: bool
    over: bool
    commune: str | None
    insee: str | None
    sources: tuple[str, ...]
    languages: tuple[str, ...]
    written: tuple[str, ...]
    machine: tuple[str, ...]
    points: int
    appraisal: Appraisal


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(Glance)


def glance_of(listing: Listing, today: date) -> Glance:
    """A listing at a glance, as of `today`. Pure."""
    name = listing.name.best("fr")
    described = listing.summary.texts + listing.description.texts
    appraisal = appraise(listing, today)
    return Glance(
        id=listing.id,
        name=name.text if name else "",
        kind=_PLACE[listing.kind],
        practical=not PRACTICAL.isdisjoint(listing.kinds),
        over=listing.kind is Kind.EVENT and all_over(schedule_of(listing), today),
        commune=listing.place.commune,
        insee=listing.place.insee,
        sources=tuple(dict.fromkeys([source.name for source in listing.sources])),
        languages=_languages(listing.name, listing.summary, listing.description, listing.practical),
        written=_languages(listing.summary, listing.description),
        machine=tuple([text.lang for text in described if text.machine]),
        points=score(appraisal),
        appraisal=appraisal,
    )


def _languages(*fields: Localized) -> tuple[str, ...]:
    return tuple(dict.fromkeys([text.lang for localized in fields for text in localized.texts]))


def encode(glance: Glance) -> bytes:
    """A glance as bytes, to be kept."""
    return _ENCODER.encode(glance)


def decode(kept: bytes) -> Glance:
    """What `encode` was given."""
    return _DECODER.decode(kept)
