"""Desks, settings and listings of the worklist's tests."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Any

from catalog.clock import PARIS
from catalog.journal import Desk
from catalog.model import LANGUAGES, Kind, ListingId
from catalog.worklist.demand import Demand
from catalog.worklist.tasks import Setting
from tests.catalog.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.refresh.report import Report

TODAY = NOW.date()


def desk(
    path: Path, *answers: tuple[str, int], day: datetime | None = None, lang: str = "de"
) -> Path:
    """A post's desk with so many answers about each listing, and one visitor."""
    at = day or datetime(2026, 8, 1, 10, tzinfo=PARIS)
    with Desk.open(path) as post:
        post.count_visitor(post="kiosk", channel="kiosk", lang=lang, at=at)
        for listing, count in answers:
            for _ in range(count):
                post.count_answer(
                    post="kiosk",
                    listing=ListingId(listing),
                    kind=Kind.FOOD,
                    outcome="shown",
                    lang=lang,
                    at=at,
                )
    with sqlite3.connect(path) as file:  # one file, as it is copied to a stick
        file.execute("PRAGMA journal_mode = DELETE")
    file.close()
    return path


def setting(
    asked: dict[str, int] | None = None, report: Report | None = None, **more: Any
) -> Setting:
    facts: dict[str, Any] = {
        "today": TODAY,
        "demand": Demand(asked or {}),
        "languages": tuple(lang for lang in LANGUAGES if lang != "fr"),
        "report": report,
    }
    return Setting(**{**facts, **more})
