"""What is said, read a second time where the words of a conversation hid it from the reader."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES, Kind
from catalog.request.reading import read
from catalog.request.tokens import phrase
from catalog.request.turns_merging import (
    ANYTHING,
    carried_by,
    day_of,
    limits,
    only_way,
    part_of,
    refused,
    subject,
)
from catalog.request.turns_model import Act
from catalog.request.turns_words import MAX_WORDS, is_filler, means
from catalog.vocabulary.asking import phrases
from catalog.vocabulary.turns import turn_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from catalog.request.model import Request
    from catalog.request.places import PlaceNames
    from catalog.request.tokens import Token
    from catalog.request.turns_heard import Heard
    from catalog.request.turns_words import Saying

_PAUSE: Final = re.compile(r"[,;:.!–—]")
_PLACED: Final = (frozenset({"when"}), frozenset({"where"}))
_STOPS: Final = frozenset({"bus_stop", "train_station"})
_FORECAST: Final = frozenset({"weather_forecast"})
_DAYS: Final = frozenset({"today", "tomorrow", "mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_BETWEEN_MEALS: Final = frozenset({"morning", "afternoon"})
_MAX_TABLE: Final = 5
"""Words of the longest phrase that names a meal by its time."""
_MAX_MEAL: Final = 3
"""Words of the longest name of a meal that is looked for: "zu Abend essen"."""
_MAX_NO: Final = 3
"""Words of the longest "no" that a correction is searched for."""


def corrected(text: str, saying: Saying, places: PlaceNames, today: date | None) -> str:
    """What stands behind "not so, but": "à Najac" of "non pas à Cordes, à Najac"; "" where nothing
    is put in the place of what is denied. What comes after says the same things as what comes
    before, and nothing else."""
    tokens, spoken = saying.tokens, saying.spoken
    if not 2 < len(tokens) <= MAX_WORDS:
        return ""
    if _denials()[spoken].isdisjoint(token.word for token in tokens):
        return ""
    kept = _kept(text, tokens, spoken, places, today)
    if kept:
        return kept
    at = _turns_round(text, tokens, spoken)
    denied = _denied(tokens[:at], spoken)
    if not denied:
        return ""
    start = tokens[at].start
    before = list(text[:start])
    for token in denied:
        before[token.start : token.end] = " " * (token.end - token.start)
    said = read(text[start:], places, lang=spoken, today=today)
    unknown = any(not is_filler(word, spoken) for word in said.rest.split())
    if unknown or subject(said) or not limits(said):
        return ""
    undone = read("".join(before), places, lang=spoken, today=today)
    return text[start:] if limits(said) == limits(undone) else ""


def _kept(
    text: str, tokens: tuple[Token, ...], spoken: str, places: PlaceNames, today: date | None
) -> str:
    """ "Thursday" of "Thursday and not Friday"; "" where nothing of the same sort is denied."""
    for at in range(1, len(tokens) - 1):
        goes_on = text[tokens[at].end : tokens[at + 1].start].isspace()
        if not (goes_on and means(phrases(), tokens[at].word, "no", spoken)):
            continue
        wanted = text[: tokens[at].start]
        found = [
            read(part, places, lang=spoken, today=today)
            for part in (wanted, text[tokens[at].end :])
        ]
        known = not any(
            subject(each) or any(not is_filler(word, spoken) for word in each.rest.split())
            for each in found
        )
        if known and all(limits(each) in _PLACED for each in found):
            return wanted if limits(found[0]) == limits(found[1]) else ""
    return ""


def _turns_round(text: str, tokens: tuple[Token, ...], spoken: str) -> int:
    """The first token of what is said instead, behind the last pause or "but"; 0 for none."""
    for at in range(len(tokens) - 1, 0, -1):
        if means(turn_phrases(), tokens[at].word, "join", spoken) and at + 1 < len(tokens):
            return at + 1
        if _PAUSE.search(text[tokens[at - 1].end : tokens[at].start]):
            return at
    return 0


@cache
def _denials() -> Mapping[str, frozenset[str]]:
    """What every phrase that says no begins with, by language."""
    found: dict[str, set[str]] = {lang: set() for lang in LANGUAGES}
    for known in (turn_phrases(), phrases()):
        for said, meanings in known.items():
            for meaning in meanings:
                if meaning.group == "no" or meaning.value == Act.NO:
                    for lang in meaning.langs:
                        found[lang].add(said.split()[0])
    return {lang: frozenset(words) for lang, words in found.items()}


def _denied(tokens: tuple[Token, ...], spoken: str) -> tuple[Token, ...]:
    """The tokens that say no."""
    found: list[Token] = []
    for at in range(len(tokens)):
        for length in range(1, min(_MAX_NO, len(tokens) - at) + 1):
            said = phrase(tokens, at, length)
            no = any(
                meaning.value == Act.NO and spoken in meaning.langs
                for meaning in turn_phrases().get(said, ())
            )
            if no or means(phrases(), said, "no", spoken):
                found.extend(tokens[at : at + length])
    return tuple(found)


def reread(heard: Heard) -> tuple[Request, bool]:
    """What is said, read with the words that a conversation knows otherwise: "les musées ça nous
    barbe", "free if possible", "two hours at least", "we'll take the bus"; and whether a limit was
    found so."""
    if subject(heard.said) and heard.asks("not_these"):
        return heard.read(heard.text), False
    if heard.saying.has("water"):
        return _to_bathe(heard), False
    if _FORECAST.issuperset(heard.said.themes) and _forecasts(heard):
        return replace(heard.said, types=(), themes=()), True
    asked = heard.saying.first("asked")
    if asked == "pets" and heard.saying.has("vague"):
        return heard.read(heard.text), True
    if asked in {"price", "hours"}:
        whole = heard.read(heard.text)
        if (asked == "price" and whole.max_price == 0) or (asked == "hours" and whole.duration):
            return whole, True
    carried = rides(heard)
    return (heard.said, False) if carried is None else (carried, True)


def _forecasts(heard: Heard) -> bool:
    """Whether the weather is told, not asked for: "va a llover el miércoles"."""
    told = heard.said.weather is not None and heard.said.types == (Kind.OFFICE,)
    return told and "?" not in heard.text and not heard.saying.has("opening", "asked", "act")


def _to_bathe(heard: Heard) -> Request:
    """ "Rather water", "no water", where an outing was sought: nobody is thirsty."""
    said, before = heard.said, heard.past.request
    if before is None or not set(before.types) & set(ANYTHING):
        return said
    if not {*ANYTHING, Kind.EVENT}.issuperset(before.types):
        return said
    if not {"drinking_water", "-drinking_water"}.issuperset(said.themes) or not said.themes:
        return said
    if said.themes == ("-drinking_water",):
        return replace(said, types=(), themes=("-swimming",))
    return replace(said, types=(Kind.ACTIVITY,), themes=("swimming",))


def exchanged(saying: Saying, said: Request) -> Request:
    """ "Replace the museum by a garden": the first that is named is refused."""
    if not saying.has("exchange"):
        return said
    named = sorted((span.start, span.value) for span in said.spans if span.key == "themes")
    wanted = [value for start, value in named if start > named[0][0]]
    if not wanted:
        return said
    gone = [value for start, value in named if start == named[0][0]]
    types = tuple(
        Kind(span.value) for span in said.spans if span.key == "types" and span.start > named[0][0]
    )
    said = refused(said, gone)
    themes = (*(f"-{value}" for value in gone), *wanted)
    return replace(said, types=types or said.types, themes=tuple(dict.fromkeys(themes)))


def rides(heard: Heard) -> Request | None:
    """How they go, where nothing else is said: "we'll take the bus", "anem amb bus"."""
    saying, said = heard.saying, heard.said
    taken = Act.TAKE in saying.found.get("act", ())
    if not (taken or saying.has("go") or "have" in saying.found.get("join", ())):
        return None
    if saying.has("opening", "asked", "relative") or "?" in heard.text or not heard.small_talk:
        return None
    if limits(said) - {"mobility"} or (saying.has("there") and not said.mobility):
        return None  # "do buses go there"
    stops = set(said.types) == {Kind.TRANSPORT} and _STOPS.issuperset(said.themes)
    if not (stops or (only_way(said) and (taken or said.mobility))):
        return None
    return carried_by(said)


def at_meal(heard: Heard, said: Request, before: Request) -> Request:
    """What is said with the time of the meal it names, where a day stands: "I meant lunch"; and
    with a table, where only the time of one is named after an outing: "and for midday?"."""
    noon = (said.when or "").endswith(":midday") and limits(said) == {"when"}
    if noon and Kind.FOOD not in before.types and _for_a_table(heard):
        return said if subject(said) else replace(said, types=(Kind.FOOD,))
    if said.when is not None or before.when is None or set(said.types) != {Kind.FOOD}:
        return said
    meals = meals_named(heard)
    if len(meals) == 1:
        return replace(said, when=f"any:{meals.pop()}")
    timed = part_of(before.when) in _BETWEEN_MEALS or "@" in before.when
    if Kind.FOOD in before.types or not timed:
        return said
    day = day_of(before.when)  # nobody eats at the hour of the walk
    return said if day in {"any", "now"} else replace(said, when=day)


def meals_named(heard: Heard) -> set[str]:
    """The parts of the day of the meals that are named: "lunch", "zu Mittag essen"."""
    tokens, spoken = heard.saying.tokens, heard.saying.spoken
    return {
        meaning.value
        for length in range(1, _MAX_MEAL + 1)
        for first in range(len(tokens) - length + 1)
        for meaning in phrases().get(phrase(tokens, first, length), ())
        if meaning.group == "meal" and spoken in meaning.langs
    }


def _for_a_table(heard: Heard) -> bool:
    """Whether a meal is meant by its time: "and for midday?"."""
    tokens, spoken = heard.saying.tokens, heard.saying.spoken
    return any(
        means(turn_phrases(), phrase(tokens, first, length), "table", spoken)
        for length in range(2, min(_MAX_TABLE, len(tokens)) + 1)
        for first in range(len(tokens) - length + 1)
    )


def asks_what(heard: Heard, said: Request) -> bool:
    """Whether anything will do in that weather: "what do we do if it rains?", where "and if it
    rains?" seeks what was sought. Of a day that is planned the stops are what one does."""
    if said.weather is None or said.themes or "?" not in heard.text or heard.past.planned:
        return False
    text = heard.text
    for span in heard.read(text).spans:
        if span.key == "weather":
            text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    asked = heard.read(text)  # "when it rains" alone makes one think of something to do as well
    return bool(asked.types) and set(asked.types) <= set(ANYTHING) and not asked.themes


def same_part(heard: Heard, said: Request, before: Request) -> Request:
    """What is said with the part of the day that stood, where only the day is put right: "no,
    Monday" after "tomorrow morning"; "and Monday?" asks of the whole day."""
    found = heard.saying.found
    put_right = "rather" in found.get("join", ()) or Act.NO in found.get("act", ())
    part = part_of(before.when or "")
    if not (put_right and part and said.when in _DAYS):
        return said
    return replace(said, when=f"{said.when}:{part}")


def from_now_on(said: Request) -> Request:
    """What is said without a "now" that only tells of a change: "only adults now"."""
    if said.when != "now" or limits(said) == {"when"}:
        return said
    spans = tuple(span for span in said.spans if span.key != "when")
    return replace(said, when=None, spans=spans)
