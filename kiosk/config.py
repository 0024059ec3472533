"""`kiosk.toml`: which post this is, where it stands, who runs it, what it prints on.

Without a file the post is the demonstration one, at Carmaux. `kiosk.example.toml` beside this
file says every key in words. Whatever is wrong in a file is a `WrongUse` naming file and key.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_type_hints

import msgspec
from msgspec import Meta

from catalog.errors import WrongUse
from catalog.geo import Point
from catalog.handwritten import configured, nearest
from catalog.model import LANGUAGES
from catalog.store.folder import default_config_path, default_data_dir
from catalog.text import clean_line

EXAMPLE: Final = Path(__file__).with_name("kiosk.example.toml")

OF_A_REFRESH: Final = ("source", "refresh")
"""Tables that `catalog refresh` reads and checks; a post passes over them."""

Mode = Literal["visitor", "counter"]
Theme = Literal["day", "night", "contrast"]
Language = Literal["fr", "en", "de", "es", "it", "nl", "oc", "ca"]
Line = Annotated[str, Meta(min_length=1, max_length=80)]
"""One line of text for a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostConfig:
    """The post: its name on slips and statistics, and the place distances are measured from.

    `locked` None: locked down in visitor mode only.
    """

    name: Line = "Poste de démonstration"
    place: Line = "Carmaux"
    latitude: Annotated[float, Meta(ge=-90, le=90)] = 44.0494
    longitude: Annotated[float, Meta(ge=-180, le=180)] = 2.1580
    languages: Annotated[tuple[Language, ...], Meta(min_length=1)] = LANGUAGES
    mode: Mode = "visitor"
    locked: bool | None = None

    @property
    def point(self) -> Point:
        """Where the post stands."""
        return Point(self.latitude, self.longitude)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeConfig:
    """The office that a visitor can call or walk to. `hours` is its own wording, one line."""

    name: Line = "Office de Tourisme du Ségala tarnais"
    phone: Annotated[str, Meta(pattern=r"^\+?[0-9 .()-]{3,24}$")] = "05 63 76 76 67"
    hours: Annotated[str, Meta(max_length=120)] = ""
    website: Annotated[str, Meta(max_length=200, pattern=r"^(https?://[^\s]+)?$")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleConfig:
    """Seconds without a touch before the warning, then seconds of countdown before the wipe."""

    seconds: Annotated[int, Meta(ge=10, le=3600)] = 45
    countdown: Annotated[int, Meta(ge=10, le=120)] = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterConfig:
    """A receipt printer on the network."""

    host: Annotated[str, Meta(min_length=1, max_length=253, pattern=r"^[A-Za-z0-9.:_-]+$")]
    port: Annotated[int, Meta(ge=1, le=65535)] = 9100
    paper_mm: Literal[58, 80] = 80
    timeout_s: Annotated[float, Meta(ge=0.5, le=30)] = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsConfig:
    """Folders, absolute or beside the configuration file; None for the user's data folder."""

    data: Path | None = None
    outbox: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One post's whole configuration. `printer` None: slips go to the outbox only."""

    post: PostConfig = field(default_factory=PostConfig)
    office: OfficeConfig = field(default_factory=OfficeConfig)
    idle: IdleConfig = field(default_factory=IdleConfig)
    printer: PrinterConfig | None = None
    paths: PathsConfig = field(default_factory=PathsConfig)
    theme: Theme = "day"

    @property
    def data(self) -> Path:
        """The folder of the catalogue and of the post's own database."""
        return self.paths.data or data_dir()

    @property
    def outbox(self) -> Path:
        """The folder that slips are saved in."""
        return self.paths.outbox or self.data / "outbox"

    @property
    def locked(self) -> bool:
        """Whether the post keeps its user inside: as stated, else for visitors only."""
        return self.post.mode == "visitor" if self.post.locked is None else self.post.locked


def data_dir() -> Path:
    """The user's data folder, the same for both commands."""
    return default_data_dir()


def default_path() -> Path:
    """Where `kiosk.toml` is looked for when no option names one."""
    return default_config_path()


def load(path: Path | None = None) -> Config:
    """The configuration in `path`; without one, the user's file if there is one, else the
    demonstration post.

    Raises WrongUse when the file is missing, is not TOML, or holds a key or value that is not
    ours.
    """
    if path is None:
        path = default_path()
        if not path.is_file():
            return Config()
    return _decode(configured(path), path)


def _decode(table: dict[str, Any], path: Path) -> Config:
    table = {key: value for key, value in table.items() if key not in OF_A_REFRESH}
    _check_keys(table, Config, path, "")
    try:
        config = msgspec.convert(table, Config, dec_hook=_decode_path)
    except msgspec.ValidationError as error:
        raise _wrong_value(error, table, path) from error
    _check_lines(table, path)
    languages = config.post.languages
    twice = next((lang for lang in languages if languages.count(lang) > 1), None)
    if twice is not None:
        raise WrongUse(
            f"post.languages names {twice!r} twice",
            where=str(path),
            remedy="Name the languages in the order of the screen, each once.",
        )
    folders = PathsConfig(
        data=_beside(config.paths.data, path), outbox=_beside(config.paths.outbox, path)
    )
    return replace(config, paths=folders)


def _decode_path(wanted: type, value: object) -> Path:
    if wanted is Path and isinstance(value, str) and value.strip():
        with suppress(RuntimeError):  # "~somebody", of whom this machine knows nothing
            return Path(value).expanduser()
    raise ValueError("expected the path of a folder")


def _beside(folder: Path | None, path: Path) -> Path | None:
    return None if folder is None else path.parent / folder


def _check_keys(table: dict[str, Any], model: type, path: Path, prefix: str) -> None:
    """Every key must be ours; the nearest one is named for a misspelling."""
    sections = _sections(model)
    known = [item.name for item in fields(model)]
    if model is Config:
        known += OF_A_REFRESH
    for key, value in table.items():
        if key not in known:
            raise _unknown_key(key, known, path, prefix)
        if key in sections and isinstance(value, dict):
            _check_keys(value, sections[key], path, f"{prefix}{key}.")


def _check_lines(table: dict[str, Any], path: Path, prefix: str = "") -> None:
    """No text may hold what nobody sees: line ends, terminal escapes, direction overrides. All of
    them come to a screen, a slip or a file's name."""
    for key, value in table.items():
        if isinstance(value, dict):
            _check_lines(value, path, f"{prefix}{key}.")
        elif isinstance(value, str) and not value.isprintable():
            raise _not_accepted(prefix + key, value, path)


def _sections(model: type) -> dict[str, type]:
    """The keys of a section that are sections themselves."""
    found = {}
    for name, hint in get_type_hints(model).items():
        for part in (hint, *getattr(hint, "__args__", ())):
            if isinstance(part, type) and is_dataclass(part):
                found[name] = part
    return found


def _unknown_key(key: str, known: list[str], path: Path, prefix: str) -> WrongUse:
    section = next(
        (
            name
            for name, model in _sections(Config).items()
            if key in {item.name for item in fields(model)}
        ),
        None,
    )
    remedy = f"Known keys there: {', '.join(known)}."
    if section is not None:
        remedy = f"It belongs under [{section}]."
    shown = clean_line(prefix + key, limit=60)
    return WrongUse(
        f"unknown key {shown!r}{nearest(key, known)}",
        where=str(path),
        remedy=f"{remedy} Every key is in {EXAMPLE}",
    )


_AT: Final = re.compile(r" - at `\$\.?([^`]*)`$")
_STEP: Final = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def _wrong_value(error: msgspec.ValidationError, table: dict[str, Any], path: Path) -> WrongUse:
    found = _AT.search(str(error))
    key = found[1] if found else ""
    if "missing required field" not in str(error):
        return _not_accepted(key, _value_at(table, key), path)
    message = f"[{key}] lacks a key: {str(error).split(' - at ')[0].split()[-1].strip('`')}"
    return WrongUse(message, where=str(path), remedy=_example(key))


def _not_accepted(key: str, value: object, path: Path) -> WrongUse:
    shown = clean_line(repr(value), limit=120)
    return WrongUse(f"{key} = {shown} is not accepted", where=str(path), remedy=_example(key))


def _example(key: str) -> str:
    return f"Write, for example: {EXAMPLES[key.partition('[')[0]]}"


def _value_at(table: dict[str, Any], key: str) -> object:
    value: Any = table
    for index, name in _STEP.findall(key):
        value = value[int(index)] if index else value[name]
    return value


EXAMPLES: Final = {
    "post": '[post] with lines such as place = "Carmaux"',
    "post.name": 'name = "Mairie de Pampelonne"',
    "post.place": 'place = "Pampelonne"',
    "post.latitude": "latitude = 44.0494 (degrees north, from -90 to 90)",
    "post.longitude": "longitude = 2.1580 (degrees east, from -180 to 180)",
    "post.languages": 'languages = ["fr", "en", "oc"], from ' + " ".join(LANGUAGES),
    "post.mode": 'mode = "visitor" or "counter"',
    "post.locked": "locked = true or false",
    "office.name": 'name = "Office de Tourisme du Ségala tarnais"',
    "office.phone": 'phone = "05 63 76 76 67"',
    "office.hours": 'hours = "mardi-samedi 9h30-12h30, 14h-18h", one line',
    "office.website": 'website = "https://example.org"',
    "office": '[office] with lines such as phone = "05 63 76 76 67"',
    "idle": "[idle] with lines such as seconds = 45",
    "idle.seconds": "seconds = 45, from 10 to 3600",
    "idle.countdown": "countdown = 15, from 10 to 120",
    "printer": '[printer] with host = "192.168.1.60"',
    "printer.host": 'host = "192.168.1.60"',
    "printer.port": "port = 9100, from 1 to 65535",
    "printer.paper_mm": "paper_mm = 80, or 58",
    "printer.timeout_s": "timeout_s = 3.0, from 0.5 to 30",
    "paths": '[paths] with a line data = "/srv/kiosk"',
    "paths.data": 'data = "/srv/kiosk"',
    "paths.outbox": 'outbox = "/srv/kiosk/outbox"',
    "theme": 'theme = "day", "night" or "contrast"',
}
"""What a right line looks like, for each key."""
