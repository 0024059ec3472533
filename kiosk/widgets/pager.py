"""Two large keys that turn a list or a text by a page: no visitor has to drag or swipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message

from kiosk.widgets.key import Key

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Pager(Vertical):
    """▲ above ▼."""

    class Turn(Message):
        """Go a page up (-1) or down (1)."""

        def __init__(self, direction: int) -> None:
            super().__init__()
            self.direction = direction

    def compose(self) -> ComposeResult:
        """The two keys."""
        up, down = Key("up", focusable=False), Key("down", focusable=False)
        up.say("▲", "")
        down.say("▼", "")
        yield up
        yield down

    @on(Key.Pressed)
    def _turn(self, event: Key.Pressed) -> None:
        event.stop()
        self.post_message(self.Turn(-1 if event.key.action == "up" else 1))
