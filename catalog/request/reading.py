"""Reading a question: its words cut into marks, then one rule after another, then the keys.

Each rule fills its keys from words that say so and leaves their span; what no rule took goes
to search as it stands. Nothing is inferred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.amounts import FARTHEST_KM, read_amounts
from catalog.request.bathing import read_bath
from catalog.request.bygone import read_bygone
from catalog.request.carless import read_carless, read_rides, read_short_drive, read_stops
from catalog.request.concern import concern_of
from catalog.request.days import read_days
from catalog.request.due import read_due, read_missed
from catalog.request.eves import read_eves
from catalog.request.facts import Facts
from catalog.request.half_named import half_named
from catalog.request.hours import read_clocks, read_hour_it_is
from catalog.request.inside import groups_of
from catalog.request.language import languages, spoken
from catalog.request.lodged import read_lodged
from catalog.request.marks import Scan, cut
from catalog.request.model import HERE, Concern, Request
from catalog.request.moments import Moment
from catalog.request.needs import read_needs
from catalog.request.numbered import read_numbered
from catalog.request.people import read_people
from catalog.request.rated import stars_asked
from catalog.request.refusal import refused
from catalog.request.refused_one import one_refused, read_another
from catalog.request.remaining import remaining
from catalog.request.rolling import read_bikes, read_ride
from catalog.request.rounds import read_rounds
from catalog.request.sentences import read_arrival, read_told
from catalog.request.stays import read_bare_week, read_stay
from catalog.request.tokens import MAX_LETTERS, tokenise
from catalog.request.unneeded import read_unneeded
from catalog.request.unplaced import unplaced
from catalog.request.weeks import read_weeks
from catalog.request.whereabouts import is_shown, read_where
from catalog.request.wishes import read_plan, read_refused_places, read_wishes

if TYPE_CHECKING:
    from datetime import date

    from catalog.request.places import PlaceNames

_STEPPED: Final = frozenset({Kind.ITINERARY, Kind.ACTIVITY})
"""Kinds whose difficulty anybody would tell: "easy" of a meal is no limit."""
_AT_NIGHT: Final = frozenset({Kind.TRANSPORT, Kind.LODGING, Kind.HEALTH, Kind.SERVICE})
"""Kinds that may be wanted in the small hours; who speaks French counts 24 of them."""
_OF_AN_EVENING: Final = frozenset({Kind.FOOD, Kind.EVENT})
_RUN: Final = frozenset({"canoeing", "rafting", "horse_riding", "running", "cycling_route"})
"""What is done over so many kilometres though no route is asked for."""
_RIDDEN: Final = frozenset({"bike", "motorbike"})
_OUTINGS: Final = frozenset({Kind.ACTIVITY, Kind.ATTRACTION})
_TONIGHT: Final = "today:night"
_PRICED: Final = frozenset({Kind.FOOD, Kind.LODGING})
_TABLES: Final = frozenset({"restaurant", "gastronomic_restaurant", "pizzeria", "terrace"})
_SHOWN: Final = frozenset({"concert", "cinema", "screening", "theatre", "theatre_play", "opera"})
"""What is shown in the evening: "um acht" is no morning then."""
_DIETS: Final = frozenset(
    {"vegetarian", "vegan", "gluten_free", "lactose_free", "allergy_menu", "halal", "kosher"}
)
_LONG_STAY: Final = 28
"""Days longer than anybody's stay."""
_OF_OFFICE: Final = frozenset({Concern.LOST_THING, Concern.COMPLAINT, Concern.DESK})


def read(
    text: str, places: PlaceNames, *, lang: str | None = None, today: date | None = None
) -> Request:
    """What `text` asks for. `lang` is the language of the screen, None when there is none: it
    is the language of the answer, and weighs a little where a word is of several. `today` tells
    which day "the 5th" is, and "the first Sunday of the month".

    Never raises; at most `MAX_LETTERS` letters are read.
    """
    tokens = tokenise(text[:MAX_LETTERS])
    score = languages(tokens, text, lang)
    marks = half_named(cut(tokens, places, score, text), places, text)
    scan = Scan(marks, text, spoken(score), tokens)
    facts = Facts()
    moment = Moment(facts)
    read_unneeded(scan)
    read_bath(scan)
    read_short_drive(scan)
    scan.denied = one_refused(scan, refused(scan), places)
    told = concern_of(tokens, text, places)
    if told is None:
        read_bygone(scan)
    read_lodged(scan)
    read_carless(scan, facts)
    read_rides(scan, facts)
    if told is not Concern.LOST_THING:
        read_told(scan)
    read_missed(scan)
    read_due(scan)
    read_weeks(scan, moment, facts, today)
    read_stay(scan, moment, facts, today)
    read_arrival(scan)
    read_numbered(scan, moment, facts, today)
    read_hour_it_is(scan, moment, facts)
    read_clocks(scan, moment, facts)
    read_amounts(scan, facts, moment)
    read_days(scan, moment, facts)
    read_eves(scan, moment, today)
    read_people(scan, facts)
    read_bikes(scan, facts)
    _unborn(facts)
    read_needs(scan, facts, spoken(score))
    read_rounds(scan, facts)
    read_wishes(scan, facts, timed=moment.spoken() is not None)
    read_refused_places(scan, facts)
    read_ride(scan, facts)
    read_plan(scan, facts, moment)
    read_bare_week(scan, facts)
    _by_kinds(scan, facts, moment, spoken(score))
    concern = told or (Concern.DESK if facts.rule else None)
    _to_the_office(scan, facts, moment, concern)
    read_where(scan, facts, places, moving=Kind.TRANSPORT in facts.types)
    read_another(scan, facts, places)
    read_stops(scan, facts)
    if told is Concern.DESK or (told is Concern.COMPLAINT and is_shown(scan)):
        facts.places.pop(HERE, None)  # "do restaurants pay to be shown here"
    _distances(facts)
    _bare_price(facts)
    return _request(facts, moment, scan, lang or spoken(score), concern)


def _by_kinds(scan: Scan, facts: Facts, moment: Moment, lang: str) -> None:
    """What an hour and a night are to whoever seeks a bed, a table, a service."""
    if _for_the_night(scan, facts, moment):
        facts.types = {Kind.LODGING: None}
    if Kind.LODGING in facts.types:
        moment.asleep(scan)
    if Kind.TRANSPORT in facts.types or "breakfast" in facts.themes:
        moment.leaving()
    moment.homeward(scan)
    tonight = lang == "oc" and (moment.day, moment.part) == ("today", "night")
    if tonight and facts.types and facts.types.keys() <= _OF_AN_EVENING:
        moment.part = "evening"  # who dines "aquesta nuèch" dines tonight
    served = bool(_AT_NIGHT & facts.types.keys())
    if served:
        moment.by_night(scan)
    by_night = served and not moment.worded
    if not by_night and lang != "fr":
        shown = moment.worded and Kind.EVENT in facts.types and _SHOWN & facts.themes.keys()
        moment.awake(dining=bool(shown) or _dining(facts))


def _for_the_night(scan: Scan, facts: Facts, moment: Moment) -> bool:
    """Whether "something for the night" is a bed: nothing else is named, nothing to do."""
    if moment.part != "night" or facts.themes or not facts.types.keys() <= _OUTINGS:
        return False
    ideas = {value for mark in scan.marks for value in mark.all("idea")}
    told = [at for at, mark in enumerate(scan.marks) if mark.says("moment") == _TONIGHT]
    return ideas == {"vague"} and any(
        "for_count" in groups_of(scan.at(at).word.partition(" ")[0])
        or scan.at(at - 1).says("for_count") is not None
        for at in told
    )


def _unborn(facts: Facts) -> None:
    """Weeks and months of pregnancy are no stay: "30 weeks pregnant"."""
    days = facts.single.get("duration", "").removesuffix("d")
    if "pregnant" in facts.party and days.isdecimal() and int(days) >= _LONG_STAY:
        del facts.single["duration"]


def _to_the_office(scan: Scan, facts: Facts, moment: Moment, concern: Concern | None) -> None:
    """What is told to those at the desk: it asks for them, and limits little else."""
    if concern in _OF_OFFICE:
        facts.types.setdefault(Kind.OFFICE)
    if concern is Concern.COMPLAINT:
        _past(scan, facts, moment)
    if concern is Concern.LOST_THING:
        facts.mobility.clear()  # "I left my bag on the train"


def _past(scan: Scan, facts: Facts, moment: Moment) -> None:
    """Who complains tells what was: "we waited two hours", "drove 30 miles for nothing" and "when
    we came at three" limit nothing; nor do "the toilets are shut and filthy" ask for now."""
    if moment.day == "now" and not any(mark.says("day") for mark in scan.marks):
        moment.day = None
    for key in ("duration", "max_price"):
        facts.single.pop(key, None)
    facts.kilometres.clear()
    facts.radius_km = facts.price = facts.bare = None
    if moment.day is None:
        moment.clock = moment.part = None


def _dining(facts: Facts) -> bool:
    """Whether a table of the evening is sought: not a bakery, a breakfast, a café."""
    themes = facts.themes.keys()
    return Kind.FOOD in facts.types and (themes <= _DIETS or bool(_TABLES & themes))


def _request(
    facts: Facts, moment: Moment, scan: Scan, lang: str, concern: Concern | None
) -> Request:
    where = tuple(facts.places)
    levels = tuple(facts.difficulty) if not facts.types or _STEPPED & facts.types.keys() else ()
    said = facts.single.get("max_price")
    stars = stars_asked(scan, facts.types)
    request = Request(
        types=tuple(facts.types),
        themes=tuple(facts.themes),
        when=moment.spoken(),
        where=None if not where else where[0] if len(where) == 1 else where,
        radius_km=facts.radius_km,
        duration=facts.single.get("duration"),
        party=tuple(facts.party),
        weather=facts.single.get("weather"),
        mobility=tuple(facts.mobility),
        max_price=facts.price if facts.price is not None else 0.0 if said == "0" else said,
        difficulty=None if not levels else levels[0] if len(levels) == 1 else levels,
        max_km=facts.max_km,
        labels=tuple(facts.labels),
        lang=lang,
        concern=concern,
        rest=remaining(scan, _things(facts)),
        towards=facts.towards,
        back=moment.back or scan.back_for,
        season=next((s for _, mark in scan.free() if (s := mark.says("season"))), ""),
        renown=next((r for _, mark in scan.free() if (r := mark.says("renown"))), ""),
        stars=stars,
        unplaced="" if set(where) - {HERE} else unplaced(scan, lang),
    )
    filled = request.keys()
    return request.with_spans(span for span in facts.spans if filled[span.key] not in (None, []))


def _things(facts: Facts) -> int:
    """How many words or phrases say what is sought."""
    sought = {(s.start, s.end) for s in facts.spans if s.key in {"types", "themes"}}
    return len(sought)


def _bare_price(facts: Facts) -> None:
    """A limit without a unit is of money where a meal or a bed is sought: "room under 90"; who
    has no money and looks for a cash machine limits nothing."""
    if "atm" in facts.themes:
        facts.single.pop("max_price", None)
        facts.price = None  # "withdraw 50 euros"
    if facts.bare is None or facts.price is not None or not _PRICED & facts.types.keys():
        return
    facts.price, first, last = facts.bare
    facts.say("max_price", f"{facts.price:g}", first, last)


def _distances(facts: Facts) -> None:
    """Kilometres limit a route, a descent or a ride when one is asked for, unless they are told
    from somewhere; else they say how far to go."""
    ridden = bool(_RIDDEN & facts.mobility.keys()) and facts.types.keys() <= _OUTINGS
    hard = bool(facts.difficulty) and not facts.types
    route = ridden or hard or Kind.ITINERARY in facts.types or bool(_RUN & facts.themes.keys())
    for km, away, first, last in facts.kilometres:
        if route and not away:
            facts.max_km = km if facts.max_km is None else facts.max_km
            facts.say("max_km", f"{km:g}", first, last)
        elif km <= FARTHEST_KM:
            facts.radius_km = km if facts.radius_km is None else facts.radius_km
            facts.say("radius_km", f"{km:g}", first, last)
