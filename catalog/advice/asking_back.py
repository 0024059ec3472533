"""One short question back, when its answer would change the proposals most.

For each question of the interview that the request does not answer yet, the candidates are
compared again with each answer it offers; how many of the first three would go is the change,
and its mean over the answers that leave anything is the worth of the question. The worthiest is
asked if it would change one of the three on average, and never

- when the answer is clear: fewer fitting candidates than proposals and one more, or something
  whose nearest is the best (toilets, a chemist, the office);
- for the third time in one conversation;
- twice, whether it was answered or passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalog.advice.choosing import chosen, rank
from catalog.advice.model import MAX_PROPOSALS
from catalog.advice.sought import only_practical
from catalog.advice.timing import asked_time
from catalog.request.interview import STEPS, Option, Step, answered, asked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from catalog.advice.model import Proposal
    from catalog.advice.weighing import Weighing
    from catalog.geo import Point
    from catalog.model import ListingId
    from catalog.request import Request

MOST_IN_A_ROW: Final = 2
WORTH_ASKING: Final = 1 / MAX_PROPOSALS
"""Mean share of the first three that an answer would change."""
_COMPARED: Final = 24
"""Candidates looked at again, the best first: no answer lifts the fortieth into the three."""


@dataclass(frozen=True, slots=True)
class Question:
    """A step of the interview, those of its answers that leave something to propose, and the
    share of the first three that they would change on average."""

    step: Step
    options: tuple[Option, ...]
    change: float


def ask_back(
    adviser: Weighing,
    request: Request,
    *,
    here: Point,
    now: datetime,
    text: str = "",
    asked_before: Collection[str] = (),
) -> Question | None:
    """The question most worth asking, or None. `asked_before`: ids of the steps asked already
    in this conversation."""
    if len(asked_before) >= MOST_IN_A_ROW or only_practical(request):
        return None
    fitting, _ = adviser.compared(request, here=here, now=now, text=text)
    if len(fitting) <= MAX_PROPOSALS + 1:
        return None
    first = _first(fitting)
    found: list[Question] = []
    for step in STEPS:
        if step.id in asked_before or asked(request, step):
            continue
        changes = {
            option: _change(adviser, answered(request, step, option), fitting, first, here, now)
            for option in step.options
        }
        kept = {option: change for option, change in changes.items() if change is not None}
        if len(kept) > 1:
            worth = sum(kept.values()) / len(kept)
            found.append(Question(step, tuple(kept), round(worth, 3)))
    best = max(found, key=lambda question: question.change, default=None)
    return best if best is not None and best.change >= WORTH_ASKING else None


def _stated(left: Sequence[Proposal]) -> bool:
    """Whether one of them is known to keep the price: "free?" is no question of guest houses."""
    return any(reason.key == "max_price" for each in left for reason in each.reasons)


def _first(fitting: Sequence[Proposal]) -> frozenset[ListingId]:
    return frozenset(each.listing.id for each in chosen(fitting, MAX_PROPOSALS))


def _change(
    adviser: Weighing,
    variant: Request,
    fitting: Sequence[Proposal],
    first: frozenset[ListingId],
    here: Point,
    now: datetime,
) -> float | None:
    """The share of the first three that this answer changes; None when it leaves nothing."""
    asked_for = asked_time(variant.when, now)
    origin = adviser.origin(variant, here)
    again = [
        adviser.proposal(
            each.listing,
            variant,
            asked_for,
            origin=origin,
            here=here,
            now=now,
            found=dict(each.parts).get("words", 0.0),
        )
        for each in fitting[:_COMPARED]
        if not variant.types or set(variant.types) & set(each.listing.kinds)
    ]
    left = sorted((each for each in again if not each.against), key=lambda each: rank(each, now))
    if not left or (variant.max_price is not None and not _stated(left)):
        return None
    return len(first - _first(left)) / len(first)
