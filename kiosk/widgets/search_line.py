"""The line that is always ready for letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.message import Message
from textual.widgets import Input

from catalog.text import clean_line

if TYPE_CHECKING:
    from textual import events

MAX_LENGTH: Final = 200
"""Longer than any question; a pasted megabyte stops here."""


class SearchLine(Input):
    """An input that gives away, while it is empty, the characters its screen wants as keys."""

    class Quick(Message):
        """A character that the screen takes as a command, typed in the empty line."""

        def __init__(self, character: str) -> None:
            super().__init__()
            self.character = character

    def __init__(self, quick: str = "", *, id: str | None = None) -> None:
        """`quick`: the characters that are commands while the line is empty."""
        super().__init__(
            id=id,
            max_length=MAX_LENGTH,
            select_on_focus=False,
            compact=True,
            classes="search-line",
        )
        self._quick = quick
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        if not self.value and event.character is not None and event.character in self._quick:
            event.stop()
            event.prevent_default()
            self.post_message(self.Quick(event.character))
            return
        await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        room = MAX_LENGTH - len(self.value)
        text = clean_line(event.text[:4000])[: max(0, room)]
        if text:
            self.insert_text_at_cursor(text)

    def touch(self, character: str) -> None:
        """A letter of the keyboard on screen."""
        if len(self.value) < MAX_LENGTH:
            self.insert_text_at_cursor(character)

    def rub(self) -> None:
        """The erasing key of the keyboard on screen."""
        self.action_delete_left()

    def put(self, text: str) -> None:
        """Replace the whole line without telling anybody."""
        with self.prevent(Input.Changed):
            self.value = text
            self.cursor_position = len(text)
