"""Which of those that fit are proposed, and which of the others nearly do."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice import weights
from catalog.advice.completing import completed
from catalog.advice.fitting import event_days_ahead, wanted
from catalog.advice.holding import KINDRED
from catalog.advice.limits import (
    DAY_MINUTES,
    FAR_KM,
    TOO_FAR_KM,
    asked_minutes,
    several_days,
)
from catalog.advice.model import ABOUT_AMOUNTS, MAX_PROPOSALS, Proposal
from catalog.advice.seasons import in_season
from catalog.advice.standing import OCCASIONS
from catalog.advice.timing import wall
from catalog.advice.travel import STROLL_KM, Mode, stated_mode
from catalog.model import Kind, TermId
from catalog.request.model import HERE
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from catalog.advice.model import Caution
    from catalog.advice.timing import Asked
    from catalog.model import ListingId
    from catalog.request import Request

PRACTICAL: Final = frozenset({Kind.SERVICE, Kind.HEALTH, Kind.TRANSPORT, Kind.OFFICE})
"""Kinds of which the nearest is the best: no turns are taken."""
_BY_KIND: Final = frozenset({Kind.LODGING, Kind.FOOD, Kind.MARKET, Kind.PRODUCER, Kind.SHOP})
_COMPANY: Final = ("party:", "mobility:")
_BY_ITSELF: Final = ("concepts", "itinerary.")
_STRANGE: Final = frozenset({"types", "themes", "labels"})
_ALSO_KM: Final = {
    "practical": STROLL_KM,
    "errand": 8.0,
    "here": 10.0,
    "named": 10.0,
    "now": 15.0,
    "": 25.0,
}
"""How far a second proposal may always lie, by how near the question wants it; farther only in
proportion to the nearest."""
_JOURNEYS: Final = frozenset({TermId("long_distance_path"), TermId("grp")})
_FARTHER_KM: Final = 20.0
"""How much farther at most, from a town around which there is nothing nearer."""
_OPEN_KM: Final = 15.0
"""How far something practical that is open may lie beside a nearer one that is not known to be."""
_WALK_MINUTES: Final = 75
"""How long somebody on foot is sent at most, where there is something nearer."""
_SEASON_DAYS: Final = 120
_SOON_DAYS: Final = 31
"""An occasion farther ahead than this is no answer to who asked for another day."""
_ABOUT_KM: Final = 20.0
"""How far the place may lie whose state is asked without its name."""
_UNDATED_KM: Final = 20.0
"""An occasion whose date is not known is told only so near: somebody may ask for it there."""


def proposed(ranked: Sequence[Proposal], request: Request, now: datetime) -> tuple[Proposal, ...]:
    """The best ones that an adviser would name beside each other: a second one as far as the
    first makes sensible, and only for what was asked if the first answers that."""
    telling = [each for each in ranked if _answers(each, request)] or list(ranked)
    far = all(each.distance_km > FAR_KM for each in telling)
    if far or (request.types == (Kind.OFFICE,) and not wanted(request)):
        # Nobody is sent an hour away for a certainty, nor to another town for a leaflet in their
        # language, where something near may do as well.
        telling = list(ranked)
    telling = _soon(telling, request, now)
    if not telling:
        return ()
    telling = list(in_season(telling, request, now))
    telling = [each for each in telling if not _unsuited(each)] or telling
    if Kind.ITINERARY in request.types:
        # A walk of an afternoon is no stage of a journey, nor a journey a walk.
        long = (asked_minutes(request.duration) or 0) >= 2 * DAY_MINUTES
        if long or not _journey(request):
            sort = [each for each in telling if several_days(each.listing) == long]
            telling = sort or telling
    nearest = min(telling, key=lambda each: each.distance_km)
    within = [each for each in telling if each.distance_km <= max(FAR_KM, nearest.distance_km)]
    reach = max(FAR_KM, nearest.distance_km)
    if _practical(request, nearest):
        telling = [each for each in telling if _as_practical(each, nearest)]
    else:
        manner = "here" if request.where == HERE else "named" if request.where else ""
        if nearest.listing.kind is Kind.SHOP:
            manner = "errand"
        elif not manner and request.when == "now":
            manner = "now"
        reach = max(
            _ALSO_KM[manner], min(2.5 * nearest.distance_km, nearest.distance_km + _FARTHER_KM)
        )
        telling = [each for each in telling if each.distance_km <= reach]
    if stated_mode(request.mobility) is Mode.WALK:
        easy = [each for each in telling if each.way.minutes <= weights.EASY_MINUTES["walk"]]
        if easy:
            # Nobody on foot is sent for an hour first, and not at all where there is enough near.
            further = [each for each in telling if each.way.minutes <= _WALK_MINUTES]
            first = _known_first(easy, request, MAX_PROPOSALS)
            others = [each for each in further if each not in easy]
            return (*first, *_known_first(others, request, MAX_PROPOSALS - len(first)))
    return completed(
        _known_first(telling, request, MAX_PROPOSALS),
        wishes=within,
        others=[each for each in ranked if each.distance_km <= reach and not _unsuited(each)],
        request=request,
        near_km=_ALSO_KM[""],
    )


def _journey(request: Request) -> bool:
    """Whether a path of several days is asked for by what it is."""
    return any(_JOURNEYS.intersection((term, *wider(term))) for term in wanted(request))


def _known_first(ranked: Sequence[Proposal], request: Request, most: int) -> tuple[Proposal, ...]:
    """The best ones, those that state what has a limit before those that may keep it or not:
    "cheaper" is answered by a price."""
    limits = {name for name in ABOUT_AMOUNTS if getattr(request, name) not in {None, "low"}}
    known = [each for each in ranked if not each.unsure & limits]
    first = chosen(known, most)
    return (*first, *chosen([e for e in ranked if e.unsure & limits], most - len(first), first))


def _unsuited(proposal: Proposal) -> bool:
    """Whether what it is, its length or its difficulty is not for somebody who comes: told of
    only where there is nothing else."""
    return any(
        caution.limit.startswith(_COMPANY) and caution.field.startswith(_BY_ITSELF)
        for caution in proposal.cautions
    )


def _soon(telling: list[Proposal], request: Request, now: datetime) -> list[Proposal]:
    """Without those that take place in another season, where no time was asked: who says nothing
    of when means these days, unless what was asked for is on at no other time."""
    if request.when is not None:
        return telling
    near = [each for each in telling if event_days_ahead(each.standing, now) <= _SOON_DAYS]
    if near or wanted(request) or any(theme.startswith("name:") for theme in request.themes):
        return near or telling
    return []


def chosen(
    ranked: Sequence[Proposal], most: int, before: Sequence[Proposal] = ()
) -> tuple[Proposal, ...]:
    """The best ones, each next one weighed for its novelty beside those `before` it."""
    left, taken = list(ranked), list(before)
    while left and len(taken) < most + len(before):
        shares = [_novelty(each, taken) for each in left]
        best = max(range(len(left)), key=lambda at: (_score(left[at], shares[at]), -at))
        taken.append(_with_novelty(left.pop(best), shares[best]))
    return tuple(taken[len(before) :])


def rank(proposal: Proposal, now: datetime) -> tuple[float, float, int, str]:
    """Best score first; equals in turns that change with the day, the nearest first where only
    nearness matters."""
    listing = proposal.listing
    turn = zlib.crc32(f"{now.date()}{listing.id}".encode())
    steps = round(proposal.score / weights.TIE)
    away = proposal.distance_km if listing.kind in PRACTICAL else 0.0
    return (-steps, away, turn, listing.id)


def nearly(proposal: Proposal, request: Request, asked: Asked | None, now: datetime) -> bool:
    """Whether it is worth telling why not: what is not even what was asked is not, nor what is
    hours or seasons away."""
    strange = {c.limit for c in proposal.against if c.limit in _STRANGE}
    if any(c.value.startswith("-") for c in proposal.against):
        return False
    kindred = _kindred(proposal, request)
    told = kindred and _noticed(proposal)
    if "types" in strange and not kindred:
        return False
    if strange and not told:
        kin = _kin(proposal, request) or kindred
        if not kin or any(c.limit not in _STRANGE for c in proposal.against):
            return False
    if proposal.distance_km > TOO_FAR_KM or not _in_season(proposal, asked, now):
        return False
    # "When it rains" asks for no park, and an outing in a wheelchair for no cliff: that there is
    # one is no news.
    return bool(wanted(request)) or all(
        c.limit != "weather" and not (c.field == "concepts" and c.limit.startswith(_COMPANY))
        for c in proposal.against
    )


def nearness(proposal: Proposal, now: datetime) -> tuple[int, int, int, tuple[float, ...]]:
    """The order of near misses: the staff's word first, then the fewest limits broken, what was
    asked before what was not, what opens again before what does not."""
    fields = {caution.field for caution in proposal.against}
    told = 0 if "notice" in fields else 1 if "cancelled" in fields else 2
    strange = sum(c.limit in _STRANGE for c in proposal.against)
    away, *others = rank(proposal, now)[:3]
    return (told, strange + never(proposal), len(proposal.against), (away, *others))


def subject(
    proposals: Sequence[Proposal],
    missing: Sequence[Proposal],
    request: Request,
    sites: Collection[ListingId],
) -> Proposal | None:
    """The listing that was asked about and does not fit: the one that was named; or, where its
    state is asked ("is the lake closed?"), the one that the staff or its source says is shut."""
    if sites:
        if any(each.listing.id in sites for each in proposals):
            return None
        return next((each for each in missing if each.listing.id in sites), None)
    if request.when != "now" or not wanted(request):
        return None
    for each in missing:
        shut = {"notice", "cancelled"} & {caution.field for caution in each.against}
        main = set(wanted(request)) & {*each.listing.concepts[:1]}
        if shut:
            return each if main and each.distance_km <= _ABOUT_KM else None
    return None


def near_misses(
    proposals: Sequence[Proposal],
    missing: Sequence[Proposal],
    request: Request,
    about: Proposal | None = None,
) -> tuple[Proposal, ...]:
    """Those worth telling: something far away or never open only when there is nothing else,
    something of another season only to who asked for such a thing."""
    near = [each for each in missing if each.distance_km <= FAR_KM or not _too_far(each)]
    if proposals:
        near = [each for each in near if _noticed(each) or not _beside_the_point(each, request)]
        if not wanted(request):
            named = set(request.types)
            near = [
                each
                for each in near
                if all(c.value != "season" for c in each.against)
                and (_noticed(each) or not named or named & set(each.listing.kinds))
            ]
    told = near if proposals or near else missing
    if not proposals:  # a lake may be bathed in; that a wetland is nature too is less of an answer
        told = sorted(told, key=lambda each: not (_noticed(each) or _kindred(each, request)))
    if about is not None:
        told = [about, *(each for each in told if each is not about)]
    return tuple(told[:MAX_PROPOSALS])


def _beside_the_point(each: Proposal, request: Request) -> bool:
    """Whether nobody who was proposed something wants to hear of it: never open, over, too far
    to go, not for those who come, not what was asked for."""
    return (
        never(each)
        or each.standing.why == "past"
        or _too_far(each)
        or _unsuited(each)
        or any(_far_beyond(caution, request) for caution in each.against)
        or any(caution.limit in _STRANGE for caution in each.against)
    )


def _noticed(proposal: Proposal) -> bool:
    return any(caution.field == "notice" for caution in proposal.against)


def relaxed(missing: Sequence[Proposal]) -> tuple[str, ...]:
    """The limits that the nearest true thing breaks, in the request's own keys."""
    if not missing:
        return ()
    return tuple(dict.fromkeys(c.limit.partition(":")[0] for c in missing[0].against if c.limit))


def never(proposal: Proposal) -> bool:
    """Whether it is closed with no day of opening ahead: a path that is still a project."""
    stood = proposal.standing
    return stood.open is False and stood.field == "openings" and stood.day is None


def _practical(request: Request, nearest: Proposal) -> bool:
    return nearest.listing.kind in PRACTICAL or (
        bool(request.types) and PRACTICAL.issuperset(request.types)
    )


def _as_practical(proposal: Proposal, nearest: Proposal) -> bool:
    """The nearest, those hardly farther, and one that is open where the nearest may not be."""
    reach = max(_ALSO_KM["practical"], 1.5 * nearest.distance_km)
    if proposal.open and not nearest.open:
        reach = max(reach, nearest.distance_km + _OPEN_KM)
    return proposal.distance_km <= reach


def _answers(proposal: Proposal, request: Request) -> bool:
    """Whether a reason tells of more than where and when: that it is what was asked for, or
    suits those who come; a bed or a table asked for as such is one, whoever comes."""
    if not wanted(request) and proposal.listing.kind in _BY_KIND.intersection(request.types):
        return True
    return any(each.key not in {"", "where", "when"} for each in proposal.reasons)


def _kin(proposal: Proposal, request: Request) -> bool:
    """Whether it is filed as something more general than what was asked: a pond as a natural
    site, where a lake was asked for."""
    return any(set(wider(term)) & set(proposal.listing.concepts) for term in wanted(request))


def _far_beyond(caution: Caution, request: Request) -> bool:
    """Whether it is more than twice what was asked for: no near miss of twelve kilometres is
    fifty long."""
    limit = {
        "itinerary.distance_m": (request.max_km or 0) * 1000,
        "prices": request.max_price if isinstance(request.max_price, float) else 0.0,
        "itinerary.duration_min": asked_minutes(request.duration) or 0,
    }.get(caution.field)
    if caution.value == "unknown":  # a journey of days, where a short walk was asked for
        return caution.limit == "max_km"
    if not limit or caution.limit not in {"max_km", "max_price", "duration"}:
        return False
    return float(caution.value) > 2 * limit


def _kindred(proposal: Proposal, request: Request) -> bool:
    """Whether it may be what was asked for, and nothing is stated of that."""
    held = set(proposal.listing.concepts)
    return any(held & KINDRED.get(term, frozenset()) for term in wanted(request))


def _in_season(proposal: Proposal, asked: Asked | None, now: datetime) -> bool:
    """An event of another season is no news, and one of an unknown date only next door."""
    stood = proposal.standing
    if proposal.listing.kind not in OCCASIONS:
        return True
    if stood.open is None and stood.why == "unknown":
        return proposal.distance_km <= _UNDATED_KM
    if stood.open is not False or stood.day is None:
        return True
    today: date = wall(now).date()
    if stood.why == "past":
        return (today - stood.day).days <= _SEASON_DAYS
    return (stood.day - (asked.days[-1] if asked else today)).days <= _SOON_DAYS


def _novelty(proposal: Proposal, taken: Iterable[Proposal]) -> float:
    """How much it adds to those: half for another commune, half for another sort of thing."""
    place, share = proposal.listing.place, 1.0
    if proposal.listing.kind in PRACTICAL:
        return share
    where, sort = place.insee or place.commune, proposal.listing.concepts[:1]
    others = [each.listing for each in taken]
    share -= 0.5 * any((each.place.insee or each.place.commune) == where for each in others)
    share -= 0.5 * any(each.concepts[:1] == sort for each in others)
    return share


def _parts(proposal: Proposal, novelty: float) -> Iterator[tuple[str, float]]:
    for name, value in proposal.parts:
        yield name, weights.TABLE["novel"] * novelty if name == "novel" else value


def _score(proposal: Proposal, novelty: float) -> float:
    return sum(value for _, value in _parts(proposal, novelty))


def _with_novelty(proposal: Proposal, novelty: float) -> Proposal:
    return replace(proposal, parts=tuple(_parts(proposal, novelty)))


def _too_far(proposal: Proposal) -> bool:
    return any(caution.field == "place" for caution in proposal.against)
