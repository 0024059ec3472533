"""Each reason of an advice as one short sentence, and what its cautions tell in the same words."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from catalog.advice.model import ASKED
from catalog.model import Handicap, Kind, Shape, TermId
from catalog.text import clean_line
from kiosk.i18n import N_
from kiosk.present.access import marks_line, stars_line
from kiosk.present.advice_times import opening_line
from kiosk.present.facts import DIFFICULTIES, SHAPES, spoken_line
from kiosk.present.prices import family_line
from kiosk.present.words import Words, capital

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.advice import Proposal, Reason
    from kiosk.i18n import Translator

_AUDIENCES: Final = {
    "family": "families",
    "kids": "kids",
    "toddler": "toddlers",
    "baby": "toddlers",
    "teens": "teens",
    "adults": "adults",
    "couple": "couples",
    "seniors": "seniors",
    "group": "groups",
    "school": "schools",
}
_COMPANY: Final = {
    # Translators: those for whom a place is good; they follow a word like "For"
    "dog": N_("visitors with a dog"),
    "pregnant": N_("mothers-to-be"),
    "stroller": N_("pushchairs"),
    "wheelchair": N_("wheelchair users"),
    "reduced": N_("people with reduced mobility"),
    # Translators: an off-road wheelchair pulled and pushed by helpers; keep the French word
    "joelette": N_("joëlette users"),
    "blind": N_("blind and partially sighted visitors"),
    "bike": N_("cyclists"),
    "bike_trailer": N_("bicycles with a trailer"),
    "camper_van": N_("camper vans"),
    "coach": N_("coaches"),
}
_WEATHER: Final = {
    # Translators: a place and why it suits rainy weather
    "rain": N_("Sheltered from the rain: %(what)s"),
    # Translators: a place and why it suits hot weather
    "hot": N_("Cool in the heat: %(what)s"),
}


_ROLLED: Final = TermId("wheelchair_friendly")
_WALKED: Final = frozenset({"walking", "hiking"})
_FOOTPATHS: Final = frozenset(
    map(TermId, ("walking_route", "long_distance_path", "themed_trail", "hiking", "walking"))
)
"""Sorts of routes of which it is plain that one walks on them."""


def reason_lines(
    proposal: Proposal, *, words: Words, today: date, weather: str | None
) -> list[str]:
    """Why it is proposed, the words asked for together first; distance is told elsewhere."""
    t = words.t
    lines = []
    told = {TermId(term) for term in proposal.listing.concepts[:1]}  # stands beside the name
    asked = [
        word
        for reason in proposal.reasons
        if reason.key in {"themes", "labels"} and reason.field != "spoken"
        if (word := words.term(TermId(reason.value))) is not None
        and not (reason.field == "concepts" and reason.value in told)
        and not _goes_without_saying(reason, proposal)
    ]
    if asked:
        # Translators: what the visitor asked for and the place has: "castle, terrace"
        lines.append(
            t._("What you asked for: %(list)s") % {"list": ", ".join(dict.fromkeys(asked))}
        )
    for reason in proposal.reasons:
        line = _reason(reason, proposal, words, today, weather)
        if line:
            lines.append(line)
    lines += list(_company(proposal, words))
    return list(dict.fromkeys(lines))


def _reason(
    reason: Reason, proposal: Proposal, words: Words, today: date, weather: str | None
) -> str:
    t = words.t
    match reason.field, reason.key:
        case (("openings" | "dates"), _):
            return opening_line(reason, proposal, t, today)
        case "prices", _:
            return _priced(reason, proposal, words)
        case "pets", _:
            return t._("Pets allowed")
        case "access.wheelchair", _:
            return t._("Accessible to wheelchair users")
        case "itinerary.modes", key if reason.value == _ROLLED and key.startswith("mobility:"):
            return t._("Accessible to wheelchair users")
        case "access.marks", _:
            return marks_line([Handicap(reason.value)], proposal.listing.labels, t)
        case "spoken", _:
            return spoken_line(proposal.listing, words)
        case "notice", _:
            if reason.confirmed is None:
                return ""
            # Translators: an adviser of the office recommends it; initials and date
            text = t._("An adviser's favourite (%(initials)s, %(date)s)")
            return text % {"initials": clean_line(reason.source), "date": t.date(reason.confirmed)}
        case _, "renown":  # the label by itself: "Patrimoine mondial UNESCO"
            return capital(words.term(TermId(reason.value)) or "")
        case _, ("age" | "stars"):
            return counted_line(reason.key, int(reason.value), t)
        case _, "weather":
            what = words.term(TermId(reason.value))
            text = _WEATHER.get(weather or "", N_("Suits the weather: %(what)s"))
            return t._(text) % {"what": what} if what else ""
    return figure_line(reason.field, reason.value, t)


def counted_line(what: str, count: int, t: Translator) -> str:
    """How many stars a house has, or from which age on something is done."""
    if what == "stars":
        return stars_line(count, t)
    # Translators: an activity; age is a number of years: "From 7 years of age"
    return t._("From %(age)s years of age") % {"age": count}


def _priced(reason: Reason, proposal: Proposal, words: Words) -> str:
    if reason.key == ASKED:
        return ""  # all of them are told
    if reason.key == "family_rate":
        return family_line(proposal.listing, words)
    return capital(price_line(reason.value, words.t))


def _goes_without_saying(reason: Reason, proposal: Proposal) -> bool:
    """Whether nobody needs to be told: that one walks on a footpath, that cyclists ride there; that
    a path is good for dogs says nothing of whether they may come."""
    if reason.field not in {"concepts", "itinerary.modes"}:
        return False
    if reason.key in {"party:dog", "mobility:bike"}:
        return True
    if proposal.listing.kind is not Kind.ITINERARY or reason.value not in _WALKED:
        return False
    return not _FOOTPATHS.isdisjoint(proposal.listing.concepts)


def _company(proposal: Proposal, words: Words) -> Iterator[str]:
    """Whom of those who come it suits, and by what: a line for each, one for those alike."""
    by_member: dict[str, dict[str, bool]] = {}
    meant: list[str] = []
    main = {*proposal.listing.concepts[:1]}
    known = {each.value for each in proposal.reasons if each.key in {"themes", "labels"}} - main
    in_weather = {reason.value for reason in proposal.reasons if reason.key == "weather"}
    # What a thing is vouches for nobody whose way in is not stated.
    unvouched = {each.limit for each in proposal.cautions if each.field == "access"}
    for reason in proposal.reasons:
        part, _, member = reason.key.partition(":")
        word = words.term(TermId(reason.value))
        if part not in {"party", "mobility"} or word is None or reason.key in unvouched:
            continue
        if reason.value in in_weather | known | {_ROLLED} or _goes_without_saying(reason, proposal):
            continue
        if reason.field == "audience":  # told as it is stated: "families", whoever asked
            meant.append(word)
        elif reason.field in {"concepts", "amenities", "itinerary.modes"}:
            by_member.setdefault(member, {})[word] = reason.value in main
    if meant:
        yield words.t._("For: %(list)s") % {"list": words.t.join(dict.fromkeys(meant))}
    said: dict[tuple[str, ...], list[str]] = {}
    for member, what in by_member.items():
        who = who_for(member, words)
        # What stands on the card already is only told again where nothing else says for whom.
        new = [word for word, told in what.items() if not told] or ([] if meant else [*what])
        if who and new:
            said.setdefault(tuple(new), []).append(who)
    once: dict[str, None] = {}
    for what_for, who_comes in said.items():
        first = [word for word in what_for if word not in once]
        once.update(dict.fromkeys(first))
        if first:
            # Translators: for whom it is good, and by what: "For families: playground"
            text = words.t._("For %(who)s: %(what)s")
            yield text % {"who": words.t.join(who_comes), "what": ", ".join(first)}


def who_for(member: str, words: Words) -> str:
    """One of those who come, as "For" is followed by: "pushchairs"; "" where nothing says it."""
    if member in _AUDIENCES:
        return words.term(TermId(_AUDIENCES[member])) or ""
    return words.t._(_COMPANY[member]) if member in _COMPANY else ""


def price_line(value: str, t: Translator) -> str:
    """A lowest price, or "free", as one short phrase."""
    if value == "free":
        return t.p_("price", "Free")
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return ""
    return t.p_("price", "from %(amount)s") % {"amount": t.money(amount)}


def figure_line(field: str, value: str, t: Translator) -> str:
    """A stated figure of a route; "" for another field."""
    match field:
        case "itinerary.distance_m":
            return t._("Distance: %(distance)s") % {"distance": t.length(int(value))}
        case "itinerary.duration_min":
            return t._("Duration: %(duration)s") % {"duration": t.minutes(int(value))}
        case "itinerary.days":
            return t.n_("In %(count)s day", "In %(count)s days", int(value))
        case "itinerary.difficulty":
            return t._(DIFFICULTIES[value])
        case "itinerary.shape" if value != Shape.LOOP:
            return t._(SHAPES[Shape(value)])
    return ""
