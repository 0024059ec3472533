"""What was downloaded, kept for the next time: the data folder's `downloads/`.

    downloads/<server>-<hash>/          one address
        kept.json                       which copy counts, and what the server said of it
        <first of its SHA-256>/<name>   the copy
        .part, .part.json               half a download, and how to go on with it

A copy counts once `kept.json` names it, which is written last and at once: a kill at any moment
leaves the copy before, or the new one.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from catalog.refresh.addresses import folder_name
from catalog.store.checksum import digest_of
from catalog.store.faults import writing

if TYPE_CHECKING:
    from pathlib import Path

_Facts = TypeVar("_Facts", "Kept", "PartFacts")
_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole copy. `address` is masked; `fetched` is when it came, `confirmed` when the server
    last said that it has nothing newer; `etag` and `modified` are the server's own words."""

    address: str
    file: str
    size: int
    sha256: str
    fetched: datetime
    confirmed: datetime
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class PartFacts:
    """Half a copy, bytes as they come over the wire. `total` is how many there will be,
    `encoding` how they are packed, `name` how the file will be called. Without `etag` (a strong
    one) and `modified` it cannot be gone on with."""

    etag: str | None
    modified: str | None
    total: int | None
    encoding: str
    name: str

    @property
    def validator(self) -> str | None:
        """What `If-Range` takes (RFC 9110, 13.1.5): a strong ETag, else the date."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.modified


class Shelf:
    """The folder of one address. Raises Refused when it cannot be written."""

    def __init__(self, downloads: Path, address: str) -> None:
        self.path = downloads / folder_name(address)
        self.part = self.path / ".part"
        self._part_facts = self.path / ".part.json"
        self._kept = self.path / "kept.json"
        self._new = self.path / ".new"

    def kept(self) -> Kept | None:
        """The copy that counts, if it is whole and unharmed."""
        kept = _read(self._kept, Kept)
        if kept is None:
            return None
        try:
            path = self.file_of(kept)
            unharmed = path.stat().st_size == kept.size and digest_of(path) == kept.sha256
        except OSError:
            return None
        return kept if unharmed else None

    def file_of(self, kept: Kept) -> Path:
        """Where the bytes of a copy are."""
        return self.path / kept.file

    def begin(self, facts: PartFacts) -> None:
        """Begin a download from nothing."""
        with writing(self.part):
            self.path.mkdir(parents=True, exist_ok=True)
            self._part_facts.unlink(missing_ok=True)  # never facts of one beside bytes of another
            self.part.write_bytes(b"")
            self._part_facts.write_bytes(msgspec.json.encode(facts))

    def begun(self) -> tuple[PartFacts, int] | None:
        """Half a download that can be gone on with, and how many bytes are there."""
        facts = _read(self._part_facts, PartFacts)
        try:
            size = self.part.stat().st_size
        except OSError:
            return None
        usable = facts is not None and facts.validator is not None and size > 0
        return (facts, size) if usable and facts else None

    def drop_part(self) -> None:
        """Forget half a download."""
        with writing(self.part):
            self._part_facts.unlink(missing_ok=True)
            self.part.unlink(missing_ok=True)

    def store(self, file: Path, name: str) -> tuple[str, str]:
        """Give a whole download its place; what counts stays. Its name here, and its SHA-256."""
        sha256 = digest_of(file)
        place = f"{sha256[:_DIGITS]}/{name}"
        with writing(self.path):
            (self.path / place).parent.mkdir(exist_ok=True)
            file.replace(self.path / place)
        self.drop_part()
        known = _read(self._kept, Kept)
        self._prune(place, known.file if known else place)
        return place, sha256

    def keep(self, kept: Kept) -> None:
        """Let a copy count, and remove every other one."""
        with writing(self._kept):
            self._new.write_bytes(msgspec.json.encode(kept))
            self._new.replace(self._kept)
        self._prune(kept.file)

    def _prune(self, *wanted: str) -> None:
        folders = {(self.path / place).parent for place in wanted}
        for folder in self.path.iterdir():
            if folder.is_dir() and folder not in folders:
                shutil.rmtree(folder, ignore_errors=True)


def _read(path: Path, shape: type[_Facts]) -> _Facts | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
