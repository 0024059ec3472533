"""The answer to a request, as values: no sentence, every reason a field of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from catalog.advice.standing import Standing
from catalog.advice.travel import Way
from catalog.journal import Notice
from catalog.model import Listing, TermId
from catalog.request import Request
from catalog.vocabulary import Gesture

MAX_PROPOSALS: Final = 3

FARE: Final = "family_rate"
"""The key of the reason that tells what a family pays together, beside what each does."""
ASKED: Final = "price"
"""The key of a price that was asked for, and is told in full."""
ABOUT_AMOUNTS: Final = frozenset({"max_price", "max_km", "duration", "difficulty"})
"""Limits that nobody knows to be kept by what states no figure."""

Situation = Literal["rain", "hot", "full"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a listing is proposed: the catalogue's field, its value, the day on which the source
    of that field confirmed it (None: the source does not say), and the source's name.

    Openings and dates have an ISO 8601 stretch as value (`2026-07-23T10:00/2026-07-23T19:00`,
    or a day where the hours are not stated); `place` has the straight kilometres (`3.4 km`).
    `key`: the key of the request that it answers, with the member of a party (`party:kids`);
    `price` where it was asked what things cost.
    """

    field: str
    value: str
    confirmed: date | None = None
    source: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Caution:
    """Why a listing that fits is not proposed, or what must be said with it: a field and the
    value that stands against the request (`openings` `closed`, `pets` `no`, `prices` `unknown`).

    `limit`: the key of the request that it breaks, "" when it is the place itself (a notice, an
    event that is over). `since`, `until`: the days on which it holds, or the next opening.
    """

    field: str
    value: str
    limit: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A listing with its reasons and its cautions. `open` at the asked time: None is unknown.

    `against` are the cautions that rule it out: none for a proposal, some for a near miss.
    `distance_km` in a straight line from the place asked about; `way` from where the visitor
    stands; `beside`: the thing that something was wanted beside, and its straight kilometres.
    `place`: the place named that `distance_km` is from, "" for here and for between several;
    `towards`: the town that the visitor drives on to, and by how many minutes longer.
    `arrival`: the town that one gets out here for, and the straight kilometres from there.
    `score` is the sum of `parts`, by name; `catalog.advice.weights` says what each may
    weigh.
    """

    listing: Listing
    reasons: tuple[Reason, ...]
    cautions: tuple[Caution, ...]
    distance_km: float
    open: bool | None
    parts: tuple[tuple[str, float], ...]
    against: tuple[Caution, ...]
    standing: Standing
    way: Way
    notices: tuple[Notice, ...] = ()
    beside: tuple[Listing, float] | None = None
    place: str = ""
    towards: tuple[str, int] | None = None
    arrival: tuple[str, float] | None = None

    @property
    def score(self) -> float:
        """What the proposals are ranked by."""
        return sum(value for _, value in self.parts)

    @property
    def unsure(self) -> frozenset[str]:
        """The limits with a figure that it is not known to keep, for stating none."""
        said = {each.limit for each in self.cautions if each.value == "unknown"}
        return ABOUT_AMOUNTS & said


@dataclass(frozen=True, slots=True)
class Fallback:
    """What to do instead near the first proposal: in rain, in heat, or when it is full."""

    situation: Situation
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """One thing more, of another sort: `detour_minutes` longer than going straight to the first
    proposal, or so many minutes beyond it."""

    proposal: Proposal
    detour_minutes: int


@dataclass(frozen=True, slots=True)
class Practical:
    """The nearest of something practical around the first proposal; `listing` None: the place
    itself states that it has it."""

    term: TermId
    listing: Listing | None
    distance_km: float


@dataclass(frozen=True, slots=True)
class Outside:
    """A town that was named and that lies beyond what the catalogue has: the nearest of its
    communes, so many straight kilometres from there."""

    place: str
    nearest: str
    distance_km: float


@dataclass(frozen=True, slots=True)
class Unanswered:
    """What the catalogue has no answer to, for the worklist: no word of a person in it."""

    text: str
    lang: str
    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """At most `MAX_PROPOSALS` proposals, what nearly fitted, and the nearest office to ask: one
    that is open at `now` before a nearer one that is not, `office_km` away in a straight line;
    `at_hand`: the office next door with its own, where that one is in another town.

    `about`: the listing that the question was about, when it does not fit ("is the lake closed?"):
    what is told first; the first near miss.
    `unplaced`: places that were named and that nobody here has a point for, as they were
    named: distances are then from where the visitor stands. `outside`: distances are from there.
    `unmet`: what was asked for beside, and none of those proposed is. `far_away`: nothing was found
    of what the catalogue has, but too far to be told.
    `relaxed`: the limits of the request that the first near miss breaks, when there is no
    proposal. `unanswered`: set when there is no proposal, a wish unmet or a place nobody knows, for
    the staff.
    """

    request: Request
    proposals: tuple[Proposal, ...]
    near_misses: tuple[Proposal, ...]
    office: Listing | None
    fallback: Fallback | None = None
    on_the_way: OnTheWay | None = None
    practical: tuple[Practical, ...] = ()
    gesture: Gesture | None = None
    relaxed: tuple[str, ...] = ()
    unanswered: Unanswered | None = None
    office_km: float | None = None
    at_hand: tuple[Listing, float] | None = None
    about: Proposal | None = None
    unplaced: tuple[str, ...] = ()
    outside: Outside | None = None
    unmet: tuple[TermId, ...] = ()
    far_away: bool = False

    @property
    def unsure(self) -> frozenset[str]:
        """The limits that no proposal is known to keep: nobody may call them cheaper."""
        if not self.proposals:
            return frozenset()
        asked = {name for name in ABOUT_AMOUNTS if getattr(self.request, name) is not None}
        return frozenset.intersection(*(each.unsure for each in self.proposals)) & asked
