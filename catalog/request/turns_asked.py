"""A question about one of those shown: which of its fields is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.request.model import HERE
from catalog.request.turns_heard import CHATTER, Heard, standing
from catalog.request.turns_merging import limits, only_had, subject
from catalog.request.turns_model import Act, Turn
from catalog.request.turns_reread import rides
from catalog.text import fold
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles_of

if TYPE_CHECKING:
    from catalog.request.model import Request
    from catalog.request.turns_words import Saying

_MOVES: Final = frozenset({"walking", "walking_route", "hiking", "cycling", "bike", "driving"})
"""Themes that say how one goes, where the question is how far: "is it far on foot?"."""
_STARTS: Final = frozenset({"train_station", "bus_stop", "village", "town", "in_village_centre"})
"""Concepts of places from which one sets out: "is it far from the station"."""
_CARRIED: Final = frozenset({"car", "public_transport", "bike", "motorbike"})
_VISITED: Final = frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.PRODUCER, Kind.EVENT})
"""Kinds of which there may be visits."""
_PARKED: Final = frozenset({Kind.SERVICE, Kind.TRANSPORT})
"""Kinds that the words of parking name: "parking for the coach"."""
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
_RIGHT_HERE: Final = particles_of("right_here")
_WEAK: Final = frozenset({"details", "distance"})
"""Fields that give way to another asked for beside them: "the nearest, is parking free?"."""
_WHEREABOUTS: Final = ("in_", "by_")
"""How concepts begin that say where a thing lies: not what it has."""
_LIMITED: Final = {
    "price": "max_price",
    "duration": "duration",
    "hours": "duration",
    "distance": "radius_km",
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
    if not past.shown:
        return None
    field = _field(heard)
    placed = field in {"parking", "address"} or heard.target is not None or _whither(heard)
    if field is None or (saying.has("opening") and not placed) or _stops_here(heard, field):
        return None
    target = heard.target
    elsewhere = said.where not in (None, "here")
    there = [each.id for each in past.shown if elsewhere and said.where in each.names]
    if there:
        target, elsewhere = there[0], False
    gone = saying.first("asked") == "distance" or bool(said.mobility)
    beside = field == "distance" and gone and _MOVES.issuperset(said.themes)
    own = (
        _onsite(saying)
        or _eaten_here(heard)
        or beside
        or there
        or _whither(heard)
        or _of_shown(heard, field)
    )
    other = subject(said) and not own
    if other or elsewhere or _more_said(heard):
        target = heard.named(whole=saying.left)
        described = heard.described(said.themes) if not (elsewhere or said.rest) else ()
        if target is None and not described:
            return None
        target = target or (described[0] if len(described) == 1 else None)
        return standing(
            heard, Act.ASK, field=field, target=target, when=said.when, by=_gone_by(heard, field)
        )
    # Of several it is told for all that are shown.
    target = None if len(heard.targets) > 1 else target or past.chosen
    return standing(
        heard, Act.ASK, field=field, target=target, when=said.when, by=_gone_by(heard, field)
    )


def _stops_here(heard: Heard, field: str) -> bool:
    """Whether a stop is sought where they stand: "is there a bus stop near here"."""
    near = field == "address" and heard.said.where == HERE and heard.target is None
    return near and Kind.TRANSPORT in heard.read(heard.text).types


def _gone_by(heard: Heard, field: str) -> tuple[str, ...]:
    """How they would go: "can we get there by bus"."""
    said = heard.read(heard.text) if field == "address" else heard.said
    if field == "distance" and "walking" in said.themes:
        return ("on_foot",)
    ridden = ("public_transport",) if Kind.TRANSPORT in said.types else ()
    return said.mobility or ridden


def _more_said(heard: Heard) -> bool:
    """Whether words that nobody knows may name something else; beside a pick a few are chatter:
    "the second looks nice, how far is it"."""
    if heard.target is not None:
        return len(heard.said.rest.split()) > CHATTER
    return not heard.small_talk


def _of_shown(heard: Heard, field: str) -> bool:
    """Whether what is named is what was sought, no thing in particular ("how long is the visit"),
    or the field itself: "until when can we have dinner" is asked of restaurants."""
    said, before = heard.said, heard.past.request
    if before is None:
        return False
    anything = {Kind.ACTIVITY, Kind.ATTRACTION}.issuperset(said.types) and not said.themes
    vague = anything and field == "duration"
    same = set(said.types) <= set(before.types) and set(said.themes) <= set(before.themes)
    meant = {"booking": "ticketing", "parking": "parking"}.get(field)
    held = field in said.themes or (field == "food" and Kind.FOOD in said.types)
    toured = field == "spoken" and _toured(heard)
    far = field == "distance" and (_on_foot(heard) or _STARTS.issuperset(said.themes))
    parked = field == "parking" and heard.target is not None and _PARKED.issuperset(said.types)
    carried = (
        parked or _with_car(heard) or _ridden_there(heard) or (field == "address" and _rides(said))
    )
    return vague or same or held or toured or far or meant in said.themes or carried


def _toured(heard: Heard) -> bool:
    """Whether nothing is named but a visit, where what is shown can be visited: "are there tours
    in English"."""
    said, before = heard.said, heard.past.request
    if before is None or not _VISITED.intersection(before.types or _VISITED) or limits(said):
        return False
    asking = "?" in heard.text or heard.saying.has("there", "be")
    visit = "guided_tour" in said.themes or set(said.types) == {Kind.ACTIVITY, Kind.ATTRACTION}
    return asking and visit and {"guided_tour"}.issuperset(said.themes)


def _ridden_there(heard: Heard) -> bool:
    """Whether it is asked if a bus or a train goes there: "do buses go there"."""
    said, saying = heard.said, heard.saying
    there = saying.has("go", "there") and not saying.has("join", "relative", "act", "asked")
    ridden = Kind.TRANSPORT in said.types and _rides(said)
    return there and ridden and said.where is None and rides(heard) is None


def _rides(said: Request) -> bool:
    """Whether nothing is named but a bus, a train or a stop."""
    more = set(said.types) - {Kind.TRANSPORT, Kind.ACTIVITY, Kind.ATTRACTION}
    ways = _STARTS.issuperset(said.themes) and not limits(said) - {"mobility"}
    return ways and not more and (Kind.TRANSPORT in said.types or bool(said.mobility))


def _on_foot(heard: Heard) -> bool:
    """Whether it is asked if one can walk: "doable on foot from the village?"."""
    themes = set(heard.said.themes)
    asking = "?" in heard.text and not heard.saying.has("opening", "join", "act")
    return asking and "walking" in themes and themes <= _STARTS | _MOVES


def _with_car(heard: Heard) -> bool:
    """Whether nothing is named but a car: "where do we put the car"."""
    said = heard.said
    car = "car" in said.mobility or bool({"driving", "parking"}.intersection(said.themes))
    return (
        car and {"driving", "parking"}.issuperset(said.themes) and not limits(said) - {"mobility"}
    )


def _parked(heard: Heard) -> bool:
    """ "Where do we put the car", "the first, is there coach parking"."""
    if heard.target is not None and "coach_park" in heard.said.themes:
        return True
    return _with_car(heard) and set(heard.saying.found.get("opening", ())) == {"where"}


def _onsite(saying: Saying) -> bool:
    """ "Are there toilets": asked of what is shown, where "toilets" alone seeks the nearest; so
    does who is in a hurry."""
    if not saying.has("onsite") or saying.has("urgent") or saying.has("asked") or _beside(saying):
        return False
    told = "it" in saying.starts and not saying.has(*_LINKING, "opening")  # "is it shady"
    return told or saying.has("there", "pick")


def _eaten_here(heard: Heard) -> bool:
    """ "Can we eat here?": at what is shown, where that is no table; "near here" seeks one."""
    saying, said, before = heard.saying, heard.said, heard.past.request
    if before is None or Kind.FOOD in before.types or "?" not in heard.text:
        return False
    if saying.found.get("onsite") != ["food"] or saying.has(*_LINKING, "opening", "nearby"):
        return False
    placed = [heard.text[s.start : s.end] for s in said.spans if s.key == "where"]
    here = _RIGHT_HERE[saying.spoken].issuperset(fold(word) for word in placed)
    return here and said.where == HERE and not (said.themes or limits(said) - {"where"})


def _beside(saying: Saying) -> bool:
    """Whether a meal is sought beside what is shown: "somewhere to eat near there"."""
    return saying.has("nearby") and set(saying.found.get("onsite", ("food",))) == {"food"}


def _field(heard: Heard) -> str | None:
    saying = heard.saying
    fields = saying.found.get("asked", [])
    asked = next((each for each in fields if each not in _WEAK), saying.first("asked"))
    if asked == "details" and "distance" in fields:
        asked = "distance"
    if asked == "details" and Act.WHY in saying.found.get("act", ()):
        return None  # "explain why you chose it"
    if asked in _LIMITED and _limited(heard, asked):
        return None
    if asked is not None and _told(heard, asked):
        asked = None
    if asked in {None, "address"} and _on_foot(heard):
        return "distance"
    if asked is not None and not (asked == "details" and saying.has("figure")):
        return _on_the_way(heard, asked)
    if _ridden_there(heard):
        return "address"
    if saying.has("language") and (saying.has("there") or _toured(heard)):
        return "spoken"  # "does anybody there speak German"
    if _whither(heard):
        return "address"
    if _parked(heard):
        return "parking"
    if saying.has("figure") and heard.bare and not (saying.numbers or saying.has("pick", "act")):
        return "phone"  # "what is the number"
    if _onsite(saying) or _eaten_here(heard):
        return saying.first("onsite")
    return _field_of_had(heard) or _field_of_who(heard) or _field_of_limit(heard)


def _told(heard: Heard, asked: str) -> bool:
    """Whether the word of a field only tells what is wanted: "our children would like to see
    animals", "something with animals"."""
    if asked == "pets":
        sought = heard.saying.has("vague") and "with" in heard.saying.found.get("join", ())
        return sought or bool(heard.said.party)
    if asked == "distance" and "join" in heard.saying.starts and subject(heard.said):
        return not heard.saying.has("it", "be")  # es "y para cenar cerca"
    return asked == "details" and bool(limits(heard.said))


def _field_of_had(heard: Heard) -> str | None:
    """ "Do they have a terrace": the concept, "payment" where it is a way to pay."""
    saying, said, known = heard.saying, heard.said, concepts()
    asking = saying.has("be", "it", "there") or "?" in heard.text
    pointed = heard.target is not None and asking
    # "Is it supervised?": what it has is asked, nothing sought.
    stands = saying.has("it", "be") and "?" in heard.text and only_had(said)
    if not (pointed or stands or saying.has("there", "allowed")) or limits(said):
        return None
    also = "there" in saying.starts and "?" in heard.text  # "have they vegan dishes too?"
    linked = saying.has("relative", "act") or (saying.has("join") and not also)
    if linked or saying.has("opening") or (Kind.FOOD in said.types and _beside(saying)):
        return None
    if Kind.FOOD in said.types and (pointed or saying.has("there")):
        sought = heard.past.request is not None and Kind.FOOD in heard.past.request.types
        if pointed or not sought:
            return "food"
    groups = {theme: known[TermId(theme)].group for theme in said.themes if theme in known}
    if "payment" in groups.values():
        return "payment"
    had = [
        theme
        for theme, group in groups.items()
        if pointed or (group == "amenities" and not theme.startswith(_WHEREABOUTS))
    ]
    return had[0] if had and (pointed or stands or saying.has("there")) else None


def _field_of_who(heard: Heard) -> str | None:
    """ "Are dogs allowed", "is it suitable for a wheelchair", "dogs ok?"."""
    saying, said, before = heard.saying, heard.said, heard.past.request
    if saying.has("enters") and before is not None and "dog" in before.party:
        return None if said.party else "pets"  # "is he allowed inside?"
    who = [_ASKED_BY_WHO.get(each) for each in said.party]
    who += [_ASKED_BY_WHO[each] for each in said.mobility if each in _ASKED_BY_WHO]
    if not who:
        return None
    more = limits(said) - {"party", "mobility"}
    able = saying.has("able") and ("?" in heard.text or "able" in saying.starts)
    if (saying.has("allowed") and "weather" not in more) or (able and not (subject(said) or more)):
        return who[0] or "audience"
    linked = saying.has("relative", "act") or not {"with"}.issuperset(saying.found.get("join", ()))
    if more or subject(said) or linked:
        return None
    if saying.has("join") and "be" not in saying.starts:
        return None  # "with a pushchair", but "is it doable with a pushchair"
    begun = not heard.text[: saying.begins.get("it", 0)].strip(" ¿")
    if saying.has("it") and ("?" in heard.text or heard.target or begun):
        return who[0] or "audience"  # but it "mio padre è in carrozzina" tells
    return who[0] if "?" in heard.text or "be" in saying.starts else None


def _field_of_limit(heard: Heard) -> str | None:
    saying, said = heard.saying, heard.said
    if saying.has("open") and (saying.has("be", "it", "pick", "there") or heard.bare):
        return "hours"
    if saying.first("relative") == "nearer" and saying.has("it") and "?" in heard.text:
        return "distance"  # "is it too far?"
    if saying.first("relative") == "cheaper" and "it" in saying.starts and "?" in heard.text:
        return "price"
    if saying.has("it") and not saying.has("cost", *_LINKING) and not subject(said):
        keys = limits(said) - {"party", "mobility"}
        if len(keys) == 1 and not said.party:
            return _ASKED_BY_LIMIT.get(next(iter(keys)))
    asking = "?" in heard.text and saying.has("there", "be", "how")
    if limits(said) == {"difficulty"} and asking and not subject(said):
        return "difficulty"
    if heard.target is not None and not subject(said):
        if limits(said) == {"when"}:
            return "hours"
        if limits(said) == {"max_price"} and "?" in heard.text:
            return "price"  # "is the second one free too?"
    # "and Monday?" after "is it open tomorrow?" asks the same of another day.
    goes_on = "join" in saying.starts and ("?" in heard.text or not saying.has("instead"))
    if heard.past.asked == "hours" and goes_on and limits(said) == {"when"}:
        return None if subject(said) or heard.past.chosen is None else "hours"
    return None


def _limited(heard: Heard, asked: str) -> bool:
    """Whether the figure itself is said, so that nothing is asked: "not longer than three hours",
    "gratis, liefst", where "gratis" and "is it free" ask."""
    saying = heard.saying
    asking = saying.has("it", "be") and not saying.has("join")
    if "?" in heard.text or asking or saying.has("pick", "how"):
        return False
    if getattr(heard.said, _LIMITED[asked]) is not None:
        return True
    whole = heard.read(heard.text) if asked in {"price", "hours"} else heard.said
    if asked == "hours":
        return whole.duration is not None and whole.when is None  # "two hours or more"
    wished = any(
        span.key == "max_price" and " " in heard.text[span.start : span.end] for span in whole.spans
    )  # "we don't want to pay", where "free" alone asks
    return asked == "price" and whole.max_price == 0 and (wished or saying.has("join", "vague"))


def _whither(heard: Heard) -> bool:
    """Whether nothing but "where" is said, or "how" of going: "where?", "wie komme ich da hin",
    "how do we get to the second"."""
    saying = heard.saying
    if not {Act.THANKS, Act.YES, Act.NO}.issuperset(saying.found.get("act", ())):
        return False
    if heard.bare:
        where = set(saying.found.get("opening", ())) == {"where"}
        return where or (saying.has("how") and saying.has("go"))
    ridden = heard.said.types == (Kind.TRANSPORT,) and not heard.said.themes
    return ridden and heard.target is not None and not (limits(heard.said) or heard.said.rest)


def _on_the_way(heard: Heard, field: str) -> str:
    """The field meant: how many kilometres it is, or how many minutes by car, is how far; of an
    itinerary kilometres are its own."""
    past = heard.past
    routes = past.request is not None and Kind.ITINERARY in past.request.types
    if field == "length" and not (routes or any(each.length_km for each in past.shown)):
        return "distance"
    if field in {"duration", "length"} and _CARRIED.intersection(heard.said.mobility):
        return "distance"
    return field
