"""A page on whose line one types, with keys or with letters to touch."""

from __future__ import annotations

from textual import on

from kiosk.screens.page import Page
from kiosk.widgets.letters import Letters
from kiosk.widgets.search_line import SearchLine


class WritingPage(Page, inherit_bindings=False):
    """Its body has a `SearchLine`, and `Letters` that stand there when they are wanted."""

    @on(Letters.Touched)
    def _letter(self, event: Letters.Touched) -> None:
        event.stop()
        line = self.query_one(SearchLine)
        if event.character:
            line.touch(event.character)
        else:
            line.rub()

    def action_letters(self) -> None:
        """Show or hide the letters to touch."""
        self.show_letters(wanted=not self.query_one(Letters).display)

    def show_letters(self, *, wanted: bool) -> None:
        """Show the letters, or hide them."""
        self.query_one(Letters).display = wanted
        self.set_class(wanted, "-typing")
