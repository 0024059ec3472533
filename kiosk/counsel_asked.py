"""What is asked of those shown, answered from their fields; what nobody states is said to be so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.advice.by_train import STATION
from catalog.advice.profiles import profiles, verdict
from catalog.advice.timing import asked_time
from catalog.advice.travel import STATION_KM, STROLL_KM, point_of, stated_mode
from catalog.advice.travel import way as way_there
from catalog.journal import by_listing
from catalog.model import TermId
from catalog.vocabulary import concepts
from kiosk.i18n import N_
from kiosk.present import listing_view
from kiosk.present.advice import way_line
from kiosk.present.advice_plan import frames, sums
from kiosk.present.replies import HELD, answer
from kiosk.present.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.advice import Adviser
    from catalog.advice.dialogue import Dialogue
    from catalog.advice.planning import Plan
    from catalog.model import Listing
    from catalog.request.turns_model import Turn
    from kiosk.asker import Asker

_SHOWN: Final = 3
OF_THE_DAY: Final = frozenset({"back", "duration"})
_PUBLIC: Final = "public_transport"
_UNKNOWN: Final = {
    "price": N_("Price not known"),
    "pets": N_("Dogs: not known, please ask before you go"),
    "access": N_("Access not stated: please ask before you go"),
}
"""How it is said of one field among several that nobody states it."""


def facts_of_shown(
    adviser: Adviser, dialogue: Dialogue, turn: Turn, asker: Asker
) -> tuple[str, ...]:
    """The answer to a question about what is shown: of the listing meant, else of each."""
    t, words = asker.t, Words(asker.t, adviser.catalogue.thesaurus)
    ids = (turn.target,) if turn.target else tuple(each.id for each in dialogue.shown)
    fields = (turn.field or "", *turn.besides)
    lines: list[str] = []
    silent: list[str] = []
    trains = False
    for listing in adviser.catalogue.get_many(ids[:_SHOWN]):
        told = _Told(adviser, dialogue, turn, asker, words, listing)
        facts = [told.fact(field) for field in fields]
        if any(facts):
            facts = [
                fact or _unknown(field, words) for field, fact in zip(fields, facts, strict=True)
            ]
        fact = " · ".join(filter(None, facts))
        if fact:
            # Translators: the name of a place, and what is known of it
            lines.append(t._("%(name)s: %(fact)s") % {"name": told.title, "fact": fact})
        trains |= told.asks_timetable
        if not fact and not told.asks_timetable:
            silent.append(told.title)
    if silent:
        # Translators: what the catalogue does not say of these places; then the office's phone
        text = t._("%(names)s: not stated. Please ask: %(phone)s")
        lines.append(text % {"names": t.join(silent), "phone": asker.phone})
    if trains:
        # Translators: whether a train or a bus goes there is not known; the office's phone
        text = t._("Trains and buses: not known, please ask: %(phone)s")
        lines.append(text % {"phone": asker.phone})
    return tuple(lines)


def facts_of_day(day: Plan, turn: Turn, asker: Asker) -> tuple[str, ...]:
    """What is known of a planned day as a whole: when one is back, what it costs, how far one
    goes; of the days asked for, where some were."""
    if turn.field in {"price", "distance"}:
        return sums(day, asker.t, field=turn.field)
    if turn.field not in OF_THE_DAY:
        return ()
    asked = asked_time(turn.when, asker.now)
    named = asked.days if asked is not None else ()
    return frames([each for each in day.days if each.day in named] or day.days, asker.t)


class _Told:
    """One listing that is asked about."""

    def __init__(
        self,
        adviser: Adviser,
        dialogue: Dialogue,
        turn: Turn,
        asker: Asker,
        words: Words,
        listing: Listing,
    ) -> None:
        self._adviser, self._turn, self._asker, self._words = adviser, turn, asker, words
        self._listing = listing
        self._notices = by_listing(adviser.notices).get(listing.id, ())
        said = dialogue.request.mobility if dialogue.request is not None else ()
        mode = stated_mode(turn.by) or stated_mode(said)
        view = listing_view(
            listing,
            t=asker.t,
            now=asker.now,
            origin=asker.origin,
            thesaurus=words.thesaurus,
            notices=self._notices,
        )
        there = way_there(asker.origin, point_of(listing), mode)
        self._view = replace(view, way=way_line(there, asker.t))
        self.title = view.title
        ridden = _PUBLIC in turn.by and there.straight_km > STROLL_KM
        self._station = self._nearest_station() if ridden else None
        self.asks_timetable = ridden and self._station is None

    def fact(self, field: str) -> str:
        """What the catalogue says of a field; "" where it is silent."""
        said = answer(
            field,
            self._listing,
            self._view,
            self._words,
            when=self._turn.when,
            now=self._asker.now,
            notices=self._notices,
        )
        if field in {"address", "distance"} and self._station is not None:
            t = self._asker.t
            # Translators: a railway station near the place; no timetable is known here
            text = t._("Railway station %(distance)s from there: ask for the trains")
            said = " · ".join((said, text % {"distance": t.distance_km(self._station)}))
        if field == "access" and "stroller" in self._turn.by:
            said = " · ".join(filter(None, (*self._for_pushchairs(), said)))
        return said

    def _nearest_station(self) -> float | None:
        near = self._adviser.around.near(
            point_of(self._listing), STATION, within_km=STATION_KM, enough=1
        )
        return next(iter(near.values()), None)

    def _for_pushchairs(self) -> Iterator[str]:
        """What makes a place good for them, as on its card."""
        profile, t = profiles()["stroller"], self._asker.t
        judged = verdict(self._listing, profile)
        good = [judged[1]] if judged is not None and judged[0] == "suits" else []
        good += [own for own in self._listing.amenities if own in profile.amenities]
        if good:
            what = ", ".join(self._words.terms(good))
            # Translators: for whom it is good, and by what: "For families: playground"
            yield t._("For %(who)s: %(what)s") % {"who": t._("pushchairs"), "what": what}


def _unknown(field: str, words: Words) -> str:
    """One field of several that nobody states."""
    if field in _UNKNOWN:
        return words.t._(_UNKNOWN[field])
    term = HELD.get(field, (field,))[0]
    word = words.term(TermId(term)) if term in concepts() else None
    # Translators: what the visitor asked for and the catalogue does not say of this place
    return words.t._("Not stated: %(list)s") % {"list": word} if word else ""
