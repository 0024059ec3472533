"""When: the openings of a reason, and why a door is closed, as short sentences."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from catalog import hours
from catalog.advice.holding import has_phrase
from catalog.advice.standing import times_of
from catalog.model import TermId
from catalog.text import words as words_of
from kiosk.present.hours import slots_text
from kiosk.present.words import Words, capital

if TYPE_CHECKING:
    from catalog.advice import Caution, Proposal, Reason
    from catalog.advice.standing import Times
    from catalog.model import Listing, Localized, Period
    from kiosk.i18n import Translator

_NOTE: Final = 160
"""Letters of a remark that is told beside the day."""
_REMARK_WORDS: Final = 4
"""Words of a remark that says one thing."""


def opening_line(reason: Reason, proposal: Proposal, t: Translator, today: date) -> str:
    """When it is open or takes place: the rest of that day's hours too, or that none are stated."""
    occasion = reason.field == "dates"
    line = stretch_line(reason.value, occasion, t, today)
    unstated = any(
        each.field == reason.field for each in proposal.cautions if each.value == "hours"
    )
    if line and unstated and "T" not in reason.value:
        # Translators: a day ("Open today"), and that its hours are not known
        return t._("%(open)s, hours not stated: please ask the office") % {"open": line}
    later = _later(reason.value, proposal.listing, t, occasion=occasion)
    # Translators: "Open today from 10:00 to 12:00", and the hours of the same afternoon
    return t._("%(open)s, then %(slots)s") % {"open": line, "slots": later} if later else line


def _later(value: str, listing: Listing, t: Translator, *, occasion: bool) -> str:
    """The hours of the same day behind an ISO stretch, "" for none, nor behind midnight."""
    begins, _, ends = value.partition("/")
    if not ends:
        return ""
    end = datetime.fromisoformat(ends)
    if end.date() != datetime.fromisoformat(begins).date():
        return ""  # till two at night
    periods = listing.dates if occasion else listing.openings
    plan = hours.on_day(periods, end.date(), hours.region_of(listing.place))
    return slots_text([slot for slot in plan.slots if slot.opens > end.time()], t)


def stretch_line(value: str, occasion: bool, t: Translator, today: date) -> str:
    """An ISO stretch, or a day, as a sentence."""
    begins, _, ends = value.partition("/")
    try:
        if "T" not in begins:
            return on_day(date.fromisoformat(begins), occasion, t, today)
        start = datetime.fromisoformat(begins)
        end = datetime.fromisoformat(ends) if ends else None
    except ValueError:  # "open": a place that is open without a day
        return ""
    if end is None:
        if start.date() == today:
            # Translators: something open today from an hour on; the closing time is not stated
            return t._("Today, from %(start)s") % {"start": t.time(start)}
        day = t.date(start.date(), "day")
        return t._("%(day)s, from %(start)s") % {"day": capital(day), "start": t.time(start)}
    if start.date() == today and not occasion:
        # Translators: opening hours of today
        text = t._("Open today from %(start)s to %(end)s")
        return text % {"start": t.time(start), "end": t.time(end)}
    text = (
        # Translators: an event, its day and its hours
        t._("Takes place on %(day)s from %(start)s to %(end)s")
        if occasion
        else t._("Open on %(day)s from %(start)s to %(end)s")
    )
    day = t.date(start.date(), "day" if start.year == today.year else "full")
    return text % {"day": day, "start": t.time(start), "end": t.time(end)}


def on_day(day: date, occasion: bool, t: Translator, today: date) -> str:
    if day == today:
        return t._("Takes place today") if occasion else t._("Open today")
    text = t._("Takes place on %(day)s") if occasion else t._("Open on %(day)s")
    return text % {"day": t.date(day, "day" if day.year == today.year else "full")}


def day_note(proposal: Proposal, words: Words) -> tuple[str, ...]:
    """What the catalogue remarks on the hours of the day that is told: "by appointment", "to be
    confirmed"."""
    remarks = day_remarks(proposal)
    notes = [words.note(each) for each in remarks if not _only_repeats(each, proposal)]
    return tuple(dict.fromkeys(capital(note) for note in notes if 0 < len(note) <= _NOTE))


def day_remarks(proposal: Proposal) -> list[Localized]:
    """The remarks on the periods that hold on the day that is told."""
    day, times = proposal.standing.day, times_of(proposal.listing)
    holding = [
        period
        for period in times.periods
        if period.note.texts and day is not None and _holds(period, day, times)
    ]
    instead = [period for period in holding if period.instead]
    return [period.note for period in instead or holding]


def _only_repeats(note: Localized, proposal: Proposal) -> bool:
    """Whether a remark says no more than a reason that is told: "lifeguard on duty"."""
    terms = [TermId(each.value) for each in proposal.reasons if each.field == "amenities"]
    for text in note.texts:
        said = tuple(words_of(text.text))
        short = len(said) <= _REMARK_WORDS and not any(map(str.isdigit, said))
        if short and any(has_phrase(said, term, text.lang) for term in terms):
            return True
    return False


def _holds(period: Period, day: date, times: Times) -> bool:
    return hours.on_day((period,), day, times.region).state is hours.State.OPEN


def never_line(proposal: Proposal, words: Words) -> str:
    """Closed with no day of opening ahead, and why in the catalogue's words: "planned route"."""
    listing = proposal.listing
    notes = (period.note for period in (*listing.openings, *listing.dates) if period.closed)
    said = next(filter(None, map(words.note, notes)), "")
    if not said:
        return words.t._("Closed: no day of opening is stated")
    # Translators: nobody can go there (yet), and why: "planned route"
    return words.t._("Not open: %(reason)s") % {"reason": said}


def next_line(proposal: Proposal, *, t: Translator, today: date) -> str:
    """The next day of what is closed, or not on, at the asked time; "" where none is known."""
    stood, day = proposal.standing, proposal.standing.day
    if stood.open is not False or stood.why == "past" or day is None or day <= today:
        return ""
    named = t.date(day, "day" if day.year == today.year else "full")
    if stood.field == "dates":
        return t._("Next date: %(date)s") % {"date": named}
    # Translators: a place is closed on the day asked for; the next day on which it is open
    return t._("Open again on %(day)s") % {"day": named}


def time_line(caution: Caution, t: Translator, today: date, start: datetime | None) -> str:
    day = caution.until
    if caution.value == "past":
        return t._("Ended on %(date)s") % {"date": t.date(day)} if day else ""
    near = day is not None and day.year == today.year
    if caution.field == "dates":
        sentence = t._("Not at the time you ask for")
        if day is None:
            return sentence
        next_date = t._("Next date: %(date)s") % {"date": t.date(day, "day" if near else "full")}
        return f"{sentence}. {next_date}"
    if day is None:
        return t._("Closed at the time you ask for")
    if caution.value == "season":
        return t._("Closed for now: opens again on %(date)s") % {
            "date": t.date(day, "month_day" if near else "long")
        }
    if day == today and start is not None:
        return t._("Closed: opens at %(time)s") % {"time": t.time(start)}
    # Translators: closed at the time asked for; the next day on which it is open
    text = t._("Closed at the time you ask for; open again on %(day)s")
    named = t.date(day, "day" if near else "full")
    if start is not None and start.date() == day:
        named = t._("%(day)s, from %(start)s") % {"day": named, "start": t.time(start)}
    return text % {"day": named}
