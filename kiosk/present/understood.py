"""What was understood of a question, and the kiosk's own questions, in words."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, MonthDay, TermId
from kiosk.conversation import AskedBack, Chip
from kiosk.i18n import N_
from kiosk.present.listing import kind_name

if TYPE_CHECKING:
    from catalog.request import Request
    from catalog.request.interview import Option, Step
    from catalog.request.understood import Part
    from kiosk.i18n import Translator
    from kiosk.present.words import Words

_SAID: Final = {
    # Translators: what the visitor said of the day; short, as on a button
    ("when", "now"): N_("now"),
    ("when", "today"): N_("today"),
    ("when", "tomorrow"): N_("tomorrow"),
    ("when", "yesterday"): N_("yesterday"),
    ("when", "+2"): N_("the day after tomorrow"),
    ("when", "this_weekend"): N_("this weekend"),
    ("when", "this_week"): N_("this week"),
    ("when", "this_year"): N_("this year"),
    # Translators: parts of the day, as on a button
    ("part", "morning"): N_("morning"),
    ("part", "midday"): N_("midday"),
    ("part", "afternoon"): N_("afternoon"),
    ("part", "evening"): N_("evening"),
    ("part", "night"): N_("night"),
    # Translators: who comes along, as on a button
    ("party", "family"): N_("family"),
    ("party", "kids"): N_("children"),
    ("party", "toddler"): N_("toddlers"),
    ("party", "baby"): N_("baby"),
    ("party", "teens"): N_("teenagers"),
    ("party", "adults"): N_("adults"),
    ("party", "couple"): N_("couple"),
    ("party", "seniors"): N_("seniors"),
    ("party", "group"): N_("group"),
    ("party", "school"): N_("school class"),
    ("party", "dog"): N_("dog"),
    ("party", "assistance_dog"): N_("assistance dog"),
    ("party", "pregnant"): N_("pregnant"),
    # Translators: the weather that the visitor speaks of, as on a button
    ("weather", "rain"): N_("rain"),
    ("weather", "hot"): N_("heat"),
    ("weather", "cold"): N_("cold"),
    ("weather", "wind"): N_("wind"),
    ("weather", "storm"): N_("storm"),
    ("weather", "snow"): N_("snow"),
    # Translators: how the visitor moves, as on a button
    ("mobility", "wheelchair"): N_("wheelchair"),
    ("mobility", "reduced"): N_("reduced mobility"),
    ("mobility", "blind"): N_("blind or partially sighted"),
    ("mobility", "joelette"): N_("joëlette"),
    ("mobility", "stroller"): N_("pushchair"),
    ("mobility", "bike"): N_("by bike"),
    ("mobility", "bike_trailer"): N_("bike trailer"),
    ("mobility", "car"): N_("by car"),
    ("mobility", "public_transport"): N_("without a car"),
    ("mobility", "camper_van"): N_("camper van"),
    ("mobility", "motorbike"): N_("motorbike"),
    ("mobility", "coach"): N_("by coach"),
    # Translators: what the visitor wants to pay, as on a button
    ("max_price", "0"): N_("free of charge"),
    ("max_price", "low"): N_("not expensive"),
    # Translators: how hard a walk may be, as on a button
    ("difficulty", "easy"): N_("easy"),
    ("difficulty", "medium"): N_("medium difficulty"),
    ("difficulty", "hard"): N_("difficult"),
    # Translators: how much time there is, as on a button
    ("duration", "half_day"): N_("half a day"),
    ("duration", "day"): N_("a whole day"),
    ("duration", "weekend"): N_("a weekend"),
    ("where", "here"): N_("near here"),
    # Translators: what the visitor likes, as on a button
    ("like", "see"): N_("see & visit"),
    ("like", "walk"): N_("walk & cycle"),
    ("like", "swim"): N_("swim"),
    ("like", "taste"): N_("eat & taste"),
    ("like", "out"): N_("markets & events"),
}
_ASKED: Final = {
    # Translators: the kiosk's own short questions, with answers to touch
    "who": N_("Who is coming along?"),
    "when": N_("When?"),
    "long": N_("How much time do you have?"),
    "move": N_("How do you get about?"),
    "like": N_("What do you feel like?"),
    "budget": N_("What about the price?"),
}
_PARTS: Final = ("morning", "midday", "afternoon", "evening", "night")
_MONTHS: Final = frozenset(f"{number:02}" for number in range(1, 13))
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def chips(request: Request, words: Words) -> tuple[Chip, ...]:
    """What was understood, each part in its words; a part without any is shown as it is. Never
    raises: a day that no year has, or a number that is none, is shown as it is too."""
    from catalog.request.understood import parts

    return tuple(Chip(part, part_words(part, words)) for part in parts(request))


def asked_back(step: Step, options: tuple[Option, ...], t: Translator) -> AskedBack:
    """A step of the interview with these of its answers, in words."""
    answers = tuple((option, option_words(step, option, t)) for option in options)
    return AskedBack(step, t._(_ASKED[step.id]), answers)


def option_words(step: Step, option: Option, t: Translator) -> str:
    """One answer of a step, as on a button."""
    if step.id == "like":
        likes = _SAID["like", option.id]
        return t._(likes)
    if step.key == "duration" and option.id not in {"half_day", "day"}:
        return _duration(option.id, t)
    value = f"{option.value:g}" if isinstance(option.value, float) else str(option.value)
    return t._(_SAID[step.key, value])


def part_words(part: Part, words: Words) -> str:
    """One part of a request, as on a button."""
    t, value = words.t, part.value
    if part.key == "types":
        return kind_name(Kind(value), t)
    if part.key in {"themes", "labels"}:
        return _theme(value, words)
    if part.key == "when":
        return _when(value, t)
    if part.key == "radius_km":
        # Translators: not further than this distance; as on a button
        return t._("within %(distance)s") % {"distance": t.distance_km(float(value))}
    if part.key == "max_km":
        # Translators: a walk of at most this length; as on a button
        return t._("up to %(distance)s") % {"distance": t.length(round(float(value) * 1000))}
    known = _SAID.get((part.key, value))
    if known is not None:
        return t._(known)
    if part.key == "max_price":
        return _price(value, t)
    if part.key == "duration":
        return _duration(value, t)
    return _counted(value, t) if part.key == "party" else value


def _theme(value: str, words: Words) -> str:
    t = words.t
    if value.startswith("-"):
        word = words.term(TermId(value[1:])) or value[1:].removeprefix("name:")
        # Translators: something that the visitor does not want; as on a button
        return t._("no %(what)s") % {"what": word}
    head, colon, tail = value.partition(":")
    if head == "lang" and colon:
        return t.language_name(tail) or tail
    return words.term(TermId(value)) or (tail if colon else value)


def _when(value: str, t: Translator) -> str:
    spoken, _, clock = value.partition("@")
    head, _, tail = spoken.rpartition(":")
    day, part = (head, tail) if tail in _PARTS else (spoken, "")
    told = [_day(day, t)] if day != "any" else []
    if part:
        named = _SAID["part", part]
        told.append(t._(named))
    if clock:
        time = clock.rstrip("+-")
        # Translators: after, before or at an hour; as on a button
        text = {"+": t._("after %(time)s"), "-": t._("before %(time)s")}.get(clock[-1])
        told.append((text or t._("at %(time)s")) % {"time": time})
    return " ".join(told)


def _day(day: str, t: Translator) -> str:
    if day in _WEEKDAYS:
        return t.weekday(_WEEKDAYS.index(day))
    name, _, value = day.partition(":")
    month, _, number = value.partition("-")
    if name == "date" and month.isdecimal() and number.isdecimal():
        with suppress(ValueError):  # a day that no year has
            return t.date(MonthDay(int(month), int(number)), "month_day")
    if name == "month" and value in _MONTHS:
        return t.month(int(value))
    known = _SAID.get(("when", day))
    return t._(known) if known is not None else value or day


def _price(value: str, t: Translator) -> str:
    from decimal import Decimal, InvalidOperation

    try:
        amount = t.money(Decimal(value))
    except InvalidOperation:
        return value
    return t.p_("price", "up to %(amount)s") % {"amount": amount}


def _duration(value: str, t: Translator) -> str:
    found = re.fullmatch(r"(\d{1,4})(min|h|d|n)", value)
    if found is None:
        return value
    count, unit = int(found[1]), found[2]
    if unit in {"h", "min"}:
        return t.minutes(count * (60 if unit == "h" else 1))
    if unit == "n":
        return t.n_("%(count)s night", "%(count)s nights", count)
    return t.n_("%(count)s day", "%(count)s days", count)


def _counted(value: str, t: Translator) -> str:
    """`age:6`, `n:4`."""
    what, _, number = value.partition(":")
    if not number.isdecimal():
        return value
    if what == "age":
        return t.n_("%(count)s year old", "%(count)s years old", int(number))
    return t.n_("%(count)s person", "%(count)s persons", int(number))
