"""Amounts: a number, or several, and the unit behind – or what stands before a bare one.

Kilometres, travel times, lengths of time, euros, ages, people. Times of day are in `moments`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.request.ages import ages, months_old, weeks_old
from catalog.request.degrees import bare_degrees, degrees
from catalog.request.dial import opens_clock
from catalog.request.people import is_ordinal, people
from catalog.request.stories import is_story, was_long
from catalog.request.ways import (
    from_now,
    is_away,
    is_one,
    named_way,
    say_way,
    seen_in,
    sets_out,
    way_mode,
)
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan
    from catalog.request.moments import Moment

MILE_KM: Final = 1.609344
_KM: Final = {"km": 1.0, "mile": MILE_KM, "m": 0.001}
_MINUTES: Final = {"min": 1, "h": 60, "quarter_h": 15, "three_quarters_h": 45}
_DAYS: Final = {"d": 1, "week": 7, "fortnight": 14}
_SPAN: Final = frozenset({*_DAYS, "n", "weekend"})
_TIME: Final = frozenset({*_MINUTES, *_SPAN})
_HOUR: Final = 60
_HALF: Final = 0.5
_YEARS: Final = 1900
"""From this number on it is a year, and the next one no more of it: "en 2027 à 15 €"."""
_CENTS: Final = 100
_OF: Final = particles("of_a_name")
_PAID_NEAR: Final = 3
"""How many words from a price it may be told to be paid."""
_LEAST_EACH: Final = 5
"""The least euros a head or a night that are told without their unit."""
_WEIGHT: Final = particles("weight_or_money")
_IN_ONE_DAY: Final = particles("in_one_day")
_DAY_WORDS: Final = 3
_OLDEST_CHILD: Final = 12
FARTHEST_KM: Final = 150.0
"""Farther is how far somebody has come: nobody asks so far around."""
_LONG_PATHS: Final = frozenset({"gr", "grp", "long_distance_path", "greenway"})
_PATH_NEAR: Final = 4
"""How many words before a number of days the path may stand that takes them."""
_GROWN: Final = 18  # from here on es "tacos" are years


def read_amounts(scan: Scan, facts: Facts, moment: Moment) -> None:
    """Fill the keys that numbers fill, and use up their words."""
    at = 0
    while at < len(scan.marks):
        mark = scan.at(at)
        if at not in scan.used and (way := named_way(scan, at)) is not None:
            say_way(scan, at, *way, facts)
        if at not in scan.used and is_one(scan, at):
            if "d" in mark.all("unit"):
                _days(scan, at, at, 1.0, facts, moment)
                at += 2
                continue
            minutes, end = _minutes(scan, at, 1)
            _minutes_said(scan, at, end, minutes, facts)
            at = end + 1
            continue
        if at in scan.used or (mark.amount is None and not opens_clock(mark)):
            at += 1
            continue
        at = _amount(scan, at, facts, moment)


def _amount(scan: Scan, at: int, facts: Facts, moment: Moment) -> int:
    """Read the amount that starts here; where to go on."""
    if scan.at(at).amount is None:
        moment.clock_at(scan, at)
        return at + 1
    values, last = _values(scan, at)
    if scan.at(last + 1).says("qualifies") and _TIME & set(scan.at(last + 2).all("unit")):
        last += 1  # "deux petites heures"
    unit = scan.at(last + 1)
    units = () if "," in scan.text[scan.at(last).end : unit.start] else unit.all("unit")
    if unit.clock is None and moment.number(scan, at, last, values):
        return last + 1
    value = max(values)
    money = "eur" in scan.at(at - 1).all("unit") and at - 1 not in scan.used
    if "eur" in units or (money and not units):
        return _price(scan, at, last, value, facts)
    if any(name in _KM for name in units):
        name = next(name for name in units if name in _KM)
        value += _HALF if scan.at(last + 2).says("plus_half") else 0  # "a mile and a half"
        _kilometres(scan, at, last, value * _KM[name], facts)
    elif "year" in units or ("grown_year" in units and value >= _GROWN):
        _years(scan, facts, values, at, last)
    elif any(name in _MINUTES for name in units):
        minutes, end = _minutes(scan, last + 1, values[-1])
        _minutes_said(scan, at, end, minutes, facts)
    elif _SPAN & set(units):
        _days(scan, at, last + 1, values[-1], facts, moment)
    elif "degree" in units:
        degrees(scan, at, last + 1, value, facts)
    elif "month" in units or "other" in units:
        scan.used |= set(range(at, last + 2))
        months_old(scan, facts, value, at, last + 1)
    else:
        warm = bare_degrees(scan, facts, value, at, last)
        if not (warm or people(scan, facts, values, at, last)):
            _bare(scan, facts, value, at, last)
        return last + 1
    return last + 2


def _price(scan: Scan, at: int, last: int, value: float, facts: Facts) -> int:
    """A limit in euros: "15 €", "€15", "12€50"; but not "two pounds of apples". Where to go on."""
    before, unit, cents = scan.at(at - 1), scan.at(last + 1), scan.at(last + 2)
    end = last + 1 if "eur" in unit.all("unit") else last
    scan.used |= set(range(at, end + 1))
    if unit.word in _WEIGHT and cents.word in _OF:
        return end + 1
    if end > last and unit.end == cents.start and (cents.number or _CENTS) < _CENTS:
        value += (cents.number or 0) / _CENTS
        scan.used.add(last + 2)
    if any(scan.at(index).says("paid") for index in range(at - _PAID_NEAR, end + _PAID_NEAR)):
        return end + 1
    facts.price = facts.price if facts.price is not None else value
    facts.say("max_price", f"{value:g}", before if before.all("unit") else scan.at(at), unit)
    _per_night(scan, end + 1, facts)
    return end + 1


def _bare(scan: Scan, facts: Facts, value: float, at: int, last: int) -> None:
    """Keep a limit that no unit follows."""
    before, behind = scan.at(at - 1), scan.at(last + 1)
    who = scan.at(at - 2)
    joined = not scan.text[who.end : before.start].strip()
    if joined and (who.all("party") or "person" in who.all("unit")):
        return  # "14 lads under 12"
    each = "per_person" in behind.terms or behind.says("each") or behind.says("nightly")
    if each and value >= _LEAST_EACH:
        facts.price = facts.price if facts.price is not None else value
        facts.nightly = facts.nightly or behind.says("nightly") is not None
        facts.say("max_price", f"{value:g}", scan.at(at), behind)  # "dinner at 25 a head"
        return
    sold = before.says("at") or before.says("asks") or before.terms  # "menu à 12,50"
    cents = sold and "," in scan.typed(scan.at(last))[-3:-2]
    told = cents or before.says("within") or before.says("below")
    if told and not (behind.terms or behind.all("party") or behind.says("here")):
        facts.bare = facts.bare or (value, before, scan.at(last))
    elif behind.says("within") and scan.at(last + 2).amount is None:
        facts.bare = facts.bare or (value, scan.at(at), behind)  # "a room, ninety-five tops"


def _values(scan: Scan, at: int) -> tuple[list[float], int]:
    """The numbers in a row from here ("4, 6 and 9", "8-12") and the index of the last."""
    first = scan.at(at)
    values = [first.amount or 0.0]
    last = at
    people_told = scan.at(at - 1).says("we_are") is not None
    money = "eur" in scan.at(at - 1).all("unit")
    told = people_told or scan.at(at - 1).says("for_count") is not None
    while values[0] < _YEARS and not is_ordinal(scan, at):
        step = last + 1
        if scan.at(step).says("joins") and step not in scan.used:
            step += 1
        following = scan.at(step)
        if scan.at(step - 1).says("exact_hour") and not _since(scan, at):
            return values, last  # it "martedì 4 alle 14"
        whole = bool(values) and values[-1] % 1 == 0 and not _article(scan.at(last))
        if following.number == _HALF and step == last + 1 and whole:
            values[-1] += _HALF  # "1 1/2"
            last = step
            continue
        if told and _timed(scan, step):
            return values, last  # "table pour 4 à 20h"
        if money and set(scan.at(step + 1).all("unit")) - {"eur"}:
            return values, last  # "€20 5 km from here"
        apart = step == last + 1 and "," in scan.text[scan.at(last).end : following.start]
        if apart and (told or "eur" in scan.at(step + 1).all("unit")):
            return values, last  # "pour huit, trois couples", "in dieci, venti euro"
        if people_told and (following.amount or 0) < values[-1]:
            return values, last  # "siamo in sei, tre bambini"
        if following.amount is None or _article(following) or opens_clock(following):
            return values, last
        if _article(scan.at(last)) and step == last + 1:
            values = []  # "a 20 minute walk"
        values.append(following.amount)
        last = step
    return values, last


def _since(scan: Scan, at: int) -> bool:
    return any(scan.at(at - 1).says(group) for group in ("after", "range"))


def _timed(scan: Scan, at: int) -> bool:
    """Whether the number at `at` is an hour told after a number of people."""
    units = set(scan.at(at + 1).all("unit"))
    return bool(units & {"h", "clock", "am", "pm"}) or (
        scan.at(at - 1).says("at_clock") == "at" and "person" not in units
    )


def _article(mark: Mark) -> bool:
    return mark.number is None and mark.says("number") == "1"


def _noun(mark: Mark) -> bool:
    """Whether it says who is so old: "a ten year old beginner", "eine 6-jährige Tochter"."""
    return mark.says("difficulty") is not None or bool(mark.all("party"))


def _years(scan: Scan, facts: Facts, values: list[float], at: int, last: int) -> None:
    """Ages, and that "a seven year old" is a child."""
    if _counts_one(scan, at, last):
        values = values[1:]  # "2 adults, 1 seven year old"
    found = [int(value) for value in values if value >= 1]  # "two and a half" is two
    unit, whose_age = scan.at(last + 1), scan.at(last + 2)
    if "dog" in whose_age.all("party") or whose_age.says("other_pet") or _of_work(scan, last + 2):
        return
    ages(scan, facts, found, at, last + 1)
    young = bool(found) and max(found) <= _OLDEST_CHILD
    if young and unit.says("aged") and not _noun(scan.at(last + 2)):
        facts.party.setdefault("kids")
        facts.say("party", "kids", scan.at(at), unit)


def _of_work(scan: Scan, index: int) -> bool:
    """Whether years are of no life: fr "nos 20 ans de boîte"; of Jeanne they are."""
    noun = scan.at(index + 1)
    named = noun.unknown or (noun.terms and not noun.all("party"))
    return scan.at(index).word in _OF and bool(named) and scan.typed(noun).islower()


def _counts_one(scan: Scan, at: int, last: int) -> bool:
    """Whether the first of two numbers in a row counts who is as old as the second: one is a
    figure, the other a word."""
    first, second = scan.at(at), scan.at(last)
    figures = {first.word.isdecimal(), second.word.isdecimal()}
    return last == at + 1 and len(figures) > 1 and not _article(first)


def _per_night(scan: Scan, at: int, facts: Facts) -> None:
    """Euros "a night", "a day": how the price counts, not how long. Behind a comma or "of" it is
    a length."""
    gap = scan.text[scan.at(at - 1).end : scan.at(at).start]
    if "," in gap or scan.at(at).says("of_age"):
        return
    last = at if scan.at(at).all("unit") else at + 1
    small = (
        last == at
        or _article(scan.at(at))
        or any(scan.at(at).says(group) for group in ("speech", "for_count"))
    )
    mark = scan.at(last if small else at)
    if small and set(mark.all("unit")) & {"n", "d", "week", "person", "h"}:
        scan.used |= {at, last}
        facts.nightly = facts.nightly or "n" in mark.all("unit")
    elif scan.at(at).says("duration") or scan.at(at).says("part") == "night":
        scan.used.add(at)
        facts.nightly = facts.nightly or scan.at(at).says("part") == "night"
    elif scan.at(at).says("nightly"):
        facts.nightly = True


def _kilometres(scan: Scan, at: int, last: int, km: float, facts: Facts) -> None:
    """Whether they limit a route or the way to it is told at the end, when types are known."""
    before = scan.at(at - 1)
    behind = scan.at(last + 2)
    around = before.says("around") is not None
    away = (around and not before.says("within")) or before.says("at") is not None
    away = away or is_away(scan, at, last + 2)
    first = before if around or before.says("within") else scan.at(at)
    scan.used |= set(range(at, last + 2))
    off = behind.says("away") is not None
    away = away or off
    if off or _centimetres(scan, last):
        scan.used.add(last + 2)
    if is_story(scan, at, last + 1, km):
        return
    if _in_one_day(scan, last + 2, facts) and facts.max_km is None and not away:
        facts.max_km = round(km, 2)
        facts.say("max_km", f"{km:g}", first, scan.at(last + 1))
    else:
        facts.kilometres.append((round(km, 2), away, first, scan.at(last + 1)))


def _in_one_day(scan: Scan, at: int, facts: Facts) -> bool:
    """Read the day in which so many kilometres are gone: fr "200 km dans la journée", which is
    not today, oc "150 km la jornada"; whether it is told."""
    if scan.text[scan.at(at - 1).end : scan.at(at).start].strip():
        return False
    said = ""
    for end in range(at, at + _DAY_WORDS):
        said = f"{said} {scan.at(end).word}".strip()
        if said in _IN_ONE_DAY:
            facts.one("duration", "day", scan.at(at), scan.at(end))
            scan.used |= set(range(at, end + 1))
            return True
    return False


def _centimetres(scan: Scan, last: int) -> bool:
    """Whether a number is glued to the metres: "3m20"."""
    unit, behind = scan.at(last + 1), scan.at(last + 2)
    return "m" in unit.all("unit") and behind.number is not None and unit.end == behind.start


def _minutes(scan: Scan, unit: int, value: float) -> tuple[float, int]:
    """The minutes of "2 hours", "2 hours and a half", "1 h 30" and the index of their last mark."""
    mark = scan.at(unit)
    minutes = value * next(_MINUTES[name] for name in mark.all("unit") if name in _MINUTES)
    behind = scan.at(unit + 1)
    if behind.says("plus_half") and "h" in mark.all("unit"):
        return minutes + 30, unit + 1
    part = behind.says("plus_minutes")
    if part is not None and "h" in mark.all("unit"):
        return minutes + int(part), unit + 1
    joined = unit + 2 if behind.says("joins") == "and" else unit + 1
    more = scan.at(joined).amount
    if "h" not in mark.all("unit") or more is None or not 0 < more < 60:
        return minutes, unit
    counted = scan.at(joined + 1)
    if "min" in counted.all("unit"):
        return minutes + more, joined + 1
    bare = joined == unit + 1 and more % 5 == 0 and scan.at(joined).number is not None
    counts = counted.all("unit") or counted.all("party")
    if bare and not counts and counted.amount is None:
        return minutes + more, joined  # "1 hr 30"
    return minutes, unit


def _minutes_said(scan: Scan, at: int, last: int, minutes: float, facts: Facts) -> None:
    way = way_mode(scan, at, last)
    if way is not None:
        say_way(scan, at, way, minutes, facts)
        return
    scan.used |= set(range(at, last + 1))
    before = scan.at(at - 1)
    rate = before.says("for_count") and "eur" in scan.at(at - 2).all("unit") and minutes < _HOUR
    ahead = before.says("ahead") and not seen_in(scan, at, last)
    ahead = ahead or sets_out(scan, at)
    if rate or ahead or before.says("every") or was_long(scan, at, last):
        return  # "in two hours", "every half hour": no day of another name, no length
    say_length(facts, minutes, scan.at(at), scan.at(last))


def say_length(facts: Facts, minutes: float, first: Mark, last: Mark) -> None:
    """Fill the duration with minutes or hours."""
    whole = minutes % 60 == 0
    length = f"{minutes / 60:g}h" if whole else f"{minutes:g}min"
    facts.one("duration", length, first, last)


def _days(scan: Scan, at: int, last: int, value: float, facts: Facts, moment: Moment) -> None:
    units = scan.at(last).all("unit")
    scan.used |= set(range(at, last + 1))
    first, end = scan.at(at), scan.at(last)
    if weeks_old(scan, at, last) or was_long(scan, at, last):
        return
    days = next((value * _DAYS[unit] for unit in units if unit in _DAYS), None)
    if days is not None and "d" in units and scan.at(last + 1).says("plus_half"):
        days += _HALF  # "a day and a half"
        scan.used.add(last + 1)
    before, gap = scan.at(at - 1), scan.text[scan.at(at - 1).end : scan.at(at).start]
    ahead = from_now(scan, last + 1) or (before.says("ahead") and not _all_the_way(scan, at))
    if days is not None and ahead and days == int(days):
        moment.note("day", f"+{int(days)}" if days > 1 else "tomorrow")
        facts.say("when", f"+{days:g}", before, end)
        return
    each = gap.isspace() and {*before.all("unit")} - {"person"}
    if each and scan.at(at).number is None and _article(scan.at(at)):
        return  # "ten euros a night"
    if days == 0.5:
        length = "half_day"
    elif days is not None:
        length = "day" if days == 1 else f"{days:g}d"
    else:
        length = f"{value:g}n" if "n" in units else "weekend"
    if days is None and "n" in units and "weekend" in units:
        length = "weekend"
    facts.one("duration", length, first, end)


def _all_the_way(scan: Scan, at: int) -> bool:
    """Whether so many days are what a long path takes: de "GR de Pays in 3 Tagen"."""
    before = (term for index in range(at - _PATH_NEAR, at) for term in scan.at(index).terms)
    return any(term in _LONG_PATHS for term in before)
