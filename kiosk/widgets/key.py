"""A thing to press: with a finger, the mouse, Enter or the space bar.

Textual's Button swallows taps less than 200 ms apart (its active effect, 8.2.8); this one
counts them all and shows the key that does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from kiosk.widgets.plain import plain

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType


class Key(Widget, can_focus=True):
    """A cap ("F2"), a label ("Language"), and for large keys a line of explanation."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "press", "", show=False)]

    class Pressed(Message):
        """The key was pressed."""

        def __init__(self, key: Key) -> None:
            super().__init__()
            self.key = key

        @property
        def control(self) -> Key:
            """The key, for `@on` selectors."""
            return self.key

    def __init__(
        self,
        action: str = "",
        *,
        id: str | None = None,
        classes: str = "",
        inline: bool = False,
        focusable: bool = True,
    ) -> None:
        """`action` is for whoever handles `Pressed`; `inline` puts cap and label on one line."""
        super().__init__(id=id, classes=classes)
        self.action = action
        self.can_focus = focusable
        self._inline = inline
        self._cap = self._label = self._note = ""

    def lie(self, *, flat: bool) -> None:
        """Cap before label on one line, or above it."""
        if flat is not self._inline:
            self._inline = flat
            self.refresh()

    def say(self, cap: str, label: str, note: str = "") -> None:
        """Change what is written on the key."""
        if (cap, label, note) != (self._cap, self._label, self._note):
            self._cap, self._label, self._note = cap, label, note
            self.refresh()

    @property
    def wanted(self) -> int:
        """Cells that cap and label need, without padding."""
        if self._inline:
            return cell_len(f"{self._cap} {self._label}".strip())
        return max(cell_len(self._cap), cell_len(self._label))

    def render(self) -> Content:
        """Cap above label, or before it; the note only where a third line fits."""
        colour = "bold" if self.has_focus else "bold $accent"
        cap, label = plain(self._cap, colour), plain(self._label, "bold")
        if not self._label:
            return cap
        if self._inline:
            return Content(" ").join((cap, plain(self._label))) if self._cap else label
        parts = [cap, label] if self._cap else [label]
        if self._note and self.size.height >= len(parts) + 2 and self.size.width >= 20:
            parts.append(plain(self._note))
        return Content("\n").join(parts)

    def action_press(self) -> None:
        """Pressed by a key."""
        self.post_message(self.Pressed(self))

    def on_click(self, event: events.Click) -> None:
        """Pressed by a finger or the mouse."""
        event.stop()
        self.post_message(self.Pressed(self))
