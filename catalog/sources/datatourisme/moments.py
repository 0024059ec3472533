"""The fields of an object that hold a day or an hour (xsd:date, xsd:dateTime, xsd:time)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.sources.datatourisme.jsonld import Node, get, scalar
from catalog.sources.values.moments import Impossible, parse_day, parse_hour

if TYPE_CHECKING:
    from datetime import date, time

    from catalog.sources.values.notes import Notes


def day_of(node: Node, name: str) -> date | None:
    """A day field; None if absent. Raises Impossible."""
    raw = scalar(get(node, name))
    return None if raw is None else parse_day(raw)


def day_or_caution(node: Node, name: str, notes: Notes) -> date | None:
    """A day field; None and a caution if it does not exist in any calendar."""
    try:
        return day_of(node, name)
    except Impossible as error:
        notes.warn("impossible_date", name, str(error))
        return None


def hour_or_caution(node: Node, name: str, notes: Notes) -> time | None:
    """An hour field; None if absent, None and a caution if there is no such hour."""
    raw = scalar(get(node, name))
    if raw is None:
        return None
    try:
        return parse_hour(raw)
    except Impossible:
        notes.warn("impossible_hour", name, raw)
        return None
