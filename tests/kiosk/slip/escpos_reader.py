"""A strict reader of ESC/POS raster jobs: what a printer would burn, or why it would not.

Knows only what our slips may use: `ESC @`, `GS v 0`, `ESC d` and `GS V`. Anything else, a
picture wider than the paper, or bytes that stop in the middle, is an error of the job.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

from tests.kiosk.slip.tools import png_of


class BadJob(Exception):
    """A printer would print garbage, or nothing."""


@dataclass
class Printed:
    """What came out: rows of dots, then the cuts (the row each was made at)."""

    dots: int
    rows: list[bytes] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)
    tallest: int = 0

    def png(self) -> bytes:
        """The paper as a picture, burnt dots black."""
        data = bytes(byte ^ 0xFF for row in self.rows for byte in row)
        return png_of(Image.frombytes("1", (self.dots, len(self.rows)), data))


def read(job: bytes, dots: int) -> Printed:
    """Plays a job on paper of `dots` across. Raises BadJob."""
    if not job.startswith(b"\x1b@"):
        raise BadJob("the job does not begin by initialising the printer")
    printed = Printed(dots)
    at = 2
    while at < len(job):
        command = job[at : at + 2]
        if command == b"\x1dv":
            at = _raster(job, at, printed)
        elif command == b"\x1bd":
            at += 3
        elif command == b"\x1dV":
            at += 4 if job[at + 2 : at + 3] in {b"A", b"B"} else 3
            printed.cuts.append(len(printed.rows))
        else:
            raise BadJob(f"unknown command {job[at : at + 4].hex(' ')} at byte {at}")
        if at > len(job):
            raise BadJob("the job stops in the middle of a command")
    if printed.cuts != [len(printed.rows)]:
        raise BadJob(f"cut at {printed.cuts}, not once after row {len(printed.rows)}")
    return printed


def _raster(job: bytes, at: int, printed: Printed) -> int:
    head = job[at : at + 8]
    if len(head) < 8 or head[2:4] != b"0\x00":
        raise BadJob(f"raster header {head.hex(' ')} is not normal density")
    across, height = head[4] + 256 * head[5], head[6] + 256 * head[7]
    if across * 8 > printed.dots:
        raise BadJob(f"a picture of {across * 8} dots on paper of {printed.dots}")
    body = job[at + 8 : at + 8 + across * height]
    if len(body) < across * height:
        raise BadJob("the job stops in the middle of a picture")
    blank = bytes(printed.dots // 8 - across)
    printed.rows += [body[row * across :][:across] + blank for row in range(height)]
    printed.tallest = max(printed.tallest, height)
    return at + 8 + across * height
