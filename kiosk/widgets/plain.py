"""Text of the catalogue and of translations as `Content`: shown letter by letter, never markup.

A `str` given to a Textual widget is parsed as markup ("[@click=app.quit]" would quit, "[du
jour]" would vanish): every widget of the house takes what these functions return.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.content import Content

from catalog.text import clean_held
from kiosk.views import Openness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.views import Status

_MARKS: Final = {
    Openness.OPEN: ("●", "bold $open"),
    Openness.COMING: ("▸", "bold $open"),
    Openness.CLOSED: ("■", "bold $closed"),
    Openness.CANCELLED: ("■", "bold $closed"),
    Openness.UNKNOWN: ("·", "$unknown"),
}
"""A mark and a style for each state; the words beside them say the same."""


BLANK: Final = Content(" ")
"""An empty line between two paragraphs."""


def plain(text: str, style: str = "") -> Content:
    """`text`, cleaned, as it is."""
    safe = clean_held(text)
    return Content.styled(safe, style) if style else Content(safe)


def state(status: Status) -> Content:
    """A status sentence with its mark and colour; nothing where there is none."""
    if not status.sentence:
        return Content("")
    mark, style = _MARKS[status.state]
    if status.staff and status.state is Openness.UNKNOWN:
        mark, style = "!", "bold $closed"
    return plain(f"{mark} {status.sentence}", style)


def lines(*parts: Content | None) -> Content:
    """The parts that say something, one below the other."""
    return Content("\n").join(part for part in parts if part is not None and part.plain)


def marked(text: str, marks: Iterable[tuple[int, int]], style: str = "underline") -> Content:
    """`text` with these stretches (start, end) underlined."""
    content = plain(text)
    if content.plain == text:  # stretches of another text would mark anything
        for start, end in marks:
            content = content.stylize(style, start, end)
    return content


def ends(left: Content, right: Content, width: int) -> Content:
    """Both ends of a line `width` cells wide; the left gives way when they do not fit."""
    room = max(0, width - cell_len(right.plain) - 1)
    kept = left.truncate(room, ellipsis=True)
    gap = max(0, width - cell_len(kept.plain) - cell_len(right.plain))
    return Content.assemble(kept, " " * gap, right)
