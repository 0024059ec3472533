"""The data folder: the catalogue in use, the versions kept, and how one takes another's place.

    catalogue.sqlite                     in use; only ever replaced, never written
    versions/catalogue-<version>.sqlite  the last five, the one in use among them
    *.sqlite.sha256                      the checksum of each, as `sha256sum` writes it
    last-report.json                     what the last refresh did
    downloads/                           copies of sources by web address
    .building.sqlite, .swap              work in progress; leftovers of a killed one are swept
    .lock                                held by a refresh or a rollback

A swap is: file to disk, `os.replace`, folder to disk. After a kill or a power cut at any point
`catalogue.sqlite` is either the old or the new catalogue, whole. The checksum of a version is
there before the version is in use, and counts; the one beside `catalogue.sqlite`, for those who
copy it to other posts, is its echo, and is set right by whoever locks the folder next.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.errors import CatalogueDamaged, CatalogueError, Refused, WrongUse
from catalog.store import checksum, lock
from catalog.store.faults import writing
from catalog.store.folder import CATALOGUE_NAME
from catalog.store.meta import Meta
from catalog.store.reader import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEPT: Final = 5
"""Versions kept, the one in use included."""

_VERSION_FILE: Final = re.compile(r"catalogue-(\d{4}-\d\d-\d\dT\d{6}Z(?:-\d)?)\.sqlite")
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_COMPANIONS: Final = ("-wal", "-journal", "-shm")


@dataclass(frozen=True, slots=True)
class Version:
    """A kept version. `meta` is None where the file can no longer be read."""

    name: str
    path: Path
    current: bool
    meta: Meta | None


class DataFolder:
    """One data folder. Methods that change it need the lock: `with folder.locked(): …`.

    `keep`: versions kept, the one in use included.
    """

    def __init__(self, path: Path, *, keep: int = KEPT) -> None:
        self.path = path
        self.keep = keep
        self.current = path / CATALOGUE_NAME
        self.report = path / "last-report.json"
        self.downloads = path / "downloads"
        self.building = path / ".building.sqlite"
        self._swap = path / ".swap"
        self._versions = path / "versions"

    @contextmanager
    def locked(self, *, waiting: Callable[[str, str], None] | None = None) -> Iterator[bool]:
        """Be the only one to change the folder, and leave no work in progress behind; True if
        another was waited for, which needs `waiting` (`lock.held` says how).

        Raises Refused when somebody else is at work, when the folder cannot be written, or
        when another program has left its journal beside the catalogue.
        """
        with writing(self._versions):
            self._versions.mkdir(parents=True, exist_ok=True)
        with lock.held(self.path / ".lock", waiting=waiting) as waited:
            with writing(self.path):
                self._sweep()
            self._refuse_companions()
            with suppress(Refused):  # an echo that cannot be written must not stop a refresh
                self._echo_checksum()
            try:
                yield waited
            finally:
                with suppress(Refused), writing(self.path):  # the next one sweeps again
                    self._sweep()

    def current_meta(self) -> Meta | None:
        """What the catalogue in use says of itself; None where there is none to be read."""
        return _meta(self.current)

    def new_version(self, now: datetime) -> str:
        """A version name for `now`, later than every other: `2026-11-21T083000Z`.

        Where the clock has gone back (a flat battery), a second after the newest: the order of
        the names is that of the versions, by which `rollback` knows what was before.
        """
        name = f"{now.astimezone(UTC):{_STAMP}}"
        newest = max((version.name for version in self.versions()), default="")
        for free in (name, *(f"{name}-{n}" for n in range(2, 10))):
            if free > newest:
                return free
        last = datetime.strptime(newest.partition("Z")[0] + "Z", _STAMP).replace(tzinfo=UTC)
        return f"{last + timedelta(seconds=1):{_STAMP}}"

    def versions(self) -> tuple[Version, ...]:
        """The versions that can be gone back to, newest first."""
        current = self.current_meta()
        found = {
            match[1]: file
            for file in (self._versions.iterdir() if self._versions.is_dir() else ())
            if (match := _VERSION_FILE.fullmatch(file.name))
        }
        if current:
            found.setdefault(current.version, self.current)
        return tuple(
            Version(
                name,
                found[name],
                current is not None and name == current.version,
                _meta(found[name]),
            )
            for name in sorted(found, reverse=True)
        )

    def last_good(self) -> Version | None:
        """What a new catalogue is compared with: the one in use, or where that cannot be read
        the newest version that can."""
        usable = [version for version in self.versions() if version.meta is not None]
        for version in usable:
            if version.current:
                return replace(version, path=self.current)
        return usable[0] if usable else None

    def publish(self, built: Path) -> None:
        """Put a finished, verified catalogue of this folder in use; the one before is kept.

        Raises Refused, with the catalogue in use untouched, when the disk is full.
        """
        with writing(self.current):
            _sync(built)
            self._keep_current()
            with Catalogue.open(built) as catalogue:
                version = catalogue.meta.version
            self._write_checksum(self._kept(version), checksum.digest_of(built))
            built.replace(self.current)
            _sync(self.path)
        with suppress(Refused), writing(self._versions):
            self._keep_current()  # if there is no room for a copy, the next publish tries again
            self._echo_checksum()
            self._prune()

    def is_whole(self, version: Version) -> bool | None:
        """Whether a version is to the byte what was published; None if nobody wrote down what
        that was."""
        kept = self._matches(version.path, version)
        if kept and version.current:
            return self._matches(self.current, version)
        return kept

    def _matches(self, file: Path, version: Version) -> bool | None:
        """Whether a file has the checksum of a version; None where that is not written down."""
        stated = checksum.stated(self._kept(version.name))
        if stated is None and version.current:
            stated = checksum.stated(self.current)  # copied in by hand, with its checksum
        if stated is None:
            return None
        try:
            return checksum.digest_of(file) == stated
        except OSError:
            return False

    def rollback(self, version: str | None = None) -> Meta:
        """Put an earlier version in use again, by default the one before the present one.

        Raises WrongUse for a version that is not kept, Refused when there is none earlier, and
        CatalogueError when its file is broken or is not the one that was published; the
        catalogue in use stays in each case.
        """
        target = self._target(version)
        if self._matches(target.path, target) is False:
            raise CatalogueDamaged(
                f"the version {target.name} is damaged: its checksum is not the one it was "
                "published with",
                where=str(target.path),
                remedy="`catalog versions --check` says which versions are whole; "
                "`catalog rollback VERSION` takes one of them.",
            )
        with Catalogue.open(target.path) as catalogue:
            catalogue.check()
            meta = catalogue.meta
        if not target.current or self._matches(self.current, target) is False:
            with writing(self.current):
                self._keep_current()
                _link(target.path, self._swap)
                self._swap.replace(self.current)
                _sync(self.path)
            with suppress(Refused):
                self._echo_checksum()
        return meta

    def forget(self, version: str) -> None:
        """Drop a kept version that is not in use, such as one equal to its successor."""
        current = self.current_meta()
        if current is None or current.version != version:
            with suppress(Refused), writing(self._versions):
                self._remove(self._kept(version))

    def keep_report(self, document: bytes) -> None:
        """Keep the report of the last refresh; a disk too full for it has been reported."""
        with suppress(Refused), writing(self.report):
            self._swap.write_bytes(document)
            self._swap.replace(self.report)

    def _target(self, version: str | None) -> Version:
        versions = self.versions()
        if version is not None:
            for each in versions:
                if each.name == version:
                    return each
            raise WrongUse(
                f"there is no version {version!r} here",
                where=str(self._versions),
                remedy="`catalog versions` lists those that are kept.",
            )
        current = self.current_meta()
        earlier = [
            each
            for each in versions
            if not each.current and each.meta and (current is None or each.name < current.version)
        ]
        if not earlier:
            raise Refused(
                "there is no earlier version to go back to",
                where=str(self._versions),
                remedy="`catalog versions` lists those that are kept.",
            )
        return earlier[0]

    def _kept(self, version: str) -> Path:
        return self._versions / f"catalogue-{version}.sqlite"

    def _keep_current(self) -> None:
        """Give the catalogue in use a second name among the versions."""
        meta = self.current_meta()
        if meta is None or self._kept(meta.version).exists():
            return
        if checksum.stated(self._kept(meta.version)) is None:  # a catalogue copied in by hand
            digest = checksum.stated(self.current) or checksum.digest_of(self.current)
            self._write_checksum(self._kept(meta.version), digest)
        _link(self.current, self._swap)
        self._swap.replace(self._kept(meta.version))
        _sync(self._versions)

    def _write_checksum(self, file: Path, digest: str) -> None:
        """Write down the checksum of a file, at once."""
        with writing(file):
            with self._swap.open("wb") as stream:
                stream.write(checksum.line(digest, file.name))
                stream.flush()
                os.fsync(stream.fileno())
            self._swap.replace(checksum.beside(file))

    def _echo_checksum(self) -> None:
        """Let the checksum beside the catalogue in use be that of its version."""
        meta = self.current_meta()
        stated = checksum.stated(self._kept(meta.version)) if meta else None
        if stated is not None and stated != checksum.stated(self.current):
            self._write_checksum(self.current, stated)

    def _prune(self) -> None:
        for version in self.versions()[self.keep :]:
            if not version.current:
                self._remove(version.path)

    def _remove(self, version: Path) -> None:
        version.unlink(missing_ok=True)
        checksum.beside(version).unlink(missing_ok=True)

    def _sweep(self) -> None:
        for file in (self.building, self._swap):
            for name in (file, *(file.with_name(file.name + end) for end in _COMPANIONS)):
                name.unlink(missing_ok=True)
        current = self.current_meta()
        wanted = {self._kept(current.version)} if current else set()
        for stated in self._versions.glob(f"*{checksum.SUFFIX}"):
            file = stated.with_name(stated.name.removesuffix(checksum.SUFFIX))
            if file not in wanted and not file.exists():  # of a version that never came to be
                stated.unlink(missing_ok=True)

    def _refuse_companions(self) -> None:
        for end in _COMPANIONS:
            companion = self.current.with_name(self.current.name + end)
            if companion.exists():
                # SQLite would play an old -wal or -journal into the new file.
                raise Refused(
                    f"{companion.name} lies beside the catalogue: another program has opened "
                    "it for writing",
                    where=str(self.path),
                    remedy="Close that program; if none is open, move that file away. "
                    "Then run the same command again.",
                )


def _meta(path: Path) -> Meta | None:
    try:
        with Catalogue.open(path) as catalogue:
            return catalogue.meta
    except CatalogueError:
        return None


def _link(source: Path, target: Path) -> None:
    """Give `source` a second name; a copy where the disk knows no hard links (a USB stick)."""
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
        _sync(target)


def _sync(path: Path) -> None:
    """Have a file or a folder written to the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
