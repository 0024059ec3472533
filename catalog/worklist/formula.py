"""How much a call matters, as one figure in named parts:

    priority = asked × age × urgency

    asked      1 + the answers given with the listing in the last twelve months (shown, taken and
               printed count one each); the 1 keeps in order what nobody asked for yet
    age        months since its newest confirmation, from 1 to 60; 24 where no source dates it
    urgency    the sum of the weights of its reasons (WEIGHTS)

Restaurant, hours unconfirmed for 14 months, no price, asked 31 times: 32 × 14 × (3 + 1) = 1,792.
Asked more or older, a listing never falls. Nothing else counts, and nothing can be paid for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.worklist.reasons import Why, months_since

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from catalog.worklist.reasons import Reason

WEIGHTS: Final = {
    Why.HOURS_OVER: 4,
    Why.REJECTED: 4,
    Why.CANARY: 4,
    Why.HOURS_UNKNOWN: 3,
    Why.HOURS_UNCONFIRMED: 3,
    Why.TO_VERIFY: 3,
    Why.DISCREPANCY: 2,
    Why.DOUBTFUL_PAIR: 2,
    Why.NO_PHONE: 1,
    Why.NO_PRICE: 1,
    Why.NO_TEXT: 1,
}
YOUNGEST: Final = 1
OLDEST: Final = 60
UNDATED: Final = 24


@dataclass(frozen=True, slots=True)
class Priority:
    """The three factors; `value` is their product."""

    asked: int
    age: int
    urgency: int

    @property
    def value(self) -> int:
        """The figure that the list is ordered by."""
        return self.asked * self.age * self.urgency


def priority(
    asked: int, confirmed: date | None, reasons: Iterable[Reason], today: date
) -> Priority:
    """The priority of what was asked so often, confirmed then, for these reasons."""
    age = UNDATED if confirmed is None else months_since(confirmed, today)
    return Priority(
        asked=1 + asked,
        age=min(OLDEST, max(YOUNGEST, age)),
        urgency=sum(WEIGHTS[reason.why] for reason in reasons),
    )
