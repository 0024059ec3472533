"""Nothing stays longer than its days, whether or not anybody comes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from catalog.clock import PARIS
from catalog.journal import DeskUnavailable
from kiosk.forgetting import Forgetting

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)


class Desk:
    def __init__(self, *, broken: bool = False) -> None:
        self.asked: list[date] = []
        self.broken = broken

    def forget(self, today: date) -> None:
        self.asked.append(today)
        if self.broken:
            raise DeskUnavailable("no space", where="desk.sqlite", remedy="")


def slip(folder: Path, moment: datetime) -> Path:
    path = folder / f"{moment:%Y%m%d-%H%M%S}-K7Q-42.txt"
    path.write_text("Musée")
    return path


def test_it_is_done_when_the_post_opens_and_once_a_day(tmp_path: Path) -> None:
    desk = Desk()
    post = Forgetting(tmp_path, desk)
    fresh, stale = slip(tmp_path, NOW), slip(tmp_path, NOW - timedelta(days=8))
    post.daily(NOW)
    assert (fresh.exists(), stale.exists()) == (True, False)
    late = slip(tmp_path, NOW - timedelta(days=9))
    post.daily(NOW + timedelta(hours=3))
    assert late.exists()
    post.daily(NOW + timedelta(days=1))
    assert not late.exists()
    assert desk.asked == [date(2026, 7, 23), date(2026, 7, 24)]


def test_a_week_without_a_visitor_empties_the_outbox(tmp_path: Path) -> None:
    slip(tmp_path, NOW)
    post = Forgetting(tmp_path, None)
    for day in range(9):
        post.daily(NOW + timedelta(days=day))
    assert list(tmp_path.iterdir()) == []


def test_neither_a_missing_folder_nor_a_broken_desk_ends_the_post(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    Forgetting(tmp_path / "none", Desk(broken=True)).daily(NOW)
    assert "no space" in caplog.text
