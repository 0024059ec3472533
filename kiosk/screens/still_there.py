"""The warning before everything is forgotten: any key, any touch, and it goes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen

from kiosk.widgets.plain import BLANK, lines, plain
from kiosk.widgets.prose import Prose

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from kiosk.post import Post


class StillThereScreen(ModalScreen[None], inherit_bindings=False):
    """A countdown over the page. What is pressed here only extends the time: it never reaches
    the page below."""

    def __init__(self, post: Post) -> None:
        super().__init__()
        self.post = post
        # Held, not looked up: the clock may tick before the panel is there, and after it is gone.
        self._words = Prose(id="countdown")

    def compose(self) -> ComposeResult:
        """One panel."""
        with Vertical():
            yield self._words

    def count(self, left: int) -> None:
        """Say how many seconds are left."""
        t = self.post.t
        seconds = t.n_(
            "In %(count)s second this page is cleared for the next visitor.",
            "In %(count)s seconds this page is cleared for the next visitor.",
            left,
        )
        self._words.say(
            lines(
                # Translators: warning before the kiosk forgets an absent visitor
                plain(t._("Are you still there?"), "bold"),
                BLANK,
                plain(seconds),
                plain(t._("Press any key or touch the screen to go on.")),
            )
        )

    def on_key(self, event: events.Key) -> None:
        """Any key goes on."""
        event.stop()
        self._go_on()

    def on_click(self, event: events.Click) -> None:
        """Any touch goes on."""
        event.stop()
        self._go_on()

    def _go_on(self) -> None:
        # The tick of the app may have closed the warning since the finger came down: closing it
        # twice would close the page below.
        if self.is_current:
            self.dismiss()
