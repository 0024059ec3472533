"""The nights between planned days: who sleeps there, and in what sort of bed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.kinds import SIGHTS
from catalog.advice.limits import DAY_MINUTES, WHOLE_DAY, asked_minutes, several_days_asked
from catalog.advice.timing import EVENING
from catalog.model import Kind, TermId
from catalog.request.tokens import tokenise
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request import Request

_BEFORE: Final = 3
"""Words before the one that is looked at."""
_SEEN: Final = SIGHTS | {Kind.TRANSPORT, Kind.FOOD}
_WEEKEND: Final = "_weekend"


def sleeps_there(request: Request, text: str) -> bool:
    """Whether days are spent somewhere with the nights: "two days sleeping in Cordes", or a day
    that ends where one sleeps; not by who asks where to sleep."""
    minutes = asked_minutes(request.duration) or 0
    if minutes < (WHOLE_DAY if isinstance(request.where, tuple) else 2 * DAY_MINUTES):
        return False
    driven = {Kind.ITINERARY} if "driving" in request.themes else set[Kind]()
    if not {*request.types} <= {Kind.LODGING, *_SEEN, *driven}:
        return False
    return slept_at(text) >= 0


def slept_at(text: str) -> int:
    """Where the word stands that says so, -1 for none."""
    tokens = tokenise(text)
    words = [token.word for token in tokens]
    asking, with_it = particles("where_or_what_for"), particles("with_it")
    for n, word in enumerate(words):
        before = words[max(0, n - _BEFORE) : n]
        told = word in particles("sleeping_there")
        told |= word in particles("to_sleep_there") and asking.isdisjoint(words[: n + 2])
        told |= word in particles("night_with") and bool(with_it.intersection(before))
        if told:
            return tokens[n].start
    return -1


def without_the_night(request: Request, text: str) -> Request:
    """The same for the days of a stay of which the evening was told for the bed alone: "two days
    with a bed tonight" begin in the morning."""
    day, _, part = (request.when or "").rpartition(":")
    long = several_days_asked(request) or day.endswith(_WEEKEND)
    if part not in EVENING or not long:
        return request
    if not (Kind.LODGING in request.types or beds_of(request) or slept_at(text) >= 0):
        return request
    spans = tuple(
        span
        for span in request.spans
        if span.key != "when" or span.value.rpartition(":")[2] not in EVENING
    )
    return replace(request, when=None if day == "any" else day, spans=spans)


def beds_of(request: Request) -> tuple[TermId, ...]:
    """The sort of bed that is named."""
    known = concepts()
    return tuple(
        TermId(theme)
        for theme in request.themes
        if theme in known and known[TermId(theme)].kinds == (Kind.LODGING,)
    )
