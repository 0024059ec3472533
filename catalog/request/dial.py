"""What a clock time looks like: "19:30", "half past seven", "a las ocho y diez", "kwart over"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.request.stretches import month_of

if TYPE_CHECKING:
    from catalog.request.marks import Mark, Scan

CLOCK_UNITS: Final = frozenset({"clock", "am", "pm"})
_DIAL: Final = frozenset({"clock"})
_OF_HOURS: Final = frozenset({"h", *CLOCK_UNITS})
_BESIDE_MINUTES: Final = frozenset({"min", "am", "pm", "clock"})
_SPOKEN_MINUTES: Final = frozenset({5, 10, 15, 20, 25})
_HALF_DAY: Final = 12
_HOUR: Final = 60
_FEW: Final = 10
_HALF: Final = 0.5
_DE_QUARTERS: Final = frozenset({"15", "45"})


class Clock(NamedTuple):
    """Minutes since midnight as they are told, and the index of the last mark of them. `told`:
    by more than a bare number; `unit`: what stood behind the hour ("h", "clock", "pm")."""

    minutes: int
    last: int
    told: bool
    unit: frozenset[str] = frozenset()

    @property
    def hour(self) -> int:
        return self.minutes // _HOUR


def opens_clock(mark: Mark) -> bool:
    """Whether it starts a time of day besides a number: "half seven", "viertel nach"."""
    return any(mark.says(group) for group in ("half_to", "half_after", "quarter", "hour_named"))


def dial_at(scan: Scan, at: int, *, ends: bool = False) -> Clock | None:
    """What the mark at `at` begins, if it looks like a clock time. `ends`: an hour has been told
    before, "noon" is one then."""
    mark = scan.at(at)
    if mark.clock is not None:
        minutes = int(mark.clock[:2]) * _HOUR + int(mark.clock[3:])
        end = at + 1 if CLOCK_UNITS & set(scan.at(at + 1).all("unit")) else at
        return Clock(minutes, end, told=True, unit=_DIAL)
    return _off_hour(scan, at) or _halved(scan, at) or full_hour(scan, at, limited=ends)


def _whole(mark: Mark, *, most: int = 24) -> int | None:
    value = mark.amount
    if value is None or value != int(value) or not 0 <= value <= most:
        return None
    return int(value)


def _off_hour(scan: Scan, at: int) -> Clock | None:
    """ "kwart over tien", "viertel vor acht", "ten to seven", "fünf vor halb acht"."""
    mark, before = scan.at(at), scan.at(at - 1)
    quarter, value = mark.says("quarter"), mark.amount
    announced = any(before.says(group) for group in ("at_clock", "before", "after", "part", "day"))
    announced = announced or _spoken_off(scan, at)
    told = quarter or (announced and value in _SPOKEN_MINUTES)
    if not told or "eur" in before.all("unit"):
        return None
    way = at + 2 if "min" in scan.at(at + 1).all("unit") else at + 1
    side = scan.at(way).says("off_hour")
    if side is None:
        if not quarter or not (_in_quarters(mark) or (announced and quarter in _DE_QUARTERS)):
            return None
        way, side = at, "quarter"  # de "um viertel acht", ca "a un quart de vuit" is 7:15
    halved = scan.at(way + 1).says("half_to") is not None
    end = way + 2 if halved else way + 1
    hour = _whole(scan.at(end))
    if not hour:
        return None
    minutes = int(quarter or value or 0)
    whole = hour * _HOUR - (30 if halved else 0)
    whole += {"past": minutes, "to": -minutes, "quarter": minutes - _HOUR}[side]
    return Clock(whole % (24 * _HOUR), _unit_end(scan, end), told=True, unit=_DIAL)


def _spoken_off(scan: Scan, at: int) -> bool:
    """Whether minutes off an hour need no "at": de "fünf vor halb zehn", nl "tien over acht"."""
    way = scan.at(at + 1)
    half = scan.at(at + 2).says("half_to") is not None
    past = way.word == "past"
    return half or past or any(m.group == "off_hour" and m.langs != ("en",) for m in way.meanings)


def _unit_end(scan: Scan, end: int) -> int:
    """The index of "Uhr" behind an hour told by its half or quarter."""
    return end + 1 if "clock" in scan.at(end + 1).all("unit") else end


def _in_quarters(mark: Mark) -> bool:
    """Whether a quarter can only be one of an hour told: ca "tres quarts de nou"."""
    return any(meaning.group == "quarter" and meaning.langs == ("ca",) for meaning in mark.meanings)


def _halved(scan: Scan, at: int) -> Clock | None:
    """ "halb acht", "half negen", "half past seven", "half seven"."""
    mark = scan.at(at)
    to, after = mark.says("half_to"), mark.says("half_after")
    hour = _whole(scan.at(at + 1), most=_HALF_DAY)
    if not (to or after) or not hour:
        return None
    if "year" in scan.at(at + 2).all("unit"):
        return None
    whole = hour * _HOUR + (30 if after else -30)
    return Clock(whole % (24 * _HOUR), _unit_end(scan, at + 1), told=True, unit=_DIAL)


def full_hour(scan: Scan, at: int, *, limited: bool) -> Clock | None:
    """An hour and what it counts: "18 Uhr", "6pm", "dix heures vingt", "a las ocho y media"."""
    mark = scan.at(at)
    named = mark.says("hour_named")
    hour, past = _pointed(scan, at) if named is None else (int(named), 0)
    if hour is None:
        return None
    unit = scan.at(at + 1)
    units = frozenset(unit.all("unit"))
    dial = bool(units & CLOCK_UNITS) or unit.says("of_clock") is not None
    last = at + 1 if dial else at
    minutes, end = past, last
    if not past:
        minutes, end = _minutes_behind(scan, at, last, dial=dial or named is not None)
    told = end > last or named is not None or bool(past)
    if named is not None and not (minutes or limited or bounded(scan.at(at - 1))):
        return None
    return Clock(hour * _HOUR + minutes, end, told=told, unit=units if dial else frozenset())


def _pointed(scan: Scan, at: int) -> tuple[int | None, int]:
    """The hour of a number, and the minutes of one with a point behind what announces an hour:
    "alle 20.30", "a las 9.45 h", "a las dos y media"."""
    mark = scan.at(at)
    hour, before = _whole(mark), scan.at(at - 1)
    announced = before.says("at_clock") == "at" or bounded(before) or leaves(scan, at)
    if hour is not None or mark.amount is None or not announced:
        return hour, 0
    if set(scan.at(at + 1).all("unit")) - _OF_HOURS:
        return None, 0  # "until 2.5 km"
    whole, point, minutes = scan.typed(mark).partition(".")
    if mark.number is None and mark.amount > 1 and mark.amount % 1 == _HALF:
        return int(mark.amount), _HOUR // 2
    if not point or not whole.isdecimal() or len(minutes) != 2 or int(minutes) >= _HOUR:
        return None, 0
    return int(whole), int(minutes)


def leaves(scan: Scan, at: int) -> bool:
    """Whether it is when a train leaves: "the 9.15 train"."""
    return "transport" in scan.at(at + 1).all("asks")


def bounded(before: Mark) -> bool:
    """Whether a word before an hour tells from or until when."""
    return any(before.says(group) for group in ("after", "before", "between"))


def _minutes_behind(scan: Scan, at: int, last: int, *, dial: bool) -> tuple[int, int]:
    """The minutes told behind an hour ("e mezza", "moins dix", "trente") and the index of their
    last mark. `dial`: "h", "Uhr" or a part of the day told that an hour was meant."""
    behind = scan.at(last + 1)
    said = behind.says("past_hour")
    if said is not None:
        return int(said), last + 1
    announced = scan.at(at - 1).says("at_clock") is not None
    if behind.says("minus") and (announced or dial):
        less = scan.at(last + 2)
        quarter = less.says("quarter")
        if quarter or less.amount in _SPOKEN_MINUTES:
            return -int(quarter or less.amount or 0), last + 2
    joined = behind.says("joins") == "and"
    if joined and scan.at(at - 1).says("between"):
        return 0, last  # "between 2 and 5 pm" is no five past two
    step = last + 2 if joined else last + 1
    more = _whole(scan.at(step), most=59)
    if more is None or (scan.at(step).number is None and more <= 1):
        return 0, last
    if "," in scan.text[scan.at(last).end : scan.at(step).start]:
        return 0, last  # "20h, 6 personnes"
    full = more % 5 == 0 and (joined or more >= _FEW)
    before = scan.at(at - 1)
    exact = before.says("at_clock") == "at" or bounded(before)
    told = dial and (not joined or full)
    if not told and not (full and exact and scan.at(at).amount is not None):
        return 0, last
    following = scan.at(step + 1)
    units = set(following.all("unit"))
    counts = bool(units) and not units & _BESIDE_MINUTES
    if counts or following.all("party") or month_of(following) is not None:
        return 0, last
    return more, step + 1 if "min" in units else step
