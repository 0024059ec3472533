"""What makes a stop of a planned day, and what does not unless somebody asked for it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from catalog.advice.kinds import PRACTICAL
from catalog.advice.profiles import CHILDREN
from catalog.advice.sought import refused_themes, wanted
from catalog.model import Kind, TermId
from catalog.vocabulary import wider

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from catalog.advice.model import Proposal
    from catalog.model import Listing
    from catalog.request import Request

_SELDOM_OPEN: Final = frozenset(
    map(
        TermId,
        (
            *("cinema", "theatre", "casino", "nightclub", "bar", "concert_hall", "library"),
            *("show", "light_show", "concert", "magic_show", "dance", "fireworks"),
        ),
    )
)
"""What opens in the evening as a rule, or a few hours: no stop of a day without stated hours."""
BOOKED: Final = frozenset(
    map(
        TermId,
        (
            *("ballooning", "paragliding", "segway", "equipment_hire", "quad_biking", "diving"),
            *("swimming_pool", "spa", "sports_ground", "language_course"),
            *("cooking_class", "escape_game", "karting", "paintball"),
            *("bike_hire", "boat_hire", "car_hire", "skydiving", "scenic_flight", "golf", "tennis"),
        ),
    )
)
"""What one books, hires, learns or needs a towel for: a stop of no day unless it was asked for."""
_HIRED: Final = frozenset(map(TermId, ("bike_hire", "car_hire", "boat_hire", "equipment_hire")))
"""Who goes by what is hired is out with it, and does not stop there."""
NOT_STOPS: Final = PRACTICAL | {Kind.LODGING, Kind.FOOD, Kind.SHOP}
_BATHED_IN: Final = frozenset(map(TermId, ("swimming", "beach")))
_POOLS: Final = _BATHED_IN | {TermId("swimming_pool")}
_DRY: Final = frozenset({"group", "seniors", "adults", "couple"})
"""Company that is not taken bathing unless it asked, or children are with it."""
_WET: Final = CHILDREN | {"teens"}
_OF_A_SORT: Final = 2


def is_stop(listing: Listing, request: Request, *, timed: bool) -> bool:
    """Whether somebody out for a day stops there. `timed`: its hours of that day are known."""
    own = {*listing.concepts[:1]}
    if _is_refused(own, request):
        return False
    if listing.kind in NOT_STOPS or (_SELDOM_OPEN & {*listing.concepts} and not timed):
        return False
    asked = frozenset(wanted(request))
    hired = Kind.SERVICE in listing.kinds and TermId("cycling") in own
    if asked:
        return not hired and (own.isdisjoint(_HIRED) or not own.isdisjoint(asked))
    company = frozenset(request.party)
    dry = company & _DRY and not company & _WET and request.weather != "hot"
    return not (own & BOOKED or hired) and not (dry and own & _BATHED_IN)


def _is_refused(own: Collection[TermId], request: Request) -> bool:
    """Whether it is first of all of a sort that is not wanted: no castle with a garden where no
    castle is to be seen."""
    refused = {theme[1:] for theme in refused_themes(request)}
    return bool(refused) and any(not refused.isdisjoint((term, *wider(term))) for term in own)


def is_too_hard(each: Proposal, request: Request) -> bool:
    """Whether it is a way too hard for one who comes along, and nobody said how hard."""
    return not request.difficulty and any(
        caution.field == "itinerary.difficulty" and (caution.limit or "").startswith("party:")
        for caution in each.cautions
    )


def is_beside(listing: Listing, request: Request) -> bool:
    """Whether it is also seen by who is out for something else: nobody bathes after three
    cellars, unless children are with them. `request`: without what they are out for."""
    own = {*listing.concepts[:1]}
    bathed = own & _BATHED_IN and not (_WET & {*request.party} or request.weather == "hot")
    return not bathed and is_stop(listing, request, timed=True)


def bathed_once(fit: Sequence[Proposal]) -> list[Proposal]:
    """The same with one bath at most: three are no day."""
    baths = [each for each in fit if _POOLS & {*each.listing.concepts[:1]}]
    return [each for each in fit if each not in baths[1:]]


def assorted(fit: Sequence[Proposal]) -> list[Proposal]:
    """The same with two of a sort at most."""
    sorts: Counter[TermId] = Counter()
    few: list[Proposal] = []
    for each in fit:
        sorts.update(each.listing.concepts[:1])
        if all(sorts[own] <= _OF_A_SORT for own in each.listing.concepts[:1]):
            few.append(each)
    return few
