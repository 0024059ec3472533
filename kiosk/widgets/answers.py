"""The list of answers: three lines each, so that a finger finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.style import Style
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kiosk.slip.cells import kept
from kiosk.widgets.plain import BLANK, lines, marked, plain, state
from kiosk.widgets.prose import broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from catalog.model import ListingId
    from kiosk.guide import Row


_PADDING: Final = 4
"""Columns beside the text of a row, at most."""
AIRY_ROWS: Final = 20
"""Height from which an empty line parts the answers."""


class Answers(OptionList, can_focus=False):
    """Rows of an answer. Focus stays in the search line; the arrows reach the list through its
    screen, a finger opens a row at once."""

    def __init__(self, *, numbered: bool = False, id: str | None = None) -> None:
        """`numbered` puts 1, 2, 3… before each name."""
        super().__init__(id=id, markup=False)
        self._numbered = numbered
        self.rows: tuple[Row, ...] = ()
        self._chosen: frozenset[ListingId] = frozenset()
        self._notes: tuple[str, ...] = ()

    def show(
        self,
        rows: Sequence[Row],
        *,
        chosen: frozenset[ListingId] = frozenset(),
        notes: Sequence[str] = (),
    ) -> None:
        """Replace the rows, and the sentences below them; the mark stays on the same listing
        where it still is."""
        marked = self.marked
        self.rows = tuple(rows)
        self._chosen, self._notes = chosen, tuple(notes)
        self.clear_options()
        self.add_options(
            Option(self._prompt(number, row), id=str(number))
            for number, row in enumerate(self.rows)
        )
        self.add_notes(self._notes)
        ids = [row.id for row in self.rows]
        if self.rows:
            self.highlighted = ids.index(marked) if marked in ids else 0
        if marked not in ids:
            self.scroll_home(animate=False)

    @property
    def marked(self) -> ListingId | None:
        """The listing under the mark."""
        place = self.highlighted
        return self.rows[place].id if place is not None and place < len(self.rows) else None

    def on_resize(self) -> None:
        """Another width breaks texts elsewhere."""
        if self.rows:
            self.show(self.rows, chosen=self._chosen, notes=self._notes)

    def add_notes(self, notes: Sequence[str]) -> None:
        """Sentences below the rows, which cannot be marked."""
        told = [line for note in notes for line in self.whole(plain(note))]
        if told:
            self.add_option(Option(lines(*told), disabled=True))

    def move(self, step: int) -> None:
        """Move the mark by rows, stopping at both ends."""
        if self.rows:
            place = (self.highlighted or 0) + step
            self.highlighted = min(max(place, 0), len(self.rows) - 1)

    def page(self, direction: int) -> None:
        """Move the mark by the rows that fit on the screen."""
        self.move(
            direction * max(1, self.size.height // (4 if self.size.height >= AIRY_ROWS else 3))
        )

    def render_line(self, y: int) -> Strip:
        """A row; the marked one is reversed where colours cannot mark it (a component's own
        text-style is lost, textual 8.2.8)."""
        strip = super().render_line(y)
        if self.app.native_ansi_color and any(
            segment.style is not None and segment.style.meta.get("option") == self.highlighted
            for segment in strip
        ):
            return strip.apply_style(Style(reverse=True))
        return strip

    async def _on_click(self, event: events.Click) -> None:
        # A tap beside the rows must not reach what lies below.
        event.stop()
        await super()._on_click(event)

    def _prompt(self, number: int, row: Row) -> Content:
        mark = f"{number + 1} " if self._numbered else ""
        taken = "+ " if row.id in self._chosen else ""
        title = Content.assemble(
            plain(mark + taken, "bold $accent") if mark or taken else "",
            " " if mark or taken else "",
            marked(row.title, row.marks).stylize("bold"),
        )
        inset = len(mark)
        where = _with_way(row, self.columns - inset)
        airy = BLANK if self.size.height >= AIRY_ROWS else None
        warned = [line for text in row.notices for line in self.whole(plain(f"! {text}"), inset)]
        body = [each.stylize("bold $closed") for each in warned]
        told = state(row.status)
        if row.status.staff:  # what the office itself says outranks the rest
            body = [*self.whole(told, inset), *body, where]
        else:
            body += [where, *self.whole(told, inset)]
        if row.lacks:
            body.append(plain(kept(row.lacks, max(1, self.columns - inset)), "$quiet"))
        heading = self.whole(plain(row.heading, "italic")) if row.heading else []
        return lines(*heading, title, *(inset_by(inset, line) for line in body), airy)

    @property
    def columns(self) -> int:
        """Cells of a row's text, 0 before the list was laid out."""
        return max(0, self.scrollable_content_region.width - _PADDING)

    def whole(self, text: Content, inset: int = 0) -> list[Content]:
        """A text that must not be cut, on as many lines as it takes, `inset` cells shorter."""
        columns = self.columns - inset
        if columns <= 0 or cell_len(text.plain) <= columns:
            return [text]
        return list(broken(text, columns))


def inset_by(cells: int, line: Content) -> Content:
    """The line, so many cells to the right; nothing is still nothing."""
    return Content.assemble(" " * cells, line) if cells and line.plain else line


def _with_way(row: Row, columns: int) -> Content:
    """What, where and how far; what does not fit is left out from its end, never cut."""
    what = marked(row.kind_line, row.kind_marks)
    whole = " · ".join(filter(None, (row.kind_line, row.way)))
    line = kept(whole, columns) if columns > 0 else whole
    if not line.startswith(row.kind_line):
        return plain(line)
    rest = plain(line[len(row.kind_line) :].removeprefix(" · "))
    return Content(" · ").join(part for part in (what, rest) if part.plain)
