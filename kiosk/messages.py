"""The messages of one `.po` file, ready for gettext, and the pseudo-locale.

`.mo` files are not kept in the repository. Compiling 400 messages takes 20 ms, reading the
result half a millisecond, so the result is kept in the user's cache; without a cache that can
be written, messages are compiled in memory each time.
"""

from __future__ import annotations

import gettext
import io
import os
import re
import struct
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

from catalog.store.folder import APP_NAME

PSEUDO_GROWTH: Final = 0.3
"""Translations are up to a third longer than English."""

_PLACEHOLDER: Final = re.compile(r"%\(\w+\)[a-z]|%%")


def load(po: Path, *, cache: Path | None = None) -> gettext.NullTranslations:
    """The translations of a `.po` file; a missing file is an empty catalogue (English).

    `cache` is the folder for compiled files, by default the user's.
    """
    try:
        stat = po.stat()
    except OSError:
        return gettext.NullTranslations()
    folder = cache or user_cache_path(APP_NAME, appauthor=False) / "messages"
    place = zlib.crc32(str(po.resolve()).encode())
    mark = f"{place:08x}-{stat.st_mtime_ns:x}-{stat.st_size:x}"
    compiled = folder / f"{po.parent.parent.name}-{mark}.mo"
    # A missing, cut or foreign file in the cache is compiled again, whatever is wrong with it.
    with suppress(OSError, ValueError, struct.error):
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    content = compile_po(po)
    _keep(content, compiled)
    return gettext.GNUTranslations(io.BytesIO(content))


def compile_po(po: Path) -> bytes:
    """The `.mo` content of a `.po` file, without its fuzzy messages."""
    from babel.messages.mofile import write_mo  # 7 ms that only the first start needs
    from babel.messages.pofile import read_po

    with po.open("rb") as file:
        catalogue = read_po(file)
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _keep(content: bytes, compiled: Path) -> None:
    """Writes whole or not at all, and drops what earlier versions of the file left."""
    with suppress(OSError):
        compiled.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=compiled.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(draft).replace(compiled)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
        language = compiled.name.partition("-")[0]
        for old in compiled.parent.glob(f"{language}-*.mo"):
            if old != compiled:
                old.unlink(missing_ok=True)


class PseudoTranslations(gettext.NullTranslations):
    """Every message in ⟦…⟧, a third longer, placeholders untouched."""

    def gettext(self, message: str) -> str:
        """The marked message."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The marked singular or plural."""
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext's signature
        """The marked message; contexts do not differ here."""
        return pseudo(message)


def pseudo(message: str) -> str:
    """The message as "⟦Open·⟧"."""
    words = len(_PLACEHOLDER.sub("", message))
    return f"⟦{message}{'·' * max(1, round(words * PSEUDO_GROWTH))}⟧"
