"""Whose age a number is: "kids 6 and 10", "we are 68 and 71", "a daughter of 16 months"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.grown import are_ours
from catalog.request.lexicon import lexicon
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

YOUNG: Final = frozenset({"kids", "teens", "toddler", "baby", "family", "school"})
_YOUNG_OR_OLD: Final = YOUNG | {"seniors"}
_LAST_AGE: Final = 17
_OLD: Final = 45
_GROWN: Final = 18
_THE_YEARS: Final = particles("the_years")
_OF_WHOM: Final = particles("of_a_name")
_OPENS: Final = frozenset(".;:!?,()–-")
"""What parts ages from the words around them: "kids bored, 6 and 9, …"."""
_NEAR: Final = 4
"""How many marks before an age may tell whose it is."""
_TOLD_BEFORE: Final = 8
"""How many marks back a first child may be told of."""
_OLDEST: Final = 99
_TWO_AGES: Final = 10
_WALKS_FROM, _MOST_MONTHS = 18, 36
"""Months from which a baby is a toddler, and up to which an age is told in months."""


def ages_told(scan: Scan, facts: Facts, numbers: list[int], at: int, last: int) -> bool:
    """Whether numbers are ages: beside children, or of those who are counted already."""
    before = scan.at(at - 1)
    told = before.says("age_is")
    if {"pregnant", "dog"}.intersection(scan.at(last + 1).all("party")):
        return False  # "I'm 8 months pregnant", "3 Kinder 1 Hund"
    if told and max(numbers) <= _OLDEST and (told == "age" or not noun_behind(scan, last + 1)):
        return True
    if len(numbers) == 1 and _is_of_old(scan, numbers[0], at, last):
        return True
    if not before.says("we_are") and _are_ages(scan, numbers, at, last):
        return True
    if before.says("we_are") and _are_both_ages(scan, numbers, at, last):
        return True
    counted = before.says("of_age") is not None and _is_counted(facts, at - 2)
    return counted and max(numbers) <= _LAST_AGE  # "35 schoolchildren aged nine"


def ages(scan: Scan, facts: Facts, found: list[int], first: int, last: int) -> None:
    """Fill the party with ages, one a number."""
    for age in found:
        if age <= _OLDEST:
            facts.party.setdefault(f"age:{age}")
            facts.say("party", f"age:{age}", scan.at(first), scan.at(last))
    scan.used |= set(range(first, last + 1))


def _is_of_old(scan: Scan, number: int, at: int, last: int) -> bool:
    """Whether it is the age that somebody grown reaches: es "los ochenta de mi madre"."""
    of = scan.at(last + 1).says("of_age") or scan.at(last + 1).word in _OF_WHOM
    if not of or scan.at(at - 1).word.rpartition(" ")[2] not in _THE_YEARS:
        return False
    behind = (scan.at(last + step) for step in (2, 3))
    old = any("seniors" in mark.all("party") or mark.says("one_of") == "old" for mark in behind)
    return old and _GROWN <= number <= _OLDEST


def _are_both_ages(scan: Scan, numbers: list[int], at: int, last: int) -> bool:
    """ "We are 68 and 71": nobody counts people so."""
    link = scan.at(at + 1)
    joined = link.says("joins") == "and" and not link.says("or")
    old_enough = len(numbers) > 1 and min(numbers) >= _TWO_AGES and max(numbers) <= _OLDEST
    return joined and old_enough and not noun_behind(scan, last + 1)


def _is_counted(facts: Facts, noun: int) -> bool:
    """Whether a number of those whom a mark names was read already."""
    return any(value.startswith(f"#{noun}:") for value in facts.party)


def _are_ages(scan: Scan, numbers: list[int], at: int, last: int) -> bool:
    """Whether numbers without "years" are ages: "kids 6 and 10", "Enkel (drei und sechs)", "the
    youngest is 6", "oma van negentig"."""
    if len(numbers) > 1 and max(numbers) <= _LAST_AGE and _says_nothing_else(scan, at, last):
        return True
    who = whose(scan, at)
    old = "seniors" in who or "old" in who
    if old and not all(_OLD <= number <= _OLDEST for number in numbers):
        return False
    ends = _closes(scan, last) or not scan.at(last + 1).word
    most = _OLDEST if who == {"kid"} and ends else _LAST_AGE  # "oldest 79"
    if not old and (not who or max(numbers) > most):
        return False
    if _counts_others(scan, at, last):
        return False
    if old or len(numbers) > 1 or _enclosed(scan, at, last) or _closes(scan, last):
        return True
    if scan.at(at - 1).says("of_age") and scan.at(last + 1).unknown:
        return True  # es "mi hijo de 9 quiere montar a caballo"
    return not noun_behind(scan, last + 1)


def _counts_others(scan: Scan, at: int, last: int) -> bool:
    """Whether it counts who comes with those counted just before: "28 pupils, 2 teachers"."""
    behind = scan.at(last + 1)
    counted = scan.at(at - 2).amount is not None and bool(scan.at(at - 1).all("party"))
    apart = scan.text[scan.at(at - 1).end : scan.at(at).start].strip() == ","
    return counted and apart and behind.word.isalpha() and not behind.says("joins")


def whose(scan: Scan, at: int) -> frozenset[str]:
    """Who stands before a number, a few small words between: "our lad, he's nine", "kinderen
    van 8", "ein Sohn, wird morgen sechzehn"; nobody else may stand there. "old" is said of
    parents, who are of any age."""
    told = scan.at(at - 1).says("of_age") is not None
    for back in range(1, _NEAR + 1):
        mark = scan.at(at - back)
        who = _YOUNG_OR_OLD.intersection(mark.all("party"))
        if who or mark.says("one_of"):
            return who or frozenset(mark.all("one_of"))
        if are_ours(scan, at - back - 1, mark) or (told and mark.says("youth")):
            return frozenset({"kids"})
        if "couple" in mark.all("party"):
            return frozenset({"old"})  # "my wife and I are both 74"
        if _is_another(scan, at - back, told=told):
            return frozenset({"kids"})
        small = mark.says("of_age") or _links(mark) or mark.says("day") or mark.says("speech")
        small = small or mark.says("within")  # nl "onder de 10"
        if (
            mark.amount is not None
            or not mark.word
            or mark.says("for_count")
            or not (small or (told and back > 1))
        ):
            return frozenset()
    return frozenset()


def _is_another(scan: Scan, index: int, *, told: bool) -> bool:
    """Whether it is one more of the children told of: "a son of 2 and one of 7"; `told`: a word
    of an age stands before the number."""
    mark = scan.at(index)
    one = told and mark.number is None and mark.amount == 1 and scan.at(index - 1).says("joins")
    if not (one or mark.says("another")):
        return False
    before = scan.marks[max(0, index - _TOLD_BEFORE) : index]
    return any(
        YOUNG.intersection(other.all("party")) or "year" in other.all("unit") for other in before
    )


def _says_nothing_else(scan: Scan, at: int, last: int) -> bool:
    """Whether children are told of and numbers stand behind them as a sentence of their own:
    "the kids are bored. 7 & 9." """
    before, behind = scan.at(at - 1), scan.at(last + 1)
    opening = scan.text[before.end : scan.at(at).start].strip()
    closing = scan.text[scan.at(last).end : behind.start if behind.word else None].strip()
    if not opening or opening[-1] not in _OPENS or (closing[:1] or ".") not in _OPENS:
        return False
    return any(YOUNG & {*mark.all("party")} for mark in scan.marks[:at])


def _enclosed(scan: Scan, at: int, last: int) -> bool:
    """Whether brackets, commas or dashes stand on both sides: "my son, 9, needs …"."""
    before, behind = scan.at(at - 1), scan.at(last + 1)
    opening = scan.text[before.end : scan.at(at).start].strip()
    closing = scan.text[scan.at(last).end : behind.start if behind.word else None].strip()
    return bool(opening) and opening[-1] in "(,-–" and (not closing or closing[0] in "),.-–?!")


def _closes(scan: Scan, last: int) -> bool:
    """Whether a clause ends behind a number: "de oudste elf: waterspeeltuin?"."""
    behind = scan.at(last + 1)
    return scan.text[scan.at(last).end : behind.start if behind.word else None].strip()[:1] in {
        *",:;.?!)–—"
    }


def _links(mark: Mark) -> bool:
    """A verb between children and their ages: "are", "ont"."""
    return mark.says("is") is not None or mark.says("have") is not None


def noun_behind(scan: Scan, index: int) -> bool:
    """Whether something is counted that is no company: not "for 8 with a pool"."""
    mark = scan.at(index)
    if opens_with(mark):
        return False
    return (mark.unknown and bool(mark.word)) or bool(mark.terms) or bool(mark.all("unit"))


def opens_with(mark: Mark) -> bool:
    """Whether a phrase starts with "with"."""
    first = lexicon().entries.get(mark.word.partition(" ")[0])
    return first is not None and any(meaning.group == "with" for meaning in first.meanings)


def months_old(scan: Scan, facts: Facts, months: float, at: int, unit: int) -> None:
    """Who is counted in months is a baby, or walks already: "ma fille de 16 mois"."""
    behind = scan.at(unit + 1)
    if "dog" in behind.all("party") or behind.says("other_pet"):
        return  # "a four-month-old puppy"
    who = {*whose(scan, at), *behind.all("party")}
    if "month" not in scan.at(unit).all("unit"):
        return
    if scan.at(unit).says("aged"):
        who.add("kid")  # "a six-month-old"
    link = scan.at(at - 1)
    own = scan.at(at - 2) if link.says("of_age") or link.says("have") else link
    if own.says("offspring"):
        who.add("kid")  # fr "notre fils de 18 mois"
    if months > _MOST_MONTHS or not who & {*YOUNG, "kid"}:
        return
    for index in (*range(at - _NEAR, at), unit + 1):
        if "kids" in scan.at(index).all("party"):
            scan.used.add(index)
    value = "baby" if months < _WALKS_FROM else "toddler"
    facts.party.setdefault(value)
    facts.say("party", value, scan.at(at), scan.at(unit))


def weeks_old(scan: Scan, at: int, last: int) -> bool:
    """Whether a baby is so old: "three-week-old baby", "Baby von drei Wochen"; not the stay behind
    a comma: "two adults and a baby, one week in May"."""
    if "week" not in scan.at(last).all("unit"):
        return False
    following = scan.at(last + 1)
    dated = following.says("place_prep") or following.says("month") or following.date
    stay = scan.at(at).amount == 1 or (dated and not following.says("of_age"))
    if stay and "," in scan.text[scan.at(at - 1).end : scan.at(at).start]:
        return False
    behind = {value for step in (1, 2) for value in scan.at(last + step).all("party")}
    return "baby" in behind or "baby" in whose(scan, at)
