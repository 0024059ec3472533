"""What the periods of the model cannot say."""

from __future__ import annotations

from typing import Final

SHOWN: Final = 80


class NotHeld(ValueError):
    """A part of an expression that periods cannot hold, or that is no `opening_hours` at all.

    `part` is that part as it stands, cut to a line that can be shown.
    """

    def __init__(self, part: str) -> None:
        self.part = part if len(part) <= SHOWN else f"{part[: SHOWN - 1]}…"
        super().__init__(f"periods cannot hold {self.part!r}")
