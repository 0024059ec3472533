"""Who comes and how they move: company, how many, what ages, dogs, wheels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.company import is_nobody, pair_at
from catalog.request.grown import are_ours, told_by_age, told_by_size
from catalog.request.headcount import MANY, PAIR, add_up, are_many
from catalog.request.lexicon import lexicon
from catalog.request.wishes import AUDIENCE
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

YOUNG: Final = frozenset({"kids", "teens", "toddler", "baby", "family", "school"})
_UNCOUNTED: Final = frozenset({"dog", "assistance_dog", "baby", "couple", "pregnant", "family"})
_YOUNG_OR_OLD: Final = YOUNG | {"seniors"}
_LAST_AGE: Final = 17
_OLD: Final = 45
_GROWN: Final = 18
_OF: Final = particles("so_many")
_THE_YEARS: Final = particles("the_years")
_OF_WHOM: Final = particles("of_a_name")
_PAIRS: Final = particles("pair_or_some")
_LITTLE: Final = particles("little_one")
_TO_THE: Final = particles("before_little_one")
_FOR_THE: Final = particles("for_the")
_NEAR: Final = 4
"""How many marks before an age may tell whose it is."""
_TOLD_BEFORE: Final = 8
"""How many marks back a first child may be told of."""
_OLDEST: Final = 99
_HALF: Final = 0.5
_MOST: Final = 500
_TABLEFUL: Final = 20
_TOGETHER: Final = frozenset({"fr", "it"})
_TWO_AGES: Final = 10
_PAUSES: Final = frozenset(",;:.?!")


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


def _little_one(scan: Scan, index: int) -> tuple[str, ...]:
    """The child that is named by its size alone: es "un parque para el pequeño", ca "per a la
    petita"; not "for the small church"."""
    if scan.at(index).word.rpartition(" ")[2] not in _LITTLE or _noun_behind(scan, index + 1):
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
        if not begun or not _ages_told(scan, facts, begun, at, last):
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
    if one:
        return False
    if _and_one_of(scan, at, last):
        ages(scan, facts, whole[-1:], at, last)
        return True
    if _ages_told(scan, facts, whole, at, last) or _is_birthday(scan, last + 1):
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
    if whole == [PAIR]:
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
    told = told or (scan.lang == "it" and before.word == "in" and numbers != [PAIR])
    if not told or _noun_behind(scan, last + 1) or len(numbers) > 1:
        return False
    near = (scan.at(at - back) for back in range(2, _NEAR + 1))
    fed = any(
        mark.says("meal") or mark.says("moment") or mark.says("asks") == "food" for mark in near
    )
    behind = scan.at(last + 1)
    listed = behind.says("idea") or behind.all("asks")  # it "in quattro posti"
    near_all = fed or (scan.lang == "it" and before.word == "in" and not listed)
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
    counts |= set(mark.all("youths"))
    if are_ours(scan, at, mark) and not YOUNG & named:
        facts.party.setdefault("kids")
        facts.say("party", "kids", mark)
    if mark.says("one_of_two") and number == PAIR:  # "two lovers"
        counts = {"couple"}
        facts.party.setdefault("couple")
        facts.say("party", "couple", scan.at(at), mark)
    elif "couple" in mark.all("party") and number > 1:
        counts, number = {"couple"}, PAIR * number  # "three couples"
    if not counts or (scan.at(at - 1).says("we_are") and _opens_with(mark)):
        return False  # "a family of 5 with children"
    if not (one and MANY & counts):
        scan.used |= set(range(at, noun))
        facts.party.setdefault(f"#{noun}:{'' if one else '+'}{number}")
    return True


def _is_grade(scan: Scan, last: int, mark: Mark) -> bool:
    """Whether a number tells which class of a school it is: de "9. Klasse", fr "6e classe"."""
    dotted = scan.text[scan.at(last).end : mark.start].strip() == "."
    return "school" in mark.all("party") and (dotted or is_ordinal(scan, last))


def _ages_told(scan: Scan, facts: Facts, numbers: list[int], at: int, last: int) -> bool:
    """Whether numbers are ages: beside children, or of those who are counted already."""
    before = scan.at(at - 1)
    told = before.says("age_is")
    if {"pregnant", "dog"}.intersection(scan.at(last + 1).all("party")):
        return False  # "I'm 8 months pregnant", "3 Kinder 1 Hund"
    if told and max(numbers) <= _OLDEST and (told == "age" or not _noun_behind(scan, last + 1)):
        return True
    if len(numbers) == 1 and _is_of_old(scan, numbers[0], at, last):
        return True
    if not before.says("we_are") and _are_ages(scan, numbers, at, last):
        return True
    if before.says("we_are") and _are_both_ages(scan, numbers, at, last):
        return True
    counted = before.says("of_age") is not None and _is_counted(facts, at - 2)
    return counted and max(numbers) <= _LAST_AGE  # "35 schoolchildren aged nine"


def is_ordinal(scan: Scan, at: int) -> bool:
    """Whether a number is that of a row: the couple of a "25e anniversaire" is one."""
    typed, mark = scan.typed(scan.at(at)), scan.at(at)
    ordinal = mark.number is not None and not mark.says("number") and mark.word.isalpha()
    return ordinal or (typed[:1].isdecimal() and not typed[-1:].isdecimal())


def _is_birthday(scan: Scan, index: int) -> bool:
    """Whether a number before `index` counts a birthday: "her 80th birthday"."""
    return "birthday" in scan.at(index).terms


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
    return joined and old_enough and not _noun_behind(scan, last + 1)


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
    return (
        scan.at(at) if told and (_PAUSES & set(gap) or not _noun_behind(scan, last + 1)) else None
    )


def _is_counted(facts: Facts, noun: int) -> bool:
    """Whether a number of those whom a mark names was read already."""
    return any(value.startswith(f"#{noun}:") for value in facts.party)


def ages(scan: Scan, facts: Facts, found: list[int], first: int, last: int) -> None:
    """Fill the party with ages, one a number."""
    for age in found:
        if age <= _OLDEST:
            facts.party.setdefault(f"age:{age}")
            facts.say("party", f"age:{age}", scan.at(first), scan.at(last))
    scan.used |= set(range(first, last + 1))


def _plain(mark: Mark) -> bool:
    """An everyday word that may stand between a number and what it counts."""
    return bool(mark.meanings) and all(meaning.group == "speech" for meaning in mark.meanings)


def _noun_behind(scan: Scan, index: int) -> bool:
    """Whether something is counted that is no company: not "for 8 with a pool"."""
    mark = scan.at(index)
    if _opens_with(mark):
        return False
    return (mark.unknown and bool(mark.word)) or bool(mark.terms) or bool(mark.all("unit"))


def _opens_with(mark: Mark) -> bool:
    """Whether a phrase starts with "with"."""
    first = lexicon().entries.get(mark.word.partition(" ")[0])
    return first is not None and any(meaning.group == "with" for meaning in first.meanings)


def _are_ages(scan: Scan, numbers: list[int], at: int, last: int) -> bool:
    """Whether numbers without "years" are ages: "kids 6 and 10", "Enkel (drei und sechs)", "the
    youngest is 6", "oma van negentig"."""
    who = whose(scan, at)
    old = "seniors" in who or "old" in who
    if old and not all(_OLD <= number <= _OLDEST for number in numbers):
        return False
    ends = _closes(scan, last) or not scan.at(last + 1).word
    most = _OLDEST if who == {"kid"} and ends else _LAST_AGE  # "oldest 79"
    if not old and (not who or max(numbers) > most):
        return False
    if old or len(numbers) > 1 or _enclosed(scan, at, last) or _closes(scan, last):
        return True
    if scan.at(at - 1).says("of_age") and scan.at(last + 1).unknown:
        return True  # es "mi hijo de 9 quiere montar a caballo"
    return not _noun_behind(scan, last + 1)


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
        if are_ours(scan, at - back - 1, mark):
            return frozenset({"kids"})
        if "couple" in mark.all("party"):
            return frozenset({"old"})  # "my wife and I are both 74"
        if _is_another(scan, at - back, told=told):
            return frozenset({"kids"})
        small = mark.says("of_age") or _links(mark) or mark.says("day") or mark.says("speech")
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


def _count(facts: Facts, number: int, first: Mark, last: Mark) -> None:
    if 1 <= number <= _MOST and not any(value.startswith("n:") for value in facts.party):
        facts.party.setdefault(f"n:{number}")
        facts.say("party", f"n:{number}", first, last)
