"""A weekday of a later week: "jeudi en huit", "a week on Friday", "next week on Tuesday", es "el
viernes que viene no, el otro"; and one that is meant as a whole: "a whole Sunday"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary.beside import WEEKDAYS, beside

if TYPE_CHECKING:
    from datetime import date

    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan
    from catalog.request.moments import Moment

_WEEK: Final = 7
_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WHICH: Final = frozenset({"que", "qui", "che"})
_WEEKS: Final = {7: 7, 8: 7, 14: 14, 15: 14}
"""Days as they are told and as they are meant: "en huit" is a week, "en quinze" are two."""
_UNITS: Final = {"week": 7, "fortnight": 14}
_NEXT: Final = "next_week"
_OTHER: Final = 5
"""How many words behind a weekday the other one may stand: "not this Friday, the one after"."""


class _Later(NamedTuple):
    """What `when` says of it, and the indices of its first and last mark."""

    day: str
    first: int
    last: int


def read_weeks(scan: Scan, moment: Moment, facts: Facts, today: date | None) -> None:
    """Read the weekdays that are not the coming one, and those that last all day. `today` tells
    whether "next Saturday" is said on a Saturday."""
    for index, mark in enumerate(scan.marks):
        day = mark.says("day")
        if day not in WEEKDAYS:
            weekend = day == "this_weekend" or "weekend" in mark.all("unit")
            if weekend and (_whole(scan, index) or scan.beside(index - 1, "long_weekend")):
                facts.one("duration", "weekend", mark)
            continue
        if _whole(scan, index):
            facts.one("duration", "day", mark)
        found = _ahead(scan, index, day) or _behind(scan, index, day) or _other(scan, index, day)
        found = found or _not_today(scan, index, day, today)
        if found is not None:
            found = _first_of_two(scan, found, day)
            moment.note("day", found.day)
            facts.say("when", found.day, scan.at(found.first), scan.at(found.last))
            scan.used |= set(range(found.first, found.last + 1))


def _not_today(scan: Scan, index: int, day: str, today: date | None) -> _Later | None:
    """The next of its name where today bears it: fr "samedi prochain" on a Saturday."""
    if today is None or _NAMES[today.weekday()] != day:
        return None
    first, last = index, index
    if _told(scan.at(index - 1), "coming", scan.at(index)):
        first = index - 1
    elif _told(scan.at(index + 1), "coming", scan.at(index)):
        last = index + 1
    elif scan.at(index + 1).word in _WHICH and _told(scan.at(index + 2), "coming", scan.at(index)):
        last = index + 2
    elif not _told(scan.at(index), "coming", scan.at(index)):
        return None
    return _Later(f"{day}+{_WEEK}", first, last)


def _first_of_two(scan: Scan, found: _Later, day: str) -> _Later:
    """The first of two days where the week is told behind the second: "Tuesday or Wednesday next
    week"."""
    first = scan.at(found.first - 2).says("day")
    if (
        found.last == found.first
        or first not in WEEKDAYS
        or not scan.at(found.first - 1).says("joins")
    ):
        return found
    return _Later(found.day.replace(day, first), found.first - 2, found.last)


def _whole(scan: Scan, index: int) -> bool:
    """Whether all of a day is meant: "einen ganzen Sonntag", "tout le dimanche", ca "un diumenge
    sencer"."""
    mark, before = scan.at(index), scan.at(index - 1)
    if before.word in _ARTICLES:
        before = scan.at(index - 2)
    return _told(before, "whole", mark) or _told(scan.at(index + 1), "whole_behind", mark)


_ARTICLES: Final = frozenset({"le", "the", "el", "il", "la", "lo", "of"})


def _told(mark: Mark, group: str, day: Mark) -> bool:
    """Whether the last word of a mark says this beside a day, in a language of that day."""
    said = beside().get(mark.word.rpartition(" ")[2], ())
    langs = {lang for meaning in day.meanings for lang in meaning.langs}
    return any(meaning.group == group and langs & {*meaning.langs} for meaning in said)


def _small(mark: Mark) -> bool:
    words = mark.word.split()
    spoken = mark.says("speech") is not None or FUNCTION_WORDS.issuperset(words)
    return bool(words) and mark.amount is None and spoken


def _ahead(scan: Scan, index: int, day: str) -> _Later | None:
    """The week told before its day: "next week Tuesday", "a fortnight on Friday"."""
    first = index - 1
    if scan.at(first).says("after_next"):
        return _Later(f"{day}+{_WEEK}", first, index)
    while _small(scan.at(first)) and index - first <= 2:
        first -= 1
    week = scan.at(first)
    if week.says("day") == _NEXT:
        return _Later(f"{_NEXT}:{day}", first, index)
    beside_it = first == index - 1 and "fortnight" not in week.all("unit")  # "a fortnight Tuesday"
    if beside_it or "en" not in {lang for m in week.meanings for lang in m.langs}:
        return None
    number = scan.at(first - 1)
    length = next((_UNITS[unit] for unit in week.all("unit") if unit in _UNITS), 0)
    if not length or number.amount not in {1, 2, 3} or scan.at(first - 2).says("purpose"):
        return None  # "for a week from Friday"
    return _Later(f"{day}+{length * int(number.amount or 1)}", first - 1, index)


def _behind(scan: Scan, index: int, day: str) -> _Later | None:
    """The week told behind its day: "jeudi en huit", "Freitag in zwei Wochen", "Friday week"."""
    if [scan.at(index + step).word for step in (1, 2)] == ["after", "next"]:
        return _Later(f"{day}+{_WEEK}", index, index + 2)
    last = index + 1
    while _small(scan.at(last)) and scan.at(last).says("ahead") is None and last <= index + 2:
        last += 1
    mark = scan.at(last)
    said = mark.says("day") or ""
    if said == _NEXT:
        return _Later(f"{_NEXT}:{day}", index, last)
    if said.startswith("+") and last == index + 1:
        return _Later(f"{day}+{_WEEKS.get(int(said), int(said))}", index, last)
    if mark.word == "week" and last == index + 1:
        return _Later(f"{day}+{_WEEK}", index, last)
    days = mark.amount
    if days is None and mark.says("ahead"):
        last += 1
        days = scan.at(last).amount
    if days is None or not _told(scan.at(last - 1), "in_days", scan.at(index)):
        return None
    units = scan.at(last + 1).all("unit")
    if "week" in units:
        return _Later(f"{day}+{int(days) * _WEEK}", index, last + 1)
    if days not in _WEEKS or (units and "d" not in units):
        return None
    return _Later(f"{day}+{_WEEKS[int(days)]}", index, last + bool(units))


def _other(scan: Scan, index: int, day: str) -> _Later | None:
    """The next of its name: "not this Friday, the one after", es "el viernes que viene no, el
    otro"."""
    behind = range(index + 1, index + 1 + _OTHER)
    near = (*behind, index - 1, index - 2)
    if index not in scan.denied and not any(scan.at(at).says("no") for at in near):
        return None
    for last in behind:
        if scan.at(last).says("day"):
            return None
        if _told(scan.at(last), "one_after", scan.at(index)):
            return _Later(f"{day}+{_WEEK}", index, last)
    return None
