"""A question about one place, answered from its fields; what nobody states is said to be so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import holdings
from catalog.advice.standing import Times, times_of
from catalog.advice.timing import asked_time
from catalog.clock import PARIS
from catalog.hours import State
from catalog.hours.unstated import has_no_hours
from catalog.model import TermId
from catalog.vocabulary import concepts
from kiosk.present.advice_cautions import shut_line
from kiosk.present.advice_times import next_line
from kiosk.present.hours import slots_text
from kiosk.present.words import capital
from kiosk.views import Openness, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from catalog.advice import Proposal
    from catalog.journal import Notice
    from catalog.model import Listing
    from kiosk.i18n import Translator
    from kiosk.present.words import Words
    from kiosk.views import ListingView

HELD: Final = {
    "parking": ("car_park", "parking", "coach_park"),
    "toilets": ("toilets",),
    "water": ("drinking_water",),
    "food": ("restaurant", "cafe", "snack_bar", "bar", "takeaway"),
    "picnic": ("picnic_tables", "picnic_area", "barbecue"),
    "shade": ("shade",),
    "wifi": ("wifi",),
    "shower": ("shower",),
    "playground": ("playground",),
}
"""The terms by which a listing says that it has something."""
_DAYS: Final = 3


def answer(
    field: str,
    listing: Listing,
    view: ListingView,
    words: Words,
    *,
    when: str | None,
    now: datetime,
    notices: Sequence[Notice] = (),
) -> str:
    """What the catalogue says of this field of a listing, in one line; "" where it is silent.
    `notices`: the staff's, of this listing."""
    if field in HELD or field in concepts():
        held = holdings(listing)
        found = [TermId(held[term][1]) for term in HELD.get(field, (field,)) if term in held]
        return capital(words.t.join(words.terms(found))) if found else ""
    if field == "hours":
        return hours_at(listing, words, when, now, notices) or " · ".join(
            part for part in (view.status.sentence, *view.hours[:2]) if part
        )
    if field in {"duration", "length", "difficulty"}:
        return _route(field, listing, words)
    plain = {
        "distance": (view.way,),
        "price": view.prices,
        "access": view.access,
        "address": (*view.address, view.way),
        "booking": view.contacts,
        "phone": view.contacts,
        "website": view.contacts,
        "details": (view.summary.text if view.summary is not None else "",),
    }.get(field)
    if plain is None:
        plain = _offer(field, listing, words)
    return " · ".join(part for part in plain if part)


def hours_at(
    listing: Listing,
    words: Words,
    when: str | None,
    now: datetime,
    notices: Sequence[Notice] = (),
) -> str:
    """As "Monday 27 July: open 10:00–18:00", for the first days asked for, those that the staff
    shuts it on told as closed; "" when no time was asked."""
    asked = asked_time(when, now)
    if asked is None:
        return ""
    times = times_of(listing)
    shutting = [notice for notice in notices if notice.shuts]
    told = (
        _on(times, day, words.t, shut=any(notice.holds(day) for notice in shutting))
        for day in asked.days[:_DAYS]
    )
    return " · ".join(map(capital, told))


def status_at(
    proposal: Proposal, status: Status, words: Words, when: str | None, now: datetime
) -> Status:
    """What the staff says; else open or not in the time that was asked for, rather than now;
    `status` when none was. Nothing of what can have no hours."""
    today = now.astimezone(PARIS).date()
    shut = shut_line(proposal, words=words, today=today)
    if shut:
        return Status(Openness.CLOSED, shut, staff=True)
    if has_no_hours(proposal.listing):
        return replace(status, sentence="")
    said = hours_at(proposal.listing, words, when, now, proposal.notices)
    if not said or status.state is Openness.CANCELLED:
        return status
    state = Openness.UNKNOWN
    if proposal.open is not None:
        state = Openness.OPEN if proposal.open else Openness.CLOSED
    coming = next_line(proposal, t=words.t, today=today)
    return Status(state, f"{said} · {coming}" if coming else said)


def _on(times: Times, day: date, t: Translator, *, shut: bool) -> str:
    plan = times.on_day(day) if times.periods else None
    named = {"day": t.date(day, "day")}
    if shut or (plan is not None and plan.state is State.CLOSED):
        if times.field == "dates" and not shut:
            # Translators: a day on which a market or an event does not take place
            return t._("%(day)s: not on that day") % named
        return t._("%(day)s: closed") % named
    if plan is None or plan.state is State.UNKNOWN:
        # Translators: a day, and that nobody knows whether the place is open then
        return t._("%(day)s: hours not known") % named
    if plan.slots:
        return t._("%(day)s: open %(hours)s") % {**named, "hours": slots_text(plan.slots, t)}
    return t._("%(day)s: open, hours not stated") % named


def _route(field: str, listing: Listing, words: Words) -> str:
    t, route = words.t, listing.itinerary
    if route is None:
        return ""
    if field == "duration" and route.duration_min is not None:
        return t._("Duration: %(duration)s") % {"duration": t.minutes(route.duration_min)}
    if field == "length" and route.distance_m is not None:
        return t._("Distance: %(distance)s") % {"distance": t.length(route.distance_m)}
    if field == "difficulty" and route.difficulty is not None:
        from kiosk.present.facts import DIFFICULTIES

        return t._(DIFFICULTIES[route.difficulty])
    return ""


def _offer(field: str, listing: Listing, words: Words) -> tuple[str, ...]:
    t = words.t
    if field == "pets" and listing.pets is not None:
        return (t._("Pets allowed") if listing.pets else t._("Pets not allowed"),)
    if field == "audience" and listing.audience:
        return (t._("For: %(list)s") % {"list": t.join(words.terms(listing.audience))},)
    if field == "payment" and listing.payment:
        return (t._("Payment: %(list)s") % {"list": t.join(words.terms(listing.payment))},)
    if field == "spoken" and listing.spoken:
        names = [t.language_name(code) or code for code in listing.spoken]
        return (t._("Languages spoken: %(list)s") % {"list": t.join(names)},)
    return ()
