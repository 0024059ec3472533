"""Zip files and folders, read under limits and never unpacked.

Nothing that an archive says about itself is believed: sizes are counted while reading, names that
would leave the archive are not followed. A bad member is a `BadMember`, which its reader turns
into one rejection; a bad container is `Unreadable`, which ends the reading.
"""

from __future__ import annotations

import os
import zipfile
import zlib
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.errors import Unreadable
from catalog.text import clean_line

if TYPE_CHECKING:
    from typing import IO, NoReturn, Self

MEBIBYTE: Final = 1 << 20
_CHUNK: Final = 256 * 1024
_JUNK: Final = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one container may hold, in bytes once unpacked.

    A regional flux of 6,912 records is 271 MB, its largest record 0.3 MB; the national flux of
    500,000 would be about 20 GB with an index of 90 MB. Deflate makes JSON 7 times smaller, and
    never more than 1,032 times: what shrinks more than `ratio` times is a bomb, not a flux.
    """

    members: int = 2_000_000
    member: int = 16 * MEBIBYTE
    index: int = 256 * MEBIBYTE
    total: int = 64 * 1024 * MEBIBYTE
    ratio: int = 100
    ratio_from: int = 32 * MEBIBYTE


LIMITS: Final = Limits()


class BadMember(Exception):
    """One member cannot be read. The message is a sentence for the report."""


class Container(ABC):
    """A folder or an archive: names with forward slashes, and their bytes.

    A context manager. Not for several threads at once.
    """

    def __init__(self, path: Path, limits: Limits = LIMITS) -> None:
        self.path = path
        self.limits = limits
        self._taken = 0

    @property
    @abstractmethod
    def names(self) -> frozenset[str]:
        """The files inside, without operating systems' litter and unsafe names."""

    @property
    def unsafe(self) -> tuple[str, ...]:
        """Names inside that point outside; they are never read."""
        return ()

    def read(self, name: str, *, limit: int | None = None) -> bytes:
        """The bytes of one member, at most `limit` (default: the limit for a member).

        Raises BadMember, or Unreadable when the container as a whole must not be read on.
        """
        allowed = self.limits.member if limit is None else limit
        try:
            with self._open(name) as stream:
                raw = self._take(stream, name, allowed)
        except KeyError:
            raise BadMember("the file is not in the archive") from None
        except FileNotFoundError:
            raise BadMember("the file does not exist") from None
        except PermissionError:
            raise BadMember("the file may not be read (permissions)") from None
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise BadMember(f"the file is damaged in the archive ({_words(error)})") from None
        except NotImplementedError:
            raise BadMember("the file is packed with a method that cannot be read here") from None
        except RuntimeError:
            raise BadMember("the file is encrypted") from None
        except (OSError, ValueError) as error:
            raise BadMember(f"the file cannot be read ({_words(error)})") from None
        return raw

    @abstractmethod
    def _open(self, name: str) -> IO[bytes]: ...

    def _take(self, stream: IO[bytes], name: str, allowed: int) -> bytes:
        parts: list[bytes] = []
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            self._taken += len(chunk)
            if size > allowed:
                raise BadMember(f"the file is larger than {allowed // MEBIBYTE} MiB unpacked")
            if self._taken > self.limits.total:
                raise Unreadable(
                    f"more than {self.limits.total // MEBIBYTE:,} MiB unpacked",
                    where=f"{self.path}: {clean_line(name, limit=200)}",
                    remedy="This is not a flux, or it must be split by region.",
                )
            parts.append(chunk)
        return b"".join(parts)

    @abstractmethod
    def close(self) -> None:
        """Give the file back; reading after this is an error."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


class Folder(Container):
    """An unpacked archive. Links that lead out of the folder are not followed."""

    @cached_property
    def names(self) -> frozenset[str]:
        """Every file below the folder."""
        root = self.path
        found: set[str] = set()
        for folder, _, files in os.walk(root, onerror=_raise):
            below = Path(folder).relative_to(root)
            names = ((below / file).as_posix() for file in files)
            found.update(name for name in names if not _is_junk(name))
            if len(found) > self.limits.members:
                raise Unreadable(
                    f"more than {self.limits.members:,} files",
                    where=str(root),
                    remedy="Name the folder of the flux itself.",
                )
        return frozenset(found)

    def _open(self, name: str) -> IO[bytes]:
        if not is_safe(name):
            raise BadMember("the name of the file leads out of the folder")
        path = self.path / name
        if not path.resolve().is_relative_to(self.path.resolve()):
            raise BadMember("the file is a link that leads out of the folder")
        if path.exists() and not path.is_file():  # reading a pipe might never end
            raise BadMember("this is not a file")
        return path.open("rb")

    def close(self) -> None:
        """Nothing is kept open."""


class Archive(Container):
    """A zip file, checked for size and shape before anything is read."""

    def __init__(self, path: Path, limits: Limits = LIMITS) -> None:
        super().__init__(path, limits)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
            raise Unreadable(
                f"the zip file is damaged or was cut short ({_words(error)})",
                where=str(path),
                remedy="Download or copy the file again, then repeat.",
            ) from None
        try:
            self._check_sizes()
        except Unreadable:
            self._zip.close()
            raise

    def _check_sizes(self) -> None:
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        on_disk = max(1, self.path.stat().st_size)
        bomb = unpacked > self.limits.ratio_from and unpacked > self.limits.ratio * on_disk
        if bomb or unpacked > self.limits.total:
            raise Unreadable(
                f"the zip file would unpack to {unpacked // MEBIBYTE:,} MiB "
                f"from {on_disk / MEBIBYTE:,.1f} MiB",
                where=str(self.path),
                remedy="This is not a flux: ask its sender for a new file.",
            )
        if len(members) > self.limits.members:
            raise Unreadable(
                f"the zip file has {len(members):,} entries, more than {self.limits.members:,}",
                where=str(self.path),
                remedy="This is not a flux: ask its sender for a new file.",
            )

    @cached_property
    def _members(self) -> tuple[dict[str, zipfile.ZipInfo], tuple[str, ...]]:
        safe: dict[str, zipfile.ZipInfo] = {}
        unsafe: list[str] = []
        for member in self._zip.infolist():
            name = member.filename
            # zipfile itself turns backslashes into slashes on Windows only
            if "\\" in member.orig_filename or not is_safe(name.rstrip("/")):
                unsafe.append(clean_line(member.orig_filename, limit=200))
            elif not member.is_dir() and not _is_junk(name):
                safe[name] = member
        return safe, tuple(unsafe)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every file of the archive with a safe name."""
        return frozenset(self._members[0])

    @property
    def unsafe(self) -> tuple[str, ...]:
        """Absolute names, names with `..`, a drive or a backslash."""
        return self._members[1]

    def _open(self, name: str) -> IO[bytes]:
        return self._zip.open(self._members[0][name])

    def close(self) -> None:
        """Close the zip file."""
        self._zip.close()


def is_safe(name: str) -> bool:
    """Whether a name stays inside: relative, no `..`, no drive, no backslash, no NUL."""
    return (
        bool(name)
        and not name.startswith("/")
        and "\\" not in name
        and "\x00" not in name
        and not (len(name) > 1 and name[1] == ":")
        and ".." not in name.split("/")
    )


def _is_junk(name: str) -> bool:
    return name.startswith(_JUNK[0]) or name.rpartition("/")[2].startswith((*_JUNK[1:], "._"))


def _raise(error: OSError) -> NoReturn:
    raise error


def _words(error: Exception) -> str:
    return clean_line(str(error), limit=120) or type(error).__name__
