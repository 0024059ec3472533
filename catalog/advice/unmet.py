"""What was asked for, and none of those told is: by an answer, by the stops of a planned day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.holding import KINDRED, called, holdings, is_had
from catalog.advice.outing import is_way
from catalog.advice.sought import readings, wanted
from catalog.advice.subjects import is_subject, spoken_of
from catalog.advice.things import is_lunch
from catalog.advice.travel import MODES
from catalog.model import Kind, TermId
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.model import Proposal
    from catalog.advice.ordered import Order
    from catalog.advice.wish import Wish
    from catalog.request import Request

_HOUSES: Final = frozenset(
    map(TermId, ("aquarium", "zoo", "cinema", "theatre", "observatory", "cave"))
)
"""Sights that one enters by a door, which none of another sort stands in for: no museum is the
aquarium that was named too."""


def unmet_themes(told: Sequence[Proposal], request: Request) -> tuple[TermId, ...]:
    """What was asked for as a thing of its own, which nothing of all that is told is or is akin to:
    no ice cream at the end of the walk. What is practical is told beside the first proposal, where
    it was not all that was asked for."""
    known = concepts()
    kinds = {kind for each in told for kind in each.listing.kinds}
    kinds |= {Kind.SERVICE} - ({*request.types} if len(request.types) == 1 else set())
    asked = wanted(request)
    own = {term for each in told for term in each.listing.concepts}
    practical = request.types == (Kind.SERVICE,)  # nothing of the sort is told beside it then
    return tuple(
        group[0]
        for group in (readings(request, asked) if told else ())
        if not _is_met(told, group)
        and not any(spoken_of(each.listing, term, asked) for each in told for term in group)
        and all(
            is_subject(term)
            or (term in _HOUSES and len(asked) > 1)
            or (known[term].kinds and kinds.isdisjoint(known[term].kinds))
            or (practical and known[term].kinds == request.types)
            for term in group
        )
        and MODES.isdisjoint(group)
        and not any(KINDRED.get(term, frozenset()) & own for term in group)
    )


def unmet_of_the_day(stops: Sequence[Proposal], wish: Request) -> tuple[TermId, ...]:
    """What the day was to be about and none of its stops is; how one goes is no such thing."""
    return tuple(
        group[0]
        for group in (readings(wish, wanted(wish)) if stops else ())
        if not _is_met(stops, group)
        and not any(map(is_way, group))
        and not any(map(is_had, group))
        and not _is_of_table(wish, group)
    )


def unmet_wishes(stops: Sequence[Proposal], order: Order | None) -> list[Wish]:
    """The wishes told in an order that none of the stops is; the table is told by itself, and a
    way is gone between them."""
    return [
        wish
        for wish in (order.wishes if order is not None else ())
        if wish.terms
        and not is_lunch(wish)
        and not any(map(is_way, wish.terms))
        and not _is_met(stops, wish.terms)
    ]


def _is_of_table(wish: Request, group: Sequence[TermId]) -> bool:
    """Whether it is said of the table: nl "lekker eten" is no subject of a place."""
    tables = [(s.start, s.end) for s in wish.spans if (s.key, s.value) == ("types", Kind.FOOD)]
    said = [(s.start, s.end) for s in wish.spans if s.key == "themes" and s.value in group]
    return bool(said) and all(any(a < d and c < b for c, d in tables) for a, b in said)


def _is_met(told: Sequence[Proposal], terms: Sequence[TermId]) -> bool:
    """Whether one of those told has one of these, or is called so."""
    return any(
        term in held or called(each.listing, term)
        for each in told
        for held in (holdings(each.listing),)
        for term in terms
    )
