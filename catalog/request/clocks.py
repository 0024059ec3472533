"""Clock times as they are said: "19:30", "half past seven", "a las ocho y diez", "de 14 à 17 h"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.model import Kind
from catalog.request.dial import (
    CLOCK_UNITS,
    Clock,
    bounded,
    dial_at,
    full_hour,
    leaves,
    opens_clock,
)
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.marks import Mark, Scan

_FROM_HOUR: Final = 6
"""A bare "6 h" is a time of day from this hour on, else a length."""
LONGEST_RIDE: Final = 4
"""Fewer hours may be how long a ride takes."""
_OPENS: Final = 7
"""From this hour on, two that fall ("from nine to one") are hours: ages and counts rise."""
_HALVES: Final = frozenset({"am", "pm"})
_HALF_DAY: Final = 12
_HOUR: Final = 60
_NEAR: Final = 4
_TABLES: Final = frozenset({"lodging", "food"})
"""What is sought for so many people."""
_SEATED: Final = particles("seats_for")
_BEFORE_HOURS: Final = ("day", "part", "moment", "state")
_NO_HOUR: Final = particles("article_only")
_NO_ARTICLE: Final = particles("number_only")
_ONE: Final = "één"
"""Written so, the Dutch article is a number."""
_DASHES: Final = frozenset("-–—")
_ENDS: Final = frozenset(",;:.!?\n")


class Spoken(NamedTuple):
    """A clock time in its sentence: `bound` is "+" after, "-" before; `last` is the end of all
    that was said, `early` and `late` tell the half of the day; `until`: the minutes to which hours
    from one to another go, as they were said, None where no such hour was told."""

    minutes: int
    last: int
    bound: str
    early: bool = False
    late: bool = False
    until: int | None = None


def clock_at(scan: Scan, at: int) -> Spoken | None:
    """The clock time that the mark at `at` begins; None where it begins none."""
    clock = dial_at(scan, at)
    hour = full_hour(scan, at, limited=True) if _opener(scan, at).says("range") else None
    for first in (hour, clock):
        reach = _reaching(scan, at, first) if first is not None else None
        if reach is not None:
            return reach
    if clock is None or not 0 <= clock.minutes <= 24 * _HOUR:
        return None
    if not _means_clock(scan, at, clock):
        return None
    before = scan.at(at - 1)
    if not bounded(before) and before.says("at_clock") == "at":
        before = scan.at(at - 2)  # "until about 5", it "dopo le ore 19"
    due = before.says("before") or at in scan.due
    bound = "+" if before.says("after") else "-" if due else ""
    early, late = halves(scan, clock.last)
    return Spoken(clock.minutes, clock.last, bound, early, late or _open_until(scan, at, clock))


def _open_until(scan: Scan, at: int, clock: Clock) -> bool:
    """Whether it closes at an hour, which is of the evening: "open until 7"."""
    if not _FROM_HOUR < clock.hour < _HALF_DAY or not scan.at(at - 1).says("until"):
        return False
    return any(scan.at(at - back).says("state") for back in range(2, _NEAR + 1))


def halves(scan: Scan, last: int) -> tuple[bool, bool]:
    """Whether a clock time that ends at `last` is told to be of the morning, or of later."""
    units = {*scan.at(last).all("unit"), *scan.at(last + 1).all("unit")}
    behind = scan.at(last + 1)
    part = behind.says("part") or str(behind.says("moment")).partition(":")[2]
    early = "am" in units or part == "morning"
    late = "pm" in units or part in {"afternoon", "evening", "night"}
    return early, late and not early


def _means_clock(scan: Scan, at: int, clock: Clock) -> bool:
    """Whether what looks like an hour is one here, and no length, count or way to go."""
    mark, before = scan.at(at), scan.at(at - 1)
    bare = clock.last == at and not clock.told
    if mark.clock is not None:
        return True
    apart = "," in scan.text[before.end : mark.start]  # it "due ore, 15 euro"
    asked = None if apart else before.says("at_clock")
    bound = bool(before.says("after") or before.says("before"))
    if bare and before.says("for_count") and _for_so_many(scan, at):
        return False
    told_one = _telling_one(before) and mark.word not in _NO_HOUR
    if _article(mark) and not (told_one or (asked and clock.unit)):
        return False
    beside = any(before.says(group) for group in ("day", "part", "moment"))
    announced = bound or asked is not None or beside or "h" in before.all("unit")
    counted = before.says("of_age") or before.says("within")
    if bare and _counts(scan, at, bound=bound):
        return False
    halved = "h" in clock.unit and _HALVES & {*scan.at(clock.last + 1).all("unit")}
    if opens_clock(mark) or halved or (_small_hours(scan, clock) and not counted):
        return True  # "halved": fr "6h du mat"
    ridden = (clock.told or clock.unit) and _is_ride(scan, at)
    if ridden and clock.hour >= LONGEST_RIDE:
        return True
    lengthy = bool(clock.unit) and not clock.unit & CLOCK_UNITS
    if "h" in clock.unit or clock.told:
        set_out = bound and scan.at(clock.last + 2).place is not None  # "avant 7h de Najac à Albi"
        told = (asked or set_out) and clock.hour >= _FROM_HOUR
        if _way_behind(scan, clock.last + 1) and not told:
            return False
        lengthy = not (clock.unit & {"am", "pm"}) and "h" in clock.unit
    sure = announced and (clock.hour >= _FROM_HOUR or asked in {"at", "hour"})
    until = bound and not before.says("ahead")  # but "d'ici 2 heures"
    if until and "h" in clock.unit and not scan.at(clock.last + 1).says("of_age"):
        return True  # "jusqu'à 5 heures"
    if clock.unit:
        told = sure or (clock.told and clock.hour >= _FROM_HOUR)
        return told or (not lengthy) or _HALF_DAY < clock.hour < 24
    if clock.told:
        return announced or leaves(scan, clock.last)
    behind = scan.at(at + 1)
    counting = _counted(behind) and not (behind.unknown and clock.hour >= _FROM_HOUR)
    exact = before.says("exact_hour") and not behind.all("unit") and not _article(mark)
    if exact or (at in scan.back and "," in scan.text[mark.end : behind.start]):
        counting = False  # "back at 4, castles"
    return bare and (until or asked == "at") and not counting


def _for_so_many(scan: Scan, at: int) -> bool:
    """Whether nl "voor" counts those at a table or in a room: "huisje voor vijf", "lunch met
    uitzicht voor 2", "tafel vanavond voor twee"; beside "open" it is before an hour."""
    if _TABLES & set(scan.at(at - 2).all("asks")):
        return True
    ahead = [scan.at(index) for index in scan.clause(range(at, -1, -1))[2:]]
    behind = [scan.at(index) for index in scan.clause(range(at, len(scan.marks)))[1:]]
    if scan.at(at + 1).all("unit") or any(mark.says("state") for mark in (*ahead, *behind)):
        return False
    if any(_TABLES & {*mark.all("asks")} or mark.word in _SEATED for mark in ahead):
        return True
    return any("lodging" in mark.all("asks") or mark.word in _SEATED for mark in behind)


def _is_ride(scan: Scan, at: int) -> bool:
    """Whether a bus or a train is told by its hour: nl "de bus van vijf uur"."""
    before, two_before = scan.at(at - 1), scan.at(at - 2)
    of = bool(before.says("of_age") or before.says("from"))
    how = two_before.says("mobility")  # "a walk by train of two hours"
    return of and not how and str(Kind.TRANSPORT) in two_before.all("asks")


def _counts(scan: Scan, at: int, *, bound: bool) -> bool:
    """Whether a bare number is an age, de "Jungs um die 16", or counts those who come."""
    before, two_before = scan.at(at - 1), scan.at(at - 2)
    aged = bool(before.says("of_age") and two_before.all("party"))
    seats = _seats(two_before) or bool(scan.beside(at - 2, "booked", ends=True))
    return aged or bool(before.says("for_count") and bound and seats)


def _seats(mark: Mark) -> bool:
    """Whether nl "voor" counts who comes behind it: "kamer voor vijf", "lunch voor 12"."""
    return mark.says("meal") is not None or "lodging" in mark.all("asks")


def _small_hours(scan: Scan, clock: Clock) -> bool:
    """Whether an hour after midnight is told: nl "twee uur 's nachts"."""
    behind = scan.at(clock.last + 1)
    night = behind.says("part") == "night" or behind.says("midnight") is not None
    return night and "h" in clock.unit and clock.hour < _FROM_HOUR


def _telling_one(before: Mark) -> bool:
    """Whether "one" behind it is an hour: es "a la una", it "all'una", de "um eins"."""
    return before.says("at_one") is not None


def _article(mark: Mark) -> bool:
    return mark.number is None and mark.says("number") == "1" and mark.word not in _NO_ARTICLE


def _counted(mark: Mark) -> bool:
    """Whether something is counted: a number before it is no hour."""
    return bool(mark.terms or mark.all("party") or mark.all("unit")) or (
        mark.unknown and bool(mark.word)
    )


def _way_behind(scan: Scan, at: int) -> bool:
    """Whether an amount of hours is a way to go: "2 h de route", "1 h from Albi", "à 2 h d'ici"."""
    behind = scan.at(at)
    from_place = behind.says("from") is not None and scan.at(at + 1).place is not None
    return bool(behind.says("travel") or behind.says("here")) or from_place


def _reaching(scan: Scan, at: int, first: Clock) -> Spoken | None:
    """ "de 14h à 17h", "from 2 to 5pm", "von 14 bis 17 Uhr", "9h-12h": the beginning, and the
    end used up."""
    before = _opener(scan, at)
    opened = any(before.says(group) for group in ("range", "between", "after", "at_clock"))
    link = scan.at(first.last + 1)
    if link.says("off_hour") and any(before.says(group) for group in _BEFORE_HOURS):
        opened = True  # "Sunday 9 till 5"
    gap = scan.text[scan.at(first.last).end : link.start].strip()
    dash = bool(gap) and set(gap) <= _DASHES
    if not (dash or (opened and _links(before, link, first)) or _runs_on(scan, link, first)):
        return None
    named = link.says("hour_named")
    since = any(before.says(group) for group in ("after", "range"))
    if named and (first.unit or first.told or since):
        until = _HALF_DAY * _HOUR if named == "12" else None
        # "de 10 h à midi"
        return Spoken(first.minutes, first.last + 1, "+", named == "12", until=until)
    second = _second(scan, first.last + 1, since=first)
    if second is None or second.minutes == first.minutes:
        return None
    early, late = halves(scan, second.last)
    clocks = (first.unit | second.unit) & CLOCK_UNITS or early or late
    falling = not dash and _falls(first, second)
    if not (clocks or second.unit or first.unit or second.told):
        plain = falling or any(before.says(group) for group in ("between", "after", "exact_hour"))
        ahead = scan.at(at - 2), before
        plain = plain or any(mark.says(group) for mark in ahead for group in _BEFORE_HOURS)
        behind = scan.at(second.last + 1)
        plain = plain or (bool(before.says("range")) and _is_time(behind))
        carried = behind.says("mobility") is not None  # "from 10 to 5 by car"
        counted = _counted(behind) and not (before.says("exact_hour") or carried)
        if before.says("between") and behind.unknown:
            counted = False  # nl "tussen vijf en zeven borrelen"
        if not plain or dash or counted or scan.at(at - 2).all("party"):
            return None
    told = bool(early or late) and not dash  # "2-3 heures, le matin" are counted
    told = told or any(scan.at(at - back).says("state") for back in range(1, _NEAR + 1))
    told = falling or told or _in_half(scan, second.last)
    if _lengths(scan, first, second, opened=opened) and not told:
        return None
    if "am" in first.unit:
        late = False
    if late and first.hour < _HALF_DAY and first.hour > second.hour % _HALF_DAY:
        late = False  # "from 10 to 2pm"
    early = "am" in first.unit or (early and "pm" not in first.unit)
    late = late or "pm" in first.unit
    return Spoken(first.minutes, second.last, "+", early, late, second.minutes)


def _runs_on(scan: Scan, link: Mark, first: Clock) -> bool:
    """Whether an hour that nothing announces goes on to another, told to be one: "wine tasting 3
    till 6pm", "museum 14 to 18h", "pool 3 till 6 this afternoon"."""
    if link.says("hour_named"):
        return "h" in first.unit and first.hour >= _FROM_HOUR  # fr "marché 9h à midi"
    if link.says("joins") != "to" or link.says("or") or link.says("at_clock"):
        return False  # fr "table pour 4 à 20h"
    second = _second(scan, first.last + 1, since=first)
    if second is None:
        return False
    if _falls(first, second):
        return True
    if "h" in second.unit:
        return second.hour > _HALF_DAY
    told = second.unit or (scan.at(second.last).says("hour_named") and first.unit)
    return bool(told and (second.unit or first.unit) & CLOCK_UNITS) or any(
        halves(scan, second.last)
    )


def _in_half(scan: Scan, last: int) -> bool:
    """Whether "am", "in the evening" or the like is part of an hour that ends here."""
    units = {*scan.at(last).all("unit"), *scan.at(last + 1).all("unit")}
    return bool(units & {"am", "pm"})


def _opener(scan: Scan, at: int) -> Mark:
    """What announces an hour at `at`, behind an article: "entre les dues", "dalle ore 9"."""
    before = scan.at(at - 1)
    groups = {meaning.group for meaning in before.meanings}
    return scan.at(at - 2) if groups and groups <= {"speech"} else before


def _second(scan: Scan, at: int, *, since: Clock) -> Clock | None:
    """The hour behind what links it to a first: "to", "y las", it "alle"."""
    for step in range(at, at + 4):
        mark = scan.at(step)
        groups = {meaning.group for meaning in mark.meanings}
        if mark.amount is not None and not (_article(mark) and not _one_hour(scan, step, since)):
            return dial_at(scan, step, ends=True)
        if mark.clock is not None or opens_clock(mark):
            return dial_at(scan, step, ends=True)
        if not groups & {"joins", "at_clock", "speech"}:
            return None
    return None


def _one_hour(scan: Scan, at: int, since: Clock) -> bool:
    """Whether "one" is an hour here and no article: "y la una", "à une heure", "nine to one"."""
    mark, behind = scan.at(at), scan.at(at + 1)
    if _telling_one(scan.at(at - 1)) or behind.says("of_clock") is not None:
        return True
    ends = not behind.word or bool(scan.text[mark.end : behind.start].strip())
    alone = ends or _is_time(behind) or scan.typed(mark) == _ONE
    alone = alone or any(behind.says(group) for group in ("place_prep", "past_hour", "with"))
    return alone and mark.word not in _NO_HOUR and _OPENS <= since.hour <= _HALF_DAY


def _falls(first: Clock, second: Clock) -> bool:
    """Whether the second of two numbers is the smaller, as hours past noon are."""
    return 0 < second.hour < first.hour and _OPENS <= first.hour <= _HALF_DAY


def _is_time(mark: Mark) -> bool:
    return any(mark.says(group) for group in ("day", "part", "moment"))


def _links(before: Mark, link: Mark, first: Clock) -> bool:
    """Whether what stands behind a first hour leads to a second: "to", "and" behind "between",
    it "alle" behind "dalle"."""
    joined = link.says("joins")
    if link.says("hour_named"):
        return True  # "à midi", it "a mezzanotte"
    if joined is None:
        since = before.says("after") or before.says("exact_hour")
        return link.says("at_clock") == "at" and (first.told or since is not None)
    return joined == "to" or bool(before.says("between") or before.says("range"))


def _lengths(scan: Scan, first: Clock, second: Clock, *, opened: bool) -> bool:
    """Whether hours are counted and not told: "de 2 à 3 heures", "8-10 h de marche"; nobody counts
    down, nl "van negen tot één uur"."""
    exact = {"clock"} <= first.unit or ({"clock"} <= second.unit and "h" not in second.unit)
    if (
        exact
        or first.told
        or second.told
        or second.hour < first.hour
        or (opened and first.unit)
        or "h" not in first.unit | second.unit
    ):
        return False
    small = second.hour <= _FROM_HOUR
    return small or (not opened and _way_behind(scan, second.last + 1))
