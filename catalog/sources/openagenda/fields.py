"""Access to an event's JSON without minding how loosely it is written. Nothing here raises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

Node = dict[str, Any]
_LANGUAGE: Final = re.compile(r"([a-zA-Z]{2})(?:[-_][a-zA-Z0-9]{1,8}){0,2}")


def text(value: object) -> str | None:
    """A text or a number as text; None for anything else, and for blanks."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return repr(value)
    return None


def node(value: object) -> Node:
    """An object, or the first of a list of them; {} for anything else."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, dict)), None)
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[object]:
    """A list as it is, a single value as a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def code(value: object) -> int | None:
    """One of the platform's numbers; with `includeLabels` it comes as `{"id": 2, "label": …}`."""
    if isinstance(value, dict):
        value = value.get("id")
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,3}", value.strip(), re.ASCII):
        return int(value)
    return None


def wordings(value: object) -> Iterator[tuple[str, str]]:
    """(language, wording) pairs of `{"fr": "…", "en": ["…"]}`. A bare text is French: the API
    gives it when one language is asked for, and the agendas are French."""
    if isinstance(value, dict):
        for key, inner in value.items():
            match = _LANGUAGE.fullmatch(key)
            if match:
                for wording in items(inner):
                    if isinstance(wording, str) and wording.strip():
                        yield match[1].lower(), wording
    else:
        for wording in items(value):
            if isinstance(wording, str) and wording.strip():
                yield "fr", wording
