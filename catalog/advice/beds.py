"""What is a bed: sources file the restaurant of a hotel as a hotel too, beside the hotel itself."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from catalog.advice.holding import phrases_for
from catalog.advice.limits import STARS
from catalog.model import Kind, TermId
from catalog.text import words
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from catalog.model import Listing
    from catalog.request import Request

_HOTEL: Final = TermId("hotel")
_NO_ROOM: Final = Decimal(30)
"""A price below which a hotel with a table has no room: it is that of a meal."""
_NIGHTLY: Final = TermId("per_night")
_FOR_VANS: Final = frozenset(map(TermId, ("camper_site", "camper_service")))
_CAMPED: Final = _FOR_VANS | {TermId("campsite")}


def is_table_only(listing: Listing) -> bool:
    """Whether a hotel's listing is rather that of its table: without stars, and named as one or
    with the price of a meal."""
    if Kind.FOOD not in listing.kinds or _HOTEL not in listing.concepts:
        return False
    if any(label.id == STARS for label in listing.labels):
        return False
    return _named_table(listing) or _priced_as_meal(listing)


def is_parking_only(listing: Listing, request: Request) -> bool:
    """Whether a listing is only where motor homes stand for the night, and nobody spoke of one."""
    sorts = [own for own in listing.concepts if Kind.LODGING in concepts()[own].kinds]
    vans = bool(sorts) and _FOR_VANS.issuperset(sorts)
    return vans and "camper_van" not in request.mobility and _CAMPED.isdisjoint(request.themes)


def _named_table(listing: Listing) -> bool:
    """Whether its name has the word for a table it holds, and none for a hotel."""
    tables = [own for own in listing.concepts if Kind.FOOD in concepts()[own].kinds]
    name = listing.name.best("fr")
    own = words(name.text) if name is not None else []
    table = any(_has(own, term, whole=False) for term in tables)
    return table and not _has(own, _HOTEL, whole=True)


def _has(own: list[str], term: TermId, *, whole: bool) -> bool:
    return any(
        list(phrase) == own[at : at + len(phrase)]
        for phrase in phrases_for(term, "fr", whole=whole)
        for at in range(len(own))
    )


def _priced_as_meal(listing: Listing) -> bool:
    stated = [price for price in listing.prices if price.minimum is not None]
    return bool(stated) and all(
        _NIGHTLY not in price.basis and price.minimum is not None and price.minimum < _NO_ROOM
        for price in stated
    )
