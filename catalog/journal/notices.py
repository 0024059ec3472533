"""A dated, signed word of the staff that outranks the catalogue, until the day it expires."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from catalog.model import NOTHING, ListingId, Localized

if TYPE_CHECKING:
    from collections.abc import Iterable


class NoticeKind(StrEnum):
    """What a notice says of a listing."""

    CLOSED = "closed"
    CANCELLED = "cancelled"
    WARNING = "warning"
    FAVOURITE = "favourite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`since` and `until`: the days on which it holds, both included; a notice always expires.
    `text`: a few words by language, none needed. `initials`: two to four letters of whoever
    signs. `id`: its record in the desk, "" before it is written."""

    listing: ListingId
    kind: NoticeKind
    since: date
    until: date
    initials: str
    text: Localized = NOTHING
    id: str = ""

    def holds(self, day: date) -> bool:
        """Whether the notice holds on a day."""
        return self.since <= day <= self.until

    @property
    def shuts(self) -> bool:
        """Whether it says that nobody can go there."""
        return self.kind in {NoticeKind.CLOSED, NoticeKind.CANCELLED}


def by_listing(notices: Iterable[Notice]) -> dict[ListingId, tuple[Notice, ...]]:
    """The notices of each listing, the most recent first."""
    found: dict[ListingId, tuple[Notice, ...]] = {}
    newest = sorted(notices, key=lambda notice: (notice.since, notice.id), reverse=True)
    for notice in newest:
        found[notice.listing] = (*found.get(notice.listing, ()), notice)
    return found
