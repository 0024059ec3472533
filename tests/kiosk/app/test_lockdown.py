"""What a hostile visitor can press, and what the terminal then does: nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kiosk import terminal
from kiosk.screens.find import FindScreen
from tests.kiosk.app.harness import opened

if TYPE_CHECKING:
    from pathlib import Path

CHORDS = (
    *("ctrl+q", "ctrl+c", "ctrl+z", "ctrl+p", "ctrl+d", "ctrl+s", "ctrl+backslash", "ctrl+x"),
    *("ctrl+v", "ctrl+l", "ctrl+r", "f10", "f11", "f12", "ctrl+f12", "alt+f4", "ctrl+n"),
)
HAMMERED = (
    *("escape", "enter", "+", "f3", "p", "m", "f2", "2", "f1", "escape", "f5", "3"),
    *("a", "z", "enter", "u", "delete", "f4", "f6", "down", "n", "f7", "space"),
)


async def test_no_chord_leaves_the_kiosk(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        for keys in (("2", "«penne»", "enter"),):
            await kiosk.press(*keys)
            before = kiosk.text, kiosk.page
            await kiosk.press(*CHORDS)
            assert (kiosk.text, kiosk.page) == before
            assert kiosk.app.is_running


async def test_a_post_that_is_not_locked_can_be_left(catalogue: Path) -> None:
    async with opened(catalogue, locked=False) as kiosk:
        assert "Ctrl+Q" in kiosk.text
        await kiosk.pilot.press("ctrl+q")
        assert kiosk.app.return_code == 0


@pytest.mark.parametrize(
    "action", ["quit", "suspend_process", "screenshot", "command_palette", "help_quit"]
)
async def test_no_action_of_textual_does_anything(catalogue: Path, action: str) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2")
        before = kiosk.text
        await kiosk.app.run_action(f"app.{action}")
        await kiosk.pilot.pause()
        assert kiosk.text == before
        assert kiosk.app.return_code is None


async def test_nothing_reaches_the_clipboard(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "«secret»", "ctrl+a", "shift+home", "ctrl+c", "ctrl+x")
        kiosk.app.copy_to_clipboard("secret")
        assert kiosk.app.clipboard == ""


async def test_a_pasted_book_stops_at_the_length_of_a_question(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "«" + "a\x1b[31m b\n" * 100_000 + "»")
        assert 0 < len(kiosk.app.post.session.text) <= 200
        assert "\x1b" not in kiosk.app.post.session.text


async def test_a_child_hammering_keys_breaks_nothing(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        for place in range(len(HAMMERED)):
            await kiosk.pilot.press(HAMMERED[place * 7 % len(HAMMERED)])
        assert kiosk.app.is_running
        await kiosk.press("f5")
        assert kiosk.page == "AttractScreen"


async def test_a_crash_is_logged_and_ends_with_one(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(self: FindScreen) -> None:
        raise RuntimeError("a screen broke")

    monkeypatch.setattr(FindScreen, "say", broken)
    with pytest.raises(RuntimeError, match="a screen broke"):
        async with opened(catalogue) as kiosk:
            await kiosk.press("2")
    assert kiosk.app.return_code == 1
    assert kiosk.app._exit_renderables == []
    assert "RuntimeError" in caplog.text
    assert "a screen broke" not in caplog.text  # a message may be made of what was typed


def test_textuals_variables_are_removed() -> None:
    environ = {"TEXTUAL_DEBUG": "1", "TEXTUAL_PRESS": "q", "TEXTUAL": "x", "TERM": "linux"}
    terminal.scrub(environ)
    assert environ == {"TERM": "linux"}


@pytest.mark.parametrize(
    ("environ", "console"),
    [
        ({"TERM": "linux"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, True),
        ({"TERM": "foot", "COLORTERM": "truecolor"}, False),
        ({"TERM": "dumb"}, True),
        ({}, True),
    ],
    ids=str,
)
def test_the_console_is_recognised(environ: dict[str, str], console: bool) -> None:
    assert terminal.look(environ, interactive=True, encoding="UTF-8").console is console


async def test_no_color_is_legible(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    async with opened(catalogue, console=True) as kiosk:
        await kiosk.press("2", "«penne»")
        for strip in kiosk.app.screen._compositor.render_strips():
            for segment in strip:
                if segment.text.strip() and segment.style is not None:
                    assert segment.style.color is None or segment.style.color.is_default
