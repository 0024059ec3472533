"""Where one sets out from, and where one is to be back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.placing import places_named
from catalog.advice.travel import REACH_KM, Mode
from catalog.geo import Point, distance_km
from catalog.request import Request
from catalog.request.model import HERE
from catalog.request.tokens import tokenise
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.advice.weighing import Weighing

_BACK: Final = particles("back_at_a_place") | particles("ends_at_a_place")
_BETWEEN: Final = 2
"""Small words between "back" and the place: "zurück nach", "tornar a la"."""
_LONGEST: Final = 4
"""Words of a place's name."""
_HOUR: Final = re.compile(r"@\d\d:\d\d[+-]?$")


def going_out(adviser: Weighing, request: Request, text: str, here: Point) -> Request:
    """The request without the place where one is and sets out from or is to be back, for who takes
    a train or a bus for the day: it is where they leave from."""
    named = places_named(request) or ((request.towards,) if request.towards else ())
    if "public_transport" not in request.mobility or len(named) != 1 or not request.duration:
        return request
    there = adviser.where(named[0], here)
    if there is None or distance_km(here, there) > REACH_KM[Mode.WALK]:
        return request
    if back_at(adviser, request, text) != named[0] and not _leaves_from(request, text):
        return request
    until = "-" if _HOUR.search(request.when or "") and (request.when or "")[-1].isdigit() else ""
    when = (request.when or "") + until or None
    return replace(request, where=None, towards=Request().towards, when=when)


def _leaves_from(request: Request, text: str) -> bool:
    """Whether a word that says where from stands before the place, with small words between."""
    begin = next((s.start for s in request.spans if s.key == "where" and s.value != HERE), None)
    before = [t.word for t in tokenise(text[:begin])][-_BETWEEN:] if begin is not None else []
    return not particles("sets_out_from").isdisjoint(before)


def back_at(adviser: Weighing, request: Request, text: str) -> str:
    """The place that "back" stands before, "" for none. As the place to look around in it may not
    have been read: nobody on the way home asks what is there."""
    tokens = tokenise(text)
    starts = {span.start: span.value for span in request.spans if span.key == "where"}
    for at, token in enumerate(tokens):
        if token.word not in _BACK:
            continue
        behind = tokens[at + 1 : at + 2 + _BETWEEN]
        read = [starts[each.start] for each in behind if each.start in starts]
        if read:
            return read[0]
        for each in behind:
            begin = tokens.index(each)
            if each.word in FUNCTION_WORDS:
                continue
            for end in range(min(begin + _LONGEST, len(tokens)) - 1, begin - 1, -1):
                found = adviser.place_names().named(text[each.start : tokens[end].end])
                if found is not None:
                    return found
    return ""
