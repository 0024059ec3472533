"""The places a visitor has chosen: six at most, what a slip can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widgets import OptionList

from kiosk.commands import Where, bindings
from kiosk.guide import Row
from kiosk.screens.page import Page
from kiosk.session import BASKET_LIMIT
from kiosk.widgets.answers import Answers
from kiosk.widgets.pager import Pager
from kiosk.widgets.plain import lines, plain
from kiosk.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType


class BasketScreen(Page, inherit_bindings=False):
    """My list: open, remove, undo, and on to the slip."""

    WHERE = Where.BASKET
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.BASKET)]

    def body(self) -> ComposeResult:
        """The list, or how to fill it."""
        yield Prose(classes="heading")
        with Horizontal(id="mine"):
            yield Answers(numbered=True)
            yield Pager()
        yield Prose(id="empty")

    def say(self) -> None:
        """The list in the session's language."""
        t = self.post.t
        rows = tuple(
            Row(view.id, view.title, view.kind_line, view.way, view.status)
            for view in self.post.basket()
        )
        heading = t.n_("My list: %(count)s place", "My list: %(count)s places", len(rows))
        self.query_one(".heading", Prose).say(plain(heading))
        self.query_one(Answers).show(rows)
        self.query_one("#mine").display = bool(rows)
        empty = self.query_one("#empty", Prose)
        empty.display = not rows
        empty.say(
            lines(
                # Translators: shown on the empty list
                plain(t._("Your list is empty.")),
                plain(
                    t.n_(
                        "Open a place and press + to add it: up to %(count)s place.",
                        "Open a place and press + to add it: up to %(count)s places.",
                        BASKET_LIMIT,
                    )
                ),
            )
        )

    def forget(self) -> None:
        """No rows."""
        self.query_one(Answers).show(())

    def labels(self) -> Mapping[str, str | None]:
        """Keys that would do nothing say nothing."""
        session, labels = self.post.session, dict(super().labels())
        if not session.basket:
            labels["screen.remove"] = labels["app.go('slip')"] = None
        if session.removed is None:
            labels["screen.undo"] = None
        return labels

    def action_remove(self) -> None:
        """Take the marked place out of the list."""
        marked = self.query_one(Answers).marked
        if marked is not None:
            self.post.session.remove(marked)
            self.refresh_words()

    def action_undo(self) -> None:
        """Put back what was removed last."""
        if self.post.session.undo():
            self.refresh_words()

    def key_up(self) -> None:
        """Mark the place above."""
        self.query_one(Answers).move(-1)

    def key_down(self) -> None:
        """Mark the place below."""
        self.query_one(Answers).move(1)

    def key_enter(self) -> None:
        """Open the marked place."""
        self._open(self.query_one(Answers).highlighted)

    @on(Pager.Turn)
    def _turn(self, event: Pager.Turn) -> None:
        event.stop()
        self.query_one(Answers).move(event.direction)

    @on(OptionList.OptionSelected)
    def _touched(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._open(event.option_index)

    def _open(self, place: int | None) -> None:
        rows = self.query_one(Answers).rows
        if place is not None and place < len(rows):
            self.post.session.trail.append(rows[place].id)
            self.post_message(self.Go(Where.LISTING))
