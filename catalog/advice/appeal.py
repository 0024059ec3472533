"""What draws people who name nothing: by what it is, never by which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.completing import suits_weather
from catalog.advice.doubts import unsuited
from catalog.advice.model import MAX_PROPOSALS
from catalog.advice.profiles import CHILDREN, of_party
from catalog.advice.renown import GRAND, RENOWNED, best_wanted
from catalog.advice.sought import wanted
from catalog.model import Kind, LabelStatus, TermId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.advice.model import Proposal
    from catalog.model import Listing
    from catalog.request import Request

NOTABLE: Final = frozenset(
    map(
        TermId,
        (
            *("plus_beaux_villages", "petite_cite_caractere", "unesco", "grand_site_occitanie"),
            *("grand_site_de_france", "jardin_remarquable", "musee_de_france", "castle", "museum"),
            *("cave", "abbey", "zoo", "leisure_park", "swimming", "waterfall", "viewpoint"),
            *("garden", "interpretation_centre", "cathedral"),
        ),
    )
)
"""What people go and see who have named nothing, by its sort or by a label."""
SPORTS: Final = frozenset(
    map(
        TermId,
        (
            *("climbing", "canoeing", "via_ferrata", "caving", "canyoning", "adventure_park"),
            *("mtb_centre", "water_sports", "fitness_trail", "trail_centre", "horse_riding"),
            *("surfing", "paragliding", "archery", "diving", "tennis"),
        ),
    )
)
"""What is done by who wants it hard and names no walk."""


DONE: Final = SPORTS | set(map(TermId, ("swimming", "swimming_pool", "fishing", "golf")))
"""What is done, and not looked at."""
_OLD: Final = frozenset({"seniors"})
_WORSHIP: Final = frozenset(map(TermId, ("church", "cathedral", "chapel")))


def appeals(request: Request) -> tuple[frozenset[TermId], ...]:
    """What is looked for first where no thing is named: the best there is, or something hard."""
    if best_wanted(request):
        return (frozenset(RENOWNED), GRAND)
    return (SPORTS,) if strenuous(request) else ()


def strenuous(request: Request) -> bool:
    """Whether something hard is sought that is no route: "something sporty"."""
    hard = request.difficulty is not None and "hard" in request.difficulty
    return hard and Kind.ACTIVITY in request.types and not wanted(request)


def to_see(telling: list[Proposal], request: Request) -> list[Proposal]:
    """Without the beach and the climbing wall, where it is asked what there is to see and nothing
    is said of what, by whom or in what heat: neither is looked at, nor thought of for the old."""
    looks = Kind.ATTRACTION in request.types and not request.party
    looks = (looks or {*request.party} == _OLD) and not wanted(request)
    rolls = "wheelchair" in request.mobility  # few doors are known to be wide enough
    if not looks or rolls or request.weather == "hot" or strenuous(request):
        return telling
    seen = [
        each
        for each in telling
        if Kind.ATTRACTION in each.listing.kinds or DONE.isdisjoint(each.listing.concepts)
    ]
    return seen or telling


def for_children(ranked: Sequence[Proposal], request: Request) -> Sequence[Proposal]:
    """Without churches, where children come who name nothing and there is enough else to do: in
    the rain also under a roof."""
    young = any(who in CHILDREN for who, _ in of_party(request))
    if not young or wanted(request) or request.renown == "best":
        return ranked
    others = [each for each in ranked if _WORSHIP.isdisjoint(each.listing.concepts[:1])]
    fine = [each for each in others if not unsuited(each)]
    dry = request.weather is None or any(map(suits_weather, fine))
    return others if dry and len(fine) >= MAX_PROPOSALS else ranked


def notable(listing: Listing) -> bool:
    """Whether people travel for what it is, or for a label that it has obtained."""
    obtained = (label.id for label in listing.labels if label.status is LabelStatus.OBTAINED)
    return not NOTABLE.isdisjoint((*listing.concepts, *obtained))
