"""What draws people who name nothing: by what it is, never by which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.renown import GRAND, RENOWNED, best_wanted
from catalog.advice.sought import wanted
from catalog.model import Kind, LabelStatus, TermId

if TYPE_CHECKING:
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


def appeals(request: Request) -> tuple[frozenset[TermId], ...]:
    """What is looked for first where no thing is named: the best there is, or something hard."""
    if best_wanted(request):
        return (frozenset(RENOWNED), GRAND)
    return (SPORTS,) if strenuous(request) else ()


def strenuous(request: Request) -> bool:
    """Whether something hard is sought that is no route: "something sporty"."""
    hard = request.difficulty is not None and "hard" in request.difficulty
    return hard and Kind.ACTIVITY in request.types and not wanted(request)


def notable(listing: Listing) -> bool:
    """Whether people travel for what it is, or for a label that it has obtained."""
    obtained = (label.id for label in listing.labels if label.status is LabelStatus.OBTAINED)
    return not NOTABLE.isdisjoint((*listing.concepts, *obtained))
