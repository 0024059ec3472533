"""What a request seeks: kinds, concepts and labels, and what the same words say together."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from catalog import vocabulary
from catalog.advice.holding import SETTLED
from catalog.advice.standing import OCCASIONS
from catalog.advice.subjects import is_subject, stripped
from catalog.model import Kind, TermId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.request import Request

ALIKE: Final = (
    frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.ITINERARY}),
    frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.PRODUCER}),
    frozenset({Kind.EVENT, Kind.MARKET}),
    frozenset({Kind.PRODUCER, Kind.SHOP, Kind.MARKET}),
)
"""Sources file a beach as an activity or as a sight: these kinds stand for each other where what
the listing is answers the question."""


_FREELY: Final = MappingProxyType(
    {
        Kind.ATTRACTION: Kind.ACTIVITY,
        Kind.ACTIVITY: Kind.ATTRACTION,
        Kind.EVENT: Kind.MARKET,
    }
)
"""What else answers who names nothing more precise than a kind."""


_LED: Final = TermId("guided_tour")
_DONE_THERE: Final = frozenset({TermId("tasting")})


def sought(request: Request) -> frozenset[Kind]:
    """The kinds asked for; where nothing more precise was, with those that stand for them: who
    asks what there is to do is shown a museum too, on a day also what is on, and who asks what is
    on, a market."""
    kinds = frozenset(request.types)
    if "coach" in request.mobility and len(kinds) > 1:
        kinds -= {Kind.TRANSPORT}  # who comes by coach seeks no bus
    if not kinds or wanted(request) or any(t.startswith("name:") for t in request.themes):
        return kinds
    more = {_FREELY[kind] for kind in kinds if kind in _FREELY}
    on_a_day = Kind.ACTIVITY in kinds and request.when is not None
    return kinds | more | (OCCASIONS if on_a_day else frozenset())


def wanted(request: Request) -> tuple[TermId, ...]:
    """The concepts and labels asked for: words that are no concept of ours are for search."""
    return _known((*request.themes, *request.labels))


@lru_cache(maxsize=256)
def _known(asked: tuple[str, ...]) -> tuple[TermId, ...]:
    known = vocabulary.concepts()
    terms = dict.fromkeys(TermId(term) for term in asked if TermId(term) in known)
    if _LED in terms:  # "a guided tour of the town" asks for no town
        return tuple(term for term in terms if term not in SETTLED)
    return tuple(terms)


def readings(request: Request, asked: Sequence[TermId]) -> list[tuple[TermId, ...]]:
    """The terms asked for, those that the same words say together: either will do. What is done
    at a thing that is named too is no wish of its own: a tasting at a winery is none of cheese."""
    known = vocabulary.concepts()
    if any(Kind.PRODUCER in known[term].kinds for term in asked if term in known):
        asked = [term for term in asked if term not in _DONE_THERE] or asked
    asked = stripped(asked)
    said = {term: [(s.start, s.end) for s in request.spans if s.value == term] for term in asked}
    groups: list[list[TermId]] = []
    for term in asked:
        for group in groups:
            if any(
                start < stop and begin < end
                for other in group
                for begin, stop in said[other]
                for start, end in said[term]
            ):
                group.append(term)
                break
        else:
            groups.append([term])
    # "Foie gras" says local products too, but no local product will do for it.
    return [tuple(t for t in group if is_subject(t)) or tuple(group) for group in groups]
