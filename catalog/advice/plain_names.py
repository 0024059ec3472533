"""A site whose name is everyday words: "is the Cité du Vin open?" asks for no wine."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.limits import FAR_KM
from catalog.advice.travel import point_of
from catalog.geo import Point, distance_km
from catalog.request.places import MAX_PLACE_WORDS
from catalog.search.normalise import spelt
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalog.advice.weighing import Weighing
    from catalog.request import Request

_WORD: Final = re.compile(r"[^\W_]+")
_ANY: Final = particles("any_such")


def plainly_named(weighing: Weighing, request: Request, text: str, here: Point) -> Request:
    """The request with such a site as its place, and without what its words were read as; the
    request itself where none is named. "A museum of wine" names none; nor does what is far from
    where one asks."""
    places, communes = weighing.place_names(), weighing.candidates.communes()
    for name, first, last in _said(places.plain, text):
        inside = [s for s in request.spans if first <= s.start and s.end <= last]
        beside = {(s.key, s.value) for s in request.spans if s not in inside}
        if any(
            s.key == "where" and s not in inside and s.value not in communes for s in request.spans
        ):
            return request  # another place of which something is asked
        gone = {(s.key, s.value) for s in inside} - beside
        where = None if ("where", request.where) in gone else request.where
        origin = weighing.origin(replace(request, where=where), here)
        near = weighing.catalogue.get_many(weighing.candidates.named(name))
        if not any(distance_km(origin, point_of(each)) <= FAR_KM for each in near):
            continue
        own = {*(word for part in _WORD.findall(text[first:last]) for word in spelt(part))}
        return replace(
            request,
            where=name,
            themes=tuple(each for each in request.themes if ("themes", each) not in gone),
            types=tuple(each for each in request.types if ("types", each) not in gone),
            rest=" ".join(word for word in request.rest.split() if word not in own),
        )
    return request


def _said(plain: Callable[[str], str | None], text: str) -> Iterator[tuple[str, int, int]]:
    """The names said, the longest first, with where they stand."""
    said = [
        (word, each.start(), each.end())
        for each in _WORD.finditer(text)
        for word in spelt(each.group())
    ]
    for length in range(min(MAX_PLACE_WORDS, len(said)), 1, -1):
        for at in range(len(said) - length + 1):
            run = said[at : at + length]
            name = plain(" ".join(word for word, _, _ in run))
            before, behind = said[at - 1][0] if at else "", said[at + length : at + length + 1]
            if (
                name is None
                or before in _ANY
                or any(text[start].isupper() for _, start, _ in behind)
            ):
                continue  # any such thing, or another whose name begins so
            yield name, run[0][1], run[-1][2]
