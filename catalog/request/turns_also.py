"""What a planned day takes in besides, where it is asked for, a stop less of it, and another way to
go through it: "can we also swim somewhere", "could we end with a concert", "rather on foot"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.tokens import phrase
from catalog.request.turns_day import A_STOP, added
from catalog.request.turns_heard import changed, standing
from catalog.request.turns_merging import carried_by, limits, only_way, subject
from catalog.request.turns_model import Act, Turn
from catalog.vocabulary.particles import particles_of

if TYPE_CHECKING:
    from catalog.request.model import Request
    from catalog.request.turns_heard import Heard

_ALSO: Final = particles_of("also_in_a_day")
_CLOSES: Final = particles_of("closes_with")
_FEWER: Final = particles_of("one_fewer")
_TWO: Final = 2
_OF_SHOWN: Final = ("asked", "open", "onsite", "it", "there", "pick", "exchange", "relative")
"""Groups that ask of what is shown, or change it: "is there also a car park"."""
_WAYS: Final = frozenset({"walking", "cycling", "driving"})


def also_of_the_day(heard: Heard) -> Turn | None:
    """One thing more for the day that was planned, or how else one goes through it."""
    before = heard.past.request
    if not heard.past.planned or before is None:
        return None
    return _besides(heard, before) or _one_fewer(heard) or _gone_through(heard, before)


def _besides(heard: Heard, before: Request) -> Turn | None:
    saying = heard.saying
    if heard.target is not None or saying.has(*_OF_SHOWN) or not subject(heard.said):
        return None
    also = [token for token in saying.tokens if token.word in _ALSO[saying.spoken]]
    closes = [token for token in saying.tokens if token.word in _CLOSES[saying.spoken]]
    fed = set(heard.said.types) == {Kind.FOOD}  # "can we also eat there" is asked of a stop
    if not (closes or (also and not saying.has("opening") and not fed)):
        return None
    return added(heard, before, closes or also)


def _one_fewer(heard: Heard) -> Turn | None:
    """ "One stop less": the day without the last thing to see, and nothing in its place."""
    tokens, fewer = heard.saying.tokens, _FEWER[heard.saying.spoken]
    said = any(
        token.word in A_STOP and phrase(tokens, at + 1, length) in fewer
        for at, token in enumerate(tokens)
        for length in (1, 2)
        if at + length < len(tokens)
    )
    sights = [each for each in heard.past.shown if Kind.FOOD not in each.kinds]
    if not said or len(sights) < _TWO or len({each.day for each in heard.past.shown}) != 1:
        return None
    if sights[-1].begin is None or heard.saying.has("opening"):
        return None
    gone = frozenset({sights[-1].id})
    return standing(heard, Act.MORE, without=gone, keeps=True, fewer=True)


def _gone_through(heard: Heard, before: Request) -> Turn | None:
    """ "We prefer to go on foot": the stops of the day stay what they were to be."""
    said, saying = heard.said, heard.saying
    moves = "rather" in saying.found.get("join", ()) or saying.has("go", "instead")
    if not (moves and only_way(said)) or limits(said) - {"mobility"} or "?" in heard.text:
        return None
    if saying.has("article", "opening", "pick", "relative", "with") or not heard.small_talk:
        return None  # "rather a walk" is a thing to do
    themes = tuple(theme for theme in before.themes if theme not in _WAYS)
    return changed(heard, replace(before, themes=themes), carried_by(said))
