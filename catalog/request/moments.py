"""When: days, parts of the day, dates and clock times put together as `day[:part][@HH:MM±]`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from catalog.request.clocks import clock_at
from catalog.request.stretches import days_between, month_of, names_street, week_of
from catalog.request.tokens import possible
from catalog.vocabulary.beside import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.request.clocks import Spoken
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

ANY: Final = "any"
_LATER: Final = frozenset({"afternoon", "evening", "night"})
_HALF_DAY: Final = 12
_LEAP_YEAR: Final = 2024
_FIRST_YEAR, _LAST_YEAR = 2000, 2045
_COMING_YEAR: Final = 2026
"""A year before this one names what was ("Tour de France 2024") and asks for no time."""
_TWELVE_HOURS: Final = frozenset({"en", "es", "oc", "ca"})
_TWELVE_AFTERNOON: Final = 6
"""Up to this hour a clock told in one of these languages, without "am", is in the afternoon."""
_SMALL_HOURS: Final = 5
_HOME_BY: Final = 8
"""Nobody is back before, in the morning, who does not say so."""
_FIRST_DEPARTURES: Final = range(4, 7)
"""The hours of the first trains and of taxis to them."""
_MEALTIMES: Final = {"midday": range(1, 5), "evening": range(6, 12)}
"""The hours of the clock that, beside a meal, are after noon."""
_BESIDE: Final = 3
"""Marks between a dinner and its hour."""
_DINING: Final = range(6, 11)
"""The hours at which a table is sought in the evening, where nothing else is told."""
_BY_DAY: Final = range(1, 7)
"""Hours before which nobody is back in the morning."""
_NEAR: Final = frozenset({"today", "tomorrow"})
_WEEKEND: Final = "this_weekend"
_PAST: Final = "yesterday"
_DAYS: Final = WEEKDAYS | {
    "today", "tomorrow", "this_weekend", "next_weekend", "public_holiday"
}  # fmt: skip
_NAMED: Final = ("feast:", "date:")
"""Days with a name say more than the weekday before: it "il lunedì dell'Angelo"."""
_MONTHS: Final = frozenset({"month", "month_beside"})
_IN_MONTH: Final = frozenset({"part_of_month", "at"})
"""What stands before a month and not before a date: "in August", "end of May"."""
_ANNOUNCE: Final = frozenset({"after", "before", "at_clock"})


class Moment:
    """What was said of the time so far; the first of each wins. `worded`: the clock time was
    told in words, in which nobody counts 24 hours; `early`: it was told to be of the morning;
    `exact`: it was written as clocks show it, of 24 hours; `at_dawn`: it was written with its
    minutes, and only its language tells that it is after noon; `back`: when one is to be back."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.day: str | None = None
        self.part: str | None = None
        self.clock: str | None = None
        self.bound = ""
        self.worded = False
        self.early = False
        self.exact = False
        self.at_dawn = False
        self._told_now = False
        self._at = 0
        self.back = ""

    def note(self, group: str, value: str) -> None:
        """Take one meaning of the groups day, part or moment. What was yesterday tells no time
        where another day is named."""
        if self.day == _PAST and group != "part" and not value.startswith(_PAST):
            self.day = self.part = None
        if group == "moment":
            day, _, part = value.partition(":")
            if self.day in _NEAR - {day} and self.clock is None:
                if self.part is None:
                    self.day, self.part = day, part  # "tomorrow we leave: this afternoon …?"
                return
            self.day, self.part = self.day or day, self.part or part
        elif group == "day":
            if value == _WEEKEND and str(self.day).startswith("month:"):
                self._weekend_long()
            named = value.startswith(_NAMED) and self.day in _DAYS - _NEAR
            self.day = value if self.day is None or named else self.day
        elif group == "part":
            self.part = self.part or value

    def date(self, day: str, *, near: bool = False) -> None:
        """Take a date or a month, which says more than the weekday before it ("sam. 01/08") and
        than a weekend without one ("a weekend in May"). `near`: of that weekday ("the first
        Sunday in May")."""
        dated = (near or day.startswith("date:")) and self.day in WEEKDAYS
        if self.day == _WEEKEND and day.startswith("month:"):
            self._weekend_long()
        if self.day is None or dated or self.day == _WEEKEND:
            self.day = day

    def _weekend_long(self) -> None:
        """A weekend of a month is how long: "October, a weekend"."""
        self._facts.single.setdefault("duration", "weekend")

    def spoken(self) -> str | None:
        """The moment in the words of `Request.when`, or None when nothing was said."""
        if self.day is None and self.part is None and self.clock is None:
            return None
        spoken = self.day or ANY
        if self.part is not None:
            spoken += f":{self.part}"
        if self.clock is not None and spoken != "now":
            spoken += f"@{self.clock}{self.bound}"
        return spoken

    def whole_day(self) -> bool:
        """Whether a day or a weekend was told, and no part of it."""
        return (
            self.part is None
            and self.clock is None
            and (self.day in _DAYS or str(self.day).startswith(("date:", "+")))
        )

    def settle(self, marks: Sequence[Mark]) -> None:
        """An hour told before its part of the day: "at half past eight … this evening"; or
        beside a meal: who dines at nine dines in the evening."""
        if self.clock is None or self.early:
            if self.early and self.part in {"afternoon", "evening"}:
                self.part = "morning"  # fr "à la fraîche, départ 6h du mat"
            return
        hour = int(self.clock[:2])
        if self.part is None:
            later = any(hour in _MEALTIMES.get(mark.says("meal") or "", ()) for mark in marks)
        else:
            later = self.part in {"afternoon", "evening"} or self._dines(marks, hour)
        if later and 1 <= hour < _HALF_DAY:
            self.clock = f"{hour + _HALF_DAY}{self.clock[2:]}"

    def _dines(self, marks: Sequence[Mark], hour: int) -> bool:
        """Whether the hour is told with a dinner: "at noon …, and dinner around 7"."""
        near = marks[max(0, self._at - _BESIDE) : self._at]
        return hour in _DINING and any(mark.says("meal") == "evening" for mark in near)

    def awake(self, *, dining: bool) -> None:
        """Nobody visits or eats in the small hours, nor dines at half past seven in the morning:
        nl "om vijf uur", de "um halb acht". `dining`: a restaurant's table is sought."""
        if self.clock is None or self.early or self.part in {"morning", "night"}:
            return
        hour = int(self.clock[:2])
        if (1 <= hour <= _SMALL_HOURS and not self.exact) or (dining and hour in _DINING):
            self.clock = f"{hour + _HALF_DAY}{self.clock[2:]}"

    def leaving(self) -> None:
        """Who asks for a taxi or a breakfast at 6:15 leaves in the morning, in any language."""
        if self.at_dawn and self.clock is not None and self.part in {None, "morning", "night"}:
            self.clock = f"{int(self.clock[:2]) - _HALF_DAY:02}{self.clock[2:]}"

    def homeward(self, scan: Scan) -> None:
        """Who wants to get back after eight wants to in the evening, and who has to be back by five
        in the afternoon."""
        if self.clock is None or self.early or self.exact or self.part or self.back:
            return
        if self.bound == "+":
            back = any(scan.beside(index, "homeward") for index in range(len(scan.marks)))
            hours = _DINING
        else:
            back = bool(self.bound) and any(mark.says("onward") for mark in scan.marks)
            hours = _BY_DAY
        if back and int(self.clock[:2]) in hours:
            self.clock = f"{int(self.clock[:2]) + _HALF_DAY}{self.clock[2:]}"

    def asleep(self, scan: Scan) -> None:
        """Who asks for a bed "tomorrow night" asks for the night, not the evening; "every night"
        is no time then."""
        if self.day is None and any(mark.says("nightly") for mark in scan.marks):
            self.part = None
        if self.part == "evening" and any(mark.says("part_asleep") for _, mark in scan.free()):
            self.part = "night"

    def by_night(self, scan: Scan) -> None:
        """A chemist or a bus "of the night"; a visit is of a kind of its own."""
        for _, mark in scan.free():
            if self.part is None and mark.says("part_of_service"):
                self.part = "night"
                self._facts.say("when", "night", mark)

    def number(self, scan: Scan, at: int, last: int, values: list[float]) -> bool:
        """Read a number as part of a date or as a clock time; whether it was one."""
        return (
            self._stretch(scan, at)
            or self._date(scan, at, last, values)
            or self._year(scan, at, values)
            or self.clock_at(scan, at)
        )

    def _stretch(self, scan: Scan, at: int) -> bool:
        """ "du 28 juillet au 3 août"."""
        found = days_between(scan, at)
        if found is None:
            return False
        self._say(found.day, scan.at(at), scan.at(found.last))
        scan.used |= set(range(at, found.last + 1))
        return True

    def _date(self, scan: Scan, at: int, last: int, values: list[float]) -> bool:
        """ "14 juillet", "5 de agosto", "August 5th", "du 3 au 8 août"."""
        behind = last + 2 if scan.at(last + 1).says("of_age") else last + 1
        month, end = month_of(scan.at(behind)), behind
        if month is not None and behind == last + 1 and _article(scan.at(last)):
            return False  # "un Mars", "a march"
        ahead = at - 2 if scan.at(at - 1).word == "the" else at - 1
        if month is None:
            month, end = month_of(scan.at(ahead)), last
            if month is None or not _follows(scan, ahead, at, last):
                return False
        days = [int(value) for value in values if value == int(value) and 1 <= value <= 31]
        if not days:
            return False
        begin = ahead if end == last else at
        scan.used |= set(range(begin, end + 1))
        if not all(possible(int(month), day) for day in days):
            return True  # "31 April" is no day
        if names_street(scan, begin, end):
            return True  # "rue du 8 mai"
        day = f"date:{month}-{days[0]:02}"
        if len(days) == 1 and week_of(scan, begin) is not None:
            last_day = date(_LEAP_YEAR, int(month), days[0]) + timedelta(days=6)
            day += f"..{last_day:%m-%d}"
        elif len(days) > 1 and days[-1] > days[0]:
            day += f"..{month}-{days[-1]:02}"
        self._say(day, scan.at(begin), scan.at(end))
        if scan.at(end + 1).amount is not None and is_year(scan.at(end + 1).amount):
            scan.used.add(end + 1)
        return True

    def _year(self, scan: Scan, at: int, values: list[float]) -> bool:
        if len(values) > 1 or not is_year(values[0]) or scan.at(at + 1).all("unit"):
            return False
        before = scan.at(at - 2) if scan.at(at - 1).says("of_age") else scan.at(at - 1)
        dated = month_of(before) is not None or before.date is not None
        if not dated and self.day is None and values[0] >= _COMING_YEAR:
            self._say(f"year:{int(values[0])}", scan.at(at), scan.at(at))
        scan.used.add(at)
        return True

    def _say(self, day: str, first: Mark, last: Mark) -> None:
        self.note("day", day)
        self._facts.say("when", day, first, last)

    def clock_at(self, scan: Scan, at: int) -> bool:
        """Read a clock time that the mark at `at` begins; whether there was one."""
        said = clock_at(scan, at)
        if said is None:
            return False
        self.take(scan, said, at)
        return True

    def range_at(self, scan: Scan, first: int, last: int) -> bool:
        """Read hours told from one at `first` to one at `last`; whether they were."""
        if first < 0 or first in scan.used or scan.at(first).amount is None:
            return False
        said = clock_at(scan, first)
        if said is None or not first < last <= said.last:
            return False
        self.take(scan, said, first)
        return True

    def take(self, scan: Scan, said: Spoken, at: int) -> None:
        """Keep a clock time, in the half of the day that it or its language tells."""
        before = scan.at(at - 1)
        written = scan.at(at)
        told, minute = said.minutes // 60 % 24, said.minutes % 60
        hour = told
        typed = written.clock is not None or written.number is not None
        words = not typed and not scan.at(at + 1).says("of_clock")
        full = scan.typed(written).startswith("0") or said.minutes == 0
        late = said.late or (not said.early and self.part in _LATER)
        by_twelve = _by_twelve(before, scan.at(at + 1))
        if 1 <= hour < _HALF_DAY and not said.early and not full:
            shown = by_twelve and hour <= _TWELVE_AFTERNOON
            shown = shown or (at in scan.due and hour <= _SMALL_HOURS + 1 and not typed)
            later = (shown or (words and hour <= _SMALL_HOURS)) and not _early(scan)
            # "a castle in the morning, a cellar in the afternoon, back at six"
            later = later or (at in scan.back and hour <= _HOME_BY)
            small = hour <= _SMALL_HOURS and _in_the_night(scan, said.last)
            hour += _HALF_DAY if (late or later) and not small else 0
        elif hour == _HALF_DAY and (said.early or (late and _at_night(scan, said.last))):
            hour = 0
        elif hour == 0 and minute and not typed and not _named(scan, at, said.last):
            hour = _HALF_DAY  # "ten to one"
        end = said.last
        if {"am", "pm"} & set(scan.at(end + 1).all("unit")):
            end += 1
        if said.until is not None and not self.back:  # "from two to six"
            self.back = _ends_at(hour * 60 + minute, said.until)
        if at in scan.back:
            self.back = f"{hour:02}:{minute:02}"
            if self.clock is not None and not self.bound and not self._told_now:
                self.bound = "+"  # "we leave at ten and want to be back at five"
        if self.clock is None or self._told_now:
            self._told_now, self._at = _is_now(scan, at), at
            self.clock, self.bound = f"{hour:02}:{minute:02}", said.bound
            self.worded = not typed
            self.early = said.early
            dawn = written.clock is not None and minute and told in _FIRST_DEPARTURES
            self.at_dawn = bool(dawn) and hour != told and not (late or said.bound)
            self.exact = full or (
                written.clock is not None and not _by_twelve(before, scan.at(at + 1))
            )
            bound = before.says("after") or before.says("before")
            start = before if bound else written
            self._facts.say("when", f"@{self.clock}", start, scan.at(end))
        scan.used |= set(range(at, end + 1))


def _ends_at(begin: int, until: int) -> str:
    """When hours from one to another end, "" for after midnight: "from 2" in the afternoon goes
    to 6 in the afternoon."""
    end = until + _HALF_DAY * 60 if until <= begin and until < _HALF_DAY * 60 else until
    return f"{end // 60:02}:{end % 60:02}" if begin < end < 24 * 60 else ""


def _is_now(scan: Scan, at: int) -> bool:
    """Whether an hour is told to be the present one, which another told later outdoes: "il est
    10h30, on a jusqu'à 13h", es "son las diez"."""
    before = scan.at(at - 1)
    small = before.amount is None and not before.says("at_clock") and before.says("speech")
    return before.says("is") is not None or (bool(small) and scan.at(at - 2).says("is") is not None)


def _named(scan: Scan, first: int, last: int) -> bool:
    """Whether midnight itself is named: "mezzanotte e un quarto"."""
    return any(scan.at(index).says("hour_named") for index in range(first, last + 1))


def _at_night(scan: Scan, last: int) -> bool:
    """Whether twelve is told to be midnight: es "las doce de la noche"."""
    for mark in (scan.at(last), scan.at(last + 1)):
        if mark.says("part") in {"evening", "night"} or mark.says("midnight"):
            return True
    return False


def _in_the_night(scan: Scan, last: int) -> bool:
    """Whether an hour is told to be of the night: es "las dos de la noche"."""
    return any(
        mark.says("part") == "night" or mark.says("midnight")
        for mark in (scan.at(last), scan.at(last + 1))
    )


def _by_twelve(before: Mark, behind: Mark) -> bool:
    """Whether words of a language that counts twelve hours tell one: "after 5", "5 o'clock" and
    "a las 5" are the afternoon, fr "après 5 h" not."""
    said = [meaning for meaning in before.meanings if meaning.group in _ANNOUNCE]
    said += [meaning for meaning in behind.meanings if meaning.value == "clock"]
    return any(_TWELVE_HOURS.issuperset(meaning.langs) for meaning in said)


def _early(scan: Scan) -> bool:
    """Whether the morning is told anywhere."""
    return any(
        mark.says("part") == "morning" or (mark.says("moment") or "").endswith(":morning")
        for mark in scan.marks
    )


def _article(mark: Mark) -> bool:
    return mark.number is None and mark.says("number") == "1"


def _follows(scan: Scan, month: int, at: int, last: int) -> bool:
    """Whether the number at `at` is the day of the month before it, as in English ("August
    5th"), and counts nothing: de "im August ein Konzert", "in August 2 rooms"."""
    english = any("en" in m.langs for m in scan.at(month).meanings if m.group in _MONTHS)
    if scan.at(at).number is None or not english:
        return False
    if _IN_MONTH & {m.group for m in scan.at(month - 1).meanings}:
        return False
    counted = scan.at(last + 1)
    return not (counted.all("unit") or counted.all("party"))


def is_year(value: float | None) -> bool:
    return value is not None and _FIRST_YEAR <= value <= _LAST_YEAR
