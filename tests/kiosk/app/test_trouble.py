"""A catalogue that is missing, foreign, damaged, or replaced while the kiosk runs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from catalog.errors import CatalogueDamaged
from kiosk.commands import Mode
from tests.kiosk.app import stock
from tests.kiosk.app.harness import opened

if TYPE_CHECKING:
    from pathlib import Path


def missing(path: Path) -> None:
    path.unlink(missing_ok=True)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def foreign(path: Path) -> None:
    path.write_text("a shopping list\n" * 500)


def cut_short(path: Path) -> None:
    stock.build(path)
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("harm", [missing, empty, foreign, cut_short])
@pytest.mark.parametrize("mode", list(Mode), ids=str)
async def test_the_kiosk_says_so_calmly(tmp_path: Path, harm: object, mode: Mode) -> None:
    path = tmp_path / "catalogue.sqlite"
    assert callable(harm)
    harm(path)
    async with opened(path, mode=mode) as kiosk:
        assert "05 63 76 76 67" in kiosk.text or mode is Mode.COUNTER
        assert "Traceback" not in kiosk.text
        await kiosk.press("3", "«x»", "enter", "f3", "f1", "escape", "f5")
        assert kiosk.app.is_running
        if mode is Mode.VISITOR:
            assert kiosk.page == "AttractScreen"


async def test_a_catalogue_that_breaks_in_the_middle_of_a_visit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> list[tuple[object, ...]]:
        raise CatalogueDamaged("it broke")

    path = stock.build(tmp_path / "catalogue.sqlite")
    async with opened(path) as kiosk:
        await kiosk.press("2", "«penne»")
        guide = kiosk.app.post.guide
        assert guide is not None
        monkeypatch.setattr(guide.catalogue, "rows", broken)
        await kiosk.press("enter", "escape", "«x»", "f3", "p")
        assert kiosk.app.is_running
        assert kiosk.app.post.trouble is not None
        await kiosk.press("f5")
        assert "05 63 76 76 67" in kiosk.text


async def test_a_new_catalogue_waits_for_the_visitor_to_leave(tmp_path: Path) -> None:
    path = stock.build(tmp_path / "catalogue.sqlite")
    async with opened(path) as kiosk:
        await kiosk.press("2", "«penne»")
        other = stock.build(tmp_path / "new.sqlite", stock.LISTINGS[1:])
        other.replace(path)
        kiosk.app.tick()
        await kiosk.press("enter")
        assert "Penne Castle" in kiosk.text
        await kiosk.press("f5")
        kiosk.app.tick()
        await kiosk.press("2", "«penne»")
        assert "Penne Castle" not in kiosk.text


async def test_a_kiosk_without_catalogue_takes_the_first_that_comes(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    async with opened(path) as kiosk:
        assert kiosk.app.post.guide is None
        stock.build(path)
        kiosk.app.tick()
        await kiosk.press("2", "«penne»")
        assert "Penne Castle" in kiosk.text
