"""The practical places around a proposal: toilets, water, parking, tables, shade, the station."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.by_train import STOPS, is_by_train
from catalog.advice.holding import ON_SITE
from catalog.advice.kinds import PRACTICAL
from catalog.advice.model import Practical
from catalog.advice.travel import point_of
from catalog.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.model import Proposal
    from catalog.advice.weighing import Weighing
    from catalog.request import Request

_PUBLIC: Final = frozenset({Kind.SERVICE, Kind.TRANSPORT})
"""The toilets of a shop are not there for those who pass by."""
_STATIONS: Final = tuple((term, ()) for term in STOPS)
_RECORDED: Final = frozenset({"toilets", "drinking_water", "parking", "picnic_area", *STOPS})
_AROUND_KM: Final = 1.2
"""A quarter of an hour on foot: what lies farther is not around it."""


def practical(
    adviser: Weighing, proposals: Sequence[Proposal], request: Request
) -> tuple[Practical, ...]:
    """What is around the first proposal; what it states of itself is at no distance. What another
    of them is has been told, as far as it is from here."""
    proposal, first = proposals[0], proposals[0].listing
    told = {own for each in proposals[1:] for own in each.listing.concepts}
    if first.kind in PRACTICAL:
        return ()  # around toilets nothing more is told
    found: list[Practical] = []
    without_car = "public_transport" in request.mobility
    stations = _STATIONS if without_car and not is_by_train(proposal) else ()
    for term, own in (*stations, *ON_SITE.items()):
        if {*own} & {*first.amenities, *first.concepts}:
            found.append(Practical(term, None, 0.0))
            continue
        if term not in _RECORDED or term in told or (without_car and term == "parking"):
            continue
        near = adviser.around.near(point_of(first), (term,), within_km=_AROUND_KM, enough=12)
        public = next(
            (each for each in adviser.catalogue.get_many(near) if _PUBLIC & set(each.kinds)), None
        )
        if public is not None:
            found.append(Practical(term, public, round(near[public.id], 2)))
    return tuple(found)
