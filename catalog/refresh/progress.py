"""What a person at the terminal sees while a refresh works: one live line, or a few plain ones."""

from __future__ import annotations

from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.refresh.wording import Wording

_LIVE_EVERY: Final = 0.1
_PLAIN_EVERY: Final = 10.0
_CLEAR_LINE: Final = "\r\x1b[K"


class Progress:
    """Narration on `stream`. On a terminal a stage is one line that is written over; elsewhere
    (a log, cron) each stage is a line, and long ones say every ten seconds how far they are."""

    def __init__(
        self, stream: TextIO, wording: Wording, *, clock: Callable[[], float] = monotonic
    ) -> None:
        self._stream = stream
        self._wording = wording
        self._clock = clock
        self._live = stream.isatty()
        self._every = _LIVE_EVERY if self._live else _PLAIN_EVERY
        self._stage = ""
        self._total: int | None = None
        self._began = self._told = clock()

    def stage(self, key: str, total: int | None = None, **values: object) -> None:
        """Begin a stage: a key of the sentences, and how many steps it has where known."""
        self.done()
        self._stage = self._wording.say(f"stage.{key}", **values)
        self._total = total
        self._began = self._told = self._clock()
        self._write(self._stage, "…")

    def reading(self, source: str, label: str, total: int | None) -> None:
        """Begin the stage of one source; `label` is its reader's."""
        self.stage("read", total, source=source, label=self._wording.label(label))

    def step(self, count: int) -> None:
        """`count` steps of the stage are behind us. Cheap enough to be called for each."""
        now = self._clock()
        if now - self._told < self._every:
            return
        self._told = now
        say = self._wording.say
        done, rate = self._wording.number(count), self._wording.number(self._rate(count, now))
        if self._total:
            share = min(100, 100 * count // self._total)
            total = self._wording.number(self._total)
            how_far = say("progress.of", count=done, total=total, share=share, rate=rate)
        else:
            how_far = say("progress.so_far", count=done, rate=rate)
        self._write(self._stage, f" — {how_far}")

    def done(self) -> None:
        """Leave the terminal's line clean for what comes next."""
        if self._live and self._stage:
            self._stream.write(_CLEAR_LINE)
            self._stream.flush()
        self._stage = ""

    def _rate(self, count: int, now: float) -> int:
        return round(count / max(now - self._began, 0.001))

    def _write(self, stage: str, rest: str) -> None:
        """On a terminal the line must not wrap: a long file name gives way to the figures."""
        if self._live:
            room = max(0, get_terminal_size().columns - 1 - len(rest))
            stage = stage if len(stage) <= room else stage[: room - 1].rstrip() + "…"
            self._stream.write(_CLEAR_LINE + stage + rest)
        else:
            self._stream.write(stage + rest + "\n")
        self._stream.flush()
