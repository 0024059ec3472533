"""Reading the data files: sections of `key = value, value` into checked structures.

The format is the one of the standard library's `configparser` (no quotes or brackets to
balance; an indented line continues the one above; `#` starts a comment line). The same words
as TOML take four times as long to read, which a kiosk feels at every start.
"""

from __future__ import annotations

import configparser
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from catalog.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DATA: Final = Path(__file__).with_name("data")
EVERY: Final = "*"
"""The section whose keys hold for all sections of the file."""

_REMEDY: Final = "correct this file, or install the program again"

T = TypeVar("T")


class Phrases(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A section that has words and phrases in each of the eight languages."""

    fr: tuple[str, ...]
    en: tuple[str, ...]
    de: tuple[str, ...]
    es: tuple[str, ...]
    it: tuple[str, ...]
    nl: tuple[str, ...]
    oc: tuple[str, ...]
    ca: tuple[str, ...]


def sections(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each section of one file with its keys, in the order of the file.

    Raises Unreadable naming the file, and section or line, if it is not well formed.
    """
    parser = configparser.RawConfigParser(
        delimiters=("=",),
        comment_prefixes=("#",),
        default_section=EVERY,
        empty_lines_in_values=False,
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign] # keys as they are written
    try:
        parser.read_string(path.read_text(encoding="utf-8"), source=path.name)
    except OSError as error:
        raise Unreadable("cannot be opened", where=path.name, remedy=_REMEDY) from error
    except UnicodeDecodeError as error:
        raise Unreadable("is not UTF-8 text", where=path.name, remedy=_REMEDY) from error
    except (configparser.DuplicateSectionError, configparser.DuplicateOptionError) as error:
        key = getattr(error, "option", "")
        where = f"{path.name} [{error.section}] {key}".rstrip()
        raise Unreadable(
            f"is written twice, again in line {error.lineno}", where=where, remedy=_REMEDY
        ) from error
    except configparser.Error as error:
        reason = " ".join(str(error).split())
        raise Unreadable(reason, where=path.name, remedy=_REMEDY) from error
    for name in parser.sections():
        yield name, dict(parser.items(name, raw=True))


def entries(path: Path, shape: type[T], plain: frozenset[str] = frozenset()) -> dict[str, T]:
    """Every section of a file as a `shape`; values are lists, except those of `plain` keys.

    Raises Unreadable naming the file, the section and the key.
    """
    found = {}
    for name, section in sections(path):
        raw = {
            key: _one_line(value) if key in plain else _list(value)
            for key, value in section.items()
        }
        try:
            found[name] = msgspec.convert(raw, shape, strict=False)
        except msgspec.ValidationError as error:
            raise fault(path, name, str(error)) from error
    return found


def fault(path: Path, section: str, reason: str) -> Unreadable:
    """The error for a section whose content cannot be right."""
    return Unreadable(reason, where=f"{path.name} [{section}]", remedy=_REMEDY)


def _list(value: str) -> list[str]:
    words = value.replace(",\n", ",").replace("\n", ",").split(",") if value else []
    return [word.strip() for word in words]


def _one_line(value: str) -> str:
    return value.replace("\n", " ")
