"""Where little or nothing is paid: what is stated to be free, what has no door to pay at, what is
no feast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.appeal import notable
from catalog.advice.company import is_hard
from catalog.advice.holding import SETTLED
from catalog.advice.limits import FAR_KM
from catalog.advice.tariffs import lowest_price
from catalog.advice.there import NO_OUTING_KM
from catalog.hours.unstated import OPEN_AIR
from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from catalog.advice.model import Proposal
    from catalog.request import Request

FREE_KM: Final = 10.0
"""How near something must be stated to be free, to be enough to who asks for that."""
_FEAST: Final = 30
"""The least price of a table, in euros, from which on no meal there is cheap."""
_STROLLS: Final = frozenset(map(TermId, ("greenway", "walking_route", "themed_trail")))


def is_surely_free(each: Proposal, request: Request, within_km: float = FAR_KM) -> bool:
    """Whether nothing is to be paid, where that was asked: worth a longer way."""
    stated = any(reason.key == "max_price" for reason in each.reasons)
    return request.max_price == 0 and stated and each.distance_km <= within_km


def is_unpaid(each: Proposal) -> bool:
    """Whether nobody can take money at its door, having none; a village that nobody travels for,
    or where one stands, is no outing."""
    own = each.listing.concepts[:1]
    there = each.distance_km > NO_OUTING_KM and notable(each.listing)
    plain = not SETTLED.isdisjoint(own) and not there
    route = not _STROLLS.isdisjoint(each.listing.concepts) and not is_hard(each.listing)
    open_air = each.listing.kind is Kind.ATTRACTION and bool(OPEN_AIR & {*own})
    return route or (open_air and not plain)


def no_feasts(telling: list[Proposal], request: Request) -> list[Proposal]:
    """Without the tables of which is stated that every meal is dear, where a cheap one is sought
    and there is another."""
    if request.max_price != "low" or request.types != (Kind.FOOD,):
        return telling
    modest = [each for each in telling if (lowest_price(each.listing) or 0) < _FEAST]
    return modest or telling
