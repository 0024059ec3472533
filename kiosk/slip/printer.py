"""A receipt printer on the network: ESC/POS raster over TCP, its status read before and after.

A printer that takes bytes has not printed: one without paper, or one that reads nothing,
accepts a whole slip in silence. So the printer is asked before the first byte, and asked again
after the cut; only an answer is believed. Once a byte of the slip has left, nothing is sent a
second time: the visitor would find two slips, or half of one before the whole.

Every wait is short and bounded. `send` blocks and must run outside the screen's thread.
"""

from __future__ import annotations

import io
import logging
import os
import shutil
import socket
import time
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from kiosk.i18n import N_

if TYPE_CHECKING:
    from types import ModuleType

    from kiosk.config import PrinterConfig
    from kiosk.i18n import Translator


class PrintOutcome(StrEnum):
    """What became of a slip. Only `PRINTED` says that it is on paper."""

    PRINTED = "printed"
    UNREACHABLE = "unreachable"  # no connection, or lost before the first byte
    OFFLINE = "offline"  # the printer says so: cover open, error, switched off line
    PAPER_OUT = "paper_out"
    INTERRUPTED = "interrupted"  # paper out or off line after the slip was sent: maybe half of one
    UNCONFIRMED = "unconfirmed"  # sent, or partly sent, and no answer
    REFUSED = "refused"  # the picture does not suit the paper; nothing was sent
    NO_DRIVER = "no_driver"  # the driver does not load, for example on a full disk


_SENTENCES: Final = {
    PrintOutcome.PRINTED: N_("Your slip is printed."),
    PrintOutcome.UNREACHABLE: N_("The printer does not answer. Nothing was printed."),
    PrintOutcome.OFFLINE: N_("The printer is not ready. Nothing was printed."),
    PrintOutcome.PAPER_OUT: N_("The printer has no paper left. Nothing was printed."),
    PrintOutcome.INTERRUPTED: N_("The printer stopped while printing: the slip may be incomplete."),
    PrintOutcome.UNCONFIRMED: N_("The slip was sent, but the printer does not confirm it."),
    PrintOutcome.REFUSED: N_("This slip does not fit the printer's paper. Nothing was printed."),
    PrintOutcome.NO_DRIVER: N_("Printing does not work at the moment. Nothing was printed."),
}


def outcome_sentence(outcome: PrintOutcome, t: Translator) -> str:
    """What the visitor is told; after anything but `PRINTED`, the screen shows the QR codes."""
    return t._(_SENTENCES[outcome])


FRAGMENT_DOTS: Final = 256
"""Height of one raster command: small printers have small buffers."""

MAX_WAIT_S: Final = 3.0
MAX_TOTAL_S: Final = 12.0
"""Longest wait for one answer and for the whole conversation, whatever `kiosk.toml` says."""

_PROFILES: Final = {576: "TM-T20II", 384: "POS-5890"}
"""python-escpos profiles of the two widths; without a width it prints a warning on stdout."""

_DARK: Final = 160
"""Grey levels below it burn a dot: a little over half, or thin strokes vanish."""

_ASK_PRINTER: Final = b"\x10\x04\x01"  # DLE EOT 1, printer status
_ASK_PAPER: Final = b"\x10\x04\x04"  # DLE EOT 4, roll paper sensor
_FIXED_BITS: Final = 0x93
_FIXED: Final = 0x12  # these bits of every answer to DLE EOT are so
_OFFLINE: Final = 0x08
_NO_PAPER: Final = 0x60


def send(png: bytes, printer: PrinterConfig) -> PrintOutcome:
    """Prints the receipt once and says what became of it; never raises for the printer's sake.

    Each wait lasts at most `printer.timeout_s`, the whole at most `MAX_TOTAL_S` seconds. The host
    is best an address: a name is looked up by the system, on the system's own time.
    """
    try:
        job = raster(png, printer.paper_mm)
    except ValueError:
        return PrintOutcome.REFUSED
    except (ImportError, OSError, EOFError):
        return PrintOutcome.NO_DRIVER
    try:
        line = _Line(printer)
    except OSError:
        return PrintOutcome.UNREACHABLE
    with line:
        return _converse(line, job)


def raster(png: bytes, paper_mm: int) -> bytes:
    """The receipt as ESC/POS: initialise, `GS v 0` raster images, feed and cut.

    Raises ValueError when the picture is not one, or wider than the paper; OSError or EOFError
    when the driver cannot load for want of disk.
    """
    from PIL import Image  # deferred, like the driver

    dots = 576 if paper_mm >= 80 else 384
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as picture:
            grey = picture.convert("L")
    except (OSError, SyntaxError) as error:  # Pillow's words for a damaged PNG
        raise ValueError("the receipt is not a PNG") from error
    if grey.width > dots:
        raise ValueError(f"a receipt of {grey.width} dots on paper of {dots}")
    page = _driver().Dummy(profile=_PROFILES[dots])
    page.hw("INIT")
    page.image(
        # Black or white by our own threshold: dithering would make grey edges of the letters
        grey.point(lambda level: 255 if level >= _DARK else 0, mode="1"),
        impl="bitImageRaster",
        fragment_height=FRAGMENT_DOTS,
    )
    page.cut(feed=False)  # GS V 66 0: feeds to the cutter by itself
    return bytes(page.output)


@lru_cache(maxsize=1)
def _driver() -> ModuleType:
    """python-escpos, without its side effects.

    Deferred: it takes a quarter of a second, spent only by who prints. On import it would log
    to stderr, which is our screen, and leave a folder in /tmp with a copy of its tables.
    """
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())  # then its basicConfig() does nothing
    from escpos import capabilities, printer  # type: ignore[import-untyped]  # it has no types

    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return cast("ModuleType", printer)


def _converse(line: _Line, job: bytes) -> PrintOutcome:
    try:
        trouble = line.trouble()
    except TimeoutError:
        trouble = None  # a printer without a voice: it may print all the same
        mute = True
    except OSError:
        return PrintOutcome.UNREACHABLE
    else:
        mute = False
    if trouble is not None:
        return trouble
    try:
        line.send(job)
        if mute:
            return PrintOutcome.UNCONFIRMED
        trouble = line.trouble()
    except OSError:
        return PrintOutcome.UNCONFIRMED
    return PrintOutcome.PRINTED if trouble is None else PrintOutcome.INTERRUPTED


class _Line:
    """The connection to one printer, with one deadline for the whole conversation."""

    def __init__(self, printer: PrinterConfig) -> None:
        self._limit = min(printer.timeout_s, MAX_WAIT_S)
        self._deadline = time.monotonic() + MAX_TOTAL_S
        self._socket = socket.create_connection((printer.host, printer.port), self._limit)

    def __enter__(self) -> _Line:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def send(self, job: bytes) -> None:
        """Sends all of it. Raises OSError, of which TimeoutError is one."""
        for start in range(0, len(job), 4096):
            self._wait()
            self._socket.sendall(job[start : start + 4096])

    def trouble(self) -> PrintOutcome | None:
        """What keeps the printer from printing, by its own word."""
        if self._ask(_ASK_PAPER) & _NO_PAPER:
            return PrintOutcome.PAPER_OUT
        if self._ask(_ASK_PRINTER) & _OFFLINE:
            return PrintOutcome.OFFLINE
        return None

    def _ask(self, question: bytes) -> int:
        self._forget()
        self._wait()
        self._socket.sendall(question)
        while True:
            self._wait()
            heard = self._socket.recv(64)
            if not heard:
                raise ConnectionResetError("the printer closed the connection")
            for byte in heard:
                if byte & _FIXED_BITS == _FIXED:
                    return byte

    def _forget(self) -> None:
        """Drops what the printer said unasked: raster data can hold the bytes of a question."""
        self._socket.setblocking(False)
        try:
            while self._socket.recv(1024):
                pass
        except BlockingIOError:
            pass

    def _wait(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the printer takes too long")
        self._socket.settimeout(min(self._limit, left))
