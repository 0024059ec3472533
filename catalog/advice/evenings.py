"""What is on: an evening for which nothing was named, and which other date answers best."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from catalog.advice import weights
from catalog.advice.kinds import SIGHTS
from catalog.advice.limits import FAR_KM
from catalog.advice.opened import over_by_evening
from catalog.advice.sought import feasts_named, wanted
from catalog.advice.standing import OCCASIONS
from catalog.advice.timing import asked_time, wall
from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.model import Proposal
    from catalog.advice.timing import Asked
    from catalog.request import Request

_DONE: Final = OCCASIONS | SIGHTS
_ALONE: Final = frozenset({"adults", "solo", "friends", "teens"})
_HALF_GROWN: Final = 12
"""From this age on an evening out is no playground."""
_BY_NIGHT: Final = frozenset(
    map(
        TermId,
        ("cinema", "theatre", "bowling", "casino", "cabaret", "nightclub", "observatory", "bar"),
    )
)
"""Places that live in the evening, worth a call where no hours are stated."""
_LEAST: Final = timedelta(hours=2)
"""What closes sooner after the evening has begun is none of it."""
SOON_DAYS: Final = 31
"""An occasion farther ahead than this is no answer to who asked for another day."""


def occasion_sought(request: Request) -> bool:
    """Whether it is something with a date that is sought, and no place besides."""
    return bool(request.types) and OCCASIONS.issuperset(request.types)


def anything_sought(request: Request) -> bool:
    """Whether it is anything to do or to see."""
    return bool(request.types) and _DONE.issuperset(request.types) and not wanted(request)


def evening_out(request: Request, now: datetime) -> bool:
    """Whether anything that is on in the evening is sought: no park is, though it lies open. Who
    brings a dog, children or a pushchair, or names the weather, is after more than a programme."""
    asked, kinds = asked_time(request.when, now), frozenset(request.types)
    if asked is None or not asked.late or wanted(request) or request.renown:
        return False
    if feasts_named(request):
        return False
    if occasion_sought(request):
        return True
    alone = all(who in _ALONE or who.startswith("n:") or _old_enough(who) for who in request.party)
    limits = (request.mobility, request.weather, request.duration, request.max_km)
    return Kind.ACTIVITY in kinds and kinds <= _DONE and alone and not any(limits)


def _old_enough(who: str) -> bool:
    key, _, years = who.partition(":")
    return key == "age" and years.isdecimal() and int(years) >= _HALF_GROWN


def on_in_the_evening(
    ranked: Sequence[Proposal], request: Request, now: datetime
) -> list[Proposal]:
    """Those known to be on long enough, and not too far to come home from, occasions first; all
    of them where no evening out is sought."""
    asked = asked_time(request.when, now)
    if asked is None or not evening_out(request, now):
        return list(ranked)
    on = [each for each in ranked if each.distance_km <= FAR_KM and _is_on(each, asked)]
    return sorted(on, key=lambda each: each.listing.kind not in OCCASIONS)


def worth_a_call(proposal: Proposal) -> bool:
    """Whether what is not known to be on may be so of an evening: the next date of an occasion,
    a cinema without hours; no museum."""
    if proposal.listing.kind in OCCASIONS:
        return bool(proposal.notices) or not over_by_evening(proposal.listing)
    return proposal.open is None and not _BY_NIGHT.isdisjoint(proposal.listing.concepts)


def _is_on(proposal: Proposal, asked: Asked) -> bool:
    stood = proposal.standing
    if proposal.open is not True:
        return proposal.listing.kind in OCCASIONS and stood.why == "hours"
    if stood.end is None or stood.day is None or asked.start is None:
        return True
    return stood.end >= datetime.combine(stood.day, asked.start) + _LEAST


def wait(proposal: Proposal, now: datetime) -> float:
    """How long one waits for an occasion's next date and how far one goes for it, in days; of a
    date that is not known, longer than for any that is told. 0 for a place."""
    stood = proposal.standing
    if proposal.listing.kind not in OCCASIONS or stood.why in {"past", ""}:
        return 0.0
    away = proposal.distance_km / weights.DAY_KM
    if stood.day is None:
        return SOON_DAYS + away
    return max(0, (stood.day - wall(now).date()).days) + away
