"""desk.sqlite: what a post counts and notes. No table can hold a person."""

from catalog.journal.desk import Desk, DeskUnavailable, post_slug
from catalog.journal.notices import Notice, NoticeKind, by_listing

__all__ = [
    "Desk",
    "DeskUnavailable",
    "Notice",
    "NoticeKind",
    "by_listing",
    "post_slug",
]
