"""One listing as its reader is told about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.clock import PARIS
from catalog.geo import Point
from catalog.hours import region_of
from catalog.model import Kind, Listing, Localized, Place, Text
from catalog.text import clean_line, fold
from kiosk.i18n import N_
from kiosk.present.access import access_lines, label_lines
from kiosk.present.facts import facts
from kiosk.present.hours import date_lines, hours_lines
from kiosk.present.notices import favourite_lines, notice_lines, noticed
from kiosk.present.prices import price_lines
from kiosk.present.sources import contact_lines, credit_lines, is_stale, verified_line
from kiosk.present.status import status
from kiosk.present.way import way
from kiosk.present.words import Thesaurus, Words, capital, no_thesaurus
from kiosk.views import ListingView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from catalog.journal import Notice
    from kiosk.i18n import Translator

KINDS: Final = {
    # Translators: the kinds of things a visitor can be told about
    Kind.ATTRACTION: N_("Place to visit"),
    Kind.ACTIVITY: N_("Activity"),
    # Translators: a walk, a bicycle tour, a scenic drive
    Kind.ITINERARY: N_("Route"),
    Kind.EVENT: N_("Event"),
    Kind.MARKET: N_("Market"),
    # Translators: restaurants, cafés, farm inns
    Kind.FOOD: N_("Place to eat"),
    Kind.LODGING: N_("Lodging"),
    # Translators: a farm, winery or workshop that sells what it makes
    Kind.PRODUCER: N_("Producer"),
    Kind.SHOP: N_("Shop"),
    # Translators: toilets, drinking water, parking …
    Kind.SERVICE: N_("Service"),
    Kind.TRANSPORT: N_("Transport"),
    # Translators: doctor, pharmacy, hospital …
    Kind.HEALTH: N_("Health"),
    Kind.OFFICE: N_("Tourist office"),
}


def listing_view(
    listing: Listing,
    *,
    t: Translator,
    now: datetime,
    origin: Point | None = None,
    thesaurus: Thesaurus = no_thesaurus,
    notices: Sequence[Notice] = (),
) -> ListingView:
    """Everything that can be said of a listing at `now`, seen from `origin`; `notices` are those
    of the staff on this listing, of any day."""
    words = Words(t, thesaurus)
    today = now.astimezone(PARIS).date()
    place = listing.place
    region = region_of(place)
    name = listing.name.best(t.lang)
    return ListingView(
        id=listing.id,
        kind=listing.kind,
        title=clean_line(name.text) if name is not None else listing.id,
        title_lang=name.lang if name is not None else "fr",
        local_title=_local_title(listing.name, name),
        kind_line=kind_line(listing, words),
        address=_address(place),
        status=noticed(status(listing, t=t, now=now), notices, words, today),
        notices=notice_lines(notices, words, today),
        summary=words.passage(listing.summary),
        description=words.passage(listing.description),
        practical=words.passage(listing.practical),
        hours=hours_lines(listing.openings, words=words, today=today, region=region),
        dates=date_lines(listing.dates, words=words, today=today, region=region),
        prices=price_lines(listing.prices, words=words, today=today),
        access=access_lines(listing.access, words=words, labels=listing.labels),
        way=way(Point(place.latitude, place.longitude), origin, t),
        labels=label_lines(listing.labels, words=words, today=today),
        facts=(*favourite_lines(notices, words, today), *facts(listing, words=words)),
        contacts=contact_lines(listing.contacts, t),
        credits=credit_lines(listing.sources, t),
        verified=verified_line(listing.confirmed, t),
        stale=is_stale(listing.confirmed, today),
        latitude=place.latitude,
        longitude=place.longitude,
    )


def kind_name(kind: Kind, t: Translator) -> str:
    """The name of a kind, by itself."""
    return t._(KINDS[kind])


def kind_line(listing: Listing, words: Words) -> str:
    """As "Castle · Penne": what it is in its most precise word, and its commune."""
    t = words.t
    precise = next((word for c in listing.concepts if (word := words.term(c)) is not None), None)
    what = capital(precise) if precise is not None else kind_name(listing.kind, t)
    if not listing.place.commune:
        return what
    # Translators: what a place is, and the village or town where it lies
    return t._("%(what)s · %(where)s") % {
        "what": what,
        "where": clean_line(listing.place.commune),
    }


def _local_title(names: Localized, shown: Text | None) -> str:
    """The French name, for asking the way, where the one shown is another."""
    french = names.get("fr")
    if french is None or shown is None or fold(french.text) == fold(shown.text):
        return ""
    return clean_line(french.text)


def _address(place: Place) -> tuple[str, ...]:
    town = " ".join(clean_line(part) for part in (place.postcode, place.commune) if part)
    return tuple(line for line in (*map(clean_line, place.street), town) if line)
