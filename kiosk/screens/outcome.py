"""What became of the slip, and each place as a code for the visitor's phone.

A code holds a `geo:` address: it opens in the phone's own map, without network or server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Horizontal

from kiosk.commands import Where, bindings
from kiosk.screens.page import Page
from kiosk.slip.qr import matrix
from kiosk.widgets.plain import lines, plain
from kiosk.widgets.prose import Prose
from kiosk.widgets.qr_code import Form, QrCode, fitting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from kiosk.slip.document import SlipDocument

TEXT_WIDTH = 22
"""Cells that the words beside a code need."""


class OutcomeScreen(Page, inherit_bindings=False):
    """A message, and the codes one after the other."""

    WHERE = Where.OUTCOME
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.OUTCOME)]
    _place = 0

    def body(self) -> ComposeResult:
        """Words beside the code."""
        with Horizontal(id="take"):
            yield Prose(id="told")
            with Container(id="code"):
                yield QrCode()

    def say(self) -> None:
        """The message, the place, its code where it fits."""
        document = self.post.document()
        if document is None or not document.everything():
            self.query_one(QrCode).show((), Form.NONE)
            self.query_one("#told", Prose).say(plain(self.post.session.told))
            return
        self.call_after_refresh(self._draw, document)

    def _draw(self, document: SlipDocument) -> None:
        """Once the size is settled: the code, in the largest form that fits, and its words."""
        t, session, places = self.post.t, self.post.session, document.everything()
        place = places[self._place % len(places)]
        modules = matrix(place.geo)
        room = self.query_one("#take").size
        form = fitting(
            len(modules),
            room.width - TEXT_WIDTH,
            room.height,
            half_blocks=not self.post.setting.console,
        )
        self.query_one(QrCode).show(modules, form)
        how = t._("Scan to open the place in your phone's map")
        if form is Form.NONE:
            # Translators: the screen is too small for a code; coordinates follow
            how = t._("For your phone's map:")
        # Translators: which of the codes is shown: "1 of 3"
        number = t._("%(number)s of %(total)s") % {
            "number": self._place % len(places) + 1,
            "total": len(places),
        }
        self.query_one("#told", Prose).say(
            lines(
                plain(session.told, "bold $accent"),
                plain(number if len(places) > 1 else "", "$quiet"),
                plain(place.title, "bold"),
                plain(how),
                plain(place.geo.removeprefix("geo:").replace(",", ", ")),
                plain(self._call(document), "$quiet"),
            )
        )

    def _call(self, document: SlipDocument) -> str:
        return document.contact[0] if document.contact else self.post.config.office.phone

    def forget(self) -> None:
        """No message, no code."""
        self._place = 0
        self.query_one("#told", Prose).say(plain(""))
        self.query_one(QrCode).show((), Form.NONE)

    def labels(self) -> Mapping[str, str | None]:
        """One place needs no next one."""
        labels = dict(super().labels())
        if len(self.post.session.basket) < 2:
            labels["screen.next_code"] = None
        return labels

    def on_resize(self) -> None:
        """Another size may fit another form of the code."""
        self.refresh_words()

    def action_next_code(self) -> None:
        """The next place, round and round."""
        self._place += 1
        self.refresh_words()
