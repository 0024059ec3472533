"""What the office knows: one `Listing` is one thing a visitor can be told about.

Everything here is frozen standard-library data: hashable, comparable, readable without the
rest of the house. Facts are structured values; `None` and `()` mean *unknown*, never "no",
"closed" or "free". Names follow schema.org and the DATAtourisme ontology where they have a
word, and OpenStreetMap's `opening_hours` for days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal, NewType

LANGUAGES: Final = ("fr", "en", "de", "es", "it", "nl", "oc", "ca")
"""The product's languages, ISO 639-1, in the order in which screens offer them."""

ListingId = NewType("ListingId", str)
"""`<source>:<record>`, for example `datatourisme:51f1b780-6d1c-…`; stable across refreshes."""

TermId = NewType("TermId", str)
"""A concept of the house vocabulary (`castle`), or a source's own term (`kb:Wifi`) whose
labels the catalogue keeps in its thesaurus."""


class Kind(StrEnum):
    """The thirteen kinds of listing; the value is what files, commands and JSON carry."""

    ATTRACTION = "attraction"
    ACTIVITY = "activity"
    ITINERARY = "itinerary"
    EVENT = "event"
    MARKET = "market"
    FOOD = "food"
    LODGING = "lodging"
    PRODUCER = "producer"
    SHOP = "shop"
    SERVICE = "service"
    TRANSPORT = "transport"
    HEALTH = "health"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in one language; `machine` when the source declares a machine translation."""

    lang: str
    text: str
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Localized:
    """The same words in several languages, in the order the source gave them."""

    texts: tuple[Text, ...] = ()

    def get(self, lang: str) -> Text | None:
        """The wording in exactly `lang`, or None."""
        return next((text for text in self.texts if text.lang == lang), None)

    def best(self, lang: str) -> Text | None:
        """The wording to show to a reader of `lang`: that language, French, English, any.

        The caller compares `.lang` with what it asked, to say so on screen.
        """
        for wanted in (lang, "fr", "en"):
            found = self.get(wanted)
            if found is not None:
                return found
        return self.texts[0] if self.texts else None

    def __bool__(self) -> bool:
        return bool(self.texts)


NOTHING: Final = Localized()


class Day(StrEnum):
    """Days in OpenStreetMap's `opening_hours` notation; PH public, SH school holidays."""

    MO = "Mo"
    TU = "Tu"
    WE = "We"
    TH = "Th"
    FR = "Fr"
    SA = "Sa"
    SU = "Su"
    PH = "PH"
    SH = "SH"


WEEK: Final = tuple(Day)[:7]
"""The days of the week, Monday first: in the order of `date.weekday()`."""


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day of every year, for seasons that return."""

    month: int
    day: int


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A daily opening, local time. `closes` None: closing time unknown. `closes` earlier than
    or equal to `opens`: past midnight."""

    opens: time
    closes: time | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """When something is open, takes place, or (with `closed`) does not.

    `start` and `end` are inclusive, and both dates or both `MonthDay` where both are given;
    a `MonthDay` pair returns every year and may cross New Year. None is open-ended.
    `days` () means every day; `nth` limits weekdays to their n-th occurrence in the month
    (1…5, -1 the last). `slots` () means that day, hours unknown: never "closed".

    Openings add up and a closure outweighs them, in whatever order they stand, up to the first
    period that is `instead`: on its days nothing written before it holds. From there on the
    order counts: each period replaces (`instead`), adds to or closes what stands before it, as
    rules of `opening_hours` do.
    """

    start: date | MonthDay | None = None
    end: date | MonthDay | None = None
    days: tuple[Day, ...] = ()
    nth: tuple[int, ...] = ()
    slots: tuple[Slot, ...] = ()
    closed: bool = False
    note: Localized = NOTHING
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Price:
    """One tariff. `free` only when the source says so (0 to 0, or a "free" policy)."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    currency: str = "EUR"
    free: bool = False
    audience: tuple[TermId, ...] = ()
    basis: tuple[TermId, ...] = ()
    start: date | None = None
    end: date | None = None
    note: Localized = NOTHING


class Handicap(StrEnum):
    """The four marks of the French label Tourisme & Handicap."""

    MOTOR = "motor"
    MENTAL = "mental"
    HEARING = "hearing"
    VISUAL = "visual"


WHEELCHAIR: Final = "wheelchair"
ACCESS: Final = (WHEELCHAIR, *(mark.value for mark in Handicap))
"""What one may ask of access: a stated "yes" for wheelchairs, or a mark of the label."""


@dataclass(frozen=True, slots=True)
class Access:
    """Accessibility as stated: `wheelchair` None is unknown, False is a stated "no"."""

    wheelchair: bool | None = None
    marks: tuple[Handicap, ...] = ()
    note: Localized = NOTHING


class LabelStatus(StrEnum):
    """Where a label stands; a candidacy is never shown as the label itself."""

    OBTAINED = "obtained"
    IN_PROGRESS = "in_progress"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Label:
    """A label, quality mark or official rating. `level`: stars, keys, ears, forks."""

    id: TermId
    level: int | None = None
    status: LabelStatus = LabelStatus.OBTAINED
    start: date | None = None
    end: date | None = None


class Shape(StrEnum):
    """How an itinerary ends."""

    LOOP = "loop"
    THERE_AND_BACK = "there_and_back"
    ONE_WAY = "one_way"


Difficulty = Literal["very_easy", "easy", "medium", "hard", "very_hard"]


@dataclass(frozen=True, slots=True)
class Itinerary:
    """What is known of a route; metres and minutes. `modes`: concepts such as `walking`."""

    modes: tuple[TermId, ...] = ()
    distance_m: int | None = None
    ascent_m: int | None = None
    descent_m: int | None = None
    lowest_m: int | None = None
    highest_m: int | None = None
    duration_min: int | None = None
    days: int | None = None
    difficulty: Difficulty | None = None
    shape: Shape | None = None
    marking: Localized = NOTHING
    surface: Localized = NOTHING
    stages: Localized = NOTHING
    track_url: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the business (never a person). Phones in E.164 where they parse."""

    role: Literal["info", "booking"] = "info"
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Media:
    """A link to a picture, film or document, with the rights its source states."""

    url: str
    mime: str | None = None
    title: Localized = NOTHING
    credit: str | None = None
    licence: str | None = None
    rights_start: date | None = None
    rights_end: date | None = None
    main: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is. WGS84 degrees; `insee` is the commune's official code, not its postcode."""

    latitude: float
    longitude: float
    street: tuple[str, ...] = ()
    postcode: str | None = None
    commune: str | None = None
    insee: str | None = None
    department: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a listing's facts come from, and who must be credited.

    `updated`: the producer's own date, shown as "verified on". `retrieved`: when it reached us.
    """

    name: str
    record: str
    retrieved: date
    updated: date | None = None
    url: str | None = None
    creator: str | None = None
    publisher: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One record of the catalogue. `kinds[0]` is the main kind; `concepts` say what it is
    (`castle`, `lake`), most specific first.

    `provenance` pairs a field with the place in `sources` of the one that states it (`origin`
    reads it); a field that it does not name comes from the first source.
    """

    id: ListingId
    kinds: tuple[Kind, ...]
    name: Localized
    place: Place
    sources: tuple[Source, ...]
    concepts: tuple[TermId, ...] = ()
    themes: tuple[TermId, ...] = ()
    summary: Localized = NOTHING
    description: Localized = NOTHING
    practical: Localized = NOTHING
    openings: tuple[Period, ...] = ()
    dates: tuple[Period, ...] = ()
    cancelled: bool = False
    prices: tuple[Price, ...] = ()
    payment: tuple[TermId, ...] = ()
    access: Access = Access()
    labels: tuple[Label, ...] = ()
    audience: tuple[TermId, ...] = ()
    amenities: tuple[TermId, ...] = ()
    pets: bool | None = None
    spoken: tuple[str, ...] = ()
    itinerary: Itinerary | None = None
    contacts: tuple[Contact, ...] = ()
    media: tuple[Media, ...] = ()
    same_as: tuple[str, ...] = ()
    provenance: tuple[tuple[str, int], ...] = ()

    @property
    def kind(self) -> Kind:
        """The main kind."""
        return self.kinds[0]

    @property
    def confirmed(self) -> date | None:
        """The most recent date on which a source updated the record."""
        return max((s.updated for s in self.sources if s.updated is not None), default=None)

    def origin(self, field: str) -> Source:
        """The source that states a field, a wording (`summary.de`), a part (`place.insee`) or an
        item (`labels[2]`), or anything inside these."""
        places = dict(self.provenance)
        while field not in places and field:
            field = field[: max(field.rfind("."), field.rfind("["), 0)]
        return self.sources[places.get(field, 0)]
