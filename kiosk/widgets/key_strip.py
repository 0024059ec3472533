"""A row of keys that changes with every answer: what was understood, what may be said next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual import on
from textual.containers import Horizontal
from textual.message import Message

from kiosk.widgets.key import Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

MOST: Final = 9
_WIDEST: Final = 24
_NARROWEST: Final = 6
"""Cells of one label; a longer one ends with an ellipsis."""


class KeyStrip(Horizontal):
    """At most `MOST` keys; those that do not fit are left out, last first. The keys are made once
    and written anew."""

    class Touched(Message):
        """The key of this place was pressed."""

        def __init__(self, strip: KeyStrip, place: int) -> None:
            super().__init__()
            self.strip = strip
            self.place = place

        @property
        def control(self) -> KeyStrip:
            """The strip, for `@on` selectors."""
            return self.strip

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._written: tuple[tuple[str, str], ...] = ()

    def compose(self) -> ComposeResult:
        """The keys, hidden until there is something to say."""
        for place in range(MOST):
            key = Key(str(place))
            key.display = False
            yield key

    def show(self, written: Sequence[tuple[str, str]]) -> None:
        """Write caps and labels; an empty sequence hides the strip."""
        self._written = tuple(written)[:MOST]
        self.set_class(bool(self._written), "-shown")
        self._lay_out()

    def on_resize(self) -> None:
        """Another width may fit more keys."""
        self._lay_out()

    @property
    def keys(self) -> list[Key]:
        """The keys that are shown."""
        return [key for key in self.query(Key).results(Key) if key.display]

    def _lay_out(self) -> None:
        widths = self._widths()
        for place, key in enumerate(self.query(Key).results(Key)):
            key.display = place < len(widths)
            if key.display:
                key.say(*self._written[place])
                key.styles.width = widths[place]

    def _widths(self) -> list[int]:
        """Cells of each key: the widest give way until all fit, then the last are left out."""
        room = self.app.size.width - 2
        widths = [
            min(_WIDEST, max(cell_len(cap), cell_len(label))) + 2 for cap, label in self._written
        ]
        while widths and sum(widths) + len(widths) > room:
            widest = max(widths)
            if widest > _NARROWEST:
                widths[widths.index(widest)] -= 1
            else:
                widths.pop()
        return widths

    @on(Key.Pressed)
    def _pressed(self, event: Key.Pressed) -> None:
        event.stop()
        self.post_message(self.Touched(self, int(event.key.action)))
