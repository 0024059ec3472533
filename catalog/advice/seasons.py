"""What nobody is sent to in the cold half of the year, unless it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.sought import wanted
from catalog.advice.timing import asked_time, wall
from catalog.model import TermId
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from catalog.advice.model import Proposal
    from catalog.request import Request

_COLD_MONTHS: Final = frozenset({1, 2, 3, 4, 10, 11, 12})
_SUMMERLY: Final = frozenset(
    map(TermId, ("swimming", "beach", "canoeing", "canyoning", "sailing", "surfing"))
)
_INDOORS: Final = frozenset(map(TermId, ("swimming_pool", "spa")))


def in_season(ranked: Sequence[Proposal], request: Request, now: datetime) -> Sequence[Proposal]:
    """Without beaches in winter: a source that states no season does not mean January. All of
    them where there is nothing else, where one was asked for, or where it is stated to be open."""
    if not _in_the_cold(request, now) or wanted(request):
        return ranked
    return [each for each in ranked if each.open or not _summerly(each)] or ranked


def cold_last(taken: tuple[Proposal, ...], request: Request, now: datetime) -> tuple[Proposal, ...]:
    """Who wants to swim in January is shown the pool before the beach."""
    if not _in_the_cold(request, now):
        return taken
    return tuple(sorted(taken, key=lambda each: not each.open and _summerly(each)))


def _in_the_cold(request: Request, now: datetime) -> bool:
    asked = asked_time(request.when, now)
    day = asked.days[0] if asked is not None else wall(now).date()
    return day.month in _COLD_MONTHS


def _summerly(proposal: Proposal) -> bool:
    first = {term for own in proposal.listing.concepts[:1] for term in (own, *wider(own))}
    return not _SUMMERLY.isdisjoint(first) and _INDOORS.isdisjoint(first)
