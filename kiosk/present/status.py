"""One sentence on whether a visitor can go there now, or when."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

from catalog.hours import Opening, Region, State, last_day, opening, over, region_of
from catalog.hours.unstated import hours_expected
from catalog.model import Kind, Listing, Period, TermId
from kiosk.present.hours import slots_text
from kiosk.present.words import Words
from kiosk.views import Openness, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.i18n import Translator

NEAR_DAYS: Final = 21
"""A day further off than this is told as a reopening, by its date alone."""

_BREAK: Final = timedelta(hours=4)
_STOPS: Final = frozenset(map(TermId, ("train_station", "bus_stop")))


def status(listing: Listing, *, t: Translator, now: datetime) -> Status:
    """Whether the listing is open, takes place, is cancelled, or what is not known of it."""
    if listing.cancelled:
        return Status(Openness.CANCELLED, t._("Cancelled"))
    region = region_of(listing.place)
    if listing.dates:
        return _event_status(listing.dates, region, t, now)
    if listing.openings:
        return _opening_status(listing.openings, region, t, now)
    if listing.kind is Kind.EVENT:
        return Status(Openness.UNKNOWN, t._("Dates not known: please ask the office"))
    if listing.kind is Kind.TRANSPORT and not _STOPS.isdisjoint(listing.concepts):
        # Translators: of a railway station or a bus stop; whoever asks wants the timetable
        text = t._("Departure times are not in our catalogue: please ask the office")
        return Status(Openness.UNKNOWN, text)
    if listing.kind is Kind.OFFICE or not hours_expected(listing):  # nobody asks it at its own door
        return Status(Openness.UNKNOWN, t._("No opening hours stated"))
    return _not_known(t)


def _not_known(t: Translator) -> Status:
    return Status(Openness.UNKNOWN, t._("Hours not known: please ask the office"))


def _opening_status(
    periods: Sequence[Period], region: Region, t: Translator, now: datetime
) -> Status:
    found = opening(periods, now, region)
    if found.state is State.OPEN:
        return Status(Openness.OPEN, _open_sentence(found, t, now))
    if found.state is State.CLOSED:
        sentence = _closed_sentence(found, t, now)
        reason = Words(t).note(found.today.because)
        if reason:
            # Translators: "Closed: opens …", and why it is closed in the catalogue's words
            sentence = t._("%(status)s (%(reason)s)") % {"status": sentence, "reason": reason}
        return Status(Openness.CLOSED, sentence)
    return _unknown_status(found, periods, t, now)


def _open_sentence(found: Opening, t: Translator, now: datetime) -> str:
    if found.until is None:
        return t._("Open day and night")
    again = _again(found, now)
    if again is not None:
        # Translators: open until noon, and again in the afternoon of the same day
        return t._("Open until %(time)s, then from %(again)s") % {
            "time": t.time(found.until),
            "again": t.time(again),
        }
    if found.until < now + timedelta(hours=20):
        return t._("Open until %(time)s") % {"time": t.time(found.until)}
    return t._("Open until %(day)s at %(time)s") % {
        "day": t.date(found.until.date(), "day"),
        "time": t.time(found.until),
    }


def _again(found: Opening, now: datetime) -> datetime | None:
    """When it opens again after a break of a few hours on the same day."""
    ends = found.until
    if ends is None or ends.date() != now.date():
        return None
    later = (slot.opens for slot in found.today.slots if slot.opens > ends.time())
    begins = min(later, default=None)
    if begins is None:
        return None
    moment = datetime.combine(ends.date(), begins, ends.tzinfo)
    return moment if moment - ends <= _BREAK else None


def _closed_sentence(found: Opening, t: Translator, now: datetime) -> str:
    day, moment = found.next_day, found.next_open
    today = now.date()
    if day is None:
        return t._("Closed")
    if day - today > timedelta(days=NEAR_DAYS):
        style = _style(day, today)
        # Translators: closed for weeks; the season begins again on that date
        return t._("Closed for now: opens again on %(date)s") % {"date": t.date(day, style)}
    if moment is None:
        if day == today + timedelta(days=1):
            return t._("Closed: open tomorrow, hours not stated")
        return t._("Closed: open on %(day)s, hours not stated") % {"day": t.date(day, "day")}
    time = t.time(moment)
    if day == today:
        # Translators: it opens later today
        return t._("Closed: opens at %(time)s") % {"time": time}
    if day == today + timedelta(days=1):
        return t._("Closed: opens tomorrow at %(time)s") % {"time": time}
    # Translators: day is a weekday with its date: "Tuesday 24 November"
    return t._("Closed: opens on %(day)s at %(time)s") % {"day": t.date(day, "day"), "time": time}


def _unknown_status(
    found: Opening, periods: Sequence[Period], t: Translator, now: datetime
) -> Status:
    today = found.today
    if found.since is not None and today.state is State.OPEN:
        # Translators: it opened today at this time; the catalogue has no closing time
        text = t._("Opened at %(time)s, closing time not stated")
        return Status(Openness.UNKNOWN, text % {"time": t.time(found.since)})
    if today.state is State.OPEN and today.slots:
        text = t._("Open today %(hours)s, and at hours not stated")
        return Status(Openness.UNKNOWN, text % {"hours": slots_text(today.slots, t)})
    if today.state is State.OPEN:
        return Status(Openness.UNKNOWN, t._("Open today, hours not stated"))
    if today.slots:
        text = t._("Hours depend on school holidays: please ask the office")
        return Status(Openness.UNKNOWN, text)
    last = last_day(periods)
    if last is not None and last < now.date():
        # Translators: the only hours in the catalogue are those of an earlier year
        text = t._("Hours known for %(year)s only: please ask the office")
        return Status(Openness.UNKNOWN, text % {"year": last.year})
    return _not_known(t)


def _event_status(
    periods: Sequence[Period], region: Region, t: Translator, now: datetime
) -> Status:
    found = opening(periods, now, region)
    today = now.date()
    if found.state is State.OPEN:
        return Status(Openness.OPEN, _on_now(found, t, now))
    if over(periods, today):
        last = last_day(periods)
        # Translators: an event that is over
        text = t._("Ended on %(date)s")
        return Status(Openness.CLOSED, text % {"date": t.date(last or today)})
    if found.since is not None and found.today.state is State.OPEN:
        text = t._("Began today at %(time)s")
        return Status(Openness.OPEN, text % {"time": t.time(found.since)})
    if found.today.state is State.OPEN and not found.today.slots:
        return Status(Openness.OPEN, t._("Today, hours not stated"))
    if found.next_day is not None:
        return Status(Openness.COMING, _next_date(found.next_day, found.next_open, t, today))
    return Status(Openness.UNKNOWN, t._("Dates not known: please ask the office"))


def _on_now(found: Opening, t: Translator, now: datetime) -> str:
    if found.until is None or found.until > now + timedelta(hours=20):
        return t._("On now")
    # Translators: an event that is taking place at this moment
    return t._("On now, until %(time)s") % {"time": t.time(found.until)}


def _next_date(day: date, moment: datetime | None, t: Translator, today: date) -> str:
    if moment is not None and day == today:
        # Translators: an event begins later today
        return t._("Today at %(time)s") % {"time": t.time(moment)}
    if moment is not None and day == today + timedelta(days=1):
        return t._("Tomorrow at %(time)s") % {"time": t.time(moment)}
    if day == today + timedelta(days=1):
        return t._("Tomorrow, hours not stated")
    date_text = t.date(day, "day" if day.year == today.year else "full")
    if moment is None:
        return t._("Next date: %(date)s") % {"date": date_text}
    return t._("Next date: %(date)s at %(time)s") % {"date": date_text, "time": t.time(moment)}


def _style(day: date, today: date) -> Literal["month_day", "long"]:
    """A date within ten months needs no year."""
    return "month_day" if day - today < timedelta(days=300) else "long"
