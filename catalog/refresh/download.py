"""Sources by web address: downloaded only when they are newer, kept for days without a network.

What comes counts only when a reader has recognised it (`keep`): an error page never takes the
place of a good copy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from catalog.clock import PARIS
from catalog.errors import HouseError, Refused, Unreadable
from catalog.refresh.addresses import masked
from catalog.refresh.arrival import Limits, Unreached, Unusable, refuse_page, unpack
from catalog.refresh.copies import Kept, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from catalog.refresh.progress import Progress
    from catalog.refresh.transfer import Received


class Freshness(StrEnum):
    """How the file of an address came to be read in this refresh."""

    DOWNLOADED = "downloaded"
    NOT_CHANGED = "not_changed"
    KEPT = "kept"  # --offline: no server was asked


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that stands for an address. `address` is masked."""

    address: str
    path: Path
    freshness: Freshness
    kept: Kept

    @property
    def modified(self) -> datetime:
        """How old its content is: the server's date of it, else the moment at which it came."""
        try:
            stated = parsedate_to_datetime(self.kept.modified or "")
        except ValueError:
            return self.kept.fetched
        return stated.astimezone(PARIS) if stated.tzinfo else stated.replace(tzinfo=PARIS)


class Downloads:
    """The copies of one data folder, as of `now`. `offline`: no server is asked."""

    def __init__(
        self,
        folder: Path,
        progress: Progress,
        now: datetime,
        *,
        offline: bool = False,
        limits: Limits = Limits(),  # noqa: B008 (frozen)
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._folder = folder
        self._progress = progress
        self._now = now
        self._offline = offline
        self._limits = limits
        self._clock = clock

    def get(self, address: str, name: str | None = None) -> Copy:
        """The newest copy of an address that can be had; `name` is what the progress calls it.

        Raises Refused when the network or the server fails (a copy kept from before is used only
        when `offline` asks for it), Unreadable when what comes is no source.
        """
        shown = masked(address)
        shelf = Shelf(self._folder, address)
        kept = shelf.kept()
        if self._offline:
            if kept is None:
                raise Refused(
                    "there is no copy of this source yet; nothing was changed",
                    where=shown,
                    remedy="Run the same command once without --offline, with a network.",
                )
            return Copy(shown, shelf.file_of(kept), Freshness.KEPT, kept)
        try:
            return self._ask(address, shelf, kept, name or shown)
        except Unreached as failure:
            raise _not_reached(shown, failure, kept) from None
        except Unusable as failure:
            shelf.drop_part()
            raise _not_usable(shown, failure, kept) from None

    def keep(self, copy: Copy) -> None:
        """Let a copy count from now on: a reader has recognised it."""
        if copy.freshness is not Freshness.KEPT:
            Shelf(self._folder, copy.address).keep(copy.kept)

    def _ask(self, address: str, shelf: Shelf, kept: Kept | None, name: str) -> Copy:
        from catalog.refresh.transfer import Transfer  # httpx: 70 ms that other refreshes save

        telling = _Telling(self._progress, name)
        transfer = Transfer(
            address, shelf, limits=self._limits, clock=self._clock, step=telling.step
        )
        telling.begin()
        received = transfer.run(kept)
        if received is not None:
            return self._arrived(masked(address), shelf, received)
        if kept is None:
            raise Unreached("the server says that nothing is new, but there is no copy here")
        confirmed = replace(kept, confirmed=self._now)
        return Copy(kept.address, shelf.file_of(kept), Freshness.NOT_CHANGED, confirmed)

    def _arrived(self, shown: str, shelf: Shelf, received: Received) -> Copy:
        facts = received.facts
        file = shelf.part
        if facts.encoding not in ("", "identity"):
            file = shelf.path / ".unpacked"
            unpack(shelf.part, file, facts.encoding, self._limits)
        refuse_page(file, received.media_type)
        size = file.stat().st_size
        place, sha256 = shelf.store(file, facts.name)
        kept = Kept(shown, place, size, sha256, self._now, self._now, facts.etag, facts.modified)
        return Copy(shown, shelf.file_of(kept), Freshness.DOWNLOADED, kept)


class _Telling:
    """How far a download is, in kilobytes of this connection."""

    def __init__(self, progress: Progress, name: str) -> None:
        self._progress = progress
        self._name = name
        self._offset: int | None = None

    def begin(self) -> None:
        self._progress.stage("ask", source=self._name)

    def step(self, size: int, total: int | None) -> None:
        """`size` bytes of `total` are there."""
        if self._offset is None or size < self._offset:
            self._offset = size
            left = None if total is None else (total - size) // 1000
            self._progress.stage("download", left, source=self._name)
        self._progress.step((size - self._offset) // 1000)


def _not_reached(shown: str, failure: Unreached, kept: Kept | None) -> HouseError:
    return Refused(
        f"the download failed: {failure}; nothing was changed",
        where=shown,
        remedy=f"The copy of {kept.confirmed:%Y-%m-%d} is kept: run again later, or use that copy "
        "with --offline."
        if kept
        else "Check the network and the address, then run the same command again.",
    )


def _not_usable(shown: str, failure: Unusable, kept: Kept | None) -> HouseError:
    return Unreadable(
        f"the download gave no source: {failure}; nothing was changed",
        where=shown,
        remedy=f"Open the address in a browser. The copy of {kept.confirmed:%Y-%m-%d} is kept: "
        "--offline uses it."
        if kept
        else "Open the address in a browser, and ask its sender for the right one.",
    )
