"""When: days, parts of the day and clock times put together as `day[:part][@HH:MM±]`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

ANY: Final = "any"


@dataclass(slots=True)
class Moment:
    """What was said of the time so far; the first of each wins."""

    day: str | None = None
    part: str | None = None
    month: str | None = None
    clock: str | None = None
    bound: str = ""
    numbers: list[int] = field(default_factory=list)

    def note(self, group: str, value: str) -> None:
        """Take one meaning of the groups day, part, moment, month, clock or bound."""
        if group == "moment":
            day, _, part = value.partition(":")
            self.day, self.part = self.day or day, self.part or part
        elif group == "day":
            self.day = self.day or value
        elif group == "part":
            self.part = self.part or value
        elif group == "month":
            self.month = self.month or value
        elif group == "clock":
            self.clock = self.clock or value
        elif group in {"after", "before"}:
            self.bound = self.bound or ("+" if group == "after" else "-")

    def spoken(self) -> str | None:
        """The moment in the words of `Request.when`, or None when nothing was said."""
        day = self.day
        if day is None and self.month is not None:
            day = (
                f"date:{self.month}-{self.numbers[0]:02}" if self.numbers else f"month:{self.month}"
            )
        if day is None and self.part is None and self.clock is None:
            return None
        spoken = day or ANY
        if self.part is not None:
            spoken += f":{self.part}"
        if self.clock is not None:
            spoken += f"@{self.clock}{self.bound}"
        return spoken
