"""What ages and nouns say of who comes: a child of nine, a boy of sixteen, four lads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

_FIRST_CHILD, _FIRST_TEEN, _LAST_TEEN = 4, 13, 17
_FIRST_SENIOR: Final = 65
_OURS: Final = particles("ours")
_BIG: Final = particles("big_ones")
_LITTLE: Final = particles("little_ones")
_MOST_SIZED: Final = 30
_SIZED: Final = frozenset({"lodging", "food"})
"""What is counted by its size: "2 big rooms 3 small"."""
_STARTS: Final = frozenset(",;:.!?(–—")
_ELDEST_CHILD: Final = 15
_SAID: Final = {
    "kids": frozenset({"kids", "school"}),
    "teens": frozenset({"teens", "school"}),
    "seniors": frozenset({"seniors"}),
}
"""What says it already."""
_SMALL: Final = frozenset({"toddler", "baby"})
"""Whose age may be that of a child of less than four."""


def told_by_age(scan: Scan, facts: Facts) -> None:
    """Fill the party with the children, the young and the old that only ages tell: "she's six",
    "boys of 15 and 17", "my mother is 84". A son of sixteen is no child: his age says enough."""
    _small_by_age(scan, facts)
    ages = [int(value[4:]) for value in facts.party if value.startswith("age:")]
    said = [mark for mark in scan.marks if "kids" in mark.all("party")]
    if ages and min(ages) >= _FIRST_TEEN and all(mark.says("offspring") for mark in said):
        facts.party.pop("kids", None)
        if len(ages) == 1 and any(mark.says("offspring") for mark in scan.marks):
            return
    for span in [span for span in facts.spans if span.value.startswith("age:")]:
        age = int(span.value[4:])
        who = _called(age)
        small = age < _FIRST_CHILD and _SMALL & facts.party.keys()
        if who is not None and not (small or _SAID[who] & facts.party.keys()):
            facts.party[who] = None
            facts.spans.append(replace(span, value=who))


def _small_by_age(scan: Scan, facts: Facts) -> None:
    """A toddler told by a year and a half is the child it is said of: it "il piccolo di un anno e
    mezzo", ca "el meu fill d'any i mig"."""
    children = {at for at, mark in enumerate(scan.marks) if _is_child(mark)}
    for at, mark in enumerate(scan.marks):
        if "toddler" not in mark.all("party") or "toddlers" in mark.terms:
            continue
        whose = at - 2 if scan.at(at - 1).says("of_age") else at - 1
        if children == {whose}:
            facts.party.pop("kids", None)


def _is_child(mark: Mark) -> bool:
    return "kids" in mark.all("party") or mark.says("one_of") == "kid"


def _called(age: int) -> str | None:
    """Who is of an age, where a word of the party is for them."""
    if age < _FIRST_TEEN:
        return "kids"
    if age <= _LAST_TEEN:
        return "teens"
    return "seniors" if age >= _FIRST_SENIOR else None


def told_by_size(scan: Scan, facts: Facts, at: int, last: int) -> bool:
    """Read who is counted as big and as small, one right behind the other: de "2 Große 3
    Kleine", fr "deux grands et un petit", it "due grandi e un bambino"; nothing else is counted
    so. Whether they were."""
    big = last + 1
    number = big + 2 if scan.at(big + 1).says("joins") == "and" else big + 1
    only = scan.at(number).says("one_of") == "kid"  # "un petit" is one mark
    noun = number if only else number + 1
    small, behind = scan.at(noun), scan.at(noun + 1)
    first, second = scan.at(last).amount, 1.0 if only else scan.at(number).amount
    if first is None or second is None or max(first, second) > _MOST_SIZED:
        return False
    if scan.at(big).word not in _BIG:
        return False
    if not (only or small.word in _LITTLE or "kids" in small.all("party")):
        return False
    apart = _STARTS & set(scan.text[small.end : behind.start])
    counted = behind.unknown or not _SIZED.isdisjoint(behind.all("asks"))
    counted = counted or (only and bool(behind.terms or behind.all("party")))
    if behind.word and counted and not apart:
        return False
    for told, who, count in ((big, "adults", first), (noun, "kids", second)):
        facts.party.setdefault(who)
        facts.say("party", who, scan.at(told - 1), scan.at(told))
        facts.party.setdefault(f"#{told}:+{int(count)}")
    scan.used |= set(range(at, noun + 1))
    return True


def are_ours(scan: Scan, at: int, noun: Mark) -> bool:
    """Whether boys or girls counted at `at` are somebody's children: "our two girls"."""
    return noun.says("youths") is not None and scan.at(at - 1).word in _OURS


def come_alone(scan: Scan, facts: Facts, noun: int) -> bool:
    """Whether boys or girls, counted before `noun`, are all who come: they say so, "wir sind drei
    Mädels", or what is said begins with them, it "quattro ragazzi cercano un locale"; those whose
    ages are told are somebody's children."""
    said = scan.at(noun).says("youths")
    at = noun - 1 if scan.at(noun - 1).amount is not None else noun - 2
    others = {who for who in facts.party if ":" not in who} - {"kids", "teens"}
    ages = [int(who[4:]) for who in facts.party if who.startswith("age:")]
    if said is None or others or (ages and min(ages) <= _ELDEST_CHILD):
        return False
    before = scan.at(at - 1)
    if before.says("we_are") or before.says("ourselves"):
        return True
    begins = not before.word or _STARTS & set(scan.text[before.end : scan.at(at).start])
    return said == "alone" and bool(begins)
