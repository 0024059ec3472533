"""From the SOURCE words of the command line, or the settings, to files that can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalog.clock import PARIS
from catalog.errors import UnknownFormat, Unreadable, WrongUse
from catalog.refresh.addresses import is_address, masked
from catalog.refresh.download import Freshness
from catalog.refresh.licensed import Licensed
from catalog.refresh.report import LeftOut
from catalog.sources.candidate import Candidate, is_companion
from catalog.sources.draft import Caution
from catalog.sources.formats import open_source, recognised
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.refresh.download import Copy, Downloads
    from catalog.refresh.report import SourceRead
    from catalog.refresh.settings import SourceSetting
    from catalog.sources.formats import SourceReader

DEEPEST: Final = 3
"""Folders inside folders of an inbox."""
TOO_OLD: Final = "source_too_old"
OFFLINE_COPY: Final = "offline_copy"
LEFT_OUT: Final = "source_left_out"
"""Cautions about whole sources."""

_SCHEMES: Final = ("http://", "https://")
_JUNK: Final = ("thumbs.db", "desktop.ini")
"""What Windows leaves in a folder; Office leaves `~$…` while a file is open."""


class Fetched:
    """Every source ready to be read, in order, and what there is to say of them."""

    def __init__(self) -> None:
        self.sources: list[tuple[Path, SourceReader]] = []
        self.cautions: list[Caution] = []
        self.left_out: list[LeftOut] = []
        self._told: dict[str, tuple[SourceSetting, Copy | None]] = {}

    def named(self, read: SourceRead) -> SourceRead:
        """What a build says of a source, with its address in place of our copy, its name in the
        settings, and how fresh it is."""
        setting, copy = self._told.get(read.path, (None, None))
        if setting is None:
            return read
        read = replace(read, name=setting.name or "")
        if copy is None:
            return read
        return replace(
            read,
            path=copy.address,
            fetched=copy.kept.confirmed.isoformat(),
            freshness=copy.freshness.value,
        )

    def add(
        self, path: Path, reader: SourceReader, setting: SourceSetting, copy: Copy | None
    ) -> None:
        """One more source."""
        if setting.licence:
            reader = Licensed(reader, setting.licence)
        self.sources.append((path, reader))
        self._told[clean_line(str(path))] = (setting, copy)


def fetch(
    wanted: Iterable[SourceSetting], downloads: Downloads, now: datetime, *, force: bool = False
) -> Fetched:
    """A reader for each source, in the order given; a folder that is no source itself (an
    inbox) stands for everything that lies there, by name.

    Raises Refused for what cannot be downloaded, Unreadable for what is missing, broken or of no
    known format: one source that cannot be read stops the refresh, since its listings would be
    gone. With `force`, a file of no known format in an inbox is left out, and named.
    """
    fetched = Fetched()
    for setting in wanted:
        if is_address(setting.origin):
            _fetch_address(setting, downloads, fetched, now)
        else:
            _fetch_path(setting, fetched, now, force=force)
    return fetched


def _fetch_address(
    setting: SourceSetting, downloads: Downloads, fetched: Fetched, now: datetime
) -> None:
    shown = masked(setting.origin)
    if not setting.origin.lower().startswith(_SCHEMES):
        raise WrongUse(
            "only http and https addresses can be downloaded; nothing was changed",
            where=shown,
            remedy="Download the file with another program, then give its path: "
            "`catalog refresh flux.zip`.",
        )
    copy = downloads.get(setting.origin, setting.name)
    try:
        reader = open_source(copy.path)
    except Unreadable as error:  # our own file's name would say nothing to anybody
        raise Unreadable(error.message, where=shown, remedy=error.remedy) from None
    downloads.keep(copy)
    if copy.freshness is Freshness.KEPT:
        came = f"{copy.kept.confirmed:%Y-%m-%d %H:%M}"
        fetched.cautions.append(Caution(OFFLINE_COPY, setting.name or shown, "", came))
    _tell_age(setting, shown, copy.modified, fetched, now)
    fetched.add(copy.path, reader, setting, copy)


def _fetch_path(setting: SourceSetting, fetched: Fetched, now: datetime, *, force: bool) -> None:
    for found, is_inside in found_in(Path(setting.origin)):
        _check_is_there(found)
        try:
            reader = open_source(found)
        except UnknownFormat as error:
            if not (force and is_inside):
                raise
            name = clean_line(found.name)
            fetched.left_out.append(LeftOut(clean_line(str(found)), clean_line(error.message)))
            fetched.cautions.append(Caution(LEFT_OUT, name, "", clean_line(error.message)))
            continue
        _tell_age(setting, clean_line(found.name), _changed(found), fetched, now)
        fetched.add(found, reader, setting, None)


def _check_is_there(path: Path) -> None:
    """Refuse what is missing, and what is a device or a pipe: reading it might never end."""
    if not path.exists():
        raise Unreadable(
            "there is no such file or folder",
            where=str(path),
            remedy="Check the path. A file on a USB stick needs the stick to be plugged in.",
        )
    if not (path.is_file() or path.is_dir()):
        raise Unreadable(
            "this is neither a file nor a folder",
            where=str(path),
            remedy="Give the zip file as downloaded, or the folder it was unpacked to.",
        )


def found_in(path: Path, deeper: int = DEEPEST) -> Iterator[tuple[Path, bool]]:
    """A file or folder; of a folder that is no source itself, all that lies in it, by name.
    With it, whether it was found inside a folder."""
    inside = _inside(path) if deeper else []
    if not inside:
        yield path, False
    for entry in inside:
        for found, _ in found_in(entry, deeper - 1):
            yield found, True


def _inside(path: Path) -> list[Path]:
    """What lies in an inbox; nothing for a file, and for a folder that is a source itself."""
    try:
        if not path.is_dir() or recognised(Candidate(path)) is not None:
            return []
        return [entry for entry in sorted(path.iterdir()) if not is_junk(entry)]
    except OSError:  # opening it as a source will say what is wrong
        return []


def is_junk(path: Path) -> bool:
    """What is no source, and need not be named as one."""
    name = path.name.lower()
    return name.startswith((".", "~$")) or name in _JUNK or is_companion(path)


def _changed(path: Path) -> datetime:
    """When a file was last written; of a folder, the newest file that lies in it."""
    files = [path, *path.iterdir()] if path.is_dir() else [path]
    newest = max(file.stat().st_mtime for file in files if file.exists())
    return datetime.fromtimestamp(newest, PARIS)


def _tell_age(
    setting: SourceSetting, shown: str, changed: datetime, fetched: Fetched, now: datetime
) -> None:
    age = (now.date() - changed.date()).days
    if setting.max_age_days is not None and age > setting.max_age_days:
        detail = f"{changed:%Y-%m-%d}, {age} days old, {setting.max_age_days} allowed"
        fetched.cautions.append(Caution(TOO_OLD, setting.name or shown, "", detail))
