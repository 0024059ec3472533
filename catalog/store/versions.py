"""The data folder: the catalogue in use, the versions kept, and how one takes another's place.

    catalogue.sqlite                     in use; only ever replaced, never written
    versions/catalogue-<version>.sqlite  the last five, the one in use among them
    last-report.json                     what the last refresh did
    .building.sqlite, .swap              work in progress; leftovers of a killed one are swept
    .lock                                held by a refresh or a rollback

A swap is: file to disk, `os.replace`, folder to disk. After a kill or a power cut at any point
`catalogue.sqlite` is either the old or the new catalogue, whole.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.errors import CatalogueError, Refused, WrongUse
from catalog.store import lock
from catalog.store.faults import writing
from catalog.store.folder import CATALOGUE_NAME
from catalog.store.meta import Meta
from catalog.store.reader import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT: Final = 5
"""Versions kept, the one in use included."""

_VERSION_FILE: Final = re.compile(r"catalogue-(\d{4}-\d\d-\d\dT\d{6}Z(?:-\d)?)\.sqlite")
_COMPANIONS: Final = ("-wal", "-journal", "-shm")


@dataclass(frozen=True, slots=True)
class Version:
    """A kept version. `meta` is None where the file can no longer be read."""

    name: str
    path: Path
    current: bool
    meta: Meta | None


class DataFolder:
    """One data folder. Methods that change it need the lock: `with folder.locked(): …`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.current = path / CATALOGUE_NAME
        self.report = path / "last-report.json"
        self.building = path / ".building.sqlite"
        self._swap = path / ".swap"
        self._versions = path / "versions"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only one to change the folder, and leave no work in progress behind.

        Raises Refused when somebody else is at work, when the folder cannot be written, or
        when another program has left its journal beside the catalogue.
        """
        with writing(self._versions):
            self._versions.mkdir(parents=True, exist_ok=True)
        with lock.held(self.path / ".lock"):
            self._sweep()
            self._refuse_companions()
            try:
                yield
            finally:
                self._sweep()

    def current_meta(self) -> Meta | None:
        """What the catalogue in use says of itself; None where there is none to be read."""
        return _meta(self.current)

    def new_version(self, now: datetime) -> str:
        """A version name for `now`, not yet taken: `2026-11-21T083000Z`."""
        name = f"{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}"
        taken = {version.name for version in self.versions()}
        return next(
            free for free in (name, *(f"{name}-{n}" for n in range(2, 10))) if free not in taken
        )

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

    def publish(self, built: Path) -> None:
        """Put a finished, verified catalogue of this folder in use; the one before is kept.

        Raises Refused, with the catalogue in use untouched, when the disk is full.
        """
        with writing(self.current):
            _sync(built)
            self._keep_current()
            built.replace(self.current)
            _sync(self.path)
        with suppress(Refused), writing(self._versions):
            self._keep_current()  # if there is no room for a copy, the next publish tries again
        self._prune()

    def rollback(self, version: str | None = None) -> Meta:
        """Put an earlier version in use again, by default the one before the present one.

        Raises WrongUse for a version that is not kept, Refused when there is none earlier, and
        CatalogueError when its file is broken; the catalogue in use stays in each case.
        """
        target = self._target(version)
        with Catalogue.open(target.path) as catalogue:
            catalogue.check()
            meta = catalogue.meta
        if not target.current:
            with writing(self.current):
                self._keep_current()
                _link(target.path, self._swap)
                self._swap.replace(self.current)
                _sync(self.path)
        return meta

    def forget(self, version: str) -> None:
        """Drop a kept version that is not in use, such as one equal to its successor."""
        current = self.current_meta()
        if current is None or current.version != version:
            self._kept(version).unlink(missing_ok=True)

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
        _link(self.current, self._swap)
        self._swap.replace(self._kept(meta.version))
        _sync(self._versions)

    def _prune(self) -> None:
        for version in self.versions()[KEPT:]:
            if not version.current:
                version.path.unlink(missing_ok=True)

    def _sweep(self) -> None:
        for file in (self.building, self._swap):
            for name in (file, *(file.with_name(file.name + end) for end in _COMPANIONS)):
                name.unlink(missing_ok=True)

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
