"""TOML files that clerks write by hand: read under limits, and faults told so that they can be
found."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.errors import Unreadable, WrongUse
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

MAX_BYTES: Final = 20_000_000
"""Far above any file written by hand: 50,000 listings."""

_UNKNOWN_KEY: Final = re.compile(r"Object contains unknown field `(.*?)`(?: - at `\$\.?(.*)`)?")
_AT: Final = re.compile(r"(.*) - at `\$\.?(.*)`", re.DOTALL)


def load(path: Path) -> dict[str, Any]:
    """The document of a TOML file. Raises Unreadable, naming the line where it can."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(f"the file is larger than {MAX_BYTES:,} bytes", where=str(path))
        return tomllib.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as problem:
        raise Unreadable(
            f"cannot be read: {problem.strerror}", where=str(path), remedy="Check the path."
        ) from None
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        raise Unreadable(
            f"line {line} is not UTF-8 text",
            where=str(path),
            remedy="Save the file with the encoding UTF-8.",
        ) from None
    except RecursionError:
        raise Unreadable("is not TOML we can read: nested too deeply", where=str(path)) from None
    except ValueError as problem:  # TOMLDecodeError, or a number of thousands of digits
        raise Unreadable(
            f"is not TOML: {clean_line(str(problem), limit=200)}",
            where=str(path),
            remedy="Look at that line: a quote, a bracket or a comma is missing or too many.",
        ) from None


def configured(path: Path) -> dict[str, Any]:
    """`load`, of a file that says how a command works: a fault in it is a WrongUse."""
    try:
        return load(path)
    except Unreadable as error:
        raise WrongUse(error.message, where=error.where, remedy=error.remedy) from error


def nearest(word: str, choices: Iterable[str]) -> str:
    """`, did you mean 'castle'?` when a choice is close; else nothing."""
    found = process.extract(
        word, list(choices), scorer=OSA.normalized_similarity, limit=1, score_cutoff=0.6
    )
    return f", did you mean '{found[0][0]}'?" if found else ""


def keys_of(table: type[msgspec.Struct]) -> tuple[str, ...]:
    """The keys that a table accepts, as written in the file."""
    return tuple(field.encode_name for field in msgspec.structs.fields(table))


def explain(
    problem: msgspec.ValidationError,
    table: type[msgspec.Struct],
    inner: Mapping[str, type[msgspec.Struct]],
) -> str:
    """msgspec's message as a sentence that names the field, with the nearest key; `inner` are
    the tables found under the keys of `table`."""
    message = str(problem)
    if unknown := _UNKNOWN_KEY.fullmatch(message):
        key, inside = unknown[1], unknown[2] or ""
        holder = inner.get(re.split(r"[.\[]", inside)[0], table) if inside else table
        field = f"{inside}.{key}" if inside else key
        return f"field {field}: unknown key{nearest(key, keys_of(holder))}"
    if located := _AT.fullmatch(message):
        return f"field {located[2]}: {located[1]}"
    return message
