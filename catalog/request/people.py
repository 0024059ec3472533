"""Who comes and how they move: company, how many, what ages, dogs, wheels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.lexicon import lexicon

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

_YOUNG: Final = frozenset({"kids", "teens", "toddler", "baby", "family", "school"})
_UNCOUNTED: Final = frozenset({"dog", "assistance_dog", "baby", "couple", "pregnant", "family"})
_MANY: Final = frozenset({"group", "school"})
_NO_CHILD: Final = 13
_OLDEST: Final = 99
_MOST: Final = 500
_COACHFUL: Final = 15


def read_people(scan: Scan, facts: Facts) -> None:
    """Fill party and mobility from the words that say them."""
    for index, mark in enumerate(scan.marks):
        if index in scan.denied:
            continue
        for value in mark.all("party"):
            old_dog = value == "seniors" and "dog" in scan.at(index - 1).all("party")
            if index not in scan.used and not old_dog and not _is_classed(scan, mark):
                facts.party.setdefault(value)
                facts.say("party", value, mark)
        for value in mark.all("mobility"):
            facts.mobility.setdefault(value)
            facts.say("mobility", value, mark)
    if "wheelchair" in facts.mobility:
        facts.mobility.pop("reduced", None)  # it says all that "no steps" says
    _grown(scan, facts)
    _sums(scan, facts)
    if "wheelchair" in facts.mobility:
        facts.mobility.pop("reduced", None)  # "no steps" says no more than the wheelchair
    if _many(facts):
        for mark in scan.marks:
            if mark.says("if_many"):
                facts.mobility.pop("public_transport", None)
                facts.mobility.setdefault("coach")
                facts.say("mobility", "coach", mark)


def _many(facts: Facts) -> bool:
    """Whether so many come that their bus is their own."""
    return bool(_MANY & facts.party.keys()) or any(
        int(value[2:]) >= _COACHFUL for value in facts.party if value.startswith("n:")
    )


def _grown(scan: Scan, facts: Facts) -> None:
    """A son of sixteen is no child: his age says enough."""
    ages = [int(value[4:]) for value in facts.party if value.startswith("age:")]
    said = [mark for mark in scan.marks if "kids" in mark.all("party")]
    if ages and min(ages) >= _NO_CHILD and all(mark.says("offspring") for mark in said):
        facts.party.pop("kids", None)


def _is_classed(scan: Scan, mark: Mark) -> bool:
    """fr "classé" is no class."""
    return mark.word.startswith("classe") and "é" in scan.typed(mark).casefold()


def people(scan: Scan, facts: Facts, values: list[float], at: int, last: int) -> bool:
    """Read a number of people, or of ages without "years"; whether it was one."""
    whole = [int(value) for value in values if value == int(value)]
    before = scan.at(at - 1)
    noun = last + 1
    if scan.at(noun).unknown or _plain(scan.at(noun)):
        noun = last + 2  # "two small kids"
    mark = scan.at(noun)
    counts = [value for value in mark.all("party") if value not in _UNCOUNTED]
    if before.says("we_are") and _opens_with(mark):
        counts = []  # "a family of 5 with children"
    if whole and "person" in scan.at(last + 1).all("unit"):
        if not (scan.at(at).number is None and whole[-1] == 1):
            _count(facts, whole[-1], scan.at(at), scan.at(last + 1))
        scan.used |= set(range(at, last + 2))
        return True
    if whole and counts:
        if not (scan.at(at).number is None and whole[-1] == 1 and _MANY & set(counts)):
            scan.used |= set(range(at, noun))
            sure = "" if scan.at(at).number is None and whole[-1] == 1 else "+"
            facts.party.setdefault(f"#{noun}:{sure}{whole[-1]}")
        return True
    counted = before.says("we_are") is not None
    one = scan.at(at).number is None and whole[-1:] == [1]  # "a family", "one of us"
    if (
        whole
        and not (counted or one)
        and _ages_before(scan, at)
        and not _noun_behind(scan, last + 1)
    ):
        ages(scan, facts, [age for age in whole if age <= 17], at, last)
        return True
    said = before if before.says("we_are") else scan.at(at - 2)
    if whole and before.says("of_age") and _MANY & set(said.all("party")):
        _count(facts, whole[-1], scan.at(at), scan.at(last))  # "a hen party of 12"
        scan.used |= set(range(at, last + 1))
        return True
    if whole and not one and said.says("we_are") and (said is before or _plain(before)):
        _count(facts, whole[-1], said, scan.at(last))
        scan.used |= set(range(at, last + 1))
        return True
    if one:
        return False
    if (
        whole
        and (before.says("for_count") or before.says("ourselves"))
        and not _noun_behind(scan, last + 1)
    ):
        _count(facts, whole[-1], scan.at(at), scan.at(last))
        scan.used |= set(range(at, last + 1))
        return True
    two = whole == [2] and before.word == "a" and before.says("at_clock") in {"h", "hour"}
    if two and not _noun_behind(scan, last + 1):
        facts.party.setdefault("couple")  # "à deux"
        facts.say("party", "couple", before, scan.at(last))
        return True
    return False


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


def _ages_before(scan: Scan, at: int) -> bool:
    """Whether children stand before a number: "kids 6 and 10", "kinderen van 8"."""
    before = at - 1
    if scan.at(before).says("of_age") or _links(scan.at(before)):
        before -= 1
    if scan.at(before).says("day"):
        before -= 1  # "wird morgen sechzehn"
    if _links(scan.at(before)):
        before -= 1  # "kids are aged 9"
    return any(value in _YOUNG for value in scan.at(before).all("party"))


def _links(mark: Mark) -> bool:
    """A verb between children and their ages: "are", "ont"."""
    return mark.says("is") is not None or mark.says("have") is not None


def _count(facts: Facts, number: int, first: Mark, last: Mark) -> None:
    if 1 <= number <= _MOST and not any(value.startswith("n:") for value in facts.party):
        facts.party.setdefault(f"n:{number}")
        facts.say("party", f"n:{number}", first, last)


def _sums(scan: Scan, facts: Facts) -> None:
    """How many come: adults, pupils or seniors counted, with the children counted beside.

    "Two kids" alone do not say how many come with them.
    """
    counted = [value for value in facts.party if value.startswith("#")]
    total, whole = 0, False
    spans: list[Mark] = []
    for value in counted:
        del facts.party[value]
        index, _, number = value[1:].partition(":")
        mark = scan.at(int(index))
        who = set(mark.all("party"))
        total += int(number)
        spans.append(mark)
        young = who & {"kids", "toddler", "teens"} and not _MANY & {*who, *facts.party}
        if number.startswith("+") and not young:  # "a grandmother" comes with somebody
            whole = True
    if whole and not any(value.startswith("n:") for value in facts.party) and total:
        facts.party.setdefault(f"n:{total}")
        for mark in spans:
            facts.say("party", f"n:{total}", mark)
