"""Words of company behind which nobody comes: the dog of a name, a grandmother's cake, friends who
told of a place, a couple of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.language import NOUNS_LARGE
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles, particles_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.request.marks import Mark, Scan

_TELLERS: Final = frozenset({"group", "couple", "seniors", "adults"})
"""Who is spoken of without coming along; children that "said" something come."""
_TOLD_NEAR: Final = 3
_NAMESAKES: Final = frozenset({"dog", "seniors"})
_OF: Final = particles("of_a_name")
_ARTICLES: Final = particles("name_article")
_OF_ONE: Final = particles("of_the_one")
_SAME: Final = particles("same_or_granny")
_WALL: Final = particles("wall_or_expecting")
_BEFORE_WALL: Final = particles("before_wall")
_PAIRS: Final = particles("pair_or_some")
_SOME: Final = particles("some_or_pair")
_TWINS: Final = particles("twins_or_glasses")
_SCHOOL: Final = particles("school_of")
_BITTEN: Final = particles("bitten")
_OURS: Final = particles("ours")
_GIFTS: Final = particles_of("gifts")
_MYSELF: Final = particles("myself")
_PLUS: Final = frozenset("&+")


def is_nobody(scan: Scan, index: int, company: Iterable[str]) -> bool:
    """Whether the mark that says this company says of nobody that they come."""
    said = set(company)
    return (
        _tells(scan, index, said)
        or _is_named(scan, index)
        or (said <= _NAMESAKES and _is_of_thing(scan, index))
        or (said <= {"kids", "school"} and _is_of_museum(scan, index))
        or (scan.at(index).word in _SCHOOL and _teaches(scan, index))
        or _is_without(scan, index)
        or (scan.at(index).word in _SAME and "é" not in scan.typed(scan.at(index)).casefold())
        or (scan.at(index).word in _WALL and scan.at(index - 1).word in _BEFORE_WALL)
        or ("couple" in said and _is_few(scan, index))
        or (scan.at(index).word in _TWINS and not _has_age(scan, index))
        or ("dog" in said and _has_bitten(scan, index))
        or _is_given(scan, index)
    )


def pair_at(scan: Scan, index: int) -> tuple[str, ...]:
    """The couple that a word of somebody's other half tells of, beside "and me" or behind "with":
    "for my wife and me", "moi et ma moitié"."""
    if scan.at(index).says("mate") is None:
        return ()
    alone = scan.at(index - 1).says("with") is None
    return (
        () if alone and not (_and_me(scan, index, 1) or _and_me(scan, index, -1)) else ("couple",)
    )


def _and_me(scan: Scan, index: int, step: int) -> bool:
    """Whether "and me" stands on one side: "and for me", "me &"."""
    at = _past_for(scan, index, step)
    first, last = sorted((at, at - step))
    if scan.at(at).says("joins") == "and":
        at = _past_for(scan, at, step)
    elif _PLUS.isdisjoint(scan.text[scan.at(first).end : scan.at(last).start]):
        return False
    return scan.at(at).word in _MYSELF


def _past_for(scan: Scan, index: int, step: int) -> int:
    """The index beside this one, past a "for"."""
    at = index + step
    return at + step if scan.at(at).says("for_count") else at


def _tells(scan: Scan, index: int, said: set[str]) -> bool:
    """ "Des amis m'ont parlé d'une cascade"."""
    behind = range(index + 1, index + 1 + _TOLD_NEAR)
    return bool(said) and said <= _TELLERS and any(scan.at(at).says("teller") for at in behind)


def _is_named(scan: Scan, index: int) -> bool:
    """Whether a capital behind "of the", or behind another capital, tells a name: "la grotte du
    Chien", "the Black Dog". German nouns have one anyway, and so has the first word."""
    typed = scan.typed(scan.at(index))
    if scan.lang == NOUNS_LARGE or not typed[:1].isupper() or scan.text.isupper():
        return False
    if typed[-1:].isdecimal():
        return False  # fr "les élèves de CE2"
    before = index - 1
    led = _link(scan, before)
    if led is not None:
        return led > 0 and not scan.typed(scan.at(led))[:1].isupper()
    other = scan.typed(scan.at(before))
    if scan.at(before).word in _ARTICLES and other.islower():
        return True  # "the Dog & Duck"
    small = scan.at(before).says("speech") or scan.at(before).says("number")
    return before > 0 and other[:1].isupper() and not small


def _link(scan: Scan, at: int) -> int | None:
    """The first mark of an "of the" that ends at `at`; None where there is none."""
    if scan.at(at).word in _ARTICLES and scan.at(at - 1).word in _OF:
        return at - 1
    return at if scan.at(at).word in _OF else None


def _is_of_thing(scan: Scan, index: int) -> bool:
    """ "Le saut de la chienne", "la ricetta della nonna"."""
    led = _link(scan, index - 1)
    if led is None:
        return False
    link = " ".join(scan.at(at).word for at in range(led, index))
    return link in _OF_ONE and _is_thing(scan.at(led - 1))


def _is_thing(mark: Mark) -> bool:
    if mark.says("idea"):
        return False  # es "excursión de jubilados"
    known = concepts()
    named = any(known[term].group not in {"audience", "amenities"} for term in mark.terms)
    return named or mark.says("asks") is not None


def _is_of_museum(scan: Scan, index: int) -> bool:
    """ "The children's museum", "le musée de l'école": one about them, not one for them."""
    mark, behind = scan.at(index), scan.at(index + 1)
    if behind.word == "s":
        behind = scan.at(index + 2)
    if "museum" in behind.terms:
        between = scan.text[mark.end - 1 : behind.start]
        school = "school" in mark.all("party") and "," not in between
        return school or "'" in between or "’" in between
    led = _link(scan, index - 1)
    return led is not None and "museum" in scan.at(led - 1).terms


def _teaches(scan: Scan, index: int) -> bool:
    """Whether a school is one of what is done there: "école de parapente", "ski school"."""
    led = scan.at(index + 1)
    taught = scan.at(index + 2) if led.word in _OF else scan.at(index - 1)
    return any(Kind.ACTIVITY in concepts()[term].kinds for term in taught.terms)


def _is_without(scan: Scan, index: int) -> bool:
    """ "We don't have kids"; "nothing for children", unless it is asked for."""
    before = scan.at(index - 1).says("have_no")
    return before == "none" or (before == "nothing" and "?" not in scan.text)


def _is_few(scan: Scan, index: int) -> bool:
    """ "Ein paar Fragen", "un couple de faucons"."""
    mark, behind = scan.at(index), scan.at(index + 1)
    if mark.word not in _PAIRS or scan.text[mark.end : behind.start].strip():
        return False
    if mark.word in _SOME:
        alone = not behind.word or behind.says("with") or behind.says("joins") == "and"
        return bool(scan.at(index - 1).says("number")) and not alone
    return behind.word in _OF and scan.at(index + 2).unknown


def _is_given(scan: Scan, index: int) -> bool:
    """Whether something is only taken home to them: "souvenirs for my nan"; not where "with" says
    that they come."""
    near = range(index - 1, index - 1 - _TOLD_NEAR, -1)
    whom = next((at for at in near if scan.at(at).says("for_count")), index)
    given = scan.at(whom - 1), scan.at(whom - 2)
    between = (scan.at(at).says("speech") or scan.at(at).says("at_one") for at in near if at > whom)
    told = whom < index and all(between)
    return told and any(not _GIFTS[scan.lang].isdisjoint(mark.word.split()) for mark in given)


def _has_bitten(scan: Scan, index: int) -> bool:
    """ "Bitten by a dog": nobody's here; but "our dog was bitten"."""
    ours = scan.at(index - 1).word in _OURS or scan.at(index).word.partition(" ")[0] in _OURS
    return not ours and any(_BITTEN & set(mark.word.split()) for mark in scan.marks)


def _has_age(scan: Scan, index: int) -> bool:
    """Whether fr "jumelles" are somebody's, or of an age, and no glasses: "nos jumelles"."""
    ours = scan.at(index - 1).word in _OURS
    return ours or any(scan.at(index + step).amount is not None for step in (1, 2))
