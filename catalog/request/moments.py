"""When: days, parts of the day, dates and clock times put together as `day[:part][@HH:MM±]`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.stretches import days_between, month_of
from catalog.request.tokens import possible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

ANY: Final = "any"
_CLOCK_UNITS: Final = frozenset({"clock", "am", "pm"})
_SPOKEN_MINUTES: Final = frozenset({5, 10, 15, 20, 25})
_LAST_MINUTE: Final = 59
_PARTICLES: Final = frozenset({"auf", "zu"})
_MORNINGS: Final = frozenset({"morgen", "manana"})
_NOT_BEFORE: Final = frozenset({None, "now", "today", "tomorrow", "any"})
_LATER: Final = frozenset({"afternoon", "evening", "night"})
_HALF_DAY: Final = 12
_FIRST_YEAR, _LAST_YEAR = 2024, 2045
_FROM_HOUR: Final = 6
"""A bare "6 h" is a time of day from this hour on, else a length."""

_TWELVE_HOURS: Final = frozenset({"en", "es", "oc", "ca"})
_TWELVE_AFTERNOON: Final = 6
"""Up to this hour a clock told in one of these languages, without "am", is in the afternoon."""
_SMALL_HOURS: Final = 5
_MEALTIMES: Final = {"midday": range(1, 5), "evening": range(6, 12)}
"""The hours of the clock that, beside a meal, are after noon."""
_DAYS: Final = frozenset(
    {"today", "tomorrow", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "this_weekend",
     "next_weekend", "public_holiday"}
)  # fmt: skip
_QUARTERS: Final = frozenset({"15", "45", "-15"})
_ANNOUNCE: Final = frozenset({"after", "before", "at_clock"})


class Moment:
    """What was said of the time so far; the first of each wins. `worded`: the clock time was
    told in words, in which nobody counts 24 hours; `early`: it was told to be of the morning."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.day: str | None = None
        self.part: str | None = None
        self.clock: str | None = None
        self.bound = ""
        self.worded = False
        self.early = False

    def note(self, group: str, value: str) -> None:
        """Take one meaning of the groups day, part or moment."""
        if group == "moment":
            day, _, part = value.partition(":")
            self.day, self.part = self.day or day, self.part or part
        elif group == "day":
            self.day = self.day or value
        elif group == "part":
            self.part = self.part or value

    def spoken(self) -> str | None:
        """The moment in the words of `Request.when`, or None when nothing was said."""
        if self.day is None and self.part is None and self.clock is None:
            return None
        spoken = self.day or ANY
        if self.part is not None:
            spoken += f":{self.part}"
        if self.clock is not None:
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
        if self.clock is None:
            return
        hour = int(self.clock[:2])
        if self.part is None:
            later = any(hour in _MEALTIMES.get(mark.says("meal") or "", ()) for mark in marks)
        else:
            later = self.part in {"afternoon", "evening"}
        if later and 1 <= hour < _HALF_DAY:
            self.clock = f"{hour + _HALF_DAY}{self.clock[2:]}"

    def awake(self, *, dining: bool) -> None:
        """Nobody visits or eats in the small hours, nor dines at half past seven in the morning:
        nl "om vijf uur", de "um halb acht". `dining`: a restaurant's table is sought."""
        if self.clock is None or self.early or self.part in {"morning", "night"}:
            return
        hour = int(self.clock[:2])
        if 1 <= hour <= _SMALL_HOURS or (dining and hour in _MEALTIMES["evening"]):
            self.clock = f"{hour + _HALF_DAY}{self.clock[2:]}"

    def asleep(self, scan: Scan) -> None:
        """Who asks for a bed "tomorrow night" asks for the night, not the evening."""
        if self.part == "evening" and any(mark.says("part_asleep") for _, mark in scan.free()):
            self.part = "night"

    def number(self, scan: Scan, at: int, last: int, values: list[float]) -> bool:
        """Read a number as part of a date or as a clock time; whether it was one."""
        return (
            self._stretch(scan, at)
            or self._date(scan, at, last, values)
            or self._year(scan, at, values)
            or self._halves(scan, at)
            or self._minutes_off(scan, at, values[0])
            or self._hour_and_minutes(scan, at, last, values)
            or self._hour(scan, at, last, values[0])
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
        if month is None:
            month, end = month_of(scan.at(at - 1)), last
            counted = scan.at(last + 1)
            if month is None or counted.all("unit") or counted.all("party"):
                return False
        days = [int(value) for value in values if value == int(value) and 1 <= value <= 31]
        if not days:
            return False
        if not all(possible(int(month), day) for day in days):
            scan.used |= set(range(at - 1 if end == last else at, end + 1))
            return True  # "31 April" is no day
        day = f"date:{month}-{days[0]:02}"
        if len(days) > 1 and days[-1] > days[0]:
            day += f"..{month}-{days[-1]:02}"
        first = scan.at(at - 1) if end == last else scan.at(at)
        self._say(day, first, scan.at(end))
        scan.used |= set(range(at - 1 if end == last else at, end + 1))
        if scan.at(end + 1).amount is not None and is_year(scan.at(end + 1).amount):
            scan.used.add(end + 1)
        return True

    def _year(self, scan: Scan, at: int, values: list[float]) -> bool:
        if len(values) > 1 or not is_year(values[0]) or scan.at(at + 1).all("unit"):
            return False
        if month_of(scan.at(at - 1)) is None and self.day is None:
            self._say(f"year:{int(values[0])}", scan.at(at), scan.at(at))
        scan.used.add(at)
        return True

    def _say(self, day: str, first: Mark, last: Mark) -> None:
        self.note("day", day)
        self._facts.say("when", day, first, last)

    def _halves(self, scan: Scan, at: int) -> bool:
        """ "halb acht", "half negen", "half past seven"."""
        mark = scan.at(at)
        hour = scan.at(at + 1).amount
        before = scan.at(at - 1)
        to, after = mark.says("half_to"), mark.says("half_after")
        first = at
        if before.says("half_after") and mark.amount is not None:
            after, hour, first = "half", mark.amount, at - 1
        if not (to or after) or hour is None or hour != int(hour) or not 1 <= hour <= 12:
            return False
        if scan.at(at + 2).all("unit") and first == at and "year" in scan.at(at + 2).all("unit"):
            return False
        whole = int(hour) if after else int(hour) - 1
        end = at if first < at else at + 1
        self.at_clock(scan, f"{whole % 24:02}:30", first, end)
        return True

    def _minutes_off(self, scan: Scan, at: int, value: float) -> bool:
        """ "kwart over tien", "viertel vor acht", "ten to seven", "fünf vor halb acht"."""
        mark, before = scan.at(at), scan.at(at - 1)
        quarter = mark.says("quarter")
        announced = before.says("at_clock") or before.says("before")
        if not quarter and not (announced and value in _SPOKEN_MINUTES):
            return False
        way = at + 2 if "min" in scan.at(at + 1).all("unit") else at + 1
        side = scan.at(way).says("off_hour")
        if side is None:
            if not quarter or not (announced or _in_quarters(mark)):
                return False
            way, side = at, "quarter"  # de "um viertel acht", ca "a un quart de vuit" is 7:15
        halved = scan.at(way + 1).says("half_to") is not None
        end = way + 2 if halved else way + 1
        hour = scan.at(end).amount
        if hour is None or hour != int(hour) or not 1 <= hour <= 24:
            return False
        minutes = int(quarter or value)
        whole = int(hour) * 60 - (30 if halved else 0)
        whole += {"past": minutes, "to": -minutes, "quarter": minutes - 60}[side]
        self.at_clock(scan, f"{whole // 60 % 24:02}:{whole % 60:02}", at, end)
        return True

    def _hour_and_minutes(self, scan: Scan, at: int, last: int, values: list[float]) -> bool:
        """it "alle otto e dieci", es "a las ocho y veinte"; "alle 20.30" with its point."""
        if scan.at(at - 1).says("at_clock") != "at" or scan.at(last + 1).all("unit"):
            return False
        hour, minutes = int(values[0]), round(values[0] % 1 * 100)
        if len(values) == 2 and scan.at(at + 1).says("joins") == "and":
            minutes = int(values[1])
            if minutes not in _SPOKEN_MINUTES or minutes <= hour or values[0] != hour:
                return False
        elif len(values) > 1 or not minutes:
            return False
        if not 0 <= hour <= 24 or minutes > _LAST_MINUTE:
            return False
        self.at_clock(scan, f"{hour % 24:02}:{minutes:02}", at, last)
        return True

    def _hour(self, scan: Scan, at: int, last: int, value: float) -> bool:
        """ "18 Uhr", "6pm", "à 19 h", "a las 9", "after 6": a number that stands for an hour."""
        if value != int(value) or not 0 <= value <= 24 or scan.at(at).says("number") in {"1"}:
            return False
        unit, before = scan.at(last + 1), scan.at(at - 1)
        units = set(unit.all("unit"))
        bound = bool(before.says("after") or before.says("before"))
        asked = before.says("at_clock")
        hours = "h" in units and unit.word in {"h", "heures", "heure", "horas", "uur", "u", "oras"}
        beside_day = any(before.says(group) for group in ("day", "part", "moment"))
        announced = bound or asked or beside_day or "h" in before.all("unit")
        if _way_behind(scan, last + 1) and not (asked and value >= _FROM_HOUR):
            return False
        sure = announced and (value >= _FROM_HOUR or asked == "at")
        quarter = scan.at(last + 2).says("past_hour") in _QUARTERS and value >= _FROM_HOUR
        if (
            (hours and quarter)
            or (units & _CLOCK_UNITS and (sure or not hours))
            or (hours and (sure or value > _HALF_DAY))
        ):
            end = last + 1
        elif (bound or asked == "at") and not units and not _counted(unit):
            end = last
        else:
            return False
        self.at_clock(scan, f"{int(value) % 24:02}:00", at, end)
        return True

    def at_clock(self, scan: Scan, clock: str, first: int, last: int) -> None:
        """Take a clock time with what stands around it: "after …", "… pm", "… y media"."""
        before, behind = scan.at(first - 1), scan.at(last + 1)
        end = last
        more, end = _past_hour(scan, last, announced=before.says("at_clock") is not None)
        if more:
            whole = int(clock[:2]) * 60 + more
            clock = f"{whole // 60 % 24:02}:{whole % 60:02}"
            behind = scan.at(end + 1)
        later = "pm" in scan.at(last).all("unit") or "pm" in behind.all("unit")
        later = later or behind.says("part") in _LATER or self.part in _LATER
        later = later or (
            int(clock[:2]) <= _TWELVE_AFTERNOON and _by_twelve(before) and not _early(scan)
        )
        if later and 1 <= int(clock[:2]) < 12 and "am" not in scan.at(last).all("unit"):
            clock = f"{int(clock[:2]) + 12}{clock[2:]}"
        if set(behind.all("unit")) & {"am", "pm"}:
            end += 1
        if self.clock is None:
            self.clock = clock
            self.worded = scan.at(first).clock is None and scan.at(first).number is None
            self.early = "am" in (*scan.at(last).all("unit"), *behind.all("unit"))
            reaches = before.says("range") and scan.at(end + 1).says("joins") == "to"
            since = before.says("after") or before.says("between") or reaches
            self.bound = "+" if since else "-" if before.says("before") else ""
        start = before if before.says("after") or before.says("before") else scan.at(first)
        self._facts.say("when", f"@{clock}", start, scan.at(end))
        scan.used |= set(range(first, end + 1))


def _past_hour(scan: Scan, last: int, *, announced: bool) -> tuple[int, int]:
    """The minutes told behind an hour ("e mezza", "y cuarto", "moins dix") and the index of
    their last mark."""
    behind = scan.at(last + 1)
    said = behind.says("past_hour")
    if said is not None:
        return int(said), last + 1
    minutes = scan.at(last + 2).amount
    if announced and behind.says("minus") and minutes in _SPOKEN_MINUTES:
        return -int(minutes), last + 2
    return 0, last


def _by_twelve(before: Mark) -> bool:
    """Whether words of a language that counts twelve hours announce one: "after 5" and "a las 5"
    are the afternoon, fr "après 5 h" not."""
    return any(
        meaning.group in _ANNOUNCE and _TWELVE_HOURS.issuperset(meaning.langs)
        for meaning in before.meanings
    )


def _in_quarters(mark: Mark) -> bool:
    """Whether a quarter can only be one of an hour told: ca "tres quarts de nou"."""
    return any(meaning.group == "quarter" and meaning.langs == ("ca",) for meaning in mark.meanings)


def _early(scan: Scan) -> bool:
    """Whether the morning is told anywhere."""
    return any(
        mark.says("part") == "morning" or (mark.says("moment") or "").endswith(":morning")
        for mark in scan.marks
    )


def is_year(value: float | None) -> bool:
    return value is not None and _FIRST_YEAR <= value <= _LAST_YEAR


def _counted(mark: Mark) -> bool:
    """Whether something is counted: a number before it is no hour."""
    return bool(mark.terms or mark.all("party")) or (mark.unknown and bool(mark.word))


def _way_behind(scan: Scan, unit: int) -> bool:
    """Whether an amount of hours is a way to go: "2 h de route", "1 h from Albi"."""
    behind = scan.at(unit + 1)
    to_place = behind.says("from") is not None and scan.at(unit + 2).place is not None
    return bool(behind.says("travel")) or to_place
