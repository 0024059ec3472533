"""Days of a month that nobody names: "le 5", "Thursday 30th", "vom 5. bis 8.", "the first Sunday
of the month", "the last weekend in August". Only who knows today can tell which they are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.model import Kind
from catalog.request.stretches import days_between, month_of, week_of
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary import concepts
from catalog.vocabulary.beside import WEEKDAYS, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan
    from catalog.request.moments import Moment

_ORDER: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SATURDAY: Final = 5
_MOST_WEEKS: Final = 5
"""How often a weekday may come in a month."""
_SOME_DAY: Final = date(2000, 1, 1)
_LAST_DAY: Final = 31
_WEEK: Final = 7
_NEAR: Final = 70
"""Days within which a weekday and a number that agree are one day."""
_MONTH_NEAR: Final = 6
"""Marks within which a month that is named belongs to a number."""
_PICKS: Final = 3
"""Up to this number an article before it points at what is shown: "le 2", "the 3rd"."""
_BOUNDS: Final = ("after", "before", "until")
_OCCASIONS: Final = frozenset({Kind.EVENT, Kind.MARKET})
_GOING_ON: Final = (
    "part",
    "moment",
    "at_clock",
    "joins",
    "range",
    "is",
    "we_are",
    "idea",
    "onward",
    "speech",
)
"""Groups that are named by no noun a number could count."""
_SUFFIXED: Final = frozenset({"en", "nl"})
"""Languages that write "5th", "5e" and never the bare number; behind a weekday Dutch does."""
_POINTED: Final = "de"
"""The language that writes a point behind such a number: "den 15."."""


class _Days(NamedTuple):
    """The first and the last day, and the indices of the first and last mark that say them."""

    first: date
    last: date
    begin: int
    end: int


def read_numbered(scan: Scan, moment: Moment, facts: Facts, today: date | None) -> None:
    """Read such days as the next ones from `today`. Where that is unknown the number is still
    no hour: "à partir du 20"."""
    for index in range(len(scan.marks)):
        if index in scan.used:
            continue
        if today is None:
            unknown = _announced(scan, index, _SOME_DAY)
            scan.used |= {index} if unknown[0] is not None else set()
            continue
        found = _of_a_month(scan, index, today) or _by_number(scan, index, today)
        if found is None:
            continue
        said = f"date:{found.first:%m-%d}"
        if found.last != found.first:
            said += f"..{found.last:%m-%d}"
        moment.note("day", said)
        facts.say("when", said, scan.at(found.begin), scan.at(found.end))
        scan.used |= set(range(found.begin, found.end + 1))


# --- "the first Sunday of the month" ---


def _of_a_month(scan: Scan, at: int, today: date) -> _Days | None:
    month = month_of(scan.at(at + 1))  # de "letztes Augustwochenende"
    named = at + 1 if month is None else at + 2
    day, end = scan.at(named).says("day"), named
    weekend = day == "this_weekend" or "weekend" in scan.at(named).all("unit")
    langs = {lang for meaning in scan.at(named).meanings for lang in meaning.langs}
    which = _which(scan, at, langs) if weekend or day in WEEKDAYS else None
    if which is None:
        return None
    months: tuple[date, ...] = ()
    if month is None:
        for step in range(named + 1, named + 4):
            months, end = _months(scan.at(step), today), step
            if months or not _small(scan.at(step)):
                break
    else:
        months = _next_two(int(month), today)
    weekday = _SATURDAY if weekend else _ORDER.index(str(day))
    for first in months:
        found = _nth(first, weekday, which)
        if found is not None and found + timedelta(days=weekend) >= today:
            return _Days(found, found + timedelta(days=weekend), at, end)
    return None


def _which(scan: Scan, at: int, langs: set[str]) -> int | None:
    """Which of the month's, -1 the last: "first", "2e", de "1."."""
    mark = scan.at(at)
    for meaning in beside().get(mark.word.rpartition(" ")[2], ()):
        if meaning.group == "which" and langs & {*meaning.langs}:
            return int(meaning.value)
    if mark.number is None or not (_suffixed(scan, mark) or _pointed(scan, mark)):
        return None
    return int(mark.number) if 1 <= mark.number <= _MOST_WEEKS else None


def _months(mark: Mark, today: date) -> tuple[date, ...]:
    """The first days of the months that may be meant: of the one named, this or the next one."""
    month, day = month_of(mark), mark.says("day")
    if month is not None:
        return _next_two(int(month), today)
    following = (today.replace(day=28) + timedelta(days=_WEEK)).replace(day=1)
    if day == "next_month":
        return (following,)
    monthly = "month" in mark.all("unit") or day == "this_month"
    return (today.replace(day=1), following) if monthly else ()


def _next_two(month: int, today: date) -> tuple[date, ...]:
    return date(today.year, month, 1), date(today.year + 1, month, 1)


def _nth(first: date, weekday: int, which: int) -> date | None:
    """The so-manieth weekday of the month that begins on `first`."""
    found = first + timedelta(days=(weekday - first.weekday()) % _WEEK)
    days = [found + timedelta(weeks=week) for week in range(_MOST_WEEKS)]
    days = [day for day in days if day.month == first.month]
    return days[which - 1 if which > 0 else which] if which <= len(days) else None


def _small(mark: Mark) -> bool:
    return bool(mark.word) and FUNCTION_WORDS.issuperset(mark.word.split())


# --- "the 5th", "Thursday 30th" ---


def _by_number(scan: Scan, at: int, today: date) -> _Days | None:
    if scan.at(at).says("day") in WEEKDAYS:
        found = _weekday_numbered(scan, at, today)
        begin = at
    else:
        found, begin = _announced(scan, at, today)
    if found is None:
        return None
    day, end = found
    week = week_of(scan, begin + 1)
    if week is not None:
        return _Days(day, day + timedelta(days=_WEEK - 1), week, end)
    weekend = scan.at(begin - 1)
    if weekend.says("day") == "this_weekend" and day.weekday() >= _SATURDAY - 1:
        saturday = day + timedelta(days=_SATURDAY - day.weekday())
        return _Days(saturday, saturday + timedelta(days=1), begin - 1, end)
    until = None if _hour_behind(scan, begin, end) else _until(scan, end + 1, day)
    if until is not None:
        return _Days(day, until[0], begin, until[1])
    return _Days(day, day, begin, end)


def _hour_behind(scan: Scan, begin: int, end: int) -> bool:
    """Whether what links a day to a number announces an hour: it "martedì 4 alle 14"."""
    opened = any(scan.at(index).says("range") for index in (begin - 1, begin))
    return not opened and scan.at(end + 1).says("exact_hour") is not None


def _until(scan: Scan, at: int, day: date) -> tuple[date, int] | None:
    """The day that a stretch from `day` reaches, and its last mark: "au 8", "to the 8th", "et
    dimanche 26"."""
    link = scan.at(at).says("joins")
    if link is None:
        return None
    number = at + 1
    while _small(scan.at(number)) or scan.at(number).says("day") in WEEKDAYS:
        number += 1
    last = _numbered(scan, number, day)
    if last is None or last <= day or not _alone(scan, number):
        return None
    return (last, number) if link == "to" or last == day + timedelta(days=1) else None


def _weekday_numbered(scan: Scan, at: int, today: date) -> tuple[date, int] | None:
    """A weekday and the number of its day, which agree: "jeudi 30", "Tuesday the 4th"."""
    number = at + 1 if scan.at(at + 1).amount is not None else at + 2
    told = number == at + 1 or scan.beside(at + 1, "day_number", ends=True)
    mark = scan.at(number)
    if not told or mark.number is None or scan.at(number + 1).all("unit"):
        return None
    if scan.lang == "en" and number == at + 1 and not _suffixed(scan, mark):
        return None  # "Friday 7 people", "Friday 8 for dinner"
    if scan.at(number + 1).all("party") or _month_near(scan, number):
        return None
    for ahead in range(_NEAR):
        day = today + timedelta(days=ahead)
        if day.day == mark.number and _ORDER[day.weekday()] == scan.at(at).says("day"):
            return day, number
    return None


def _announced(scan: Scan, at: int, today: date) -> tuple[tuple[date, int] | None, int]:
    """The day of a number that something before it announces, and where that begins."""
    before, number = scan.at(at - 1), scan.at(at).amount
    said = scan.beside(at - 1, "day_number", ends=True)
    if not said or number is None or _month_near(scan, at) or days_between(scan, at):
        return None, at
    if "article" in said and any(scan.beside(index, "calls") for index in range(len(scan.marks))):
        return None, at  # "appeler le 15"
    ahead = scan.at(at - 2)
    bound = any(mark.says(group) for mark in (before, ahead) for group in _BOUNDS)
    bound = bound or (" " in before.word and bool(before.says("joins") or before.says("range")))
    sure = "sure" in said or bound or bool(scan.beside(at - 2, "day_number_on", ends=True))
    of_time = any(ahead.says(group) for group in ("part", "moment")) or "n" in ahead.all("unit")
    of_time = of_time or week_of(scan, at) is not None
    begin, weekend = at - 1, ahead.says("day") == "this_weekend"
    day = _numbered(scan, at, today)
    if day is None or (scan.at(at).number is None and number <= _PICKS):
        return None, at
    opened = before.says("range") or ("article" in said and ahead.says("range"))
    if opened and _until(scan, at + 1, day) is not None:
        return (day, at), begin
    if said == {"joined"} and not (bound or of_time or weekend):
        return None, at
    if "article" in said and not (sure or of_time) and (number <= _PICKS or _inside(ahead)):
        return None, at
    written = _suffixed(scan, scan.at(at)) or scan.lang not in {*_SUFFIXED, _POINTED}
    pointed = scan.lang == _POINTED and ("sure" in said or _pointed(scan, scan.at(at)))
    if not (written or pointed) or not _alone(scan, at, sure=sure):
        return None, at
    end = at + 2 if _of_month(scan.at(at + 2)) else at  # "le 5 du mois"
    return (day, end), begin


def _of_month(mark: Mark) -> bool:
    """Whether it is the month of a number before it: "le 5 du mois", "the 28th of this month"."""
    return "month" in mark.all("unit") or mark.says("day") == "this_month"


def _inside(mark: Mark) -> bool:
    """Whether it says that what follows is a place: "dans le 12"."""
    return mark.says("place_prep") is not None or mark.says("from") is not None


def _numbered(scan: Scan, at: int, today: date) -> date | None:
    """The next day that has the number of a mark."""
    number = scan.at(at).amount
    if number is None or number != int(number) or not 1 <= number <= _LAST_DAY:
        return None
    return next((day for day in _coming(today) if day.day == number), None)


def _coming(today: date) -> Iterator[date]:
    for ahead in range(2 * _LAST_DAY):
        yield today + timedelta(days=ahead)


def _month_near(scan: Scan, at: int) -> bool:
    """Whether a month or a date that is named may be that of the number."""
    marks = [scan.at(index) for index in range(at - 2, at + _MONTH_NEAR + 1) if index != at]
    return any(month_of(mark) is not None or mark.date is not None for mark in marks)


def _suffixed(scan: Scan, mark: Mark) -> bool:
    """Whether it is written as a number in an order: "5th", "1er", "5e"."""
    typed = scan.typed(mark)
    return typed[:1].isdecimal() and not typed.isdecimal()


def _pointed(scan: Scan, mark: Mark) -> bool:
    return scan.lang == _POINTED and scan.text[mark.end : mark.end + 1] == "."


def _alone(scan: Scan, at: int, *, sure: bool = False) -> bool:
    """Whether the number counts nothing and orders nothing: it ends what is said, or a small
    word goes on. `sure`: what is on that day may follow: de "am 15. Konzert"."""
    mark, behind = scan.at(at), scan.at(at + 1)
    if scan.text[mark.end : mark.end + 1].isalpha():
        return False  # oc "lo 20en sègle"
    gap = scan.text[mark.end : behind.start].lstrip("." if scan.lang == _POINTED else "")
    if not behind.word or gap.strip():
        return behind.clock is None or bool(behind.word) or bool(gap.strip())
    counted = behind.all("unit") and not behind.says("part")
    if counted or (behind.amount is not None and not behind.says("speech")):
        return False
    if behind.says("of_age"):
        return _of_month(scan.at(at + 2))
    if any(_OCCASIONS & set(concepts()[term].kinds) for term in behind.terms):
        return sure
    going_on = not behind.terms and any(behind.says(group) for group in _GOING_ON)
    return going_on or FUNCTION_WORDS.issuperset(behind.word.split())
