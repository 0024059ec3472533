"""The tourist office to ask: the nearest one that is open, else that has a telephone; and the
door at hand of which neither is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.fitting import fit
from catalog.advice.timing import asked_time
from catalog.request import Request

if TYPE_CHECKING:
    from datetime import datetime

    from catalog.advice.around import Around
    from catalog.geo import Point
    from catalog.model import Listing
    from catalog.store.reader import Catalogue


_AT_HAND_KM: Final = 3.0
"""An office so near is named, whatever is known of it."""


def office_at_hand(
    catalogue: Catalogue, around: Around, here: Point, told: Listing | None
) -> tuple[Listing, float] | None:
    """The office near by that is not the one `told`, and much nearer, with its straight
    kilometres; None where there is none."""
    near = around.offices(here)
    if told is None or not near or near[0][0] == told.id or near[0][1] > _AT_HAND_KM:
        return None
    farther = dict(near).get(told.id, 0.0) - near[0][1]
    if farther <= _AT_HAND_KM:
        return None
    return next(((found, near[0][1]) for found in catalogue.get_many((near[0][0],))), None)


def office_to_ask(
    catalogue: Catalogue, around: Around, here: Point, now: datetime
) -> tuple[Listing, float] | None:
    """An office and its straight kilometres; None where the catalogue has none."""
    near = dict(around.offices(here))
    listings = catalogue.get_many(near)
    if not listings:
        return None
    request, asked = Request(when="now"), asked_time("now", now)
    first = near[listings[0].id]
    for listing in listings:
        # An open door an hour away is no help where a phone is answered tomorrow.
        if near[listing.id] <= 2 * first + 15 and fit(listing, request, asked, now).open:
            return listing, near[listing.id]
    answering = (each for each in listings if near[each.id] <= 2 * first + 15 and _answers(each))
    nearest = next(answering, listings[0])
    return nearest, near[nearest.id]


def _answers(listing: Listing) -> bool:
    """Whether a telephone is known at which it can be asked."""
    return any(contact.phones for contact in listing.contacts)
