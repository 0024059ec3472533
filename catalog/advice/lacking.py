"""What a planned day was to be about and no stop of it is: not to be had, too far away, or spoilt
by the weather."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import holdings
from catalog.advice.limits import TOO_FAR_KM
from catalog.advice.outing import PICNIC, TABLES, of_the_day
from catalog.advice.profiles import WET
from catalog.advice.sought import wanted
from catalog.advice.travel import REACH_KM, stated_mode
from catalog.advice.unmet import unmet_of_the_day, unmet_wishes
from catalog.advice.wishing import FARTHEST_KM
from catalog.model import Kind, Listing, TermId
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.model import Proposal
    from catalog.advice.ordered import Order
    from catalog.advice.weighing import Weighing
    from catalog.geo import Point
    from catalog.request import Request

Farther = tuple[TermId, Listing, float]
"""A thing, the nearest one, and how many kilometres away it is."""


@dataclass(frozen=True, slots=True)
class Lacks:
    """`unmet`: what is not found, an ice cream and a route among it; `farther`: what
    is only farther away than anybody drives for one of several wishes; `spoilt`: what is not for
    such weather; `crowded`: what there is around, and the day has no room for."""

    unmet: tuple[TermId, ...] = ()
    farther: tuple[Farther, ...] = ()
    spoilt: tuple[TermId, ...] = ()
    crowded: tuple[TermId, ...] = ()


NOTHING: Final = Lacks()
_ROUTES: Final = frozenset(map(TermId, ("driving_route", "cycling_route", "mtb_route")))
"""Ways that are sought as such; who walks, rides or drives goes between the stops."""


def lacking(
    adviser: Weighing,
    stops: Sequence[Proposal],
    request: Request,
    order: Order | None,
    origin: Point,
) -> Lacks:
    """What of it none of the stops is."""
    mode = stated_mode(of_the_day(request).mobility)
    reach = min(FARTHEST_KM, REACH_KM[mode]) if mode is not None else FARTHEST_KM
    unmet: dict[TermId, None] = {}
    farther, spoilt, crowded = list[Farther](), list[TermId](), list[TermId]()
    served = [wish.terms[0] for wish in unmet_wishes(stops, order)]
    for term in dict.fromkeys(
        (*unmet_of_the_day(stops, of_the_day(request)), *served, *_beside(stops, request, order))
    ):
        near = adviser.around.near(origin, (term,), within_km=TOO_FAR_KM, enough=1)
        listing = next(iter(adviser.catalogue.get_many(list(near)[:1])), None)
        if listing is not None and near[listing.id] > reach:
            farther.append((term, listing, near[listing.id]))
        elif listing is not None:
            (spoilt if request.weather in WET else crowded).append(term)
        else:
            unmet[term] = None
    return Lacks(tuple(unmet), tuple(farther), tuple(spoilt), tuple(crowded))


def _beside(stops: Sequence[Proposal], request: Request, order: Order | None) -> list[TermId]:
    """What is no sight and was named all the same: the ice cream, the picnic, the route; not the
    plain table, nor that one walks, rides or drives."""
    held = {term for each in stops for term in holdings(each.listing)}
    by = {(span.start, span.end) for span in request.spans if span.key == "mobility"}
    carried = {s.value for s in request.spans if s.key == "themes" and (s.start, s.end) in by}
    for wish in order.wishes if order is not None else ():
        if not held.isdisjoint(wish.terms):  # a café or a tea room, for coffee with cake
            held.update(wish.terms)
    told = [theme for theme in wanted(request) if theme not in carried]
    return [term for term in told if _is_told(term) and term not in held]


def _is_told(term: TermId) -> bool:
    known = concepts().get(term)
    if known is None or term == TABLES[0]:
        return False
    return term in _ROUTES or known.kinds == (Kind.FOOD,) or term in PICNIC
