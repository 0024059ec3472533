"""A listing as bytes and back: JSON of the frozen dataclass, dates in ISO 8601, decimals as text.

The same bytes are what `catalog show --json` prints, so the file can be read without us.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Final

import msgspec

from catalog.model import Listing, Localized

_ENCODER: Final = msgspec.json.Encoder()
_LISTING: Final = msgspec.json.Decoder(Listing)
_LABELS: Final = msgspec.json.Decoder(Localized)
_NEVER: Final = date.min


def encode(listing: Listing) -> bytes:
    """The listing's record, as UTF-8 JSON."""
    return _ENCODER.encode(listing)


def decode(record: bytes) -> Listing:
    """The listing of a record. Raises ValueError where a field is not what the model says."""
    return _LISTING.decode(record)


def encode_labels(labels: Localized) -> bytes:
    """The labels of a source's own term, as UTF-8 JSON."""
    return _ENCODER.encode(labels)


def decode_labels(record: bytes) -> Localized:
    """The labels of a stored term. Raises ValueError."""
    return _LABELS.decode(record)


def digest(listing: Listing) -> str:
    """A fingerprint of everything the listing says, but for the day on which it reached us:
    equal from one refresh to the next as long as the source says the same."""
    timeless = tuple(replace(source, retrieved=_NEVER) for source in listing.sources)
    record = _ENCODER.encode(replace(listing, sources=timeless))
    return blake2b(record, digest_size=16).hexdigest()
