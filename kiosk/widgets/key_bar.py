"""The keys at the foot of each page, from the registry: to read, to touch, to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Horizontal

from kiosk.commands import Mode, cap, on_bar
from kiosk.widgets.key import Key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from kiosk.commands import Where
    from kiosk.i18n import Translator


class KeyBar(Horizontal):
    """One `Key` for each command of the screen. Too narrow a screen keeps every key but takes
    the labels of the least needed ones away; the help page has them all."""

    def __init__(self, where: Where, mode: Mode) -> None:
        super().__init__(classes="-line" if mode is Mode.COUNTER else "")
        self._inline = mode is Mode.COUNTER
        self.commands = on_bar(where, mode)
        self._words: list[tuple[Key, str, str]] = []

    def compose(self) -> ComposeResult:
        """The keys, in the order of their rank."""
        for command in self.commands:
            yield Key(command.action, inline=self._inline, focusable=not self._inline)

    def say(self, t: Translator, labels: Mapping[str, str | None] | None = None) -> None:
        """Write the labels in this language; `labels` replaces some, by action. None hides a key
        that would do nothing just now."""
        labels = labels or {}
        self._words = []
        for command, key in zip(self.commands, self.query_children(Key), strict=False):
            label = labels.get(command.action, t._(command.label))
            key.display = label is not None
            if label is not None:
                self._words.append((key, t._(cap(command.keys[0])), label))
        self._lay_out()

    def on_resize(self) -> None:
        """Another width may fit more labels."""
        self._lay_out()

    def _lay_out(self) -> None:
        if not self._words:
            return
        room = self.content_size.width
        shown = [label for _, _, label in self._words]
        while (spare := room - sum(self._widths(shown))) < 0 and any(shown):
            last = max(index for index, label in enumerate(shown) if label)
            shown[last] = ""
        more, odd = divmod(max(0, spare), len(shown)) if not self._inline else (0, 0)
        widths = self._widths(shown)
        for index, (key, key_cap, _) in enumerate(self._words):
            key.say(key_cap, shown[index])
            key.styles.width = widths[index] + more + (index < odd) - 1

    def _widths(self, shown: list[str]) -> list[int]:
        """Cells of each key, its padding and the gap after it included."""
        widths = []
        for (_, key_cap, _), label in zip(self._words, shown, strict=True):
            inside = max(cell_len(key_cap), cell_len(label))
            if self._inline:
                inside = cell_len(f"{key_cap} {label}".strip())
            widths.append(inside + (2 if self._inline else 3))
        return widths
