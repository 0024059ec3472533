"""A listing as bytes and back: JSON of the frozen dataclass, dates in ISO 8601, decimals as text.

The same bytes are what `catalog show --json` prints, so the file can be read without us.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final

import msgspec

from catalog.model import Listing, Localized

_ENCODER: Final = msgspec.json.Encoder()
_LISTING: Final = msgspec.json.Decoder(Listing)
_LABELS: Final = msgspec.json.Decoder(Localized)
_RETRIEVED: Final = re.compile(rb'"retrieved":"[0-9-]{10}"')
"""Nowhere but in a source: inside a text its quotation marks would be escaped."""
_NOT_INSTEAD: Final = b',"instead":false'
"""What hardly any period says otherwise; left out, and so a record that never knew of it is the
same record, with the same digest."""


def encode(listing: Listing) -> bytes:
    """The listing's record, as UTF-8 JSON."""
    return _ENCODER.encode(listing).replace(_NOT_INSTEAD, b"")


def decode(record: bytes) -> Listing:
    """The listing of a record. Raises ValueError where a field is not what the model says."""
    return _LISTING.decode(record)


def encode_labels(labels: Localized) -> bytes:
    """The labels of a source's own term, as UTF-8 JSON."""
    return _ENCODER.encode(labels)


def decode_labels(record: bytes) -> Localized:
    """The labels of a stored term. Raises ValueError."""
    return _LABELS.decode(record)


def digest(body: bytes) -> str:
    """A fingerprint of everything a record says, but for the day on which it reached us: equal
    from one refresh to the next as long as the source says the same."""
    return blake2b(_RETRIEVED.sub(b"", body), digest_size=16).hexdigest()
