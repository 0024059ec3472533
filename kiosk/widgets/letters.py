"""Letters to touch, for a kiosk without a keyboard.

Alphabetical order, because visitors of eight countries know different keyboards; accents are
not needed, the search folds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message

from kiosk.widgets.key import Key

if TYPE_CHECKING:
    from textual.app import ComposeResult

ROWS: Final = ("abcdefghijklm", "nopqrstuvwxyz")


class Letters(Vertical):
    """Two rows of letters and the keys to erase and to make a space."""

    class Touched(Message):
        """A letter, "" for the erasing key."""

        def __init__(self, character: str) -> None:
            super().__init__()
            self.character = character

    def compose(self) -> ComposeResult:
        """The keys, each three rows high."""
        for row, tail in zip(ROWS, ("", " "), strict=True):
            with Horizontal():
                for letter in row:
                    key = Key(letter, focusable=False)
                    key.say("", letter.upper())
                    yield key
                wide = Key(tail, focusable=False, classes="-tail")
                wide.say("", "←" if not tail else "─")
                yield wide

    @on(Key.Pressed)
    def _touched(self, event: Key.Pressed) -> None:
        event.stop()
        self.post_message(self.Touched(event.key.action))
