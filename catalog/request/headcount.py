"""How many come, added up when all of them were read: adults, pupils, seniors, children."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.grown import come_alone
from catalog.request.wishes import AUDIENCE
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

MANY: Final = frozenset({"group", "school"})
PAIR: Final = 2
_COACHFUL: Final = 15
_CLUBS: Final = particles("are_a_club")
_CLUB_ENDS: Final = tuple(word for word in _CLUBS if len(word) > 3)
_CLUB_NEAR: Final = 4
"""How many words behind "we are" the club may stand."""
_COMPOUND: Final = frozenset({"de", "nl"})
_MANY_YOUNG: Final = 10
"""Children from which their number says how many come."""


def add_up(scan: Scan, facts: Facts) -> None:
    """Fill the number of all who were counted by what they are."""
    _sums(scan, facts)
    _guests(scan, facts)
    _groups(scan, facts)


def are_many(facts: Facts) -> bool:
    """Whether so many come that their bus is their own."""
    return bool(MANY & facts.party.keys()) or any(
        int(value[2:]) >= _COACHFUL for value in facts.party if value.startswith("n:")
    )


def _groups(scan: Scan, facts: Facts) -> None:
    """A club that says so is a group."""
    if MANY & facts.party.keys():
        return
    for index, mark in enumerate(scan.marks):
        club = _club_behind(scan, index) if mark.says("we_are") else None
        if club is not None:
            facts.party.setdefault("group")
            facts.say("party", "group", club)
            return


def _club_behind(scan: Scan, index: int) -> Mark | None:
    """The club that somebody says they are, not the one they are near."""
    for mark in scan.marks[index + 1 :][:_CLUB_NEAR]:
        if mark.says("near") or mark.says("place_prep"):
            return None
        words = mark.word.split()
        ends = scan.lang in _COMPOUND and words and words[-1].endswith(_CLUB_ENDS)
        if ends or not _CLUBS.isdisjoint(words):
            return mark
    return None


def _guests(scan: Scan, facts: Facts) -> None:
    """A couple whose years are kept by twenty guests does not come alone."""
    couples = [mark for mark in scan.marks if "couple" in mark.all("party")]
    counted = any(value.startswith("n:") and int(value[2:]) > PAIR for value in facts.party)
    if counted and couples and all("other" in mark.all("unit") for mark in couples):
        facts.party.pop("couple", None)


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
        who = {*mark.all("party"), *(AUDIENCE[term] for term in mark.terms if term in AUDIENCE)}
        who |= {"kids" for _ in mark.all("youths")}
        total += int(number)
        spans.append(mark)
        young = who & {"kids", "toddler", "teens"} and not MANY & {*who, *facts.party}
        alone = come_alone(scan, facts, int(index))
        if number.startswith("+") and (alone or not young or int(number) >= _MANY_YOUNG):
            whole = True  # "a grandmother" comes with somebody, thirty children with few
    if whole and not any(value.startswith("n:") for value in facts.party) and total:
        facts.party.setdefault(f"n:{total}")
        for mark in spans:
            facts.say("party", f"n:{total}", mark)
