"""The slip as it will come out, line for line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from kiosk.commands import Where, bindings
from kiosk.screens.reading import ReadingPage
from kiosk.slip.plain import render
from kiosk.widgets.plain import lines, plain
from kiosk.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

NARROW, WIDE = 42, 48
"""Columns of receipt printers (58 and 80 mm would be 32 and 48; 42 is the usual second font)."""


class SlipScreen(ReadingPage, inherit_bindings=False):
    """Preview, then print or phone."""

    WHERE = Where.SLIP
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.SLIP)]

    def say(self) -> None:
        """The slip in the visitor's language."""
        document = self.post.document()
        if document is None:
            self.query_one(Reader).show(plain(self.post.t._("Your list is empty.")))
            return
        columns = WIDE if self.size.width >= 72 else NARROW
        text = render(document, columns)
        # Spaces carry the layout of the slip: each line is cleaned by itself, none is joined.
        self.query_one(Reader).show(lines(*(_line(line) for line in text.splitlines())))

    def labels(self) -> Mapping[str, str | None]:
        """Nothing to print from an empty list; no printer, no paper."""
        labels = dict(super().labels())
        if not self.post.session.basket:
            labels["screen.print"] = labels["screen.phone"] = None
        elif self.post.config.printer is None:
            # Translators: key on a post without a printer: keeps the slip for the office
            labels["screen.print"] = self.post.t._("Save")
        return labels

    def action_print(self) -> None:
        """Ask before paper is used."""
        if self.post.session.basket:
            self.post_message(self.Go(Where.CONFIRM))

    def action_phone(self) -> None:
        """The codes, without paper."""
        if self.post.session.basket:
            self.post.session.told = ""
            self.post_message(self.Go(Where.OUTCOME))


def _line(line: str) -> Content:
    """One line of the slip, its inner spaces kept; the document's words are already clean."""
    return Content(line or " ")
