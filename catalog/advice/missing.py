"""Which of those that do not fit are worth telling of, and why not: the near misses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.appeal import notable
from catalog.advice.choosing import journey, rank
from catalog.advice.company import COMPANY, for_grown
from catalog.advice.doubts import unsuited
from catalog.advice.evenings import SOON_DAYS, evening_out, wait, worth_a_call
from catalog.advice.holding import KINDRED, holdings, is_had
from catalog.advice.kinds import SIGHTS
from catalog.advice.limits import FAR_KM, TOO_FAR_KM, asked_minutes, several_days
from catalog.advice.model import MAX_PROPOSALS, Proposal
from catalog.advice.sought import wanted
from catalog.advice.standing import OCCASIONS
from catalog.advice.timing import wall
from catalog.model import Kind, TermId
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date, datetime

    from catalog.advice.model import Caution
    from catalog.advice.timing import Asked
    from catalog.model import ListingId
    from catalog.request import Request

_PLACES: Final = frozenset(Kind) - OCCASIONS
_STRANGE: Final = frozenset({"types", "themes", "labels"})
_SEASON_DAYS: Final = 120
_ABOUT_KM: Final = 20.0
"""How far the place may lie whose state is asked without its name."""
_REGRETTED_KM: Final = 20.0
_CARLESS_KM: Final = 25.0
"""How far off something may lie to be told to who cannot drive there."""
_RIDDEN_KM: Final = 40.0
"""The same of a ride: the bicycles may come by car."""
_UNDATED_KM: Final = 20.0
"""An occasion whose date is not known is told only so near: somebody may ask for it there."""


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
        c.limit != "weather" and not (c.field == "concepts" and c.limit.startswith(COMPANY))
        for c in proposal.against
    )


def nearness(proposal: Proposal, now: datetime) -> tuple[int, int, int, tuple[float, ...]]:
    """The order of near misses: the staff's word first, then the fewest limits broken, what was
    asked before what was not, what opens again before what does not; of occasions the next."""
    fields = {caution.field for caution in proposal.against}
    told = 0 if "notice" in fields else 1 if "cancelled" in fields else 2
    strange = sum(c.limit in _STRANGE for c in proposal.against)
    away, *others = rank(proposal, now)[:3]
    return (
        told,
        strange + never(proposal),
        len(proposal.against),
        (wait(proposal, now), away, *others),
    )


def in_order(missing: Sequence[Proposal], request: Request, now: datetime) -> list[Proposal]:
    """By `nearness`; for an evening out only what is worth a call, places before other days."""
    told = sorted(missing, key=lambda each: nearness(each, now))
    if not evening_out(request, now):
        return told
    told = [each for each in told if worth_a_call(each)]
    return sorted(told, key=lambda each: not _noticed(each) and each.listing.kind in OCCASIONS)


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
    missing = [each for each in missing if not _out_of_reach(each, request)]
    near = [each for each in missing if each.distance_km <= FAR_KM or not _too_far(each)]
    if proposals:
        if all(each.listing.kind is Kind.FOOD for each in proposals):
            # Who is hungry does not mind that a winery is shut.
            near = [each for each in near if Kind.FOOD in each.listing.kinds or _noticed(each)]
        held = {term for each in proposals for term in holdings(each.listing)}
        unmet = _unmet_kin(held, request)
        near = [
            each
            for each in near
            if _noticed(each)
            or not _beside_the_point(each, request)
            or (unmet & {*each.listing.concepts} and _only_lacks(each, held))
        ]
        if not wanted(request):
            # Nobody regrets for children what is for grown people.
            near = [each for each in near if _noticed(each) or not for_grown(each.listing, request)]
        walk = Kind.ITINERARY in request.types and not journey(request)
        if walk and not any(several_days(each.listing) for each in proposals):
            near = [each for each in near if not several_days(each.listing)]
        # Nobody regrets what is shut an hour's drive away, where there is enough at hand.
        reach = max(_REGRETTED_KM, 1.5 * max(each.distance_km for each in proposals))
        near = [each for each in near if _noticed(each) or each.distance_km <= reach]
        if all(map(is_had, wanted(request))):
            named = set(request.types)
            near = [
                each
                for each in near
                if all(c.value != "season" for c in each.against)
                and (_noticed(each) or request.party or named - SIGHTS or notable(each.listing))
                # Who asks for no feast does not mind that one is on another day.
                and (_noticed(each) or (named or _PLACES) & set(each.listing.kinds))
            ]
    told = near if proposals or near else [each for each in missing if not _half_so_far(each)]
    if not proposals and told:
        # What may be had next door is not sought an hour away.
        reach = max(_REGRETTED_KM, 2 * min(each.distance_km for each in told))
        told = [each for each in told if _noticed(each) or each.distance_km <= reach]
    if not proposals:  # a lake may be bathed in; that a wetland is nature too is less of an answer
        told = sorted(told, key=lambda each: not (_noticed(each) or _kindred(each, request)))
    if any(theme.startswith("lang:") for theme in request.themes):
        speaking = [each for each in told if _speaks(each) or each is about]
        told = speaking if any(map(_speaks, told)) else told
    if about is not None:
        told = [about, *(each for each in told if each is not about)]
    return tuple(told[:MAX_PROPOSALS])


def _speaks(each: Proposal) -> bool:
    """Whether the language that was asked for is stated."""
    return any(reason.field == "spoken" for reason in each.reasons)


def relaxed(missing: Sequence[Proposal]) -> tuple[str, ...]:
    """The limits that the nearest true thing breaks, in the request's own keys."""
    if not missing:
        return ()
    # Of an unknown date nobody can say that it is another one.
    broken = (c for c in missing[0].against if c.limit and c.value != "unknown")
    # Too far without a car is far: the way in is not the harder for it.
    limits = ("radius_km" if c.field == "place" else c.limit.partition(":")[0] for c in broken)
    return tuple(dict.fromkeys(limits))


def never(proposal: Proposal) -> bool:
    """Whether it is closed with no day of opening ahead: a path that is still a project."""
    stood = proposal.standing
    return stood.open is False and stood.field == "openings" and stood.day is None


def _unmet_kin(held: AbstractSet[str], request: Request) -> frozenset[TermId]:
    """What may be a wish that no proposal fulfils: the castle, where one would be led through."""
    kin = (KINDRED.get(term, frozenset()) for term in wanted(request) if term not in held)
    return frozenset().union(*kin)


def _only_lacks(each: Proposal, held: AbstractSet[str]) -> bool:
    """Whether it lacks nothing but what those proposed lack too: who asks for a museum that leads
    through is not told of a castle that may."""
    lacks = [caution for caution in each.against if caution.field in {"lacks", "kinds"}]
    missed = held.isdisjoint(caution.value for caution in lacks)
    return missed and len(lacks) == len(each.against)


def _beside_the_point(each: Proposal, request: Request) -> bool:
    """Whether nobody who was proposed something wants to hear of it: never open, over, too far
    to go, not for those who come, not what was asked for."""
    return (
        never(each)
        or each.standing.why == "past"
        or _too_far(each)
        or unsuited(each)
        or any(_far_beyond(caution, request) for caution in each.against)
        or any(caution.limit in _STRANGE for caution in each.against)
    )


def _noticed(proposal: Proposal) -> bool:
    return any(caution.field == "notice" for caution in proposal.against)


def _kin(proposal: Proposal, request: Request) -> bool:
    """Whether it is filed as something more general than what was asked: a pond as a natural
    site, where a lake was asked for. Of several wishes it may not be the one and lack another: a
    marsh is neither an island nor a trip in a boat."""
    held, own = holdings(proposal.listing), set(proposal.listing.concepts)
    wishes = [term for term in wanted(request) if not is_had(term)]
    return any(own & set(wider(term)) for term in wishes) and all(
        term in held or own & {*wider(term), *KINDRED.get(term, ())} for term in wishes
    )


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
    return (stood.day - (asked.days[-1] if asked else today)).days <= SOON_DAYS


def _half_so_far(proposal: Proposal) -> bool:
    """Whether it lies far away and is not even all that was asked for: a farm an hour from the
    market that somebody looked for is no near miss."""
    return _too_far(proposal) and any(
        caution.field == "lacks" and not is_had(TermId(caution.value))
        for caution in proposal.cautions
    )


def _out_of_reach(proposal: Proposal, request: Request) -> bool:
    """Whether nobody who has no car gets there, nor would by taxi; who seeks a ride may have one
    to bring the bicycles."""
    carless = any(c.field == "place" and c.limit == "mobility" for c in proposal.against)
    ridden = Kind.ITINERARY in request.types and "bike" in request.mobility
    most = _RIDDEN_KM if ridden else _CARLESS_KM
    return carless and proposal.distance_km > most and not _noticed(proposal)


def _too_far(proposal: Proposal) -> bool:
    return any(caution.field == "place" for caution in proposal.against)
