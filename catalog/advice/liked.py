"""What a liking and the heat make of a wish: who loves trains wants to see some, and who flees the
heat is as glad of a cave as of a tree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.kinds import SIGHTS
from catalog.model import Kind

if TYPE_CHECKING:
    from catalog.request import Request

_STATION: Final = "train_station"
_RAILWAYS: Final = ("railway", "tourist_train")
_SEEN: Final = (Kind.ATTRACTION, Kind.ACTIVITY)
_SHADE: Final = "shade"


def as_liked(request: Request) -> Request:
    """The request with what its liking or its heat means; the request itself where none does."""
    if _STATION in request.themes and Kind.TRANSPORT not in request.types:
        return _railways(request)
    shaded = request.weather == "hot" and request.themes == (_SHADE,)
    if shaded and request.types and SIGHTS.issuperset(request.types):
        return replace(request, themes=())
    return request


def _railways(request: Request) -> Request:
    """Trains that are a pleasure, and not a way to go."""
    others = [theme for theme in request.themes if theme != _STATION]
    spans = (
        replace(span, value=theme)
        for span in request.spans
        for theme in (_RAILWAYS if span.value == _STATION else (span.value,))
    )
    told = replace(request, types=request.types or _SEEN, themes=(*others, *_RAILWAYS))
    return told.with_spans(spans)
