"""What two records of one listing say differently, field by field, as short text."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import msgspec

from catalog import hours
from catalog.model import Listing, Localized
from catalog.refresh.report import FieldChange
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT: Final = 80
"""Characters of a value shown; of a long text those around the first difference."""
_LEAD: Final = 15
_NEVER: Final = date.min


def differences(before: Listing, after: Listing) -> tuple[FieldChange, ...]:
    """The fields in which two listings differ, in the order of the model. A text is one field a
    language (`name.fr`), a part of a field one of its own (`place.commune`); periods are one
    `opening_hours` expression. The day on which a source reached us is no difference."""
    found: list[FieldChange] = []
    for field in fields(Listing):
        if _comparable(before, field.name) == _comparable(after, field.name):
            continue
        old, new = (dict(_leaves(field.name, listing)) for listing in (before, after))
        for path in dict.fromkeys((*old, *new)):
            was, now = old.get(path, ""), new.get(path, "")
            if was != now:
                found.append(FieldChange(path, *_short(was, now)))
    return tuple(found)


def _comparable(listing: Listing, field: str) -> Any:
    value = getattr(listing, field)
    if field == "sources":
        return tuple(replace(source, retrieved=_NEVER) for source in value)
    return value


def _leaves(field: str, listing: Listing) -> Iterator[tuple[str, str]]:
    """The known parts of a field, by path."""
    value = _comparable(listing, field)
    if field == "provenance":
        yield field, ", ".join(f"{name}: {listing.sources[at].name}" for name, at in value)
        return
    if field in ("openings", "dates"):
        yield field, hours.expression(value)
        notes = [text for period in value for text in period.note.texts]
        yield f"{field}.note", "; ".join(f"{text.lang}: {text.text}" for text in notes)
        return
    if isinstance(value, Localized):
        yield from _texts(field, msgspec.to_builtins(value))
        return
    built = msgspec.to_builtins(value)
    if field == "sources":
        built = [{**source, "retrieved": None} for source in built]
    yield from _parts(field, built)


def _parts(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        if value.keys() == {"texts"}:
            yield from _texts(path, value)
            return
        for name, inner in value.items():
            yield from _parts(f"{path}.{name}", inner)
    elif text := _compact(value):
        yield path, text


def _texts(path: str, localized: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for text in localized["texts"]:
        machine = " (machine translation)" if text["machine"] else ""
        yield f"{path}.{text['lang']}", text["text"] + machine


def _compact(value: Any) -> str:
    """A value inside one line; what is unknown or empty is left out."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case {"texts": [*texts]}:
            return ", ".join(f"{text['lang']}: {text['text']}" for text in texts)
        case dict():
            parts = ((name, _compact(inner)) for name, inner in value.items() if inner is not False)
            return ", ".join(f"{name} {text}" for name, text in parts if text)
        case list() | tuple():
            mark = "; " if any(isinstance(item, dict) for item in value) else ", "
            return mark.join(map(_compact, value))
    return str(value)


def _short(was: str, now: str) -> tuple[str, str]:
    """Both cut to SHORT characters, long ones from a little before they begin to differ."""
    was, now = clean_line(was), clean_line(now)
    same = next(
        (at for at, pair in enumerate(zip(was, now, strict=False)) if pair[0] != pair[1]), 0
    )
    start = max(0, same - _LEAD) if max(len(was), len(now)) > SHORT else 0
    return _cut(was, start), _cut(now, start)


def _cut(text: str, start: int) -> str:
    if start and text:
        text = "…" + text[start + 1 :]
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"
