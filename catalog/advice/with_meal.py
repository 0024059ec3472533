"""A visit, a show or an errand and a meal: that first, then the table or the picnic near it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import is_had
from catalog.advice.kinds import OUTINGS
from catalog.advice.model import MAX_PROPOSALS
from catalog.advice.outing import PICNIC, TABLES
from catalog.advice.sought import readings, wanted
from catalog.advice.timing import asked_time
from catalog.advice.travel import point_of
from catalog.model import Kind, TermId
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from catalog.advice.model import Proposal
    from catalog.advice.weighing import Weighing
    from catalog.geo import Point
    from catalog.model import ListingId
    from catalog.request import Request

_EATEN: Final = frozenset({Kind.FOOD, Kind.SERVICE})
_EATEN_OF: Final = frozenset(map(TermId, ("gastronomy", "wine", "onion")))
"""What a table is about, as well as a sight."""
_FED_THERE: Final = frozenset(map(TermId, ("night_market", "covered_market", "tasting")))
"""Where one eats on the spot."""
_MEAL_KM: Final = 10.0
_DOUBT_KM: Final = 3.0
"""How much farther a table may lie of which the hours are known."""
_LOOKED_AT: Final = 24


def before_a_meal(request: Request) -> tuple[Request, tuple[TermId, ...]] | None:
    """The visit of a request that asks for one and for a meal, or for a picnic, and what is eaten
    at; None for any other, and where something is asked of the table itself."""
    kinds, asked, known = frozenset(request.types), wanted(request), concepts()
    eaten = tuple(t for t in asked if t in PICNIC or known[t].kinds == (Kind.FOOD,))
    occasion = kinds & {Kind.EVENT, Kind.MARKET} and _FED_THERE.isdisjoint(asked)
    seen = kinds & OUTINGS or (occasion and Kind.FOOD in kinds)  # "dinner and a show"
    errand = _errand_first(request)
    sight = any(OUTINGS & {*known[term].kinds} for term in asked)
    if not (seen or errand) or any(_of_the_table(term, beside=sight) for term in asked):
        return None
    if not eaten and Kind.FOOD not in kinds:
        return None
    if any(len(group) > 1 and {*group} & {*eaten} for group in readings(request, asked)):
        return None  # a farm that is an inn is one wish
    left_out = _EATEN - ({Kind.SERVICE} if errand else set())
    types = tuple(kind for kind in request.types if kind not in left_out)
    themes = tuple(theme for theme in request.themes if theme not in eaten)
    return replace(request, types=types, themes=themes), eaten or TABLES


def _of_the_table(term: TermId, *, beside: bool) -> bool:
    """Whether it may be asked of the table: a terrace, and what things are about where no sight is
    named `beside` it, that may be medieval."""
    return is_had(term) or not (concepts()[term].kinds or (beside and term not in _EATEN_OF))


def _errand_first(request: Request) -> bool:
    """Whether an errand is named and then a meal: "charge the car and have lunch meanwhile"."""
    if {*request.types} != {Kind.SERVICE, Kind.FOOD}:
        return False
    known, at = concepts(), dict[str, int]()
    for span in request.spans:
        if span.key == "types":
            at[span.value] = min(span.start, at.get(span.value, span.start))
    named = any(known[t].kinds[:1] == (Kind.SERVICE,) for t in wanted(request) if t not in PICNIC)
    first, then = at.get(Kind.SERVICE.value), at.get(Kind.FOOD.value)
    return named and first is not None and then is not None and first < then


def meal_near(
    adviser: Weighing,
    visits: Sequence[Proposal],
    request: Request,
    terms: tuple[TermId, ...],
    *,
    here: Point,
    now: datetime,
    without: Collection[ListingId] = (),
) -> tuple[Proposal, ...]:
    """The visits, the last of three being the table or the picnic place near the first that has
    one; () where none has. `terms`: what is eaten at; `without`: what the visitor passed over."""
    asked = asked_time(request.when, now)
    taken = {*without, *(each.listing.id for each in visits)}
    for visit in visits:
        near = adviser.around.near(
            point_of(visit.listing), terms, within_km=_MEAL_KM, enough=_LOOKED_AT
        )
        told = [
            (near[listing.id] + _DOUBT_KM * (each.open is None), listing.id, each)
            for listing in adviser.catalogue.get_many(near)
            if listing.id not in taken and _EATEN & {*listing.kinds}
            for each in (adviser.told(listing, request, asked, here=here, now=now, priced=True),)
            if not each.against
        ]
        if told:
            others = [each for each in visits if each is not visit]
            kept = [visit, *others][: MAX_PROPOSALS - 1]
            return (*sorted(kept, key=visits.index), min(told, key=lambda each: each[:2])[2])
    return ()
