"""What `kiosk.toml` says of a refresh: the `[[source]]` tables and the table `[refresh]`.

The file is the post's own; the rest of it is read by `kiosk`, which passes over these tables.
Whatever is wrong in them is a WrongUse naming file and key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TypeVar

import msgspec
from msgspec import Meta

from catalog.errors import WrongUse
from catalog.handwritten import configured, keys_of, nearest
from catalog.refresh.addresses import is_address, masked_text
from catalog.refresh.guards import LARGEST_DROP
from catalog.store.folder import default_config_path
from catalog.store.versions import KEPT
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

_Line = Annotated[str, Meta(min_length=1, max_length=200)]
_T = TypeVar("_T", bound=msgspec.Struct)
_AT: Final = re.compile(r" - at `\$\.([a-z_]+)")
_SourceName = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_-]{0,40}$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSetting:
    """One source that a refresh without SOURCE reads.

    `origin`: a path, absolute or made so from the file's folder, or a web address. `name`: what
    the report calls it. `licence`: that of records that state none. `max_age_days`: an older
    file is reported.
    """

    origin: str
    name: str | None = None
    priority: int | None = None
    licence: str | None = None
    max_age_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How an office refreshes.

    `sources` are in the order of their `priority` (1 first, those without one last), then of the
    file. `priority`: short names of sources (`apidae`), the most trusted first, for what several
    of them state. `largest_drop`: the share of listings that may be gone. `canaries`: a file of
    questions; None for `canaries.toml` in the data folder, if there is one. `keep`: versions
    kept. `data`: the data folder that the post uses; None for the user's.
    """

    sources: tuple[SourceSetting, ...] = ()
    priority: tuple[str, ...] = ()
    largest_drop: float = LARGEST_DROP
    canaries: Path | None = None
    keep: int = KEPT
    data: Path | None = None


class _Source(msgspec.Struct, frozen=True):
    origin: _Line = msgspec.field(name="from")
    name: _Line | None = None
    priority: Annotated[int, Meta(ge=1, le=1000)] | None = None
    licence: _Line | None = None
    max_age_days: Annotated[int, Meta(ge=1, le=3650)] | None = None


class _Refresh(msgspec.Struct, frozen=True):
    largest_drop: Annotated[float, Meta(ge=0, le=1)] = LARGEST_DROP
    keep: Annotated[int, Meta(ge=2, le=100)] = KEPT
    canaries: _Line | None = None
    source_priority: tuple[_SourceName, ...] = ()


class _Paths(msgspec.Struct, frozen=True):
    data: _Line | None = None


EXAMPLES: Final = {
    "source": '[[source]] with a line from = "inbox/apidae.zip"',
    "source.from": 'from = "https://example.org/flux.zip", or the path of a file or folder',
    "source.name": 'name = "APIDAE, Ségala"',
    "source.priority": "priority = 1, a whole number; 1 is read first",
    "source.licence": 'licence = "Licence Ouverte 2.0"',
    "source.max_age_days": "max_age_days = 8, from 1 to 3650",
    "refresh": "[refresh] with lines such as keep = 5",
    "refresh.largest_drop": "largest_drop = 0.20, from 0 to 1",
    "refresh.keep": "keep = 5, from 2 to 100",
    "refresh.canaries": 'canaries = "canaries.toml"',
    "refresh.source_priority": 'source_priority = ["apidae", "datatourisme"]',
    "paths.data": 'data = "/srv/kiosk"',
}
"""What a right line looks like, for each key."""


def load(path: Path | None = None) -> Settings:
    """The settings in `path`; without one those of the user's `kiosk.toml`, or of no file at all.

    Raises WrongUse.
    """
    if path is None:
        path = default_config_path()
        if not path.is_file():
            return Settings()
    table = configured(path)
    sources = _sources(table.get("source", []), path)
    refresh = _converted(table.get("refresh", {}), _Refresh, "refresh", path)
    paths = table.get("paths", {})
    data = paths.get("data") if isinstance(paths, dict) else None
    beside = _converted({} if data is None else {"data": data}, _Paths, "paths", path)
    return Settings(
        sources=sources,
        priority=refresh.source_priority,
        largest_drop=refresh.largest_drop,
        canaries=_beside(refresh.canaries, path, "refresh.canaries"),
        keep=refresh.keep,
        data=_beside(beside.data, path, "paths.data"),
    )


def _sources(tables: object, path: Path) -> tuple[SourceSetting, ...]:
    if not isinstance(tables, list):
        raise _wrong_value("source", tables, path)
    found: list[SourceSetting] = []
    for table in tables:
        one = _converted(table, _Source, "source", path)
        origin = one.origin
        if not is_address(origin):
            origin = str(_beside(origin, path, "source.from"))
        if any(origin == other.origin for other in found):
            raise WrongUse(
                f"two [[source]] tables name {masked_text(one.origin)!r}",
                where=str(path),
                remedy="Name each source once.",
            )
        found.append(
            SourceSetting(
                origin=origin,
                name=one.name and clean_line(one.name),
                priority=one.priority,
                licence=one.licence and clean_line(one.licence),
                max_age_days=one.max_age_days,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.priority is None, one.priority or 0)))


def _converted(table: object, shape: type[_T], section: str, path: Path) -> _T:
    """One table as its shape. Raises WrongUse naming the key."""
    if not isinstance(table, dict):
        raise _wrong_value(section, table, path)
    known = keys_of(shape)
    for key in table:
        if key not in known:
            raise _unknown_key(key, known, section, path)
    for key, value in table.items():
        if isinstance(value, str) and not value.isprintable():
            raise _wrong_value(f"{section}.{key}", value, path)
    try:
        return msgspec.convert(table, shape)
    except msgspec.ValidationError as error:
        at = _AT.search(str(error))
        if at is None:
            raise WrongUse(
                "a [[source]] table does not say where the source is",
                where=str(path),
                remedy=f"Write, for example: {EXAMPLES['source.from']}",
            ) from None
        raise _wrong_value(f"{section}.{at[1]}", table[at[1]], path) from None


def _unknown_key(key: str, known: Iterable[str], section: str, path: Path) -> WrongUse:
    known = tuple(known)
    return WrongUse(
        f"unknown key {clean_line(key, limit=60)!r} in [{section}]{nearest(key, known)}",
        where=str(path),
        remedy=f"Known keys there: {', '.join(known)}.",
    )


def _wrong_value(key: str, value: object, path: Path) -> WrongUse:
    shown = masked_text(clean_line(repr(value), limit=120))
    return WrongUse(
        f"{key} = {shown} is not accepted",
        where=str(path),
        remedy=f"Write, for example: {EXAMPLES[key]}",
    )


def _beside(name: str | None, path: Path, key: str) -> Path | None:
    """A path of the file, from the folder that the file lies in."""
    if name is None:
        return None
    try:
        return path.absolute().parent / Path(name).expanduser()
    except RuntimeError:  # "~somebody", of whom this machine knows nothing
        raise _wrong_value(key, name, path) from None
