"""A question about one of those shown: which of its fields is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.turns_heard import CHATTER, Heard, standing
from catalog.request.turns_merging import limits, subject
from catalog.request.turns_model import Act, Turn

if TYPE_CHECKING:
    from catalog.request.turns_words import Saying

_MOVES: Final = frozenset({"walking", "walking_route", "hiking", "cycling", "bike", "driving"})
"""Themes that say how one goes, where the question is how far: "is it far on foot?"."""
_CARRIED: Final = frozenset({"car", "public_transport", "bike", "motorbike"})
_LINKING: Final = ("join", "relative", "act")
"""Groups that change the question before: with them nothing is asked of what is shown."""
_ASKED_BY_LIMIT: Final = {
    "max_price": "price",
    "difficulty": "difficulty",
    "when": "hours",
    "max_km": "length",
    "duration": "duration",
    "where": "distance",
}
_ASKED_BY_WHO: Final = {
    "dog": "pets",
    "assistance_dog": "pets",
    "wheelchair": "access",
    "reduced": "access",
    "blind": "access",
    "stroller": "access",
}


def ask(heard: Heard) -> Turn | None:
    """A question about one of those shown."""
    past, saying, said = heard.past, heard.saying, heard.said
    if not past.shown or (saying.has("opening") and heard.target is None and not _whither(heard)):
        return None
    field = _field(heard)
    if field is None:
        return None
    target = heard.target
    elsewhere = said.where not in (None, "here")
    there = [each.id for each in past.shown if elsewhere and said.where in each.names]
    if there:
        target, elsewhere = there[0], False
    gone = saying.first("asked") == "distance" or bool(said.mobility)
    beside = field == "distance" and gone and _MOVES.issuperset(said.themes)
    other = subject(said) and not _onsite(saying) and not (beside or there or _whither(heard))
    if other or elsewhere or _more_said(heard):
        target = heard.named(whole=saying.left)
        if target is None:
            return None
    return standing(heard, Act.ASK, field=field, target=target or past.chosen, when=said.when)


def _more_said(heard: Heard) -> bool:
    """Whether words that nobody knows may name something else; beside a pick a few are chatter:
    "the second looks nice, how far is it"."""
    return len(heard.said.rest.split()) > (CHATTER if heard.target is not None else 0)


def _onsite(saying: Saying) -> bool:
    """ "Are there toilets": asked of what is shown, where "toilets" alone seeks the nearest."""
    return saying.has("onsite") and saying.has("there") and not saying.has("asked")


def _field(heard: Heard) -> str | None:
    saying = heard.saying
    asked = saying.first("asked")
    if asked is not None and not (asked == "details" and saying.has("figure")):
        return _on_the_way(heard, asked)
    if _whither(heard):
        return "address"
    if saying.has("figure") and heard.bare and not (saying.numbers or saying.has("pick", "act")):
        return "phone"  # "what is the number"
    if _onsite(saying):
        return saying.first("onsite")
    return _field_of_who(heard) or _field_of_limit(heard)


def _field_of_who(heard: Heard) -> str | None:
    """ "Are dogs allowed", "is it suitable for a wheelchair", "dogs ok?"."""
    saying, said = heard.saying, heard.said
    who = [_ASKED_BY_WHO.get(each) for each in said.party]
    who += [_ASKED_BY_WHO[each] for each in said.mobility if each in _ASKED_BY_WHO]
    if not who:
        return None
    if saying.has("allowed"):
        return who[0] or "audience"
    linked = saying.has("relative", "act") or not {"with"}.issuperset(saying.found.get("join", ()))
    if limits(said) - {"party", "mobility"} or subject(said) or linked:
        return None
    if saying.has("join") and "be" not in saying.starts:
        return None  # "with a pushchair", but "is it doable with a pushchair"
    if saying.has("it"):
        return who[0] or "audience"
    return who[0] if "?" in heard.text or "be" in saying.starts else None


def _field_of_limit(heard: Heard) -> str | None:
    saying, said = heard.saying, heard.said
    if saying.has("open") and (saying.has("be", "it", "pick") or heard.bare):
        return "hours"
    if saying.first("relative") == "nearer" and saying.has("it") and "?" in heard.text:
        return "distance"  # "is it too far?"
    if saying.has("it") and not saying.has(*_LINKING) and not subject(said):
        keys = limits(said) - {"party", "mobility"}
        if len(keys) == 1 and not said.party:
            return _ASKED_BY_LIMIT.get(next(iter(keys)))
    if heard.target is not None and limits(said) == {"when"} and not subject(said):
        return "hours"
    # "and Monday?" after "is it open tomorrow?" asks the same of another day.
    if heard.past.asked == "hours" and "join" in saying.starts and limits(said) == {"when"}:
        return None if subject(said) or heard.past.chosen is None else "hours"
    return None


def _whither(heard: Heard) -> bool:
    """Whether nothing but "where" is said, or "how" of going: "where?", "wie komme ich da hin",
    "how do we get to the second"."""
    saying = heard.saying
    if not {Act.THANKS, Act.YES}.issuperset(saying.found.get("act", ())):
        return False
    if heard.bare:
        where = set(saying.found.get("opening", ())) == {"where"}
        return where or (saying.has("how") and saying.has("go"))
    ridden = heard.said.types == (Kind.TRANSPORT,) and not heard.said.themes
    return ridden and heard.target is not None and not (limits(heard.said) or heard.said.rest)


def _on_the_way(heard: Heard, field: str) -> str:
    """The field meant: how many kilometres it is, or how many minutes by car, is how far; of an
    itinerary kilometres are its own."""
    if field == "length" and not any(each.length_km for each in heard.past.shown):
        return "distance"
    if field in {"duration", "length"} and _CARRIED.intersection(heard.said.mobility):
        return "distance"
    return field
