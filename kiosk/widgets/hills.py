"""The hills of the Ségala at the foot of the first page: colour only, no word, no glyph that a
console lacks. Drawn once for each size."""

from __future__ import annotations

from math import sin
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

_RIDGES: Final[tuple[tuple[str, Callable[[float], float]], ...]] = (
    ("far", lambda x: 0.62 + 0.20 * sin(5.1 * x + 0.4) + 0.08 * sin(13.0 * x + 1.0)),
    ("middle", lambda x: 0.42 + 0.18 * sin(4.2 * x + 2.3) + 0.07 * sin(11.0 * x)),
    ("near", lambda x: 0.24 + 0.14 * sin(3.3 * x + 4.4) + 0.05 * sin(9.0 * x + 2.0)),
    ("river", lambda x: 0.10 + 0.04 * sin(7.0 * x)),
)
"""Heights of the ridge lines over x from 0 to 1, as shares of the picture, back to front."""


class Hills(Widget):
    """Four ridges, two pixels a cell where the theme has colours."""

    def render_line(self, y: int) -> Strip:
        """One row of cells: the upper pixel as foreground of ▀, the lower one as background."""
        if self.app.native_ansi_color:
            return Strip.blank(self.size.width)
        colours = self.app.theme_variables
        rows = 2 * self.size.height
        segments = []
        for x in range(self.size.width):
            upper, lower = (
                colours[self._at(x / max(1, self.size.width - 1), 1 - (2 * y + half) / rows)]
                for half in (0.5, 1.5)
            )
            segments.append(Segment("▀", Style(color=upper, bgcolor=lower)))
        return Strip(segments, self.size.width).simplify()

    @staticmethod
    def _at(x: float, height: float) -> str:
        """The nearest ridge that reaches this height, else the sky."""
        return next((name for name, ridge in reversed(_RIDGES) if ridge(x) >= height), "paper")
