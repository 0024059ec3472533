"""Reading a large source in processes of its own, one for each core, while this one writes.

Each of n processes opens the source again and reads every n-th record (`share`); their items are
taken in turn, so that the order stays that of the source. One that cannot be shared out is read by
one process; a small one is read here.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from catalog.errors import HouseError, Refused
from catalog.refresh.licensed import Licensed
from catalog.refresh.prepare import items
from catalog.search.index import Preparer
from catalog.search.thesaurus import entries
from catalog.sources.formats import SourceReader, open_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from catalog.refresh.prepare import Item

WORTH_IT: Final = 3_000
"""Records from which processes more are quicker than none: they take half a second to come up."""
LARGE: Final = 4 << 20
"""Bytes of a file that does not say how many records it has, from which the same holds."""
_MOST: Final = 4
_BATCH: Final = 64


@runtime_checkable
class Shared(SourceReader, Protocol):
    """A reader whose records can be read by several, each its own."""

    def share(self, part: int, of: int) -> SourceReader:
        """The reader of the records number `part`, `part + of`, … (from 0)."""


@contextmanager
def reading(
    path: Path, reader: SourceReader, retrieved: date, preparer: Preparer
) -> Iterator[Iterator[Item]]:
    """The items of a source, in its order. Raises what the reader raises, or Refused when a
    process that reads is killed."""
    cores = min(_MOST, os.cpu_count() or 1)
    if cores < 2 or not _is_large(path, reader):
        yield items(reader, retrieved, preparer)
        return
    licence = reader.licence if isinstance(reader, Licensed) else None
    inner = reader.reader if isinstance(reader, Licensed) else reader
    workers = cores if isinstance(inner, Shared) else 1
    readers: list[_Worker] = []
    try:
        with _no_interrupt():
            readers.extend(
                _Worker(path, part, workers, retrieved, licence) for part in range(workers)
            )
        # The index needs the stems of the vocabulary in the end: a second of work, which is
        # remembered, and there is nothing else to do until the others are up.
        deque(entries(preparer.known), maxlen=0)
        yield _in_turn(readers)
    finally:
        for worker in readers:
            worker.stop()


def _is_large(path: Path, reader: SourceReader) -> bool:
    if reader.total is not None:
        return reader.total >= WORTH_IT
    return path.is_file() and path.stat().st_size >= LARGE


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Keep Ctrl-C, which the terminal sends to every process, from those that begin meanwhile:
    one that is not up yet would die of it with a traceback. What came waits until the end."""
    resource_tracker.ensure_running()  # it would let signals through again as it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_turn(workers: list[_Worker]) -> Iterator[Item]:
    """Item by item, one of each worker, until all are through."""
    streams = [worker.items() for worker in workers]
    while streams:
        for stream in tuple(streams):
            try:
                yield next(stream)
            except StopIteration:
                streams.remove(stream)


class _Worker:
    """A process that reads a part of a source and sends what it finds."""

    def __init__(
        self, path: Path, part: int, of: int, retrieved: date, licence: str | None
    ) -> None:
        context = get_context("spawn")  # a fork would copy open databases and their locks
        self._path = path
        self._receiver, sender = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(
            target=_work, args=(path, part, of, retrieved, licence, sender), daemon=True
        )
        try:
            self._process.start()
        except OSError:
            self._receiver.close()
            raise self._stopped() from None
        finally:
            sender.close()

    def items(self) -> Iterator[Item]:
        while True:
            try:
                batch = self._receiver.recv()
            except (EOFError, OSError):  # between two messages, or within one
                raise self._stopped() from None
            if isinstance(batch, BaseException):
                raise batch
            if not batch:
                return
            yield from batch

    def _stopped(self) -> Refused:
        return Refused(
            "a process that reads the source did not start or was stopped; nothing was changed",
            where=str(self._path),
            remedy="The machine may be short of memory: close other programs, then run the same "
            "command again.",
        )

    def stop(self) -> None:
        self._process.terminate()
        self._process.join()
        self._receiver.close()
        self._process.close()


def _work(
    path: Path, part: int, of: int, retrieved: date, licence: str | None, sender: Connection
) -> None:
    """The life of a reading process; it ends when nobody listens any more.

    SIGINT is blocked all along: the refresh decides what an interruption means.
    """
    gc.set_threshold(
        50_000, 20, 100
    )  # records are trees: looking for cycles is a tenth of the time
    with suppress(BrokenPipeError):
        try:
            reader = open_source(path)
            if of > 1 and isinstance(reader, Shared):
                reader = reader.share(part, of)
            if licence:
                reader = Licensed(reader, licence)
            batch: list[Item] = []
            for item in items(reader, retrieved, Preparer()):
                batch.append(item)
                if len(batch) == _BATCH:
                    sender.send(batch)
                    batch = []
            if batch:
                sender.send(batch)
            sender.send([])
        except HouseError as error:
            sender.send(error)
