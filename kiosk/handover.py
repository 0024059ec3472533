"""Putting the slip into the visitor's hand: receipt drawn, saved in the outbox, printed.

All of it blocks and belongs in a worker; the document it works on is frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.slip.outbox import SavedSlip, SaveOutcome, save, save_sentence
from kiosk.slip.paper import receipt
from kiosk.slip.printer import PrintOutcome, outcome_sentence, send

if TYPE_CHECKING:
    from kiosk.config import Config
    from kiosk.i18n import Translator
    from kiosk.slip.document import SlipDocument


@dataclass(frozen=True, slots=True)
class Handover:
    """What became of a slip. `printed` None: the post has no printer."""

    printed: PrintOutcome | None
    saved: SavedSlip

    @property
    def on_paper(self) -> bool:
        """Whether the printer confirms that it is on paper."""
        return self.printed is PrintOutcome.PRINTED

    def sentence(self, t: Translator) -> str:
        """What the visitor is told."""
        if self.printed is not None:
            return outcome_sentence(self.printed, t)
        # Translators: the post has no printer; codes to scan are shown below
        none = t._("There is no printer here.")
        if self.saved.outcome is SaveOutcome.SAVED:
            return f"{none} {save_sentence(self.saved.outcome, t)}"
        return none


def hand_over(document: SlipDocument, config: Config) -> Handover:
    """Draw, save and print the slip, once. Neither disk nor printer makes it raise."""
    paper = config.printer.paper_mm if config.printer is not None else 80
    drawn = receipt(document, paper)
    saved = save(document, drawn, config.outbox)
    printed = send(drawn.png, config.printer) if config.printer is not None else None
    return Handover(printed, saved)


def centimetres(document: SlipDocument, config: Config) -> float:
    """How long the printed slip is, in centimetres of paper."""
    return receipt(
        document, config.printer.paper_mm if config.printer is not None else 80
    ).centimetres
