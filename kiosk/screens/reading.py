"""A page whose body is a text to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.screens.page import Page
from kiosk.widgets.plain import plain
from kiosk.widgets.reader import Reader

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ReadingPage(Page, inherit_bindings=False):
    """Scrolled with the arrows and the page keys wherever the focus is."""

    def body(self) -> ComposeResult:
        """A text to read."""
        yield Reader()

    def forget(self) -> None:
        """No text."""
        self.query_one(Reader).show(plain(""))

    def action_scroll(self, direction: int) -> None:
        """A few lines further up or down."""
        self.query_one(Reader).step(direction)

    def action_page(self, direction: int) -> None:
        """A page further up or down."""
        self.query_one(Reader).turn(direction)
