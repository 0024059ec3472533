"""A place asked to be near of: "near X", "à 10 km de X", and where X is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.search.function_words import FUNCTION_WORDS, HERE, KILOMETRES, NEAR_PHRASES

if TYPE_CHECKING:
    from catalog.geo import Point
    from catalog.search.lexicon import Lexicon

_FARTHEST_KM: Final = 1_000.0


def place_asked(
    lexicon: Lexicon, typed: list[str], *, prefix: bool
) -> tuple[list[str], Point | None, float | None]:
    """The words without "near X" or "10 km from X", where X is and how near; all words if X is
    nowhere."""
    for start in range(len(typed)):
        within_km, after = _distance_asked(typed, start)
        if within_km is None:
            announced = next(
                (each for each in NEAR_PHRASES if tuple(typed[start : start + len(each)]) == each),
                None,
            )
            if announced is None:
                continue
            after = start + len(announced)
        place = typed[after:]
        while len(place) > 1 and place[0] in FUNCTION_WORDS - {"la", "le", "les", "los", "las"}:
            place = place[1:]
        kept = typed[:start]
        while within_km is not None and kept and kept[-1] in FUNCTION_WORDS:
            kept.pop()
        if not place or tuple(place) in HERE:
            if place and within_km is None:
                return kept or typed, None, None
            continue
        point = _locate(lexicon, place, prefix=prefix)
        if point is not None:
            return kept, point, within_km
    return typed, None, None


def _distance_asked(typed: list[str], start: int) -> tuple[float | None, int]:
    """The kilometres of "10 km" at a position, and where what follows begins."""
    if start + 1 < len(typed) and typed[start + 1] in KILOMETRES and typed[start].isdecimal():
        return min(float(typed[start][:4]), _FARTHEST_KM), start + 2
    return None, start


def _locate(lexicon: Lexicon, place: list[str], *, prefix: bool) -> Point | None:
    name = " ".join(place)
    towns = lexicon.towns(name)
    if towns:
        return towns[0].point
    point = lexicon.place_called(name)
    if point is None and prefix and len(name) >= 3:
        towns = lexicon.towns(name, unfinished=True)
        point = towns[0].point if towns else None
    if point is None:
        for position, word in enumerate(place):
            for other in lexicon.neighbours(word, unfinished=False)[:6]:
                towns = lexicon.towns(
                    " ".join([*place[:position], other.word, *place[position + 1 :]])
                )
                if towns:
                    return towns[0].point
    return point
