"""What kind is sought where no word names one: "what is there to do", a label, a way to move."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.request.outdone import is_outing, outdone
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalog.request.facts import Facts
    from catalog.request.marks import Scan

BESIDE_TYPES: Final = frozenset({"amenities", "audience", "labels", "prices", "payment"})
"""Groups of concepts that say how something is, not what."""
_HOW: Final = particles("how")
_NEEDS: Final = 2
"""How much must be told beside "something" before it asks for anything to see or do: alone it
follows what was said before ("something cheaper")."""
_TIME_FREE: Final = particles("time_free")
_WALKERS: Final = particles("walkers")
_DONE: Final = particles("go_a_distance")
_DONE_NEAR: Final = 4
"""How many words before and behind kilometres may tell that they are walked."""
_ON: Final = particles("open_or_on")
_OPEN_NEAR: Final = 4
"""How many words behind "what is there" may tell that it is to be open."""
_RIDDEN: Final = frozenset({"bike", "motorbike"})
_OUTINGS: Final = frozenset({Kind.ATTRACTION, Kind.ACTIVITY, Kind.ITINERARY, Kind.EVENT})
_SERVED: Final = frozenset({Kind.FOOD, Kind.LODGING})
_HINDERED: Final = frozenset({"wheelchair", "reduced", "stroller", "blind"})
_LABELLED: Final = {
    "plus_beaux_villages": (Kind.ATTRACTION,),
    "unesco": (Kind.ATTRACTION,),
    "grand_site_occitanie": (Kind.ATTRACTION,),
    "natura2000": (Kind.ATTRACTION,),
    "ens": (Kind.ATTRACTION,),
    "pavillon_bleu": (Kind.ACTIVITY, Kind.ATTRACTION),
    "gr": (Kind.ITINERARY,),
    "grp": (Kind.ITINERARY,),
    "univertrail": (Kind.ITINERARY, Kind.ACTIVITY),
    "bistrot_de_pays": (Kind.FOOD,),
    "vignobles_decouvertes": (Kind.PRODUCER,),
    "occygene": (Kind.OFFICE, Kind.TRANSPORT),
    "carte_avantages": (Kind.OFFICE, Kind.TRANSPORT),
}
"""What a label alone asks for."""


def read_unnamed(
    scan: Scan, facts: Facts, weak: Mapping[Kind, None], *, timed: bool, added: bool
) -> None:
    """Fill the types where no word names any: from what stands beside, from the wish for
    anything at all, from a label, from how somebody moves. `added`: something is named that only
    stands beside what is sought."""
    ideas = any(mark.says("idea") == "idea" for mark in scan.marks)
    if not ideas and _sleeps(facts):
        facts.types.setdefault(Kind.LODGING)  # "three nights in Najac for two"
    if not facts.types and added:
        _anything(scan, facts, timed=timed)  # "what can we do near the campsite"
    if not facts.types:
        facts.types.update(dict.fromkeys(facts.loose or weak))
        for kind, (first, last) in facts.loose.items():
            facts.say("types", kind, first, last)
    if not facts.types and (_walks_so_far(scan, facts) or _rides_so(facts)):
        facts.types.setdefault(Kind.ITINERARY)
    if not facts.types:
        _anything(scan, facts, timed=timed)
    if not facts.types:
        facts.types.update(of_labels(facts.labels))
    if not facts.types:
        facts.types.update(dict.fromkeys(_outing(facts)))
    if not facts.types and _has_time(scan, facts):
        facts.types.update(dict.fromkeys((Kind.ACTIVITY, Kind.ATTRACTION)))
    if not facts.types and _travels(scan, facts):
        facts.types.setdefault(Kind.TRANSPORT)
    toured = any(mark.says("tour") for mark in scan.marks)
    guided = toured and any(theme.startswith("lang:") for theme in facts.themes)
    if not facts.types and (guided or _quiet(facts, timed=timed)):
        facts.types.update(dict.fromkeys((Kind.ACTIVITY, Kind.ATTRACTION)))
    hindered = _HINDERED & facts.mobility.keys() or facts.steps or "pregnant" in facts.party
    if not facts.types and hindered and _named_place(scan):
        facts.types.setdefault(Kind.ATTRACTION)  # "is Cordes doable in a wheelchair?"
    outdone(scan, facts)


def _outing(facts: Facts) -> tuple[Kind, ...]:
    """What those seek who only tell how they are out: "a day by motorbike", "two days by train";
    and where a lifeguard is, people bathe."""
    if _RIDDEN & facts.mobility.keys() and "duration" in facts.single:
        return (Kind.ITINERARY,)
    if "lifeguard" in facts.themes:
        return (Kind.ACTIVITY,)
    if "public_transport" in facts.mobility and is_outing(facts):
        return (Kind.ACTIVITY, Kind.ATTRACTION)
    return ()


def _has_time(scan: Scan, facts: Facts) -> bool:
    """Whether hours to fill are told: "two spare hours in Albi", fr "deux heures devant nous"."""
    told = facts.single.get("duration", "")
    return (told == "half_day" or told.endswith("h")) and not _TIME_FREE.isdisjoint(
        [token.word for token in scan.tokens]
    )


def done_before(scan: Scan, facts: Facts) -> None:
    """Who asks what to do and where to eat or to sleep asks for both."""
    if not facts.types or not _SERVED.issuperset(facts.types):
        return
    kinds = {kind.value for kind in facts.types}
    begins = min((s.start for s in facts.spans if s.key == "types" and s.value in kinds), default=0)
    for index, mark in enumerate(scan.marks):
        if mark.says("idea") != "idea" or index in scan.denied or mark.end > begins:
            continue
        between = [each for each in scan.marks[index + 1 :] if each.end <= begins]
        if any(each.says("joins") == "and" and not each.says("or") for each in between):
            for kind in (Kind.ACTIVITY, Kind.ATTRACTION):
                facts.types.setdefault(kind)
                facts.say("types", kind, mark)
            return


def of_labels(labels: Iterable[TermId]) -> dict[Kind, None]:
    """The kinds that labels ask for by themselves."""
    return {kind: None for label in labels for kind in _LABELLED.get(label, ())}


def _quiet(facts: Facts, *, timed: bool) -> bool:
    """Whether a quiet place is sought to be at: "was Ruhiges im Schatten". Alone it follows what
    was said before ("something quieter")."""
    told = len(facts.themes) > 1 or facts.single or facts.party or timed
    return "quiet_place" in facts.themes and bool(told)


def _walks_so_far(scan: Scan, facts: Facts) -> bool:
    """Whether kilometres are what somebody wants to go: "fifteen hikers, an easy 12 km", "we want
    to do 12 km"."""
    for _, away, first, _ in facts.kilometres:
        if away:
            continue
        index = next(at for at, mark in enumerate(scan.marks) if mark.end >= first.end)
        near = range(index - _DONE_NEAR, index + _DONE_NEAR)
        done = any(_DONE & set(scan.at(at).word.split()) for at in near)
        done &= not any(scan.at(at).says("near") for at in near)  # "what to do 12 km around"
        walkers = any(_WALKERS & set(mark.word.split()) for mark in scan.marks)
        if walkers or done or facts.difficulty or facts.of_way:
            for mark in scan.marks[index : index + 1]:
                facts.say("types", Kind.ITINERARY, mark)
            return True
    return False


def _anything(scan: Scan, facts: Facts, *, timed: bool) -> None:
    """A meal asks for a table; "what is there to do" for anything to see or do, and so does
    "something" where the question tells for whom, when or how."""
    ideas = any(mark.says("idea") == "idea" for mark in scan.marks)
    for index, mark in enumerate(scan.marks):
        included = ideas and scan.at(index - 1).says("with")  # "a day out with lunch"
        if index not in scan.denied and mark.says("meal") and not included:
            facts.types.setdefault(Kind.FOOD)
            facts.say("types", Kind.FOOD, mark)
            return
    known = concepts()
    single = facts.single.keys() & {"weather", "duration", "max_price"}
    needs = len(single) + bool(facts.party) + bool(facts.mobility) + (1 if timed else 0)
    needs += bool(facts.difficulty or facts.of_way)
    needs += _NEEDS if facts.radius_km is not None or facts.kilometres else 0
    scattered = needs > _NEEDS or "weather" in single
    needs += _NEEDS if any(theme.startswith("-") for theme in facts.themes) else 0
    needs += any(t in known and known[TermId(t)].group in BESIDE_TYPES for t in facts.themes)
    for index, mark in enumerate(scan.marks):
        if index in scan.denied:
            continue
        theme = any(known[term].group == "themes" for term in mark.terms)
        idea = mark.says("idea") or ("idea" if mark.says("renown") else None)
        if mark.says("around") and scan.at(index + 1).amount is not None:
            idea = None  # nl "binnen een half uur" is not indoors
        if (
            theme
            or idea in {"idea", "on"}
            or (idea == "vague" and (timed or needs >= _NEEDS or "weather" in single))
        ):
            other = _else(facts)
            if other and mark.says("no"):
                facts.types.update(other)  # "anything but a burger" is a meal
                return
            on = (Kind.EVENT,) if idea == "on" and not _open_behind(scan, index) else ()
            whoever = timed and on and not facts.party and "weather" not in single
            for kind in on if whoever else (*on, Kind.ACTIVITY, Kind.ATTRACTION):
                facts.types.setdefault(kind)
                facts.say("types", kind, mark)
            return
    kept_out = "weather" in single and any(theme.startswith("-") for theme in facts.themes)
    if kept_out and not _else(facts):  # "a rainy day without museums"
        facts.types.update(dict.fromkeys((Kind.ACTIVITY, Kind.ATTRACTION)))
    if facts.party and scattered and not facts.labels:  # "toddlers rainy afternoon"
        facts.types.update(dict.fromkeys((Kind.ACTIVITY, Kind.ATTRACTION)))


def _open_behind(scan: Scan, index: int) -> bool:
    """Whether what is there is to be open: "what is there open on Monday" asks for doors."""
    behind = (scan.at(index + step) for step in range(1, _OPEN_NEAR + 1))
    return any(mark.says("state") and mark.word not in _ON for mark in behind)


def _else(facts: Facts) -> dict[Kind, None]:
    """The kinds of what is refused, where none of it is an outing: another table, another bed."""
    known = concepts()
    refused = [known[TermId(theme[1:])] for theme in facts.themes if theme[1:] in known]
    kinds = {kind: None for concept in refused for kind in concept.kinds[:1]}
    return {} if _OUTINGS & kinds.keys() else kinds


def _sleeps(facts: Facts) -> bool:
    """Whether nights are what is told, or a price of a night."""
    length = facts.single.get("duration", "")
    return facts.nightly or (length.endswith("n") and length[:-1].isdecimal())


def _named_place(scan: Scan) -> bool:
    return any(mark.place is not None for mark in scan.marks)


def _rides_so(facts: Facts) -> bool:
    """Whether a ride is told by how level it is: "we cycle, anything flat?"."""
    return bool(_RIDDEN & facts.mobility.keys() and (facts.difficulty or facts.of_way))


def _travels(scan: Scan, facts: Facts) -> bool:
    """Whether somebody wants to get to a place: "by train to Albi", "how do I get from Carmaux to
    Cordes"."""
    if "public_transport" in facts.mobility and "duration" not in facts.single and _to_place(scan):
        return True
    if not any(_HOW & set(mark.word.split()) for mark in scan.marks):
        return False
    ways = [scan.at(index - 1) for index, mark in enumerate(scan.marks) if mark.place is not None]
    return any(first.says("from") and then.says("to") for first, then in pairwise(ways))


def _to_place(scan: Scan) -> bool:
    return any(
        mark.place is not None and scan.at(index - 1).says("to")
        for index, mark in enumerate(scan.marks)
    )
