"""Why somebody should be called: what a visitor asks that the record does not say, or no longer.

What visitors asked in vain belongs to no listing: it stands beside the list (`demand`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES, Kind
from catalog.refresh.quality import NOT_ASKED, Part, all_over, schedule_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from catalog.model import Listing

UNCONFIRMED_MONTHS: Final = 12
"""From this age on a visitor is told that hours may have changed (and providers are surveyed
once a year)."""


class Why(StrEnum):
    """What is wrong, the gravest first; `formula.WEIGHTS` says how grave."""

    HOURS_OVER = "hours_over"
    REJECTED = "rejected"
    CANARY = "canary"
    HOURS_UNKNOWN = "hours_unknown"
    HOURS_UNCONFIRMED = "hours_unconfirmed"
    TO_VERIFY = "to_verify"
    DISCREPANCY = "discrepancy"
    DOUBTFUL_PAIR = "doubtful_pair"
    NO_PHONE = "no_phone"
    NO_PRICE = "no_price"
    NO_TEXT = "no_text"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing wrong. `months`: since the last confirmation, None for never; `languages`: of
    the texts missing; `field`: what it is about; `detail`: a name, value or sentence."""

    why: Why
    months: int | None = None
    languages: tuple[str, ...] = ()
    field: str = ""
    detail: str = ""


def reasons(
    listing: Listing, today: date, languages: Sequence[str] = LANGUAGES
) -> tuple[Reason, ...]:
    """What is wrong with a listing by itself. `languages`: those in which a text is wanted.

    A past event needs no call: () for it.
    """
    if listing.kind is Kind.EVENT and all_over(schedule_of(listing), today):
        return ()
    return tuple(_reasons(listing, today, languages))


def months_since(day: date, today: date) -> int:
    """Whole months from `day` to `today`; none for a day to come."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return max(0, months - (today.day < day.day))


def asked_of(part: Part, listing: Listing) -> bool:
    """Whether this can be asked of the listing's kind: a footpath has no price."""
    return listing.kind not in NOT_ASKED.get(part, frozenset())


def _reasons(listing: Listing, today: date, languages: Sequence[str]) -> Iterator[Reason]:
    yield from _hours(listing, today)
    if asked_of(Part.CONTACT, listing) and not any(c.phones for c in listing.contacts):
        yield Reason(Why.NO_PHONE, field="contacts")
    known = any(
        price.free or price.minimum is not None or price.maximum is not None
        for price in listing.prices
    )
    if asked_of(Part.PRICE, listing) and not known:
        yield Reason(Why.NO_PRICE, field="prices")
    written = {text.lang for text in (*listing.summary.texts, *listing.description.texts)}
    missing = tuple(lang for lang in languages if lang not in written)
    if written and missing:
        yield Reason(Why.NO_TEXT, languages=missing, field="description")


def _hours(listing: Listing, today: date) -> Iterator[Reason]:
    if not asked_of(Part.HOURS, listing):
        return
    periods = schedule_of(listing)
    field = "dates" if periods is listing.dates and periods else "openings"
    opens = [period for period in periods if not period.closed]
    if not opens:
        yield Reason(Why.HOURS_UNKNOWN, field=field)
        return
    if all_over(opens, today):
        yield Reason(Why.HOURS_OVER, field=field)
        return
    if not any(period.slots for period in opens):
        yield Reason(Why.HOURS_UNKNOWN, field=field)
        return
    confirmed = listing.confirmed
    months = None if confirmed is None else months_since(confirmed, today)
    if months is None or months >= UNCONFIRMED_MONTHS:
        yield Reason(Why.HOURS_UNCONFIRMED, months=months, field=field)
