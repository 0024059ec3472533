"""Each caution of an advice as one short sentence: why not, or what to mind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.advice.holding import KINDRED, may_be_told
from catalog.model import Kind, TermId
from kiosk.i18n import N_
from kiosk.present.advice_reasons import counted_line, figure_line, price_line, who_for
from kiosk.present.advice_times import never_line, time_line
from kiosk.present.facts import DIFFICULTIES, spoken_line
from kiosk.present.listing import kind_name
from kiosk.present.notices import notice_line

if TYPE_CHECKING:
    from datetime import date

    from catalog.advice import Caution, Proposal
    from kiosk.i18n import Translator
    from kiosk.present.words import Words

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
    ("age", "unknown"): N_("Minimum age not stated: please ask before you go"),
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


def _caution(caution: Caution, proposal: Proposal, words: Words, today: date) -> str:
    t = words.t
    ends = proposal.standing.end
    if (caution.field, caution.value) == ("openings", "soon") and ends is not None:
        # Translators: it closes soon after the time asked for
        return t._("Closes at %(time)s") % {"time": t.time(ends)}
    plain = _plain(caution, proposal)
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
    return _figure(caution, words)


def _plain(caution: Caution, proposal: Proposal) -> str | None:
    """The sentence of a caution that is always the same one; nobody asks an office for its own
    hours."""
    unknown = (caution.field, caution.value) == ("openings", "unknown")
    if unknown and proposal.listing.kind is Kind.OFFICE:
        return N_("No opening hours stated")
    known_by = (caution.limit, caution.value, "")
    return next(
        (_PLAIN[caution.field, by] for by in known_by if (caution.field, by) in _PLAIN), None
    )


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
    who = who_for(caution.limit.partition(":")[2], words)
    # Translators: for whom it is no good, and why
    return t._("Not ideal for %(who)s: %(what)s") % {"who": who, "what": what} if who else ""


def _figure(caution: Caution, words: Words) -> str:
    """A figure that is not as it was wished: of a route, a least age, too few stars."""
    if caution.field in {"age", "stars"}:
        return counted_line(caution.field, int(caution.value), words.t)
    return _route(caution, words) if caution.field.startswith("itinerary.") else ""


def _route(caution: Caution, words: Words) -> str:
    """A figure of a route that is more than was asked for, than suits, or is not stated."""
    t = words.t
    what = _bare(caution.field, caution.value, t)
    who = who_for(caution.limit.partition(":")[2], words)
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
    told = figure_line(field, value, t)
    sentence = field in {"itinerary.days", "itinerary.shape"}
    return told[:1].lower() + told[1:] if sentence else told
