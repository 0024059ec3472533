"""What a reader is told about one listing: finished sentences in one language, no markup.

`present` makes these values from a listing; screens, slips and plain text lay them out. They
hold text only: whoever shows them adds neither words nor facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from catalog.model import Kind, ListingId


class Openness(StrEnum):
    """The state behind a status sentence, for colour and symbol; never the only carrier."""

    OPEN = "open"
    COMING = "coming"  # an event of which a date is to come
    CLOSED = "closed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Status:
    """ "Open until 19:00", "Opens Tuesday at 10:00", "Hours not known: please ask". `staff`: the
    office itself says so, which outranks the catalogue and is shown first."""

    state: Openness
    sentence: str
    staff: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the catalogue. `lang` is its own language; `notice` says, in the reader's, that
    it is in another language or machine-translated ("" when neither)."""

    text: str
    lang: str
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """Everything a page or a slip can say of a listing. Empty means the catalogue is silent."""

    id: ListingId
    kind: Kind
    title: str
    title_lang: str
    local_title: str = ""  # the French name, where `title` is another: it is what signs say
    kind_line: str  # "Castle · Penne"
    address: tuple[str, ...] = ()
    status: Status
    notices: tuple[str, ...] = ()  # what the office warns of, to be read before all else
    summary: Passage | None = None
    description: Passage | None = None
    practical: Passage | None = None
    hours: tuple[str, ...] = ()  # the seasons and days, one line each
    dates: tuple[str, ...] = ()  # an event's coming dates
    prices: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    way: str = ""  # "3.2 km · about 50 min on foot"
    labels: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()  # itinerary figures, amenities, dogs, languages spoken
    contacts: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    verified: str = ""  # "Verified on 21 July 2026"
    stale: bool = False  # last confirmed over twelve months ago
    latitude: float
    longitude: float
