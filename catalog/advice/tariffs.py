"""What somebody without a reduction pays, as far as it is stated."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.text import words
from catalog.vocabulary.stated import pattern_of
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
_BY_ROOM: Final = frozenset(map(TermId, ("hotel", "guesthouse")))
_NO_BREAKFAST: Final = Decimal(60)
"""What no breakfast and no further bed costs."""
_CHILD: Final = TermId("child")
_FAMILY: Final = TermId("family_rate")
_HEAD: Final = 4
"""Words of a remark among which the family stands whose price it is."""
_BEGINNING: Final = 2
"""Words of a remark that say what is paid for: "forfait ménage"."""
_YOUNG: Final = re.compile(rf"(?<!\d)\d{{1,2}}\s*{pattern_of('years')}\b", re.I)
_OLDER: Final = re.compile(
    rf"{pattern_of('older_than')}\s*1[2-8]\b(?!\s*{pattern_of('people')})", re.I
)
"""Who is older than a child pays in full."""
_SEVERAL: Final = re.compile(
    rf"\d+\s*{pattern_of('people')}\w*[\s.]*{pattern_of('or_more')}"
    rf"|{pattern_of('at_least')}\s*\d+\s*{pattern_of('people')}",
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
        if not _BESIDE.intersection(_terms(price))
        and not (price.note.texts and (reduced(price) or _is_extra(price.note)))
    ]
    if listing.kind is Kind.LODGING:
        told = _of_the_bed(told, by_room=not _BY_ROOM.isdisjoint(listing.concepts))
    paid = [p for p in told if p.minimum is not None and p.minimum > 0]
    full = [p for p in paid if _FULL & set(p.audience)]
    if paid:
        return min(p.minimum for p in full or paid if p.minimum is not None)
    if any(price.free for price in told) and not any(price.maximum for price in listing.prices):
        return Decimal(0)
    return None


def free_for_children(listing: Listing) -> bool:
    """Whether children are stated to pay nothing."""
    return any(price.free and _CHILD in price.audience for price in listing.prices)


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
        some = known.reduced.get(text.lang, _NONE) | known.family.get(text.lang, _NONE)
        if said & some or _YOUNG.search(text.text):
            return True
        if _SEVERAL.search(text.text):
            return True
    return False


def family_price(listing: Listing) -> Price | None:
    """What a family pays together, where that is stated: more than one grown-up, for "large
    families" are only asked for less."""
    lowest = lowest_price(listing)
    if listing.kind is Kind.LODGING or not lowest:
        return None
    told = [
        price
        for price in listing.prices
        if (_FAMILY in price.audience or _for_a_family(price.note))
        and price.minimum is not None
        and price.minimum > lowest
    ]
    return min(told, key=lambda price: price.minimum or lowest, default=None)


@lru_cache(maxsize=2_000)
def _for_a_family(note: Localized) -> bool:
    return any(_together(words(text.text), text.lang) for text in note.texts)


def _together(said: Sequence[str], lang: str) -> bool:
    """Whether a family is named at once, or so many grown-ups and so many children."""
    known = tariff_words()
    if not known.family.get(lang, _NONE).isdisjoint(said[:_HEAD]):
        return True
    both = (known.full.get(lang, _NONE), known.reduced.get(lang, _NONE))
    counted = sum(word.isdecimal() for word in said) >= len(both)
    return counted and not any(each.isdisjoint(said) for each in both)


@lru_cache(maxsize=2_000)
def _is_extra(note: Localized) -> bool:
    """Whether the remark begins with what is paid for beside: animals, cleaning."""
    known = tariff_words().beside
    return any(
        not known.get(text.lang, _NONE).isdisjoint(words(text.text)[:_BEGINNING])
        for text in note.texts
    )


def _terms(price: Price) -> tuple[str, ...]:
    return (*price.basis, *price.audience)


def _of_the_bed(told: Sequence[Price], *, by_room: bool) -> list[Price]:
    """The prices of a night or of a pitch; where none says what it is for, those of the dearest
    sort: what costs far less than a room is a breakfast or a supplement. Where beds are let
    `by_room`, the dearest may be a week or the whole house."""
    stays = [price for price in told if _STAY.intersection(price.basis)]
    whole = [price for price in stays if "per_person" not in price.basis]
    if stays:
        return whole or stays
    unsaid = [price for price in told if not price.basis]
    room = max((price.minimum or Decimal(0) for price in unsaid), default=Decimal(0))
    least = min(room * _A_ROOM, _NO_BREAKFAST) if by_room else room * _A_ROOM
    return [price for price in unsaid if (price.minimum or Decimal(0)) >= least]
