"""A planned day in lines: when one arrives, how one gets there, lunch, the way back."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from catalog.advice.travel import Way, leg
from catalog.hours.unstated import hours_expected
from catalog.text import clean_line
from kiosk.present.advice import way_line
from kiosk.present.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from catalog.advice import Proposal
    from catalog.advice.dayplan import Booked, DayPlan, Stop
    from catalog.advice.lacking import Farther
    from catalog.advice.planning import Plan
    from catalog.advice.stages import Trail
    from catalog.model import Listing, TermId
    from kiosk.i18n import Translator
    from kiosk.present.words import Words


def plan_lines(plan: Plan, t: Translator) -> tuple[str, ...]:
    """The whole plan; times are Paris time on the 24-hour clock."""
    lines: list[str] = []
    if plan.trail is not None:
        lines += _trail(plan.trail, t)
    for day in plan.days:
        lines += _day(day, t)
    if plan.rain is not None:
        lines += [t._("If it rains:"), *("  " + line for line in _stops(plan.rain, t))]
    if plan.days:
        lines += _totals(plan, t)
    return tuple(lines)


def plan_notes(plan: Plan, t: Translator) -> tuple[str, ...]:
    """What goes with the stops of a plan: the way back or the bed, rain, the sums."""
    lines: list[str] = []
    if plan.trail is not None:
        lines += _trail(plan.trail, t)
    for day in plan.days:
        booked = _booked(day.booked, t) if day.booked is not None else ()
        lines += [*booked, *_lunch_time(day, t), *_no_lunch(day, t), *_back(day, t)]
    if plan.rain is not None:
        lines += [t._("If it rains:"), *("  " + line for line in _stops(plan.rain, t))]
    return (*lines, *_totals(plan, t))


def farther_lines(farther: Iterable[Farther], words: Words) -> tuple[str, ...]:
    """Where the nearest is of each thing that no stop of the plan is, because it lies too far."""
    t = words.t
    # Translators: what was wished for in a day, where the nearest is, and how far that is: "cave"
    text = t._("Only farther away: %(what)s – %(name)s, %(distance)s")
    return tuple(
        text
        % {
            "what": ", ".join(words.terms((term,))),
            "name": _named(listing, t),
            "distance": t.distance_km(away),
        }
        for term, listing, away in farther
    )


def spoilt_line(spoilt: Iterable[TermId], words: Words) -> str:
    """What was wished for in a day, and is not for the weather of it; "" for nothing."""
    told = ", ".join(words.terms(tuple(spoilt)))
    return words.t._("Not for this weather: %(what)s") % {"what": told} if told else ""


def crowded_line(crowded: Iterable[TermId], words: Words) -> str:
    """What was wished for in a day that has no room for it; "" for nothing."""
    told = ", ".join(words.terms(tuple(crowded)))
    # Translators: what was wished for, is to be found around, and is no stop of the planned day
    return words.t._("Does not fit into the day: %(what)s") % {"what": told} if told else ""


def frames(days: Iterable[DayPlan], t: Translator) -> tuple[str, ...]:
    """When each day begins and where and when it ends."""
    # Translators: when a planned day begins
    departure = t._("Departure")
    return tuple(
        t._("%(name)s: %(fact)s")
        % {
            "name": t.date(day.day, "full"),
            "fact": " · ".join((f"{t.time(day.start)}  {departure}", *_back(day, t))),
        }
        for day in days
    )


def sums(plan: Plan, t: Translator, *, field: str) -> tuple[str, ...]:
    """What is known of the whole plan: its prices, or its ways."""
    return tuple(_prices(plan, t)) if field == "price" else (_ways(plan, t),)


def _day(day: DayPlan, t: Translator) -> Iterator[str]:
    # Translators: the heading of a planned day, with its date
    yield t._("Your day: %(date)s") % {"date": t.date(day.day, "full")}
    for line in _stops(day, t):
        yield "  " + line


def _stops(day: DayPlan, t: Translator) -> Iterator[str]:
    # Translators: when a planned day begins
    departure = t._("Departure")
    yield f"{t.time(day.start)}  {departure}"
    told: list[tuple[datetime, Iterable[str]]]
    told = [(stop.begin, _stop(stop, t)) for stop in day.stops]
    if day.booked is not None:
        told.append((day.booked.begin, _booked(day.booked, t)))
    if day.pause is not None:
        told.append((day.pause[0], (*_lunch_time(day, t), *_no_lunch(day, t))))
    for _, lines in sorted(told, key=itemgetter(0)):
        yield from lines
    if day.pause is None:
        yield from _no_lunch(day, t)
    yield from _back(day, t)


def _booked(booked: Booked, t: Translator) -> Iterator[str]:
    # Translators: what the visitor has booked for that hour, and where
    text = t._("Booked: %(place)s") % {"place": clean_line(booked.place)}
    # Translators: something the visitor has booked, of which the place is not known
    name = text if booked.place else t._("Booked")
    yield f"{t.time(booked.begin)}–{t.time(booked.leave)}  {name}"
    yield "    " + way_line(Way(booked.by, booked.distance_km, booked.travel_minutes), t)


def _lunch_time(day: DayPlan, t: Translator) -> Iterator[str]:
    if day.pause is not None:
        begin, leave = map(t.time, day.pause)
        # Translators: the hour left for lunch in a planned day, where no restaurant is known
        lunch = t._("Time for lunch")
        yield f"{begin}–{leave}  {lunch}"


def _no_lunch(day: DayPlan, t: Translator) -> Iterator[str]:
    if day.lunch is False:
        yield t._("No place for lunch could be found: please ask the office")


def _back(day: DayPlan, t: Translator) -> Iterator[str]:
    if day.no_bed_at:
        # Translators: the place where the visitor wants to sleep
        none = t._("No lodging is known in %(place)s itself: please ask the office")
        yield none % {"place": clean_line(day.no_bed_at)}
    by, _ = leg(day.back_km, day.mode)
    back = way_line(Way(by, day.back_km, day.back_minutes), t)
    if day.bed is None:
        # Translators: when the day ends where it began
        text = t._("Back (%(way)s)") % {"way": back}
        yield f"{t.time(day.back)}  {text}"
        return
    # Translators: where to sleep; then that nobody knows whether a room is free
    text = t._("For the night: %(name)s (ask whether there is room)")
    yield f"{t.time(day.back)}  {text % {'name': _name(day.bed, t)}}"


def _stop(stop: Stop, t: Translator) -> Iterator[str]:
    name = _name(stop.proposal, t)
    if stop.meal:
        # Translators: lunch, and where
        name = t._("Lunch: %(name)s") % {"name": name}
    yield f"{t.time(stop.begin)}–{t.time(stop.leave)}  {name}"
    yield "    " + way_line(Way(stop.by, stop.distance_km, stop.travel_minutes), t)
    if stop.open is None and hours_expected(stop.proposal.listing):
        yield "    " + t._("Hours not known: please ask the office")


def _totals(plan: Plan, t: Translator) -> Iterator[str]:
    if plan.unplanned:
        # Translators: a week was asked for; a plan has three days at most
        first = t._("Only the first %(count)s days are planned: please ask the office")
        yield first % {"count": t.number(len(plan.days))}
    yield _ways(plan, t)
    yield from _prices(plan, t)
    if plan.station_km is not None:
        yield _station(plan.station_km, t)
    yield t._("Times on the road and lengths of visits are estimates.")


def _ways(plan: Plan, t: Translator) -> str:
    # Translators: all the ways of a planned day added up
    text = t._("In all: %(distance)s in a straight line")
    return text % {"distance": t.distance_km(plan.distance_km)}


def _prices(plan: Plan, t: Translator) -> Iterator[str]:
    unknown = t.n_(
        "%(count)s price is not known", "%(count)s prices are not known", plan.prices_unknown
    )
    if plan.price_known:
        # Translators: the sum of those prices of a planned day that are known, for one adult
        known = t._("Known prices: from %(amount)s per adult")
        yield known % {"amount": t.money(plan.price_known)}
    if plan.prices_unknown:
        yield unknown


def _trail(trail: Trail, t: Translator) -> Iterator[str]:
    yield _name(trail.proposal, t)
    for number, stage in enumerate(trail.stages, start=1):
        # Translators: the n-th stage of a long route, and where it ends
        text = t._("Stage %(number)s: %(place)s")
        told = "  " + text % {"number": t.number(number), "place": clean_line(stage.commune)}
        yield told if stage.km is None else f"{told} · {t.length(round(stage.km * 1000))}"
        if number == len(trail.stages) and trail.station is not None:
            continue  # one goes home from there
        if stage.bed is None:
            yield "    " + t._("No lodging known nearby: please ask the office")
        else:
            text = t._("For the night: %(name)s (ask whether there is room)")
            yield "    " + text % {"name": _name(stage.bed, t)}
    if trail.station_km is not None:
        yield "    " + _station(trail.station_km, t)


def _station(away: float, t: Translator) -> str:
    # Translators: a railway station near the place; no timetable is known here
    text = t._("Railway station %(distance)s from there: ask for the trains")
    return text % {"distance": t.distance_km(away)}


def _name(proposal: Proposal, t: Translator) -> str:
    return _named(proposal.listing, t)


def _named(listing: Listing, t: Translator) -> str:
    best = listing.name.best(t.lang)
    name = clean_line(best.text) if best is not None else listing.id
    commune = listing.place.commune
    named = commune is not None and clean_line(commune) not in name
    return f"{capital(name)} · {clean_line(commune)}" if commune and named else capital(name)
