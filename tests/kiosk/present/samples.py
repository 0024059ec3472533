"""Listings made for these tests."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from catalog.clock import PARIS
from catalog.model import Kind, Listing, ListingId, Localized, Place, Slot, Source, Text
from kiosk.i18n import translator

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=PARIS)  # a Saturday
EN = translator("en")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def said(**texts: str) -> Localized:
    return Localized(tuple(Text(lang, text) for lang, text in texts.items()))


def slot(opens: str, closes: str | None = None) -> Slot:
    return Slot(time.fromisoformat(opens), time.fromisoformat(closes) if closes else None)


def listing(kind: Kind = Kind.ATTRACTION, **fields: Any) -> Listing:
    source = Source("house", "1", retrieved=date(2026, 11, 1), updated=date(2026, 7, 21))
    known: dict[str, Any] = {
        "id": ListingId("house:1"),
        "kinds": (kind,),
        "name": said(fr="Le Moulin neuf"),
        "place": Place(44.05, 2.16, ("Le Bourg",), "81400", "Carmaux"),
        "sources": (source,),
    }
    return Listing(**{**known, **fields})


def plain(text: str) -> str:
    """Without CLDR's no-break spaces."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
