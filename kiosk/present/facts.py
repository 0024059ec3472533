"""Figures of a route, and what a place offers, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Itinerary, Listing, Shape
from catalog.text import clean_line
from kiosk.i18n import N_
from kiosk.present.words import Words, capital

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

DIFFICULTIES: Final = {
    "very_easy": N_("Difficulty: very easy"),
    "easy": N_("Difficulty: easy"),
    "medium": N_("Difficulty: medium"),
    "hard": N_("Difficulty: hard"),
    "very_hard": N_("Difficulty: very hard"),
}

SHAPES: Final = {
    # Translators: a route that ends where it begins
    Shape.LOOP: N_("Loop"),
    # Translators: a route that comes back the way it went
    Shape.THERE_AND_BACK: N_("There and back by the same way"),
    # Translators: a route that ends elsewhere than where it begins
    Shape.ONE_WAY: N_("One way"),
}


def facts(listing: Listing, *, words: Words) -> tuple[str, ...]:
    """One line a fact, the route's figures first."""
    route = _route(listing.itinerary, words) if listing.itinerary is not None else ()
    return (*route, *_offers(listing, words))


def measures(listing: Listing, told: Collection[str], words: Words) -> str:
    """The figures of a route that nobody goes without knowing, in one line: how long, how hard,
    whether it comes back. `told`: fields that another sentence tells; "" where nothing is left."""
    route = listing.itinerary
    if route is None:
        return ""
    left = Itinerary(
        distance_m=route.distance_m if "itinerary.distance_m" not in told else None,
        duration_min=route.duration_min if "itinerary.duration_min" not in told else None,
        days=route.days if "itinerary.days" not in told else None,
        difficulty=route.difficulty if "itinerary.difficulty" not in told else None,
        shape=route.shape if "itinerary.shape" not in told else None,
    )
    return " · ".join(_route(left, words))


def _route(route: Itinerary, words: Words) -> Iterator[str]:
    t = words.t
    modes = words.terms(route.modes)
    if modes:
        yield capital(t.join(modes))
    if route.distance_m is not None:
        yield t._("Distance: %(distance)s") % {"distance": t.length(route.distance_m)}
    yield from _duration(route, words)
    yield from _heights(route, words)
    if route.difficulty is not None:
        yield t._(DIFFICULTIES[route.difficulty])
    if route.shape is not None:
        yield t._(SHAPES[route.shape])
    for note, text in (
        # Translators: the signs that mark a route on the ground
        (route.marking, t._("Waymarks: %(text)s")),
        # Translators: what the path is made of
        (route.surface, t._("Surface: %(text)s")),
        # Translators: the parts of a route of several days
        (route.stages, t._("Stages: %(text)s")),
    ):
        line = words.note(note)
        if line:
            yield text % {"text": line}


def _duration(route: Itinerary, words: Words) -> Iterator[str]:
    t = words.t
    if route.duration_min is not None:
        yield t._("Duration: %(duration)s") % {"duration": t.minutes(route.duration_min)}
    if route.days is not None:
        yield t.n_("In %(count)s day", "In %(count)s days", route.days)


def _heights(route: Itinerary, words: Words) -> Iterator[str]:
    t = words.t
    if route.ascent_m is not None:
        # Translators: all the climbs of a route added up
        yield t._("Ascent: %(height)s") % {"height": t.metres(route.ascent_m)}
    if route.descent_m is not None:
        # Translators: all the descents of a route added up
        yield t._("Descent: %(height)s") % {"height": t.metres(abs(route.descent_m))}
    if route.lowest_m is not None and route.highest_m is not None:
        # Translators: the lowest and the highest point of a route above the sea
        yield t._("Altitude: %(lowest)s – %(highest)s") % {
            "lowest": t.metres(route.lowest_m),
            "highest": t.metres(route.highest_m),
        }


def _offers(listing: Listing, words: Words) -> Iterator[str]:
    t = words.t
    for found, text in (
        # Translators: what a place has: wifi, a terrace …
        (words.terms(listing.amenities), t._("On site: %(list)s")),
        # Translators: whom a place or an event is meant for
        (words.terms(listing.audience), t._("For: %(list)s")),
        (words.terms(listing.payment), t._("Payment: %(list)s")),
        (_languages(listing, words), t._("Languages spoken: %(list)s")),
    ):
        if found:
            yield text % {"list": t.join(found)}
    if listing.pets is not None:
        yield t._("Pets allowed") if listing.pets else t._("Pets not allowed")


def spoken_line(listing: Listing, words: Words) -> str:
    """In which languages people are received."""
    text = words.t._("Languages spoken: %(list)s")
    return text % {"list": words.t.join(_languages(listing, words))}


def _languages(listing: Listing, words: Words) -> list[str]:
    """Names of languages; a word that is not a code is shown as the source wrote it."""
    names = (words.t.language_name(code) or clean_line(code) for code in listing.spoken)
    return list(dict.fromkeys(name for name in names if name))
