"""Who comes and how they move: company, how many, what ages, dogs, wheels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.ages import YOUNG, ages, ages_told, noun_behind, opens_with
from catalog.request.company import is_nobody, pair_at
from catalog.request.grown import are_ours, told_by_age, told_by_size
from catalog.request.headcount import MANY, PAIR, add_up, are_many
from catalog.request.wishes import AUDIENCE
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

_UNCOUNTED: Final = frozenset({"dog", "assistance_dog", "baby", "couple", "pregnant", "family"})
_OF: Final = particles("so_many")
_PAIRS: Final = particles("pair_or_some")
_LITTLE: Final = particles("little_one")
_TO_THE: Final = particles("before_little_one")
_FOR_THE: Final = particles("for_the")
_NEAR: Final = 4
"""How many marks before an age may tell whose it is."""
_HALF: Final = 0.5
_MOST: Final = 500
_TABLEFUL: Final = 20
_TOGETHER: Final = frozenset({"fr", "it"})
_LEARNING: Final = frozenset({"beginners"})
"""Concepts of those who are counted without being of any age: "canoe for two beginners"."""
_PAUSES: Final = frozenset(",;:.?!+&")


def read_people(scan: Scan, facts: Facts) -> None:
    """Fill party and mobility from the words that say them."""
    others = any(mark.says("other_pet") for mark in scan.marks)
    for index, mark in enumerate(scan.marks):
        if index in scan.denied:
            continue
        company = mark.all("party") or pair_at(scan, index) or _little_one(scan, index)
        for value in company if company and not is_nobody(scan, index, company) else ():
            if value == "dog" and mark.says("any_pet") and others:
                continue  # "do you take pets? we have a cat"
            old_dog = value == "seniors" and "dog" in scan.at(index - 1).all("party")
            told = index not in scan.used or "other" in mark.all("unit")  # "30 ans de mariage"
            if told and not old_dog and not _is_classed(scan, mark):
                facts.party.setdefault(value)
                facts.say("party", value, mark)
        for value in mark.all("mobility"):
            facts.mobility.setdefault(value)
            facts.say("mobility", value, mark)
        for value in mark.all("refused"):
            facts.themes.setdefault(f"-{value}")
            facts.say("themes", f"-{value}", mark)
    told_by_age(scan, facts)
    add_up(scan, facts)
    if "wheelchair" in facts.mobility:
        facts.mobility.pop("reduced", None)  # "no steps" says no more than the wheelchair
    if are_many(facts):
        for mark in scan.marks:
            if mark.says("if_many"):
                facts.mobility.pop("public_transport", None)
                facts.mobility.setdefault("coach")
                facts.say("mobility", "coach", mark)
        _fill_a_coach(scan, facts)


def _fill_a_coach(scan: Scan, facts: Facts) -> None:
    """So many who come by coach are a group, when nothing tells who they are: "un car de 48
    personnes"."""
    known = any(not value.startswith("n:") for value in facts.party)
    known = known or any(not AUDIENCE.keys().isdisjoint(mark.terms) for mark in scan.marks)
    if "coach" not in facts.mobility or known or not are_many(facts):
        return
    facts.party.setdefault("group")
    for mark in scan.marks:
        if "coach" in mark.all("mobility") or mark.says("if_many"):
            facts.say("party", "group", mark)
            return


def _little_one(scan: Scan, index: int) -> tuple[str, ...]:
    """The child that is named by its size alone: es "un parque para el pequeño", ca "per a la
    petita"; not "for the small church"."""
    if scan.at(index).word.rpartition(" ")[2] not in _LITTLE or noun_behind(scan, index + 1):
        return ()
    ahead = index - 1
    while scan.at(ahead).word in _TO_THE:
        ahead -= 1
    article = ahead < index - 1 or " " in scan.at(index).word
    told = scan.at(ahead).says("for_count") is not None and article
    told = told or scan.at(index - 1).word in _FOR_THE
    return ("kids",) if told and not scan.at(index + 1).all("asks") else ()


def _is_classed(scan: Scan, mark: Mark) -> bool:
    """fr "classé" is no class."""
    return mark.word.startswith("classe") and "é" in scan.typed(mark).casefold()


def people(scan: Scan, facts: Facts, values: list[float], at: int, last: int) -> bool:
    """Read a number of people, or of ages without "years"; whether it was one."""
    whole = [int(value) for value in values if value == int(value)]
    if not whole:  # "two and a half"
        begun = [int(value) for value in values if value % 1 == _HALF]
        if not begun or not ages_told(scan, facts, begun, at, last):
            return False
        ages(scan, facts, begun, at, last)
        return True
    one = scan.at(at).number is None and whole[-1] == 1  # "a family", "one of us"
    if "person" in scan.at(last + 1).all("unit") and not are_ours(scan, at, scan.at(last + 1)):
        if not one:
            _count(facts, whole[-1], scan.at(at), scan.at(last + 1))
        scan.used |= set(range(at, last + 2))
        return True
    if not is_ordinal(scan, at) and _counts_who(scan, facts, whole[-1], at, last):
        return True
    if one or _is_grade(scan, last, _of_school(scan, last + 1)):
        return False
    if _and_one_of(scan, at, last):
        ages(scan, facts, whole[-1:], at, last)
        return True
    if ages_told(scan, facts, whole, at, last) or _is_birthday(scan, last + 1):
        ages(scan, facts, whole, at, last)
        return True
    if is_ordinal(scan, at):
        return False
    said = _how_many_told(scan, at, last)
    if said is not None:
        _count(facts, whole[-1], said, scan.at(last))
        scan.used |= set(range(at, last + 1))
        return True
    return _together(scan, facts, whole, at, last)


def _together(scan: Scan, facts: Facts, whole: list[int], at: int, last: int) -> bool:
    """Read those who come together: "à deux"; whether they are."""
    if not _is_together(scan, at, last, whole):
        return False
    if whole == [PAIR] and scan.lang != "it":
        facts.party.setdefault("couple")
        facts.say("party", "couple", scan.at(at - 1), scan.at(last))
    else:
        _count(facts, whole[-1], scan.at(at - 1), scan.at(last))
    return True


def _and_one_of(scan: Scan, at: int, last: int) -> bool:
    """Whether it is the age of the first of two: "a 3 and a 5 year old", fr "un de 3 et un de 5
    ans"."""
    before = at - 2 if scan.at(at - 1).says("of_age") else at - 1
    following = last + 4 if scan.at(last + 3).says("of_age") else last + 3
    return (
        scan.at(last + 1).says("joins") == "and"
        and (_one(scan, at) or _one(scan, before))
        and (_one(scan, last + 2) or scan.at(last + 2).says("another") is not None)
        and scan.at(following).amount is not None
        and "year" in scan.at(following + 1).all("unit")
    )


def _one(scan: Scan, index: int) -> bool:
    """Whether it is "a" or "one" in letters."""
    return scan.at(index).number is None and scan.at(index).amount == 1


def _is_together(scan: Scan, at: int, last: int, numbers: list[int]) -> bool:
    """Whether fr "à", it "in" stand before how many come: "à deux", "déjeuner à cinq", "cena in
    otto", "visita in quattro"."""
    before = scan.at(at - 1)
    told = before.word == "a" and before.says("at_clock") in {"h", "hour"}
    within = scan.lang == "it" and before.word == "in"
    told = told or within
    mounted = "riding" in scan.at(last + 1).terms  # "in tre a cavallo"
    if not told or (noun_behind(scan, last + 1) and not mounted) or len(numbers) > 1:
        return False
    near = [scan.at(at - back) for back in range(2, _NEAR + 1)]
    fed = any(
        mark.says("meal") or mark.says("moment") or mark.says("asks") == "food" for mark in near
    )
    if within and numbers == [PAIR]:  # but "in due parole"
        return fed or any("lodging" in m.all("asks") or "eur" in m.all("unit") for m in near)
    behind = scan.at(last + 1)
    listed = behind.says("idea") or behind.all("asks")  # it "in quattro posti"
    near_all = fed or (within and not listed)
    return numbers == [PAIR] or (
        scan.lang in _TOGETHER and bool(near_all) and PAIR < numbers[0] <= _TABLEFUL
    )


def _counts_who(scan: Scan, facts: Facts, number: int, at: int, last: int) -> bool:
    """Keep how many there are of those whom the next word names, for the sum at the end."""
    if told_by_size(scan, facts, at, last):
        return True
    noun = last + 1
    if scan.at(noun).unknown or _plain(scan.at(noun)):
        noun = last + 2  # "two small kids"
    mark = scan.at(noun)
    if "," in scan.text[scan.at(last).end : mark.start]:
        return False  # "der Älteste ist 13, die Kleine 5"
    one = scan.at(at).number is None and number == 1
    if number > _MOST or _is_grade(scan, last, mark):
        return False  # "depuis 1974 mon père"
    named = {*mark.all("party"), *(AUDIENCE[term] for term in mark.terms if term in AUDIENCE)}
    counts = named - _UNCOUNTED | set(mark.all("one_of")) & {"old"}  # "two parents"
    counts |= set(mark.all("youths")) | {term for term in mark.terms if term in _LEARNING}
    if are_ours(scan, at, mark) and not YOUNG & named:
        facts.party.setdefault("kids")
        facts.say("party", "kids", mark)
    if mark.says("one_of_two") and number == PAIR:  # "two lovers"
        counts = {"couple"}
        facts.party.setdefault("couple")
        facts.say("party", "couple", scan.at(at), mark)
    elif "couple" in mark.all("party") and number > 1:
        counts, number = {"couple"}, PAIR * number  # "three couples"
    if not counts or (scan.at(at - 1).says("we_are") and opens_with(mark)):
        return False  # "a family of 5 with children"
    if not (one and MANY & counts):
        scan.used |= set(range(at, noun))
        facts.party.setdefault(f"#{noun}:{'' if one else '+'}{number}")
    return True


def _of_school(scan: Scan, at: int) -> Mark:
    """What stands at `at`, or behind an "of" there: es "4º de primaria"."""
    return scan.at(at + 1 if scan.at(at).says("of_age") else at)


def _is_grade(scan: Scan, last: int, mark: Mark) -> bool:
    """Whether a number tells which class of a school it is: de "9. Klasse", fr "6e classe"."""
    dotted = scan.text[scan.at(last).end : mark.start].strip() == "."
    return "school" in mark.all("party") and (dotted or is_ordinal(scan, last))


def is_ordinal(scan: Scan, at: int) -> bool:
    """Whether a number is that of a row: the couple of a "25e anniversaire" is one."""
    typed, mark = scan.typed(scan.at(at)), scan.at(at)
    if scan.lang == "nl" and typed.endswith("en"):
        return False  # "met z'n 8en"
    ordinal = mark.number is not None and not mark.says("number") and mark.word.isalpha()
    return ordinal or (typed[:1].isdecimal() and not typed[-1:].isdecimal())


def _is_birthday(scan: Scan, index: int) -> bool:
    """Whether a number before `index` counts a birthday: "her 80th birthday"."""
    return "birthday" in scan.at(index).terms


def _how_many_told(scan: Scan, at: int, last: int) -> Mark | None:
    """The mark that says that a number counts people: "we are", "for", "a hen party of"."""
    before, behind = scan.at(at - 1), scan.at(last + 1)
    said = before if before.says("we_are") else scan.at(at - 2)
    if before.says("of_age") and MANY & set(said.all("party")):
        return scan.at(at)
    if MANY & set(before.all("party")) and before.word.rpartition(" ")[2] in _OF:
        return before  # "a group of" six
    gap = scan.text[scan.at(last).end : behind.start]
    if gap.isspace() and (behind.says("other_pet") or "dog" in behind.all("party")):
        return None  # "we travel with two cats"
    if said.says("we_are") and (said is before or _plain(before)):
        return said
    pair = scan.at(last).word in _PAIRS and not behind.says("of_age")  # "a room for a couple"
    told = (before.says("for_count") or before.says("ourselves")) and not pair
    return scan.at(at) if told and (_PAUSES & set(gap) or not noun_behind(scan, last + 1)) else None


def _plain(mark: Mark) -> bool:
    """An everyday word that may stand between a number and what it counts."""
    return bool(mark.meanings) and all(meaning.group == "speech" for meaning in mark.meanings)


def _count(facts: Facts, number: int, first: Mark, last: Mark) -> None:
    if 1 <= number <= _MOST and not any(value.startswith("n:") for value in facts.party):
        facts.party.setdefault(f"n:{number}")
        facts.say("party", f"n:{number}", first, last)
