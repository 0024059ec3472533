"""A request, the catalogue, the clock and the place → `Advice`: a few proposals with reasons."""

from catalog.advice.advising import Adviser
from catalog.advice.model import (
    Advice,
    Caution,
    Fallback,
    OnTheWay,
    Practical,
    Proposal,
    Reason,
    Unanswered,
)
from catalog.advice.timing import Asked, asked_time

__all__ = [
    "Advice",
    "Adviser",
    "Asked",
    "Caution",
    "Fallback",
    "OnTheWay",
    "Practical",
    "Proposal",
    "Reason",
    "Unanswered",
    "asked_time",
]
