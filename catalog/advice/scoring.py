"""What one proposal weighs: its answer to the request, turned into the parts of the one sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice import weights
from catalog.advice.appeal import SPORTS, notable, strenuous
from catalog.advice.holding import SETTLED
from catalog.advice.kinds import PRACTICAL
from catalog.advice.opened import event_days_ahead
from catalog.advice.renown import labelled_share, renown
from catalog.advice.timing import wall
from catalog.advice.travel import Mode, minutes
from catalog.hours.unstated import hours_expected
from catalog.journal import NoticeKind
from catalog.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from catalog.advice.fitting import Fit
    from catalog.advice.timing import Asked
    from catalog.journal import Notice
    from catalog.model import Listing
    from catalog.request import Request

NOTABLE_SHARE: Final = 0.25
_CLOSES_SOON: Final = 0.75
"""Less than open, more than not known to be: a table until half past nine, at half past eight."""
_UNGATED: Final = 0.75
"""A bank to bathe from, which has no door and no hours to know; a route of known length."""
_LABELLED: Final = 0.15
"""How much of what a village is worth to who asks for villages a label decides."""
_BY_TRAIN: Final = 0.6
_TABLE: Final = 0.1
"""What a table is worth to who asks for any, before the one of a hotel."""
_LATER_TODAY: Final = 0.8
"""What is closed yet and opens today, for who asked for no time."""


def parts(
    listing: Listing,
    answer: Fit,
    asked: Asked | None,
    now: datetime,
    *,
    found: float,
    near: float,
    sight: float,
    shown: int,
) -> tuple[tuple[str, float], ...]:
    """Each part of `weights.TABLE` by name. `found`, `near`: shares between 0 and 1; `sight`:
    what `sight` says; `shown`: how often it was shown today."""
    fresh = (
        listing.confirmed is not None
        and (now.date() - listing.confirmed).days <= weights.FRESH_DAYS
    )
    favourite = any(notice.kind is NoticeKind.FAVOURITE for notice in answer.notices)
    shares = {
        "themes": _themes(listing, answer) if answer.held is not None else sight,
        "words": found,
        "open": _openness(listing, answer, asked, now),
        "near": near,
        "party": answer.suited,
        "weather": answer.weather,
        "limits": answer.kept,
        "spread": 1.0 if listing.kind in PRACTICAL else 1 / (1 + shown),
        "novel": 1.0,
        "fresh": float(fresh),
        "favourite": float(favourite),
    }
    return tuple((name, weight * shares[name]) for name, weight in weights.TABLE.items())


def sight(
    listing: Listing, request: Request, notices: Iterable[Notice], *, best: bool, is_open: bool
) -> float:
    """How much people travel for what it is, or for a label that it has obtained, between 0 and 1:
    a little where nothing was named, all that counts where the `best` is sought."""
    travelled_for = notable(listing)
    if best:
        return max(renown(listing, notices), NOTABLE_SHARE * travelled_for)
    if strenuous(request):
        return NOTABLE_SHARE * 2 * (not SPORTS.isdisjoint(listing.concepts))
    if request.types == (Kind.FOOD,):
        return _TABLE * (listing.kind is Kind.FOOD)
    if request.renown == "little":
        return NOTABLE_SHARE * (listing.kind is Kind.ATTRACTION and not travelled_for)
    # Who asks what is open asks for that first; who says who comes, for what suits them.
    shut = request.when is not None and not (request.types or request.themes or is_open)
    suited = request.weather or any(who != "adults" and who[:2] != "n:" for who in request.party)
    return NOTABLE_SHARE * (travelled_for and not (suited or shut))


def _themes(listing: Listing, answer: Fit) -> float:
    """The share held of what was asked for; of two villages the renowned one has more."""
    held = answer.held or 0.0
    if SETTLED.isdisjoint(listing.concepts):
        return held
    return held * (1 - _LABELLED * (1 - labelled_share(listing)))


def closeness(away_km: float, mode: Mode, station_km: float | None = None) -> float:
    """1 at the door: a part halved with every few minutes, a part that is whole as long as the way
    is one that people like to go. `station_km`: the way from the train, where one is taken."""
    if station_km is not None:
        return _BY_TRAIN * closeness(station_km, Mode.WALK)
    taken = minutes(away_km, mode)
    over = min(1.0, max(0.0, taken / weights.EASY_MINUTES[mode.value] - 1))
    return float(0.6 * 0.5 ** (taken / weights.HALVING_MINUTES) + 0.4 * (1 - over))


def _is_described(listing: Listing) -> bool:
    """Whether it is a route of which is stated what nobody sets out without: how long it is."""
    route = listing.itinerary
    return route is not None and not (route.distance_m is None and route.duration_min is None)


def _openness(listing: Listing, answer: Fit, asked: Asked | None, now: datetime) -> float:
    if asked is None and listing.kind is Kind.LODGING and not answer.shut:
        # Its hours are those of the desk: what opens on no day for weeks is shut, else there are
        # beds.
        return 0.0 if answer.standing.why == "season" else _UNGATED
    if answer.open is None:
        # An occasion without a date is hardly an answer.
        undated = answer.standing.field == "dates" and answer.standing.why == "unknown"
        bathing = listing.kind is Kind.ACTIVITY and answer.held is not None
        known = answer.standing.why == "hours" or (bathing and not hours_expected(listing))
        known = known or _is_described(listing)
        return _UNGATED if known else 0.25 if undated else 0.5
    if not answer.open:
        later = answer.standing.day == wall(now).date() and not answer.shut
        return 0.0 if asked is not None else _LATER_TODAY if later else 0.5
    if asked is None and not answer.standing.soon:
        return float(0.5 ** (event_days_ahead(answer.standing, now) / weights.EVENT_HALVING_DAYS))
    return _CLOSES_SOON if answer.standing.soon else 1.0
