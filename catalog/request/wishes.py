"""What is sought: concepts with their kinds, labels, names, languages, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.vocabulary import concepts

if TYPE_CHECKING:
    from catalog.model import TermId
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

_BESIDE_TYPES: Final = frozenset({"amenities", "audience", "labels", "prices", "payment"})
"""Groups of concepts that say how something is, not what."""
_REACH: Final = 3
"""How many words after "no" it still denies: "not in a big museum"."""
_SAY_WHO: Final = {
    "wheelchair_friendly": "mobility wheelchair",
    "families": "party family",
    "kids": "party kids",
    "toddlers": "party toddler",
    "teens": "party teens",
    "adults": "party adults",
    "couples": "party couple",
    "seniors": "party seniors",
    "groups": "party group",
    "schools": "party school",
}
"""Concepts that, in a question, say who comes rather than what is sought: their words stand in
`data/asking` too, which tells whom."""


def refused(scan: Scan) -> frozenset[int]:
    """The marks that a "no" before them denies: the first one, and those joined to it."""
    denied: set[int] = set()
    index = 0
    while index < len(scan.marks):
        if not scan.at(index).says("no"):
            index += 1
            continue
        index += 1
        budget = _REACH
        while budget and index < len(scan.marks):
            mark = scan.at(index)
            if mark.says("no"):
                break
            if _deniable(mark):
                denied.add(index)
                behind = scan.at(index + 1)
                if not behind.says("joins") or scan.at(index + 2).says("number") == "1":
                    break
                index, budget = index + 2, _REACH
                continue
            budget -= 1
            index += 1
    return frozenset(denied)


def _deniable(mark: Mark) -> bool:
    if mark.place is not None:
        return True
    groups = {"party", "mobility", "weather", "max_price", "difficulty", "day", "moment", "name"}
    return bool(mark.terms) or any(meaning.group in groups for meaning in mark.meanings)


def read_wishes(scan: Scan, facts: Facts) -> None:
    """Fill themes, types, labels and the keys that one word fills."""
    weak: dict[Kind, None] = {}
    for index, mark in scan.free():
        for term in mark.terms:
            _concept(term, mark, facts, weak, scan, index)
        _words(mark, facts, scan, index)
    if not facts.types:
        facts.types.update(weak)


def _concept(
    term: TermId, mark: Mark, facts: Facts, weak: dict[Kind, None], scan: Scan, index: int
) -> None:
    concept = concepts()[term]
    if term in _SAY_WHO:
        if not mark.says(_SAY_WHO[term].split()[0]) and index not in scan.denied:
            _who(term, mark, facts)
        return
    if index in scan.denied:
        facts.themes.setdefault(f"-{term}")
        facts.say("themes", f"-{term}", mark)
        return
    if concept.group == "labels":
        facts.labels.setdefault(term)
        facts.say("labels", term, mark)
        return
    if concept.group == "prices" or _is_who(mark):
        return
    beside = concept.group in _BESIDE_TYPES
    if concept.group != "kinds":
        facts.themes.setdefault(term)
        facts.say("themes", term, mark)
    if beside:
        return
    before = scan.at(index - 1)
    kinds = weak if before.says("with") or before.says("near") else facts.types
    for kind in concept.kinds:
        kinds.setdefault(kind)
        facts.say("types", kind, mark)


def _is_who(mark: Mark) -> bool:
    """Whether a word that is also a concept says who comes: "child" is a price, too."""
    return bool(mark.all("party"))


def _who(term: TermId, mark: Mark, facts: Facts) -> None:
    key, value = _SAY_WHO[term].split()
    (facts.party if key == "party" else facts.mobility).setdefault(value)
    facts.say(key, value, mark)


def _words(mark: Mark, facts: Facts, scan: Scan, index: int) -> None:
    denied = index in scan.denied
    tongue = mark.says("tongue")
    if tongue is not None and _spoken(scan, index):
        facts.themes.setdefault(f"lang:{tongue}")
        facts.say("themes", f"lang:{tongue}", mark)
    for meaning in mark.meanings:
        group, value = meaning.group, meaning.value
        if group == "name":
            facts.themes.setdefault(f"{'-' if denied else ''}name:{value}")
            facts.say("themes", f"name:{value}", mark)
            if not denied:
                facts.types.setdefault(Kind.EVENT)
        elif denied:
            continue
        elif group in {"weather", "duration", "max_price"}:
            facts.one(group, value, mark)
        elif group == "difficulty":
            facts.difficulty.setdefault(value)
            facts.say(group, value, mark)
        elif group == "radius" and facts.radius_km is None:
            facts.radius_km = float(value)
            facts.say("radius_km", value, mark)


def _spoken(scan: Scan, index: int) -> bool:
    """Whether a language is the one to be spoken: "in English", "parle anglais"."""
    before = [scan.at(index - 1), scan.at(index - 2)]
    return bool(
        before[0].says("speaks")
        or scan.at(index + 1).says("speaks")
        or any(mark.says("tour") for mark in before)
    )
