"""The values of an object, read whatever their shape: nothing here raises.

An object is JSON from outside: any field may be absent, null, a scalar, a list or an object.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from catalog.model import NOTHING
from catalog.sources.values import moments as values
from catalog.sources.values.moments import parse_day
from catalog.sources.values.wordings import assemble

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from catalog.model import Localized
    from catalog.sources.values.notes import Notes

Node = dict[str, Any]
Wording = tuple[str, str]
"""(ISO 639-1 code, words)"""

_KEY: Final = re.compile(r"libelle([A-Z][a-z])(?:[A-Z]{2})?")
_BRACKETED: Final = re.compile(r"[(（]\s*(EN|ES|IT|DE|NL|RU|ZH|PT|PT-?BR|JA|JP|KO)\s*[)）]\s*\Z")
_FULL_WIDTH: Final = "（"
_DIGIT: Final = re.compile(r"\d")


def node(value: object, *path: str) -> Node:
    """The object at the end of a path of keys; {} if there is none."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def nodes(value: object, *path: str) -> list[Node]:
    """The objects at the end of a path: those of a list, or a single one."""
    return [item for item in items(value, *path) if isinstance(item, dict)]


def items(value: object, *path: str) -> list[object]:
    """The values at the end of a path: those of a list, or a single one."""
    *before, last = path
    found = node(value, *before).get(last)
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def text(value: object, *path: str) -> str | None:
    """The word or number at the end of a path, as text; None if there is none."""
    *before, last = path
    return scalar(node(value, *before).get(last))


def scalar(value: object) -> str | None:
    """A word or number as text; None for anything else, and for nothing but spaces."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return repr(value)


def flag(value: object, *path: str) -> bool | None:
    """A truth value; None for anything else."""
    *before, last = path
    found = node(value, *before).get(last)
    return found if isinstance(found, bool) else None


def number(value: object) -> int | None:
    """An identifier, given as a number or as its digits; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if 0 < value < 1 << 53 else None
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        return int(value) or None
    return None


def wordings(value: object) -> list[Wording]:
    """The `libelleXx` of a multilingual field: libelleFr is fr, libellePtBR is pt. A placeholder
    for a translation ("Musique (EN)") counts as none."""
    return _wordings(value)[0]


def _wordings(value: object) -> tuple[list[Wording], list[Wording]]:
    """The wordings of a field, and its placeholders."""
    found: list[Wording] = []
    placeholders: list[Wording] = []
    if not isinstance(value, dict):
        return found, placeholders
    french = value.get("libelleFr")
    for key, words in value.items():
        match = _KEY.fullmatch(key)
        if match is None or not isinstance(words, str) or not words.strip():
            continue
        lang = match[1].lower()
        hollow = lang != "fr" and _is_placeholder(lang, words, french)
        (placeholders if hollow else found).append((lang, words))
    return found, placeholders


def _is_placeholder(lang: str, words: str, french: object) -> bool:
    """Whether words only say that a translation is to come: their end names the very language, or
    they are the French words with a language behind them."""
    match = _BRACKETED.search(words[-12:])
    if match is None:
        return False
    before = words[: len(words) - len(words[-12:]) + match.start()].strip()
    same = isinstance(french, str) and before == french.strip()
    return same or match[1].lower().startswith(lang) or _FULL_WIDTH in match[0]


def localized(
    value: object, notes: Notes, *, limit: int, field: str, line: bool = False
) -> Localized:
    """A multilingual field, cleaned; its placeholders are left out with a caution."""
    return merged([value], notes, limit=limit, field=field, line=line)


def merged(
    values: Iterable[object], notes: Notes, *, limit: int, field: str, line: bool = False
) -> Localized:
    """Several multilingual fields as one text a language, in their order."""
    parts: list[tuple[str, str, bool]] = []
    for value in values:
        found, placeholders = _wordings(value)
        parts += ((lang, words, False) for lang, words in found)
        for _, words in placeholders:
            notes.warn("placeholder_translation", field, words)
    return assemble(parts, notes, limit=limit, line=line, field=field) if parts else NOTHING


def without_empty_figures(value: object, notes: Notes, field: str) -> Node:
    """A generated sentence without the languages in which its days and hours are missing: the
    Chinese template leaves « 月 的 星期六 天 » where French has "Samedi 4 novembre à 17h"."""
    kept = {**value} if isinstance(value, dict) else {}
    french = kept.get("libelleFr")
    if not isinstance(french, str) or not _DIGIT.search(french):
        return kept
    for key, words in list(kept.items()):
        if isinstance(words, str) and words.strip() and not _DIGIT.search(words):
            notes.warn("wording_without_figures", field, words)
            del kept[key]
    return kept


def day_of(value: Node, name: str) -> date | None:
    """A day field; None if absent. Raises Impossible."""
    raw = scalar(value.get(name))
    return None if raw is None else parse_day(raw)


def day_or_caution(value: Node, name: str, notes: Notes) -> date | None:
    """A day field; None if absent, None and a caution if it is in no calendar."""
    return values.day_or_caution(scalar(value.get(name)), notes, name)


def hour_or_caution(value: Node, name: str, notes: Notes) -> time | None:
    """An hour field; None if absent, None and a caution if there is no such hour."""
    return values.hour_or_caution(scalar(value.get(name)), notes, name)
