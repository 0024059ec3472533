"""What was understood of a question, and the kiosk's own questions, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.model import Kind, TermId
from catalog.request.turns_merging import day_of
from kiosk.conversation import AskedBack, Chip
from kiosk.i18n import N_
from kiosk.present.access import stars_line
from kiosk.present.listing import kind_name
from kiosk.present.when import PARTS, when_words

if TYPE_CHECKING:
    from catalog.request import Request
    from catalog.request.interview import Option, Step
    from catalog.request.understood import Part
    from kiosk.i18n import Translator
    from kiosk.present.words import Words

_SAID: Final = {
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
    # Translators: not under a roof, as on a button
    ("sky", "open"): N_("outdoors"),
    # Translators: what the visitor likes, as on a button
    ("like", "see"): N_("see & visit"),
    ("like", "walk"): N_("walk & cycle"),
    ("like", "swim"): N_("swim"),
    ("like", "taste"): N_("eat & taste"),
    ("like", "out"): N_("markets & events"),
}
_SEVERAL: Final = 2
_ASKED: Final = {
    # Translators: the kiosk's own short questions, with answers to touch
    "who": N_("Who is coming along?"),
    "when": N_("When?"),
    "long": N_("How much time do you have?"),
    "move": N_("How do you get about?"),
    "like": N_("What do you feel like?"),
    "budget": N_("What about the price?"),
}


def chips(request: Request, words: Words) -> tuple[Chip, ...]:
    """What was understood, each part in its words. Never raises: a part that has none, as a day
    that no year has, is left out."""
    from catalog.request.understood import parts

    told: dict[str, Chip] = {}
    for part in parts(request):
        said = part_words(part, words)
        if part.key == "when":  # of a morning and an afternoon the key holds the first
            said = when_words(part.value, words.t, _parts_told(request))
        told.setdefault(said, Chip(part, said))  # "by car" is a wish and a way to go: once
    return tuple(chip for said, chip in told.items() if said)


def _parts_told(request: Request) -> tuple[str, ...]:
    """The parts of the one day asked for of which words told, in their order; none where words
    told of several days."""
    said = {span.value.partition("@")[0] for span in request.spans if span.key == "when"}
    days = {day_of(value) for value in said} - {"", "any", *PARTS}
    told = {value.rpartition(":")[2] for value in said}
    return tuple(part for part in PARTS if part in told and len(days) < _SEVERAL)


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
    return when_words(value, t) if step.key == "when" else t._(_SAID[step.key, value])


def part_words(part: Part, words: Words) -> str:
    """One part of a request, as on a button; "" where we have no words for it."""
    t, value = words.t, part.value
    if part.key in {"rest", "where"} and (part.key, value) not in _SAID:
        return value  # as the visitor or the catalogue writes it
    if part.key == "types":
        return kind_name(Kind(value), t)
    if part.key in {"themes", "labels"}:
        return _theme(value, words)
    if part.key == "when":
        return when_words(value, t)
    if part.key == "difficulty":
        levels = [_SAID.get((part.key, level)) for level in value.split("/")]
        return " / ".join(t._(level) for level in levels if level is not None)
    if part.key == "radius_km":
        # Translators: not further than this distance; as on a button
        return t._("within %(distance)s") % {"distance": t.distance_km(float(value))}
    if part.key == "max_km":
        # Translators: a walk of at most this length; as on a button
        return t._("up to %(distance)s") % {"distance": t.length(round(float(value) * 1000))}
    known = _SAID.get((part.key, value))
    if known is not None:
        return t._(known)
    if part.key == "stars":
        return stars_line(int(value), t)
    if part.key == "max_price":
        return _price(value, t)
    if part.key == "duration":
        return _duration(value, t)
    return _counted(value, t) if part.key == "party" else ""


def _theme(value: str, words: Words) -> str:
    t = words.t
    if value.startswith("-"):
        word = _theme(value[1:], words)
        if not word:
            return ""
        # Translators: something that the visitor does not want; as on a button
        return t._("no %(what)s") % {"what": word}
    head, _, tail = value.partition(":")
    if head == "lang":
        return t.language_name(tail) or ""
    if head == "name":
        sight, _, place = tail.rpartition(":")
        return " · ".join(filter(None, (sight and words.term(TermId(sight)), place)))
    return words.term(TermId(value)) or ""


def _price(value: str, t: Translator) -> str:
    from decimal import Decimal, InvalidOperation

    try:
        amount = t.money(Decimal(value))
    except InvalidOperation:
        return ""
    return t.p_("price", "up to %(amount)s") % {"amount": amount}


def _duration(value: str, t: Translator) -> str:
    found = re.fullmatch(r"(\d{1,4})(min|h|d|n)", value)
    if found is None:
        return ""
    count, unit = int(found[1]), found[2]
    if unit in {"h", "min"}:
        return t.minutes(count * (60 if unit == "h" else 1))
    if unit == "n":
        return t.n_("%(count)s night", "%(count)s nights", count)
    return t.n_("%(count)s day", "%(count)s days", count)


def _counted(value: str, t: Translator) -> str:
    """`age:6`, `n:4`."""
    what, _, number = value.partition(":")
    if what not in {"age", "n"} or not number.isdecimal():
        return ""
    if what == "age":
        return t.n_("%(count)s year old", "%(count)s years old", int(number))
    return t.n_("%(count)s person", "%(count)s persons", int(number))
