"""A receipt printer on loopback, with the moods of real ones."""

from __future__ import annotations

import socket
import struct
import threading
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

QUESTIONS = (b"\x10\x04\x01", b"\x10\x04\x04")
READY = {QUESTIONS[0]: 0x16, QUESTIONS[1]: 0x12}
NO_PAPER = {QUESTIONS[0]: 0x1E, QUESTIONS[1]: 0x72}
NEAR_END = {QUESTIONS[0]: 0x16, QUESTIONS[1]: 0x1E}
OFF_LINE = {QUESTIONS[0]: 0x1E, QUESTIONS[1]: 0x12}


class Mood(Enum):
    """How the printer behaves."""

    OK = auto()
    NEAR_END = auto()  # little paper left: it still prints
    PAPER_OUT = auto()
    OFF_LINE = auto()
    RUNS_OUT = auto()  # paper ends during the job
    OPENED = auto()  # cover opened during the job
    MUTE = auto()  # prints, answers nothing
    FALLS_SILENT = auto()  # answers before, not after
    CHATTY = auto()  # speaks unasked, and in pieces
    RESETS = auto()  # breaks the connection in the middle of the job
    HANGS_UP = auto()  # closes as soon as it is spoken to
    NOT_READING = auto()  # accepts the connection, reads nothing


@dataclass
class PrinterSimulator:
    """Serves one connection at `port`; `received` holds the job without the questions."""

    mood: Mood
    received: bytearray = field(default_factory=bytearray)
    connections: int = 0

    def __enter__(self) -> PrinterSimulator:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        self._server.shutdown(socket.SHUT_RDWR)
        self._thread.join(10)
        self._server.close()

    def _serve(self) -> None:
        try:
            while True:
                connection, _ = self._server.accept()
                self.connections += 1
                with connection:
                    self._converse(connection)
        except OSError:
            return  # the test is over

    def _converse(self, line: socket.socket) -> None:
        if self.mood is Mood.NOT_READING:
            self._done.wait(10)
            return
        try:
            while heard := line.recv(65536):
                if self.mood is Mood.HANGS_UP:
                    return
                if heard[-3:] in QUESTIONS:
                    self.received += heard[:-3]
                    self._answer(line, heard[-3:])
                else:
                    self.received += heard
                if self.mood is Mood.RESETS and self.received:
                    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    return
        except OSError:
            return

    def _answer(self, line: socket.socket, question: bytes) -> None:
        answers = READY
        match self.mood:
            case Mood.MUTE:
                return
            case Mood.FALLS_SILENT if self.received:
                return
            case Mood.NEAR_END:
                answers = NEAR_END
            case Mood.PAPER_OUT:
                answers = NO_PAPER
            case Mood.OFF_LINE:
                answers = OFF_LINE
            case Mood.RUNS_OUT if self.received:
                answers = NO_PAPER
            case Mood.OPENED if self.received:
                answers = OFF_LINE
            case Mood.CHATTY:
                line.sendall(b"\x10\x00\x00\x00")  # automatic status, unasked
        line.sendall(bytes([answers[question]]))
        if self.mood is Mood.CHATTY:
            line.sendall(b"\x72")  # a stale "no paper", which answers nothing
