"""Small calendars, written in few lines."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

from catalog.sources.calendars.components import Calendar, Component, component_of
from catalog.sources.draft import Draft
from catalog.sources.formats import open_source

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Listing
    from catalog.sources.draft import Found

RETRIEVED = date(2026, 11, 21)
PLAIN = {
    "UID": "market-1",
    "DTSTART;TZID=Europe/Paris": "20261204T080000",
    "DTEND;TZID=Europe/Paris": "20261204T123000",
    "SUMMARY": "Marché hebdomadaire",
    "LOCATION": "Place Gambetta\\, 81400 Carmaux",
    "GEO": "44.0512;2.1571",
}


def vevent(*more: str, without: str = "", **replaced: str) -> str:
    """One VEVENT; keyword arguments replace values by property name, `more` are whole lines."""
    lines = [
        f"{name}:{replaced.get(name.partition(';')[0], value)}"
        for name, value in PLAIN.items()
        if name.partition(";")[0] not in without.split()
    ]
    return "\r\n".join(("BEGIN:VEVENT", *lines, *more, "END:VEVENT", ""))


def calendar(*events: str, head: str = "") -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//fr", *head.splitlines()]
    return "\r\n".join(lines) + "\r\n" + "".join(events) + "END:VCALENDAR\r\n"


def component(text: str, of: Calendar | None = None) -> Component:
    raw = text.encode()
    return component_of(io.BytesIO(raw), 0, len(raw), of or Calendar())


def read(folder: Path, content: str | bytes) -> list[Found]:
    path = folder / "agenda.ics"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(open_source(path).read(RETRIEVED))


def only(folder: Path, content: str) -> Draft:
    (draft,) = read(folder, content)
    assert isinstance(draft, Draft), draft
    return draft


def listing(folder: Path, *more: str, without: str = "", **replaced: str) -> Listing:
    return only(folder, calendar(vevent(*more, without=without, **replaced))).listing


def kinds_of(found: Draft) -> list[str]:
    return [caution.kind for caution in found.warnings]
