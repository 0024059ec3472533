"""What has come over the wire: under which limits, why it may not do, unpacked and looked at."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.store.faults import writing

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

_CHUNK: Final = 256 * 1024
_HEAD: Final = 2048
_RATIO: Final = 100
_RATIO_FROM: Final = 32 << 20
"""Deflate makes real JSON some 10 times smaller: what grows 100 times is a bomb."""
_GZIP: Final = 16 + zlib.MAX_WBITS
_RAW: Final = -zlib.MAX_WBITS
_PAGE: Final = (b"<!doctype html", b"<html")
_MARKUP_OF_DATA: Final = (b"<?xml", b"<gpx", b"<kml", b"<rdf", b"<rss")


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes. `slow_s`: within so many seconds at least `slow_bytes` must come, or the
    server only pretends to send. `attempts`: connections for one download that breaks off, each
    of which must bring something."""

    connect_s: float = 15
    read_s: float = 30
    slow_s: float = 60
    slow_bytes: int = 60_000
    bytes: int = 4 << 30
    redirects: int = 5
    attempts: int = 5


class Unreached(Exception):
    """The network or the server failed; another time it may work. The message is a reason."""


class Unusable(Exception):
    """What the server gives is no source. The message is a reason."""


def unpack(packed: Path, target: Path, coding: str, limits: Limits) -> None:
    """Undo a content coding (`gzip`, `x-gzip`, `deflate`), the size counted while unpacking.

    Raises Unusable for a bomb and for what is damaged, Refused when the disk is full.
    """
    try:
        with writing(target), packed.open("rb") as source, target.open("wb") as stream:
            _unpack(source, stream, coding, limits)
    except zlib.error:
        raise Unusable("what came is packed, and damaged") from None


def _unpack(source: BinaryIO, stream: BinaryIO, coding: str, limits: Limits) -> None:
    taken = given = 0
    bits = _bits(source, coding)
    unpacker = zlib.decompressobj(bits)
    while chunk := source.read(_CHUNK):
        taken += len(chunk)
        while chunk:
            if unpacker.eof:  # gzip may go on with another member (RFC 1952, 2.2)
                unpacker = zlib.decompressobj(bits)
            text = unpacker.decompress(chunk, _CHUNK)
            stream.write(text)
            given += len(text)
            bomb = given > _RATIO_FROM and given > _RATIO * taken
            if bomb or given > limits.bytes:
                raise Unusable(f"it would unpack to more than {given >> 20:,} MiB")
            chunk = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    if not unpacker.eof:
        raise zlib.error


def _bits(source: BinaryIO, coding: str) -> int:
    """`deflate` is zlib's format by the letter, and bare deflate from some servers."""
    if coding != "deflate":
        return _GZIP
    first = source.read(1)
    source.seek(0)
    return zlib.MAX_WBITS if first[:1] == b"\x78" else _RAW


def refuse_page(file: Path, media_type: str) -> None:
    """Raise Unusable for an empty file, and for a page that says why there is no file."""
    with file.open("rb") as stream:
        head = stream.read(_HEAD).removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not head:
        raise Unusable("the file is empty")
    says_page = "html" in media_type.lower()
    markup = head.startswith(b"<") and not head.startswith(_MARKUP_OF_DATA)
    begins_as_page = head.startswith(_PAGE) or (head.startswith(b"<?xml") and _PAGE[0] in head)
    if begins_as_page or (says_page and markup):
        raise Unusable("it is a web page (an expired link gives one instead of the file)")
