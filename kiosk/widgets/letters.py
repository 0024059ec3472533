"""Letters to touch, for a kiosk without a keyboard.

Alphabetical order, because visitors of eight countries know different keyboards. One key turns
the letters into figures, signs and accented letters and back: ages, prices, dates and hours need
figures, and an accent may tell two words apart ("marché" is no "marche").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message

from kiosk.widgets.key import Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

LETTERS: Final = ("abcdefghijklm'", "nopqrstuvwxyz")
FIGURES: Final = ("1234567890:/€-", "éèêàâçîôùñäöü")
"""What stands on the same keys once they are turned."""
ERASE: Final = ""
SPACE: Final = " "
TURN: Final = "turn"
_TURNS: Final = {LETTERS: "1é", FIGURES: "abc"}


class Letters(Vertical):
    """Two rows of letters and the keys to erase, to turn them and to make a space."""

    class Touched(Message):
        """A letter or figure, `ERASE` for the erasing key."""

        def __init__(self, character: str) -> None:
            super().__init__()
            self.character = character

    def __init__(self) -> None:
        super().__init__()
        self._rows = LETTERS

    def compose(self) -> ComposeResult:
        """The keys, each three rows high."""
        for row, wide in zip(LETTERS, ((ERASE,), (TURN, SPACE)), strict=True):
            with Horizontal():
                for letter in row:
                    yield Key(letter, focusable=False)
                for action in wide:
                    yield Key(action, focusable=False, classes="-tail")

    def on_mount(self) -> None:
        """Write the letters on the keys."""
        self._write()

    def on_show(self) -> None:
        """Whoever calls for letters sees letters first."""
        self._turn(LETTERS)

    def _turn(self, rows: tuple[str, str]) -> None:
        self._rows = rows
        self._write()

    def _write(self) -> None:
        for key, character in zip(self._characters(), "".join(self._rows), strict=True):
            key.action = character
            key.say("", character.upper())
        for key in self.query(".-tail").results(Key):
            signs = {ERASE: "←", SPACE: "─", TURN: _TURNS[self._rows]}
            key.say("", signs[key.action])

    def _characters(self) -> Iterator[Key]:
        return (key for key in self.query(Key).results(Key) if not key.has_class("-tail"))

    @on(Key.Pressed)
    def _touched(self, event: Key.Pressed) -> None:
        event.stop()
        if event.key.action == TURN:
            self._turn(FIGURES if self._rows is LETTERS else LETTERS)
        else:
            self.post_message(self.Touched(event.key.action))
