"""What broke, told without a word of anybody's.

The message of an exception is often made of what was typed, and a log is read by strangers: of
an error that is not ours only its type and its place in the code are kept.
"""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import Final

FRAMES: Final = 12
"""Calls told of one error, the innermost ones."""
_CHAIN: Final = 4
"""Errors told of one chain: what was raised, and what it was raised from."""
_OURS: Final = ("kiosk", "catalog")


def wordless(error: BaseException) -> str:
    """As "ValueError\n  understood.py:185 _day": the type, then the calls, the innermost last;
    below it what it was raised from."""
    lines: list[str] = []
    for _ in range(_CHAIN):
        frames = traceback.StackSummary.extract(
            traceback.walk_tb(error.__traceback__), lookup_lines=False
        )
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in frames[-FRAMES:]
        ]
        before = error.__cause__ or error.__context__
        if before is None:
            break
        error = before
    return "\n".join(lines)


class WordlessFormatter(logging.Formatter):
    """Lines of kiosk.log. Our own messages stand as they are; of a library's, which may hold the
    message of an exception, only who said it and where."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """See the class."""
        error = record.exc_info[1] if record.exc_info else None
        message = f"{record.module}:{record.lineno}"
        if record.name.partition(".")[0] in _OURS:
            message = record.getMessage()
        if error is not None:
            message = f"{message}\n{wordless(error)}"
        bare = logging.makeLogRecord(
            {**record.__dict__, "msg": message, "args": (), "exc_info": None, "exc_text": None}
        )
        return super().format(bare)
