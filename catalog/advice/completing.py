"""The last of three proposals, where the three together leave something out."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import is_had
from catalog.advice.kinds import SIGHTS
from catalog.advice.model import MAX_PROPOSALS, Proposal
from catalog.advice.sought import wanted
from catalog.advice.standing import OCCASIONS
from catalog.advice.subjects import held_among
from catalog.advice.travel import MODES
from catalog.model import Kind, TermId
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.request import Request

_LED: Final = TermId("guided_tour")
_RIDDEN: Final = frozenset(map(TermId, ("segway", "equipment_hire", "bike_hire", "scooter")))
"""What a guided tour may be made on: who asks for one walks, where there is such a one."""
_VIEW: Final = TermId("viewpoint")
_MUSEUM: Final = TermId("museum")
_LATER: Final = 10_000


def completed(
    taken: tuple[Proposal, ...],
    *,
    wishes: Sequence[Proposal],
    others: Sequence[Proposal],
    request: Request,
    near_km: float,
) -> tuple[Proposal, ...]:
    """The same, with one for a wish that none of them holds, in the place of the last where there
    are enough; one that is surely sheltered where it rains; one occasion of the day or weekend that
    was named; one of another sort, where nothing was asked for and all are of one. `wishes`,
    `others`: what it may be; `near_km`: how far a second wish is gladly fulfilled."""
    asked = wanted(request)
    if _LED in asked and _RIDDEN.isdisjoint(asked):
        taken = tuple(sorted(taken, key=lambda each: not _RIDDEN.isdisjoint(each.listing.concepts)))
    if len(asked) > 1:
        fair = [each for each in wishes if not any(c.limit == "weather" for c in each.cautions)]
        return _in_order(_covering(taken, fair, asked, near_km), request)
    if request.weather is not None and not any(map(suits_weather, taken)):
        taken = _ending(taken, others, suits_weather)
    if not asked and _on_a_day(request) and taken and not any(map(_is_on, taken)):
        return _ending(taken, others, _is_on, kinds=OCCASIONS)
    sorts = {each.listing.concepts[:1] for each in taken}
    sights = all(each.listing.kind in SIGHTS for each in taken)
    if not asked and len(taken) == MAX_PROPOSALS and len(sorts) == 1 and sights:
        dry = request.weather is not None  # no castle of which nobody knows, for three museums
        return _ending(
            taken,
            others,
            lambda each: (
                each.listing.concepts[:1] not in sorts and (not dry or suits_weather(each))
            ),
        )
    return taken


def _covering(
    taken: tuple[Proposal, ...],
    within: Sequence[Proposal],
    asked: tuple[TermId, ...],
    near_km: float,
) -> tuple[Proposal, ...]:
    """Three churches do not answer "wine and churches", nor a museum next door "a castle or a
    museum"; but nobody fills a bottle an hour's drive away."""
    open_wishes = set(asked).difference(*(held_among(each.listing, asked) for each in taken))
    if open_wishes:
        holding = [each for each in within if open_wishes & held_among(each.listing, asked)]
        near = [each for each in holding if each.distance_km <= near_km]
        for each in near or [e for e in holding if e.listing.kind is not Kind.SERVICE]:
            return (*taken[: MAX_PROPOSALS - 1], each)
    return taken


def _in_order(taken: tuple[Proposal, ...], request: Request) -> tuple[Proposal, ...]:
    """What holds more of the wishes first, then one of each in the order in which they were named:
    "a castle, and then a table"."""
    asked = wanted(request)
    if taken and request.when is not None and _is_that_day(taken[0]):
        # What is on then is why they ask: cheese at the market, this morning.
        return (taken[0], *_in_order(taken[1:], replace(request, when=None)))
    said = {
        term: min((s.start for s in request.spans if s.value == term), default=0) for term in asked
    }
    if _VIEW in said:  # a trail of which nobody says that it has one comes behind it
        said = {t: at + _LATER * (t in MODES) for t, at in said.items()}
    held = [[t for t in asked if t in held_among(each.listing, asked)] for each in taken]
    if not taken or not all(held):
        return taken
    turns: dict[int, list[Proposal]] = {}
    several: list[Proposal] = []
    for each, terms in zip(taken, held, strict=True):
        more = len(terms) > min(map(len, held))
        (several if more else turns.setdefault(min(said[t] for t in terms), [])).append(each)
    about = [term for term in asked if concepts()[term].group == "themes"]
    if _MUSEUM in asked and about:  # one of wine is no turn with any other
        return tuple(sorted(taken, key=lambda e: not held_among(e.listing, about)))
    if any(map(is_had, asked)):  # a lifeguard is no second wish beside the beach
        return (*several, *(each for each in taken if each not in several))
    in_turns = zip_longest(*(turns[key] for key in sorted(turns)))
    return (*several, *(each for turn in in_turns for each in turn if each is not None))


def _on_a_day(request: Request) -> bool:
    """Whether anything to do is sought on a day or a weekend, by nobody in particular."""
    said = request.when or ""
    general = Kind.ACTIVITY in request.types and not (request.party or request.weather)
    return general and bool(said) and said != "now" and request.max_price is None


def _is_on(proposal: Proposal) -> bool:
    return proposal.listing.kind in OCCASIONS and proposal.open is True


def _is_that_day(proposal: Proposal) -> bool:
    """The same, or at hours of that day that nobody states."""
    hours = proposal.listing.kind in OCCASIONS and proposal.standing.why == "hours"
    return hours or _is_on(proposal)


def _ending(
    taken: tuple[Proposal, ...],
    others: Sequence[Proposal],
    serves: Callable[[Proposal], bool],
    kinds: frozenset[Kind] = SIGHTS,
) -> tuple[Proposal, ...]:
    """With the best of the others that serves as the last, if there is one."""
    told = {each.listing.id for each in taken}
    for each in others:
        if each.listing.id not in told and each.listing.kind in kinds and serves(each):
            return (*taken[: MAX_PROPOSALS - 1], each)
    return taken


def suits_weather(proposal: Proposal) -> bool:
    """Whether it suits the weather that was named."""
    return any(each.key == "weather" for each in proposal.reasons)
