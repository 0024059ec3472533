"""Whom and what somebody in need can go to: near, and not shut at this hour.

A doctor or a chemist who is not known to be open is no help; a hospital, a defibrillator or the
police are told of as long as nobody says that they are shut, with what is known of their hours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.journal import by_listing
from catalog.model import Kind, TermId
from catalog.request.model import Concern
from kiosk.present import status
from kiosk.present.notices import noticed
from kiosk.views import Openness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.advice import Adviser
    from catalog.model import Listing
    from kiosk.asker import Asker
    from kiosk.present.words import Words

_HEALTH: Final = ("doctor", "hospital", "pharmacy", "defibrillator")
_POLICE: Final = ("police",)
_TERMS: Final = {
    Concern.EMERGENCY: _HEALTH,
    Concern.DESPAIR: _HEALTH[:2],
    Concern.VIOLENCE: (*_POLICE, *_HEALTH[:2]),
    Concern.LOST_PERSON: _POLICE,
    Concern.LOST_THING: (),
}
"""Whom and what each concern wants near, as concepts; then the office."""
_ONLY_OPEN: Final = frozenset({"doctor", "pharmacy"})
_SHUT: Final = frozenset({Openness.CLOSED, Openness.CANCELLED, Openness.COMING})
_HELP_KM: Final = 40.0
_LOOKED_AT: Final = 12
"""How many of a kind are looked at before none is known to be open."""


def nearest_help(
    adviser: Adviser, concern: Concern, asker: Asker, words: Words
) -> tuple[Listing, ...]:
    """The nearest of each that a concern wants, never one that is shut now or by a notice; then
    the nearest office, which keeps lost property even while it is shut."""
    found: dict[str, Listing] = {}
    for term in _TERMS.get(concern, ()):
        for state, listing in _near(adviser, asker, words, term=term):
            if state is Openness.OPEN or (state not in _SHUT and term not in _ONLY_OPEN):
                found.setdefault(listing.id, listing)
                break
    for state, office in _near(adviser, asker, words):
        if state not in _SHUT or concern is Concern.LOST_THING:
            found.setdefault(office.id, office)
            break
    return tuple(found.values())


def _near(
    adviser: Adviser, asker: Asker, words: Words, *, term: str = ""
) -> Iterator[tuple[Openness, Listing]]:
    """Those around of a concept, else the offices, nearest first, each with its state."""
    nearest = adviser.catalogue.nearest(
        asker.origin,
        kinds=() if term else (Kind.OFFICE,),
        concepts=(TermId(term),) if term else (),
        within_km=_HELP_KM,
        limit=_LOOKED_AT,
    )
    told = by_listing(adviser.notices)
    for listing in adviser.catalogue.get_many(id for id, _ in nearest):
        now = status(listing, t=words.t, now=asker.now)
        notices = told.get(listing.id, ())
        yield noticed(now, notices, words, asker.now.date()).state, listing
