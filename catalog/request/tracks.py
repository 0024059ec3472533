"""Colours that grade a way as slopes are: "piste bleue en VTT", "a black run", "BTT, una de les
vermelles"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.model import Kind
from catalog.vocabulary import concepts
from catalog.vocabulary.particles import particles
from catalog.vocabulary.tracks import tracks

if TYPE_CHECKING:
    from catalog.request.facts import Facts
    from catalog.request.marks import Mark, Scan

_BEFORE, _BEHIND = 4, 2
"""How many words before and behind a colour what it grades may stand, small ones between."""
_REFUSED_NEAR: Final = 3
_WAYMARKED: Final = frozenset({"en", "de", "nl"})
"""Languages of countries where the colour of a walk is that of its waymarks."""
_AKIN: Final = frozenset({"es", "ca", "oc"})
"""Languages that a few words do not tell apart."""
_IN_COLOURS: Final = frozenset({"mtb_route", "mountain_biking", "adventure_park"})
"""What is graded by colours, however it is called."""
_OURS: Final = particles("ours")
_BIKE: Final = "bike"


def read_tracks(scan: Scan, facts: Facts) -> None:
    """Fill the difficulty that a colour tells of a track; on foot only a hard one does."""
    told: dict[str, None] = {}
    ridden = _BIKE in facts.mobility or any("mtb_route" in mark.terms for mark in scan.marks)
    for index, mark in scan.free():
        colour = _said(scan, mark, "colour")
        if colour is None or mark.place is not None or _refused(scan, index):
            continue
        noun = _graded(scan, index)
        if scan.text[mark.end : mark.end + 1] == "-":
            continue  # fr "sentier du rouge-gorge"
        if noun is None or scan.at(noun - 1).word in _OURS:
            continue  # "our red mountain bike"
        walked = colour == "hard" and scan.lang not in _WAYMARKED and _is_way(scan.at(noun))
        level = "easy" if colour == "easy" else "hard"
        if colour == "black" or walked or ridden or _track(scan, scan.at(noun)) == "track":
            first, last = scan.at(min(index, noun)), scan.at(max(index, noun))
            told[level] = None
            facts.say("difficulty", level, first, last)
            if "adventure_park" not in scan.at(noun).terms:
                facts.types.setdefault(Kind.ITINERARY)
                facts.say("types", Kind.ITINERARY, first, last)
            if "running" in facts.themes:  # "a black run" is ridden
                del facts.themes["running"]
                facts.types.pop(Kind.ACTIVITY, None)
    facts.difficulty = told or facts.difficulty  # "a red route, can a beginner do it?"


def _said(scan: Scan, mark: Mark, group: str) -> str | None:
    """The value that a phrase, or for a track the end of it, has in a group of the language
    spoken: fr "sortie en VTT", not es "ruta del vino"."""
    known = tracks()
    spoken = _AKIN if scan.lang in _AKIN else {scan.lang}
    ends = mark.word.split()[-1:] if group == "track" else ()
    for word in (mark.word, *ends):
        for meaning in known.get(word, ()):
            if meaning.group == group and spoken & {*meaning.langs}:
                return meaning.value
    return None


def _track(scan: Scan, mark: Mark) -> str | None:
    """How far it is what colours grade: by all means, or only where it is ridden."""
    return "track" if _IN_COLOURS & set(mark.terms) else _said(scan, mark, "track")


def _graded(scan: Scan, index: int) -> int | None:
    """The index of what a colour grades: nothing but small words, another colour or how one rides
    stands between."""
    for step, reach in ((-1, _BEFORE), (1, _BEHIND)):
        at = index + step
        for _ in range(reach):
            mark = scan.at(at)
            if _track(scan, mark) is not None:
                return at
            small = mark.says("joins") or (step < 0 and _is_small(mark))
            if not (small or _said(scan, mark, "colour")):
                break
            at += step
    return None


def _is_small(mark: Mark) -> bool:
    return bool(mark.says("speech") or mark.says("at_clock")) or mark.number is not None


def _is_way(mark: Mark) -> bool:
    """Whether it asks for a way by itself."""
    named = any(Kind.ITINERARY in concepts()[term].kinds for term in mark.terms)
    return named or Kind.ITINERARY in mark.all("asks")


def _refused(scan: Scan, index: int) -> bool:
    """Whether a "no" stands before it: "pas de piste noire"."""
    near = range(index - _REFUSED_NEAR, index)
    return index in scan.denied or any(scan.at(at).says("no") for at in near)
