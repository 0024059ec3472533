"""A turn of the conversation as a screen shows it: finished words, no markup."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog.advice import Advice
from catalog.advice.dialogue import Dialogue
from catalog.advice.planning import Plan
from catalog.model import ListingId
from catalog.request import Request
from catalog.request.interview import STEPS, Option, Step
from catalog.request.understood import Part
from kiosk.views import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One proposal, or something beside them with what stands against it; `heading` stands above
    the first of a sort ("Close, but not quite:")."""

    id: ListingId
    title: str
    kind_line: str
    way: str
    status: Status
    why: str = ""
    why_not: str = ""
    verified: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing understood, in words; touched, it is taken away."""

    part: Part
    words: str


@dataclass(frozen=True, slots=True)
class AskedBack:
    """A question of the kiosk with the answers that can be tapped."""

    step: Step
    words: str
    options: tuple[tuple[Option, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a turn is answered with. `lines`: sentences above the cards; `urgent`: they come
    before everything else. `about`: the place that was asked about by its name and does not fit
    (one card, or none), above all others. `advice`, `plan`: what it was made from, for the slip.
    `cards` are the proposals or the stops of the plan, `misses` what nearly fits, what to do in
    rain or heat, and what lies on the way; `notes` are the sentences below them. `quick`: phrases
    that may be said next by touching them."""

    dialogue: Dialogue
    lang: str
    advice: Advice | None = None
    plan: Plan | None = None
    lines: tuple[str, ...] = ()
    urgent: bool = False
    chips: tuple[Chip, ...] = ()
    about: tuple[Card, ...] = ()
    cards: tuple[Card, ...] = ()
    misses: tuple[Card, ...] = ()
    notes: tuple[str, ...] = ()
    question: AskedBack | None = None
    quick: tuple[str, ...] = ()

    def card(self, id: ListingId) -> Card | None:
        """The card of a listing that is shown, if there is one."""
        shown = (*self.about, *self.cards, *self.misses)
        return next((card for card in shown if card.id == id), None)


@dataclass(frozen=True, slots=True)
class Guided:
    """Where the guided questions stand: how many were answered or passed over, and what the
    answers filled."""

    number: int = 0
    request: Request = field(default_factory=Request)

    @property
    def step(self) -> Step:
        """The question that is asked now."""
        return STEPS[self.number]

    @property
    def last(self) -> bool:
        """Whether no question follows."""
        return self.number == len(STEPS) - 1
