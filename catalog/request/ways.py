"""An amount of time that is a way to go: by what, and how far that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.geo import CYCLING_KMH, DRIVING_KMH, WALKING_KMH
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles, particles_of

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Scan

_IN_SO_LONG: Final = particles_of("in_so_long")
_CARS: Final = particles("names_a_car")
_SPEED: Final = {"car": DRIVING_KMH, "bike": CYCLING_KMH, "foot": WALKING_KMH}
_STROLL: Final = 30
"""Minutes up to which somebody goes somewhere on foot; more is a walk."""
_ENDLESS: Final = 3
"""Hours that nobody goes to see something: "sept heures de route" were behind them."""
_REACHED: Final = frozenset({"food", "shop", "service", "lodging", "market", "health", "producer"})
_VISITED: Final = frozenset({"attraction", "activity"})
"""What is reached too, unless it is the moving itself."""
_REACHED_IN: Final = particles("reached_in")
_FROM: Final = particles("from_or_of")
_SETTING_OUT: Final = particles("standing_at")
_QUARTERS: Final = frozenset({"quarter_h", "three_quarters_h"})
_STANDING: Final = frozenset({"attraction", "transport", "lodging", "market", "office", "shop"})
"""Groups of what one may be so far from: "ten minutes from the station"."""


def is_one(scan: Scan, at: int) -> bool:
    """Whether an hour, a day or a quarter of an hour needs no "one" before it: es "hora y media",
    "día y medio", de "Viertelstunde entfernt"."""
    behind, units = scan.at(at + 1), scan.at(at).all("unit")
    if scan.at(at - 1).amount is not None:
        return False
    if _QUARTERS & set(units):
        return way_mode(scan, at, at) is not None
    more = behind.says("plus_half") or (behind.says("plus_minutes") if "h" in units else None)
    return more is not None and bool({"h", "d"} & set(units))


def way_mode(scan: Scan, at: int, last: int) -> tuple[str, int] | None:
    """How one travels, when an amount of time from `at` to `last` is a way to go and not a
    length: "20 min by car", "half an hour from here"; and the index of the last mark of it."""
    first = _opening(scan, at)
    before, behind = scan.at(first - 1), scan.at(last + 1)
    if "h" in scan.at(last).all("unit") and (scan.at(at).amount or 0) >= _ENDLESS:
        return None
    mode = behind.says("travel")
    if not mode and sets_out(scan, at):
        return None
    capped = _capped(scan, first, last)
    if capped is not None:
        return capped
    if mode in {None, "foot"} and seen_in(scan, at, last):
        return None
    near = before.says("around") is not None and not scan.at(first - 2).says("of_age")
    by_place = before.says("at") is not None or _is_reached(scan, at, last)
    from_here = behind.says("here") is not None and not behind.says("just_here")
    if behind.says("within") and scan.at(last + 2).says("here"):
        from_here = True  # "half an hour max from here"
    away = from_here or is_away(scan, at, last + 1)
    away = away and not before.says("of_age")  # "a walk of 45 min from here"
    if behind.says("away") or scan.at(last + 2).says("away"):
        return mode or "car", last + 1 if behind.says("away") else last + 2
    if mode is None and before.says("place_prep") and not (near or by_place):
        return None  # oc "en 2h aicí"
    if mode == "car":
        if before.says("of_age") and not (near or by_place or before.says("within")):
            return None  # "a tour of two hours by car"
        return mode, last + 1
    reached = near or by_place or _away_behind(scan, last + 2)
    short = "h" not in scan.at(last).all("unit") and (scan.at(at).amount or 0) <= _STROLL
    if mode == "foot" and not (short or near or by_place or _stands_alone(scan, mode)):
        return None  # "a two hour walk from Najac" is one
    if mode is not None and (reached or (short and _stands_alone(scan, mode))):
        return mode, last + 1
    if mode is None and (near or away or by_place):
        return "car", last
    return None


def _capped(scan: Scan, first: int, last: int) -> tuple[str, int] | None:
    """How one travels and the last mark of it, where a time is told to be the most beside how:
    "by car, 30 minutes at most", "30 minutes max by car"; not "a walk, about an hour"."""
    for travel, most in ((first - 1, last + 1), (first - 2, first - 1), (last + 2, last + 1)):
        mode = scan.at(travel).says("travel")
        if mode and scan.at(most).says("within") and _stands_alone(scan, mode):
            walk = mode == "foot" and "h" in scan.at(last).all("unit")
            return None if walk else (mode, max(last, travel, most))
    return None


def _opening(scan: Scan, at: int) -> int:
    """Where an amount of time begins that somebody calls good or small: fr "une bonne demi-heure",
    de "einer guten halben Stunde"."""
    if not scan.at(at - 1).says("qualifies"):
        return at
    one = scan.at(at - 2)
    return at - 2 if one.number is None and one.amount == 1 else at - 1


def seen_in(scan: Scan, at: int, last: int) -> bool:
    """Whether hours behind "in" are those for what is to be seen or done: "what can we see in two
    hours", "worth seeing in an hour on foot"; not "we arrive in two hours, what can we see"."""
    hours = "h" in scan.at(last).all("unit") and (scan.at(at).amount or 0) >= 1
    if not hours or scan.at(at - 1).says("ahead") is None:
        return False
    behind = scan.clause(range(last, len(scan.marks)))[1:]
    clause = (*scan.clause(range(at, -1, -1))[1:], *behind)
    return any(scan.at(index).says("idea") for index in clause) and not any(
        scan.at(index).says("away") or scan.at(index).says("here") for index in behind
    )


def sets_out(scan: Scan, at: int) -> bool:
    """Whether a bus goes or somebody comes in so many hours: "is there a bus in two hours", fr "on
    arrive dans une heure"."""
    before = scan.at(at - 1)
    if not (before.says("ahead") or before.word in _IN_SO_LONG[scan.lang]):
        return False
    if any("transport" in mark.all("asks") for mark in scan.marks):
        return True
    return any(scan.beside(index, "comes") for index in scan.clause(range(at, -1, -1)))


def _is_reached(scan: Scan, at: int, last: int) -> bool:
    """Whether something is reached in so many minutes: it "raggiungibili in mezz'ora", nl "in een
    half uur te bereiken"."""
    inside = scan.at(at - 1).says("place_prep") is not None
    behind = (scan.at(last + step).word for step in (1, 2))
    near = (scan.at(at - 2).word if inside else "", *behind)
    return not _REACHED_IN.isdisjoint(near)


def named_way(scan: Scan, at: int) -> tuple[tuple[str, int], float] | None:
    """A way to go whose minutes have a name of their own, and these: it "mezz'oretta di
    macchina", es "media horita en coche"."""
    said = scan.at(at).says("duration") or ""
    if not said.endswith("min"):
        return None
    way = way_mode(scan, at, at)
    return None if way is None else (way, float(said.removesuffix("min")))


def _stands_alone(scan: Scan, mode: str) -> bool:
    """Whether something to reach is sought, and nothing to walk or to ride: "a bakery, ten
    minutes on foot", "a lake, twenty minutes by bike"; a castle and twenty minutes on foot may be
    both."""
    known = concepts()
    marks = [mark for mark in scan.marks if not mark.says("travel")]
    terms = [known[term] for mark in marks for term in mark.terms]
    asked = {value for mark in marks for value in mark.all("asks")}
    asked |= {kind for term in terms for kind in term.kinds[:1]}
    moving = "itinerary" in asked or any(term.group == "modes" for term in terms)
    if mode == "foot":
        return bool(asked & _REACHED) and not (moving or "activity" in asked)
    return bool(asked & (_REACHED | _VISITED)) and not moving


def _away_behind(scan: Scan, at: int) -> bool:
    return scan.at(at).says("here") is not None or from_somewhere(scan, at)


def from_somewhere(scan: Scan, at: int) -> bool:
    """Whether "from" a place stands at `at`; behind a comma it tells where to start."""
    following = scan.at(at + 1)
    if "," in scan.text[scan.at(at - 1).end : scan.at(at).start]:
        return False
    if following.says("speech") and following.place is None:
        following = scan.at(at + 2)  # "from the station"
    return scan.at(at).says("from") is not None and (
        following.place is not None
        or following.says("here") is not None
        or any(concepts()[term].group in _STANDING for term in following.terms)
    )


def is_away(scan: Scan, at: int, behind: int) -> bool:
    """Whether kilometres from `at` are told from here or from the place behind them: "a walk 10 km
    from Albi". Where one sets out they are a length: "25 km au départ d'Albi", "a walk of 10 km
    from Albi"."""
    if scan.at(behind).says("here") is not None:
        return True
    if not from_somewhere(scan, behind):
        return False
    if "running" in scan.at(at - 1).terms:
        return False  # "run 10 km from Cordes"
    plain = scan.at(behind).word in _FROM and scan.at(behind + 2).word not in _SETTING_OUT
    return plain and not _of_length(scan, at)


def _of_length(scan: Scan, at: int) -> bool:
    """Whether "of" stands before kilometres: "a loop of about 8 km", ca "volta d'uns 8 km"."""
    before = scan.at(at - 1)
    if before.says("around") or before.says("within"):
        before = scan.at(at - 2)
    return before.says("of_age") is not None or not _FROM.isdisjoint(before.word.split()[1:])


def from_now(scan: Scan, at: int) -> bool:
    """Whether "from now", "from today" stands at `at`, which it uses up: "three days from now"."""
    if scan.at(at).word != "from" or scan.at(at + 1).says("day") not in {"now", "today"}:
        return False
    scan.used |= {at, at + 1}
    return True


def say_way(scan: Scan, at: int, way: tuple[str, int], minutes: float, facts: Facts) -> None:
    """Fill the radius with a travel time."""
    mode, last = way
    if facts.radius_km is None:
        facts.radius_km = round(minutes / 60 * _SPEED[mode], 1)
    lead = _led_by(scan, at, last)
    before, carried = scan.at(at - 1), scan.at(last if lead is None else lead)
    if _CARS.intersection(carried.word.split()):
        facts.mobility.setdefault("car")
        facts.say("mobility", "car", carried)
    first = before if before.says("around") or before.says("at") else scan.at(at)
    facts.say("radius_km", f"{minutes:g}min", first, scan.at(last))
    scan.used |= set(range(at, last + 1)) | (set() if lead is None else {lead})


def _led_by(scan: Scan, at: int, last: int) -> int | None:
    """The mark before a time at most that says by what one goes."""
    first = _opening(scan, at)
    if scan.at(first - 1).says("within"):
        return first - 2 if scan.at(first - 2).says("travel") else None
    most = scan.at(last).says("within")
    return first - 1 if most and scan.at(first - 1).says("travel") else None
