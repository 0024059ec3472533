"""Each reason and each caution of an advice as one short sentence."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from catalog.advice.figures import ASKED
from catalog.advice.holding import KINDRED, may_be_told
from catalog.model import Handicap, Kind, Shape, TermId
from catalog.text import clean_line
from kiosk.i18n import N_
from kiosk.present.access import marks_line
from kiosk.present.advice_times import never_line, opening_line, time_line
from kiosk.present.facts import DIFFICULTIES, SHAPES, spoken_line
from kiosk.present.listing import kind_name
from kiosk.present.notices import notice_line
from kiosk.present.prices import family_line
from kiosk.present.words import Words, capital

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.advice import Caution, Proposal, Reason
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
_NOTE: Final = 100
"""Letters of a note that stands behind a sentence."""
_WAYS_IN: Final = frozenset({"step_free", "lift", "accessible_parking"})
"""What is asked for by who cannot climb stairs: that nobody states how to get in says it."""
_PLAIN: Final = {
    ("cancelled", "yes"): N_("Cancelled"),
    ("pets", "no"): N_("Pets not allowed"),
    ("pets", "unknown"): N_("Dogs: not known, please ask before you go"),
    ("access.wheelchair", "no"): N_("Not accessible to wheelchair users"),
    ("horses", "unknown"): N_("Horses: not known, please ask before you go"),
    ("access", "mobility:blind"): N_(
        "Blind and partially sighted visitors: not known, please ask before you go"
    ),
    ("access", "unknown"): N_("Access not stated: please ask before you go"),
    ("prices", "unknown"): N_("Price not known"),
    ("dates", "unknown"): N_("Dates not known: please ask the office"),
    ("openings", "unknown"): N_("Hours not known: please ask the office"),
    ("openings", "hours"): N_("Hours not stated for that day: please ask the office"),
    ("dates", "hours"): N_("Hours not stated for that day: please ask the office"),
    ("openings", "soon"): N_("Closes soon"),
    ("dates", "soon"): N_("Ends soon"),
    ("audience", "unknown"): N_("Groups: not known, please ask before you go"),
    ("amenities", "unknown"): N_("Groups by coach: not known, please ask before you go"),
    ("weather", "unknown"): N_("Sheltered from the rain or not: please ask before you go"),
    ("itinerary.days", "one"): N_("Not a walk of several days"),
    ("spoken", "unknown"): N_("Language of the visit not stated: please ask"),
    ("itinerary.distance_m", "unknown"): N_("Length not stated"),
    ("itinerary.duration_min", "unknown"): N_("Duration not stated"),
    ("itinerary.difficulty", "unknown"): N_("Difficulty not stated"),
}


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


def caution_lines(proposal: Proposal, *, words: Words, today: date) -> list[str]:
    """Why not, or what to mind; what rules it out first."""
    # That the hours of a day are not stated stands behind the day.
    days = {each.field for each in proposal.reasons if each.key == "when"}
    lines = [
        _caution(caution, proposal, words, today)
        for caution in proposal.cautions
        if not (caution.value == "hours" and caution.field in days)
    ]
    reached = any(each.field == "access" for each in proposal.cautions)
    alone = bool(proposal.against) and all(each.field == "lacks" for each in proposal.against)
    lacking = [
        word
        for caution in proposal.cautions
        if caution.field == "lacks"
        and (alone or may_be_told(proposal.listing, TermId(caution.value)))
        and not (reached and caution.value in _WAYS_IN)
        and (word := words.term(TermId(caution.value))) is not None
    ]
    if lacking:
        # Translators: what the visitor asked for and the catalogue does not say of this place
        lines.append(words.t._("Not stated: %(list)s") % {"list": ", ".join(lacking)})
    return [line for line in dict.fromkeys(lines) if line]


def shut_line(proposal: Proposal, *, words: Words, today: date) -> str:
    """The staff's word that nobody can go there, "" without one."""
    for caution in proposal.against:
        if caution.field == "notice":
            return _notice(caution, proposal, words, today)
    return ""


def _kindred(proposal: Proposal, term: str) -> bool:
    """Whether it may be what was asked for, though nobody states it: a lake, to bathe in."""
    return bool(KINDRED.get(TermId(term), frozenset()) & set(proposal.listing.concepts))


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
        case _, "weather":
            what = words.term(TermId(reason.value))
            text = _WEATHER.get(weather or "", N_("Suits the weather: %(what)s"))
            return t._(text) % {"what": what} if what else ""
    return _figure(reason.field, reason.value, t)


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
        who = _who(member, words)
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


def _who(member: str, words: Words) -> str:
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


def _caution(caution: Caution, proposal: Proposal, words: Words, today: date) -> str:
    t = words.t
    ends = proposal.standing.end
    if (caution.field, caution.value) == ("openings", "soon") and ends is not None:
        # Translators: it closes soon after the time asked for
        return t._("Closes at %(time)s") % {"time": t.time(ends)}
    known_by = (caution.limit, caution.value, "")
    plain = next(
        (_PLAIN[caution.field, by] for by in known_by if (caution.field, by) in _PLAIN), None
    )
    if plain is not None:
        note = words.note(proposal.listing.access.note) if caution.value == "no" else ""
        shut = caution.field == "access.wheelchair" and 0 < len(note) <= _NOTE
        return f"{t._(plain)} ({note})" if shut else t._(plain)
    match caution.field:
        case "notice":
            return _notice(caution, proposal, words, today)
        case "openings" | "dates":
            if caution.value == "never":
                return never_line(proposal, words)
            return time_line(caution, t, today, proposal.standing.start)
        case "prices":
            # Translators: the lowest price is above what the visitor wants to pay
            return t._("Dearer than you wish: %(price)s") % {"price": price_line(caution.value, t)}
        case "place" | "transport":
            return _far(caution, t)
        case "spoken":  # another language than those stated
            return spoken_line(proposal.listing, words)
        case "kinds":
            if any(_kindred(proposal, each.value) for each in proposal.cautions):
                return ""
            # Translators: it is not the kind of thing asked for
            text = t._("Of another kind: %(what)s")
            return text % {"what": kind_name(Kind(caution.value), t)}
        case "labels":
            return _label(caution, words)
        case "concepts":
            return _unsuited(caution, words)
    return _route(caution, words) if caution.field.startswith("itinerary.") else ""


def _label(caution: Caution, words: Words) -> str:
    term, _, state = caution.value.partition(":")
    text = (
        words.t._("%(label)s: applied for, not awarded yet")
        if state == "in_progress"
        # Translators: a quality label that the place had once
        else words.t._("%(label)s: no longer held")
    )
    return text % {"label": words.term(TermId(term)) or term}


def _notice(caution: Caution, proposal: Proposal, words: Words, today: date) -> str:
    """The notice that a caution is of, in its own words."""
    said = (caution.value, caution.since, caution.until)
    for notice in proposal.notices:
        if (notice.kind.value, notice.since, notice.until) == said:
            return notice_line(notice, words, today)
    return ""


def _far(caution: Caution, t: Translator) -> str:
    distance = t.distance_km(float(caution.value.removesuffix(" km")))
    if caution.field == "transport":
        # Translators: a railway station near the place; no timetable is known here
        text = t._("Railway station %(distance)s from there: ask for the trains")
        return text % {"distance": distance}
    text = {
        "radius_km": N_("Farther than you wish: %(distance)s"),
        # Translators: too far to go on foot or by bicycle
        "mobility": N_("Too far without a car: %(distance)s"),
    }.get(caution.limit, N_("A long way: %(distance)s"))
    return t._(text) % {"distance": distance}


def _unsuited(caution: Caution, words: Words) -> str:
    t = words.t
    what = words.term(TermId(caution.value.removeprefix("-")))
    if not what:
        return ""
    if caution.limit == "themes":
        # Translators: it is one of the things that the visitor ruled out
        return t._("You would rather not: %(what)s") % {"what": what}
    if caution.limit == "weather":
        return t._("Not for this weather: %(what)s") % {"what": what}
    who = _who(caution.limit.partition(":")[2], words)
    # Translators: for whom it is no good, and why
    return t._("Not ideal for %(who)s: %(what)s") % {"who": who, "what": what} if who else ""


def _route(caution: Caution, words: Words) -> str:
    """A figure of a route that is more than was asked for, than suits, or is not stated."""
    t = words.t
    what = _bare(caution.field, caution.value, t)
    who = _who(caution.limit.partition(":")[2], words)
    if who:
        return t._("Not ideal for %(who)s: %(what)s") % {"who": who, "what": what}
    if caution.field == "itinerary.difficulty":
        return t._(DIFFICULTIES[caution.value])  # a near miss: said alone it is plain
    # Translators: a length, a duration or a difficulty other than the visitor wished
    return t._("Not as you wish: %(what)s") % {"what": what}


def _bare(field: str, value: str, t: Translator) -> str:
    """A figure behind a colon: without the word that says what it is."""
    if field == "itinerary.distance_m":
        return t.length(int(value))
    if field == "itinerary.duration_min":
        return t.minutes(int(value))
    told = _figure(field, value, t)
    sentence = field in {"itinerary.days", "itinerary.shape"}
    return told[:1].lower() + told[1:] if sentence else told


def _figure(field: str, value: str, t: Translator) -> str:
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
