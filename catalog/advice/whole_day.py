"""The day of who wants one planned, and what is told beside it: nothing that contradicts it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.advice.beside import told_gesture
from catalog.advice.implied_days import is_out_until
from catalog.advice.planning import has_route, is_wanted, plan
from catalog.advice.sought import wanted

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from catalog.advice.advising import Adviser
    from catalog.advice.model import Advice
    from catalog.advice.planning import Plan
    from catalog.advice.weighing import Weighing
    from catalog.geo import Point
    from catalog.model import ListingId
    from catalog.request import Request


def planned(
    adviser: Adviser,
    request: Request,
    *,
    here: Point,
    now: datetime,
    text: str = "",
    without: Collection[ListingId] = (),
    kept: Collection[tuple[date, ListingId]] = (),
    fewer: bool = False,
) -> Plan | None:
    """A plan, for those who want a day or half of one to be filled; not where a day by bicycle
    has a route. `text`: the words that were read; `without`: what was passed over;
    `kept`: the stops of days that are only changed, and with `fewer` nothing beside them."""
    said = request
    request, here = adviser.setting_out(request, text, here)
    asked = is_wanted(request, text, now) or is_out_until(said, text)
    if not asked or adviser.by_train(request, here):
        return None
    if has_route(adviser, request, here=here, now=now):
        return None
    made = plan(
        adviser, request, here=here, now=now, text=text, without=without, kept=kept, fewer=fewer
    )
    sought = set(wanted(request))
    if made is not None and request.duration is None and sought and sought <= {*made.lacks.unmet}:
        return None  # "and an ice cream afterwards": nobody spends the day on what went before
    return made


def beside_day(adviser: Weighing, advice: Advice, plan: Plan | None, now: datetime) -> Advice:
    """The advice with those proposals alone that are stops of the planned day, what goes with
    the first of them, the gesture of what is seen, and nothing that is missing but is a stop."""
    if plan is None or not plan.days:
        return advice
    stops = [stop.proposal.listing for day in plan.days for stop in day.stops]
    seen = {listing.id for listing in stops}
    kept = tuple(each for each in advice.proposals if each.listing.id in seen)
    first = kept and kept[0] is advice.proposals[0]
    month = plan.days[0].day.month
    return replace(
        advice,
        proposals=kept,
        near_misses=tuple(e for e in advice.near_misses if e.listing.id not in seen),
        fallback=advice.fallback if first else None,
        on_the_way=None,
        practical=advice.practical if first else (),
        gesture=advice.gesture if first else told_gesture(adviser, stops, month, now),
        relaxed=(),
        unmet=plan.lacks.unmet,
    )
