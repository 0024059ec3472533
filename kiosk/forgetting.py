"""What a post keeps for some days goes when they are over, whoever comes or not."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol

from catalog.errors import HouseError

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

LOG: Final = logging.getLogger(__name__)


class Forgetful(Protocol):
    """A desk that keeps words for some days."""

    def forget(self, today: date) -> None: ...


class Forgetting:
    """The slips of the outbox and the words of the desk, looked at once a day."""

    def __init__(self, outbox: Path, desk: Forgetful | None) -> None:
        self._outbox = outbox
        self._desk = desk
        self._day: date | None = None

    def daily(self, now: datetime) -> None:
        """Forget what is too old, the first time that a day is seen. Never raises: a folder that
        cannot be written is told with the next slip, a desk in the log."""
        if self._day == now.date():
            return
        self._day = now.date()
        if self._outbox.is_dir():
            from kiosk.slip.outbox import purge

            with suppress(OSError):
                purge(self._outbox, now)
        try:
            if self._desk is not None:
                self._desk.forget(now.date())
        except HouseError as error:
            LOG.warning("not forgotten: %s", error)
