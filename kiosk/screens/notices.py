"""The office's notices that are not over: change one, take it back, undo either."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widgets import OptionList

from kiosk.commands import Where, bindings
from kiosk.notice_form import draft_of
from kiosk.screens.page import Page
from kiosk.widgets.answers import Answers
from kiosk.widgets.pager import Pager
from kiosk.widgets.plain import lines, plain
from kiosk.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from catalog.journal import Notice


class NoticesScreen(Page, inherit_bindings=False):
    """What visitors are told before all else, and by whom."""

    WHERE = Where.NOTICES
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.NOTICES)]
    _notices: tuple[Notice, ...] = ()

    def body(self) -> ComposeResult:
        """The list, or how to fill it."""
        yield Prose(classes="heading")
        with Horizontal(id="standing"):
            yield Answers()
            yield Pager()
        yield Prose(id="none")

    def say(self) -> None:
        """The notices in the adviser's language."""
        t = self.post.t
        self._notices = self.post.board.notices(self.post.clock().date())
        # Translators: how many notices of the office hold or are to come
        heading = t.n_("%(count)s notice", "%(count)s notices", len(self._notices))
        self.query_one(".heading", Prose).say(plain(heading))
        self.query_one(Answers).show(self.post.notice_rows(self._notices))
        self.query_one("#standing").display = bool(self._notices)
        none = self.query_one("#none", Prose)
        none.display = not self._notices
        none.say(
            lines(
                # Translators: ! is a key; on the empty list of the office's notices
                plain(t._("To add one: press ! on a place that you have found")),
            )
        )

    def forget(self) -> None:
        """No rows."""
        self.query_one(Answers).show(())

    def labels(self) -> Mapping[str, str | None]:
        """Keys that would do nothing say nothing."""
        labels = dict(super().labels())
        if not self._notices:
            labels["screen.change"] = labels["screen.withdraw"] = None
        if not self.post.board.undoable:
            labels["screen.undo"] = None
        return labels

    @property
    def _marked(self) -> Notice | None:
        place = self.query_one(Answers).highlighted
        return self._notices[place] if place is not None and place < len(self._notices) else None

    def action_change(self) -> None:
        """Fill the marked notice in again."""
        marked = self._marked
        if marked is not None and self.adviser:
            self.post.draft = draft_of(marked, self.post.t)
            self.post_message(self.Go(Where.NOTICE))

    def action_withdraw(self) -> None:
        """Take the marked notice back."""
        marked = self._marked
        if marked is not None and self.adviser:
            self.post.board.withdraw(marked)
            self.refresh_words()

    def action_undo(self) -> None:
        """Put back what stood before the last step."""
        if self.adviser and self.post.board.undo():
            self.refresh_words()

    def key_up(self) -> None:
        """Mark the notice above."""
        self.query_one(Answers).move(-1)

    def key_down(self) -> None:
        """Mark the notice below."""
        self.query_one(Answers).move(1)

    @on(Pager.Turn)
    def _turn(self, event: Pager.Turn) -> None:
        event.stop()
        self.query_one(Answers).move(event.direction)

    @on(OptionList.OptionSelected)
    def _touched(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_change()
