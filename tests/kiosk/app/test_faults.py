"""Keys nobody thought of, and our own mistakes: neither ends the post nor fills the log."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, NoReturn
from unicodedata import category

import pytest

from kiosk import counsel
from kiosk.command import digit
from kiosk.commands import Mode
from kiosk.faults import WordlessFormatter, wordless
from kiosk.guide import Guide
from tests.kiosk.app.harness import opened

if TYPE_CHECKING:
    from pathlib import Path

WHO = "sophie durandet"
KEYBOARDS = "²³¹①½§µ°£¤€'\"é&(-è_çà)=^$ùñ¿¡ßüöä+#<>|\\~`@{}[]٣٤三₂⁴〇𝟙"
"""What the keys of the visitors' countries type, and digits that are none of ours."""
SORTS = {(category(each), each.isdigit(), each.isdecimal()): each for each in KEYBOARDS}
"""One of each sort: what a program may take for a number, a letter, a sign."""


def broken(*_: object, **__: object) -> NoReturn:
    raise ValueError(f"day is out of range for {WHO}")


def test_only_nine_keys_are_digits() -> None:
    assert [digit(each) for each in "123456789"] == list(range(1, 10))
    assert not any(digit(each) for each in (None, "", "0", "12", "left", *KEYBOARDS))


@pytest.mark.parametrize("page", ["attract", "language"])
async def test_no_sort_of_key_stops_the_post(catalogue: Path, page: str) -> None:
    async with opened(catalogue) as kiosk:
        for character in SORTS.values():
            if page == "language":
                kiosk.app.action_go("language")
                await kiosk.pilot.pause()
            kiosk.app.simulate_key(character)
            await kiosk.pilot.pause()
            assert kiosk.app.is_running, character
            kiosk.app.action_new_visitor()


@pytest.mark.parametrize("mode", list(Mode), ids=str)
async def test_a_fault_in_the_adviser_is_answered_with_the_telephone(
    catalogue: Path,
    mode: Mode,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with opened(catalogue, mode=mode) as kiosk:
        await kiosk.press(*(("2", "f9") if mode is Mode.VISITOR else ()))
        with monkeypatch.context() as patched:
            patched.setattr(counsel, "step", broken)
            await kiosk.press(f"«a lake {WHO}»", "enter")
            await kiosk.settle()
        reply = kiosk.app.post.session.reply
        assert reply is not None
        assert any("05 63 76 76 67" in line for line in reply.lines)
        assert mode is Mode.COUNTER or "05 63 76 76 67" in kiosk.text
        assert kiosk.app.is_running
        assert "builtins.ValueError" in caplog.text
        assert "test_faults.py" in caplog.text
        assert "sophie" not in caplog.text
        await kiosk.press("«a lake»", "enter")
        await kiosk.settle()
        reply = kiosk.app.post.session.reply
        assert reply is not None
        assert reply.cards


@pytest.mark.parametrize("text", ["un marché le 31 avril", "31/04", "30/02 un musée"])
@pytest.mark.parametrize("mode", list(Mode), ids=str)
async def test_a_day_that_no_year_has_is_no_end(catalogue: Path, text: str, mode: Mode) -> None:
    async with opened(catalogue, mode=mode) as kiosk:
        await kiosk.press(*(("1", "f9") if mode is Mode.VISITOR else ()))
        await kiosk.press(f"«{text}»", "enter")
        await kiosk.settle()
        assert kiosk.app.is_running
        assert kiosk.app.return_code is None


@pytest.mark.parametrize("method", ["answer", "view", "nearest_help"])
async def test_a_fault_in_the_guide_costs_one_answer(
    catalogue: Path, method: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "«castle»")
        with monkeypatch.context() as patched:
            patched.setattr(Guide, method, broken)
            await kiosk.press("enter", "+", "f3", "escape", "«x»")
            kiosk.app.refresh_page()
            await kiosk.pilot.pause()
        assert kiosk.app.is_running
        assert kiosk.app.post.trouble is None
        assert "sophie" not in caplog.text
        await kiosk.press("f5", "2", "«castle»")
        assert "Penne Castle" in kiosk.text


def test_an_error_is_told_without_its_message() -> None:
    try:
        try:
            broken()
        except ValueError as error:
            raise KeyError(WHO) from error
    except KeyError as error:
        told = wordless(error)
    assert told.splitlines()[0] == "builtins.KeyError"
    assert "builtins.ValueError" in told
    assert "broken" in told
    assert "sophie" not in told


@pytest.mark.parametrize("name", ["kiosk.app", "asyncio", "textual"])
def test_a_line_of_the_log_holds_no_word_of_an_exception(name: str) -> None:
    formatter = WordlessFormatter()
    message = "the app crashed" if name == "kiosk.app" else f"exception={WHO!r}"
    try:
        broken()
    except ValueError:
        info = sys.exc_info()
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, message, (), info)
    line = formatter.format(record)
    assert "ValueError" in line
    assert name in line
    assert "sophie" not in line
    assert ("the app crashed" in line) is (name == "kiosk.app")
