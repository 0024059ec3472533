"""What stands in doubt of a proposal: that somebody can get in, that a table has a dish, that what
it is suits those who come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.company import COMPANY
from catalog.advice.holding import may_cook
from catalog.model import TermId

if TYPE_CHECKING:
    from catalog.advice.model import Proposal

_NEEDED: Final = frozenset(
    (
        *("mobility:wheelchair", "mobility:reduced", "mobility:joelette", "mobility:blind"),
        "party:horse",
    )
)
"""Who cannot come on the chance: what is known comes first."""
_BY_ITSELF: Final = ("concepts", "itinerary.")


def unvouched(each: Proposal) -> bool:
    """Whether nobody says that who needs it can get in, or that a horse has a stable there."""
    return any(caution.value == "unknown" and caution.limit in _NEEDED for caution in each.cautions)


def is_plain(each: Proposal) -> bool:
    """Whether it is a table of which nobody says that it has what was asked for: one may ask."""
    lacks = (TermId(caution.value) for caution in each.cautions if caution.field == "lacks")
    return any(may_cook(each.listing, term) for term in lacks)


def unsuited(proposal: Proposal) -> bool:
    """Whether what it is, its length or its difficulty is not for somebody who comes or for the
    heat, or it ends elsewhere where a loop was asked for: told of only where there is nothing
    else."""
    return any(
        caution.field == "itinerary.shape"
        or (caution.field, caution.limit) == ("itinerary.difficulty", "weather")
        or (caution.limit.startswith(COMPANY) and caution.field.startswith(_BY_ITSELF))
        for caution in proposal.cautions
    )
