"""SHA-256 of a file, kept beside it as `sha256sum` writes it: `sha256sum -c` checks it too."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX: Final = ".sha256"
_LINE: Final = re.compile(r"([0-9a-f]{64})  .+\n?")


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def beside(path: Path) -> Path:
    """Where the checksum of a file is kept."""
    return path.with_name(path.name + SUFFIX)


def line(digest: str, name: str) -> bytes:
    """The content of a checksum file."""
    return f"{digest}  {name}\n".encode()


def stated(path: Path) -> str | None:
    """The checksum that is kept beside a file; None where there is none that can be read."""
    try:
        found = _LINE.fullmatch(beside(path).read_text("ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return found[1] if found else None
