"""Why a place is proposed, or why not quite: short words from the fields that say so."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from catalog.model import TermId
from kiosk.i18n import N_
from kiosk.present.words import capital

if TYPE_CHECKING:
    from catalog.advice import Caution, Proposal, Reason
    from kiosk.present.words import Words

_AGAINST: Final = {
    ("notice", "closed"): N_("Closed"),
    ("notice", "cancelled"): N_("Cancelled"),
    ("cancelled", "yes"): N_("Cancelled"),
    ("openings", "closed"): N_("Closed at the time you ask for"),
    ("openings", "season"): N_("Closed at the time you ask for"),
    ("dates", "closed"): N_("Not at the time you ask for"),
    ("pets", "no"): N_("Pets not allowed"),
    ("access.wheelchair", "no"): N_("Not accessible to wheelchair users"),
    ("prices", "unknown"): N_("Price not known"),
}


def why(proposal: Proposal, words: Words) -> str:
    """The reasons that the other lines of a card do not say already: what it is stands there."""
    first = words.term(proposal.listing.concepts[0]) if proposal.listing.concepts else None
    found = [
        told for reason in proposal.reasons if (told := _reason(reason, words)) not in {"", first}
    ]
    return capital(" · ".join(dict.fromkeys(found)))


def why_not(proposal: Proposal, words: Words) -> str:
    """What stands against it, or must be said with it."""
    cautions = proposal.against or proposal.cautions
    found = [told for caution in cautions if (told := _caution(caution, words))]
    return " · ".join(dict.fromkeys(found))


def _reason(reason: Reason, words: Words) -> str:
    t = words.t
    if reason.field in {"concepts", "themes", "amenities", "labels", "itinerary.modes"}:
        return words.term(TermId(reason.value)) or ""
    if reason.field == "audience":
        term = words.term(TermId(reason.value))
        # Translators: whom a place is meant for
        return t._("for %(whom)s") % {"whom": term} if term else ""
    if reason.field == "pets":
        return t._("Pets allowed")
    if reason.field == "prices" and reason.value == "free":
        return t.p_("price", "Free")
    if reason.field == "notice":
        # Translators: a place that the staff of the office recommends
        return t._("Recommended by the office")
    return t._("Accessible to wheelchair users") if reason.field == "access.wheelchair" else ""


def _caution(caution: Caution, words: Words) -> str:
    t, field, value = words.t, caution.field, caution.value
    plain = _AGAINST.get((field, value))
    if plain is not None and caution.since is None:
        return t._(plain)
    if field == "notice" and caution.since is not None:
        # Translators: the office's own word on a place, and since when
        return t._("Closed since %(date)s") % {"date": t.date(caution.since, "month_day")}
    if field == "place":
        # Translators: too far for what the visitor asked
        return t._("Further than you ask for")
    if field == "prices":
        return t.p_("price", "from %(amount)s") % {"amount": t.money(Decimal(value))}
    if field == "itinerary.distance_m" and value.isdecimal():
        return t._("Distance: %(distance)s") % {"distance": t.length(int(value))}
    return words.term(TermId(value.removeprefix("-"))) or "" if field == "concepts" else ""
