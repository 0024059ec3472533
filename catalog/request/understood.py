"""What was understood, part by part: shown to the visitor, who may take each part away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.request.model import Request

_SINGLE: Final = (
    "when", "radius_km", "duration", "weather", "max_price", "difficulty", "max_km", "stars",
)  # fmt: skip
_SKY: Final = "sky"
"""The part that stands for every roof that "outdoors" leaves out: no key of the request."""
_LISTS: Final = ("party", "mobility", "labels")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing understood: a key of the request and one of its values (`party` `kids`,
    `max_km` `5`; `rest`: a word that search takes as it stands; `sky` `open`: out of doors)."""

    key: str
    value: str


def parts(request: Request) -> tuple[Part, ...]:
    """Every part, what is sought first. A kind that only a theme implies is no part."""
    told = _told_kinds(request)
    found = [Part("types", kind) for kind in request.types if kind in told]
    roofs = _unnamed(request)
    found += [Part("themes", theme) for theme in request.themes if theme not in roofs]
    found += [Part(_SKY, "open")] if roofs else []
    found += [Part("rest", word) for word in request.rest.split()]
    where = request.where
    places = () if where is None else (where,) if isinstance(where, str) else where
    found += [Part("where", place) for place in places]
    for key in _LISTS:
        found += [Part(key, str(value)) for value in getattr(request, key)]
    for key in _SINGLE:
        value = getattr(request, key)
        if isinstance(value, tuple):
            value = "/".join(value)
        if value is not None:
            found.append(Part(key, f"{value:g}" if isinstance(value, float) else str(value)))
    return tuple(found)


def without(request: Request, part: Part) -> Request:
    """The request as if that part had never been said."""
    spans = tuple(
        span
        for span in request.spans
        if span.key != part.key or (part.key not in _SINGLE and span.value != part.value)
    )
    if part.key in _SINGLE:
        # The key is a field's name of `Request`; None is "not said" for each of these.
        return replace(request, spans=spans, **{part.key: None})  # type: ignore[arg-type]  # see above
    if part.key == "where":
        left = [each for each in _places(request) if each != part.value]
        where = None if not left else left[0] if len(left) == 1 else tuple(left)
        return replace(request, spans=spans, where=where)
    if part.key == "rest":
        words = [word for word in request.rest.split() if word != part.value]
        return replace(request, rest=" ".join(words))
    if part.key in {"themes", _SKY}:
        gone = _unnamed(request) if part.key == _SKY else {part.value}
        themes = tuple(theme for theme in request.themes if theme not in gone)
        kinds = {kind for theme in themes for kind in _kinds(theme)} | _told_kinds(request)
        types = tuple(kind for kind in request.types if kind in kinds)
        return replace(request, spans=spans, themes=themes, types=types)
    if part.key == "types":
        return replace(request, spans=spans, types=tuple(
            kind for kind in request.types if kind != part.value
        ))  # fmt: skip
    if part.key == "labels":
        labels = tuple(label for label in request.labels if label != part.value)
        return replace(request, spans=spans, labels=labels)
    if part.key == "party":
        return replace(request, spans=spans, party=_less(request.party, part.value))
    return replace(request, spans=spans, mobility=_less(request.mobility, part.value))


def _unnamed(request: Request) -> frozenset[str]:
    """The themes refused that no word refused: the roofs of what was shown before "outdoors"."""
    named = {span.value for span in request.spans if span.key == "themes"}
    refused = {theme for theme in request.themes if theme.startswith("-")}
    return frozenset(refused - named) if request.spans else frozenset()


def _less(values: Iterable[str], gone: str) -> tuple[str, ...]:
    return tuple(value for value in values if value != gone)


def _places(request: Request) -> tuple[str, ...]:
    where = request.where
    return () if where is None else (where,) if isinstance(where, str) else where


def _told_kinds(request: Request) -> set[Kind]:
    """The kinds that a word said; without any theme, all of them."""
    if not any(not theme.startswith("-") for theme in request.themes):
        return set(request.types)
    themed = {(span.start, span.end) for span in request.spans if span.key == "themes"}
    said = {
        span.value
        for span in request.spans
        if span.key == "types" and (span.start, span.end) not in themed
    }
    if not request.spans:  # tapped, not typed
        implied = {kind for theme in request.themes for kind in _kinds(theme)}
        return set(request.types) - implied
    return {kind for kind in request.types if kind in said}


def _kinds(theme: str) -> tuple[Kind, ...]:
    concept = concepts().get(TermId(theme))
    return concept.kinds[:1] if concept is not None else ()
