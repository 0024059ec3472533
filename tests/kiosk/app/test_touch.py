"""The same with a finger: every target three rows high, every tap counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.widgets.key import Key
from kiosk.widgets.letters import Letters
from tests.kiosk.app.harness import SIZES, opened

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_visit_by_touch_only(catalogue: Path) -> None:
    async with opened(catalogue, size=(120, 40)) as kiosk:
        keys = list(kiosk.app.screen.query("#languages Key").results(Key))
        assert await kiosk.pilot.click(keys[1])
        await kiosk.pilot.pause()
        bar = {key.action: key for key in kiosk.app.screen.query("KeyBar Key").results(Key)}
        assert await kiosk.pilot.click(bar["screen.letters"])
        await kiosk.pilot.pause()
        letters = {key.action: key for key in kiosk.app.screen.query("Letters Key").results(Key)}
        for letter in "penne":
            await kiosk.pilot.click(letters[letter])
        await kiosk.pilot.pause()
        assert kiosk.app.post.session.text == "penne"
        await kiosk.tap("Answers", offset=(3, 1))
        assert kiosk.page == "ListingScreen"
        for action, page in (
            ("screen.take", "ListingScreen"),
            ("app.go('basket')", "BasketScreen"),
            ("app.go('slip')", "SlipScreen"),
            ("screen.phone", "OutcomeScreen"),
            ("app.step_back", "SlipScreen"),
            ("app.new_visitor", "AttractScreen"),
        ):
            bar = {key.action: key for key in kiosk.app.screen.query("KeyBar Key").results(Key)}
            assert await kiosk.pilot.click(bar[action])
            await kiosk.pilot.pause()
            assert kiosk.page == page


async def test_every_tap_counts_however_fast(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "f7")
        key = kiosk.app.screen.query_one(Letters).query(Key).first()
        for _ in range(10):
            key.post_message(Key.Pressed(key))
        await kiosk.pilot.pause()
        assert kiosk.app.post.session.text == "a" * 10
        await kiosk.pilot.click(key, times=3)
        await kiosk.pilot.pause()
        assert kiosk.app.post.session.text == "a" * 13


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_targets_are_three_rows_high_and_inside_the_screen(
    catalogue: Path, size: tuple[int, int]
) -> None:
    async with opened(catalogue, size=size) as kiosk:
        for keys in ((), ("2",), ("f7",), ("«moulin»",), ("enter",), ("+", "f3"), ("p",), ("f2",)):
            await kiosk.press(*keys)
            for key in kiosk.app.screen.query(Key).results(Key):
                region = key.region
                if region.area and key.is_on_screen and key.visible:
                    assert region.height >= 3, (kiosk.page, key.action)
                    assert region.width >= 3, (kiosk.page, key.action)
                    assert region.right <= size[0], (kiosk.page, key.action)
                    assert region.bottom <= size[1], (kiosk.page, key.action)


async def test_lists_and_texts_turn_by_touch(catalogue: Path) -> None:
    async with opened(catalogue, size=(56, 16)) as kiosk:
        await kiosk.press("2", "«moulin»")
        first = kiosk.text
        down = kiosk.app.screen.query("#found Pager Key").last(Key)
        assert await kiosk.pilot.click(down)
        await kiosk.pilot.pause()
        assert kiosk.text != first
        await kiosk.press("f5", "2", "«penne»", "enter")
        top = kiosk.text
        down = kiosk.app.screen.query("Pager Key").last(Key)
        assert await kiosk.pilot.click(down)
        await kiosk.pilot.pause()
        assert kiosk.text != top
