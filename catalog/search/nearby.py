"""A place asked to be near of: "near X", "à 10 km de X", and where X is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.search.function_words import (
    FUNCTION_WORDS,
    HERE,
    KILOMETRES,
    NEAR_PHRASES,
    NEAREST,
)
from catalog.vocabulary.particles import particles

if TYPE_CHECKING:
    from catalog.geo import Point
    from catalog.search.lexicon import Lexicon

_ANNOUNCING: Final = frozenset(phrase[0] for phrase in NEAR_PHRASES)
_SUPERLATIVE: Final = frozenset(phrase[0] for phrase in NEAREST)
_FARTHEST_KM: Final = 1_000.0
_BEGINNING: Final = particles("begins_name")


def without_nearest(typed: list[str], *, prefix: bool) -> list[str]:
    """The words without "the nearest" and its article; with `prefix` its last word may be
    unfinished. All words where nothing else is asked for."""
    for start, word in enumerate(typed):
        if word not in _SUPERLATIVE:
            continue
        for phrase in NEAREST:
            said = typed[start : start + len(phrase)]
            after = start + len(phrase)
            unfinished = prefix and len(said) > 1 and after == len(typed)
            begun = unfinished and said[:-1] == list(phrase[:-1])
            if tuple(said) == phrase or (begun and phrase[-1].startswith(said[-1])):
                first = start
                while first and typed[first - 1] in FUNCTION_WORDS:
                    first -= 1
                return [*typed[:first], *typed[after:]] or typed
    return typed


def place_asked(
    lexicon: Lexicon, typed: list[str], *, prefix: bool
) -> tuple[list[str], Point | None, float | None]:
    """The words without "near X" or "10 km from X", where X is and how near; all words if X is
    nowhere."""
    for start in range(len(typed)):
        within_km, after = _distance_asked(typed, start)
        if within_km is None:
            if typed[start] not in _ANNOUNCING:
                continue
            announced = next(
                (each for each in NEAR_PHRASES if tuple(typed[start : start + len(each)]) == each),
                None,
            )
            if announced is None:
                continue
            after = start + len(announced)
        place = typed[after:]
        while len(place) > 1 and place[0] in FUNCTION_WORDS - _BEGINNING:
            place = place[1:]
        kept = typed[:start]
        while within_km is not None and kept and kept[-1] in FUNCTION_WORDS:
            kept.pop()
        if not place or tuple(place) in HERE:
            if place and within_km is None:
                return kept or typed, None, None
            continue
        point = locate(lexicon, place, prefix=prefix)
        if point is not None:
            return kept, point, within_km
    return typed, None, None


def _distance_asked(typed: list[str], start: int) -> tuple[float | None, int]:
    """The kilometres of "10 km" at a position, and where what follows begins."""
    if start + 1 < len(typed) and typed[start + 1] in KILOMETRES and typed[start].isdecimal():
        return min(float(typed[start][:4]), _FARTHEST_KM), start + 2
    return None, start


def locate(lexicon: Lexicon, place: list[str], *, prefix: bool) -> Point | None:
    """Where a commune or a listing of these words is, the largest of several; None if nowhere."""
    name = " ".join(place)
    towns = lexicon.communes.towns(name)
    if towns:
        return towns[0].point
    point = lexicon.place_called(name)
    if point is None and prefix and len(name) >= 3:
        towns = lexicon.communes.towns(name, unfinished=True)
        point = towns[0].point if towns else None
    if point is None:
        for position, word in enumerate(place):
            for other in lexicon.neighbours(word, unfinished=False)[:6]:
                towns = lexicon.communes.towns(
                    " ".join([*place[:position], other.word, *place[position + 1 :]])
                )
                if towns:
                    return towns[0].point
    return point
