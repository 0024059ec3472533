"""The office's notices at this post: read by every answer, written by an adviser, each step of
whom can be undone.

A desk that cannot be read or written costs the notices, never the post: the reason is logged and
the adviser told.
"""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol

from catalog.errors import HouseError

if TYPE_CHECKING:
    from catalog.journal import Notice

LOG: Final = logging.getLogger(__name__)


class Desk(Protocol):
    """Where notices are kept: `catalog.journal.Desk`."""

    def notices(self, day: date) -> tuple[Notice, ...]: ...

    def write_notice(self, notice: Notice) -> Notice: ...

    def withdraw_notice(self, id: str) -> None: ...


class Board:
    """The notices of one desk, and what was done to them since the program began."""

    def __init__(self, desk: Desk | None) -> None:
        self._desk = desk
        self._steps: list[tuple[Notice | None, Notice | None]] = []
        """What stood before each step and after it."""

    @property
    def undoable(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._steps)

    def notices(self, day: date) -> tuple[Notice, ...]:
        """Those that are not over on this day, oldest first; () where the desk is not read."""
        if self._desk is None:
            return ()
        try:
            return self._desk.notices(day)
        except HouseError as error:
            LOG.warning("the desk is not read: %s", error)
            return ()

    def write(self, notice: Notice) -> bool:
        """Keep a notice, in the place of the one with its id. False when it is not kept."""
        standing = {each.id: each for each in self.notices(date.min)}
        before = standing.get(notice.id)
        after = self._put(notice)
        if after is None:
            return False
        self._steps.append((before, after))
        return True

    def withdraw(self, notice: Notice) -> bool:
        """Take a notice back. False when the desk does not let go of it."""
        if not self._drop(notice):
            return False
        self._steps.append((notice, None))
        return True

    def undo(self) -> bool:
        """Put back what stood before the last step. False when there is none, or when the desk
        refuses; the step then waits to be undone."""
        if not self._steps:
            return False
        before, after = self._steps[-1]
        if before is not None:
            done = self._put(before) is not None
        else:
            done = after is not None and self._drop(after)
        if done:
            self._steps.pop()
        return done

    def _put(self, notice: Notice) -> Notice | None:
        if self._desk is None:
            return None
        try:
            return self._desk.write_notice(notice)
        except HouseError as error:
            LOG.warning("the notice is not kept: %s", error)
            return None

    def _drop(self, notice: Notice) -> bool:
        if self._desk is None:
            return False
        try:
            self._desk.withdraw_notice(notice.id)
        except HouseError as error:
            LOG.warning("the notice is not withdrawn: %s", error)
            return False
        return True
