"""The line at the head of each page: whose kiosk this is, and the time.

Textual's own Header is never used: each one that is pushed leaks (textual 8.2.8, #6666), and a
tap makes it grow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from kiosk.widgets.plain import ends, plain

if TYPE_CHECKING:
    from textual.content import Content


@dataclass(frozen=True, slots=True)
class Title:
    """Finished words for both ends of the bar; `alarm` colours the whole bar."""

    left: str = ""
    right: str = ""
    alarm: bool = False


class TitleBar(Widget):
    """One line, or three where there is room."""

    title: reactive[Title] = reactive(Title(), init=False)

    def watch_title(self, title: Title) -> None:
        """Recolour when the words become an alarm."""
        self.set_class(title.alarm, "-alarm")

    def render(self) -> Content:
        """Left and right ends."""
        return ends(
            plain(self.title.left, "bold"), plain(self.title.right), self.content_size.width
        )
