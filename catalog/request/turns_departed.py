"""Who or what no longer counts: "without the children", "my mother isn't coming", "not in the
morning"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.model import LANGUAGES
from catalog.request.tokens import phrase
from catalog.request.turns_heard import denies, undenied
from catalog.request.turns_merging import (
    carried_by,
    is_child,
    limits,
    only_way,
    spans_of,
    subject,
)
from catalog.request.turns_model import Act, Turn
from catalog.request.turns_words import MAX_WORDS, means
from catalog.search.function_words import FUNCTION_WORDS
from catalog.vocabulary.asking import phrases
from catalog.vocabulary.particles import particles, particles_of
from catalog.vocabulary.turns import turn_phrases

if TYPE_CHECKING:
    from catalog.request.model import Request
    from catalog.request.tokens import Token
    from catalog.request.turns_heard import Heard

_ELDERLY: Final = 60
"""Years from which an age said is that of a parent or of a grandparent."""
_MAX_KIN: Final = 3
"""Words of the longest phrase for a relative: "my mother in law" is "my mother" too."""
_TAKEN_BACK: Final = particles_of("taken_back")
_BESIDE: Final = particles_of("beside_taken_back")
_STOPS: Final = ",;:.!"
_OTHERWISE: Final = {"morning": "afternoon", "afternoon": "morning"}
"""The part of the day that is left to an outing, once this one is refused."""


def departure(heard: Heard, before: Request) -> Turn | None:
    """ "Without the children", "forget the pushchair": who or what no longer counts; "not today":
    when not."""
    saying = heard.saying
    if "except" in saying.found.get("join", ()) or saying.has("gone"):
        gone = heard.said
    elif denies(heard):
        gone = heard.read(undenied(heard))
    else:
        return None
    gone = replace(gone, party=(*gone.party, *_relatives(heard, before)))
    if saying.has("gone") and not (gone.party or gone.mobility):
        return _one_less(heard, before)
    then = gone.when is not None and limits(gone) == {"when"} and gone.when == before.when
    if not (gone.party or gone.mobility or gone.weather or then):
        return None
    left = _parted(before, gone)
    return _left(heard, replace(left, when=None) if then else left)


def taken_back(heard: Heard) -> Turn | None:
    """ "No longer by bike": how they go is open again, and a ride is none that only said it."""
    before, spoken = heard.past.request, heard.saying.spoken
    tokens, beside = heard.saying.tokens, _BESIDE[spoken]
    nots = [at for at, token in enumerate(tokens) if token.word in _TAKEN_BACK[spoken]]
    if before is None or not before.mobility or not nots or len(tokens) > MAX_WORDS:
        return None
    left = heard.text
    for token in tokens:
        if token.word in beside or token.word in _TAKEN_BACK[spoken]:
            left = f"{left[: token.start]}{' ' * (token.end - token.start)}{left[token.end :]}"
    said = heard.read(left)
    gone = {*carried_by(said).mobility} & {*before.mobility} - {"car"}
    if not gone or limits(said) - {"mobility"} or (subject(said) and not only_way(said)):
        return None
    way = min((span.start for span in said.spans if span.value in {*gone, *said.themes}), default=0)
    denied = [token for token in tokens[nots[0] :] if token.start < way]
    stopped = any(mark in heard.text[tokens[nots[0]].start : way] for mark in _STOPS)
    if not denied or stopped or "?" in heard.text or not all(map(_is_small, denied)):
        return None  # "no, by bike", "not far by bike"
    return _left(heard, _unridden(before, gone))


def _is_small(token: Token) -> bool:
    going = any(means(turn_phrases(), token.word, "go", lang) for lang in LANGUAGES)
    small = token.word in particles("taken_back") | particles("beside_taken_back")
    return small or going or token.word in FUNCTION_WORDS


def _unridden(before: Request, gone: set[str]) -> Request:
    """`before` without these ways to go, and without what the same words said was sought."""
    told = {(span.start, span.end) for span in before.spans if span.value in gone}
    others = {span.value for span in before.spans if told.isdisjoint({(span.start, span.end)})}
    alone = {span.value for span in before.spans if (span.start, span.end) in told} - others
    types = tuple(kind for kind in before.types if kind not in alone)
    return replace(
        before,
        types=types or before.types,
        themes=tuple(theme for theme in before.themes if theme not in alone),
        mobility=tuple(each for each in before.mobility if each not in gone),
    )


def no_longer(heard: Heard, said: Request, before: Request) -> Turn | None:
    """What leaves the question before, where nothing is sought with it. `said`: as reread."""
    half = _other_half(heard, before)
    if half is not None or subject(said):
        return half
    nothing = not (limits(said) or said.themes or said.towards) and heard.small_talk
    return departure(heard, before) if nothing or heard.saying.has("gone") else None


def _other_half(heard: Heard, before: Request) -> Turn | None:
    """ "Not in the morning", "por la mañana no": the other half of the day; of the evening only
    that it is none."""
    said, behind = heard.said, heard.saying.ends_in == "no"
    if said.when is None or limits(said) != {"when"} or subject(said):
        return None
    if behind and said.when == before.when:
        return _left(heard, replace(before, when=None))  # "hoy no"
    if not said.when.startswith("any:") or not (behind or denies(heard)):
        return None
    refused = said.when.removeprefix("any:")
    day, _, part = (before.when or "any").partition(":")
    other = _OTHERWISE.get(refused, part if part != refused else "")
    when = f"{day}:{other}" if other else day
    return _left(heard, replace(before, when=None if when == "any" else when))


def _one_less(heard: Heard, before: Request) -> Turn:
    """ "She isn't coming", "my wife isn't coming": the other of two, one of those counted; of
    somebody who was not told of the same is answered again."""
    gone = {"couple", "n:2"}
    counted = next((each for each in before.party if each.startswith("n:")), "n:2")
    number = counted.removeprefix("n:")
    fewer = (f"n:{int(number) - 1}",) if number.isdecimal() and int(number) > len(gone) else ()
    party = tuple(each for each in before.party if each not in {*gone, counted})
    return _left(heard, replace(before, party=(*party, *fewer)))


def _left(heard: Heard, left: Request) -> Turn:
    spans = spans_of(left, left.spans, ())
    return Turn(act=Act.REFINE, request=replace(left, spans=spans), text=heard.past.text)


def _parted(before: Request, gone: Request) -> Request:
    """`before` without the company, the ways of moving and the weather that `gone` names."""
    childless, young = "kids" in gone.party, "seniors" in gone.party
    return replace(
        before,
        party=tuple(
            each
            for each in before.party
            if each not in gone.party
            and not (childless and is_child(each))
            and not (young and _is_old(each))
        ),
        mobility=tuple(each for each in before.mobility if each not in gone.mobility),
        weather=None if gone.weather == before.weather else before.weather,
    )


def _relatives(heard: Heard, before: Request) -> tuple[str, ...]:
    """Who of the company a parent or a partner is who no longer comes: "without my mother"."""
    tokens = heard.saying.tokens
    kin = {
        meaning.group
        for first in range(len(tokens))
        for length in range(1, min(_MAX_KIN, len(tokens) - first) + 1)
        for meaning in phrases().get(phrase(tokens, first, length), ())
        if heard.saying.spoken in meaning.langs
        and (meaning.group == "mate" or (meaning.group, meaning.value) == ("one_of", "old"))
    }
    if "mate" in kin:
        return tuple({"couple"}.intersection(before.party))
    return tuple(who for who in before.party if _is_old(who)) if kin else ()


def _is_old(who: str) -> bool:
    age = who.removeprefix("age:")
    return who == "seniors" or (age != who and age.isdecimal() and int(age) >= _ELDERLY)
