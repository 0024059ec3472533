"""What is meant by a wish: who loves trains wants to see some, who flees the heat is as glad of a
cave as of a tree, who parks a van for the night sleeps in it, and a map is at the office."""

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
_PARKING, _VAN_SITE, _MAP = "parking", "camper_site", "tourist_map"
_SHADE: Final = "shade"


def as_meant(request: Request) -> Request:
    """The request as it is meant; the request itself where that is what it says."""
    if _STATION in request.themes and Kind.TRANSPORT not in request.types:
        return _railways(request)
    shaded = request.weather == "hot" and request.themes == (_SHADE,)
    if shaded and request.types and SIGHTS.issuperset(request.types):
        return replace(request, themes=())
    if Kind.LODGING in request.types and {_PARKING, _VAN_SITE} <= {*request.themes}:
        return replace(request, themes=tuple(t for t in request.themes if t != _PARKING))
    if Kind.OFFICE in request.types and _MAP in request.themes and len(request.types) > 1:
        themes = tuple(t for t in request.themes if t == _MAP or t.startswith("lang:"))
        return replace(request, types=(Kind.OFFICE,), themes=themes)
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
