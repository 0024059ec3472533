"""What somebody without a reduction pays, as far as it is stated."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.text import words
from catalog.vocabulary.tariffs import tariff_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Listing, Localized, Price

_BESIDE: Final = frozenset(
    {"extra_charge", "tourist_tax", "deposit", "group_rate", "season_ticket", "child", "reduced"}
)
"""Prices of something beside, or not for everybody."""
_FULL: Final = frozenset({"adult", "full_rate"})
_STAY: Final = frozenset({"per_night", "per_week", "per_weekend", "per_pitch"})
_NONE: Final = frozenset[str]()
_A_ROOM: Final = Decimal("0.4")
"""Least share of the dearest price at which another is of the same sort."""
_YOUNG: Final = re.compile(r"(?<!\d)(\d{1,2})\s*(?:ans|years|jahre|años|anni|jaar|anys)\b", re.I)
_OLDER: Final = re.compile(r"(?:\+|plus de|dès|over|ab|desde|da|vanaf)\s*(?:de\s*)?1[2-8]\b", re.I)
"""Who is older than a child pays in full."""
_SEVERAL: Final = re.compile(
    r"\d+\s*(?:personnes|pers\b|people|personen|personas|persone)[\s.]*"
    r"(?:min|et plus|ou plus|or more|und mehr|o más|e più|en meer)"
    r"|(?:à partir de|\+|plus de|from|ab|desde|da)\s*\d+\s*(?:pers|people)",
    re.I,
)
"""A price for so many at least, beyond one family's."""


def lowest_price(listing: Listing) -> Decimal | None:
    """The least that somebody without a reduction pays for the thing itself, where it is stated;
    0 when free. A breakfast is no price of a hotel, nor a second tent that of a pitch; "under
    seven: free" makes no castle free."""
    told = [
        price
        for price in listing.prices
        if not _BESIDE.intersection(_terms(price)) and not (price.note.texts and reduced(price))
    ]
    if listing.kind is Kind.LODGING:
        told = _of_the_bed(told)
    paid = [p for p in told if p.minimum is not None and p.minimum > 0]
    full = [p for p in paid if _FULL & set(p.audience)]
    if paid:
        return min(p.minimum for p in full or paid if p.minimum is not None)
    if any(price.free for price in told) and not any(price.maximum for price in listing.prices):
        return Decimal(0)
    return None


def reduced(price: Price) -> bool:
    """Whether its remark says that not everybody pays it: a child, a student, a group."""
    return not _FULL.intersection(price.audience) and _for_some(price.note)


@lru_cache(maxsize=2_000)
def _for_some(note: Localized) -> bool:
    known = tariff_words()
    for text in note.texts:
        said = frozenset(words(text.text))
        if said & known.full.get(text.lang, _NONE) or _OLDER.search(text.text):
            return False
        if said & known.reduced.get(text.lang, _NONE) or _YOUNG.search(text.text):
            return True
        if _SEVERAL.search(text.text):
            return True
    return False


def _terms(price: Price) -> tuple[str, ...]:
    return (*price.basis, *price.audience)


def _of_the_bed(told: Sequence[Price]) -> list[Price]:
    """The prices of a night or of a pitch; where none says what it is for, those of the dearest
    sort: what costs far less than a room is a breakfast or a supplement."""
    stays = [price for price in told if _STAY.intersection(price.basis)]
    whole = [price for price in stays if "per_person" not in price.basis]
    if stays:
        return whole or stays
    unsaid = [price for price in told if not price.basis]
    room = max((price.minimum or Decimal(0) for price in unsaid), default=Decimal(0))
    return [price for price in unsaid if (price.minimum or Decimal(0)) >= room * _A_ROOM]
