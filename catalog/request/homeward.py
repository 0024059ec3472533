"""Where and for what one is to be back, which is not sought: "back at the hotel by five", "on
rentre pour déjeuner"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.request.clauses import is_wish, silence
from catalog.request.lodged import is_bed
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.marks import Mark, Scan

_NEAR: Final = 4
"""Marks between "back" and the bed or the meal."""
_MEALS: Final = {"midday": "12:30", "evening": "19:30"}
_EATING: Final = {str(Kind.FOOD)}
_SMALL: Final = (
    "speech",
    "at_clock",
    "place_prep",
    "for_count",
    "of_age",
    "qualifies",
    "before",
    "number",
)


def read_homeward(scan: Scan) -> None:
    """Take the bed, the car and the meal one goes back to out of a question that asks for
    something else; tell the scan the hour at which one is back for the meal."""
    for index in range(len(scan.marks)):
        if not _goes_back(scan.at(index)):
            continue
        for reach in (range(index, index + 2 + _NEAR), range(index, index - 2 - _NEAR, -1)):
            found = _goal(scan, scan.clause(reach)[1:])
            if found is None or not _asks_besides(scan, found):
                continue
            meal = _meal(scan, found)
            if meal and not _for_it(scan, found, index):
                continue
            scan.back_for = scan.back_for or meal
            silence(scan, (found,))
            break


def says_back(mark: Mark) -> bool:
    """Whether it says that one goes back, or that this is the end."""
    return _goes_back(mark) or not particles("ends_at_a_place").isdisjoint(mark.word.split())


def _goes_back(mark: Mark) -> bool:
    said = particles("back_at_a_place") | particles("we_come_back") | particles("back_again")
    return not said.isdisjoint(mark.word.split())


def is_small(mark: Mark) -> bool:
    """Whether it says nothing between "back" and where or when."""
    words = mark.word.split()
    return FUNCTION_WORDS.issuperset(words) or any(map(mark.says, _SMALL))


def _goal(scan: Scan, marks: list[int]) -> int | None:
    """The bed, the car or the meal among them, with nothing but small words and hours before it."""
    for at in marks:
        mark = scan.at(at)
        if is_bed(mark) or mark.says("travel") == "car" or _meal(scan, at):
            return at
        if not (is_small(mark) or mark.clock or mark.amount is not None or mark.all("unit")):
            return None
    return None


def _meal(scan: Scan, at: int) -> str:
    mark = scan.at(at)
    asked = mark.all("asks")
    part = mark.says("meal") or mark.says("part") or ("midday" if set(asked) == _EATING else "")
    return _MEALS.get(part, "") if asked else ""


def _for_it(scan: Scan, meal: int, back: int) -> bool:
    """Whether one goes back for the meal, and not to eat at a table that is sought."""
    if meal == back + 1:
        return True  # fr "on rentre manger"
    between = [word for at in range(meal + 1, back) for word in scan.at(at).word.split()]
    if not particles("and").isdisjoint(between):
        return False  # "lunch in a restaurant and back by five"
    words = {
        word
        for at in (*range(min(meal, back), max(meal, back) + 1), meal - 1, meal - 2)
        for word in scan.at(at).word.split()
    }
    return not words.isdisjoint(particles("back_for"))


def _asks_besides(scan: Scan, goal: int) -> bool:
    return any(is_wish(mark) for at, mark in enumerate(scan.marks) if at != goal)
