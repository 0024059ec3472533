"""The staff's notices as their reader is told: they outrank whatever the catalogue says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.journal.notices import NoticeKind
from kiosk.views import Openness, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from catalog.journal import Notice
    from kiosk.i18n import Translator
    from kiosk.present.words import Words

_STATES: Final = {
    NoticeKind.CLOSED: Openness.CLOSED,
    NoticeKind.CANCELLED: Openness.CANCELLED,
}


def notice_line(notice: Notice, words: Words, today: date) -> str:
    """As "Closed since July 22, at least until July 31 (bathing forbidden)"; a warning is its own
    words, a favourite says who recommends; "" for a warning without a word."""
    t = words.t
    said = words.note(notice.text)
    if notice.kind is NoticeKind.WARNING:
        return said
    if notice.kind is NoticeKind.FAVOURITE:
        # Translators: an adviser of the office recommends it; initials and date
        text = t._("An adviser's favourite (%(initials)s, %(date)s)")
        sentence = text % {"initials": notice.initials, "date": t.date(notice.since)}
        return f"{sentence}: {said}" if said else sentence
    sentence = _shut(notice, t, today)
    # Translators: "Closed: opens …", and why it is closed in the catalogue's words
    return (
        t._("%(status)s (%(reason)s)") % {"status": sentence, "reason": said} if said else sentence
    )


def _shut(notice: Notice, t: Translator, today: date) -> str:
    if notice.kind is NoticeKind.CANCELLED:
        return t._("Cancelled")
    days = {"since": t.date(notice.since, "month_day"), "until": t.date(notice.until, "month_day")}
    if notice.since <= today:
        # Translators: the office says that a place is shut; first and last known day
        return t._("Closed since %(since)s, at least until %(until)s") % days
    if notice.since == notice.until:
        # Translators: the office says that a place will be shut on one day
        return t._("Closed on %(since)s") % days
    # Translators: the office says that a place will be shut; first and last known day
    return t._("Closed from %(since)s, at least until %(until)s") % days


def noticed(status: Status, notices: Sequence[Notice], words: Words, today: date) -> Status:
    """`status`, or what the staff says instead on this day."""
    shut = (each for each in notices if each.shuts and each.holds(today))
    return next((notice_status(each, words, today) for each in shut), status)


def notice_status(notice: Notice, words: Words, today: date) -> Status:
    """What a notice says, with its mark."""
    state = _STATES.get(notice.kind, Openness.UNKNOWN)
    warned = notice.kind is not NoticeKind.FAVOURITE
    return Status(state, notice_line(notice, words, today), staff=warned)


def notice_lines(notices: Sequence[Notice], words: Words, today: date) -> tuple[str, ...]:
    """What else the staff warns of: dangers of today, closures of days to come. What `noticed`
    says is not said twice."""
    told = (
        notice_line(notice, words, today)
        for notice in notices
        if notice.kind is not NoticeKind.FAVOURITE
        and notice.until >= today
        # A warning of days to come would be read as one of today.
        and notice.holds(today) is not notice.shuts
    )
    return tuple(dict.fromkeys(line for line in told if line))


def favourite_lines(notices: Sequence[Notice], words: Words, today: date) -> tuple[str, ...]:
    """Who of the staff recommends a place today."""
    told = (
        notice_line(notice, words, today)
        for notice in notices
        if notice.kind is NoticeKind.FAVOURITE and notice.holds(today)
    )
    return tuple(dict.fromkeys(told))
