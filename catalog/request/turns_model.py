"""A turn of a conversation, as values: what went before, what was said, what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from catalog.model import Kind, ListingId
from catalog.request.model import Concern, Request


class Act(StrEnum):
    """What a turn wants done."""

    NEW = "new"  # a question of its own
    REFINE = "refine"  # the question before, changed
    MORE = "more"  # the same question, without those already shown
    PICK = "pick"  # one of those shown
    ASK = "ask"  # a field of one of those shown
    TAKE = "take"
    PRINT = "print"
    QR = "qr"
    RESTART = "restart"
    BACK = "back"
    HELP = "help"
    WHY = "why"
    THANKS = "thanks"
    BYE = "bye"
    YES = "yes"
    NO = "no"
    LANGUAGE = "language"
    CONCERN = "concern"  # for a person, not for a catalogue
    UNCLEAR = "unclear"  # nothing in it says anything


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One proposal as it was shown: what "the second", "shorter" and "cheaper" refer to.

    `kinds`, `terms`: what it is, as kinds and as concepts; `names`: its name in every language;
    `commune`: "" is unknown; `roof`: the concept that makes it a shelter, "" for none; `day`: of
    which it is a stop, where days were planned, and `begin` the minute of it. Kilometres, minutes,
    euros; None is unknown.
    """

    id: ListingId
    kinds: tuple[Kind, ...] = ()
    names: tuple[str, ...] = ()
    commune: str = ""
    terms: frozenset[str] = frozenset()
    distance_km: float | None = None
    length_km: float | None = None
    minutes: int | None = None
    price: float | None = None
    difficulty: str | None = None
    roof: str = ""
    day: date | None = None
    begin: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What went before. `text`: the words the request was read from, to which its spans belong;
    `outing`: the last question that was no errand, and its text, where the request is one;
    `chosen`: the listing spoken of last; `asked`: the field asked for last, and the moment it was
    asked for; `question`: the step of the interview that the kiosk has just asked back; `planned`:
    whether a day was planned, of which those shown are the stops."""

    request: Request | None = None
    text: str = ""
    shown: tuple[Shown, ...] = ()
    chosen: ListingId | None = None
    asked: str | None = None
    asked_when: str | None = None
    question: str | None = None
    planned: bool = False
    outing: Past | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What was said comes to this.

    `request` and `text`: the question now standing, None before the first. `target`: the
    listing meant, None where none was named; `also`: the others, of several to print, to send or
    to take ("the first two"). `field` of an ASK: distance, hours, price, pets,
    parking, toilets, water, food, picnic, access, booking, phone, website, address, duration,
    length, difficulty, spoken, audience, payment, details, or the id of an amenity; `besides`
    what is asked for in the same breath; `when` the moment asked for, `by` how they would go.
    `without`: the listings that an answer leaves out; `keeps`: the day that was planned stays,
    but for those, and with `fewer` nothing takes their place; `known`: they know those, and want
    them in no other answer. `wanted` of a BACK: what was sought in the question to go back to.
    `unstated`: what was to be compared
    (length, price, difficulty) and none of those shown states; `figureless`: those of
    `without` that do not state it; `beyond`: the kilometres that "longer" must be more than;
    `undecided` of a NO: "I don't know", "whatever". `language`: the
    one asked for. `spoken`: the one the turn was read in.
    """

    act: Act
    request: Request | None = None
    text: str = ""
    target: ListingId | None = None
    also: tuple[ListingId, ...] = ()
    field: str | None = None
    besides: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    when: str | None = None
    without: frozenset[ListingId] = frozenset()
    keeps: bool = False
    fewer: bool = False
    known: bool = False
    wanted: Request | None = None
    unstated: str = ""
    figureless: frozenset[ListingId] = frozenset()
    beyond: float | None = None
    undecided: bool = False
    language: str | None = None
    concern: Concern | None = None
    spoken: str = "fr"
