"""A large JSON file as a sequence of records, each decoded when its turn comes.

The file is mapped, not read: what is in memory is the record at hand. RFC 8259 as `strictjson`
has it.
"""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING, Final

import msgspec

from catalog.errors import Unreadable
from catalog.sources.strictjson import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES: Final = 4 << 30
_BOM: Final = b"\xef\xbb\xbf"
_OBJECT: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_LIST: Final = msgspec.json.Decoder(list[msgspec.Raw])


class Document:
    """A JSON file, its outermost object or list open and everything inside still raw.

    `raw`: its bytes where it lies in an archive; `path` then only names it. `keys` are those of
    the outermost object, none for a list. Raises Unreadable for what is not JSON, or neither an
    object nor a list.
    """

    def __init__(self, path: Path, raw: bytes | None = None) -> None:
        self.path = path
        whole = self._mapped() if raw is None else raw
        view = memoryview(whole)
        view = view[3:] if whole[:3] == _BOM else view
        self._fields: dict[str, msgspec.Raw] = {}
        self._items: list[msgspec.Raw] = []
        begins = bytes(view[:4096]).lstrip()[:1]
        try:
            if begins == b"{":
                self._fields = _OBJECT.decode(view)
            elif begins == b"[":
                self._items = _LIST.decode(view)
            else:
                raise self._unreadable("the file is neither a JSON object nor a JSON list")
        except RecursionError:
            raise self._unreadable("the values are nested too deeply") from None
        except UnicodeDecodeError:
            raise self._unreadable("the text is not UTF-8") from None
        except msgspec.DecodeError as error:
            raise self._unreadable(f"this is not JSON ({error})") from None

    def _mapped(self) -> mmap.mmap:
        if self.path.exists() and not self.path.is_file():  # reading a pipe might never end
            raise self._unreadable("this is not a file")
        try:
            with self.path.open("rb") as stream:
                size = stream.seek(0, 2)
                if size > MAX_BYTES:
                    raise self._unreadable(f"the file is larger than {MAX_BYTES >> 20} MiB")
                return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError:
            raise self._unreadable("the file is empty") from None

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the outermost object."""
        return frozenset(self._fields)

    def get(self, key: str) -> object:
        """The value of a key, decoded whole; None if absent or broken inside."""
        raw = self._fields.get(key)
        try:
            return None if raw is None else decode(bytes(raw))
        except ValueError:
            return None

    def items(self, *keys: str) -> list[msgspec.Raw]:
        """The raw values of the outermost list, or of the list under a key, or under a key of the
        object under a key; [] if there is none."""
        if not keys:
            return self._items
        raw = self._fields.get(keys[0])
        try:
            for key in keys[1:]:
                raw = None if raw is None else _OBJECT.decode(raw).get(key)
            return [] if raw is None else _LIST.decode(raw)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            return []

    def first(self, *keys: str) -> object:
        """The first value of a list that is JSON through and through, to see what it holds."""
        return next((found for found in _decoded(self.items(*keys)[:20])), None)

    def _unreadable(self, message: str) -> Unreadable:
        return Unreadable(
            message, where=str(self.path), remedy="Download or copy the file again, then repeat."
        )


def _decoded(raws: list[msgspec.Raw]) -> Iterator[object]:
    for raw in raws:
        try:
            yield decode(bytes(raw))
        except ValueError:
            continue
