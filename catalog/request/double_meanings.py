"""Words of a limit that say something else beside others: "qui dure deux heures" is not hard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
_SHE: Final = particles("before_a_walk")
_OF_WALKS: Final = frozenset({"walking", "shade", "loop", "walking_route", "viewpoint"})
_HURRIED: Final = particles("hurried_or_press")
_TURN: Final = particles("turn_or_tower")
_MADE: Final = particles("before_a_turn")
_BUILT: Final = particles("before_a_tower")
_MADE_BY: Final = particles("behind_a_turn")
_WALKERS: Final = particles("walks_or_works")
_ITS: Final = particles("before_what_works")
_STEEP: Final = particles("steep")
_ACCESS: Final = particles("access")
_REACHED: Final = particles("reached")
_HABIT_NEAR: Final = 3
"""How many words before a length of time "who" may stand."""
_LENGTHS: Final = frozenset({"h", "min", "d"})


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


def is_walk(scan: Scan, index: int) -> bool:
    """fr "marche" without its accent is a market, unless something is told of a walk or the article
    is not that of a market: "on aime la marche"."""
    mark, before = scan.at(index), scan.at(index - 1)
    if mark.word not in _WALKED or "é" in scan.typed(mark).casefold():
        return False
    of = scan.at(index + 1).says("of_age")
    of_town = scan.at(index + 2 if of else index + 1).place
    if scan.typed(before).casefold() in _SHE and not of_town:
        return True
    return any(
        other.says("difficulty") or {"km", "h", "min"} & set(other.all("unit"))
        or _OF_WALKS & set(other.terms)
        for other in scan.marks
    )  # fmt: skip


def spare_time(scan: Scan, index: int) -> bool:
    """Whether "free" is said of time, or of whose it is: "two hours free", "our only free day",
    "we have Friday free", "we're only free on Monday"."""
    before, mark = scan.at(index - 1), scan.at(index)
    if mark.word != "free":
        return False
    timed = _LENGTHS & set(before.all("unit")) and "," not in scan.text[before.end : mark.start]
    if timed or "d" in scan.at(index + 1).all("unit"):
        return True
    if before.says("day") or before.says("moment"):
        return scan.at(index - 2).says("have") is not None
    subject = scan.at(index - 2) if before.says("wanted") or before.says("is") else before
    ours = subject.says("we_are") or subject.says("age_is")
    return bool(ours) or subject.says("party") == "couple"


def grades_nothing(scan: Scan, index: int, value: str) -> bool:
    """Whether a word of a level asks for none: said of people, of how long something lasts, of how
    one gets there ("accès facile"), or because "is it too hard for a beginner" wants to know and
    not to be tired."""
    if sporty(scan, index) or _lasts(scan, index) or _of_access(scan, index):
        return True
    if value == "hard" and _is_asked(scan, index):
        return True
    words = (scan.at(index - 1).word, scan.at(index).word.partition(" ")[0])
    too = any(
        meaning.group == "too" and scan.lang in meaning.langs
        for word in words
        for meaning in beside().get(word, ())
    )
    return too and value == "hard"


def _is_asked(scan: Scan, index: int) -> bool:
    """Whether it is asked whether a way is steep: "how steep is the climb", "la montée est-elle
    raide"; a walk that "is steep" may be what is sought."""
    if scan.at(index).word not in _STEEP:
        return False
    clause = scan.clause(range(index, -1, -1))
    if any(scan.at(at).says("which") for at in clause):
        return False
    behind = scan.clause(range(index, len(scan.marks)))[1:]
    if behind:  # de "die steil ist" tells of what is sought
        asked = scan.at(behind[0]).says("is") and len(behind) > 1
        return bool(asked) or any(scan.at(index - back).says("is") for back in (1, 2))
    return any(scan.at(at).says("is") for at in (index - 1, index - 2, clause[-1]))


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
