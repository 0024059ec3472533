"""Paper is used on request only: a second key, told how long the slip is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.commands import Where, bindings
from kiosk.handover import centimetres
from kiosk.screens.printing import PrintingPage
from kiosk.widgets.plain import BLANK, lines, plain
from kiosk.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType


class ConfirmScreen(PrintingPage, inherit_bindings=False):
    """Print, yes or no."""

    WHERE = Where.CONFIRM
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.CONFIRM)]

    def body(self) -> ComposeResult:
        """The question."""
        yield Prose(id="sure")

    def say(self) -> None:
        """How much paper; or that it is being printed."""
        t = self.post.t
        sure = self.query_one("#sure", Prose)
        if self.busy:
            sure.say(plain(t._("One moment, please…"), "bold $accent"))
            return
        document = self.post.document()
        if document is None:
            sure.say(plain(t._("Your list is empty.")))
            return
        length = t.number(centimetres(document, self.post.config))
        if self.post.config.printer is None:
            question = t._("Save this slip for the office?")
            note = t._("There is no printer here.")
        else:
            # Translators: asked before printing; the number is the length of the paper
            question = t._("Print %(centimetres)s cm of paper?") % {"centimetres": length}
            note = t._("The codes for your phone need no paper.")
        sure.say(lines(plain(question, "bold $accent"), BLANK, plain(note)))

    def labels(self) -> Mapping[str, str | None]:
        """No key answers while the printer works."""
        if self.busy:
            return {"screen.confirm": None, "app.step_back": None}
        if self.post.config.printer is None:
            # Translators: key: yes, save the slip
            return {"screen.confirm": self.post.t._("Yes, save")}
        return {}

    def action_confirm(self) -> None:
        """Print, once."""
        if self.start_printing():
            self.refresh_words()

    def on_printing_page_done(self, event: PrintingPage.Done) -> None:
        """Say what became of it, with the codes: never a dead end."""
        event.stop()
        if self.settle(event):
            self.post_message(self.Go(Where.OUTCOME))
