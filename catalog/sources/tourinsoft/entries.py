"""A value of a syndication as entries, whatever its version.

Versions 2 and 5 write texts: items between `#` (or `##`), their fields between `|` (or `||`), the
first items often empty. Version 3 writes lists of objects, thesaurus terms as
`{"ThesLibelle": …, "ThesCode": …}`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from catalog.text import fold

MAX_ITEMS: Final = 5_000
"""Of one value: an event has had 720 periods."""
MAX_VALUE: Final = 1 << 20
MAX_DEPTH: Final = 8
_PIPES: Final = re.compile(r"\|+")
_COUNTED: Final = re.compile(r" \(\d+\)$")
_LABELS: Final = ("ThesLibelle", "Libelle", "Label", "Name", "Nom", "Url")


@dataclass(frozen=True, slots=True)
class Entry:
    """One item: its fields by position, or by name (as `key` writes it) in version 3."""

    parts: tuple[str, ...] = ()
    named: Mapping[str, object] = field(default_factory=dict)

    def part(self, position: int) -> str:
        """The field at a position, "" if there is none."""
        return self.parts[position] if position < len(self.parts) else ""

    def get(self, *names: str) -> object:
        """The first value under any of the names that is not empty; None."""
        for name in names:
            value = self.named.get(key(name))
            if not is_empty(value):
                return value
        return None

    def text(self, *names: str) -> str:
        """`get` as a text, "" if there is none."""
        return scalar(self.get(*names))

    @property
    def label(self) -> str:
        """What the item is called: its first field, or its term."""
        return self.part(0) or self.text(*_LABELS)


@lru_cache(maxsize=8_192)
def key(name: str) -> str:
    """A name without what regions write as they like: case, accents, signs, a final s, the number
    of a column that came twice."""
    return fold(_COUNTED.sub("", name[:200])).replace(" ", "").rstrip("s")


def is_empty(value: object, depth: int = MAX_DEPTH) -> bool:
    """Whether a value says nothing; a reference that the feed did not expand says nothing, nor does
    what is nested deeper than any feed nests."""
    if value is None or depth == 0:
        return True
    if isinstance(value, str):
        return not value.strip(" \t\r\n\xa0#|")
    if isinstance(value, dict):
        inside = value.values()
        return "__deferred" in value or all(is_empty(inner, depth - 1) for inner in inside)
    return isinstance(value, list) and all(is_empty(i, depth - 1) for i in value[:MAX_ITEMS])


def scalar(value: object) -> str:
    """A value as a text: a term's label, the first of a list; "" for anything else."""
    if isinstance(value, list):
        value = next((inner for inner in value[:MAX_ITEMS] if not is_empty(inner)), None)
    if isinstance(value, dict):
        value = next(
            (
                value[name]
                for name in _LABELS
                if isinstance(value.get(name), str) and value[name].strip()
            ),
            None,
        )
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, int | float):
        return repr(value)
    return value.strip() if isinstance(value, str) else ""


def entries(value: object) -> list[Entry]:
    """The items of a value that are not empty."""
    if is_empty(value):
        return []
    if isinstance(value, str):
        return _of_text(value[:MAX_VALUE])
    if isinstance(value, dict):
        inner = value.get("results")
        return entries(inner) if isinstance(inner, list) else [_of_object(value)]
    if isinstance(value, list):
        found: list[Entry] = []
        for item in value[:MAX_ITEMS]:
            if isinstance(item, dict) and not is_empty(item):
                found.append(_of_object(item))
            elif isinstance(item, str | int | float):
                found += _of_text(scalar(item))
        return found[:MAX_ITEMS]
    return _of_text(scalar(value))


def _of_object(value: dict[str, Any]) -> Entry:
    return Entry(named={key(str(name)): inner for name, inner in value.items()})


def _of_text(value: str) -> list[Entry]:
    if "&#" in value:  # the sign of an entity is not between two items
        value = html.unescape(value)
    between = "##" if "##" in value else "#"
    pipes = "||" if _doubled(value) else "|"
    found = (
        Entry(tuple(part.strip(" \t\r\n\xa0") for part in item.split(pipes)))
        for item in value.split(between, MAX_ITEMS)[:MAX_ITEMS]
    )
    return [entry for entry in found if any(entry.parts)]


def _doubled(value: str) -> bool:
    """Whether fields are separated by two bars: no run of bars is odd. A lone `||` is also how
    one separator and an empty field look, and reads the same but for that empty field."""
    runs = _PIPES.findall(value)
    return bool(runs) and all(len(run) % 2 == 0 for run in runs)
