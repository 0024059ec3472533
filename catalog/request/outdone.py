"""What a word says by itself and not beside another: taken away once all words are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.request.lexicon import lexicon
from catalog.request.lodged import is_bed
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

_AT_THE: Final = particles("in_the")
_BORED: Final = particles("bored")
_LITTLE: Final = frozenset({"baby", "toddler", "kids"})
_SPENT_NEAR: Final = 7
"""How many words before much money a "no" may stand."""
_OUTINGS: Final = frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.ITINERARY, Kind.EVENT})
_FED: Final = frozenset({"breakfast", "half_board", "full_board"})
_TABLES: Final = frozenset({"restaurant", "cafe", "bistro", "tea_room", "bakery"})
_LICENSED: Final = frozenset({"fishing", "hunting", "boat_hire", "boat_trip"})
"""What one needs a licence for that is not to drive."""
_ANIMALS: Final = particles("animals")
_SHOWN_ANIMALS: Final = frozenset({"educational_farm", "zoo", "farm"})
_LICENCE: Final = particles("licence")
_PUPILS: Final = frozenset({"kids", "teens", "school"})
_WORKSHOP: Final = particles("workshop")
_OF_A_FLAT: Final = particles("of_a_flat")
_CLUB: Final = particles("club_or_disco")
_OUTDONE: Final = {
    "phone_charging": "charging_station",
    "car_repair": "car_park",
    "horse_riding": "walking",
    "riding": "walking",
    "horse_route": "walking",
    "greenway": "driving",
    "playground": "running",
}
"""A theme, and the one that its words also say: a socket for a telephone charges no car, a way
without cars is no drive, and children who run about run no race."""
_CARDS: Final = frozenset({"occygene", "carte_avantages"})
_MUSEUM: Final = particles("museum")
_ELECTRIC: Final = particles("electric")
_HIRED: Final = frozenset({"bike_hire", "cycling"})
_OWN_GARDEN: Final = "private_garden"
_GARDEN: Final = "garden"
_FARM_INN: Final = TermId("farm_inn")
_FARM_STAY: Final = TermId("farm_stay")
_ROOM: Final = TermId("lodging")
_FORECAST: Final = "weather_forecast"
_TENDED: Final = frozenset({"car_repair", "car_wash"})
_STOPS: Final = frozenset({"train_station", "bus_stop"})
_OUT_FOR: Final = frozenset({"half_day", "day", "weekend"})
"""Stays that are an outing, whatever carries there."""
_EATEN: Final = frozenset({Kind.FOOD, Kind.SERVICE})
_PICNIC: Final = frozenset({"picnic_area"})
_MEAL_NEAR: Final = 4
"""How many words off a meal something to see may be named with it."""


def outdone(scan: Scan, facts: Facts) -> None:
    """Take away what a word says by itself and not beside another: a coach with its passengers
    is no bus to catch, an ecological outing bears no label of farming, a path for horses is none
    for walkers."""
    if any(who.startswith("n:") or who == "group" for who in facts.party):
        _many(scan, facts)
    if facts.types and facts.types.keys() <= _OUTINGS:
        facts.labels.pop(TermId("bio"), None)
    if _TABLES & facts.themes.keys() and "tourist_map" in facts.themes:
        facts.themes.pop("tourist_map")  # de "auf der Karte" of a restaurant
        facts.types.pop(Kind.OFFICE, None)
    fed = _FED & facts.themes.keys() and not _TABLES & facts.themes.keys()
    if Kind.LODGING in facts.types and fed:
        facts.types.pop(Kind.FOOD, None)  # "a hotel, breakfast included"
    if fed and facts.single.get("duration", "").endswith("n"):
        facts.types.setdefault(Kind.LODGING)  # "two nights in a castle with breakfast"
    if {Kind.FOOD, Kind.EVENT} <= facts.types.keys() and "birthday" in facts.themes:
        facts.types.pop(Kind.EVENT)  # who keeps a birthday at a table asks for no feast
    _not_moving(scan, facts)
    _slept_at(scan, facts)
    _with_a_garden(facts)
    _in_a_museum(scan, facts)
    _electric(scan, facts)
    if Kind.ITINERARY in facts.types and _has_stops(scan):
        facts.themes.pop("bus_stop", None)
        facts.types.pop(Kind.TRANSPORT, None)
    bathed = "lifeguard" in facts.themes and facts.types.keys() == {Kind.ATTRACTION}
    if bathed or "paddling" in facts.themes:
        facts.types.setdefault(Kind.ACTIVITY)  # who goes down a river hires the boat
    if "laundry" in facts.themes and facts.types.keys() <= {Kind.SERVICE}:
        facts.single.pop("duration", None)  # fr "quatre jours de linge"
    _level(scan, facts)
    _told_weather(scan, facts)
    _fallen_or_taken(scan, facts)
    _small_purse(scan, facts)
    _nappied(scan, facts)
    _stays_there(scan, facts)
    _carried(scan, facts)
    crafts = Kind.PRODUCER in facts.types
    learnt = crafts and any(scan.beside(at, "learns") for at in range(len(scan.marks)))
    if learnt or (_PUPILS & facts.party.keys() and _taught(scan)):
        facts.types.setdefault(Kind.ACTIVITY)  # es "taller de vidrio para niños"
    _beside_a_meal(scan, facts)
    on_foot = any(mark.says("travel") == "foot" for mark in scan.marks)
    for theme, lesser in _OUTDONE.items():
        if theme in facts.themes and not (on_foot and lesser == "walking"):
            facts.themes.pop(lesser, None)
    _only_playing(facts)


def _only_playing(facts: Facts) -> None:
    """Take away the route that "run" said of children at play."""
    if "playground" in facts.themes and not any(map(_is_way, facts.themes)):
        facts.types.pop(Kind.ITINERARY, None)


def _is_way(theme: str) -> bool:
    concept = concepts().get(TermId(theme))
    return concept is not None and Kind.ITINERARY in concept.kinds


def _not_moving(scan: Scan, facts: Facts) -> None:
    """Take away a way to move that a word says of something else: a car being
    washed, fr "pêcher sans permis" is no driving."""
    if _TENDED & facts.themes.keys():
        facts.mobility.pop("car", None)  # it carries nobody now
    asleep = {Kind.LODGING, Kind.FOOD} & facts.types.keys()
    if _SHOWN_ANIMALS & facts.themes.keys() and _only_animals(scan) and not asleep:
        facts.party.pop("dog", None)
    if "vet" in facts.themes:
        facts.mobility.pop("reduced", None)  # it is the cat that limps
    if "riding" in facts.themes and Kind.ITINERARY in facts.types:
        facts.types.setdefault(Kind.ACTIVITY)  # who has no horse hires one
    if _LICENSED & facts.themes.keys() and _only_licensed(scan):
        facts.mobility.pop("public_transport", None)


def _slept_at(scan: Scan, facts: Facts) -> None:
    """An inn on a farm is where one sleeps, where a room or nights are named beside it and no
    meal: it "una camera in agriturismo", fr "ferme-auberge avec chambre"."""
    if _FARM_INN not in facts.themes:
        return
    others = [
        mark
        for at, mark in enumerate(scan.marks)
        if at not in scan.denied and _FARM_INN not in mark.terms
    ]
    nights = facts.single.get("duration", "").endswith("n")
    room = any(_ROOM in mark.terms for mark in others)
    fed = any(mark.says("meal") or Kind.FOOD in mark.all("asks") for mark in others)
    if fed or not (room or nights):
        return
    facts.themes = dict.fromkeys(_FARM_STAY if t == _FARM_INN else t for t in facts.themes)
    facts.types.pop(Kind.FOOD, None)
    facts.types.setdefault(Kind.LODGING)
    facts.spans = [
        replace(s, value=_FARM_STAY if s.value == _FARM_INN else Kind.LODGING)
        if s.value in {_FARM_INN, Kind.FOOD}
        else s
        for s in facts.spans
    ]


def _only_animals(scan: Scan) -> bool:
    """Whether the animals told of are those of a farm or a zoo: de "Bauernhof mit Tieren"."""
    return all(mark.word in _ANIMALS for mark in scan.marks if "dog" in mark.all("party"))


def _only_licensed(scan: Scan) -> bool:
    """Whether all that tells of no car is a licence: "bateau sans permis", not "sans voiture"."""
    said = [mark.word.split() for mark in scan.marks if "public_transport" in mark.all("mobility")]
    return all(not _LICENCE.isdisjoint(each) for each in said)


def _in_a_museum(scan: Scan, facts: Facts) -> None:
    """A museum named with what it shows is sought itself: es "museo de arte contemporáneo"."""
    for at, mark in enumerate(scan.marks):
        shown = any(concepts()[term].group == "themes" for term in mark.terms)
        named = any(w in _MUSEUM or w.endswith("museum") for w in mark.word.split())
        if shown and named and at not in scan.denied and "fine_arts_museum" not in mark.terms:
            facts.themes.setdefault("museum")
            facts.say("themes", "museum", mark)


def _electric(scan: Scan, facts: Facts) -> None:
    """An electric bicycle is what is hired, where one is said to be so."""
    if Kind.TRANSPORT not in facts.types or not _HIRED & facts.themes.keys():
        return
    for mark in scan.marks:
        if _ELECTRIC.isdisjoint(mark.word.split()):
            continue
        facts.themes.setdefault("ebike_hire")
        facts.themes.pop("electronic_music", None)  # de "Elektrofahrräder"
        facts.say("themes", "ebike_hire", mark)


def _with_a_garden(facts: Facts) -> None:
    """The garden of a castle or an abbey is one to see: only who sleeps there wants it for
    themselves."""
    if _OWN_GARDEN not in facts.themes or Kind.LODGING in facts.types or not facts.types:
        return
    facts.themes = dict.fromkeys(_GARDEN if t == _OWN_GARDEN else t for t in facts.themes)
    facts.spans = [replace(s, value=_GARDEN) if s.value == _OWN_GARDEN else s for s in facts.spans]


def _kinds(theme: str) -> tuple[Kind, ...]:
    concept = concepts().get(TermId(theme))
    return concept.kinds if concept is not None else ()


def _level(scan: Scan, facts: Facts) -> None:
    """Take away a flat to sleep in, where a way is to be flat: "bike ride, flat, no cars"."""
    ways = {theme for theme in facts.themes if Kind.ITINERARY in _kinds(theme)}
    if "apartment" not in facts.themes or not (ways or Kind.ITINERARY in facts.types):
        return
    said = [at for at, mark in enumerate(scan.marks) if "apartment" in mark.terms]
    if all(
        scan.at(at).says("difficulty") and scan.at(at - 1).word not in _OF_A_FLAT for at in said
    ):
        facts.themes.pop("apartment")
        facts.types.pop(Kind.LODGING, None)


def _many(scan: Scan, facts: Facts) -> None:
    """Of many who come together neither their coach nor their club is what they seek."""
    stays = facts.single.get("duration") in _OUT_FOR
    out = stays or any(mark.says("idea") == "idea" for mark in scan.marks)
    if "coach" in facts.mobility and (out or len(facts.types) > 1):
        facts.types.pop(Kind.TRANSPORT, None)
    if "nightclub" in facts.themes and not _dances(scan):
        facts.themes.pop("nightclub")


def _dances(scan: Scan) -> bool:
    """Whether a nightclub is named by more than a "club"."""
    return any("nightclub" in mark.terms and mark.word not in _CLUB for mark in scan.marks)


def is_outing(facts: Facts) -> bool:
    """Whether half a day or more is told, which is time to be out."""
    length = facts.single.get("duration", "")
    return length in _OUT_FOR or (length.endswith("d") and length[:-1].isdecimal())


def _told_weather(scan: Scan, facts: Facts) -> None:
    """Who tells that it will rain and asks what to do then asks for no forecast: nl "morgen gaat
    het regenen, wat kunnen we doen"."""
    told = _FORECAST in facts.themes and "weather" in facts.single
    if told and any(mark.says("idea") == "idea" for mark in scan.marks):
        facts.themes.pop(_FORECAST)
        facts.types.pop(Kind.OFFICE, None)
        if not facts.types:
            facts.types.update(dict.fromkeys((Kind.ACTIVITY, Kind.ATTRACTION)))


def _fallen_or_taken(scan: Scan, facts: Facts) -> None:
    """Of a word that is a weather and something to have, only one: en "showers on Saturday, any
    ideas?" tells of rain, "toilets and showers" does not."""
    both = [mark for mark in scan.marks if mark.says("weather") and _is_service(mark)]
    if not both:
        return
    terms = {str(term) for mark in both for term in mark.terms}
    if facts.themes.keys() <= terms and any(mark.says("idea") == "idea" for mark in scan.marks):
        facts.themes.clear()
        facts.types.clear()
        facts.types.update(dict.fromkeys((Kind.ACTIVITY, Kind.ATTRACTION)))
    elif not any(mark.says("weather") for mark in scan.marks if mark not in both):
        facts.single.pop("weather", None)


def _is_service(mark: Mark) -> bool:
    return any(Kind.SERVICE in concepts()[term].kinds for term in mark.terms)


def _small_purse(scan: Scan, facts: Facts) -> None:
    """Much money that nobody wants to spend: ca "no volem gastar-nos un dineral"; and what a card
    makes cheaper need not be cheap."""
    if _CARDS & facts.labels.keys() and facts.single.get("max_price") == "low":
        del facts.single["max_price"]  # "is it cheaper with the card?"
    for index, mark in enumerate(scan.marks):
        near = scan.clause(range(index, index - _SPENT_NEAR, -1)) if mark.says("fortune") else ()
        if any(scan.at(at).says("no") or scan.at(at).says("max_price") for at in near):
            facts.single["max_price"] = "low"
            facts.say("max_price", "low", mark)


def _nappied(scan: Scan, facts: Facts) -> None:
    """Who is changed is a baby: "changer bébé", ca "canviar el bolquer a la petita"."""
    if "changing_table" not in facts.themes or _LITTLE & facts.party.keys():
        return
    for mark in scan.marks:
        named = "changing_table" in mark.terms and any(map(_is_baby, mark.word.split()))
        if named or mark.says("one_of") == "kid":
            facts.party.setdefault("baby")
            facts.say("party", "baby", mark)
            return


def _is_baby(word: str) -> bool:
    entry = lexicon().entries.get(word)
    said = entry.meanings if entry else ()
    return any((meaning.group, meaning.value) == ("party", "baby") for meaning in said)


def _stays_there(scan: Scan, facts: Facts) -> None:
    """A house where somebody is bored is not sought: "les enfants tournent en rond au gîte"."""
    if Kind.LODGING not in facts.types or Kind.ACTIVITY not in facts.loose:
        return
    bored = any(not _BORED.isdisjoint(mark.word.split()) for mark in scan.marks)
    told = bored or facts.party or "weather" in facts.single
    beds = [at for at, mark in enumerate(scan.marks) if is_bed(mark)]
    if told and beds and all(_is_in_the(scan, at, bored=bored) for at in beds):
        facts.types.pop(Kind.LODGING)
        for at in beds:
            for term in scan.at(at).terms:
                facts.themes.pop(term, None)


def _is_in_the(scan: Scan, index: int, *, bored: bool) -> bool:
    """Whether "in the" stands before it: a house that is known. Who is `bored` "in" or "at" one
    is there already: it "in albergo", en "in our hotel room"."""
    before, two_before = scan.at(index - 1), scan.at(index - 2)
    if before.amount is not None:
        return False
    if bored and any(mark.says("place_prep") or mark.says("onto") for mark in (before, two_before)):
        return True
    return before.word in _AT_THE or bool(
        before.says("speech") and (two_before.says("place_prep") or two_before.word in _AT_THE)
    )


def _carried(scan: Scan, facts: Facts) -> None:
    """A train that only carries: "a day out by train", "an hour before our bus, anything to see?";
    so does the car of "a day by car". What is sought is then something to see or do, and perhaps
    the stop or the drive."""
    driven = facts.types.keys() == {Kind.ITINERARY} and facts.themes.keys() == {"driving"}
    if driven and is_outing(facts):
        facts.types.update(dict.fromkeys((Kind.ACTIVITY, Kind.ATTRACTION)))
    only_stops = facts.themes.keys() - {"walking"} <= _STOPS  # "on foot from the station"
    if facts.types.keys() != {Kind.TRANSPORT} or not only_stops:
        return
    ideas = [mark for mark in scan.marks if mark.says("idea") == "idea"]
    long = is_outing(facts) and "public_transport" in facts.mobility
    if ideas or long:
        for kind in (Kind.ACTIVITY, Kind.ATTRACTION):
            facts.types.setdefault(kind)
            for mark in ideas[:1]:
                facts.say("types", kind, mark)


def _taught(scan: Scan) -> bool:
    """Whether a workshop of a craft is named, which for children is one to take part in."""
    return any(
        mark.word.partition(" ")[0] in _WORKSHOP
        and any(Kind.PRODUCER in concepts()[term].kinds for term in mark.terms)
        for mark in scan.marks
    )


def _beside_a_meal(scan: Scan, facts: Facts) -> None:
    """A visit before or behind a meal, and a day that a meal is only part of, are sought too: "a
    visit and lunch", "a day with lunch"."""
    if not facts.types or not facts.types.keys() <= _EATEN or not facts.themes.keys() <= _PICNIC:
        return
    meals = [
        at for at, mark in enumerate(scan.marks) if mark.says("meal") or _PICNIC & {*mark.terms}
    ]
    day = is_outing(facts)
    for meal in meals:
        near = range(max(0, meal - _MEAL_NEAR), min(len(scan.marks), meal + _MEAL_NEAR + 1))
        visits = [at for at in near if at != meal and scan.at(at).says("idea") == "idea"]
        joined = any(
            scan.at(between).says("joins") == "and"
            for visit in visits
            for between in range(min(visit, meal) + 1, max(visit, meal))
        )
        with_it = any(scan.at(meal - back).says("with") for back in (1, 2))
        if joined or (day and with_it):
            for kind in (Kind.ACTIVITY, Kind.ATTRACTION):
                facts.types.setdefault(kind)
                for visit in visits[:1]:
                    facts.say("types", kind, scan.at(visit))
            return


def _has_stops(scan: Scan) -> bool:
    """Whether stops are what a round has: "a tour with a few stops", "5 arrêts"."""
    return any(
        "bus_stop" in mark.terms
        and (
            (scan.at(index - 1).amount or 0) > 1  # "a bus" is one
            or any(scan.at(index - back).says("with") for back in (1, 2))
        )
        for index, mark in enumerate(scan.marks)
    )
