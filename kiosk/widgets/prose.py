"""Text on the screen whose lines break at plain spaces only, as they do on the slip.

Textual breaks a line at a no-break space as at any other (8.2.8): "6,50" would lose its "€" to
the next line, and a French colon would begin one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.content import Content
from textual.visual import Visual
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

_WORD: Final = re.compile(" *[^ ]+")


class Prose(Static):
    """What `plain` and `lines` make, shown whole; never markup."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(markup=False, id=id, classes=classes)

    def say(self, text: Content) -> None:
        """Replace the text."""
        self.update(_Prose(text))


def broken(line: Content, columns: int) -> Iterator[Content]:
    """A line on lines of so many cells, styles kept; a word longer than a line stays whole."""
    text = line.plain
    start = end = 0
    for word in _WORD.finditer(text):
        if end > start and cell_len(text[start : word.end()]) > columns:
            yield line[start:end]
            start = word.end() - len(word[0].lstrip(" "))
        end = word.end()
    yield line[start:]


class _Prose(Visual):
    """The lines for the width asked for; what is left to do, Textual's own text does."""

    def __init__(self, text: Content) -> None:
        self._text = text
        self._laid: tuple[int, Content] = (0, text)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        return self._at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return self._text.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self._at(width).get_height(rules, width)

    def _at(self, width: int) -> Content:
        if self._laid[0] != width:
            text = Content("\n").join(
                each for line in self._text.split(allow_blank=True) for each in broken(line, width)
            )
            self._laid = (width, text)
        return self._laid[1]
