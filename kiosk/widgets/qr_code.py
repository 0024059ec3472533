"""A QR code on the screen.

Two background-coloured spaces a module are read from every terminal tried; half blocks only
where the terminal draws them without gaps, so they are the second choice. Black on white
whatever the theme, as phones expect.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from kiosk.slip.qr import Matrix

_DARK: Final = "#000000"
_LIGHT: Final = "#ffffff"


class Form(StrEnum):
    """How large a module is drawn."""

    FULL = "full"
    HALF = "half"
    NONE = "none"


def fitting(modules: int, width: int, height: int, *, half_blocks: bool) -> Form:
    """The best form for a code of `modules` a side in `width` x `height` cells."""
    if 2 * modules <= width and modules <= height:
        return Form.FULL
    if half_blocks and modules <= width and (modules + 1) // 2 <= height:
        return Form.HALF
    return Form.NONE


class QrCode(Widget):
    """The code; nothing when it has none or it does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._matrix: Matrix = ()
        self._form = Form.NONE

    def show(self, matrix: Matrix, form: Form) -> None:
        """Replace the code."""
        self._matrix, self._form = matrix, form
        modules = len(matrix)
        self.display = form is not Form.NONE
        if form is Form.FULL:
            self.styles.width, self.styles.height = 2 * modules, modules
        elif form is Form.HALF:
            self.styles.width, self.styles.height = modules, (modules + 1) // 2
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        rows = self._matrix
        if self._form is Form.FULL and y < len(rows):
            return Strip(
                [Segment("  ", Style(bgcolor=_DARK if dark else _LIGHT)) for dark in rows[y]]
            )
        if self._form is Form.HALF and 2 * y < len(rows):
            upper = rows[2 * y]
            lower = rows[2 * y + 1] if 2 * y + 1 < len(rows) else (False,) * len(upper)
            return Strip(
                [
                    Segment("▀", Style(color=_ink(top), bgcolor=_ink(bottom)))
                    for top, bottom in zip(upper, lower, strict=True)
                ]
            )
        return Strip.blank(self.size.width)


def _ink(dark: bool) -> str:
    return _DARK if dark else _LIGHT
