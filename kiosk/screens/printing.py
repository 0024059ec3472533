"""Handing the slip over without holding up the screen.

Printing takes seconds when a printer is slow or silent: it runs in a thread, and its result
comes back as a message with the number of the visit it was for. A result for a visitor who has
gone is dropped.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.message import Message

from kiosk.handover import Handover, hand_over
from kiosk.screens.page import Page

if TYPE_CHECKING:
    from kiosk.slip.document import SlipDocument

LOG: Final = logging.getLogger(__name__)


class PrintingPage(Page, inherit_bindings=False):
    """A page from which a slip can be printed."""

    class Done(Message):
        """What became of the slip of a visit; None when it could not even be drawn."""

        def __init__(self, visit: int, handover: Handover | None) -> None:
            super().__init__()
            self.visit = visit
            self.handover = handover

    busy = False

    def start_printing(self) -> bool:
        """Print the slip of the basket. False when there is none, or one is being printed."""
        document = self.post.document()
        if document is None or self.busy:
            return False
        self.busy = True
        self.run_worker(
            partial(self._print, document, self.post.session.visit),
            group="print",
            thread=True,
            exit_on_error=False,
        )
        return True

    def _print(self, document: SlipDocument, visit: int) -> None:
        handover = None
        try:
            handover = hand_over(document, self.post.config)
        except Exception:  # whatever breaks, the visitor gets the codes on screen
            LOG.exception("the slip could not be drawn")
        self.post_message(self.Done(visit, handover))

    def told(self, handover: Handover | None) -> str:
        """What to say of a result, in the language of the screen."""
        t = self.post.t
        if handover is None:
            return t._("The slip could not be made.")
        return handover.sentence(t)

    def settle(self, event: Done) -> bool:
        """Take a result in; False when it was for a visitor who has gone."""
        self.busy = False
        if event.visit != self.post.session.visit:
            return False
        self.post.session.told = self.told(event.handover)
        if event.handover is not None and event.handover.on_paper:
            self.post.count("printed", *self.post.session.basket)
        return True
