"""The tables and keys of a house file, exactly as a clerk writes them.

msgspec checks presence, type and unknown keys against these; what the short notations inside
the strings mean is `notation`'s business.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 (msgspec reads the annotations)
from typing import Literal

import msgspec

Words = str | dict[str, str]
"""A text: one string (French), or a table `{ fr = "…", en = "…" }`."""

Amount = int | float | str


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every table: no key beyond those named."""


class SourceTable(Shape, frozen=True):
    """`[source]`: whose catalogue this is; said once, at the top of each file."""

    name: str
    publisher: str | None = None
    licence: str | None = None
    url: str | None = None
    confirmed: date | None = None
    demonstration: bool = False


class PlaceTable(Shape, frozen=True):
    """`place`: degrees north and east, then the address."""

    lat: float
    lon: float
    street: str | tuple[str, ...] = ()
    postcode: str | None = None
    commune: str | None = None
    insee: str | None = None
    department: str | None = None


class PeriodTable(Shape, frozen=True):
    """One line of `openings` or `dates`."""

    on: str | None = None
    days: str | None = None
    hours: str | None = None
    closed: bool = False
    instead: bool = False
    note: Words | None = None


class PriceTable(Shape, frozen=True):
    """One line of `prices`, in euros: `amount`, or `from` and `to`, or `free = true`."""

    amount: Amount | None = None
    lowest: Amount | None = msgspec.field(default=None, name="from")
    highest: Amount | None = msgspec.field(default=None, name="to")
    free: bool = False
    audience: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    on: str | None = None
    note: Words | None = None


class AccessTable(Shape, frozen=True):
    """`access`: what is stated for visitors with a disability."""

    wheelchair: bool | None = None
    marks: tuple[Literal["motor", "mental", "hearing", "visual"], ...] = ()
    note: Words | None = None


class LabelTable(Shape, frozen=True):
    """One of `labels`, when its name alone does not say enough."""

    id: str
    level: int | None = None
    status: Literal["obtained", "in_progress", "expired"] = "obtained"
    since: date | None = None
    until: date | None = None


class ItineraryTable(Shape, frozen=True):
    """`itinerary`: kilometres, metres, hours and minutes ("3:30")."""

    modes: tuple[str, ...] = ()
    km: float | None = None
    ascent: int | None = None
    descent: int | None = None
    lowest: int | None = None
    highest: int | None = None
    time: str | None = None
    days: int | None = None
    difficulty: Literal["very_easy", "easy", "medium", "hard", "very_hard"] | None = None
    shape: Literal["loop", "there_and_back", "one_way"] | None = None
    marking: Words | None = None
    surface: Words | None = None
    stages: Words | None = None
    track: str | None = None


class ContactTable(Shape, frozen=True):
    """One of `contacts`: the business, never a person."""

    role: Literal["info", "booking"] = "info"
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()


class MediaTable(Shape, frozen=True):
    """One of `media`: a link and the rights to what is behind it."""

    url: str
    mime: str | None = None
    title: Words | None = None
    credit: str | None = None
    licence: str | None = None
    rights_start: date | None = None
    rights_end: date | None = None
    main: bool = False


class ListingTable(Shape, frozen=True):
    """One `[[listing]]`."""

    id: str
    kinds: tuple[str, ...]
    name: Words
    place: PlaceTable
    aliases: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    summary: Words | None = None
    description: Words | None = None
    practical: Words | None = None
    openings: tuple[PeriodTable, ...] = ()
    dates: tuple[PeriodTable, ...] = ()
    cancelled: bool = False
    prices: tuple[PriceTable, ...] = ()
    payment: tuple[str, ...] = ()
    access: AccessTable = AccessTable()
    labels: tuple[str | LabelTable, ...] = ()
    audience: tuple[str, ...] = ()
    amenities: tuple[str, ...] = ()
    pets: bool | None = None
    spoken: tuple[str, ...] = ()
    itinerary: ItineraryTable | None = None
    contacts: tuple[ContactTable, ...] = ()
    media: tuple[MediaTable, ...] = ()
    same_as: tuple[str, ...] = ()
    confirmed: date | None = None
    credit: str | None = None
    url: str | None = None


INNER_TABLES: dict[str, type[Shape]] = {
    "source": SourceTable,
    "place": PlaceTable,
    "openings": PeriodTable,
    "dates": PeriodTable,
    "prices": PriceTable,
    "access": AccessTable,
    "labels": LabelTable,
    "itinerary": ItineraryTable,
    "contacts": ContactTable,
    "media": MediaTable,
}
"""The table found under each key of a listing, for naming the nearest key."""
