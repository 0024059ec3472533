"""Words of a limit that say something else beside others: "qui dure deux heures" is not hard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.vocabulary import concepts
from catalog.vocabulary.beside import beside
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan
    from catalog.vocabulary.asking import Meaning

_STEPS: Final = particles("steps_or_markets")
_SO_MANY: Final = particles("so_many_steps")
_ARTICLES: Final = particles("before_place")
_SOME: Final = particles("some_or_as_of")
_WALKED: Final = particles("walk_or_market")
_HURRIED: Final = particles("hurried_or_press")
_TURN: Final = particles("turn_or_tower")
_MADE: Final = particles("before_a_turn")
_BUILT: Final = particles("before_a_tower")
_MADE_BY: Final = particles("behind_a_turn")
_WALKERS: Final = particles("walks_or_works")
_ITS: Final = particles("before_what_works")
_ACCESS: Final = particles("access")
_REACHED: Final = particles("reached")
_HABIT_NEAR: Final = 3
"""How many words before a length of time "who" may stand."""
_LENGTHS: Final = frozenset({"h", "min", "d"})
_OF_WALKS: Final = frozenset({"walking", "shade", "loop", "walking_route", "viewpoint"})
_BATHS: Final = particles("bath_or_toilets")
_ONE: Final = particles("one_bath")
_THEN: Final = particles("in_the_second_place")
_AFTER: Final = particles("after_a_thing") | particles("after_a_thing_or_then")
_SEEN: Final = frozenset({Kind.ATTRACTION, Kind.MARKET, Kind.PRODUCER})
_STOPS: Final = frozenset(",;:.!?\n")


def too_much_for(scan: Scan, index: int) -> bool:
    """Whether the weather stands against a wish: "too hot to walk"."""
    weather = scan.at(index - 2)
    if not (scan.at(index - 1).says("purpose") and weather.says("weather")):
        return False
    words = (*weather.word.split(), scan.at(index - 3).word)
    return any(m.group == "too" for word in words for m in beside().get(word, ()))


def limits_nothing(scan: Scan, index: int, group: str) -> bool:
    """Whether a weather is over by then ("after the rain"), or it is open or closed so long and
    nobody out: "open all day", de "den ganzen Tag geöffnet"."""
    if group == "weather":
        ahead = scan.at(index - 1), scan.at(index - 2)
        words = ahead[: 1 + (ahead[0].word in _ARTICLES)]
        return any(mark.says("after") and not _is_some(scan, mark) for mark in words)
    if group == "duration" and _is_whose_habit(scan, index):
        return True
    near = (index - 1, index - 2, index + 1)
    return group == "duration" and any(scan.at(at).says("state") for at in near)


def _is_whose_habit(scan: Scan, index: int) -> bool:
    """Whether it is how long somebody does what they always do: nl "jongens die de hele dag op hun
    mobiel zitten"."""
    near = range(index - 1, index - 1 - _HABIT_NEAR, -1)
    which = next((at for at in near if scan.at(at).says("which")), None)
    if which is None:
        return False
    who = scan.at(which - 1)
    return bool(who.all("party")) or "year" in who.all("unit") or who.amount is not None


def _is_some(scan: Scan, mark: Mark) -> bool:
    """Whether it is fr "des orages", some, not "dès"."""
    return mark.word in _SOME and "è" not in scan.typed(mark).casefold()


def are_steps(scan: Scan, index: int) -> bool:
    """Whether fr "marches" are steps, not markets: "beaucoup de marches ?"."""
    mark = scan.at(index)
    many = scan.at(index - 2).word in _SO_MANY
    return mark.word in _STEPS and many and "é" not in scan.typed(mark).casefold()


def no_thing(scan: Scan, index: int) -> bool:
    """Whether a word names no thing there: a verb, fr "c'est pressé" which is no press, or "un
    tour" which is no tower."""
    mark = scan.at(index)
    hurried = mark.word in _HURRIED and "é" in scan.typed(mark).casefold()
    return hurried or _walks(scan, index) or _turns(scan, index)


def _turns(scan: Scan, index: int) -> bool:
    """Whether fr "tour" is one that is made: "un tour en canoë", "tour à cheval"; "la tour" is
    a tower."""
    if scan.at(index).word not in _TURN:
        return False
    before = scan.at(index - 1).word.rpartition(" ")[2]
    if before in _MADE or before in _BUILT:
        return before in _MADE
    behind = scan.at(index + 1), scan.at(index + 2)
    moves = any(mark.terms or mark.all("mobility") for mark in behind)
    return moves and behind[0].word.partition(" ")[0] in _MADE_BY


def _walks(scan: Scan, index: int) -> bool:
    """Whether fr "marche" without its accent is a verb, and neither sold at nor refused: "sans
    qu'elle marche", "la carte marche ici"."""
    mark, before = scan.at(index), scan.at(index - 1)
    if mark.word not in _WALKED or "é" in scan.typed(mark).casefold():
        return False
    works = bool(before.terms or before.unknown) and scan.at(index - 2).word in _ITS
    gap = scan.text[before.end : mark.start]
    return before.word in _WALKERS or (works and gap.isspace())


def spare_time(scan: Scan, index: int) -> bool:
    """Whether "free" is said of time: "two hours free"."""
    before, mark = scan.at(index - 1), scan.at(index)
    timed = _LENGTHS & set(before.all("unit")) and "," not in scan.text[before.end : mark.start]
    return bool(timed) and mark.word == "free"


def grades_nothing(scan: Scan, index: int, value: str) -> bool:
    """Whether a word of a level asks for none: said of people, of how long something lasts, of how
    one gets there ("accès facile"), or because "is it too hard for a beginner" wants to know and
    not to be tired."""
    if sporty(scan, index) or _lasts(scan, index) or _of_access(scan, index):
        return True
    words = (scan.at(index - 1).word, scan.at(index).word.partition(" ")[0])
    too = any(
        meaning.group == "too" and scan.lang in meaning.langs
        for word in words
        for meaning in beside().get(word, ())
    )
    return too and value == "hard"


def _of_access(scan: Scan, index: int) -> bool:
    text, mark = scan.text, scan.at(index)
    for at in (index - 1, index + 1):
        first, second = sorted((scan.at(at), mark), key=lambda each: each.start)
        apart = "," in text[first.end : second.start]
        if not (apart or _ACCESS.isdisjoint(scan.at(at).word.split())):
            return True
    behind = scan.at(index + 1)
    behind = scan.at(index + 2) if behind.says("purpose") else behind  # "easy to reach"
    return behind.word in _REACHED


def sporty(scan: Scan, index: int) -> bool:
    """Whether people are said to be so: fr "ados sportifs" want no hard walk."""
    who = scan.at(index - 1)
    return bool(who.all("party")) and "," not in scan.text[who.end : scan.at(index).start]


def _lasts(scan: Scan, index: int) -> bool:
    """Whether fr "dure", es "dura" is a verb: which lasts so long, or how long it lasts."""
    said = beside()
    if not _means(said, scan.at(index), "lasts"):
        return False
    behind = [scan.at(index + step) for step in (1, 2, 3)]
    joined = behind[0].says("place_prep") or behind[0].says("of_age")
    told = not joined and any(_LENGTHS & set(m.all("unit")) for m in behind)
    return told or (
        scan.at(index - 1).says("which") is not None
        or any(_means(said, mark, "how_long") for mark in scan.marks)
    )


def _means(said: Mapping[str, tuple[Meaning, ...]], mark: Mark, group: str) -> bool:
    return any(meaning.group == group for meaning in said.get(mark.word, ()))


def is_walk(scan: Scan, mark: Mark) -> bool:
    """fr "marche" without its accent is a market, unless something is told of a walk."""
    if mark.word not in _WALKED or "é" in scan.typed(mark).casefold():
        return False
    return any(
        other.says("difficulty") or {"km", "h", "min"} & set(other.all("unit"))
        or _OF_WALKS & set(other.terms)
        for other in scan.marks
    )  # fmt: skip


def days_on_foot(scan: Scan, index: int, facts: Facts) -> bool:
    """Whether days are walked: "trois jours de marche" are no days of market; ca "dos dies de
    caminada". Minutes and hours on foot may be the way to a place."""
    mark, before = scan.at(index), scan.at(index - 1)
    if "é" in scan.typed(mark).casefold():
        return False
    if " " in mark.word and mark.word.rpartition(" ")[2] in _WALKED and before.amount is not None:
        facts.one("duration", f"{before.amount:g}d", before, mark)
        return True
    counted = "d" in before.all("unit") and scan.at(index - 2).amount is not None
    return counted and mark.says("travel") == "foot"


def is_bath(scan: Scan, index: int) -> bool:
    """Whether es "un baño" is one that is taken and no toilet: nobody puts a toilet among what a
    day is made of, "un mercado y luego un baño", nor for the afternoon."""
    if scan.at(index).word not in _BATHS or scan.at(index - 1).word not in _ONE:
        return False
    before, one, behind = scan.at(index - 2), scan.at(index - 1), scan.at(index + 1)
    told = not _STOPS.isdisjoint(scan.text[before.end : one.start]) or not before.word
    if not (told or before.says("joins") == "and" or before.word in _THEN | _AFTER):
        return False
    if behind.says("here") or behind.says("near"):
        return False
    done = behind.says("part") or behind.says("road") or behind.word in _AFTER
    return bool(done) or any(_SEEN.intersection(_kinds(mark)) for mark in scan.marks[: index - 1])


def _kinds(mark: Mark) -> set[str]:
    """The kinds that a mark asks for."""
    return {*mark.all("asks"), *(kind for term in mark.terms for kind in concepts()[term].kinds)}
