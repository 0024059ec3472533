"""The fields of an object that hold a day or an hour (xsd:date, xsd:dateTime, xsd:time)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.sources.datatourisme.jsonld import Node, get, scalar
from catalog.sources.values import moments as values
from catalog.sources.values.moments import parse_day

if TYPE_CHECKING:
    from datetime import date, time

    from catalog.sources.values.notes import Notes


def day_of(node: Node, name: str) -> date | None:
    """A day field; None if absent. Raises Impossible."""
    raw = scalar(get(node, name))
    return None if raw is None else parse_day(raw)


def day_or_caution(node: Node, name: str, notes: Notes) -> date | None:
    """A day field; None if absent, None and a caution if it is in no calendar."""
    raw = scalar(get(node, name))
    return None if raw is None else values.day_or_caution(raw, notes, name)


def hour_or_caution(node: Node, name: str, notes: Notes) -> time | None:
    """An hour field; None if absent, None and a caution if there is no such hour."""
    raw = scalar(get(node, name))
    return None if raw is None else values.hour_or_caution(raw, notes, name)
