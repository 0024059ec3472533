"""A text to read: scrolled by keys, by the wheel, or by the two large keys beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, VerticalScroll

from kiosk.widgets.pager import Pager
from kiosk.widgets.plain import plain
from kiosk.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content


class Sheet(VerticalScroll, can_focus=False):
    """What is scrolled."""


class Reader(Horizontal):
    """Up to three texts: `lead` across the page, then `side`, and `main` beside or below it."""

    def compose(self) -> ComposeResult:
        """The texts and the pager."""
        with Sheet():
            yield Prose(id="lead")
            with Horizontal(id="columns"):
                yield Prose(id="side")
                yield Prose(id="main")
        yield Pager()

    def show(self, lead: Content, main: Content | None = None, side: Content | None = None) -> None:
        """Replace the texts and go to the top."""
        for id, text in (("lead", lead), ("main", main), ("side", side)):
            static = self.query_one(f"#{id}", Prose)
            static.display = text is not None and bool(text.plain)
            static.say(text if text is not None else plain(""))
        self.query_one("#columns").display = main is not None or side is not None
        self.top()

    def top(self) -> None:
        """Back to the first line."""
        self.query_one(Sheet).scroll_home(animate=False)

    def turn(self, direction: int) -> None:
        """One page up or down, one line kept in sight."""
        sheet = self.query_one(Sheet)
        sheet.scroll_relative(y=direction * max(1, sheet.size.height - 1), animate=False)

    def step(self, direction: int) -> None:
        """A few lines up or down."""
        self.query_one(Sheet).scroll_relative(y=3 * direction, animate=False)

    @on(Pager.Turn)
    def _turn(self, event: Pager.Turn) -> None:
        event.stop()
        self.turn(event.direction)
