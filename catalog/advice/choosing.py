"""Which of those that fit are proposed, and in which order."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice import weights
from catalog.advice.appeal import for_children, to_see
from catalog.advice.by_train import goes_by_train, is_by_train
from catalog.advice.company import STEPLESS
from catalog.advice.completing import completed
from catalog.advice.doubts import is_plain, unsuited, unvouched
from catalog.advice.evenings import SOON_DAYS
from catalog.advice.holding import may_cook, may_serve
from catalog.advice.kinds import OUTINGS, PRACTICAL
from catalog.advice.limits import (
    FAR_KM,
    several_days,
    several_days_asked,
)
from catalog.advice.model import ABOUT_AMOUNTS, FARE, MAX_PROPOSALS, Proposal
from catalog.advice.once import once_each
from catalog.advice.opened import event_days_ahead
from catalog.advice.profiles import CHILDREN, of_party
from catalog.advice.renown import best_wanted, little_known, spread
from catalog.advice.seasons import cold_last, in_season
from catalog.advice.sought import feasts_named, only_practical, wanted
from catalog.advice.spared import at_the_door_first
from catalog.advice.there import elsewhere_seen, here_first, is_there
from catalog.advice.timing import wall
from catalog.advice.travel import STROLL_KM, Mode, stated_mode
from catalog.advice.unpaid import FREE_KM, is_surely_free, is_unpaid, no_feasts
from catalog.hours.unstated import hours_expected
from catalog.model import Kind, TermId
from catalog.request.model import HERE
from catalog.vocabulary import concepts, wider

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from catalog.request import Request

_BY_KIND: Final = frozenset({Kind.LODGING, Kind.FOOD, Kind.MARKET, Kind.PRODUCER, Kind.SHOP})
_TELL_NOTHING: Final = frozenset({"", "where", "when", "party:adults", FARE})
"""Keys of reasons that make nothing an answer: nearly everything is for two adults."""
_WALKED_DOG: Final = ("party:dog", "concepts")
"""That a wood is good for dogs says nothing of whether they may come."""
_AT_HAND: Final = frozenset({Kind.LODGING, Kind.FOOD, Kind.SHOP})
"""What nobody walks an hour for, where there is one near."""
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
_FARTHER_NOW_KM: Final = 10.0
"""The same, for who wants it now, and for a table: none is sought for forty minutes."""
_OPEN_KM: Final = 15.0
"""How far something practical that is open may lie beside a nearer one that is not known to be."""
_UNVOUCHED_KM: Final = 15.0
"""How much nearer a place may be of which nobody says that one can get in, to be told first."""
_BEDS_KM: Final = 20.0
"""How far another bed may lie from the place it is asked for, where there are too few at hand."""
_WALK_MINUTES: Final = 75
"""How long somebody on foot is sent at most, where there is something nearer."""
_SHORT_WALK_MINUTES: Final = 40
"""The same with who does not walk for an hour: small children, who is old or limps."""
_SHORT_OF_BREATH: Final = frozenset(
    ("baby", "toddler", "kids", "family", "seniors", "pregnant", "reduced", "stroller")
)


def proposed(ranked: Sequence[Proposal], request: Request, now: datetime) -> tuple[Proposal, ...]:
    """The best ones that an adviser would name beside each other: a second one as far as the
    first makes sensible, and only for what was asked if the first answers that."""
    ranked = for_children(once_each(ranked), request)
    telling = no_feasts(_telling(ranked, request), request)
    best = best_wanted(request) and stated_mode(request.mobility) is not Mode.WALK
    far = best or goes_by_train(request) or all(each.distance_km > FAR_KM for each in telling)
    if far or (request.types == (Kind.OFFICE,) and not wanted(request)):
        # Who asks for the best is shown more than what has a label; nobody is sent an hour away for
        # a certainty, nor to another town for a leaflet in their language, where something near
        # may do as well.
        telling = list(ranked)
    telling = _soon(telling, request, now)
    if not telling:
        return ()
    telling = to_see(list(in_season(little_known(telling, request), request, now)), request)
    telling = elsewhere_seen([each for each in telling if not unsuited(each)] or telling, request)
    if Kind.ITINERARY in request.types:
        # A walk of an afternoon is no stage of a journey, nor a journey a walk.
        long = several_days_asked(request)
        if long or not journey(request):
            sort = [each for each in telling if several_days(each.listing) == long]
            telling = sort or telling
    nearest = min(telling, key=lambda each: each.distance_km)
    if best and request.where in {None, HERE}:
        reach = max(_ALSO_KM[""], nearest.distance_km)
        told = spread([each for each in telling if each.distance_km <= reach])
        limits = _limits(request)
        told.sort(key=lambda each: bool(each.unsure & limits))
        return tuple(told[:MAX_PROPOSALS])
    within = [each for each in telling if each.distance_km <= max(FAR_KM, nearest.distance_km)]
    reach = max(FAR_KM, nearest.distance_km)
    if _practical(request, nearest):
        telling = [each for each in telling if _as_practical(each, nearest)]
    else:
        manner = "here" if request.where == HERE else "named" if request.where else ""
        if nearest.listing.kind is telling[0].listing.kind is Kind.SHOP:
            manner = "errand"
        elif not manner and request.when == "now":
            manner = "now"
        eats = nearest.listing.kind is telling[0].listing.kind is Kind.FOOD
        farther = _FARTHER_NOW_KM if eats or manner == "now" else _FARTHER_KM
        reach = max(_ALSO_KM[manner], min(2.5 * nearest.distance_km, nearest.distance_km + farther))
        telling = here_first(_around(telling, request, reach), request)
    if goes_by_train(request) and any(is_by_train(each) for each in telling):
        return _out_by_train(telling)
    if stated_mode(request.mobility) is Mode.WALK:
        near = _on_foot(telling, request)
        if near:
            return near
    taken = completed(
        _known_first(telling, request, MAX_PROPOSALS),
        wishes=within,
        others=[each for each in ranked if each.distance_km <= reach and not unsuited(each)],
        request=request,
        near_km=_ALSO_KM[""],
    )
    taken = cold_last(at_the_door_first(taken, telling, request), request, now)
    taken = _some_there(_of_the_town(taken, ranked, request), ranked, request)
    return tuple(sorted(taken, key=lambda each: _shut_today(each, request, now)))


def _shut_today(each: Proposal, request: Request, now: datetime) -> bool:
    """Whether it is a table that opens on another day: who is hungry and says no day eats today."""
    stood = each.standing
    if request.when is not None or each.listing.kind is not Kind.FOOD:
        return False
    return stood.open is False and stood.day is not None and stood.day > wall(now).date()


def _of_the_town(
    taken: tuple[Proposal, ...], ranked: Sequence[Proposal], request: Request
) -> tuple[Proposal, ...]:
    """With the one sight of its sort in the town that was named as the first, whatever is known of
    its hours: who names the castle of Villandry is not sent to that of Langeais."""
    asked = [term for term in wanted(request) if concepts()[term].group == Kind.ATTRACTION]
    if len(asked) != 1 or len(wanted(request)) != 1:
        return taken
    own = [
        each
        for each in ranked
        if each.place
        and each.listing.place.commune == each.place
        and any(
            reason.key == "themes"
            and (reason.field == "name" or reason.value in each.listing.concepts[:1])
            for reason in each.reasons
        )
    ]
    if len(own) != 1 or own[0].listing.kind is not Kind.ATTRACTION:
        return taken
    others = [each for each in taken if each.listing.id != own[0].listing.id]
    return (*own, *others[: MAX_PROPOSALS - 1])


def _around(telling: list[Proposal], request: Request, reach: float) -> list[Proposal]:
    """Those within reach, and what is worth a longer way. Where one bed is all there is so near,
    the next ones are worth a few minutes."""
    near = [
        each
        for each in _practical_near(telling)
        if each.distance_km <= reach or is_by_train(each) or is_surely_free(each, request)
    ]
    beds = [each for each in near if each.listing.kind is Kind.LODGING]
    if beds and len(near) == len(beds) < MAX_PROPOSALS:
        return [each for each in telling if each.distance_km <= max(reach, _BEDS_KM)]
    return near


def _some_there(
    taken: tuple[Proposal, ...], ranked: Sequence[Proposal], request: Request
) -> tuple[Proposal, ...]:
    """What is in the town that was named before what suits better elsewhere, with two of them where
    none was."""
    if not taken or wanted(request) or not all(each.place for each in taken):
        return taken
    if not OUTINGS.issuperset(request.types) or request.weather is not None:
        return taken
    first = tuple(each for each in taken if is_there(each))
    if not first:
        there = [e for e in ranked if e.distance_km <= STROLL_KM and not unsuited(e)]
        first = chosen(there, MAX_PROPOSALS - 1)
    others = [each for each in taken if each not in first]
    return (*first, *others[: MAX_PROPOSALS - len(first)])


def _on_foot(telling: Sequence[Proposal], request: Request) -> tuple[Proposal, ...]:
    """What is easy to walk to, then what is less so; () where nothing is easy: nobody on foot is
    sent for an hour first, and not at all where there is enough near, with bags to a bed or for a
    meal."""
    easy = [each for each in telling if each.way.minutes <= weights.EASY_MINUTES["walk"]]
    first = _known_first(easy, request, MAX_PROPOSALS)
    if not first or _AT_HAND.intersection(request.types):
        return first
    slow = not _SHORT_OF_BREATH.isdisjoint((*request.party, *request.mobility))
    slow = slow or any(who in CHILDREN for who, _ in of_party(request))
    most = _SHORT_WALK_MINUTES if slow else _WALK_MINUTES
    further = [each for each in telling if each.way.minutes <= most and each not in easy]
    return (*first, *_known_first(further, request, MAX_PROPOSALS - len(first)))


def _out_by_train(telling: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Two that a train goes to, and one that needs none."""
    trains = [each for each in telling if is_by_train(each)]
    here = [each for each in telling if each.way.minutes <= weights.EASY_MINUTES["walk"]]
    first = spread(trains)[: MAX_PROPOSALS - min(1, len(here))]
    return (*first, *chosen(here, MAX_PROPOSALS - len(first), first))


def journey(request: Request) -> bool:
    """Whether a path of several days is asked for by what it is."""
    return any(_JOURNEYS.intersection((term, *wider(term))) for term in wanted(request))


def _limits(request: Request) -> set[str]:
    """The limits that were asked for with a figure."""
    return {name for name in ABOUT_AMOUNTS if getattr(request, name) not in {None, "low"}}


def _known_first(ranked: Sequence[Proposal], request: Request, most: int) -> tuple[Proposal, ...]:
    """The best ones, those that state what has a limit before those that may keep it or not:
    "cheaper" is answered by a price."""
    limits = _limits(request)
    unsure = [each for each in ranked if each.unsure & limits or unvouched(each) or is_plain(each)]
    known = [each for each in ranked if each not in unsure]
    free = request.max_price == 0
    if known and most > 1 and (near := _much_nearer(unsure, known, free=free)):
        first = chosen(near, most - 1)
        return (*first, *chosen(known, 1, first))
    first = chosen(known, most)
    if free:
        # Nobody says what a bridge costs; what has a door and hours most often costs something, but
        # of what was named none is sought so far away for having none.
        open_air = [each for each in unsure if not hours_expected(each.listing)]
        named = bool(wanted(request))
        near = [each for each in open_air if each.distance_km <= FREE_KM]
        sooner = near if named else open_air
        first += chosen(near, most - len(first), first)
        first += chosen([e for e in sooner if e not in near], most - len(first), first)
        unsure = [each for each in unsure if each not in sooner]
    return (*first, *chosen(unsure, most - len(first), first))


def _much_nearer(
    unsure: Sequence[Proposal], known: Sequence[Proposal], *, free: bool
) -> list[Proposal]:
    """Those of whose door or table nobody says anything, where they lie so much nearer that asking
    there is less trouble than the way to the nearest one that is known."""
    reach = min(each.distance_km for each in known) - _UNVOUCHED_KM
    doubted = (e for e in unsure if unvouched(e) or is_plain(e) or (free and is_unpaid(e)))
    return [each for each in doubted if each.distance_km <= reach]


def _telling(ranked: Sequence[Proposal], request: Request) -> list[Proposal]:
    """Those that answer what was asked, or all where none does."""
    answering = [each for each in ranked if _answers(each, request)]
    # Who says who comes wants what suits them.
    enough = 1 if of_party(request) else MAX_PROPOSALS
    free = sum(is_surely_free(each, request, FREE_KM) for each in answering) >= enough
    if request.max_price == 0 and not (free or wanted(request)):
        # What has no door has nothing to pay at it, though nobody says so.
        answering = [each for each in ranked if each in answering or is_unpaid(each)]
    if len(answering) < MAX_PROPOSALS and not wanted(request) and _enters(request):
        return list(ranked)  # whose way in nobody states, after those that are known
    return answering or list(ranked)


def _enters(request: Request) -> bool:
    """Whether somebody comes who must know how to get in, of whom few listings say it."""
    return not STEPLESS.isdisjoint(request.mobility)


def _soon(telling: list[Proposal], request: Request, now: datetime) -> list[Proposal]:
    """Without those that take place in another season, where no time was asked: who says nothing
    of when means these days, unless what was asked for is on at no other time."""
    if request.when is not None:
        return telling
    near = [each for each in telling if event_days_ahead(each.standing, now) <= SOON_DAYS]
    if near or wanted(request) or feasts_named(request):
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


def _practical(request: Request, nearest: Proposal) -> bool:
    return nearest.listing.kind in PRACTICAL or only_practical(request)


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
    own = proposal.listing
    if any(may_serve(own, term) or may_cook(own, term) for term in wanted(request)):
        return True
    return any(
        each.key not in _TELL_NOTHING and (each.key, each.field) != _WALKED_DOG
        for each in proposal.reasons
    )


def _practical_near(telling: list[Proposal]) -> list[Proposal]:
    """Without the parking of another town, where somebody also asks for that beside a market."""
    nearest: dict[Kind, Proposal] = {}
    for each in sorted(telling, key=lambda one: one.distance_km):
        nearest.setdefault(each.listing.kind, each)
    return [
        each
        for each in telling
        if each.listing.kind not in PRACTICAL or _as_practical(each, nearest[each.listing.kind])
    ]


def _novelty(proposal: Proposal, taken: Iterable[Proposal]) -> float:
    """How much it adds to those: half for another commune, or for the one that was named, half for
    another sort of thing. Nobody at table minds that another is in the same street."""
    place, share = proposal.listing.place, 1.0
    if proposal.listing.kind in PRACTICAL:
        return share
    where, sort = place.insee or place.commune, proposal.listing.concepts[:1]
    others = [each.listing for each in taken]
    if proposal.place:
        share -= 0.5 * (place.commune != proposal.place)
    elif proposal.listing.kind is not Kind.FOOD:
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
