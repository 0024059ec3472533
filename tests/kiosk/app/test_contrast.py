"""Every rendered cell of every screen against WCAG's contrast, in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.color import Color, ColorType

from kiosk.commands import Mode
from kiosk.widgets.answers import Answers
from tests.kiosk.app.harness import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.kiosk.app.harness import Kiosk

WALK = ((), ("2",), ("f7",), ("«penne»",), ("enter",), ("f3",), ("escape", "+", "f3"), ("p",),
        ("p",), ("escape", "m"), ("f1",), ("f2",), ("tab",))  # fmt: skip
LAT15 = set("─━│┃┌┐└┘├┤┬┴┼═║╔╗╚╝█░▒■▮▲▴▶▸▼▾◀◂◈●←↑→↓‐‑‒–—―‘’‚“”„†‡•… ‰‹›‼€œŒŸšŠžŽ™ẞ")
"""What Lat15-Terminus16, the usual French console font, has beyond Latin-1."""


def luminance(colour: Color) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in colour.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Color, other: Color) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def poor(kiosk: Kiosk, least: float) -> Iterator[tuple[str, float]]:
    """Pieces of text with too little contrast. A picture's half blocks are no text."""
    for strip in kiosk.app.screen._compositor.render_strips():
        for segment in strip:
            style, text = segment.style, segment.text.strip(" ▀")
            if not text or style is None:
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            front, back = style.color, style.bgcolor
            if style.reverse:
                front, back = back, front
            assert not style.dim
            if (found := ratio(front, back)) < least:
                yield text, round(found, 2)


@pytest.mark.parametrize(("theme", "least"), [("day", 4.5), ("night", 4.5), ("contrast", 7.0)])
async def test_every_cell_is_legible(catalogue: Path, theme: str, least: float) -> None:
    async with opened(catalogue, size=(112, 34), theme=theme) as kiosk:
        for keys in WALK:
            await kiosk.press(*keys)
            assert list(poor(kiosk, least)) == [], kiosk.page
        kiosk.time.seconds += 50
        kiosk.app.tick()
        await kiosk.pilot.pause()
        assert list(poor(kiosk, least)) == []
    async with opened(catalogue, size=(120, 40), theme=theme, mode=Mode.COUNTER) as kiosk:
        await kiosk.press("«penne»", "enter", "1")
        assert list(poor(kiosk, least)) == []


@pytest.mark.parametrize("size", [(56, 16), (80, 24)], ids=str)
async def test_the_console_needs_two_colours_and_its_own_font(
    catalogue: Path, size: tuple[int, int]
) -> None:
    async with opened(catalogue, size=size, console=True) as kiosk:
        for keys in WALK:
            await kiosk.press(*keys)
            for strip in kiosk.app.screen._compositor.render_strips():
                for segment in strip:
                    unknown = {c for c in segment.text if ord(c) > 0xFF} - LAT15
                    assert not unknown, (kiosk.page, unknown)
                    for colour in (
                        (segment.style.color, segment.style.bgcolor) if segment.style else ()
                    ):
                        assert colour is None or colour.type is ColorType.DEFAULT, kiosk.page


async def test_the_marked_answer_shows_on_the_console(catalogue: Path) -> None:
    async with opened(catalogue, console=True) as kiosk:
        await kiosk.press("2", "«moulin»", "down")
        answers = kiosk.app.screen.query_one(Answers)
        reversed_rows = {
            y
            for y in range(answers.size.height)
            for segment in answers.render_line(y)
            if segment.style is not None and segment.style.reverse
        }
        assert reversed_rows == {3, 4, 5}
