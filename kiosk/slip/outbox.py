"""The outbox: every slip as PNG, PDF and text in one folder of the post.

Names are the moment and the content's code; a file holds what the slip says and nothing of who
asked. Files appear whole or not at all, and old ones go by age and by number: with each new slip
and once a day, so that a post left alone for a year keeps none of them.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.i18n import N_
from kiosk.slip.paper import sheet_pdf
from kiosk.slip.plain import render

if TYPE_CHECKING:
    from kiosk.i18n import Translator
    from kiosk.slip.document import SlipDocument
    from kiosk.slip.paper import Receipt

COLUMNS: Final = {80: 48, 58: 32}
"""Columns of the text file, by paper: those of the printer's own font."""

_STAMP: Final = "%Y%m%d-%H%M%S"
_NAME: Final = re.compile(r"(\d{8}-\d{6})-[0-9A-Z]{3}-[0-9A-Z]{2}\.(?:png|pdf|txt)(?:\.part)?")


@dataclass(frozen=True, slots=True)
class Retention:
    """How long slips stay: at most `days`, and at most `slips` of them."""

    days: int = 7
    slips: int = 200


class SaveOutcome(StrEnum):
    """What became of the files."""

    SAVED = "saved"
    NO_SPACE = "no_space"
    NOT_WRITABLE = "not_writable"


@dataclass(frozen=True, slots=True)
class SavedSlip:
    """The files of one slip; no path when they could not be written."""

    outcome: SaveOutcome
    paths: tuple[Path, ...] = ()


_SENTENCES: Final = {
    SaveOutcome.SAVED: N_("Your slip is saved."),
    SaveOutcome.NO_SPACE: N_("The slip could not be saved: the disk is full."),
    SaveOutcome.NOT_WRITABLE: N_("The slip could not be saved: its folder cannot be written to."),
}


def save_sentence(outcome: SaveOutcome, t: Translator) -> str:
    """What the reader is told."""
    return t._(_SENTENCES[outcome])


def save(
    document: SlipDocument,
    receipt: Receipt,
    folder: Path,
    *,
    retention: Retention = Retention(),
) -> SavedSlip:
    """Writes receipt, sheet and text of `document`: all three, or none and the reason why.

    Older slips beyond `retention` are removed first, counted from the slip's own moment.
    """
    stem = f"{document.moment.strftime(_STAMP)}-{document.code}"
    contents = {
        f"{stem}.png": receipt.png,
        f"{stem}.pdf": sheet_pdf(document),
        f"{stem}.txt": render(document, COLUMNS[receipt.paper_mm]).encode(),
    }
    try:
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
        purge(folder, document.moment, retention)
        return SavedSlip(SaveOutcome.SAVED, _write_all(folder, contents))
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        return SavedSlip(SaveOutcome.NO_SPACE if full else SaveOutcome.NOT_WRITABLE)


def purge(folder: Path, now: datetime, retention: Retention = Retention()) -> int:
    """Removes slips that are too old or too many, and half-written ones; how many files went.

    Only names that `save` gives are touched. Raises OSError.
    """
    slips: dict[str, list[Path]] = {}
    for path in folder.iterdir():
        if match := _NAME.fullmatch(path.name):
            slips.setdefault(match[1], []).append(path)
    oldest = (now - timedelta(days=retention.days)).strftime(_STAMP)
    room = max(retention.slips - 1, 0)  # one is about to be written
    kept = {stamp for stamp in sorted(slips, reverse=True)[:room] if stamp >= oldest}
    gone = [
        path
        for stamp, paths in slips.items()
        for path in paths
        if stamp not in kept or path.suffix == ".part"
    ]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _write_all(folder: Path, contents: dict[str, bytes]) -> tuple[Path, ...]:
    parts = {folder / f"{name}.part": folder / name for name in contents}
    try:
        for part, content in zip(parts, contents.values(), strict=True):
            _write(part, content)
        for part, path in parts.items():
            part.replace(path)
    except OSError:
        for part, path in parts.items():
            for file in (part, path):
                with contextlib.suppress(OSError):
                    file.unlink(missing_ok=True)
        raise
    return tuple(parts.values())


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o640)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
