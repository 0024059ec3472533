"""What a request seeks: kinds, concepts and labels, and what the same words say together."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from catalog import vocabulary
from catalog.advice.holding import SETTLED
from catalog.advice.kinds import PRACTICAL
from catalog.advice.standing import OCCASIONS
from catalog.advice.subjects import is_subject, stripped, tells_of
from catalog.model import Kind, TermId
from catalog.request.inside import AGES

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
_HAD_THERE: Final = frozenset({TermId("drinking_water"), TermId("toilets")})
"""What is to be where one sleeps: no tap is a bed."""
_GROWER: Final = TermId("farm")
_ANY_MAKER: Final = frozenset({_GROWER, TermId("local_products")})
"""What "from the grower" and "local wine" say beside the wine: no farm, and nothing else local."""
_HOW: Final = frozenset({"loop"}) | AGES
"""How something is to be, though one phrase says both: de "Rundwanderung" is a walk and a loop."""
_BATHING: Final = TermId("swimming")
_BATHED_IN: Final = frozenset(map(TermId, ("lake", "river")))
"""Where it is to be: a "Badesee" is a lake, and to bathe in."""
_PAINTED: Final = frozenset(map(TermId, ("cave", "prehistory")))
"""A painted cave is no cave of stone alone, nor a museum."""
_MUSEUM: Final = TermId("museum")


def sought(request: Request) -> frozenset[Kind]:
    """The kinds asked for; where nothing more precise was, with those that stand for them: who
    asks what there is to do is shown a museum too, on a day also what is on, and who asks what is
    on, a market."""
    kinds = frozenset(request.types)
    if "coach" in request.mobility and len(kinds) > 1:
        kinds -= {Kind.TRANSPORT}  # who comes by coach seeks no bus
    if not kinds or wanted(request) or feasts_named(request):
        return kinds
    more = {_FREELY[kind] for kind in kinds if kind in _FREELY}
    if request.max_price == 0 and Kind.ACTIVITY in kinds:
        more.add(Kind.ITINERARY)  # a walk costs nothing
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


def refused_themes(request: Request) -> tuple[str, ...]:
    """The themes that are not wanted, each with its minus."""
    return tuple(theme for theme in request.themes if theme.startswith("-"))


def feasts_named(request: Request) -> tuple[str, ...]:
    """The names of the occasions that are asked for by their name."""
    return tuple(t.removeprefix("name:") for t in request.themes if t.startswith("name:"))


def only_practical(request: Request) -> bool:
    """Whether nothing but what is practical is sought: who needs toilets is on no outing."""
    return bool(request.types) and PRACTICAL.issuperset(request.types)


def readings(request: Request, asked: Sequence[TermId]) -> list[tuple[TermId, ...]]:
    """The terms asked for, those that the same words say together: either will do. What is done
    at a thing that is named too is no wish of its own: a tasting at a winery is none of cheese."""
    known = vocabulary.concepts()
    beside = _HAD_THERE if Kind.LODGING in request.types else frozenset()
    if any(Kind.PRODUCER in known[term].kinds for term in asked if term in known):
        beside |= _DONE_THERE
    asked = stripped([term for term in asked if term not in beside] or asked)
    said = {term: _shortest(request, term) for term in asked}
    groups: list[list[TermId]] = []
    for term in asked:
        for group in groups:
            if not _two_wishes(term, group[0]) and any(
                _same_words((start, end), (begin, stop))
                for other in group
                for begin, stop in said[other]
                for start, end in said[term]
            ):
                group.append(term)
                break
        else:
            groups.append([term])
    if any(_made(term) for term in asked):
        groups = [
            [term for term in group if term not in _ANY_MAKER or not any(map(_made, group))]
            for group in groups
            if group != [_GROWER]
        ]
    # "Foie gras" says local products too, but no local product will do for it.
    return [tuple(t for t in group if is_subject(t)) or tuple(group) for group in groups]


def _shortest(request: Request, term: TermId) -> list[tuple[int, int]]:
    """Where a term is said, without the stretches around another that says it already."""
    spans = [(span.start, span.end) for span in request.spans if span.value == term]
    return [
        (start, end)
        for start, end in spans
        if not any(start <= a and b <= end and (a, b) != (start, end) for a, b in spans)
    ]


def _same_words(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share words. What stands in the midst of another stands in a gap of
    it: the cheese in "buy … wine" said of "buy goat's cheese or wine"."""
    (start, end), (begin, stop) = one, other
    inside = start < begin <= stop < end or begin < start <= end < stop
    return start < stop and begin < end and not inside


def _made(term: TermId) -> bool:
    """Whether it says what is made, not only that somebody near makes it."""
    return term not in _ANY_MAKER and Kind.PRODUCER in vocabulary.concepts()[term].kinds


def _two_wishes(one: TermId, other: TermId) -> bool:
    pair = {one, other}
    if bool(_HOW & pair) or (_BATHING in pair and bool(_BATHED_IN & pair)) or pair == _PAINTED:
        return True
    # A "Weinmuseum" is no museum of anything.
    return (one == _MUSEUM and tells_of(other, (one,))) or (
        other == _MUSEUM and tells_of(one, (other,))
    )
