"""The answer to a request, as values: no sentence, every reason a field of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from catalog.model import Listing
from catalog.request import Request

MAX_PROPOSALS = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a listing is proposed: the catalogue's field, its value, and the day on which the
    source confirmed it (None: the source does not say)."""

    field: str
    value: str
    confirmed: date | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """Why a listing that fits is not proposed, or what must be said with it: a field and the
    value that stands against the request (`openings` `closed`, `pets` `no`)."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A listing with its reasons and its cautions. `open` at the asked time: None is unknown.

    `score` is the sum of `parts`, by name; `catalog.advice.weights` says what each may weigh.
    """

    listing: Listing
    reasons: tuple[Reason, ...]
    cautions: tuple[Caution, ...]
    distance_km: float
    open: bool | None
    parts: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        """What the proposals are ranked by."""
        return sum(value for _, value in self.parts)


@dataclass(frozen=True, slots=True)
class Advice:
    """At most `MAX_PROPOSALS` proposals, what nearly fitted, and the nearest office to ask."""

    request: Request
    proposals: tuple[Proposal, ...]
    near_misses: tuple[Proposal, ...]
    office: Listing | None
