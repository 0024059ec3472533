"""An advice as its reader is told: cards with their why, and all that goes with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from catalog.advice.limits import price_told
from catalog.advice.model import ASKED, FARE, Reason
from catalog.advice.travel import Mode
from catalog.clock import PARIS
from catalog.hours.unstated import has_no_hours
from catalog.model import Kind, TermId
from catalog.text import clean_line, fold
from catalog.vocabulary import guarantee
from kiosk.i18n import N_
from kiosk.present.advice_cautions import caution_lines
from kiosk.present.advice_doubts import (
    nothing_line,
    outside_line,
    relaxed_line,
    unmet_line,
    unplaced_line,
    unsure_line,
)
from kiosk.present.advice_reasons import price_line, reason_lines
from kiosk.present.advice_said import described, said_of, says_note
from kiosk.present.advice_times import day_note
from kiosk.present.facts import measures
from kiosk.present.gesture import gesture_line
from kiosk.present.listing import listing_view
from kiosk.present.way import HERE_KM
from kiosk.present.words import Thesaurus, Words, capital, no_thesaurus
from kiosk.views import ListingView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from catalog.advice import Advice, Practical, Proposal
    from catalog.advice.travel import Way
    from catalog.model import Listing
    from kiosk.i18n import Translator

_BESIDE_KM: Final = 1.0
_PRICES: Final = 6
_TAXI: Final = TermId("taxi")
LONGEST_WALK_KM: Final = 8.0
"""Farther than this nobody walks there: the minutes would be an odd thing to read."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A proposal or near miss. `why` and `but`: sentences; `way`: how far, about how long;
    `status`: open now, "" where another time was asked for and a sentence tells of that;
    `price`: the lowest one, "" where a sentence tells of it or none is known."""

    listing: ListingView
    status: str
    why: tuple[str, ...]
    but: tuple[str, ...]
    way: str
    price: str = ""


@dataclass(frozen=True, slots=True)
class AdviceView:
    """Finished sentences in one language; "" and None where there is nothing to say. `about`: what
    the question was about and does not fit, also the first near miss; `about_heading` stands over
    it. `at_hand`: the office next door, where `office` is in another town. `unplaced`: that a place
    named is not known, or beyond the catalogue. `unsure`: that no proposal is known to keep a
    limit. `unmet`: what none of them is. `labels`: what each label asked for guarantees."""

    cards: tuple[CardView, ...]
    about: CardView | None
    near_misses: tuple[CardView, ...]
    nothing: str
    relaxed: str
    fallback_heading: str
    fallback: CardView | None
    on_the_way: CardView | None
    detour: str
    practical: str
    gesture: str
    office: ListingView | None
    about_heading: str = ""
    unplaced: str = ""
    labels: tuple[str, ...] = ()
    at_hand: str = ""
    unsure: str = ""
    unmet: str = ""


def advice_view(
    advice: Advice,
    *,
    t: Translator,
    now: datetime,
    thesaurus: Thesaurus = no_thesaurus,
) -> AdviceView:
    """Everything that an advice says, in the language of `t`."""
    words = Words(t, thesaurus)
    # Who asks for the office asks when it is open: on which days too, and whether at noon.
    in_full = advice.request.types == (Kind.OFFICE,) and advice.request.concern is None

    def card(proposal: Proposal) -> CardView:
        if proposal.unsure & advice.unsure:  # said once, over all of them
            told = tuple(
                each
                for each in proposal.cautions
                if each.value != "unknown" or each.limit not in advice.unsure
            )
            proposal = replace(proposal, cautions=told)
        shown = card_view(
            proposal,
            words=words,
            now=now,
            when=advice.request.moment,
            weather=advice.request.weather,
            thesaurus=thesaurus,
        )
        asked = any(each.key == ASKED for each in proposal.reasons)
        more = (
            *(shown.listing.hours if in_full else ()),
            *(shown.listing.prices[:_PRICES] if asked else ()),
        )
        return replace(shown, why=(*shown.why, *more))

    fallback, on_the_way = advice.fallback, advice.on_the_way
    return AdviceView(
        cards=tuple(_described(card(each), each, words) for each in advice.proposals),
        about=card(advice.about) if advice.about is not None else None,
        near_misses=tuple(card(each) for each in advice.near_misses),
        nothing="" if advice.proposals or advice.about else nothing_line(advice, words),
        relaxed=relaxed_line(advice, t),
        fallback_heading=situation_line(fallback.situation, t) if fallback else "",
        fallback=card(fallback.proposal) if fallback else None,
        on_the_way=card(on_the_way.proposal) if on_the_way else None,
        detour=_detour(on_the_way.detour_minutes, t) if on_the_way else "",
        practical=practical_line(advice.practical, words),
        gesture=gesture_line(advice.gesture, t.lang),
        office=(
            listing_view(advice.office, t=t, now=now, thesaurus=thesaurus)
            if advice.office
            else None
        ),
        at_hand=_at_hand(advice, t),
        about_heading=about_heading(advice.about, t) if advice.about is not None else "",
        unplaced=unplaced_line(advice.unplaced, t) or outside_line(advice.outside, t),
        unsure=unsure_line(advice, t),
        unmet=unmet_line(advice, words),
        labels=tuple(_guarantees(advice.request.labels, words)),
    )


def _described(card: CardView, proposal: Proposal, words: Words) -> CardView:
    return replace(card, why=(*card.why, *described(card.listing, proposal, words)))


def about_heading(about: Proposal, t: Translator) -> str:
    """Whose state is told first: "You ask about “La Roucarié Lake”:"."""
    # Translators: heading over what is known of the place that the question is about
    text = t._("You ask about “%(name)s”:")
    return text % {"name": _named(about.listing, t.lang)}


def _at_hand(advice: Advice, t: Translator) -> str:
    if advice.at_hand is None:
        return ""
    listing, km = advice.at_hand
    return f"{_named(listing, t.lang)} · {t.distance_km(km)}"


def _named(listing: Listing, lang: str) -> str:
    name = listing.name.best(lang)
    return capital(clean_line(name.text)) if name is not None else listing.id


def _guarantees(labels: Iterable[TermId], words: Words) -> Iterator[str]:
    """What a visitor who names a label may rely on, as its owner publishes it."""
    t = words.t
    for label in labels:
        name, fact = words.term(label), guarantee(label, t.lang)
        if name and fact:
            yield t._("%(name)s: %(fact)s") % {"name": capital(name), "fact": fact}


def card_view(
    proposal: Proposal,
    *,
    words: Words,
    now: datetime,
    when: str | None = None,
    weather: str | None = None,
    thesaurus: Thesaurus = no_thesaurus,
) -> CardView:
    """One proposal with its reasons and cautions in words; those of time only when a time was
    asked for: else its status tells of now."""
    today = now.astimezone(PARIS).date()
    if when is None:
        proposal = replace(
            proposal,
            reasons=tuple(each for each in proposal.reasons if each.key != "when"),
            cautions=tuple(each for each in proposal.cautions if each.limit != "when"),
        )
    away = _from_place(proposal, words.t)
    near = tuple(c for c in proposal.cautions if (c.field, c.limit) != ("place", "where"))
    far = away and near != proposal.cautions
    if far:  # told with the name of that place
        proposal = replace(proposal, cautions=near)
    view = listing_view(proposal.listing, t=words.t, now=now, thesaurus=thesaurus)
    timed = any(each.key == "when" for each in proposal.reasons) or any(
        each.limit == "when" or each.field == "notice" for each in proposal.cautions
    )
    silent = timed or has_no_hours(proposal.listing)
    return CardView(
        listing=view,
        status="" if silent else view.status.sentence,
        why=(
            *_beside(proposal, words.t),
            *_onward(proposal, words.t),
            *_arrival(proposal, words.t),
            *(away if not far else ()),
            *reason_lines(proposal, words=words, today=today, weather=weather),
            *said_of(view),
            *(() if says_note(view, proposal) else day_note(proposal, words)),
            *_measured(proposal, words),
        ),
        but=(
            *(away if far else ()),
            *caution_lines(proposal, words=words, today=today),
        ),
        way=way_line(proposal.way, words.t) if proposal.arrival is None else "",
        price=_price(proposal, words.t),
    )


def _measured(proposal: Proposal, words: Words) -> tuple[str, ...]:
    """How long and how hard a route is, where no sentence tells of it."""
    told = {each.field for each in proposal.reasons} | {each.field for each in proposal.cautions}
    line = measures(proposal.listing, told, words)
    return (line,) if line else ()


def _price(proposal: Proposal, t: Translator) -> str:
    """The lowest price, where no sentence tells of prices."""
    if proposal.listing.kind is Kind.OFFICE:
        return ""  # nobody wonders what a question costs
    told = {each.field for each in proposal.reasons if each.key != FARE}
    told |= {each.field for each in proposal.cautions}
    lowest = price_told(proposal.listing)
    if "prices" in told or not isinstance(lowest, Reason):
        return ""
    return capital(price_line(lowest.value, t))


def _beside(proposal: Proposal, t: Translator) -> tuple[str, ...]:
    """The thing that the proposal was wanted beside."""
    if proposal.beside is None:
        return ()
    listing, km = proposal.beside
    told = {"name": _named(listing, t.lang), "distance": t.distance_km(km)}
    # Translators: the visitor asked for a thing near another: that one's name, and how far it is
    return (t._("Close to %(name)s: %(distance)s") % told,)


def _onward(proposal: Proposal, t: Translator) -> tuple[str, ...]:
    """How much longer the way becomes for who drives on to a town."""
    if proposal.towards is None:
        return ()
    town, longer = proposal.towards
    told = {"place": clean_line(town), "duration": t.minutes(longer)}
    # Translators: the visitor drives on to that town; how much longer the way becomes
    return (t._("On the way to %(place)s: about %(duration)s more") % told,)


def _arrival(proposal: Proposal, t: Translator) -> tuple[str, ...]:
    """Where one gets out for a town, and how far from it: nobody drives there."""
    if proposal.arrival is None:
        return ()
    town, km = proposal.arrival
    told = {"place": clean_line(town), "distance": t.distance_km(km)}
    # Translators: the station or stop of arrival for the town named, and how far from its centre
    return (t._("You get off here for %(place)s: %(distance)s from the centre") % told,)


def _from_place(proposal: Proposal, t: Translator) -> tuple[str, ...]:
    """How far it is from the place named, where it is not in it."""
    place = proposal.place
    own = {fold(text.text) for text in proposal.listing.name.texts}
    own.add(fold(proposal.listing.place.commune or ""))
    is_here = abs(proposal.distance_km - proposal.way.straight_km) < _BESIDE_KM / 2
    called = _TAXI in proposal.listing.concepts  # it comes to who calls it
    if not place or called or is_here or fold(place) in own or proposal.distance_km < _BESIDE_KM:
        return ()
    told = {"place": clean_line(place), "distance": t.distance_km(proposal.distance_km)}
    # Translators: how far it is from the place that the visitor named
    return (t._("From %(place)s: %(distance)s") % told,)


def way_line(way: Way, t: Translator) -> str:
    """As "3,2 km · about 14 min by bike": a straight line, and an estimate from it."""
    if way.straight_km < HERE_KM:
        return t._("A few steps away")
    if way.mode is Mode.WALK and way.straight_km > LONGEST_WALK_KM:
        return t.distance_km(way.straight_km)
    text = {
        # Translators: distance in a straight line, then a rough walking time
        Mode.WALK: N_("%(distance)s · about %(duration)s on foot"),
        # Translators: distance in a straight line, then a rough cycling time
        Mode.BIKE: N_("%(distance)s · about %(duration)s by bike"),
        # Translators: distance in a straight line, then a rough driving time
        Mode.CAR: N_("%(distance)s · about %(duration)s by car"),
        # Translators: distance in a straight line, then a rough time by motorbike
        Mode.MOTORBIKE: N_("%(distance)s · about %(duration)s by motorbike"),
    }[way.mode]
    return t._(text) % {
        "distance": t.distance_km(way.straight_km),
        "duration": t.minutes(way.minutes),
    }


def situation_line(situation: str, t: Translator) -> str:
    """The heading of what to do instead: "If it rains:"."""
    return {
        "rain": t._("If it rains:"),
        "hot": t._("If it is too hot:"),
        # Translators: if the proposed place has no room left
        "full": t._("If it is full:"),
    }[situation]


def detour_heading(detour: str, t: Translator) -> str:
    """As "On the way: about 8 min more"; the plain heading where `detour` is ""."""
    # Translators: heading of a stop worth making on the road to the suggestions
    heading = t._("On the way:")
    return f"{heading} {detour[:1].lower()}{detour[1:]}".strip()


def _detour(minutes: int, t: Translator) -> str:
    if not minutes:
        return t._("On the way")
    # Translators: how much longer the way becomes
    return t._("About %(duration)s more") % {"duration": t.minutes(minutes)}


def practical_line(found: tuple[Practical, ...], words: Words) -> str:
    """As "Toilets 200 m · Drinking water on site"; "" where nothing practical is near."""
    t = words.t
    parts = []
    for each in found:
        what = words.term(each.term)
        if not what:
            continue
        if each.listing is None:
            # Translators: toilets, parking … at the place itself
            parts.append(t._("%(what)s on site") % {"what": capital(what)})
        else:
            distance = t.distance_km(each.distance_km)
            parts.append(
                # Translators: toilets, parking … and how far they are
                t._("%(what)s %(distance)s") % {"what": capital(what), "distance": distance}
            )
    return " · ".join(parts)
