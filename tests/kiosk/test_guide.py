from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind, Period
from kiosk import guide as room
from kiosk.guide import Asking, Guide, Question
from kiosk.i18n import translator
from tests.catalog.making import make
from tests.kiosk.app.stock import build

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from catalog.model import Listing

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
ASKING = Asking(translator("fr"), NOW, Point(44.05, 2.16))


def event(record: str, name: str, *days: date) -> Listing:
    dates = tuple(Period(day, day) for day in days)
    return make(record, name, kind=Kind.EVENT, dates=dates)


def titles(folder: Path, listings: list[Listing], text: str) -> list[str]:
    guide = Guide.open(build(folder / "c.sqlite", listings))
    try:
        return [row.title for row in guide.answer(Question(text), ASKING).rows]
    finally:
        guide.close()


def test_what_is_over_is_not_proposed(tmp_path: Path) -> None:
    listings = [
        event("1", "Concert de printemps", date(2026, 4, 2)),
        event("2", "Concert d'été", date(2026, 4, 2), date(2026, 7, 23)),
        event("3", "Concert surprise"),
    ]
    assert set(titles(tmp_path, listings, "concert")) == {"Concert d'été", "Concert surprise"}


def test_unless_there_is_nothing_else(tmp_path: Path) -> None:
    listings = [event("1", "Foire aux oignons", date(2025, 9, 2)), make("2", "Musée du verre")]
    assert titles(tmp_path, listings, "foire aux oignons") == ["Foire aux oignons"]


def test_a_page_is_full_though_many_are_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "ROWS", 3)
    past = [event(f"a{n}", f"Concert {n}", date(2025, 7, n + 1)) for n in range(20)]
    coming = [event(f"b{n}", f"Concert {n}", date(2026, 8, n + 1)) for n in range(5)]
    guide = Guide.open(build(tmp_path / "c.sqlite", [*past, *coming]))
    try:
        answer = guide.answer(Question("concert"), ASKING)
    finally:
        guide.close()
    assert len(answer.rows) == 3
    assert answer.more
    assert all(row.id.startswith("test:b") for row in answer.rows)
