"""Who goes on foot: what they seek is sought where one can walk to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.kinds import SIGHTS
from catalog.advice.travel import REACH_KM, Mode, stated_mode
from catalog.model import Kind
from catalog.text import words
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request import Request

_WALKING: Final = "walking"
_WALKED_TO: Final = SIGHTS | {Kind.FOOD, Kind.SHOP, Kind.MARKET, Kind.EVENT, Kind.SERVICE}
"""Kinds beside which "on foot" asks for no path."""
_COME_ON_FOOT: Final = tuple(
    f" {' '.join(words(phrase))} " for phrase in sorted(particles("come_on_foot"))
)


def afoot(request: Request, text: str) -> Request:
    """The request of who goes on foot: "what is there to see on foot" asks for no path, and who
    says that they are on foot drives to none. The request itself where nobody does."""
    kinds = frozenset(request.types)
    only_so = _WALKING in request.themes and bool(kinds) and kinds <= _WALKED_TO
    if not only_so and not _have_come(text):
        return request
    themes = request.themes
    if Kind.ITINERARY not in kinds:
        themes = tuple(theme for theme in themes if theme != _WALKING)
    known = stated_mode(request.mobility) is not None
    radius = request.radius_km
    return replace(
        request,
        themes=themes,
        mobility=request.mobility if known else (*request.mobility, "on_foot"),
        # Minutes of a way by car are not those of who walks.
        radius_km=radius if radius is None or radius <= REACH_KM[Mode.WALK] else None,
    )


def _have_come(text: str) -> bool:
    told = f" {' '.join(words(text))} "
    return any(phrase in told for phrase in _COME_ON_FOOT)
