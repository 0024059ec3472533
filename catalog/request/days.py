"""Days, parts of the day and meals, as they are told one after the other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from catalog.request.clauses import asks, marks_saying
from catalog.request.lexicon import lexicon
from catalog.request.moments import is_year
from catalog.request.stretches import month_of, months_between, names_street
from catalog.vocabulary.beside import WEEKDAYS, beside
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan
    from catalog.request.moments import Moment
    from catalog.vocabulary.asking import Meaning

_PARTICLES: Final = particles("open_or_on")
_MORNINGS: Final = particles("tomorrow_or_morning")
_HOURS: Final = particles("now_or_hour")
_SMALL: Final = frozenset({"joins", "speech", "range"})
_NOT_NOW: Final = ("ask_when", "season", "always")
"""Groups that ask of no day: when it opens, whether in winter, or around the clock."""
_WEEKEND: Final = frozenset({"fri", "sat", "sun"})
_DASHES: Final = frozenset({"-", "–", "—"})
_IS_NEAR: Final = 8
_STILL_NEAR: Final = 4
_STOPS: Final = ",;:.!?"
_NEAR_MONTH: Final = 3
_MEASURED: Final = frozenset({"km", "mile", "m", "h", "min", "eur"})
_NOT_BEFORE: Final = frozenset({None, "now", "today", "tomorrow", "any"})

_WEATHER_NEAR: Final = 5
"""How many words before it may tell what lasts until a part of the day."""


def read_days(scan: Scan, moment: Moment, facts: Facts) -> None:
    """Read dates in figures, days, parts, months, and what they say together."""
    weekend = _weekend(scan)
    for index, mark in list(scan.free()):
        if mark.date is not None:
            moment.date(_dated(scan, index, mark.date))
            facts.say("when", f"date:{mark.date}", mark)
        if index in scan.denied:
            continue
        for meaning in mark.meanings:
            if meaning.group in {"day", "part", "moment"}:
                if meaning.value in weekend:
                    moment.note("day", "this_weekend")
                elif _is_morning(scan, index, meaning.value):
                    moment.note("part", "morning")
                elif not _is_no_time(meaning, index, scan, facts):
                    moment.note(meaning.group, meaning.value)
                facts.say("when", meaning.value, mark)
            elif meaning.group == "month" or (
                meaning.group == "month_beside" and _in_month(scan, index, meaning.value)
            ):
                if names_street(scan, index - 1, index):
                    continue  # it "via XX Settembre"
                found = months_between(scan, index, meaning.value)
                moment.date(found.day, near=_weekday_near(scan, index))
                facts.say("when", found.day, mark, scan.at(found.last))
    _part_beside(scan, moment, facts)
    moment.settle(scan.marks)
    _weekend_of_month(scan, moment, facts)
    if moment.day is not None and moment.part is None and moment.clock is None:
        _meal(scan, moment, facts)
    if moment.spoken() is None:
        _open_now(scan, moment, facts)


def _is_no_time(meaning: Meaning, index: int, scan: Scan, facts: Facts) -> bool:
    """Whether a day or a part of it says something else there."""
    if meaning.group in {"part", "moment"} and _clears_up(scan, index):
        return True
    if meaning.group == "part":
        return _is_rate(scan, facts, index)
    return meaning.group == "day" and _is_state(meaning.value, index, scan)


def _clears_up(scan: Scan, index: int) -> bool:
    """Whether it is until then that the weather lasts: it "piove fino a sera", "it's raining until
    tonight, what can we do"."""
    if scan.at(index - 1).says("before") is None:
        return False
    ahead = scan.clause(range(index, max(-1, index - _WEATHER_NEAR), -1))
    return any(scan.at(at).says("weather") for at in ahead)


def _is_rate(scan: Scan, facts: Facts, index: int) -> bool:
    """Whether a night behind a price only says for what it is asked: es "máximo 90 la noche"."""
    mark = scan.at(index)
    night = mark.says("part_asleep") is not None or mark.says("part") == "night"
    priced = facts.price is not None or facts.bare is not None
    near = (scan.at(index - back).amount for back in (1, 2))
    return night and priced and any(amount is not None for amount in near)


def _weekend_of_month(scan: Scan, moment: Moment, facts: Facts) -> None:
    """A weekend beside a month is how long: "idée de week-end en septembre"."""
    if not (moment.day or "").startswith("month:") or "duration" in facts.single:
        return
    for index, mark in enumerate(scan.marks):
        before = scan.at(index - 1)
        one = before.says("of_age") or before.amount == 1
        if one and "this_weekend" in mark.all("day") and index not in scan.denied:
            facts.one("duration", "weekend", mark)
            return


def _part_beside(scan: Scan, moment: Moment, facts: Facts) -> None:
    """A part that is told right beside a day, and elsewhere means nothing of the kind: "late
    Monday", it "venerdì notte"."""
    if moment.day is None or moment.part is not None:
        return
    for index, mark in scan.free():
        part = mark.says("part_beside")
        behind = mark.says("part_behind")
        if behind is not None and _is_one_day(scan.at(index - 1)):
            part = behind
        if part is None or scan.at(index - 1).amount is not None:
            continue
        dated = index - 1 in scan.used and month_of(scan.at(index - 1)) is not None
        if dated or any(_is_one_day(scan.at(index + step)) for step in (-1, 1)):
            moment.note("part", part)
            facts.say("when", part, mark)
            return


def _is_one_day(mark: Mark) -> bool:
    day = mark.says("day")
    return day in WEEKDAYS or day in {"today", "tomorrow", "+2"} or mark.date is not None


def _weekday_near(scan: Scan, month: int) -> bool:
    """Whether a weekday stands just before a month: "the first Sunday in May"."""
    return any(scan.at(month - back).says("day") in WEEKDAYS for back in range(1, _NEAR_MONTH + 1))


def _is_morning(scan: Scan, index: int, value: str) -> bool:
    """Whether a "tomorrow" that is the morning, too, stands behind a day: "Samstag Morgen"."""
    before = scan.at(index - 1)
    day = (scan.at(index - 2) if before.says("of_age") else before).says("day")
    return scan.at(index).word in _MORNINGS and value == "tomorrow" and day not in _NOT_BEFORE


def _is_state(value: str, index: int, scan: Scan) -> bool:
    """it "ora" is an hour behind a number or "every"."""
    mark, before = scan.at(index), scan.at(index - 1)
    counted = before.amount is not None or before.says("every") is not None
    return value == "now" and mark.word in _HOURS and counted


def _dated(scan: Scan, index: int, day: str) -> str:
    """A date, or a range when another follows: "03/08 au 08/08"."""
    step = index + 2 if scan.at(index + 1).says("joins") == "to" else index + 1
    later = scan.at(step).date
    return f"date:{day}..{later}" if later not in {None, day} else f"date:{day}"


def _weekend(scan: Scan) -> frozenset[str]:
    """Saturday and Sunday named together are the weekend, and so are the days from Friday to
    Sunday; not "Saturday night, else Sunday", nor "Friday and Sunday"."""
    named = [(index, mark.says("day")) for index, mark in scan.free() if index not in scan.denied]
    ends = [(index, day) for index, day in named if day in _WEEKEND]
    weekend: set[str] = set()
    for (first, one), (second, other) in pairwise(ends):
        between = [scan.at(index) for index in range(first + 1, second)]
        joined = all(_SMALL & {m.group for m in mark.meanings} for mark in between)
        gap = scan.text[scan.at(first).end : scan.at(second).start].strip(" .")
        reaches = gap in _DASHES or any(mark.says("joins") == "to" for mark in between)
        if joined and ({one, other} == {"sat", "sun"} or (reaches and other == "sun")):
            weekend |= {str(one), "sat", "sun"}
    return frozenset(weekend)


def _in_month(scan: Scan, index: int, month: str) -> bool:
    """Whether a month that is also an everyday word is one: "in May", "fin mars"."""
    before, behind = scan.at(index - 1), scan.at(index + 1)
    if behind.amount is not None and is_year(behind.amount):
        return True
    if months_between(scan, index, month).last > index or (
        before.says("joins") and month_of(scan.at(index - 2))
    ):
        return True
    if any(meaning.group == "to" and meaning.langs == ("en",) for meaning in before.meanings):
        return False  # "to march on"
    if _MEASURED & set(scan.at(index - 2).all("unit")):
        return False  # oc "tres km de mai" are three more
    groups = {meaning.group for meaning in before.meanings}
    return bool(groups & {"part_of_month", "place_prep", "from", "of_age", "at", "tour"})


def _meal(scan: Scan, moment: Moment, facts: Facts) -> None:
    """Lunch or dinner on a day named tells the part of it, and so does what is named after one:
    "Sunday lunch", it "mercatino serale venerdì"."""
    for _, mark in scan.free():
        part = mark.says("meal") or mark.says("of_part") or _evening(mark)
        if part is not None and moment.day not in {"now"}:
            moment.note("part", part)
            facts.say("when", part, mark)
            return


def _evening(mark: Mark) -> str | None:
    """The evening that a thing is an evening of: fr "soirée astronomie", it "serata danzante"; a
    night market has its hours in its name."""
    held = mark.terms and "night_market" not in mark.terms
    first = lexicon().entries.get(mark.word.partition(" ")[0]) if held else None
    meanings = first.meanings if first else ()
    return next((m.value for m in meanings if (m.group, m.value) == ("part", "evening")), None)


def _opens_a_phrase(scan: Scan, index: int) -> bool:
    """Whether de "auf", "zu" are what stands before a noun and not "open", "closed", which end
    what is said: "auf Deutsch", "zu Fuß"."""
    mark, behind = scan.at(index), scan.at(index + 1)
    if mark.word not in _PARTICLES or not behind.word:
        return False
    timed = any(behind.says(group) for group in ("day", "part", "moment", "joins"))
    return not timed and not scan.text[mark.end : behind.start].strip()


def _supposed(scan: Scan) -> bool:
    """Whether a weather is only supposed: it "se grandina, il museo è aperto?" is not now."""
    said = beside()
    return any(
        meaning.group == "if"
        for index, mark in enumerate(scan.marks)
        if mark.says("weather")
        for word in (scan.at(index - 1).word, mark.word.partition(" ")[0])
        for meaning in said.get(word, ())
    )


def _open_now(scan: Scan, moment: Moment, facts: Facts) -> None:
    """ "Is the pool open?" asks for now, and so do "still shut" and "road closed?"; unless it asks
    when, or of a time of the year."""
    marks = scan.marks
    if any(mark.says(group) for mark in marks for group in _NOT_NOW) or _supposed(scan):
        return
    for index, mark in enumerate(marks):
        shut = scan.beside(index, "shut")
        if not (shut or mark.says("state")) or _opens_a_phrase(scan, index):
            continue
        before = range(index - 1, max(-1, index - _IS_NEAR), -1)
        is_so = bool(mark.says("state")) and any(scan.at(at).says("is") for at in before)
        if is_so or _lasts(scan, index) or _is_asked(scan, mark, shut=bool(shut)):
            moment.note("day", "now")
            facts.say("when", "now", mark)
            return
    if any(mark.says("may") for mark in marks) and any(marks_saying(scan, "again")):
        moment.note("day", "now")  # "is swimming still banned", de "wieder erlaubt"
        return
    last = len(marks) - 1
    told = scan.beside(last, "now_at_the_end")
    sought = asks(scan.at(last - 1)) and "sure" in told
    if sought or (told and any(mark.says("state") for mark in marks)):
        moment.note("day", "now")  # es "quiero comer ya", fr "ouvert là ?"
        facts.say("when", "now", marks[last])


def _lasts(scan: Scan, index: int) -> bool:
    """Whether a state is told to last, or to have come back: "still shut", es "sigue cerrado"."""
    ahead = scan.clause(range(index, index - 1 - _STILL_NEAR, -1))
    return any(scan.beside(at, "still") for at in ahead)


def _is_asked(scan: Scan, mark: Mark, *, shut: bool) -> bool:
    """Whether a state without a verb is all that a question asks: "piscine ouverte ?", de "Straße
    bei Tanus gesperrt?"; what is open may be sought there: "wine shop open to groups?"."""
    if mark.word in _PARTICLES:
        return False
    behind = scan.text[mark.end :]
    stop = next((sign for sign in behind if sign in _STOPS), "")
    return stop == "?" and (shut or behind.lstrip().startswith("?"))
