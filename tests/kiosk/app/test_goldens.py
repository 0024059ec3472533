"""Every screen as text, at the three sizes: one walk a size. KIOSK_GOLDENS=write renews them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.commands import Mode
from kiosk.screens.attract import AttractScreen
from tests.kiosk.app.harness import SIZES, compare, opened

if TYPE_CHECKING:
    from pathlib import Path

VISITOR = (
    ("attract", ()),
    ("themes", ("2",)),
    ("letters", ("f7",)),
    ("answers", ("f7", "«penne»")),
    ("listing", ("enter", "+")),
    ("basket", ("f3",)),
    ("slip", ("p",)),
    ("confirm", ("p",)),
    ("phone", ("escape", "m")),
    ("help", ("f1",)),
    ("language", ("f2",)),
    ("agenda", ("escape", "f4", "escape", "6")),
    ("nothing", ("«qqqqzzzz»",)),
)
CHAT = (
    ("chat", ("f9",)),
    ("chat-guided", ("0",)),
    ("chat-advised", ("escape", "«waar kunnen we zwemmen met kleine kinderen»", "enter")),
    ("chat-follow-up", ("«en met hond?»", "enter")),
    ("chat-asked", ("«is het ver?»", "enter")),
    ("chat-nothing", ("«een kasteel op minder dan 1 km»", "enter")),
)
COUNTER = (
    ("counter", ()),
    ("counter-answers", ("«penne»", "enter", "1", "2")),
    ("counter-advised", ("«lac ou musée demain avec des enfants»", "enter")),
    ("counter-why", ("?",)),
)


def name_of(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=name_of)
async def test_visitors_screens(catalogue: Path, size: tuple[int, int]) -> None:
    async with opened(catalogue, size=size) as kiosk:
        first = kiosk.app.screen
        assert isinstance(first, AttractScreen)
        first.turn = 1  # English, whose words are those of the code
        first.refresh_words()
        await kiosk.pilot.pause()
        for screen, keys in VISITOR:
            await kiosk.press(*keys)
            compare(f"{name_of(size)}-{screen}", kiosk.text)
        kiosk.time.seconds += 50
        kiosk.app.tick()
        await kiosk.pilot.pause()
        compare(f"{name_of(size)}-still-there", kiosk.text)


@pytest.mark.parametrize("size", SIZES, ids=name_of)
async def test_advisers_screens(catalogue: Path, size: tuple[int, int]) -> None:
    async with opened(catalogue, size=size, mode=Mode.COUNTER, screen_lang="en") as kiosk:
        for screen, keys in COUNTER:
            for key in keys:
                await kiosk.press(key)
                await kiosk.settle()
            compare(f"{name_of(size)}-{screen}", kiosk.text)


@pytest.mark.parametrize("size", SIZES, ids=name_of)
async def test_the_advisers_answers(catalogue: Path, size: tuple[int, int]) -> None:
    async with opened(catalogue, size=size) as kiosk:
        await kiosk.press("6")
        for screen, keys in CHAT:
            await kiosk.press(*keys)
            await kiosk.settle()
            compare(f"{name_of(size)}-{screen}", kiosk.text)


async def test_an_emergency_in_french(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("1", "f9", "«mon fils s'est fait mal»", "enter")
        await kiosk.settle()
        compare("80x24-chat-emergency", kiosk.text)
