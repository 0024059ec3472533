"""Days that are to be planned though no length of them is told: by who has to be back at an hour,
who tells several things and a table for one day, and who has until a train leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.by_train import STATION
from catalog.advice.dayhours import minute_of
from catalog.advice.kinds import SIGHTS
from catalog.advice.outing import PICNIC, only_carried, rides, until_a_train
from catalog.advice.things import told_apart
from catalog.advice.timing import PARTS, asked_time, wall
from catalog.model import Kind
from catalog.request.tokens import tokenise
from catalog.text import fold
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from catalog.request import Request

_SEEN: Final = SIGHTS | {Kind.PRODUCER, Kind.MARKET}
_BESIDE: Final = frozenset({Kind.ITINERARY, Kind.TRANSPORT, Kind.FOOD, Kind.SERVICE})
"""What may be asked for besides in a day: how one goes, and where one eats."""
_EATING: Final = frozenset({*PICNIC, "picnic_tables"})
_TWO_DAYS: Final = 2
_FULL: Final = 3
"""So many things fill a day without a table."""
_LEAST: Final = 120
"""Minutes until a train that are worth a plan."""
_SEEN_FIRST: Final = SIGHTS | {Kind.TRANSPORT, Kind.FOOD}
"""What is asked for until the train leaves, and the train."""
_SPENT: Final = SIGHTS | {Kind.ITINERARY}
_WALKED: Final = frozenset({"walking", *STATION})


def is_out_until(request: Request, text: str) -> bool:
    """Whether somebody is out and has to be back at an hour: "on Saturday by car, lunch, back at
    five" is a day, however short, and so is "what is there to see, back at six"; one castle alone
    until then is none. `request`: with how they go."""
    if request.duration or not request.back:
        return False
    if not frozenset(request.types) <= _SEEN | _BESIDE or not _only_eats(request):
        return False
    if request.types and not only_carried(request) and not _SEEN.intersection(request.types):
        return False
    with_it = only_carried(request) or _eats(request)
    return with_it or told_apart(request, text) != 1


def is_weekend(request: Request, text: str, now: datetime) -> bool:
    """Whether two days are to be spent on several things, perhaps with a bed between them."""
    kinds = _SEEN | _BESIDE | {Kind.LODGING}
    if request.duration not in {None, "1n"} or not {*request.types} <= kinds:
        return False
    asked = asked_time(request.when, now)
    two = asked is not None and len(asked.days) == _TWO_DAYS and _only_eats(request)
    return two and told_apart(request, text) > 1


def is_full(request: Request, text: str, now: datetime) -> bool:
    """Whether what is told for one day fills it: "museums, a good lunch and a stroll on Sunday";
    a ride is one of the things."""
    if request.duration or not frozenset(request.types) <= _SEEN | _BESIDE:
        return False
    asked = asked_time(request.when, now)
    if asked is None or len(asked.days) != 1 or not _only_eats(request):
        return False
    if not asked.whole_days and (asked.start, asked.end) != PARTS["midday"]:
        return False
    things = told_apart(request, text) + rides(request)
    return things + _eats(request) >= _FULL and things > 1


def leaves_by_train(request: Request, text: str) -> bool:
    """Whether somebody has until an hour at which a train takes them."""
    if not (request.when or "").endswith("-"):
        return False
    words = [token.word for token in tokenise(text)]
    seen = {*request.types} - ({Kind.ITINERARY} if _WALKED.issuperset(request.themes) else set())
    return until_a_train(request) or (seen <= _SEEN_FIRST and _names_a_train(words))


def fills_the_time(request: Request, text: str, now: datetime) -> bool:
    """Whether the time until that train is enough for a plan: not for who only asks for a train
    that leaves by then, or for a quick bite."""
    filled = not request.types or not _SPENT.isdisjoint(request.types)
    filled |= until_a_train(request) and not request.where
    if request.duration or not filled or not leaves_by_train(request, text):
        return False
    asked = asked_time(request.when, now)
    if asked is None or asked.end is None or len(asked.days) != 1:
        return False
    clock = wall(now)
    begin = max(clock, clock.replace(hour=9, minute=0)) if asked.days[0] == clock.date() else None
    if begin is None:
        return True
    left = minute_of(asked.end) - minute_of(begin.time())
    return left >= _LEAST


def _eats(request: Request) -> bool:
    """Whether one eats on the way."""
    return Kind.FOOD in request.types or bool(_EATING.intersection(request.themes))


def _only_eats(request: Request) -> bool:
    """Whether no service is sought but a table for a picnic."""
    return Kind.SERVICE not in request.types or bool(_EATING.intersection(request.themes))


def _names_a_train(words: Sequence[str]) -> bool:
    concept = concepts()[STATION[0]]
    said = (*concept.labels.values(), *(word for own in concept.synonyms.values() for word in own))
    known = {fold(phrase) for phrase in said}
    return not known.isdisjoint(words)
