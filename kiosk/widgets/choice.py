"""One of a few words: chosen with the arrows left and right, or by touching it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from kiosk.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

_BETWEEN = "  "


class Choice(Widget, can_focus=True):
    """The words on one line, the one that is chosen between arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose(-1)", "", show=False),
        Binding("right,space", "choose(1)", "", show=False),
    ]
    chosen: reactive[int] = reactive(0, init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._words: tuple[str, ...] = ()

    def say(self, words: Sequence[str]) -> None:
        """Write the words."""
        self._words = tuple(words)
        self.refresh()

    def render(self) -> Content:
        """The words; the chosen one is told by its arrows too, never by its colour alone."""
        style = "bold reverse" if self.has_focus else "bold $accent"
        return Content(_BETWEEN).join(
            plain(word, style if place == self.chosen else "")
            for place, word in enumerate(self._written())
        )

    def _written(self) -> list[str]:
        return [
            f"‹{word}›" if place == self.chosen else word for place, word in enumerate(self._words)
        ]

    def action_choose(self, step: int) -> None:
        """The next word, or the one before."""
        if self._words:
            self.chosen = (self.chosen + step) % len(self._words)

    def on_click(self, event: events.Click) -> None:
        """The word that was touched."""
        event.stop()
        end = 0
        for place, word in enumerate(self._written()):
            end += cell_len(word) + len(_BETWEEN)
            if event.x < end:
                self.chosen = place
                return
