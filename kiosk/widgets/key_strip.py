"""Keys that change with every answer: what was understood, what may be said next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message

from kiosk.widgets.key import Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

MOST: Final = 9
ROWS: Final = 3
_BESIDE: Final = 2
"""Columns of the screen that its margins take."""
_WIDEST: Final = 32
_NARROWEST: Final = 6
"""Cells of one label; a longer one ends with an ellipsis."""
_ON: Final = "turn"
"""What the last key does where there is more to write than there are keys."""


class KeyStrip(Vertical):
    """At most `MOST` keys; of more things the last key tells how many are not seen, and turns to
    them. In one row where their labels fit whole, else in two; only then do the
    longest labels give way. As `tiles` they fill the free space, three in a row. The keys are
    made once and written anew."""

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
        self._all: tuple[tuple[str, str], ...] = ()
        self._written: tuple[tuple[str, str], ...] = ()
        self._first = 0
        self._tiles = False

    def compose(self) -> ComposeResult:
        """The rows of keys, hidden until there is something to say."""
        for _ in range(ROWS):
            with Horizontal():
                for _ in range(MOST):
                    key = Key()
                    key.display = False
                    yield key

    def show(self, written: Sequence[tuple[str, str]], *, tiles: bool = False) -> None:
        """Write caps and labels; an empty sequence hides the strip."""
        self._all, self._tiles, self._first = tuple(written), tiles, 0
        self._cut()
        self.set_class(bool(self._written), "-shown")
        self.set_class(tiles, "-tiles")
        self._lay_out()

    def _cut(self) -> None:
        """What is seen at once."""
        self._written = self._all
        if len(self._all) > MOST:
            seen = self._all[self._first : self._first + MOST - 1]
            self._written = (*seen, ("…", f"+{len(self._all) - len(seen)}"))

    def on_resize(self) -> None:
        """Another width may fit more keys."""
        self._lay_out()

    @property
    def keys(self) -> list[Key]:
        """The keys that are shown, in their order."""
        return [key for key in self.query(Key).results(Key) if key.display]

    def _lay_out(self) -> None:
        rows = self._rows()
        flat = not self._tiles and len(rows) > 1
        self.set_class(flat, "-flat")
        place = 0
        for number, box in enumerate(self.query_children(Horizontal)):
            row = rows[number] if number < len(rows) else []
            box.display = bool(row)
            for column, key in enumerate(box.query_children(Key)):
                key.display = column < len(row)
                if key.display:
                    turns = len(self._all) > MOST and place == len(self._written) - 1
                    key.action = _ON if turns else str(self._first + place)
                    key.lie(flat=flat)
                    key.say(*self._written[place])
                    key.styles.width = row[column] or "1fr"
                    place += 1

    def _rows(self) -> list[list[int]]:
        """Cells of each key, row by row; 0 shares the row."""
        number = len(self._written)
        if self._tiles:
            return [[0] * min(ROWS, number - begin) for begin in range(0, number, ROWS)]
        room = self.app.size.width - _BESIDE
        one = [max(cell_len(cap), cell_len(label)) + 2 for cap, label in self._written]
        if _taken(one) <= room:
            return [one] if one else []
        whole = [cell_len(f"{cap} {label}") + 2 for cap, label in self._written]
        cut = _cut_at(whole, room)
        if max(_taken(whole[:cut]), _taken(whole[cut:])) > room:
            whole = [min(_WIDEST + 2, cells) for cells in whole]
            cut = _cut_at(whole, room)
        return [_fitted(row, room) for row in (whole[:cut], whole[cut:]) if row]

    @on(Key.Pressed)
    def _pressed(self, event: Key.Pressed) -> None:
        event.stop()
        if event.key.action == _ON:
            self._first += MOST - 1
            self._first = 0 if self._first >= len(self._all) else self._first
            self._cut()
            self._lay_out()
        else:
            self.post_message(self.Touched(self, int(event.key.action)))


def _taken(widths: Sequence[int]) -> int:
    """Cells of a row with its gaps."""
    return sum(widths) + len(widths)


def _cut_at(widths: Sequence[int], room: int) -> int:
    """How many are in the first of two rows: as many as fit, else half of them."""
    number = len(widths)
    fitting = (at for at in range(number, 0, -1) if _taken(widths[:at]) <= room)
    return next(fitting, (number + 1) // 2)


def _fitted(widths: list[int], room: int) -> list[int]:
    """The widest give way until all fit."""
    while widths and _taken(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths
